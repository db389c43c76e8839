"""One stay in a cell: what is typed goes into the draft at once, and Esc takes it all back."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from PySide6.QtCore import QLocale

from app.domain.entry import EntryError
from app.domain.rows import Line, Section
from app.ui.draft_store import DraftStore
from app.ui.grid.cells import EDIT_LABELS, FIELDS, Column, Locale, entry_of, read_entry, words


class CellStay:
    """Carries the edits of one cell from its editor to the store, as one undo step.

    `error` is set while the text cannot be read; the draft then keeps what it had.
    """

    def __init__(self, store: DraftStore, row_id: str, column: Column, field: str, locale: QLocale) -> None:
        self._store = store
        self._locale = Locale(locale)
        self.row_id = row_id
        self.column = column
        self.field = field
        self.path = f"rows.{row_id}.{field}"
        self.key = f"{self.path}#{uuid4().hex[:8]}"
        self.text = self.text_in_draft()
        self.error: EntryError | None = None
        self.keeps_unit = False
        self.has_written = False

    @property
    def row(self) -> Line | Section | None:
        """The row as it stands in the draft, or None when it is gone."""
        return self._store.row(self.row_id)

    def text_in_draft(self) -> str:
        """What the draft has for this cell, as an editor shows it."""
        row = self.row
        if row is None:
            return ""
        if self.field == "description":
            return row.description if isinstance(row, Line) else row.text
        return entry_of(row, self.column, self._store.totals.decimals, self._locale.qt)

    def write(self, text: str) -> None:
        """Take what is typed so far; readable text changes the draft at once."""
        self.text = text
        row = self.row
        if row is None:
            return
        try:
            changes = self._read(row, text)
        except EntryError as error:
            self.error = error
            return
        self.error = None
        self.put(changes)

    def put(self, changes: dict[str, Any]) -> None:
        """Set fields of the row as part of this stay."""
        row = self.row
        if row is None or all(getattr(row, name) == value for name, value in changes.items()):
            return
        self.has_written = True
        self._store.edit_row(self.row_id, words(EDIT_LABELS[self.field]), key=self.key, **changes)

    def cancel(self) -> None:
        """Take back everything typed in this stay."""
        self.error = None
        history = self._store.history
        position = history.position
        if self.has_written and position and history.steps[position - 1].key == self.key:
            self._store.undo()

    def _read(self, row: Line | Section, text: str) -> dict[str, Any]:
        if self.field == "description":
            return {"description" if isinstance(row, Line) else "text": text}
        if self.field == "quantity" and not text.strip():
            raise EntryError("empty")
        return read_entry(row, self.column, text, self._locale, keep_unit=self.keeps_unit)


def field_of(row: Line | Section, column: Column) -> str:
    """The field a cell edits first."""
    return "title" if isinstance(row, Section) else FIELDS[column]
