"""The e-invoice inside a file beside what its page shows: where they differ, neither is believed silently."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Final

from app.intake.fields.amounts import Mark, amounts_in
from app.intake.fields.cells import grid_of
from app.intake.fields.context import all_cells
from app.intake.fields.dates import dates_in
from app.intake.fields.words import folded
from app.intake.page import Pages
from app.intake.reading import FieldName, Reading, Remark

COMPARED: Final[tuple[FieldName, ...]] = ("invoice_number", "date", "currency", "gross", "net", "tax")
AMOUNTS: Final[tuple[FieldName, ...]] = ("net", "tax", "gross")
MARKS: Final[tuple[Mark, ...]] = (",", ".")
EXPECTED: Final[tuple[FieldName, ...]] = ("invoice_number", "date", "gross")
"""What every page of an invoice shows."""


def compared(stated: Reading, shown: Reading | None, pages: Pages) -> Reading:
    """The stated reading with the places of its values on the page, and a remark where the page differs.

    A value of the page counts as another one only if it was read as sure and the stated one is nowhere
    on it. What differs, and what every page shows but this one does not, is no longer sure.
    """
    if shown is None:
        return stated
    fields = dict(stated.fields)
    remarks = list(stated.warnings)
    page = _Page(pages)
    for name, value in stated.fields.items():
        seen = shown.fields.get(name)
        if seen is not None and _same(name, value.value, seen.value):
            fields[name] = replace(value, page=seen.page, box=seen.box)
        elif name in COMPARED and not page.shows(name, value.value):
            if seen is not None and seen.is_sure:
                fields[name] = replace(value, is_sure=False, confidence=0.6, page=seen.page, box=seen.box)
                told = {"field": name, "xml": value.value, "page": seen.value}
                remarks.append(Remark("xml_differs", told, (name,)))
            elif name in EXPECTED:
                fields[name] = replace(value, is_sure=False, confidence=0.8)
                remarks.append(Remark("xml_not_on_page", {"field": name, "xml": value.value}, (name,)))
    return replace(stated, fields=fields, warnings=tuple(remarks), language=shown.language)


class _Page:
    """All that the pages show, looked through when asked."""

    def __init__(self, pages: Pages) -> None:
        self._cells = all_cells([grid_of(page) for page in pages.pages])

    def shows(self, name: FieldName, value: str) -> bool:
        """Whether the value stands anywhere, however it is written."""
        if name == "date":
            return value in self._dates
        if name in AMOUNTS:
            return _amount(value) in self._amounts
        return _bare(value) in self._text

    @cached_property
    def _text(self) -> str:
        return _bare(" ".join(cell.text for cell in self._cells))

    @cached_property
    def _dates(self) -> frozenset[str]:
        printed = [date for cell in self._cells for date in dates_in(cell)]
        days = [day for date in printed for day in (date.day, date.other) if day is not None]
        return frozenset(day.isoformat() for day in days)

    @cached_property
    def _amounts(self) -> frozenset[Decimal | None]:
        """The figures, read with either decimal mark."""
        return frozenset(
            abs(amount.value) for cell in self._cells for mark in MARKS for amount in amounts_in(cell, mark)
        )


def _same(name: FieldName, one: str, other: str) -> bool:
    if name in AMOUNTS:
        return _amount(one) == _amount(other)
    return _bare(one) == _bare(other)


def _amount(text: str) -> Decimal | None:
    try:
        return abs(Decimal(text))
    except InvalidOperation:
        return None


def _bare(text: str) -> str:
    return "".join(letter for letter in folded(text) if letter.isalnum())
