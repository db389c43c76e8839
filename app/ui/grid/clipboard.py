"""Rows on the clipboard: as cells for spreadsheets, and whole for this program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import QLocale, QMimeData

from app.domain.codec import UnreadableDraft, object_from_json
from app.domain.draft import MAX_ROWS
from app.domain.rows import Line, Row, Section
from app.domain.totals import Totals
from app.ui.grid.figures import entry_text
from app.ui.grid.sheet import sheet_text
from app.ui.grid.units import unit_name
from app.ui.grid.vat import vat_entry

MIME_ROWS: Final = "application/x-factotum-rows+json"
_ROWS: Final[TypeAdapter[tuple[Line | Section, ...]]] = TypeAdapter(tuple[Row, ...])


def mime_of(rows: Sequence[Line | Section], totals: Totals, locale: QLocale) -> QMimeData:
    """The rows for the clipboard."""
    mime = QMimeData()
    mime.setText(sheet_text([_cells(row, totals, locale) for row in rows]))
    document = json.dumps({"rows": [row.model_dump(mode="json") for row in rows]}, ensure_ascii=False)
    mime.setData(MIME_ROWS, document.encode())
    return mime


def rows_in(mime: QMimeData) -> tuple[Line | Section, ...] | None:
    """The rows this program put there, whole; None when there are none or they cannot be trusted."""
    if not mime.hasFormat(MIME_ROWS):
        return None
    untrusted = bytes(mime.data(MIME_ROWS).data())
    try:
        rows = object_from_json(untrusted).get("rows")
        if not isinstance(rows, list) or not 0 < len(rows) <= MAX_ROWS:
            return None
        return _ROWS.validate_python(rows)
    except (UnreadableDraft, ValidationError):
        return None


def _cells(row: Line | Section, totals: Totals, locale: QLocale) -> list[str]:
    if isinstance(row, Section):
        return ["\n".join(filter(None, (row.title, row.text)))]
    known = totals.by_line.get(row.id)
    discount = ""
    if row.discount is not None:
        percent = " %" if row.discount.kind == "percent" else ""
        discount = f"{entry_text(row.discount.value, 0, locale)}{percent}"
    return [
        "\n".join(filter(None, (row.label, row.description))),
        entry_text(row.quantity, 0, locale),
        unit_name(row.unit),
        entry_text(row.unit_price, totals.decimals, locale),
        discount,
        f"{vat_entry(row, locale)} %" if row.vat_category == "S" and row.vat_rate else vat_entry(row, locale),
        entry_text(known.net, totals.decimals, locale) if known else "",
    ]
