"""What ChargeOver's refusals mean, and which field of the document they speak of.

Documented are 400, 401 and 404 with an envelope whose `message` is for people. 403, 409, 422 and 429
are not; they are read as HTTP means them.
"""

from __future__ import annotations

import re
from typing import Any, Final

from app.client.answers import at
from app.client.calls import Reply
from app.client.errors import ProviderError, Refused, Throttled, Unauthorised, Unexpected
from app.domain.draft import Draft

_FIELDS: Final = (
    ("refnumber", "number"),
    ("customer", "buyer"),
    ("currency", "currency"),
    ("terms", "payment_terms"),
    ("bill_", "billing_address"),
    ("ship_", "shipping_address"),
    ("memo", "memo"),
    ("line_items", "rows"),
    ("line item", "rows"),
    ("item_id", "rows"),
    ("item", "rows"),
    ("date", "issue_date"),
)
"""Words of their sentences and the draft's fields, the more telling first."""

_CUSTOM: Final = re.compile(r"custom_([0-9]{1,2})\b")
_LINE: Final = re.compile(r"line_items\W+([0-9]{1,5})\b")
_MEMBERS: Final = (("line_rate", "unit_price"), ("line_quantity", "quantity"), ("descrip", "label"))
"""A line's members and ours."""
_LONGEST_WAIT_S: Final = 3_600.0


def error_of(reply: Reply, draft: Draft | None) -> ProviderError:
    """The error behind a reply that its call does not accept."""
    said = sentence(reply)
    told: dict[str, Any] = {
        "detail": said,
        "status": reply.status,
        "request_id": reply.headers.get("x-request-id", ""),
    }
    if reply.status == 401:
        return Unauthorised("credentials_rejected", **told)
    if reply.status == 403:
        return Unauthorised("not_allowed", **told)
    if reply.status == 429:
        busy = Throttled("too_many_requests", **told)
        busy.retry_after_s = _wait_of(reply)
        return busy
    if reply.status == 404:
        return Refused("not_found", **told)
    if reply.status in (400, 409, 422):
        return Refused("refused", path=path_of(said, draft), **told)
    if at(reply.body, "status") == "Error" and reply.status < 300:
        return Refused("refused", path=path_of(said, draft), **told)
    return Unexpected("server_failed" if reply.status >= 500 else "status_unknown", **told)


def sentence(reply: Reply) -> str:
    """The provider's own words, untrusted."""
    found = at(reply.body, "message")
    return found if isinstance(found, str) and found else reply.text.strip()


def path_of(said: str, draft: Draft | None) -> str:
    """The field of the draft that a sentence of theirs names; empty if it names none."""
    lowered = said.lower()
    line = _LINE.search(lowered)
    if line and draft is not None:
        rows = [row.id for row in draft.lines]
        place = int(line[1])
        member = next((f".{ours}" for theirs, ours in _MEMBERS if theirs in lowered), "")
        return f"rows.{rows[place]}{member}" if place < len(rows) else "rows"
    if _CUSTOM.search(lowered):
        return "custom_fields"
    if "external_key" in lowered or "external key" in lowered:
        owner = next((word for word in ("customer", "item") if word in lowered), "")
        return {"customer": "buyer", "item": "rows"}.get(owner, "external_reference")
    return next((path for word, path in _FIELDS if word in lowered), "")


def _wait_of(reply: Reply) -> float | None:
    try:
        seconds = float(reply.headers.get("retry-after", ""))
    except ValueError:
        return None
    return min(seconds, _LONGEST_WAIT_S) if seconds >= 0 else None
