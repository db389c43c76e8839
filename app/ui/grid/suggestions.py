"""The list under a cell: what could be meant by what is typed so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple, Protocol

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.domain.rows import VatCategory
from app.ui.theme import ROW_HEIGHT, SPACE_S, Theme

MAX_SHOWN: Final = 8


class Item(Protocol):
    """What the grid reads of a catalogue item; `CatalogueItem` of the services is one."""

    @property
    def id(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def prices(self) -> Sequence[tuple[str, Decimal]]: ...
    @property
    def vat_category(self) -> VatCategory: ...
    @property
    def vat_rate(self) -> Decimal | None: ...


Search = Callable[[str], Sequence[Item]]


class Suggestion(NamedTuple):
    """One entry: what is shown, and what accepting it sets."""

    text: str
    changes: dict[str, Any]
    entry: str


class SuggestionList(QListWidget):
    """Stands under (or over) the editor it serves; the editor keeps the keyboard."""

    def __init__(self, parent: QWidget, theme: Theme, accept: Callable[[Suggestion], None]) -> None:
        super().__init__(parent)
        self._theme = theme
        self._accept = accept
        self._suggestions: list[Suggestion] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Suggestions"))
        self.itemClicked.connect(self._on_item_clicked)
        self.hide()

    @property
    def chosen(self) -> Suggestion | None:
        """The entry the arrow keys are on, if the list is shown and one is."""
        row = self.currentRow()
        return self._suggestions[row] if self.isVisible() and 0 <= row < len(self._suggestions) else None

    def offer(self, suggestions: Sequence[Suggestion], editor: QWidget) -> None:
        """Show these under the editor, none of them chosen; nothing to offer hides the list."""
        self._suggestions = list(suggestions)
        self.clear()
        for suggestion in self._suggestions:
            entry = QListWidgetItem(suggestion.text)
            entry.setSizeHint(QSize(0, self._theme.px(ROW_HEIGHT)))
            self.addItem(entry)
        if not self._suggestions:
            self.hide()
            return
        self.setCurrentRow(-1)
        widest = max(self.fontMetrics().horizontalAdvance(s.text) for s in self._suggestions)
        shown = min(len(self._suggestions), MAX_SHOWN)
        height = shown * self._theme.px(ROW_HEIGHT) + 2 * self._theme.px(SPACE_S)
        width = max(editor.width(), min(widest + self._theme.px(48), editor.window().width()))
        place_beside(self, editor, QSize(width, height))
        self.show()
        self.raise_()

    def step(self, by: int) -> bool:
        """Go up or down in the list; False when there is no list to go through."""
        if not self.isVisible() or not self._suggestions:
            return False
        row = self.currentRow() + by
        self.setCurrentRow(max(-1, min(row, len(self._suggestions) - 1)))
        return True

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._accept(self._suggestions[self.row(item)])


def place_beside(floating: QWidget, editor: QWidget, size: QSize) -> None:
    """Put a widget right below the editor, or above it where there is no room, inside the window."""
    parent = editor.window()
    below = editor.mapTo(parent, QPoint(0, editor.height() + 2))
    rect = QRect(below, size)
    if rect.bottom() > parent.height():
        above = below.y() - editor.height() - 4 - size.height()
        if above >= 0:
            rect.moveTop(above)
    rect.moveLeft(max(0, min(rect.left(), parent.width() - size.width())))
    floating.setGeometry(rect)
