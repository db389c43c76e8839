"""The timeline of a document: every step by name; choosing one goes there, and one can come back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView, QWidget

from app.ui.dialogs.frame import Sheet
from app.ui.draft_store import DraftStore
from app.ui.formats import time_text
from app.ui.theme import COMPACT_ROW_HEIGHT, Theme

TIMELINE_HEIGHT = 360


class TimelineModel(QAbstractListModel):
    """The states of a document, newest first; the row of the present one is marked by a word."""

    def __init__(self, store: DraftStore, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._row = QSize(0, theme.px(COMPACT_ROW_HEIGHT))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._store.history.steps) + 1

    def position(self, row: int) -> int:
        """The position in the history that a row stands for; its own inverse."""
        return len(self._store.history.steps) - row

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if index.isValid() and role == Qt.ItemDataRole.SizeHintRole:
            return self._row
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        history = self._store.history
        position = self.position(index.row())
        if position == 0:
            words = self.tr("As it began")
        else:
            step = history.steps[position - 1]
            words = f"{time_text(step.at)} · {step.label}"
        if position == history.position:
            return self.tr("{step} · shown now").format(step=words)
        return words

    def refresh(self) -> None:
        """The history has changed."""
        self.beginResetModel()
        self.endResetModel()


class HistoryDialog(Sheet):
    """Stays open beside the window while one looks around in the past."""

    def __init__(self, store: DraftStore, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("HistoryDialog", "History"), theme, parent)
        self._store = store
        self._start = store.history.position
        self.add_text(
            self.tr(
                "Choose a step to see the document as it was. Nothing is lost until you edit from there."
            ),
            "secondary",
        )
        self.model = TimelineModel(store, theme, self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Steps, newest first"))
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(theme.px(TIMELINE_HEIGHT))
        self.body.addWidget(self.list, 1)
        self.back = self.add_button(self.tr("Back to where I was"))
        self.back.clicked.connect(self._on_back_clicked)
        close = self.add_button(self.tr("Stay here"), "primary")
        close.clicked.connect(self.accept)
        self.list.clicked.connect(self._on_step_chosen)
        self.list.activated.connect(self._on_step_chosen)
        store.history_changed.connect(self._on_history_changed)
        store.opened.connect(self.reject)
        self._show_position()

    def _on_step_chosen(self, index: QModelIndex) -> None:
        self._store.jump(self.model.position(index.row()))

    def _on_back_clicked(self) -> None:
        self._store.jump(self._start)
        self.accept()

    def _on_history_changed(self) -> None:
        self.model.refresh()
        self._show_position()

    def _show_position(self) -> None:
        self.list.setCurrentIndex(self.model.index(self.model.position(self._store.history.position)))
