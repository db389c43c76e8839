"""Every place of a document where a value of some type stands, with the words that lead to it.

This is what learning compares: a field's place on one invoice of a supplier and on the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from app.domain.stated import canonical
from app.intake.fields.amounts import box_of
from app.intake.fields.cells import Cell
from app.intake.fields.context import heading_of, left_of
from app.intake.fields.evidence import Evidence
from app.intake.fields.words import folded
from app.intake.page import Box
from app.intake.reading import FieldName

AMOUNTS: Final[tuple[FieldName, ...]] = ("net", "tax", "gross")
DATES: Final[tuple[FieldName, ...]] = ("date", "due_date")
LONGEST_KEY: Final = 60
_TOKEN: Final = re.compile(r"[A-Za-z0-9][\w./\-]*[A-Za-z0-9](?: \d{2,})*|\d")


class Place(NamedTuple):
    """A value with its surroundings: `left` on its line, `above` in its column, digits and marks left out."""

    value: str
    left: str
    above: str
    page: int
    box: Box


def places_of(found: Evidence, name: FieldName) -> list[Place]:
    """Where values of this field's type stand, in reading order; nothing for other fields."""
    if name in AMOUNTS:
        return [
            _place(found, canonical(a.value), a.cell, a.start, a.since, a.box)
            for a in found.amounts
            if not a.is_percent
        ]
    if name in DATES:
        places, since = [], 0
        cell: Cell | None = None
        for printed in found.dates:
            since = since if cell is printed.cell else 0
            day = printed.other if found.month_first and printed.other else printed.day
            places.append(_place(found, day.isoformat(), printed.cell, printed.start, since, printed.box))
            cell, since = printed.cell, printed.end
        return places
    if name == "invoice_number":
        return [place for cell in found.cells for place in _numbers(found, cell)]
    return []


def plain(text: str) -> str:
    """A text without case, accents, spaces and marks, to compare numbers and names by."""
    return "".join(letter for letter in folded(text) if letter.isalnum())


def shape_of(number: str) -> str:
    """What a number is made of: runs of letters and digits become A and 0."""
    return re.sub(r"\d+", "0", re.sub(r"[^\W\d]+", "A", number.replace(" ", "")))


def same_value(name: FieldName, one: str, other: str) -> bool:
    """Whether two values of a field say the same; amounts without their sign."""
    if name in AMOUNTS:
        return abs(Decimal(one)) == abs(Decimal(other))
    if name in DATES:
        return one == other
    return plain(one) == plain(other)


def _numbers(found: Evidence, cell: Cell) -> Iterator[Place]:
    for token in _TOKEN.finditer(cell.text):
        if any(letter.isdigit() for letter in token.group()):
            start, end = token.span()
            yield _place(found, token.group(), cell, start, 0, box_of(cell, start, end))


def _place(found: Evidence, value: str, cell: Cell, start: int, since: int, box: Box) -> Place:
    grid = found.by_page[cell.page]
    beside = left_of(grid, cell, start, 1, since=since)
    heading = heading_of(grid, cell)
    return Place(
        value,
        _key(beside[0]) if beside else "",
        _key(folded(heading.text)) if heading else "",
        cell.page,
        box,
    )


def _key(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text)
    return " ".join(words)[-LONGEST_KEY:]
