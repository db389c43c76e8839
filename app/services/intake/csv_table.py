"""The archive as a table other programs can read: UTF-8 CSV, one row a document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from app.intake.reading import FIELD_NAMES
from app.services.intake.answers import is_credit_note, values_of
from app.services.intake.documents import Document

COLUMNS: Final = ("file", "kind", *FIELD_NAMES, "sha256", "original_name", "added", "filed")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_of(rows: Iterable[tuple[Document, str]]) -> bytes:
    """The table of these documents and their file names. Amounts are plain decimals, dates ISO.

    A text a spreadsheet would take for a formula gets an apostrophe before it: it was a stranger's.
    """
    into = io.StringIO(newline="")
    writer = csv.writer(into, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for document, name in rows:
        file, reading = document.file, document.reading
        values = values_of(reading, document.answer) if reading is not None else {}
        kind = "other"
        if file.decision != "kept" and reading is not None:
            kind = "credit_note" if is_credit_note(reading, document.answer) else "invoice"
        cells = [name, kind]
        for field in FIELD_NAMES:
            value = values.get(field, "")
            cells.append(value if field in ("net", "tax", "gross") else _inert(value))
        cells += [file.sha256, _inert(file.name), file.added_at.isoformat(timespec="seconds")]
        cells.append(file.filed_at.isoformat(timespec="seconds") if file.filed_at else "")
        writer.writerow(cells)
    return b"\xef\xbb\xbf" + into.getvalue().encode()


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
