"""A small table of parts of a line: its allowances and charges, its custom fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.entry import EntryError
from app.ui.grid.line_fields import PartSpec, Reading
from app.ui.grid.messages import entry_message
from app.ui.grid.unread import Unread
from app.ui.theme import ROW_HEIGHT, Theme, set_role

MAX_PARTS: Final = 100


class PartsTable(QWidget):
    """Edits a tuple of frozen values, one a row.

    Signals: `edited` with the new tuple; `unread_changed` when a text that cannot be read came or went.
    """

    edited = Signal(object)
    unread_changed = Signal()

    def __init__(
        self, name: str, columns: Sequence[PartSpec], new: Any, reading: Callable[[], Reading], theme: Theme
    ) -> None:
        super().__init__()
        self._columns = columns
        self._new = new
        self._reading = reading
        self._theme = theme
        self._parts: tuple[Any, ...] = ()
        self._is_loading = False
        self.unread: dict[tuple[int, int], Unread] = {}
        """Texts that could not be read and stay in their cells, by row and column."""
        self.table = QTableWidget(0, len(columns), self)
        self.table.setAccessibleName(name)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        titles = [QCoreApplication.translate("LineDetails", column.title) for column in columns]
        self.table.setHorizontalHeaderLabels(titles)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._error = QLabel()
        set_role(self._error, "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._add = QPushButton(self.tr("Add"))
        self._remove = QPushButton(self.tr("Remove"))
        for button in (self._add, self._remove):
            set_role(button, "link")
            button.setAccessibleName(f"{name}: {button.text()}")
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addWidget(self._error)
        layout.addLayout(buttons)
        self._add.clicked.connect(self._on_add_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        self.table.itemChanged.connect(self._on_item_changed)
        self.load(())

    def load(self, parts: tuple[Any, ...], unread: Mapping[tuple[int, int], Unread] | None = None) -> None:
        """Show these parts; `unread` are texts left in cells, None leaves those that are there."""
        if parts == self._parts and self.table.rowCount() == len(parts) and unread is None:
            return
        self._parts = parts
        self.unread = dict(self.unread if unread is None else unread)
        self._is_loading = True
        self.table.setRowCount(len(parts))
        reading = self._reading()
        for row, part in enumerate(parts):
            for at, column in enumerate(self._columns):
                left = self.unread.get((row, at))
                text = column.show(part, reading) if left is None else left.text
                self.table.setItem(row, at, QTableWidgetItem(text))
        self._say_why()
        self._is_loading = False
        shown = min(max(len(parts), 1), 4)
        self.table.setFixedHeight(self._theme.px(ROW_HEIGHT) * (shown + 1) + 8)
        self._remove.setEnabled(bool(parts))

    def _on_add_clicked(self) -> None:
        if len(self._parts) < MAX_PARTS:
            parts = (*self._parts, self._new)
            self.load(parts)
            self.edited.emit(parts)
            self.table.setCurrentCell(len(parts) - 1, 0)
            self.table.setFocus()

    def _on_remove_clicked(self) -> None:
        row = self.table.currentRow() if self.table.currentRow() >= 0 else len(self._parts) - 1
        parts = tuple(part for i, part in enumerate(self._parts) if i != row)
        kept = {(i - (i > row), at): left for (i, at), left in self.unread.items() if i != row}
        self.load(parts, kept)
        self.edited.emit(parts)
        self.unread_changed.emit()

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if self._is_loading:
            return
        column = self._columns[item.column()]
        try:
            value = column.read(item.text(), self._reading())
        except EntryError as error:
            self.unread[item.row(), item.column()] = Unread(item.text(), error)
            self._say_why()
            self.unread_changed.emit()
            return
        if self.unread.pop((item.row(), item.column()), None) is not None:
            self._say_why()
            self.unread_changed.emit()
        part = self._parts[item.row()].model_copy(update={column.field: value})
        parts = (*self._parts[: item.row()], part, *self._parts[item.row() + 1 :])
        self._parts = parts
        self.edited.emit(parts)

    def _say_why(self) -> None:
        first = next(iter(self.unread.values()), None)
        self._error.setText("" if first is None else entry_message(first.error))
        self._error.setVisible(first is not None)
