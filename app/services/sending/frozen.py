"""What an entry keeps, as JSON: submissions, plans, receipts, verdicts; no secrets."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import JsonValue

from app.client.calls import Notice, Receipt, Reply
from app.client.errors import ProviderError
from app.client.plan import Change, PlannedField, Why
from app.client.provider import ActionRequest, Attachment, Connection, Submission
from app.client.verdict import Comparison, Judgement
from app.client.wire import json_text
from app.domain.codec import draft_from_json, draft_to_json
from app.domain.draft import Draft
from app.domain.totals import compute
from app.services.sending.entries import Failure

_KEPT_HEADERS = frozenset(
    {
        "content-type",
        "date",
        "location",
        "link",
        "retry-after",
        "request-id",
        "x-request-id",
        "sunset",
        "deprecation",
        "stripe-should-retry",
        "idempotent-replayed",
        "api-version-expires-at",
    }
)


def exact(text: str) -> Any:
    """JSON with exact numbers."""
    return json.loads(text, parse_float=Decimal)


def submission_json(submission: Submission) -> str:
    """The submission without the bytes of its files: those are in the store, found by their hash."""
    return json_text(
        {
            **_common(submission.key, submission.connection, submission.draft, submission.today),
            "options": dict(submission.options),
            "known": dict(submission.known),
            "page": _file(submission.page),
            "original": _file(submission.original),
        }
    )


def files_of(text: str) -> dict[str, dict[str, str]]:
    """Which files a frozen submission wants, by `page` and `original`: name, type and hash."""
    kept = exact(text)
    return {name: kept[name] for name in ("page", "original") if kept.get(name)}


def submission(text: str, files: Mapping[str, bytes]) -> Submission:
    """The submission as it was frozen; `files` by `page` and `original`."""
    kept = exact(text)
    draft = draft_from_json(kept["draft"])
    return Submission(
        kept["key"],
        Connection.model_validate(kept["connection"]),
        draft,
        compute(draft),
        date.fromisoformat(kept["today"]),
        kept["options"],
        kept["known"],
        _attachment(kept["page"], files.get("page")),
        _attachment(kept["original"], files.get("original")),
    )


def mode(text: str) -> str:
    """The mode of the connection that a submission or an action was frozen with."""
    return str(exact(text)["connection"]["mode"])


def action_json(request: ActionRequest) -> str:
    """The request of an action."""
    return json_text(
        {
            **_common(request.key, request.connection, request.draft, request.today),
            "remote_id": request.remote_id,
            "arguments": dict(request.arguments),
            "related": request.related,
        }
    )


def action_request(text: str) -> ActionRequest:
    """The request as it was frozen."""
    kept = exact(text)
    draft = draft_from_json(kept["draft"])
    return ActionRequest(
        kept["key"],
        Connection.model_validate(kept["connection"]),
        kept["remote_id"],
        draft,
        compute(draft),
        date.fromisoformat(kept["today"]),
        kept["arguments"],
        kept["related"],
    )


def fields_json(fields: Sequence[PlannedField]) -> str:
    """The fields of a plan."""
    return json_text([{**planned._asdict(), "why": _why_json(planned.why)} for planned in fields])


def fields(text: str) -> tuple[PlannedField, ...]:
    """The fields as they were planned."""
    return tuple(PlannedField(**{**planned, "why": _why(planned["why"])}) for planned in exact(text))


def _why_json(why: Why | None) -> JsonValue:
    return None if why is None else {**why._asdict(), "change": why.change and why.change._asdict()}


def _why(kept: Any) -> Why | None:
    """The reason; what was kept by a former version has no change."""
    if not kept:
        return None
    change = kept.get("change")
    return Why(kept["code"], kept["params"], Change(**change) if change else None)


def reply_json(reply: Reply) -> str:
    """A reply as a replay needs it: with the headers that say something, and none that let one in."""
    headers = {name: value for name, value in reply.headers.items() if name in _KEPT_HEADERS}
    return json_text(
        {"status": reply.status, "headers": headers, "body": reply.body, "text": reply.text[:100_000]}
    )


def reply(text: str) -> Reply:
    """The reply as it was kept."""
    return Reply(**exact(text))


def receipt_json(receipt: Receipt) -> str:
    """What is at the provider."""
    return json_text(asdict(receipt))


def receipt(text: str) -> Receipt | None:
    """The receipt as it was kept; None for an empty text."""
    if not text:
        return None
    kept = exact(text)
    return Receipt(**{**kept, "notices": tuple(Notice(**notice) for notice in kept["notices"])})


def judgement_json(judgement: Judgement) -> str:
    """The verdict with all its comparisons."""
    return json_text({"state": judgement.state, "comparisons": [asdict(c) for c in judgement.comparisons]})


def judgement(text: str) -> Judgement | None:
    """The verdict as it was kept; None for an empty text."""
    if not text:
        return None
    kept = exact(text)
    return Judgement(kept["state"], tuple(Comparison(**item) for item in kept["comparisons"]))


def failure_of(error: ProviderError) -> Failure:
    """The error as it is kept: by its bare code, whose words stand under `error.<code>`."""
    return Failure(
        type(error).__name__,
        error.code.removeprefix("error."),
        dict(error.params),
        error.detail,
        error.path,
        error.status,
        error.request_id,
        error.step,
    )


def failure_json(failure: Failure) -> str:
    """A failure."""
    return json_text(asdict(failure))


def failure(text: str) -> Failure | None:
    """The failure as it was kept; None for an empty text."""
    return Failure(**exact(text)) if text else None


def _common(key: str, connection: Connection, draft: Draft, today: date) -> dict[str, Any]:
    return {
        "key": key,
        "connection": connection.model_dump(),
        "draft": draft_to_json(draft),
        "today": today.isoformat(),
    }


def _file(attachment: Attachment | None) -> dict[str, str] | None:
    if attachment is None:
        return None
    return {
        "filename": attachment.filename,
        "content_type": attachment.content_type,
        "sha256": attachment.sha256,
    }


def _attachment(kept: Mapping[str, str] | None, content: bytes | None) -> Attachment | None:
    if kept is None or content is None:
        return None
    return Attachment(kept["filename"], kept["content_type"], content, kept["sha256"])
