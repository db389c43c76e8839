"""Closed shapes of request bodies: each check passes a value or declines it as the vendor does.

An unknown member, a missing one, a number where text must be, a null where none may be: 400.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal

from pydantic import JsonValue

from app.practice.pennylane.desk import malformed

Check = Callable[[JsonValue, str], None]

DECIMAL = r"-?\d+(\.\d+)?"


def closed(required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    """An object with these members and no other."""
    known = {**required, **optional}

    def check(value: JsonValue, place: str) -> None:
        if not isinstance(value, dict):
            raise malformed(f"{place or 'body'} expected object, but received {_kind(value)}", place=place)
        for name, member in value.items():
            here = f"{place}/{name}" if place else name
            if name not in known:
                raise malformed(f"{here} does not exist", "NotExistPropertyDefinition", here)
            known[name](member, here)
        for name in required:
            if name not in value:
                here = f"{place}/{name}" if place else name
                raise malformed(f"missing required parameters: {here}", "NotExistRequiredKey", here)

    return check


def listed(of: Check, *, least: int = 0) -> Check:
    """A list of these, at least so many."""

    def check(value: JsonValue, place: str) -> None:
        if not isinstance(value, list):
            raise malformed(f"{place} expected array, but received {_kind(value)}", place=place)
        if len(value) < least:
            raise malformed(f"{place} contains fewer than min items", "LessThanMinItems", place)
        for number, item in enumerate(value):
            of(item, f"{place}/{number}")

    return check


def text(*, longest: int = 0, least: int = 0, pattern: str = "", nullable: bool = False) -> Check:
    """A string."""
    fits = re.compile(pattern)

    def check(value: JsonValue, place: str) -> None:
        if value is None and nullable:
            return
        if not isinstance(value, str):
            raise malformed(f"{place} expected string, but received {_kind(value)}", place=place)
        if longest and len(value) > longest:
            raise malformed(f"{place} is longer than {longest}", "MoreThanMaxLength", place)
        if len(value) < least:
            raise malformed(f"{place} is shorter than {least}", "LessThanMinLength", place)
        if pattern and not fits.fullmatch(value):
            raise malformed(f"{place} has an invalid format", "InvalidPattern", place)

    return check


def choice(values: Collection[str], *, nullable: bool = False) -> Check:
    """One of these strings."""
    allowed = frozenset(values)

    def check(value: JsonValue, place: str) -> None:
        if value is None and nullable:
            return
        if not isinstance(value, str) or value not in allowed:
            raise malformed(f"{place} isn't part of the enum", "NotEnumInclude", place)

    return check


def nullable(of: Check) -> Check:
    """The same, or null."""
    return lambda value, place: None if value is None else of(value, place)


def integer(value: JsonValue, place: str) -> None:
    """A whole number, no text."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise malformed(f"{place} expected integer, but received {_kind(value)}", place=place)


def number(value: JsonValue, place: str) -> None:
    """A JSON number, no text."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise malformed(f"{place} expected number, but received {_kind(value)}", place=place)


def flag(value: JsonValue, place: str) -> None:
    """True or false."""
    if not isinstance(value, bool):
        raise malformed(f"{place} expected boolean, but received {_kind(value)}", place=place)


def day(value: JsonValue, place: str) -> None:
    """A date, YYYY-MM-DD."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            date.fromisoformat(value)
        except ValueError:
            pass
        else:
            return
    raise malformed(f"{place} has an invalid date format", "InvalidDateFormat", place)


def _kind(value: object) -> str:
    kinds = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    return kinds.get(type(value), "number")
