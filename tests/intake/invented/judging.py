"""How much of an invented invoice the reader has right, and what it was wrongly sure of."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

import pypdfium2 as pdfium

from app.intake.fields.places import plain
from app.intake.fields.read import read_pages
from app.intake.page import Pages
from app.intake.pdf_text import pages_of
from app.intake.reading import FieldName, Reading
from tests.intake.invented.drawing import Invented, invoice

KEY_FIELDS: Final[tuple[FieldName, ...]] = (
    "invoice_number",
    "date",
    "due_date",
    "currency",
    "net",
    "tax",
    "gross",
    "supplier_name",
)
FIELDS: Final[tuple[FieldName, ...]] = (*KEY_FIELDS, "supplier_vat_id")
CENT: Final = Decimal("0.01")


class Judged(NamedTuple):
    """One reading: the fields it has right, those it is sure of, and what it is sure of wrongly."""

    right: frozenset[FieldName]
    sure: frozenset[FieldName]
    wrongly_sure: dict[FieldName, str]


@cache
def judged(seed: int, *, fresh: bool = False) -> Judged:
    """Draw the invoice of this seed, read it, and compare."""
    drawn = invoice(seed, fresh=fresh)
    reading = read_pages(pages_of_content(drawn.content))
    right = frozenset(field for field in FIELDS if _is_right(drawn, reading, field))
    sure = frozenset(field for field in FIELDS if field in reading.fields and reading.fields[field].is_sure)
    return Judged(right, sure, {field: reading.fields[field].value for field in sure - right})


def pages_of_content(content: bytes) -> Pages:
    """The words of a PDF."""
    document = pdfium.PdfDocument(content)
    try:
        return pages_of(document)
    finally:
        document.close()


def _is_right(drawn: Invented, reading: Reading, field: FieldName) -> bool:
    found = reading.fields.get(field)
    value = found.value if found else ""
    right = drawn.right[field]
    if not value:
        return "" in right
    if field in ("net", "tax", "gross"):
        return any(abs(abs(Decimal(one)) - abs(Decimal(value))) < CENT for one in right if one)
    return any(one == value or plain(one) == plain(value) for one in right if one)
