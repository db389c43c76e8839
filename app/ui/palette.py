"""Ctrl+K: customers, items, documents and actions in one list, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.actions import Actions
from app.ui.formats import folded, matches, money_text, number_text
from app.ui.jobs import Job
from app.ui.pages.documents import status_words
from app.ui.session import Session
from app.ui.theme import ROW_HEIGHT, SIZE_LABEL, SPACE_M, SPACE_S, Theme, set_role

PALETTE_WIDTH = 600
PALETTE_HEIGHT = 420
FOUND_PER_KIND = 6


@dataclass(frozen=True)
class Entry:
    """One line of the palette: what it is, what stands at its right, and what choosing it does."""

    words: str
    kind: str
    choose: Callable[[], object]


class EntriesModel(QAbstractListModel):
    """The entries that match."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """List these instead."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.UserRole:
            return entry.kind
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.words}, {entry.kind}"
        return None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("accent_soft"))
        inner = option.rect.adjusted(self._theme.px(SPACE_M), 0, -self._theme.px(SPACE_M), 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font(SIZE_LABEL))
        painter.setPen(self._theme.colour("ink2"))
        kind = str(index.data(Qt.ItemDataRole.UserRole))
        painter.drawText(inner, right, kind)
        taken = painter.fontMetrics().horizontalAdvance(kind) + self._theme.px(SPACE_M)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("ink"))
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width() - taken
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._theme.px(ROW_HEIGHT))


class Palette(QDialog):
    """Typing filters, arrows choose, Enter does, Esc leaves."""

    def __init__(
        self,
        actions: Actions,
        session: Session,
        theme: Theme,
        *,
        open_document: Callable[[str], object],
        choose_customer: Callable[[Any], object] | None,
        insert_item: Callable[[Any], object] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._actions = actions
        self._session = session
        self._open_document = open_document
        self._choose_customer = choose_customer
        self._insert_item = insert_item
        self._found: list[Entry] = []
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Find or do anything"))
        set_role(self, "palette")
        self.resize(theme.px(PALETTE_WIDTH), theme.px(PALETTE_HEIGHT))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A customer, an item, a number, an amount, or what to do"))
        self.field.setAccessibleName(self.tr("Find or do anything"))
        self.field.installEventFilter(self)
        self.model = EntriesModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_EntryDelegate(theme, self.list))
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        set_role(self.list, "plain")
        self._nothing = QLabel(self.tr("Nothing matches. Try fewer words."))
        set_role(self._nothing, "secondary")
        self._nothing.hide()
        column = QVBoxLayout(self)
        margin = theme.px(SPACE_M)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(SPACE_S))
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self.choose_current)
        self.list.clicked.connect(self.choose_current)
        self._on_text_changed("")

    def choose_current(self) -> None:
        """Do what the marked entry stands for."""
        index = self.list.currentIndex()
        if index.isValid():
            entry = self.model.entries[index.row()]
            self.accept()
            entry.choose()

    def _on_text_changed(self, text: str) -> None:
        self._show()
        if self._job is not None:
            self._job.abandon()
            self._job = None
        if not text.strip():
            self._found = []
            self._show()
            return

        def find(workspace: Any) -> tuple[Any, Any, Any]:
            return (
                workspace.cards("all", text, FOUND_PER_KIND),
                workspace.contacts(text, FOUND_PER_KIND),
                workspace.items(text, FOUND_PER_KIND),
            )

        self._job = self._session.call(find).then(self._on_found, self._on_find_failed)

    def _on_found(self, found: tuple[Any, Any, Any]) -> None:
        self._job = None
        cards, contacts, items = found
        entries = [
            Entry(self._card_words(card), status_words(card.status), _Call(self._open_document, card.id))
            for card in cards
        ]
        if self._choose_customer is not None:
            entries += [
                Entry(each.party.name, self.tr("Customer"), _Call(self._choose_customer, each))
                for each in contacts
            ]
        if self._insert_item is not None:
            entries += [
                Entry(self._item_words(each), self.tr("Item"), _Call(self._insert_item, each))
                for each in items
            ]
        self._found = entries
        self._show()

    def _on_find_failed(self, _error: Exception) -> None:
        self._job = None
        self._found = []
        self._show()

    def _card_words(self, card: Any) -> str:
        parts = (card.number, card.buyer_name, card.subject, money_text(card.payable, card.currency))
        return " · ".join(part for part in parts if part)

    def _item_words(self, item: Any) -> str:
        prices = ", ".join(f"{number_text(each.price)}\u00a0{each.currency}" for each in item.prices)
        return " · ".join(part for part in (item.code, item.label, prices) if part)

    def _show(self) -> None:
        text = self.field.text()
        actions = [
            Entry(
                action.text().rstrip("…"),
                action.shortcuts()[0].toString(QKeySequence.SequenceFormat.NativeText)
                if action.shortcuts()
                else self.tr("Action"),
                action.trigger,
            )
            for spec, action in self._actions
            if action.isEnabled() and spec.name != "palette" and matches(text, action.text())
        ]
        actions.sort(key=lambda entry: not folded(entry.words).startswith(folded(text.strip())))
        self.model.show([*self._found, *actions] if text.strip() else actions)
        self._nothing.setVisible(not self.model.entries)
        self.list.setCurrentIndex(self.model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        ):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            last = self.model.rowCount() - 1
            row = self.list.currentIndex().row() + step[Qt.Key(event.key())]
            self.list.setCurrentIndex(self.model.index(max(0, min(last, row))))
            return True
        return super().eventFilter(watched, event)


class _Call:
    def __init__(self, call: Callable[[Any], object], value: Any) -> None:
        self._call, self._value = call, value

    def __call__(self) -> None:
        self._call(self._value)
