"""Which columns of a list have room: secondary ones give way before what the row is about is cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from app.ui.pages.table import Column
from app.ui.theme import Theme

STRETCHED_MIN_WIDTH = 220


class ColumnFit(QObject):
    """Hides secondary columns of a table, the last first, while its stretched ones would be too narrow."""

    def __init__(self, table: QTableView, columns: Sequence[Column[Any]], theme: Theme) -> None:
        super().__init__(table)
        self._table = table
        self._columns = tuple(columns)
        self._min_width = theme.px(STRETCHED_MIN_WIDTH)
        table.viewport().installEventFilter(self)
        table.model().modelReset.connect(self.fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Show as many columns as there is room for."""
        table, header = self._table, self._table.horizontalHeader()
        widths = {
            place: max(table.sizeHintForColumn(place), header.sectionSizeHint(place))
            for place, column in enumerate(self._columns)
            if not column.stretches
        }
        wanted = sum(widths.values()) + self._min_width * (len(self._columns) - len(widths))
        hidden: set[int] = set()
        for place in reversed(widths):
            if wanted > table.viewport().width() and self._columns[place].is_secondary:
                hidden.add(place)
                wanted -= widths[place]
        for place in widths:
            if table.isColumnHidden(place) != (place in hidden):
                table.setColumnHidden(place, place in hidden)
