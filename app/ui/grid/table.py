"""The table itself: keys, heights, folding of sections, drag and drop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.domain.rows import Line, Section
from app.ui.draft_store import DraftStore
from app.ui.grid.cells import Column
from app.ui.grid.delegate import CellDelegate
from app.ui.grid.metrics import RowMetrics
from app.ui.grid.model import RowsModel
from app.ui.grid.order import block_end
from app.ui.theme import FIELD_HEIGHT, Theme

if TYPE_CHECKING:
    from app.ui.grid.commands import RowCommands

MIME_MOVE: Final = "application/x-factotum-row-move"
_WIDTHS: Final = {Column.QUANTITY: 94, Column.PRICE: 96, Column.DISCOUNT: 80, Column.VAT: 78, Column.NET: 98}
_DESCRIPTION_MIN: Final = 160
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineTable(QTableView):
    """Shows the rows and turns keys into moves and commands."""

    height_changed = Signal()

    def __init__(self, store: DraftStore, theme: Theme, model: RowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._theme = theme
        self._rows_model = model
        self._metrics = RowMetrics(theme)
        self._folded: set[str] = set()
        self._adds_on_release = False
        self._drop_place: int | None = None
        self.commands: RowCommands | None = None
        self.setModel(model)
        self.cells = CellDelegate(self, store, model, theme, self._metrics)
        self.setItemDelegate(self.cells)
        self._set_up()
        model.order_changed.connect(self._on_model_order_changed)
        model.dataChanged.connect(self._on_model_data_changed)
        model.modelReset.connect(self._on_model_reset)
        self._size_rows()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setStyleSheet("QTableView, QTableView:focus { border: none; border-radius: 0; }")
        self.setAccessibleName(self.tr("Lines and sections"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.setMouseTracking(False)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setMinimumSectionSize(8)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(self._theme.px(FIELD_HEIGHT))
        header.setAccessibleName(self.tr("Columns"))
        vertical.setDefaultSectionSize(self._metrics.base_height)
        self._size_columns()

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
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in places[1:]:
            selection.select(self._rows_model.index(place, column), flags)
        self.scrollTo(self._rows_model.index(places[-1], column))
        self.scrollTo(first)

    def content_height(self) -> int:
        """How high the table is with every row in view."""
        return self.horizontalHeader().height() + self.verticalHeader().length()

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
        self.edit(index)
        self.cells.wants_description = False

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
        if self.take_command(event):
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
            event.ignore()
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
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

    # Folding

    def folded_count(self, section_id: str) -> int | None:
        """How many lines are folded away under this head; None when it is open."""
        place = self._rows_model.place_of(section_id)
        if section_id not in self._folded or place is None:
            return None
        return block_end(self._rows_model.rows, place) - place - 1

    def is_folded(self, section_id: str) -> bool:
        """Whether the lines of this section are folded away in the editor."""
        return section_id in self._folded

    def fold(self, section_id: str, *, folded: bool) -> None:
        """Fold the lines of a section away, or show them; the document is not changed."""
        (self._folded.add if folded else self._folded.discard)(section_id)
        self._hide_folded()
        self.height_changed.emit()

    def _fold_by_key(self, key: int) -> bool:
        row = self.current_row
        if not isinstance(row, Section) or self.currentIndex().column() != Column.DESCRIPTION:
            return False
        folds = key == Qt.Key.Key_Left
        if folds == self.is_folded(row.id):
            return False
        self.fold(row.id, folded=folds)
        return True

    def _unfold_around(self, place: int) -> None:
        if self._folded and self.isRowHidden(place):
            for row in reversed(self._rows_model.rows[:place]):
                if isinstance(row, Section):
                    self.fold(row.id, folded=False)
                    return

    def _hide_folded(self) -> None:
        hides = False
        for place, row in enumerate(self._rows_model.rows):
            if isinstance(row, Section):
                hides = row.id in self._folded
            wanted = hides and isinstance(row, Line)
            if self.isRowHidden(place) != wanted:
                self.setRowHidden(place, wanted)
        self.viewport().update()

    # Sizes

    def take_theme(self) -> None:
        """Measure and paint anew after the theme changed."""
        self._metrics.take_theme()
        self.verticalHeader().setDefaultSectionSize(self._metrics.base_height)
        self.horizontalHeader().setFixedHeight(self._theme.px(FIELD_HEIGHT))
        self._size_columns()
        self._size_rows()
        self.viewport().update()

    def set_compact(self, compact: bool) -> None:
        """Rows of 28 instead of 32 pixels."""
        self._metrics.is_compact = compact
        self.take_theme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            before = self.columnWidth(Column.DESCRIPTION)
            self._size_columns()
            if self.columnWidth(Column.DESCRIPTION) != before:
                self._size_rows()

    def _size_columns(self) -> None:
        left = self.viewport().width()
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, self._theme.px(width))
            left -= self._theme.px(width)
        self.setColumnWidth(Column.DESCRIPTION, max(left, self._theme.px(_DESCRIPTION_MIN)))

    def _size_rows(self, first: int = 0, last: int | None = None) -> None:
        width = self.columnWidth(Column.DESCRIPTION)
        header, model = self.verticalHeader(), self._rows_model
        measure = self._metrics.height
        end = model.rowCount() if last is None else last + 1
        changed = [
            (place, height)
            for place in range(first, end)
            if header.sectionSize(place) != (height := measure(model.row_at(place), width))
            and not header.isSectionHidden(place)
        ]
        if not changed:
            return
        self.setUpdatesEnabled(False)
        was = header.blockSignals(len(changed) > 8)
        for place, height in changed:
            header.resizeSection(place, height)
        header.blockSignals(was)
        self.setUpdatesEnabled(True)
        if len(changed) > 8:
            self.updateGeometries()
            self.viewport().update()
        self.height_changed.emit()

    @Slot()
    def _on_model_order_changed(self) -> None:
        gone = self._folded - {row.id for row in self._rows_model.rows}
        self._folded -= gone
        self._size_rows()
        if self._folded:
            self._hide_folded()
        self.height_changed.emit()
        self.viewport().update()

    @Slot(QModelIndex, QModelIndex)
    def _on_model_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.column() == Column.DESCRIPTION:
            self._size_rows(first.row(), last.row())

    @Slot()
    def _on_model_reset(self) -> None:
        self._folded.clear()
        self.cells.unread.clear()
        self.cells.close_company()
        self.setCurrentIndex(self._rows_model.index(0, 0))

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
