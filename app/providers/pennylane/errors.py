"""What Pennylane's refusals mean, and which field of the document they speak of.

The vendor's pages contradict each other on the shape: `{message, code, field, payload}`, `{error,
status}`, `{error, message, details}`. The sentence is `message`, else `error` when that is no bare
code word, else the text. 429 is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from app.client.answers import at
from app.client.calls import Reply
from app.client.errors import ProviderError, Refused, Throttled, Unauthorised, Unexpected
from app.domain.draft import Draft

_CODE_WORD: Final = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_STEP: Final = re.compile(r"[\w-]+")
_RETRY_CONFLICT_S: Final = 90.0
_LONGEST_WAIT_S: Final = 3_600.0

SCOPE: Final = re.compile(r"scope[s:]*\s+\"?([a-z_]+(?::[a-z]+)?)", re.IGNORECASE)


def error_of(
    reply: Reply,
    draft: Draft | None,
    fields: Mapping[str, str],
    lines: Mapping[str, str],
    conflict: str = "pdf_not_ready",
) -> ProviderError:
    """The error behind a reply that its call does not accept.

    `fields` leads from their members to paths of the draft, `lines` from a line's member to a row's.
    Flows accept the 409 that they understand themselves; what is left is "not yet", of the code
    `conflict`, to be tried later.
    """
    said = sentence(reply)
    told: dict[str, object] = {"detail": said, "status": reply.status}
    told["request_id"] = reply.headers.get("x-request-id", "")
    if reply.status == 401:
        return _made(Unauthorised, "token_rejected", told)
    if reply.status == 403:
        scope = SCOPE.search(said)
        if scope:
            return _made(Unauthorised, "scope_missing", told, {"scope": scope[1]})
        return _made(Unauthorised, "not_allowed", told)
    if reply.status == 409:
        later = _made(Throttled, conflict, told)
        assert isinstance(later, Throttled)
        later.retry_after_s = _RETRY_CONFLICT_S
        return later
    if reply.status == 429:
        busy = _made(Throttled, "too_many_requests", told)
        assert isinstance(busy, Throttled)
        busy.retry_after_s = _wait_of(reply)
        return busy
    if reply.status in (400, 404, 422):
        told["path"] = _path_of(reply, said, draft, fields, lines)
        code = {400: "malformed", 404: "not_found", 422: "declined"}[reply.status]
        return _made(Refused, code, told)
    return _made(Unexpected, "server_failed" if reply.status >= 500 else "status_unknown", told)


def sentence(reply: Reply) -> str:
    """The provider's own words, untrusted."""
    for member in ("message", "error"):
        found = at(reply.body, member)
        if isinstance(found, str) and found and not (member == "error" and _CODE_WORD.fullmatch(found)):
            return found
    found = at(reply.body, "error")
    return found if isinstance(found, str) else reply.text.strip()


def _made(
    kind: type[ProviderError], code: str, told: Mapping[str, object], params: Mapping[str, str] | None = None
) -> ProviderError:
    return kind(code, params, **told)  # type: ignore[arg-type]


def _wait_of(reply: Reply) -> float | None:
    try:
        seconds = float(reply.headers.get("retry-after", ""))
    except ValueError:
        return None
    return min(seconds, _LONGEST_WAIT_S) if seconds >= 0 else None


def _path_of(
    reply: Reply, said: str, draft: Draft | None, fields: Mapping[str, str], lines: Mapping[str, str]
) -> str:
    named = at(reply.body, "field")
    steps = _STEP.findall(named) if isinstance(named, str) else []
    if not steps:
        words = set(re.findall(r"[a-z_]{4,}", said))
        steps = [next((member for member in fields if member in words and "_" in member), "")]
    return _draft_path([step for step in steps if step], draft, fields, lines)


def _draft_path(
    steps: list[str], draft: Draft | None, fields: Mapping[str, str], lines: Mapping[str, str]
) -> str:
    for place, step in enumerate(steps):
        if step == "invoice_lines" or step == "line_items":
            return _line_path(steps[place + 1 :], draft, lines)
        if step in fields:
            return fields[step]
    return ""


def _line_path(steps: list[str], draft: Draft | None, lines: Mapping[str, str]) -> str:
    rows = list(draft.lines) if draft else []
    number = int(steps[0]) if steps and steps[0].isdecimal() and len(steps[0]) < 6 else -1
    if not 0 <= number < len(rows):
        return "rows"
    member = next((lines[step] for step in steps[1:] if step in lines), "")
    return f"rows.{rows[number].id}" + (f".{member}" if member else "")
