"""From the bytes of an answer to a Reply: bounded, exact, and never what a portal made up."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Final, NoReturn

from pydantic import JsonValue

from app.client.answers import LONGEST_TEXT
from app.client.calls import Reply
from app.client.errors import Unexpected
from app.client.transport import WireReply

DEEPEST: Final = 64
_TROUBLESOME: Final = re.compile(rb"\\u(?:d[89a-f]|0000)", re.IGNORECASE)
_REQUEST_IDS: Final = ("request-id", "x-request-id", "x-amzn-requestid", "cf-ray")


def reply_of(answer: WireReply) -> Reply:
    """The answer, read. An error status may be of any kind; a success must be JSON or nothing.

    Raises Unexpected, with the request's id and status.
    """
    try:
        return _read(answer)
    except Unexpected as error:
        error.status = answer.status
        error.request_id = request_id(answer.headers)
        raise


def request_id(headers: Mapping[str, str]) -> str:
    """What the provider calls this request, for its support; empty if it does not say."""
    return next((headers[name][:100] for name in _REQUEST_IDS if headers.get(name)), "")


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """How long we are told to wait: seconds, or until a date by the server's own clock."""
    said = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?", said):
        return float(said)
    until = http_date(said)
    if until is None:
        return None
    return max(0.0, (until - (http_date(headers.get("date", "")) or now)).total_seconds())


def http_date(said: str) -> datetime | None:
    """A date of HTTP; None if it is none."""
    try:
        read = parsedate_to_datetime(said)
    except (TypeError, ValueError, OverflowError):
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _read(answer: WireReply) -> Reply:
    content = answer.content.strip()
    is_success = 200 <= answer.status < 300
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not content:
        return Reply(answer.status, answer.headers)
    if kind in ("text/html", "application/xhtml+xml") or content[:1] == b"<":
        if is_success:
            raise Unexpected("captive_portal")
        return Reply(answer.status, answer.headers, text=_words(content))
    try:
        return Reply(answer.status, answer.headers, body=json_value(content))
    except Unexpected:
        if is_success:
            raise
        return Reply(answer.status, answer.headers, text=_words(content))


def json_value(content: bytes) -> JsonValue:
    """JSON with exact numbers, at most DEEPEST deep, without text that no store takes.

    Raises Unexpected.
    """
    try:
        value: JsonValue = json.loads(
            content.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number
        )
    except RecursionError:
        raise Unexpected("answer_too_deep") from None
    except ValueError:
        raise Unexpected("answer_garbled") from None
    if _is_too_deep(value):
        raise Unexpected("answer_too_deep")
    return _storable(value) if _TROUBLESOME.search(content) else value


def _no_number(_name: str) -> NoReturn:
    raise ValueError("no JSON number")


def _is_too_deep(value: JsonValue) -> bool:
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [inner for outer in level for inner in _members(outer) if isinstance(inner, dict | list)]
        if not level:
            return False
    return True


def _members(value: JsonValue) -> Iterable[JsonValue]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _storable(value: JsonValue) -> JsonValue:
    """The value with halves of surrogate pairs and NUL, which databases refuse, replaced."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {str(_storable(name)): _storable(member) for name, member in value.items()}
    return value


def _words(content: bytes) -> str:
    return content[:LONGEST_TEXT].decode("utf-8", "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
