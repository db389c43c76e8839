"""The table itself: keys, selection, drag and drop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QModelIndex, QPoint, Qt, Slot
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from app.domain.rows import Line, Section
from app.ui.draft_store import DraftStore
from app.ui.grid.cells import Column
from app.ui.grid.delegate import CellDelegate
from app.ui.grid.model import RowsModel
from app.ui.grid.rows_view import RowsView
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.grid.commands import RowCommands
    from app.ui.grid.transfer import RowTransfer

MIME_MOVE: Final = "application/x-factotum-row-move"
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineTable(RowsView):
    """Shows the rows and turns keys into moves and commands."""

    def __init__(self, store: DraftStore, theme: Theme, model: RowsModel, parent: QWidget) -> None:
        super().__init__(theme, model, parent)
        self._store = store
        self._adds_on_release = False
        self._drop_place: int | None = None
        self._page_area: QScrollArea | None = None
        self.commands: RowCommands | None = None
        self.transfer: RowTransfer | None = None
        self.cells = CellDelegate(self, store, model, theme, self._metrics)
        self.setItemDelegate(self.cells)
        self._set_up_editing()
        model.modelReset.connect(self._on_model_reset)

    def _set_up_editing(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setTabKeyNavigation(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    # What is where

    @property
    def selects_rows(self) -> bool:
        """Whether several rows are selected, so that selection is worth showing."""
        ranges = self.selectionModel().selection().toList()
        return len(ranges) > 1 or (len(ranges) == 1 and ranges[0].height() > 1)

    @property
    def current_row(self) -> Line | Section | None:
        """The row the cursor is on; None on the invitation or nowhere."""
        index = self.currentIndex()
        return self._rows_model.row_at(index.row()) if index.isValid() else None

    @property
    def selected_ids(self) -> list[str]:
        """Ids of the selected rows in order; failing any, of the current one."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = [self._rows_model.row_at(place) for place in places] or [self.current_row]
        return [row.id for row in rows if row is not None]

    def select(self, ids: list[str], column: Column = Column.DESCRIPTION) -> None:
        """Put the cursor on the first of these rows and select them all."""
        places = [place for row_id in ids if (place := self._rows_model.place_of(row_id)) is not None]
        if not places:
            return
        self._unfold_around(places[0])
        first = self._rows_model.index(places[0], column)
        selection = self.selectionModel()
        selection.setCurrentIndex(
            first, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        chosen = QItemSelection()
        run = places[0]
        for at, place in enumerate(places):
            if at + 1 == len(places) or places[at + 1] != place + 1:
                chosen.select(self._rows_model.index(run, 0), self._rows_model.index(place, Column.NET))
                run = places[at + 1] if at + 1 < len(places) else place
        if len(places) > 1:
            selection.select(chosen, QItemSelectionModel.SelectionFlag.Select)
        self.scrollTo(self._rows_model.index(places[-1], column))
        self.scrollTo(first)

    # Editing

    def edit_description(self) -> None:
        """Open the details under the current label."""
        index = self.currentIndex()
        if not index.isValid() or self._rows_model.row_at(index.row()) is None:
            return
        index = index.siblingAtColumn(Column.DESCRIPTION)
        self.finish_editing()
        self.setCurrentIndex(index)
        self.cells.wants_description = True
        self.open_editor(index)
        self.cells.wants_description = False

    def open_editor(self, index: QModelIndex) -> None:
        """Open the editor of a cell, if it has one that is not open yet."""
        if self.cells.editor is None and self._rows_model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def finish_editing(self) -> None:
        """Close the open editor; what was typed is in the draft, or stays in the cell as unread."""
        editor = self.cells.editor
        if editor is not None:
            self.commitData(editor)
            self.cells.close_company()
            self.closeEditor(editor, self.cells.EndEditHint.NoHint)
            self.viewport().update()

    def place_editor(self) -> None:
        """Give the open editor the room its text needs."""
        self.updateEditorGeometries()

    def go(self, event: QKeyEvent) -> None:
        """Move on after an editor closed with this key."""
        key = event.key()
        if key in _ENTER or key == Qt.Key.Key_Down:
            self._go_down(adds=key in _ENTER and not event.isAutoRepeat())
        elif key == Qt.Key.Key_Up:
            self._step_rows(-1)
        elif key == Qt.Key.Key_Tab and not self._adds_on_release:
            self._go_right()
        elif key == Qt.Key.Key_Backtab:
            self._go_left()

    def take_release(self, event: QKeyEvent) -> None:
        """A key was let go: Tab on the last cell adds its one line now."""
        if event.key() == Qt.Key.Key_Tab and not event.isAutoRepeat() and self._adds_on_release:
            self._adds_on_release = False
            if self.commands is not None:
                self.commands.append_line()

    def take_command(self, event: QKeyEvent) -> bool:
        """Run the row command of a key, if it is one's."""
        return self.commands is not None and self.commands.take_key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        key = event.key()
        if self.take_command(event) or self._transfers(event):
            event.accept()
        elif (plain and key in (*_ENTER, Qt.Key.Key_Tab)) or key == Qt.Key.Key_Backtab:
            self._travel(event)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._fold_by_key(key):
            event.accept()
        elif modifiers == Qt.KeyboardModifier.ShiftModifier and key in _ENTER:
            self.edit_description()
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.commands is not None:
            self.commands.clear()
        else:
            if self._begins_text(event) and self.current_row is None and self.commands is not None:
                self.commands.append_line()
            super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.cells.hide_company()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        area = self.page_area()
        if area is not None and area is not self._page_area:
            self._page_area = area
            area.verticalScrollBar().valueChanged.connect(self._on_page_scrolled)

    @Slot()
    def _on_page_scrolled(self) -> None:
        self.cells.move_company()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.take_release(event)
        super().keyReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._rows_model.row_at(index.row()) if index.isValid() else None
        if index.isValid() and row is None and self.commands is not None:
            self.commands.append_line()
            return
        if isinstance(row, Line) and row.description and index.column() == Column.DESCRIPTION:
            below = event.position().y() - self.visualRect(index).top()
            if below > self._metrics.second_top:
                self.edit_description()
                return
        super().mouseDoubleClickEvent(event)

    def _transfers(self, event: QKeyEvent) -> bool:
        if self.transfer is None:
            return False
        for standard, act in (
            (QKeySequence.StandardKey.Copy, self.transfer.copy),
            (QKeySequence.StandardKey.Cut, self.transfer.cut),
            (QKeySequence.StandardKey.Paste, self.transfer.paste),
        ):
            if event.matches(standard):
                act()
                return True
        return False

    def _begins_text(self, event: QKeyEvent) -> bool:
        text = event.text()
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        return bool(text) and text.isprintable() and not text.isspace() and not event.modifiers() & control

    def _travel(self, event: QKeyEvent) -> None:
        event.accept()
        key = event.key()
        if key in _ENTER and self.current_row is None:
            if not event.isAutoRepeat() and self.commands is not None:
                self.commands.append_line()
            return
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._leaves(key):
            # Qt moves the focus on itself when the view leaves the key alone.
            event.ignore()
            return
        self.go(event)

    def _leaves(self, key: int) -> bool:
        """Whether Tab goes out of the table: from the invitation, or back from the first cell."""
        index = self.currentIndex()
        if key == Qt.Key.Key_Tab:
            return self.current_row is None
        return not index.isValid() or (index.row() == 0 and index.column() == 0)

    def _go_down(self, *, adds: bool) -> None:
        place = self.currentIndex().row()
        is_last = self._next_visible(place, 1) >= len(self._rows_model.rows)
        if is_last and self.current_row is not None:
            if adds and self.commands is not None:
                self.commands.append_line()
        else:
            self._step_rows(1)

    def _step_rows(self, step: int) -> None:
        index = self.currentIndex()
        place = self._next_visible(index.row(), step)
        if 0 <= place < self._rows_model.rowCount():
            self.setCurrentIndex(self._rows_model.index(place, index.column()))

    def _next_visible(self, place: int, step: int) -> int:
        place += step
        while 0 <= place < self._rows_model.rowCount() and self.isRowHidden(place):
            place += step
        return place

    def _go_right(self) -> None:
        index = self.currentIndex()
        row = self.current_row
        last = Column.DESCRIPTION if isinstance(row, Section) else Column.VAT
        if index.column() < last:
            self.setCurrentIndex(index.siblingAtColumn(index.column() + 1))
            return
        place = self._next_visible(index.row(), 1)
        if place < len(self._rows_model.rows):
            self.setCurrentIndex(self._rows_model.index(place, Column.DESCRIPTION))
        elif not self._store.is_read_only:
            self._adds_on_release = True

    def _go_left(self) -> None:
        index = self.currentIndex()
        if index.column() > 0 and not isinstance(self.current_row, Section):
            self.setCurrentIndex(index.siblingAtColumn(min(index.column() - 1, Column.VAT)))
            return
        place = self._next_visible(index.row(), -1)
        if place >= 0:
            above = self._rows_model.row_at(place)
            column = Column.DESCRIPTION if isinstance(above, Section) else Column.VAT
            self.setCurrentIndex(self._rows_model.index(place, column))

    @Slot()
    def _on_model_reset(self) -> None:
        self._folded.clear()
        self._rows_model.unread.clear()
        self.cells.close_company()
        self.setCurrentIndex(self._rows_model.index(0, 0))

    def _fold_by_key(self, key: int) -> bool:
        row = self.current_row
        if not isinstance(row, Section) or self.currentIndex().column() != Column.DESCRIPTION:
            return False
        folds = key == Qt.Key.Key_Left
        if folds == self.is_folded(row.id):
            return False
        self.fold(row.id, folded=folds)
        return True

    # Drag and drop

    def startDrag(self, _actions: Qt.DropAction) -> None:
        if self._store.is_read_only or not self.selected_ids:
            return
        mime = QMimeData()
        mime.setData(MIME_MOVE, "\n".join(self.selected_ids).encode())
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._store.is_read_only or not event.mimeData().hasFormat(MIME_MOVE):
            event.ignore()
            return
        self._drop_place = self.place_at(event.position().y())
        self.viewport().update()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._drop_place = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        place, self._drop_place = self.place_at(event.position().y()), None
        self.viewport().update()
        if self.commands is not None and event.mimeData().hasFormat(MIME_MOVE):
            ids = bytes(event.mimeData().data(MIME_MOVE).data()).decode().splitlines()
            self.commands.move_before(ids, place)
            event.accept()

    def place_at(self, y: float) -> int:
        """The place between rows nearest to this height of the viewport."""
        index = self.indexAt(QPoint(1, int(y)))
        if not index.isValid():
            return len(self._rows_model.rows)
        rect = self.visualRect(index)
        place = index.row() + (1 if y > rect.center().y() else 0)
        return min(place, len(self._rows_model.rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_place is not None:
            y = (
                self.rowViewportPosition(self._drop_place)
                if self._drop_place < self._rows_model.rowCount()
                else (self.rowViewportPosition(self._rows_model.rowCount() - 1))
            )
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawLine(0, y, self.viewport().width(), y)
            painter.end()
