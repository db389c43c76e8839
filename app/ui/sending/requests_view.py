"""The exact requests of a plan, as text one can read and copy; credentials stand as a placeholder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.sending import PlannedRequest

LONGEST_TEXT = 400_000
"""Characters; a page that goes along as base64 would be far more."""


class RequestsView(QPlainTextEdit):
    """Read only; the text can be selected and copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("The requests as they will be sent"))
        font = theme.font()
        font.setFamily("monospace")
        font.setStyleHint(font.StyleHint.Monospace)
        self.setFont(font)

    def show_requests(self, requests: Sequence[PlannedRequest]) -> None:
        """Show these, in the order they will go."""
        self.setPlainText("\n\n".join(_text(request) for request in requests)[:LONGEST_TEXT])

    def show_values(self, values: Sequence[object]) -> None:
        """Show these as JSON, one after another, and the end of the last."""
        told = (json.dumps(value, ensure_ascii=False, indent=2, default=_number) for value in values)
        self.setPlainText("\n\n".join(told)[-LONGEST_TEXT:])
        self.moveCursor(QTextCursor.MoveOperation.End)

    def copy_all(self) -> None:
        """Put the whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self.toPlainText())


def _text(request: PlannedRequest) -> str:
    lines = [f"{request.method} {request.url}"]
    lines += [f"{name}: {value}" for name, value in request.headers]
    if request.body is not None:
        lines += ["", json.dumps(request.body, ensure_ascii=False, indent=2, default=_number)]
    return "\n".join(lines)


def _number(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"{type(value).__name__} in a request")
