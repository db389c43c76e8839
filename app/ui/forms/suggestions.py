"""A list under a line edit that follows what is typed and is walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One row of the list and what it stands for."""

    text: str
    value: Any


class Suggestions(QObject):
    """Shows suggestions below one line edit; the person types on while they stand there."""

    chosen = Signal(object)  # value of the suggestion

    def __init__(self, editor: QLineEdit, name: str) -> None:
        super().__init__(editor)
        self._items: list[Suggestion] = []
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_SHOWN)
        self._completer.setWidget(editor)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._popup.setAccessibleName(name)
        # The overload for an index, of which the stubs do not know.
        activated: Any = self._completer.activated
        activated[QModelIndex].connect(self._on_activated)

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return self._popup.isVisible()

    @property
    def first(self) -> Suggestion | None:
        """The best suggestion there is."""
        return self._items[0] if self._items else None

    def show(self, items: Sequence[Suggestion], *, choose_first: bool = False) -> None:
        """Show these; with `choose_first` the first is what Enter and Tab take."""
        self._items = list(items)
        self._model.clear()
        for item in self._items:
            row = QStandardItem(item.text)
            row.setEditable(False)
            self._model.appendRow(row)
        if not self._items:
            self.close()
            return
        self._completer.complete()
        if choose_first:
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def close(self) -> None:
        """Take the list away."""
        self._popup.hide()

    def _on_activated(self, index: QModelIndex) -> None:
        row = index.row()
        if 0 <= row < len(self._items):
            self.chosen.emit(self._items[row].value)

    def highlighted(self) -> Suggestion | None:
        """The suggestion the arrow keys stand on."""
        row = self._popup.currentIndex().row() if self.is_open else -1
        return self._items[row] if 0 <= row < len(self._items) else None
