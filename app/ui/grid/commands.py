"""What can be done to whole rows; keys, menus, actions and drag and drop all end here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.draft import MAX_ROWS
from app.domain.rows import Line, Section
from app.ui.draft_store import DraftStore
from app.ui.grid import order
from app.ui.grid.cells import Column
from app.ui.grid.model import RowsModel
from app.ui.grid.table import LineTable
from app.ui.grid.vat import usual_rate

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowCommands(QObject):
    """Inserts, moves, copies and deletes rows of the open draft, one undo step each.

    Signals: `notice` with a sentence that what was asked cannot be done, and why.
    """

    notice = Signal(str)
    details_wanted = Signal(str)

    def __init__(self, store: DraftStore, model: RowsModel, table: LineTable) -> None:
        super().__init__(table)
        self._store = store
        self._model = model
        self._table = table

    @property
    def _rows(self) -> order.Rows:
        return self._store.draft.rows

    def new_line(self, place: int) -> Line:
        """A line as it begins at this place: the VAT of its neighbour, else the usual rate."""
        draft = self._store.draft
        above = next((row for row in reversed(draft.rows[:place]) if isinstance(row, Line)), None)
        neighbour = above or next((row for row in draft.rows[place:] if isinstance(row, Line)), None)
        vat: dict[str, Any] = {"vat_category": "S", "vat_rate": usual_rate(draft.seller.country)}
        if neighbour is not None:
            vat = {
                "vat_category": neighbour.vat_category,
                "vat_rate": neighbour.vat_rate,
                "exemption_reason": neighbour.exemption_reason,
                "exemption_code": neighbour.exemption_code,
            }
        return Line(id=order.new_row_id(), quantity=Decimal(1), price_entry=draft.price_entry, **vat)

    def insert_line(self) -> None:
        """A new line below the current row; the cursor goes to its description."""
        self._table.finish_editing()
        place = self.place_below()
        self.put(self.tr("Add a line"), place, [self.new_line(place)])

    def append_line(self) -> None:
        """A new line at the end."""
        self._table.finish_editing()
        place = len(self._rows)
        self.put(self.tr("Add a line"), place, [self.new_line(place)])

    def insert_section(self) -> None:
        """A new section head below the current row; the lines after it become its lines."""
        self._table.finish_editing()
        self.put(self.tr("Add a section"), self.place_below(), [Section(id=order.new_row_id())])

    def duplicate_rows(self) -> None:
        """A copy of the selected rows below them; a section with its lines."""
        chosen = self._chosen(with_sections=True)
        if not chosen:
            return
        taken = [row for row in self._rows if row.id in chosen]
        place = max(i for i, row in enumerate(self._rows) if row.id in chosen) + 1
        self.put(self.tr("Duplicate rows"), place, order.copies(taken))

    def put(self, label: str, place: int, rows: Sequence[Line | Section]) -> bool:
        """Insert these rows as one step and select them; refuses more than a document can hold."""
        if not rows or self._is_refused(label):
            return False
        if len(self._rows) + len(rows) > MAX_ROWS:
            text = self.tr("A document holds at most {limit} rows. Nothing was inserted.")
            self.notice.emit(text.format(limit=MAX_ROWS))
            return False
        self._store.edit(label, rows=order.inserted(self._rows, place, rows))
        self._table.select([row.id for row in rows])
        return True

    def move_up(self) -> None:
        """The selected rows one place up; a section goes past the section above it."""
        self._move(-1, self.tr("Move up"))

    def move_down(self) -> None:
        """The selected rows one place down; a section goes past the section below it."""
        self._move(1, self.tr("Move down"))

    def move_before(self, ids: Sequence[str], place: int) -> None:
        """Drag and drop: these rows in front of what is now at `place`."""
        label = self.tr("Move rows")
        if not self._is_refused(label):
            self._reorder(label, order.moved_before(self._rows, ids, place), list(ids))

    def delete_rows(self) -> None:
        """Delete the selected rows; a folded section goes with its lines, an open one leaves them."""
        label = self.tr("Delete rows")
        chosen = self._chosen(with_sections=False)
        if not chosen or self._is_refused(label):
            return
        folded = {row_id for row_id in chosen if self._table.is_folded(row_id)}
        chosen |= order.with_sections(self._rows, folded)
        first = next(i for i, row in enumerate(self._rows) if row.id in chosen)
        column = self._table.currentIndex().column()
        self._store.edit(label, rows=order.without(self._rows, chosen))
        place = min(first, max(0, len(self._rows) - 1))
        self._table.setCurrentIndex(self._model.index(place, max(0, column)))

    def clear(self) -> None:
        """Empty the current cell; with several rows selected, delete them."""
        if self._table.selects_rows:
            self.delete_rows()
            return
        row, column = self._table.current_row, Column(max(0, self._table.currentIndex().column()))
        label = self.tr("Clear the cell")
        if row is None or column is Column.NET or self._is_refused(label):
            return
        if self._model.unread.pop((row.id, column), None) is not None:
            self._store.check_soon()
        if isinstance(row, Section):
            if column is Column.DESCRIPTION:
                self._store.edit_row(row.id, label, title="")
            return
        emptied: dict[Column, dict[str, Any]] = {
            Column.DESCRIPTION: {"label": "", "description": ""},
            Column.QUANTITY: {"quantity": Decimal(1), "unit": ""},
            Column.PRICE: {"unit_price": Decimal(0)},
            Column.DISCOUNT: {"discount": None},
            Column.VAT: {"vat_category": "S", "vat_rate": None},
        }
        self._store.edit_row(row.id, label, **emptied[column])

    def set_fields(self, label: str, changes: dict[str, Any], kind: type[Line] | type[Section]) -> None:
        """Set the same fields in every selected line (or head) as one step."""
        if self._is_refused(label):
            return
        self._table.finish_editing()
        chosen = set(self._table.selected_ids)
        rows = tuple(
            row.model_copy(update=changes) if row.id in chosen and isinstance(row, kind) else row
            for row in self._rows
        )
        self._store.edit(label, rows=rows)

    def take_key(self, event: QKeyEvent) -> bool:
        """Run the command a key stands for in the grid; False when it is none's."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = self._command_of(event.key(), modifiers)
        if command is None:
            return False
        if not (event.isAutoRepeat() and event.key() in _ENTER):
            command()
        return True

    def _command_of(self, key: int, modifiers: Qt.KeyboardModifier) -> Callable[[], None] | None:
        if key in _ENTER:
            return {
                _CONTROL: self.insert_line,
                _CONTROL | _SHIFT: self.insert_section,
                _ALT: self.show_details if self._table.cells.editor is None else None,
            }.get(modifiers)
        table: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_Up, _ALT): self.move_up,
            (Qt.Key.Key_Down, _ALT): self.move_down,
            (Qt.Key.Key_Backspace, _CONTROL): self.delete_rows,
            (Qt.Key.Key_D, _CONTROL | _SHIFT): self.duplicate_rows,
        }
        if key == Qt.Key.Key_F4 and modifiers == Qt.KeyboardModifier.NoModifier:
            return self.show_details
        if key == Qt.Key.Key_Backspace and self._table.cells.editor is not None:
            return None
        return table.get((key, modifiers))

    def show_details(self) -> None:
        """Ask for every field of the current row."""
        self._table.finish_editing()
        row = self._table.current_row
        if row is not None:
            self.details_wanted.emit(row.id)

    def _move(self, step: int, label: str) -> None:
        self._table.finish_editing()
        ids = self._table.selected_ids
        if ids and not self._is_refused(label):
            self._reorder(label, order.moved(self._rows, set(ids), step), ids)

    def _reorder(self, label: str, rows: order.Rows, ids: list[str]) -> None:
        if rows == self._rows:
            return
        column = Column(max(0, self._table.currentIndex().column()))
        self._store.edit(label, rows=rows)
        self._table.select(ids, column)

    def _chosen(self, *, with_sections: bool) -> set[str]:
        self._table.finish_editing()
        ids = set(self._table.selected_ids)
        return order.with_sections(self._rows, ids) if with_sections else ids

    def place_below(self) -> int:
        """Where new rows go: below the current row, or at the end."""
        row = self._table.current_row
        place = None if row is None else self._model.place_of(row.id)
        if place is None or row is None:
            return len(self._rows)
        if isinstance(row, Section) and self._table.is_folded(row.id):
            return order.block_end(self._rows, place)
        return place + 1

    def _is_refused(self, label: str) -> bool:
        if self._store.is_read_only:
            self._store.refused.emit(label)
        return self._store.is_read_only
