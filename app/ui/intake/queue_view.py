"""The queue as cards: one a file, with the word for its state and the reason it needs a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.services.intake.documents import Document
from app.ui.intake.cards import Card, card_of
from app.ui.theme import (
    FOCUS_WIDTH,
    RADIUS_TABLE,
    SIZE_BODY,
    SIZE_LABEL,
    SPACE_M,
    SPACE_S,
    SPACE_XS,
    WEIGHT_STRONG,
    Theme,
    set_role,
)

Index = QModelIndex | QPersistentModelIndex
CARD_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_PILLS: Final = {
    "pill": ("ink2", "surface"),
    "pill_good": ("good", "good_soft"),
    "pill_warn": ("warn", "warn_soft"),
    "pill_bad": ("bad", "bad_soft"),
}


class QueueModel(QAbstractListModel):
    """The documents of the queue in their order; a changed one changes its row alone."""

    def __init__(self) -> None:
        super().__init__()
        self._documents: list[Document] = []
        self._cards: dict[int, Card] = {}

    @property
    def documents(self) -> Sequence[Document]:
        """What is listed."""
        return self._documents

    def row_of(self, file_id: str) -> int:
        """Where the document stands, or -1."""
        return next((row for row, each in enumerate(self._documents) if each.id == file_id), -1)

    def show(self, documents: Sequence[Document]) -> None:
        """List these; rows that stay keep their place, so that selection and scrolling do too."""
        wanted = {document.id for document in documents}
        for row in range(len(self._documents) - 1, -1, -1):
            if self._documents[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._documents[row]
                self._cards.clear()
                self.endRemoveRows()
        for row, document in enumerate(documents):
            if row < len(self._documents) and self._documents[row].id == document.id:
                self._put(row, document)
                continue
            there = self.row_of(document.id)
            if there > row:
                self.beginRemoveRows(QModelIndex(), there, there)
                del self._documents[there]
                self.endRemoveRows()
            self.beginInsertRows(QModelIndex(), row, row)
            self._documents.insert(row, document)
            self._cards.clear()
            self.endInsertRows()

    def drop(self, file_id: str) -> None:
        """Take one document off the list."""
        self.show([document for document in self._documents if document.id != file_id])

    def put(self, document: Document) -> None:
        """Show one document as it is now."""
        row = self.row_of(document.id)
        if row >= 0:
            self._put(row, document)

    def _put(self, row: int, document: Document) -> None:
        if self._documents[row] != document:
            self._documents[row] = document
            self._cards.pop(row, None)
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._documents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._documents):
            return None
        card = self._card(index.row())
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ". ".join(part for part in (card.title, card.reason, card.state) if part)
        return None

    def _card(self, row: int) -> Card:
        if row not in self._cards:
            self._cards[row] = card_of(self._documents[row])
        return self._cards[row]


class QueueView(QListView):
    """The cards; several can be chosen, to be put together."""

    discard_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = QueueModel()
        self.setModel(self.cards)
        self.setItemDelegate(_CardDelegate(theme, self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        set_role(self, "plain")
        self.setAccessibleName(self.tr("Files to review"))

    @property
    def current(self) -> Document | None:
        """The document the selection stands on."""
        row = self.currentIndex().row()
        return self.cards.documents[row] if 0 <= row < len(self.cards.documents) else None

    @property
    def chosen(self) -> list[Document]:
        """All that are selected, in their order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.cards.documents[row] for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.discard_asked.emit()
        else:
            super().keyPressEvent(event)

    def go_to(self, row: int) -> None:
        """Stand on a row."""
        index = self.cards.index(row)
        if index.isValid():
            self.setCurrentIndex(index)


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QueueView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        theme = self._theme
        body = QFontMetrics(theme.font(SIZE_BODY)).height()
        label = QFontMetrics(theme.font(SIZE_LABEL)).height()
        height = 2 * body + label + theme.px(SPACE_XS) + 2 * theme.px(SPACE_S) + theme.px(SPACE_S)
        return QSize(theme.px(160), height + theme.px(SPACE_XS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD_ROLE)
        if card is None:
            return
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(theme.px(2), theme.px(SPACE_XS), -theme.px(2), 0)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(theme.colour("accent_soft" if is_selected else "surface"))
        is_outlined = has_focus and self._view.hasFocus()
        edge = QPen(theme.colour("accent" if is_outlined else "hair"), FOCUS_WIDTH if is_outlined else 1)
        painter.setPen(edge)
        radius = theme.px(RADIUS_TABLE)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        inner = rect.adjusted(theme.px(SPACE_M), theme.px(SPACE_S), -theme.px(SPACE_M), -theme.px(SPACE_S))
        top = self._line(painter, inner, inner.top(), card.title, theme.font(weight=WEIGHT_STRONG), "ink")
        top = self._line(painter, inner, top, card.reason, theme.font(), "ink2")
        self._pill(painter, inner, top + theme.px(SPACE_XS), card)
        painter.restore()

    def _line(self, painter: QPainter, inner: QRect, top: int, text: str, font: QFont, colour: str) -> int:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        line = QRect(inner.left(), top, inner.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return top + metrics.height()

    def _pill(self, painter: QPainter, inner: QRect, top: int, card: Card) -> None:
        theme = self._theme
        painter.setFont(theme.font(SIZE_LABEL, WEIGHT_STRONG))
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(card.state) + 2 * theme.px(SPACE_S)
        pill = QRect(inner.left(), top, min(width, inner.width()), metrics.height() + 2)
        ink, ground = _PILLS[card.tone]
        painter.setBrush(theme.colour(ground))
        painter.setPen(theme.colour("hair") if card.tone == "pill" else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(theme.colour(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, card.state)
