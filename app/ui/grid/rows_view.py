"""The view of rows without its keys: columns, heights measured once, and folding of sections."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QScrollArea, QTableView, QWidget

from app.domain.rows import Line, Section
from app.ui.grid.cells import TITLES, Column, words
from app.ui.grid.metrics import RowMetrics
from app.ui.grid.model import RowsModel
from app.ui.grid.order import block_end
from app.ui.theme import FIELD_HEIGHT, Theme, set_role
from app.ui.viewport import make_viewport

_WIDTHS: Final = {Column.QUANTITY: 94, Column.PRICE: 96, Column.DISCOUNT: 80, Column.VAT: 78, Column.NET: 98}
_LEAST: Final = {Column.QUANTITY: 74, Column.PRICE: 76, Column.DISCOUNT: 60, Column.VAT: 56, Column.NET: 84}
"""What the columns of figures shrink to before the description becomes narrower than is comfortable."""
_DESCRIPTION_WIDTH: Final = 220
_DESCRIPTION_LEAST: Final = 140
_QUIET_FROM: Final = 8


class RowsView(QTableView):
    """Signals: `height_changed` when the rows together became higher or lower."""

    height_changed = Signal()

    def __init__(self, theme: Theme, model: RowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        make_viewport(self)
        self._theme = theme
        self._rows_model = model
        self._metrics = RowMetrics(theme)
        self._folded: set[str] = set()
        self.setModel(model)
        self._set_up_view()
        model.order_changed.connect(self._on_model_order_changed)
        model.dataChanged.connect(self._on_model_data_changed)
        self._size_rows()

    def _set_up_view(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        set_role(self, "bare")
        self.setAccessibleName(self.tr("Lines and sections"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setMinimumSectionSize(8)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(self._metrics.base_height)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(self._theme.px(FIELD_HEIGHT))
        header.setAccessibleName(self.tr("Columns"))
        self._size_columns()

    def content_height(self) -> int:
        """How high the table is with every row in view."""
        return self.horizontalHeader().height() + self.verticalHeader().length()

    def page_area(self) -> QScrollArea | None:
        """The scrolled page this table stands on, if it stands on one."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

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
        px, total = self._theme.px, self.viewport().width()
        words = self._widest_words()
        least = {column: max(px(width), words[column]) for column, width in _LEAST.items()}
        full = {column: max(px(width), least[column]) for column, width in _WIDTHS.items()}
        missing = px(_DESCRIPTION_WIDTH) - (total - sum(full.values()))
        give = sum(full.values()) - sum(least.values())
        taken = min(max(missing, 0), give)
        for column, width in full.items():
            width -= (width - least[column]) * taken // give if give else 0
            self.setColumnWidth(column, width)
            total -= width
        self.setColumnWidth(Column.DESCRIPTION, max(total, px(_DESCRIPTION_LEAST)))

    def _widest_words(self) -> dict[Column, int]:
        """How wide each column has to be for its heading, and for the word beside a section's sum."""
        heading = self.horizontalHeader().fontMetrics()
        around = 2 * self._metrics.padding + 2
        widths = {column: heading.horizontalAdvance(words(TITLES[column])) + around for column in _WIDTHS}
        body = self._metrics.of(self._metrics.body)
        subtotal = body.horizontalAdvance(self._rows_model.subtotal_word()) + around
        return {**widths, Column.VAT: max(widths[Column.VAT], subtotal)}

    def _size_rows(self, first: int = 0, last: int | None = None) -> None:
        width = self.columnWidth(Column.DESCRIPTION)
        header, model = self.verticalHeader(), self._rows_model
        end = model.rowCount() if last is None else last + 1
        rows: list[Line | Section | None] = [*model.rows[first:end]]
        if end > len(model.rows):
            rows.append(None)
        size = header.sectionSize
        changed = [
            (place, height)
            for place, height in enumerate(self._metrics.heights(rows, width), first)
            if size(place) != height and not header.isSectionHidden(place)
        ]
        if not changed:
            return
        self.setUpdatesEnabled(False)
        was = header.blockSignals(len(changed) > _QUIET_FROM)
        for place, height in changed:
            header.resizeSection(place, height)
        header.blockSignals(was)
        self.setUpdatesEnabled(True)
        if len(changed) > _QUIET_FROM:
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
