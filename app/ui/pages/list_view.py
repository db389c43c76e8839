"""A titled list with a search field that never waits: each key asks, only the newest answer counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.ui.failures import failure_text
from app.ui.jobs import Job
from app.ui.pages.fitting import ColumnFit
from app.ui.pages.pill import paint_pill
from app.ui.pages.table import VALUE_ROLE, Column, Index, TableOfValues
from app.ui.theme import SPACE_L, SPACE_M, SPACE_XL, Theme, set_role

LIST_ROW_HEIGHT = 40
SEARCH_WIDTH = 280
COLUMN_MAX_WIDTH = 260


class _RowDelegate(QStyledItemDelegate):
    """Paints a line under each row, secondary columns in secondary ink, no frame around one cell."""

    def __init__(self, columns: Sequence[Column[Any]], theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        if selected:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        painter.setPen(QPen(self._theme.colour("hair"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        column = self._columns[index.column()]
        if column.pill is not None:
            inner = rect.adjusted(self._theme.px(SPACE_M), 0, 0, 0)
            value = index.data(VALUE_ROLE)
            paint_pill(painter, inner, str(index.data() or ""), column.pill(value), self._theme)
            painter.restore()
            return
        secondary = column.is_secondary
        painter.setPen(self._theme.colour("ink2" if secondary else "ink"))
        painter.setFont(self._theme.font())
        inner = rect.adjusted(self._theme.px(SPACE_M), 0, -self._theme.px(SPACE_M), 0)
        text = painter.fontMetrics().elidedText(
            str(index.data() or "").replace("\n", " "), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, index.data(Qt.ItemDataRole.TextAlignmentRole), text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        margins = 4 if self._columns[index.column()].pill is not None else 2
        return QSize(hint.width() + margins * self._theme.px(SPACE_M), self._theme.px(LIST_ROW_HEIGHT))


class ListView(QWidget):
    """Title, search, rows, and a sentence when there are none."""

    chosen = Signal(object)  # the value Enter or a double click opens
    current_changed = Signal(object)  # the value the selection stands on, or None

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[Any]],
        theme: Theme,
        find: Callable[[str], Job],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._job: Job | None = None
        self._empty_words = ("", "")
        self._wanted: Callable[[Any], bool] | None = None
        self.heading = QLabel(title)
        set_role(self.heading, "sheet_title")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search in {title}").format(title=title))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme.px(SEARCH_WIDTH))
        self.search.installEventFilter(self)
        self.table = QTableView()
        self.table.setAccessibleName(title)
        self.model = TableOfValues(columns)
        self._set_up_table(columns, theme)
        self.empty = QLabel()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.empty, "secondary")
        self.actions_row = QHBoxLayout()
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_M))
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.search)
        head.addLayout(self.actions_row)
        self._body = QStackedLayout()
        self._body.addWidget(self.table)
        self._body.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.px(SPACE_XL), theme.px(SPACE_L), theme.px(SPACE_XL), theme.px(SPACE_XL)
        )
        column.setSpacing(theme.px(SPACE_L))
        column.addLayout(head)
        column.addLayout(self._body, 1)
        self.search.textChanged.connect(self.refresh)
        self.search.returnPressed.connect(self._on_search_entered)

    def _set_up_table(self, columns: Sequence[Column[Any]], theme: Theme) -> None:
        table = self.table
        set_role(table, "list")
        table.setModel(self.model)
        table.setItemDelegate(_RowDelegate(columns, theme, table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(LIST_ROW_HEIGHT))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMaximumSectionSize(theme.px(COLUMN_MAX_WIDTH) * 4)
        for section, column in enumerate(columns):
            header.setSectionResizeMode(
                section,
                QHeaderView.ResizeMode.Stretch
                if column.stretches
                else QHeaderView.ResizeMode.ResizeToContents,
            )
        self._fit = ColumnFit(table, columns, theme)
        table.activated.connect(self._on_table_activated)
        table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def set_empty_words(self, nothing: str, nothing_found: str) -> None:
        """What to say when there is nothing at all, and when nothing matches."""
        self._empty_words = (nothing, nothing_found)

    def refresh(self) -> None:
        """Ask again; the rows stay until the answer is there."""
        if self._job is not None:
            self._job.abandon()
        text = self.search.text()
        self._job = self._find(text).then(self._on_found, self._on_find_failed)

    @property
    def current(self) -> Any:
        """The value the selection stands on, or None."""
        index = self.table.currentIndex()
        return self.model.values[index.row()] if index.isValid() else None

    def select(self, wanted: Callable[[Any], bool]) -> None:
        """Stand on the first value that is wanted, now or when it arrives."""
        self._wanted = wanted
        self._restore(wanted)

    def _on_found(self, values: Sequence[Any]) -> None:
        self._job = None
        kept = self.current
        self.model.show(values)
        nothing, nothing_found = self._empty_words
        self.empty.setText(nothing_found.format(text=self.search.text()) if self.search.text() else nothing)
        self._body.setCurrentIndex(0 if values else 1)
        wanted = self._wanted
        if wanted is None and kept is not None:
            wanted = _SameId(kept)
        if wanted is not None:
            self._restore(wanted)

    def _restore(self, wanted: Callable[[Any], bool]) -> None:
        for row, value in enumerate(self.model.values):
            if wanted(value):
                self._wanted = None
                self.table.selectRow(row)
                return

    def _on_find_failed(self, error: Exception) -> None:
        self._job = None
        self.empty.setText(failure_text(error))
        if not self.model.values:
            self._body.setCurrentIndex(1)

    def _on_search_entered(self) -> None:
        if self.model.values:
            self.chosen.emit(self.current or self.model.values[0])

    def _on_table_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.values[index.row()])

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self.model.values[current.row()] if current.isValid() else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and self.model.values
        ):
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
            return True
        return super().eventFilter(watched, event)


class _SameId:
    def __init__(self, value: Any) -> None:
        self._id = value.id

    def __call__(self, value: Any) -> bool:
        return bool(value.id == self._id)
