"""The table of the review: field, ours, theirs, the verdict as a word in a pill, and the reason.

Rows with several fields unfold; reasons wrap, so rows are as high as their reason asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.language import QT_TRANSLATE_NOOP
from app.ui.pages.pill import paint_pill
from app.ui.sending.reason_text import ReasonText
from app.ui.sending.review_rows import ReviewRow
from app.ui.theme import SPACE_M, SPACE_S, Theme, set_role

Index = QModelIndex | QPersistentModelIndex

FIELD, OURS, THEIRS, VERDICT, REASON = range(5)
VERDICT_WORDS: Final = {
    "kept": QT_TRANSLATE_NOOP("Review", "kept"),
    "changed": QT_TRANSLATE_NOOP("Review", "changed"),
    "dropped": QT_TRANSLATE_NOOP("Review", "dropped"),
    "added": QT_TRANSLATE_NOOP("Review", "added"),
}
_PILL: Final = {"kept": "pill_good", "changed": "pill_warn", "dropped": "pill_bad", "added": "pill"}
_HEADINGS: Final = (
    QT_TRANSLATE_NOOP("Review", "Field"),
    QT_TRANSLATE_NOOP("Review", "Your invoice"),
    QT_TRANSLATE_NOOP("Review", "What they will store"),
    "",
    QT_TRANSLATE_NOOP("Review", "Why"),
)
ROW_HEIGHT = 32
LINE_HEIGHT = 18
CELL_MARGIN = 7
VERDICT_WIDTH = 92
SHARES: Final = ((FIELD, 18), (OURS, 24), (THEIRS, 23))
"""How much of the width, without the verdict, each column takes, in percent; the reason has the rest."""


def verdict_word(verdict: str) -> str:
    """The verdict in the interface's language."""
    return QCoreApplication.translate("Review", VERDICT_WORDS[verdict])


class ShownRow(NamedTuple):
    """One row as it is listed: a matter, or a field of an unfolded one."""

    row: ReviewRow
    depth: int
    is_open: bool


class ReviewModel(QAbstractTableModel):
    """The rows that pass the filter, unfolded where asked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ReviewRow, ...] = ()
        self._verdicts: frozenset[str] = frozenset()
        self._open: set[str] = set()
        self.shown: tuple[ShownRow, ...] = ()
        self.their_name = ""

    def show_rows(self, rows: Sequence[ReviewRow], their_name: str) -> None:
        """List these; what was unfolded stays so."""
        self._rows, self.their_name = tuple(rows), their_name
        self._rebuild()

    def filter_by(self, verdicts: frozenset[str]) -> None:
        """List only rows and fields of these verdicts, unfolded; none of them named means all."""
        if bool(verdicts) != bool(self._verdicts):
            self._open.clear()
        self._verdicts = verdicts
        self._rebuild()

    def toggle(self, place: int) -> None:
        """Unfold the matter in this row, or fold it."""
        shown = self.shown[place]
        if shown.depth or not shown.row.children:
            return
        self._open ^= {shown.row.key}
        self._rebuild()

    def _rebuild(self) -> None:
        self.beginResetModel()
        listed: list[ShownRow] = []
        for row in self._rows:
            if self._verdicts and not self._has(row):
                continue
            told = [child for child in row.children if self._has(child)] if self._verdicts else row.children
            is_open = bool(told) and (row.key in self._open) != bool(self._verdicts)
            listed.append(ShownRow(row, 0, is_open))
            if is_open:
                listed += [ShownRow(child, 1, False) for child in told]
        self.shown = tuple(listed)
        self.endResetModel()

    def _has(self, row: ReviewRow) -> bool:
        return row.verdict in self._verdicts or any(c.verdict in self._verdicts for c in row.children)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.shown[index.row()].row
        texts = (row.title, row.ours, row.theirs, verdict_word(row.verdict), row.reason)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(text for text in texts if text)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_HEADINGS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if section == THEIRS and self.their_name:
                words = QCoreApplication.translate("Review", "What {provider} will store")
                return words.format(provider=self.their_name)
            return QCoreApplication.translate("Review", _HEADINGS[section]) if _HEADINGS[section] else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class ReviewDelegate(QStyledItemDelegate):
    """Paints a hair line under each row, the field in bold, the verdict in its pill, the reason wrapped."""

    def __init__(self, model: ReviewModel, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._theme = theme
        self._view = view
        self._reasons: dict[tuple[str, bool, int], ReasonText] = {}

    def forget(self) -> None:
        """Lay the reasons out anew: fonts, language or width are others."""
        self._reasons.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, option.rect
        shown = self._model.shown[index.row()]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif shown.depth:
            painter.fillRect(rect, theme.colour("sunk"))
        painter.setPen(QPen(theme.colour("hair"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(
            theme.px(SPACE_M), theme.px(CELL_MARGIN), -theme.px(SPACE_S), -theme.px(CELL_MARGIN)
        )
        column = index.column()
        if column == VERDICT:
            first_line = QRect(inner.left(), inner.top(), inner.width(), theme.px(LINE_HEIGHT))
            paint_pill(painter, first_line, verdict_word(shown.row.verdict), _PILL[shown.row.verdict], theme)
        elif column == REASON:
            reason = self._reason(shown.row, inner.width())
            reason.paint(painter, inner.topLeft(), theme.colour("ink2"), theme.colour("accent"))
        else:
            self._paint_text(painter, inner, str(index.data() or ""), column, shown)
        painter.restore()

    def _paint_text(self, painter: QPainter, inner: QRect, text: str, column: int, shown: ShownRow) -> None:
        theme = self._theme
        is_title = column == FIELD and not shown.depth
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(13, QFont.Weight.DemiBold) if is_title else theme.font())
        if column == FIELD:
            if shown.row.children:
                self._paint_arrow(painter, inner, is_open=shown.is_open)
            inner = inner.adjusted(theme.px(SPACE_M + (SPACE_M if shown.depth else 0)), 0, 0, 0)
        line = QRect(inner.left(), inner.top(), inner.width(), theme.px(LINE_HEIGHT))
        shown_text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown_text)

    def _paint_arrow(self, painter: QPainter, inner: QRect, *, is_open: bool) -> None:
        theme = self._theme
        size = theme.px(4)
        x, y = inner.left() + size, inner.top() + theme.px(LINE_HEIGHT) // 2
        painter.setPen(QPen(theme.colour("ink2"), 1.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_open:
            painter.drawLine(x - size, y - size // 2, x, y + size // 2)
            painter.drawLine(x, y + size // 2, x + size, y - size // 2)
        else:
            painter.drawLine(x - size // 2, y - size, x + size // 2, y)
            painter.drawLine(x + size // 2, y, x - size // 2, y + size)
        painter.setPen(theme.colour("ink"))

    def height_of(self, row: ReviewRow, width: int) -> int:
        """How high the row must be so that its whole reason can be read in a column this wide."""
        theme = self._theme
        if not row.reason and not row.change:
            return theme.px(ROW_HEIGHT)
        inner = width - theme.px(SPACE_M) - theme.px(SPACE_S)
        return max(theme.px(ROW_HEIGHT), round(self._reason(row, inner).height) + 2 * theme.px(CELL_MARGIN))

    def is_link(self, row: ReviewRow, cell: QRect, at: QPoint) -> bool:
        """Whether the link of the row's reason is there."""
        theme = self._theme
        inner = cell.adjusted(theme.px(SPACE_M), theme.px(CELL_MARGIN), -theme.px(SPACE_S), 0)
        return self._reason(row, inner.width()).is_link(at - inner.topLeft())

    def _reason(self, row: ReviewRow, width: int) -> ReasonText:
        key = (row.reason, bool(row.change), width)
        if key not in self._reasons:
            link = QCoreApplication.translate("Review", "change") if row.change else ""
            self._reasons[key] = ReasonText(row.reason, link, self._theme.font(), width)
        return self._reasons[key]


class ReviewTable(QTableView):
    """The table: Right and Left unfold and fold, Space toggles. F2 and the link: go and change it."""

    change_asked = Signal(str)  # where the row can be changed, as in `Reason.change`

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ReviewModel(self)
        set_role(self, "list")
        self.setModel(self.rows)
        self._paints = ReviewDelegate(self.rows, theme, self)
        self.setItemDelegate(self._paints)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("What becomes of each field"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(False)
        self._verdict_width = theme.px(VERDICT_WIDTH)
        for section in (FIELD, OURS, THEIRS, VERDICT):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.rows.modelReset.connect(self._fit_rows)
        header.sectionResized.connect(self._on_section_resized)
        self.doubleClicked.connect(self._on_double_clicked)

    def _fit_rows(self) -> None:
        self._fit_rows_to(self.columnWidth(REASON))

    def _fit_rows_to(self, width: int) -> None:
        for place, shown in enumerate(self.rows.shown):
            self.setRowHeight(place, self._paints.height_of(shown.row, width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - self._verdict_width
        for section, share in SHARES:
            self.setColumnWidth(section, room * share // 100)
        self.setColumnWidth(VERDICT, self._verdict_width)
        self._paints.forget()
        self._fit_rows()

    def _on_section_resized(self, section: int, _before: int, now: int) -> None:
        if section == REASON:  # a stretched column's width is still the old one at this moment
            self._fit_rows_to(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        key = Qt.Key(event.key())
        if place >= 0 and key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space):
            shown = self.rows.shown[place]
            wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(key, not shown.is_open)
            if shown.row.children and wanted != shown.is_open:
                self._toggle(place)
        elif place >= 0 and key == Qt.Key.Key_F2:
            self._ask_change(place)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid():
            return
        if self._is_link(index, at):
            self._ask_change(index.row())
        elif index.column() == FIELD and self.rows.shown[index.row()].row.children:
            self._toggle(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        over = index.isValid() and self._is_link(index, at)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._paints.forget()
            self._fit_rows()

    def _is_link(self, index: QModelIndex, at: QPoint) -> bool:
        if index.column() != REASON:
            return False
        return self._paints.is_link(self.rows.shown[index.row()].row, self.visualRect(index), at)

    def _toggle(self, place: int) -> None:
        self.rows.toggle(place)
        self.selectRow(place)

    def _ask_change(self, place: int) -> None:
        change = self.rows.shown[place].row.change
        if change:
            self.change_asked.emit(change)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._ask_change(index.row())
