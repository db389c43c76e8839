"""What a click on a word means for the field in hand: a date of several words, an amount, a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.currencies import MINOR_UNITS
from app.domain.stated import canonical
from app.intake.fields.amounts import Mark, amounts_in
from app.intake.fields.cells import Cell, around
from app.intake.fields.dates import PrintedDate, dates_in
from app.intake.fields.evidence import evidence_of
from app.intake.page import Box, Pages, Word
from app.intake.reading import FieldName

NEAR_PT = 3.0
_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "fr.": "CHF"}
_EDGES = " :;,()[]#"


class Pick(NamedTuple):
    """What a click took: the canonical value and where it stands."""

    value: str
    page: int
    box: Box


class _Place(NamedTuple):
    word: Word
    cell: Cell


class Clickable:
    """The words of a document as places one can click on. Made in the background, asked on each click."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        found = evidence_of(pages)
        self._mark: Mark = found.mark
        self._is_month_first = found.month_first
        self._places: dict[int, tuple[_Place, ...]] = {
            grid.page.number: tuple(
                _Place(word, cell) for line in grid.lines for cell in line for word in cell.words
            )
            for grid in found.grids
        }

    def words(self, page: int) -> Sequence[Word]:
        """The words one can click on, line by line."""
        return [place.word for place in self._places.get(page, ())]

    def at(self, page: int, x: float, y: float) -> int | None:
        """The word there, as its place in `words`; a little beside it will do."""
        best, distance = None, NEAR_PT
        for index, place in enumerate(self._places.get(page, ())):
            box = place.word.box
            away = max(box.x0 - x, x - box.x1, box.y0 - y, y - box.y1)
            if away <= distance:
                best, distance = index, away
        return best

    def pick(self, name: FieldName, page: int, index: int) -> Pick | None:
        """The value of that kind at the word; None if there is none of that kind."""
        word, cell = self._places[page][index]
        if name in ("date", "due_date"):
            return self._date(word, cell)
        if name in ("net", "tax", "gross"):
            return self._amount(word, cell)
        if name == "currency":
            return _currency(word, cell)
        if name in ("supplier_vat_id", "supplier_siren", "iban"):
            return _identifier(name, word, cell)
        if name == "supplier_name":
            return Pick(cell.text.strip(_EDGES), cell.page, cell.box)
        text = word.text.strip(_EDGES)
        return Pick(text, cell.page, word.box) if text else None

    def _date(self, word: Word, cell: Cell) -> Pick | None:
        for found in dates_in(cell):
            if _touches(found.box, word.box):
                return Pick(self._day(found), cell.page, found.box)
        return None

    def _day(self, found: PrintedDate) -> str:
        day = found.other if self._is_month_first and found.other else found.day
        return day.isoformat()

    def _amount(self, word: Word, cell: Cell) -> Pick | None:
        for found in amounts_in(cell, self._mark):
            if _touches(found.box, word.box):
                return Pick(canonical(found.value), cell.page, found.box)
        return None


def _currency(word: Word, cell: Cell) -> Pick | None:
    for text, box in ((word.text, word.box), (cell.text, cell.box)):
        for part in text.upper().split():
            code = part.strip(".,:;()[]")
            if code in MINOR_UNITS:
                return Pick(code, cell.page, box)
        for symbol, code in _SYMBOLS.items():
            if symbol in text.lower():
                return Pick(code, cell.page, box)
    return None


def _identifier(name: FieldName, word: Word, cell: Cell) -> Pick | None:
    """The run of words with digits around the click: identifiers are printed in groups."""
    words = list(cell.words)
    at = words.index(word)
    first = last = at
    while first > 0 and _is_group(words[first - 1].text):
        first -= 1
    while last + 1 < len(words) and _is_group(words[last + 1].text):
        last += 1
    run = words[first : last + 1]
    text = "".join(part.text for part in run).strip(_EDGES)
    text = "".join(letter for letter in text if letter.isalnum()).upper()
    if name == "supplier_siren":
        text = "".join(letter for letter in text if letter.isdigit())[:9]
    if not any(letter.isdigit() for letter in text):
        return None
    return Pick(text, cell.page, around([part.box for part in run]))


def _is_group(text: str) -> bool:
    plain = text.strip(_EDGES)
    return any(letter.isdigit() for letter in plain) or (len(plain) == 2 and plain.isupper())


def _touches(one: Box, other: Box) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0) and min(one.y1, other.y1) > max(one.y0, other.y0)
