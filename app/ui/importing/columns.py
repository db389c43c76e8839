"""The columns of a file, each with samples of its cells and what it is taken for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.services.importing.headings import TARGETS, Kind
from app.ui.importing.words import column_words
from app.ui.theme import SPACE_M, SPACE_S, Theme, set_role

if TYPE_CHECKING:
    from app.services.importing.tables import Table

PANEL_WIDTH, CHOICE_WIDTH, SAMPLE_CHARACTERS = 380, 210, 42


class ColumnsPanel(QScrollArea):
    """One row a column: its heading and samples at the left, a choice at the right."""

    changed = Signal()

    def __init__(self, kind: Kind, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._theme = theme
        self._table: Table | None = None
        self.choices: list[QComboBox] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(theme.px(PANEL_WIDTH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(self, "surface")

    def mapping(self) -> tuple[str, ...]:
        """What each column is taken for."""
        return tuple(str(choice.currentData()) for choice in self.choices)

    def show_columns(self, table: Table, mapping: Sequence[str]) -> None:
        """Show these; the rows are made anew only for another table."""
        if table is not self._table:
            self._table = table
            self._make_rows(table)
        for choice, target in zip(self.choices, mapping, strict=True):
            choice.blockSignals(True)
            choice.setCurrentIndex(max(0, choice.findData(target)))
            choice.blockSignals(False)

    def _make_rows(self, table: Table) -> None:
        theme = self._theme
        inside = QWidget()
        grid = QGridLayout(inside)
        margin = theme.px(SPACE_M)
        grid.setContentsMargins(margin, margin, margin, margin)
        grid.setHorizontalSpacing(theme.px(SPACE_M))
        grid.setVerticalSpacing(theme.px(SPACE_S))
        grid.setColumnStretch(0, 1)
        self.choices = []
        targets = [
            ("", self.tr("not taken")),
            *((t, column_words(self._kind, t)) for t in TARGETS[self._kind]),
        ]
        for place, heading in enumerate(table.headings):
            name = heading or self.tr("Column {number}").format(number=place + 1)
            title, samples = QLabel(_short(name)), QLabel(_short(" · ".join(table.samples(place))))
            title.setToolTip(name)
            set_role(title, "strong")
            set_role(samples, "label")
            for label in (title, samples):
                label.setTextFormat(Qt.TextFormat.PlainText)
                # A long heading gives way; the choice beside it never does.
                label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            choice = QComboBox()
            choice.setAccessibleName(self.tr("What “{column}” is").format(column=name))
            choice.setFixedWidth(theme.px(CHOICE_WIDTH))
            for target, words in targets:
                choice.addItem(words, target)
            choice.currentIndexChanged.connect(self._on_choice_changed)
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(title)
            cell.addWidget(samples)
            grid.addLayout(cell, place, 0)
            grid.addWidget(choice, place, 1)
            self.choices.append(choice)
        grid.setRowStretch(len(table.headings), 1)
        self.setWidget(inside)

    def _on_choice_changed(self) -> None:
        """What another column was taken for until now is not given twice."""
        sender = self.sender()
        if isinstance(sender, QComboBox) and sender.currentData():
            for choice in self.choices:
                if choice is not sender and choice.currentData() == sender.currentData():
                    choice.blockSignals(True)
                    choice.setCurrentIndex(0)
                    choice.blockSignals(False)
        self.changed.emit()


def _short(text: str) -> str:
    line = text.replace("\n", " ").replace("\r", " ")
    return line if len(line) <= SAMPLE_CHARACTERS else f"{line[:SAMPLE_CHARACTERS]}…"
