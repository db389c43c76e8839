"""Patterns of document numbers: `F{year}-{counter:04}` gives F2026-0042."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

Reset = Literal["year", "month", "never"]

_FIELD = re.compile(r"\{(year|yy|month|counter)(?::0?([1-9]))?\}")
_WIDTHS = {"year": 4, "yy": 2, "month": 2, "counter": 1}


class BadPattern(ValueError):
    """A pattern that gives no numbers, or the same number twice."""


def check_pattern(pattern: str, reset: Reset) -> None:
    """Raise BadPattern, with what to write instead, unless every number it gives is unique."""
    fields = [match[1] for match in _FIELD.finditer(pattern)]
    rest = _FIELD.sub("", pattern)
    if "{" in rest or "}" in rest:
        raise BadPattern(
            f"{pattern!r}: only {{year}}, {{yy}}, {{month}} and {{counter}} may stand in braces, "
            "for example F{year}-{counter:04}"
        )
    if any(ord(c) < 32 for c in rest):
        raise BadPattern(f"{pattern!r} holds a control character")
    if fields.count("counter") != 1:
        raise BadPattern(f"{pattern!r} needs {{counter}} exactly once, for example F{{year}}-{{counter:04}}")
    if reset != "never" and "year" not in fields and "yy" not in fields:
        raise BadPattern(
            f"{pattern!r} starts again each {reset}, so it needs {{year}} or {{yy}} to stay unique"
        )
    if reset == "month" and "month" not in fields:
        raise BadPattern(f"{pattern!r} starts again each month, so it needs {{month}} to stay unique")


def number_of(pattern: str, counter: int, on: date) -> str:
    """The number with that counter, issued on that day."""
    values = {"year": on.year, "yy": on.year % 100, "month": on.month, "counter": counter}

    def write(match: re.Match[str]) -> str:
        return f"{values[match[1]]:0{int(match[2] or _WIDTHS[match[1]])}}"

    return _FIELD.sub(write, pattern)


def counter_in(pattern: str, number: str, on: date) -> int | None:
    """The counter of a number that the pattern could have given on that day, else None."""
    match = _FIELD.search(pattern)
    while match is not None and match[1] != "counter":
        match = _FIELD.search(pattern, match.end())
    if match is None:
        return None
    head = number_of(pattern[: match.start()], 0, on)
    tail = number_of(pattern[match.end() :], 0, on)
    middle = number[len(head) : len(number) - len(tail)] if tail else number[len(head) :]
    if not (middle.isascii() and middle.isdigit()) or len(middle) > 12:
        return None
    counter = int(middle)
    return counter if number_of(pattern, counter, on) == number else None


def period_of(reset: Reset, on: date) -> str:
    """The period whose documents share one run of counters."""
    return {"year": f"{on:%Y}", "month": f"{on:%Y-%m}", "never": ""}[reset]
