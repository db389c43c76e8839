"""The e-invoice inside a file beside what its page shows: where they differ, neither is believed silently."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final

from app.intake.fields.cells import grid_of
from app.intake.fields.context import all_cells
from app.intake.fields.words import folded
from app.intake.page import Pages
from app.intake.reading import FieldName, Reading, Remark

COMPARED: Final[tuple[FieldName, ...]] = ("invoice_number", "date", "currency", "gross", "net", "tax")


def compared(stated: Reading, shown: Reading | None, pages: Pages) -> Reading:
    """The stated reading with the places of its values on the page, and a remark where the page differs.

    A page's value counts as another one only if it was read as sure and the stated one is nowhere on it.
    """
    if shown is None:
        return stated
    fields = dict(stated.fields)
    remarks = list(stated.warnings)
    text = _text_of(pages)
    for name, value in stated.fields.items():
        seen = shown.fields.get(name)
        if seen is None:
            continue
        if _same(name, value.value, seen.value):
            fields[name] = replace(value, page=seen.page, box=seen.box)
        elif name in COMPARED and seen.is_sure and not _stands(name, value.value, text):
            fields[name] = replace(value, is_sure=False, confidence=0.6, page=seen.page, box=seen.box)
            remarks.append(
                Remark("xml_differs", {"field": name, "xml": value.value, "page": seen.value}, (name,))
            )
    return replace(stated, fields=fields, warnings=tuple(remarks), language=shown.language)


def _same(name: FieldName, one: str, other: str) -> bool:
    if name in ("net", "tax", "gross"):
        try:
            return abs(Decimal(one)) == abs(Decimal(other))
        except InvalidOperation:
            return False
    return _bare(one) == _bare(other)


def _stands(name: FieldName, value: str, text: str) -> bool:
    if name in ("net", "tax", "gross"):
        try:
            digits = f"{abs(Decimal(value)):.2f}".replace(".", "")
        except InvalidOperation:
            return False
        return digits in text
    if name == "date":
        year, month, day = value.split("-")
        return any(
            form in text
            for form in (year + month + day, day + month + year, day + month + year[2:], month + day + year)
        )
    return _bare(value) in text


def _text_of(pages: Pages) -> str:
    return _bare(" ".join(cell.text for page in pages.pages for cell in all_cells([grid_of(page)])))


def _bare(text: str) -> str:
    return "".join(letter for letter in folded(text) if letter.isalnum())
