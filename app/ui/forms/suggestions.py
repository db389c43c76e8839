"""A list under a line edit that follows what is typed and is walked with the arrow keys.

It lies on the page instead of in a window of its own, so that the editor keeps the focus.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QScrollArea, QWidget

from app.ui.theme import COMPACT_ROW_HEIGHT, SPACE_XS

MOST_SHOWN: Final = 8
LEAST_WIDTH: Final = 300
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: MOST_SHOWN,
    Qt.Key.Key_PageUp: -MOST_SHOWN,
}


class Suggestion(NamedTuple):
    """One row of the list and what it stands for."""

    text: str
    value: Any


class Suggestions(QObject):
    """Shows suggestions below one line edit; the person types on while they stand there."""

    chosen = Signal(object)  # value of the suggestion

    def __init__(self, editor: QLineEdit, name: str) -> None:
        super().__init__(editor)
        self._editor = editor
        self._name = name
        self._items: list[Suggestion] = []
        self._list: QListView | None = None
        editor.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return self._list is not None and self._list.isVisible()

    @property
    def items(self) -> tuple[Suggestion, ...]:
        """What is suggested, the best first."""
        return tuple(self._items)

    def show(self, items: Sequence[Suggestion], *, choose_first: bool = False, value: Any = None) -> None:
        """Show these; Enter and Tab take the one of `value`, or with `choose_first` the first."""
        self._items = list(items)
        if not self._items:
            self.close()
            return
        view = self._view()
        view.setModel(QStringListModel([item.text for item in self._items], view))
        self._place(view)
        view.show()
        view.raise_()
        row = next(
            (i for i, item in enumerate(self._items) if item.value == value), 0 if choose_first else -1
        )
        if row >= 0:
            self._stand_on(row)

    def close(self) -> None:
        """Take the list away."""
        if self._list is not None:
            self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and self.is_open:
            if event.type() == QEvent.Type.FocusOut:
                self.close()
            elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether the list has used the key up."""
        key = Qt.Key(event.key())
        row = self._row()
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._stand_on(min(max(row + _STEPS[key], 0), len(self._items) - 1))
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.close()
            if row >= 0:
                self.chosen.emit(self._items[row].value)
                return key != Qt.Key.Key_Tab
        return False

    def _row(self) -> int:
        return self._list.currentIndex().row() if self._list is not None else -1

    def _stand_on(self, row: int) -> None:
        if self._list is not None:
            index = self._list.model().index(row, 0)
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)

    def _view(self) -> QListView:
        if self._list is None:
            view = QListView(self._ground())
            view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setUniformItemSizes(True)
            view.setAccessibleName(self._name)
            view.clicked.connect(self._on_clicked)
            self._list = view
        return self._list

    def _ground(self) -> QWidget:
        """The page the editor scrolls with, or its window."""
        here: QWidget | None = self._editor.parentWidget()
        while here is not None:
            above = here.parentWidget()
            if above is not None and isinstance(above.parentWidget(), QScrollArea):
                return here
            here = above
        return self._editor.window()

    def _place(self, view: QListView) -> None:
        ground = self._ground()
        row_height = view.sizeHintForRow(0) or COMPACT_ROW_HEIGHT
        height = row_height * min(len(self._items), MOST_SHOWN) + 2 * SPACE_XS
        width = max(self._editor.width(), LEAST_WIDTH)
        corner = self._editor.mapTo(ground, QPoint(0, self._editor.height() + SPACE_XS))
        if corner.y() + height > ground.height() and corner.y() > height:
            corner.setY(corner.y() - self._editor.height() - 2 * SPACE_XS - height)
        corner.setX(max(0, min(corner.x(), ground.width() - width)))
        view.setGeometry(corner.x(), corner.y(), width, height)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.close()
        self.chosen.emit(self._items[index.row()].value)
