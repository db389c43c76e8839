"""Suppliers' files: taken in, read, checked by a person, filed or sent on.

What the window and the command line need of values comes from here; `IntakeAccess` of `opening` opens the
desk. Importing this package loads no database library.
"""

from __future__ import annotations

from app.intake.page import Box, Pages, PageText, Word
from app.intake.reading import (
    FIELD_NAMES,
    FieldName,
    FieldReading,
    LineReading,
    Reading,
    Remark,
    VatReading,
)
from app.intake.worker import Failed, Held, ReadingCancelled, Shown
from app.services.intake.answers import (
    AMOUNTS,
    NEEDED,
    WANTED,
    Answer,
    Place,
    amount_of,
    canonical_value,
    checked,
    day_of,
    is_credit_note,
    values_of,
)
from app.services.intake.problems import CannotFile, NotTaken

__all__ = [
    "AMOUNTS",
    "FIELD_NAMES",
    "NEEDED",
    "WANTED",
    "Answer",
    "Box",
    "CannotFile",
    "Failed",
    "FieldName",
    "FieldReading",
    "Held",
    "LineReading",
    "NotTaken",
    "PageText",
    "Pages",
    "Place",
    "Reading",
    "ReadingCancelled",
    "Remark",
    "Shown",
    "VatReading",
    "Word",
    "amount_of",
    "canonical_value",
    "checked",
    "day_of",
    "is_credit_note",
    "values_of",
]
