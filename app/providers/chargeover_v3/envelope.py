"""ChargeOver's envelope: every answer is `{code, status, message, details, response}`.

An answer is good only if the HTTP status is 2xx and `status` is `OK`; with anything else `response`
is false or null. Source: the page of the endpoint and the vendor's clients, read in November 2026.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from pydantic import JsonValue

from app.client.answers import at, identifier, items, members, text
from app.client.calls import Reply
from app.client.errors import Refused, Unexpected

_PLACEHOLDER: Final = re.compile(r"\{[a-z_]+[\w.\- ]*\}")

NOT_FOUND: Final[JsonValue] = {
    "code": 404,
    "status": "Error",
    "message": "",
    "details": {},
    "response": False,
}
NOTHING: Final[JsonValue] = {"code": 200, "status": "OK", "message": "", "details": {}, "response": []}


def ok(response: JsonValue, code: int = 200) -> JsonValue:
    """A good envelope around this."""
    return {"code": code, "status": "OK", "message": "", "details": {}, "response": response}


def response_of(reply: Reply) -> JsonValue:
    """What stands in the envelope of a good answer.

    Raises Refused when the envelope says no in spite of its HTTP status, Unexpected for no envelope.
    """
    body = members(reply.body)
    status = at(body, "status")
    if status == "OK" and 200 <= reply.status < 300:
        return at(body, "response")
    if status == "Error":
        raise Refused("refused", detail=text(body, "message"), status=reply.status)
    raise Unexpected("no_envelope", detail=reply.text, status=reply.status)


def is_missing(reply: Reply) -> bool:
    """Whether this says that nothing of that id or key is there."""
    return reply.status == 404 or at(reply.body, "code") in (404, "404")


def is_ok(reply: Reply) -> bool:
    """Whether HTTP and envelope both say it was done."""
    return 200 <= reply.status < 300 and at(reply.body, "status") == "OK"


def record_of(reply: Reply) -> dict[str, JsonValue]:
    """The one object answered. Raises Refused, Unexpected."""
    return dict(members(response_of(reply), "response"))


def records_of(reply: Reply) -> list[JsonValue]:
    """The list answered. Raises Refused, Unexpected."""
    return items(response_of(reply), "response")


def created_id(reply: Reply) -> str:
    """The id of what was made: from the envelope, else from the link in `Location`; else empty."""
    found = at(reply.body, "response", "id")
    if isinstance(found, str | int) and not isinstance(found, bool) and str(found).strip():
        return identifier(found)
    last = urlsplit(reply.headers.get("location", "")).path.rstrip("/").rpartition("/")[2]
    return unquote(last) if last.isascii() and last.isdigit() else ""


def wire_id(value: str) -> int | str:
    """An id as it is sent: a number. What stands for one in a plan stays as it is. Raises Unexpected."""
    if value.isascii() and value.isdigit() and len(value) <= 18:
        return int(value)
    if _PLACEHOLDER.fullmatch(value):
        return value
    raise Unexpected("answer_wrong_type", {"member": "id", "wanted": "number", "found": "text"})
