"""Dates as they are printed, numeric or with the month as a word, in the languages we read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from app.intake.fields.amounts import box_of
from app.intake.fields.cells import Cell
from app.intake.fields.words import folded
from app.intake.page import Box

_MONTHS: Final = (
    "january jan janvier janv januar jaenner janner enero ene gennaio genn januari janeiro",
    "february feb fevrier fevr fev februar feber febrero febbraio febbr februari fevereiro",
    "march mar mars marz maerz mrz marzo maart mrt marco",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio magg mag mei maio",
    "june jun juin juni junio giugno giu junho",
    "july jul juillet juil juli julio luglio lug lugl julho",
    "august aug aout aou agosto ago agos augustus",
    "september sep sept septembre septiembre setiembre settembre sett set setembro",
    "october oct octobre oktober okt octubre ottobre ott oktober outubro out",
    "november nov novembre noviembre novembro",
    "december dec decembre dezember dez diciembre dic dicembre desember dezembro decembre",
)
_MONTH_OF: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAMES: Final = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_ISO: Final = re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_NUMERIC: Final = re.compile(
    r"(?<![\d.,/-])(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d|[.,]\d)"
)
_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:er|st|nd|rd|th|o|\.)?[\s./-]*(?:of |de |d')?({_NAMES})\b\.?"
    r" ?,?[\s./-]*(?:de |del )?(\d{4}|'?\d{2})(?![\d:])"
)
_MONTH_FIRST: Final = re.compile(
    rf"\b({_NAMES})\b\.?[\s-]*(\d{{1,2}})(?:st|nd|rd|th)? ?,?[\s-]*(\d{{4}})(?!\d)"
)
FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 2099


class PrintedDate(NamedTuple):
    """One date. `other` is the same digits read with day and month exchanged, if that is a date too."""

    day: date
    other: date | None
    cell: Cell
    start: int
    end: int
    box: Box


class Order(NamedTuple):
    """How a document writes dates in digits."""

    month_first: bool
    is_certain: bool


def dates_in(cell: Cell) -> Iterator[PrintedDate]:
    """Every date of the cell, day before month where the digits alone do not tell."""
    text = folded(cell.text)
    # Folding may change the length; places are then only near, which is enough for a box.
    taken: list[tuple[int, int]] = []

    def is_free(found: re.Match[str]) -> bool:
        if any(found.start() < end and found.end() > start for start, end in taken):
            return False
        taken.append(found.span())
        return True

    for found in _ISO.finditer(text):
        day = _date(found[1], found[2], found[3])
        if day and is_free(found):
            yield _printed(day, None, cell, found)
    for found in _DAY_FIRST.finditer(text):
        day = _date(_year(found[3]), _MONTH_OF[found[2]], found[1])
        if day and is_free(found):
            yield _printed(day, None, cell, found)
    for found in _MONTH_FIRST.finditer(text):
        day = _date(found[3], _MONTH_OF[found[1]], found[2])
        if day and is_free(found):
            yield _printed(day, None, cell, found)
    for found in _NUMERIC.finditer(text):
        year = _year(found[4])
        day, other = _date(year, found[3], found[1]), _date(year, found[1], found[3])
        best = day or other
        if best and is_free(found):
            yield _printed(best, other if day and other != day else None, cell, found)


def order_of(dates: Sequence[PrintedDate], letters: Iterable[str], *, is_american: bool) -> Order:
    """Whether the document writes the month before the day, and whether that is certain.

    Dates whose digits leave no choice decide; a document in dollars and English follows America.
    """
    text = " ".join(letters)
    certain_day = certain_month = 0
    for found in _NUMERIC.finditer(text):
        first, second = int(found[1]), int(found[3])
        if found[2] == "." or first > 12 >= second:
            certain_day += 1
        elif second > 12 >= first:
            certain_month += 1
    if certain_day or certain_month:
        return Order(certain_month > certain_day, is_certain=not (certain_day and certain_month))
    return Order(is_american and bool(dates), is_certain=False)


def _printed(day: date, other: date | None, cell: Cell, found: re.Match[str]) -> PrintedDate:
    return PrintedDate(day, other, cell, found.start(), found.end(), box_of(cell, found.start(), found.end()))


def _year(text: str) -> int:
    digits = text.lstrip("'")
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _date(year: int | str, month: int | str, day: int | str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
