"""Stripe's request bodies: nested values as fields with brackets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import cast

from app.client.calls import FormBody, Pairs
from app.domain.money import plain


def form(members: Mapping[str, object]) -> FormBody:
    """A body of these members: `a[b]=`, `a[0]=`; None is left out, an empty text clears."""
    return FormBody(pairs(members))


def pairs(members: Mapping[str, object]) -> Pairs:
    """The same as names and values, also for queries."""
    found: list[tuple[str, str]] = []
    for name, value in members.items():
        if isinstance(value, str):
            found.append((name, value))
        elif value is not None:
            _add(name, value, found)
    return tuple(found)


def _add(name: str, value: object, found: list[tuple[str, str]]) -> None:
    inside: Iterable[tuple[object, object]]
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list | tuple):
        inside = enumerate(value)
    else:
        found.append((name, text(value)))
        return
    for step, inner in inside:
        if isinstance(inner, str):
            found.append((f"{name}[{step}]", inner))
        elif inner is not None:
            _add(f"{name}[{step}]", inner, found)


def text(value: object) -> str:
    """One value as Stripe reads it: true and false, plain digits, times in Unix seconds."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return str(int(value.timestamp()))
    if isinstance(value, date):
        return str(int(datetime(value.year, value.month, value.day, tzinfo=UTC).timestamp()))
    return str(value)


def nest(members: dict[str, object], dotted: str, value: object) -> None:
    """Put the value at `a.b.c`, making the members on the way. A member that is there is kept as it is."""
    *way, last = dotted.split(".")
    here = members
    for step in way:
        inner = here.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        here = cast("dict[str, object]", inner)
    here.setdefault(last, value)
