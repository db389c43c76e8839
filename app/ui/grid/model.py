"""The draft's rows as one flat table for Qt: lines, section heads and the invitation below them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from app.domain.identity import changed_places
from app.domain.rows import Line, Section
from app.domain.totals import LineTotals, SectionTotals, Totals
from app.ui.draft_store import DraftStore
from app.ui.grid.cells import TITLES, Column, cell_text, entry_of, words
from app.ui.grid.figures import number_text
from app.ui.grid.messages import entry_message
from app.ui.grid.session import CellStay

if TYPE_CHECKING:
    from app.ui.grid.differ import Change, Step

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()
FEW: Final = 16
"""Changed figures up to which each is told to the views by itself."""
TEXTS_KEPT: Final = 2_000
_COLUMNS: Final = len(Column)
_COLUMN: Final = tuple(Column)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SHOWN: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_DRAGGED: Final = _SHOWN | Qt.ItemFlag.ItemIsDragEnabled
_EDITED: Final = _DRAGGED | Qt.ItemFlag.ItemIsEditable
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel):
    """The rows of the open draft; the last row of an editable draft is the invitation.

    Signals: `order_changed` after rows came, went or moved.
    """

    order_changed = Signal()

    def __init__(self, store: DraftStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._rows: list[Line | Section] = list(store.draft.rows)
        self._place: dict[str, int] = {}
        self._has_invitation = not store.is_read_only
        self._renumber()
        self.locale = QLocale()
        self.unread: dict[tuple[str, Column], CellStay] = {}
        """Entries that could not be read and were left in their cells, by row id and column."""
        self._figures = store.totals
        self._texts: dict[tuple[int, Column], tuple[Line, str]] = {}
        store.opened.connect(self._on_store_opened)
        store.draft_changed.connect(self._on_store_draft_changed)
        store.totals_changed.connect(self._on_store_totals_changed)

    @property
    def rows(self) -> list[Line | Section]:
        """The rows as the views know them; not to be changed."""
        return self._rows

    @property
    def totals(self) -> Totals:
        """The figures shown."""
        return self._store.totals

    def row_at(self, place: int) -> Line | Section | None:
        """The line or head at a place; None for the invitation."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, row_id: str) -> int | None:
        """Where the row with this id is."""
        return self._place.get(row_id)

    def line_number(self, place: int) -> int:
        """How many lines there are up to and with this place."""
        return self._line_numbers[place]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows) + self._has_invitation

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        row = self.row_at(index.row())
        if row is None or self._store.is_read_only:
            return _SHOWN
        column = index.column()
        is_edited = column == 0 or (column != _COLUMNS - 1 and isinstance(row, Line))
        return _EDITED if is_edited else _DRAGGED

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words(TITLES[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_LEFT if section == Column.DESCRIPTION else _RIGHT)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() > len(self._rows):
            return None
        row, column = self.row_at(index.row()), _COLUMN[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_LEFT if column is Column.DESCRIPTION else _RIGHT)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.row(), column)
        if role == Qt.ItemDataRole.ToolTipRole and row is not None and self._complaint(row, column):
            return self._complaint(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.DESCRIPTION:
            if isinstance(row, Line):
                return row.description or None
            return (row.text or None) if row is not None else None
        if role == Qt.ItemDataRole.EditRole and row is not None:
            return entry_of(row, column, self.totals.decimals, self.locale)
        return None

    def text(self, row: Line | Section | None, column: Column) -> str:
        """What a cell shows."""
        if row is None:
            return invitation() if column is Column.DESCRIPTION else ""
        if isinstance(row, Line):
            if column is Column.NET:
                figures = self._line_figures(row)
                return "" if figures is None else number_text(figures.net, self.totals.decimals, self.locale)
            return self._entered(row, column)
        known = self._section_figures(row)
        if column is Column.DESCRIPTION:
            rank = number_text(Decimal(known.rank), 0, self.locale) if known else ""
            return f"{rank} · {row.title}" if row.title else rank
        if column is Column.VAT:
            return self.subtotal_word()
        if column is Column.NET and known is not None:
            return number_text(known.net, self.totals.decimals, self.locale)
        return ""

    def subtotal_word(self) -> str:
        """What stands before the sum of a section."""
        return QCoreApplication.translate("Grid", "subtotal")

    def _entered(self, line: Line, column: Column) -> str:
        """As formatted before, as long as the row is the same object."""
        key = (id(line), column)
        known = self._texts.get(key)
        if known is not None and known[0] is line:
            return known[1]
        text = cell_text(line, column, self.totals.decimals, self.locale)
        if len(self._texts) > TEXTS_KEPT:
            self._texts.clear()
        self._texts[key] = (line, text)
        return text

    def sync(self) -> None:
        """Follow the store's draft."""
        self._take(self._store.draft.rows)

    def refresh(self) -> None:
        """Show every cell and heading anew: the language changed."""
        self.locale = QLocale()
        self._texts.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(Column) - 1))

    def _complaint(self, row: Line | Section, column: Column) -> str:
        unread = self.unread.get((row.id, column))
        return entry_message(unread.error) if unread is not None and unread.error is not None else ""

    def _spoken(self, row: Line | Section | None, place: int, column: Column) -> str:
        text = self.text(row, column)
        if row is None:
            return text
        if isinstance(row, Section):
            return (
                QCoreApplication.translate("Grid", "Section {title}").format(title=text)
                if column is Column.DESCRIPTION
                else text
            )
        name = words(TITLES[column]).lower()
        if column is Column.DESCRIPTION and row.description:
            text = f"{text}. {row.description}"
        if column is Column.PRICE and row.price_entry == "gross":
            text = QCoreApplication.translate("Grid", "{price} including VAT").format(price=text)
        if complaint := self._complaint(row, column):
            text = f"{self.unread[row.id, column].text}. {complaint}"
        number = self.line_number(place)
        return QCoreApplication.translate("Grid", "Line {number}, {name} {value}").format(
            number=number, name=name, value=text or QCoreApplication.translate("Grid", "empty")
        )

    @Slot(object)
    def _on_store_opened(self, _document: object) -> None:
        self.beginResetModel()
        self._rows = list(self._store.draft.rows)
        self._texts.clear()
        self._has_invitation = not self._store.is_read_only
        self._renumber()
        self.endResetModel()
        self.order_changed.emit()

    @Slot(object, object)
    def _on_store_draft_changed(self, _before: object, _after: object) -> None:
        self.sync()

    @Slot(object)
    def _on_store_totals_changed(self, totals: Totals) -> None:
        before, self._figures = self._figures, totals
        if before.decimals != totals.decimals:
            self._texts.clear()
        if not self._rows:
            return
        places = self._changed_figures(before, totals)
        if places is None:
            first = Column.NET if before.decimals == totals.decimals else Column.PRICE
            last = self.index(len(self._rows) - 1, Column.NET)
            self.dataChanged.emit(self.index(0, first), last, [Qt.ItemDataRole.DisplayRole])
            return
        for place in places:
            net = self.index(place, Column.NET)
            self.dataChanged.emit(net, net, [Qt.ItemDataRole.DisplayRole])

    def _changed_figures(self, before: Totals, after: Totals) -> list[int] | None:
        """Where a net has changed; None when that may be anywhere."""
        if before.decimals != after.decimals:
            return None
        ids: list[str] = []
        for old, new in ((before.lines, after.lines), (before.sections, after.sections)):
            if len(old) != len(new):
                return None
            changed = changed_places(old, new)
            if len(changed) > FEW:
                return None
            ids.extend(new[at].id for at in changed)
        return [place for row_id in ids if (place := self.place_of(row_id)) is not None]

    def _line_figures(self, line: Line) -> LineTotals | None:
        """By place, which needs no table of thousands of ids after each edit; failing that, by id."""
        place = self._place.get(line.id)
        at = -1 if place is None else self._line_numbers[place] - 1
        lines = self.totals.lines
        if 0 <= at < len(lines) and lines[at].id == line.id:
            return lines[at]
        return self.totals.by_line.get(line.id)

    def _section_figures(self, head: Section) -> SectionTotals | None:
        place = self._place.get(head.id)
        at = -1 if place is None else place - self._line_numbers[place]
        sections = self.totals.sections
        if 0 <= at < len(sections) and sections[at].id == head.id:
            return sections[at]
        return self.totals.by_section.get(head.id)

    def _take(self, rows: tuple[Line | Section, ...]) -> None:
        from app.ui.grid.differ import Change, steps_between

        steps = steps_between(self._rows, rows)
        is_reordered = any(not isinstance(step, Change) for step in steps)
        if not is_reordered:
            self._rows = list(rows)
        for step in steps:
            self._apply(step, rows)
        if is_reordered:
            self.order_changed.emit()

    def _apply(self, step: Step, rows: tuple[Line | Section, ...]) -> None:
        from app.ui.grid.differ import Insert, Move, Remove, Reorder

        if isinstance(step, Remove):
            self.beginRemoveRows(ROOT, step.first, step.last)
            del self._rows[step.first : step.last + 1]
            self._renumber()
            self.endRemoveRows()
        elif isinstance(step, Insert):
            self.beginInsertRows(ROOT, step.first, step.first + len(step.rows) - 1)
            self._rows[step.first : step.first] = step.rows
            self._renumber()
            self.endInsertRows()
        elif isinstance(step, Move):
            if not self.beginMoveRows(ROOT, step.first, step.last, ROOT, step.to):
                raise AssertionError(f"a move Qt does not know: {step}")
            block = self._rows[step.first : step.last + 1]
            del self._rows[step.first : step.last + 1]
            self._rows[step.to : step.to] = block
            self._renumber()
            self.endMoveRows()
        elif isinstance(step, Reorder):
            self._reorder(step.ids)
        else:
            self._rows[step.first : step.last + 1] = rows[step.first : step.last + 1]
            self._renumber_kinds(step)
            self.dataChanged.emit(self.index(step.first, 0), self.index(step.last, len(Column) - 1))

    def _reorder(self, ids: tuple[str, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [(index, self.row_at(index.row())) for index in old]
        by_id = {row.id: row for row in self._rows}
        places = sorted(self._place[row_id] for row_id in ids)
        for place, row_id in zip(places, ids, strict=True):
            self._rows[place] = by_id[row_id]
        self._renumber()
        new = [
            index if row is None else self.index(self._place[row.id], index.column()) for index, row in held
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _renumber(self) -> None:
        self._place = {row.id: place for place, row in enumerate(self._rows)}
        numbers, count = [], 0
        for row in self._rows:
            count += row.kind == "line"
            numbers.append(count)
        self._line_numbers = numbers

    def _renumber_kinds(self, step: Change) -> None:
        if any(
            (row.kind == "line") != (self._line_numbers[i] > (self._line_numbers[i - 1] if i else 0))
            for i, row in enumerate(self._rows[step.first : step.last + 1], step.first)
        ):
            self._renumber()


def invitation() -> str:
    """The words of the last row."""
    return QCoreApplication.translate(
        "Grid", "Enter adds a line · Ctrl Shift Enter a section · paste rows from a spreadsheet"
    )
