"""Reading untrusted answers: each member with the type it must have, or an error that says which.

Providers send ids as text or number, null where a number was, and members nobody expects.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from pydantic import JsonValue

from app.client.errors import Unexpected

LONGEST_TEXT = 100_000


def members(value: object, path: str = "") -> Mapping[str, JsonValue]:
    """The value as an object. Raises Unexpected."""
    if isinstance(value, dict):
        return value
    raise _wrong(path, "object", value)


def items(value: object, path: str = "") -> list[JsonValue]:
    """The value as a list. Raises Unexpected."""
    if isinstance(value, list):
        return value
    raise _wrong(path, "list", value)


def at(value: object, *path: str | int) -> JsonValue:
    """The member at the end of this path; None when it, or one on the way, is absent or null."""
    here: object = value
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and 0 <= step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) else None
    return here  # type: ignore[return-value]


def text(value: object, *path: str | int) -> str:
    """The text there; a number counts as its digits; absent or null is empty. Raises Unexpected."""
    found = at(value, *path)
    if found is None:
        return ""
    if isinstance(found, bool) or not isinstance(found, str | int | Decimal):
        raise _wrong(_told(path), "text", found)
    return str(found)[:LONGEST_TEXT]


def identifier(value: object, *path: str | int) -> str:
    """The id there, sent as text or as a number. Raises Unexpected when there is none."""
    found = text(value, *path).strip()
    if not found or len(found) > 255:
        raise _wrong(_told(path), "id", at(value, *path))
    return found


def decimal(value: object, *path: str | int) -> Decimal | None:
    """The number there, sent as a number or as text; None if absent or null. Raises Unexpected."""
    found = at(value, *path)
    if found is None or found == "":
        return None
    if isinstance(found, bool) or not isinstance(found, str | int | Decimal):
        raise _wrong(_told(path), "number", found)
    try:
        number = Decimal(found)
    except InvalidOperation:
        raise _wrong(_told(path), "number", found) from None
    if not number.is_finite() or abs(number.adjusted()) > 30:
        raise _wrong(_told(path), "number", found)
    return number


def day(value: object, *path: str | int) -> date | None:
    """The date there, `YYYY-MM-DD` with or without a time behind; None if absent. Raises Unexpected."""
    found = text(value, *path)
    if not found:
        return None
    try:
        return date.fromisoformat(found[:10])
    except ValueError:
        raise _wrong(_told(path), "date", found) from None


def flag(value: object, *path: str | int) -> bool | None:
    """The yes or no there; None if absent. Raises Unexpected."""
    found = at(value, *path)
    if found is None or isinstance(found, bool):
        return found
    raise _wrong(_told(path), "flag", found)


def _told(path: tuple[str | int, ...]) -> str:
    return ".".join(str(step) for step in path)


def _wrong(path: str, wanted: str, found: object) -> Unexpected:
    kind = {dict: "object", list: "list", str: "text", bool: "flag", type(None): "null"}.get(
        type(found), "number"
    )
    return Unexpected("answer_wrong_type", {"member": path or "/", "wanted": wanted, "found": kind})
