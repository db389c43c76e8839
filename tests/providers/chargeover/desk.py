"""Sends drafts through the real flow to the simulator, without a driver's retries or journal."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar
from urllib.parse import urlencode

from app.client.calls import Call, Flow, JsonBody, Receipt, Reply
from app.client.provider import ActionRequest, Connection, Foresight, Submission
from app.client.transport import WireReply, WireRequest
from app.client.verdict import Judgement, judge
from app.domain.draft import Draft
from app.domain.totals import compute
from app.practice.chargeover_v3 import ChargeOverSimulator
from app.practice.chargeover_v3.door import encoded
from app.providers.chargeover_v3 import PROVIDER

T = TypeVar("T")

KEY = "6f1c2b9e-58c4-4f0e-9d27-1f6f8f0a2a11"
TODAY = date(2026, 11, 22)
ITEMS_BY_RATE = {"20": "101", "10": "102", "5.5": "103", "0": "104"}
SETTINGS: dict[str, Any] = {"site": "acme", "items_by_rate": ITEMS_BY_RATE}


def connection(**settings: Any) -> Connection:
    return Connection(id="c1", provider=PROVIDER.id, settings={**SETTINGS, **settings})


def submission(
    draft: Draft, key: str = KEY, known: Mapping[str, str] | None = None, **settings: Any
) -> Submission:
    linked = connection(**settings)
    stated = draft.provider_options.get(PROVIDER.id)
    own = stated if isinstance(stated, dict) else {}
    options = {**linked.settings, **own}
    return Submission(key, linked, draft, compute(draft), TODAY, options, known or {})


def request_of(draft: Draft, receipt: Receipt, key: str = "a1", **arguments: Any) -> ActionRequest:
    return ActionRequest(key, connection(), receipt.remote_id, draft, compute(draft), TODAY, arguments)


def basic(simulator: ChargeOverSimulator) -> tuple[str, str]:
    told = f"{simulator.accepted_secrets['user']}:{simulator.accepted_secrets['password']}"
    return "Authorization", f"Basic {base64.b64encode(told.encode()).decode()}"


def wire_request(call: Call, sign: tuple[str, str]) -> WireRequest:
    url = f"{PROVIDER.base_url(connection())}{call.path}"
    if call.query:
        url += "?" + urlencode(call.query)
    content = encoded(call.body.value) if isinstance(call.body, JsonBody) else b""
    kind = (("Content-Type", "application/json"),) if call.body else ()
    return WireRequest(call.method, url, (sign, *kind), content)


def reply_of(answer: WireReply) -> Reply:
    text = answer.content.decode("utf-8", "replace")
    try:
        body = json.loads(text, parse_float=Decimal)
    except ValueError:
        body = None
    return Reply(answer.status, dict(answer.headers), body, "" if body is not None else text)


@dataclass
class Desk:
    """A simulator and all that was asked of it."""

    simulator: ChargeOverSimulator = field(default_factory=ChargeOverSimulator)
    calls: list[Call] = field(default_factory=list)
    requests: list[WireRequest] = field(default_factory=list)
    answers: list[WireReply] = field(default_factory=list)

    def ask(self, call: Call) -> Reply:
        request = wire_request(call, basic(self.simulator))
        answer = self.simulator.answer(request)
        self.calls.append(call)
        self.requests.append(request)
        self.answers.append(answer)
        return reply_of(answer)

    def drive(self, flow: Flow[T], draft: Draft | None = None) -> T:
        """The flow's result; a status its call does not accept is raised as the provider's error."""
        reply: Reply | None = None
        while True:
            try:
                call = next(flow) if reply is None else flow.send(reply)
            except StopIteration as done:
                result: T = done.value
                return result
            reply = self.ask(call)
            if not 200 <= reply.status < 300 and reply.status not in call.accepts:
                raise PROVIDER.error_of(reply, draft)

    def send(self, sub: Submission) -> Receipt:
        return self.drive(PROVIDER.submit(sub), sub.draft)

    def sent_body(self) -> dict[str, Any]:
        """The body of the last invoice sent."""
        call = next(call for call in reversed(self.calls) if call.step == "invoice.create")
        assert isinstance(call.body, JsonBody)
        assert isinstance(call.body.value, dict)
        return call.body.value


def foreseen(sub: Submission) -> Foresight:
    return PROVIDER.foresee(sub)


def verdict(sub: Submission, receipt: Receipt) -> Judgement:
    return judge(foreseen(sub).fields, receipt.stored)


def errors(sub: Submission) -> list[str]:
    return [problem.code for problem in foreseen(sub).problems if problem.severity == "error"]
