"""How the file is written and what becomes of what is known: found out, shown, and changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.services.importing.tables import ENCODINGS, SEPARATORS, Layout
from app.ui.importing.words import encoding_words, separator_words
from app.ui.theme import SPACE_M, SPACE_XS, Theme, set_role

if TYPE_CHECKING:
    from app.services.importing.cells import DecimalMark
    from app.services.importing.importing import Preview
    from app.services.importing.plan import Known


class ImportOptions(QWidget):
    """Encoding, separator, decimal mark, headings, and what to do with what is known already."""

    layout_changed = Signal()
    reading_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_M))
        self.encoding = self._choice(
            row, self.tr("Encoding"), [(each, encoding_words(each)) for each in ENCODINGS]
        )
        self.separator = self._choice(
            row, self.tr("Separator"), [(each, separator_words(each)) for each in SEPARATORS]
        )
        self.mark = self._choice(row, self.tr("Decimals"), [(",", "12,50"), (".", "12.50")])
        self.known = self._choice(
            row,
            self.tr("What is known already"),
            [
                ("update", self.tr("change it")),
                ("leave", self.tr("leave it as it is")),
                ("add", self.tr("add it once more")),
            ],
        )
        self.headings = QCheckBox(self.tr("The first row has the headings"))
        row.addWidget(self.headings)
        row.addStretch(1)
        for choice in (self.encoding, self.separator):
            choice.activated.connect(self._on_layout_changed)
        for choice in (self.mark, self.known):
            choice.activated.connect(self._on_reading_changed)
        self.headings.clicked.connect(self._on_layout_changed)

    def layout_chosen(self) -> Layout:
        """How the file is to be read."""
        return Layout(
            str(self.encoding.currentData()),
            str(self.separator.currentData()),
            self.headings.isChecked(),
        )

    def mark_chosen(self) -> DecimalMark:
        """What stands before decimals."""
        return cast("DecimalMark", self.mark.currentData())

    def known_chosen(self) -> Known:
        """What becomes of what is known already."""
        return cast("Known", self.known.currentData())

    def show_found(self, preview: Preview) -> None:
        """Show how the file was understood."""
        layout = preview.table.layout
        self.encoding.setCurrentIndex(self.encoding.findData(layout.encoding))
        self.separator.setCurrentIndex(self.separator.findData(layout.separator))
        self.mark.setCurrentIndex(self.mark.findData(preview.mark))
        self.headings.setChecked(bool(layout.has_headings))

    def _choice(self, row: QHBoxLayout, words: str, entries: list[tuple[str, str]]) -> QComboBox:
        label = QLabel(words)
        set_role(label, "label")
        choice = QComboBox()
        choice.setAccessibleName(words)
        label.setBuddy(choice)
        for value, text in entries:
            choice.addItem(text, value)
        cell = QVBoxLayout()
        cell.setSpacing(self._theme.px(SPACE_XS))
        cell.addWidget(label)
        cell.addWidget(choice)
        row.addLayout(cell)
        return choice

    def _on_layout_changed(self) -> None:
        self.layout_changed.emit()

    def _on_reading_changed(self) -> None:
        self.reading_changed.emit()
