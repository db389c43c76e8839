"""What stands above a document that is issued: that it stays as it is, and what can still be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.ui.actions import Actions
from app.ui.draft_store import DraftStore
from app.ui.formats import time_text
from app.ui.reading import reason
from app.ui.theme import SPACE_L, SPACE_S, SPACE_XS, Theme, set_role

OFFERED = ("save_pdf", "send", "duplicate", "credit_note", "void")


class IssuedBar(QFrame):
    """Shown only while an issued document is open."""

    def __init__(self, store: DraftStore, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._theme = theme
        set_role(self, "notice")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(
            theme.px(SPACE_L), theme.px(SPACE_XS), theme.px(SPACE_S), theme.px(SPACE_XS)
        )
        self._row.setSpacing(theme.px(SPACE_XS))
        self._row.addWidget(self.text, 1)
        store.opened.connect(self.refresh)
        store.history_changed.connect(self._on_history_changed)
        self.refresh()

    def offer(self, actions: Actions) -> None:
        """Put the acts that remain at the end of the line."""
        for name in OFFERED:
            self._row.addWidget(_Link(actions[name], self))

    def refresh(self) -> None:
        """Say what happened to the document that is open."""
        self.setVisible(self._store.is_read_only)
        record = self._store.issued
        if not self._store.is_read_only:
            return
        if self._store.is_closed:
            self.text.setText(reason())
            return
        if self._store.is_held:
            self.text.setText(
                self.tr(
                    "This draft is with a provider, or on its way. It stays as it is until it is withdrawn."
                )
            )
            return
        if record is None:
            self.text.clear()  # the first document is shown before the store can say when that was
            return
        when = time_text(record.issued_at)
        if self._store.status == "void":
            self.text.setText(self.tr("Void: {reason}").format(reason=record.void_reason or ""))
        elif self._store.status == "credited":
            self.text.setText(self.tr("Issued {time}, and credited since.").format(time=when))
        else:
            self.text.setText(self.tr("Issued {time}. It stays as it is.").format(time=when))

    def _on_history_changed(self) -> None:
        if self._store.is_read_only and not self.text.text():
            self.refresh()


class _Link(QPushButton):
    """A link that shows an action while that can be done."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(action.text(), parent)
        self._action = action
        set_role(self, "link")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    def _on_action_changed(self) -> None:
        self.setText(self._action.text())
        self.setVisible(self._action.isEnabled())
