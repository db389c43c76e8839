"""What stands in the way of sending, what should be known: one sentence a row, with the way to its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import SPACE_S, SPACE_XS, Theme, set_role

MOST_SHOWN = 4


class Told(NamedTuple):
    """One thing said: the sentence, whether it blocks, and where it can be mended (or nothing)."""

    text: str
    is_blocking: bool
    path: str


class ProblemRows(QFrame):
    """Those that block come first; the others follow as long as there is room."""

    field_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ways: list[_Way] = []
        self._column = QVBoxLayout(self)
        margin = theme.px(SPACE_S)
        self._column.setContentsMargins(margin, theme.px(SPACE_XS), margin, theme.px(SPACE_XS))
        self._column.setSpacing(0)
        self.hide()

    def show_all(self, told: Sequence[Told]) -> None:
        """Say these, and nothing else."""
        self._ways.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        ordered = sorted(told, key=lambda each: not each.is_blocking)
        blocks = sum(each.is_blocking for each in ordered)
        for each in ordered[: max(MOST_SHOWN, min(blocks, 2 * MOST_SHOWN))]:
            self._column.addWidget(self._row(each))
        left = len(ordered) - self._column.count()
        if left > 0:
            more = QLabel(self.tr("And {count} more.").format(count=left))
            set_role(more, "secondary")
            self._column.addWidget(more)
        set_role(self, "told_bad" if blocks else "told")
        self.setVisible(bool(ordered))

    def _row(self, told: Told) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(SPACE_S))
        text = QLabel(told.text)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(text, 1)
        if told.path:
            link = QPushButton(self.tr("Go there"))
            link.setAutoDefault(False)
            link.setAccessibleDescription(told.text)
            set_role(link, "link")
            way = _Way(self.field_asked.emit, told.path)
            self._ways.append(way)
            link.clicked.connect(way.go)
            row.addWidget(link)
        return holder


class _Way:
    def __init__(self, emit: Callable[[str], None], path: str) -> None:
        self._emit, self._path = emit, path

    def go(self) -> None:
        self._emit(self._path)
