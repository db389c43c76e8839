"""A provider so small that one sees it whole: it keeps notes, and counts how often it wrote one."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from pydantic import JsonValue

from app.client.answers import identifier, items
from app.client.calls import ASK, FREE, Call, Flow, JsonBody, Receipt, Repeat, Reply
from app.client.clock import StopSwitch
from app.client.errors import ProviderError, Refused, Throttled, Unauthorised, Unexpected
from app.client.journal import Kept
from app.client.plan import PlannedField
from app.client.provider import Connection, Dialect, Foresight, Identity, Limit, Provider, Submission
from app.client.schemes import AuthScheme, SecretField
from app.client.transport import Cancel, WireReply, WireRequest
from app.domain.draft import Draft
from app.practice.routes import Asked, BadBody, Routes, json_reply

TOKEN = "nb-secret-51f0c2aa77"
BEGINNING = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class Notebook:
    """The simulator. `notes` are as it holds them; a reference that is in use is declined."""

    provider_id = "notebook"
    accepted_secrets = {"token": TOKEN}

    def __init__(self) -> None:
        self.notes: list[dict[str, JsonValue]] = []
        self.by_key: dict[str, WireReply] = {}
        self._routes = Routes("/v1")
        self._routes.add("GET", "/notes", self._list)
        self._routes.add("POST", "/notes", self._create)
        self._routes.add("POST", "/notes/{id}/close", self._close)

    def answer(self, request: WireRequest) -> WireReply:
        headers = {name.lower(): value for name, value in request.headers}
        if headers.get("authorization") != f"Bearer {TOKEN}":
            return json_reply(401, {"error": "who are you?"})
        found = self._routes.find(request)
        if found is None:
            return json_reply(404, {"error": "no such page"})
        try:
            return found[0](found[1])
        except BadBody as error:
            return json_reply(400, {"error": str(error)})

    def state(self) -> JsonValue:
        return list(self.notes)

    def restore(self, state: JsonValue) -> None:
        self.notes = [note for note in items(state) if isinstance(note, dict)]

    def documents(self) -> list[JsonValue]:
        return list(self.notes)

    def _list(self, asked: Asked) -> WireReply:
        wanted = asked.one("reference")
        return json_reply(200, {"items": [note for note in self.notes if note["reference"] == wanted]})

    def _create(self, asked: Asked) -> WireReply:
        key = asked.headers.get("idempotency-key", "")
        if key and key in self.by_key:
            return self.by_key[key]
        body = asked.json()
        if not isinstance(body, dict) or set(body) != {"reference", "amount"}:
            return json_reply(422, {"error": "a note is a reference and an amount"})
        if not key and body["reference"] and any(n["reference"] == body["reference"] for n in self.notes):
            return json_reply(422, {"error": "this reference is in use"})
        note: dict[str, JsonValue] = {"id": len(self.notes) + 1, **body}
        self.notes.append(note)
        reply = json_reply(201, note, {"x-request-id": f"req-{len(self.notes)}"})
        if key:
            self.by_key[key] = reply
        return reply

    def _close(self, asked: Asked) -> WireReply:
        return json_reply(200, {"id": asked.params["id"], "closed": True})


def write_note(repeat: Repeat = ASK, reference: str = "N-1", key: str = "") -> Flow[Receipt]:
    """One effect between two reads."""
    yield Call("before", "GET", "/notes", (("reference", "none"),), repeat=FREE)
    headers = (("Idempotency-Key", key),) if key else ()
    body = JsonBody({"reference": reference, "amount": Decimal("12.50")})
    made = yield Call(
        *("note.create", "POST", "/notes"),
        headers=headers,
        body=body,
        repeat=repeat,
        sample={"id": "{note.create.id}"},
    )
    receipt = Receipt(identifier(made.body, "id"))
    yield Call("after", "GET", "/notes", (("reference", reference),), repeat=FREE)
    return receipt


def look_up(reference: str = "N-1", settles_after_s: float = 30.0) -> Repeat:
    """Finds the note by its reference."""

    def find() -> Generator[Call, Reply, Reply | None]:
        reply = yield Call("find", "GET", "/notes", (("reference", reference),), repeat=FREE)
        found = items(reply.body["items"] if isinstance(reply.body, dict) else None)
        return Reply(200, body=found[0]) if found else None

    return Repeat("look_up", find=find, settles_after_s=settles_after_s)


def error_of(reply: Reply, _draft: Draft | None) -> ProviderError:
    """As plain as the provider."""
    said = str(reply.body["error"]) if isinstance(reply.body, dict) and "error" in reply.body else reply.text
    if reply.status in (401, 403):
        return Unauthorised("token_rejected", detail=said)
    if reply.status == 429:
        return Throttled("too_many_requests", detail=said)
    if reply.status in (400, 404, 422):
        return Refused("declined", detail=said)
    return Unexpected("server_failed", detail=said)


def _identify(_connection: Connection) -> Flow[Identity]:
    yield Call("me", "GET", "/notes", repeat=FREE)
    return Identity("me")


def _foresee(_submission: Submission) -> Foresight:
    return Foresight((PlannedField("number", "kept", "", ""),))


def notebook(limits: Iterable[Limit] = (), kind: str = "bearer") -> Provider:
    """The provider's side of the client."""
    return Provider(
        id="notebook",
        title="Notebook",
        dialects=(Dialect("only", "https://notebook.example/v1"),),
        schemes=(AuthScheme("token", kind, (SecretField("token"),)),),  # type: ignore[arg-type]
        limits=tuple(limits),
        numbers="theirs",
        wants="nothing",
        takes="issued",
        options=(),
        sends=frozenset(),
        ignores={},
        foresee=_foresee,
        submit=lambda submission: write_note(look_up(submission.key), submission.key),
        identify=_identify,
        lists=(),
        actions=(),
        error_of=error_of,
        words={},
        request_headers=lambda _connection: (("X-Notebook", "1"),),
    )


class Keys:
    """Signs with a token; `next_token` is what a renewal gives, if any."""

    def __init__(self, token: str = TOKEN, next_token: str = "") -> None:
        self.token = token
        self.next_token = next_token

    def headers_for(self, _request: WireRequest) -> tuple[tuple[str, str], ...]:
        return (("Authorization", f"Bearer {self.token}"),)

    def renew(self, _rejected: WireReply) -> bool:
        self.token, self.next_token = self.next_token or self.token, ""
        return self.token == TOKEN

    def secrets(self) -> tuple[str, ...]:
        return (self.token,)


class OwnClock:
    """Time that passes only by waiting for it."""

    def __init__(self) -> None:
        self.passed_s = 0.0
        self.waits: list[float] = []

    def now(self) -> datetime:
        return BEGINNING + timedelta(seconds=self.passed_s)

    def monotonic(self) -> float:
        return self.passed_s

    def wait(self, seconds: float, cancel: Cancel) -> None:
        if not cancel.is_set:
            self.waits.append(seconds)
            self.passed_s += seconds


@dataclass
class Pages:
    """A journal in memory. `told` lists the writes in order."""

    steps: dict[str, Kept] = field(default_factory=dict)
    told: list[tuple[str, str]] = field(default_factory=list)

    def kept(self, step: str) -> Kept | None:
        return self.steps.get(step)

    def intend(self, step: str, fingerprint: str, at: datetime) -> None:
        self.told.append(("intend", step))
        self.steps[step] = Kept(at, fingerprint, None)

    def answer(self, step: str, reply: Reply, at: datetime) -> None:
        self.told.append(("answer", step))
        before = self.steps.get(step)
        self.steps[step] = Kept(
            before.intended_at if before else at, before.fingerprint if before else "", reply
        )


NEVER = StopSwitch()
"""A switch nobody sets."""
