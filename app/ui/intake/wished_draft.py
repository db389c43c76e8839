"""The draft made of a supplier's document while a person says what is wanted of the provider."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.draft import Draft
from app.domain.rows import Line, Section


class WishedDraft(QObject):
    """Takes what the form of options says, as the store of the open document does."""

    draft_changed = Signal(object, object)  # before, after
    is_read_only = False

    def __init__(self, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self.draft = draft

    def row(self, row_id: str) -> Line | Section | None:
        """A line as it stands, or None when it is gone."""
        return next((row for row in self.draft.rows if row.id == row_id), None)

    def edit(self, _label: str, *, key: str | None = None, **changes: Any) -> None:
        """Replace fields."""
        del key
        before, self.draft = self.draft, self.draft.edited(**changes)
        self.draft_changed.emit(before, self.draft)

    def edit_row(self, row_id: str, label: str, /, *, key: str | None = None, **changes: Any) -> None:
        """Replace fields of one line."""
        rows = tuple(row.model_copy(update=changes) if row.id == row_id else row for row in self.draft.rows)
        self.edit(label, key=key, rows=rows)
