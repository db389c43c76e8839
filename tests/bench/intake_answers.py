"""Suppliers' invoices with the values that are right, and whether a reading has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from app.intake.fields.places import plain
from app.intake.reading import FieldName, Reading
from tests.corpora import ROOT

FIELDS: Final[tuple[FieldName, ...]] = (
    "invoice_number",
    "date",
    "due_date",
    "currency",
    "net",
    "tax",
    "gross",
    "supplier_name",
    "supplier_vat_id",
)
KEY_FIELDS: Final[tuple[FieldName, ...]] = FIELDS[:-1]
"""All of these are to be right for a document to count as right."""
CENT: Final = Decimal("0.01")


@dataclass(frozen=True)
class Case:
    """One document with its expected values; `group` has the same supplier and layout."""

    name: str
    path: Path
    expected: Mapping[str, Any]

    @property
    def group(self) -> str:
        """The supplier's group, or the document alone."""
        return str(self.expected.get("group") or self.name)

    @property
    def is_generated(self) -> bool:
        """Made by a script, not published by someone."""
        return self.expected.get("truth") == "generated"

    @property
    def answer(self) -> dict[FieldName, str]:
        """What a person would confirm, in canonical form."""
        values: dict[FieldName, str] = {}
        for field in FIELDS:
            value = self.expected.get(field)
            values[field] = "" if value is None else str(value)
        return values

    def is_right(self, field: FieldName, value: str) -> bool:
        """Whether this value of the field counts as right; an empty one says that there is none."""
        accepted = [self.expected.get(field), *self.expected.get("accept", {}).get(field, [])]
        return any(_same(field, right, value) for right in accepted)

    def right_fields(self, reading: Reading) -> frozenset[FieldName]:
        """The fields the reading has right."""
        return frozenset(field for field in FIELDS if self.is_right(field, value_of(reading, field)))


def value_of(reading: Reading, field: FieldName) -> str:
    """The field's value, empty if there is none."""
    found = reading.fields.get(field)
    return found.value if found is not None else ""


def cases() -> list[Case]:
    """The documents of the corpus that have a text layer, by name."""
    folder = ROOT / "supplier_pdf" if (ROOT / "supplier_pdf").is_dir() else ROOT
    found = []
    for path in sorted(folder.glob("*.expected.json")):
        expected = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        name = path.name.removesuffix(".expected.json")
        document = folder / f"{name}.pdf"
        if expected.get("text_layer", True) and document.is_file():
            found.append(Case(name, document, expected))
    return found


def _same(field: FieldName, right: Any, value: str) -> bool:
    if right == "*":
        return True
    if right is None or not value:
        return right is None and not value
    if field in ("net", "tax", "gross"):
        return abs(abs(Decimal(str(right))) - abs(Decimal(value))) < CENT
    if field in ("date", "due_date", "currency"):
        return str(right) == value
    return plain(str(right)) == plain(value)
