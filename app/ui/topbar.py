"""The bar on top: what is open, where it is in its life, whether it is saved, and the way to anything."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from app.domain.draft import Draft
from app.ui.autosave import SaveState
from app.ui.draft_store import DraftStore, Status
from app.ui.theme import BAR_HEIGHT, SPACE_L, SPACE_M, SPACE_S, Theme, set_role

FIND_WIDTH = 300
FIND_LEAST_WIDTH = 230
CLOCK_MS = 30_000


class ElidedLabel(QLabel):
    """A label that gives way: it shows as much as there is room for, and all of it as a tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def set_full_text(self, text: str) -> None:
        """What there is to say."""
        self._full = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setMinimumWidth(0)
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance(text) + 4)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width()))


class TopBar(QWidget):
    """Follows the document store and the autosave."""

    def __init__(self, store: DraftStore, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._save_state: SaveState = "saved"
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "bar")
        self.setFixedHeight(theme.px(BAR_HEIGHT))
        self._title = ElidedLabel()
        set_role(self._title, "title")
        self._title.setFont(theme.font(15, self._title.font().Weight.DemiBold))
        self._pill = QLabel()
        self._saved = QLabel()
        set_role(self._saved, "secondary")
        self.send = QPushButton(self.tr("Review and send…"))
        set_role(self.send, "link")
        self.finder = QPushButton(self.tr("Find or do anything"))
        set_role(self.finder, "find")
        self.finder.setMinimumWidth(theme.px(FIND_LEAST_WIDTH))
        self.finder.setMaximumWidth(theme.px(FIND_WIDTH))
        self.finder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key = QLabel(QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText), self.finder)
        key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(key, "key")
        inside = QHBoxLayout(self.finder)
        inside.setContentsMargins(0, 0, theme.px(SPACE_S), 0)
        inside.addStretch(1)
        inside.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.menu_button = QToolButton()
        self.menu_button.setText(self.tr("Menu"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(SPACE_L), 0, theme.px(SPACE_M), 0)
        row.setSpacing(theme.px(SPACE_M))
        row.addWidget(self._title, 3)
        row.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._saved)
        row.addStretch(1)
        row.addWidget(self.send)
        row.addWidget(self.finder, 2)
        row.addWidget(self.menu_button)
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._clock.timeout.connect(self._show_saved)
        self._clock.start()
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._store.opened.connect(self.refresh)
        self._store.draft_changed.connect(self._on_draft_changed)
        self._store.history_changed.connect(self._show_saved)
        self._store.saved.connect(self._show_saved)

    def set_menu(self, menu: QMenu) -> None:
        """Hang the window's menu here, where the system has no bar of its own for it."""
        self.menu_button.setMenu(menu)

    def set_save_state(self, state: SaveState) -> None:
        """Say whether what was typed is on disk."""
        self._save_state = state
        self._show_saved()

    def refresh(self) -> None:
        """Show the document that is open."""
        self._title.set_full_text(self._name_of(self._store.draft))
        words, role = self._words_of(self._store.status)
        self._pill.setText(words)
        set_role(self._pill, role)
        self._show_saved()

    def _on_draft_changed(self, before: Draft, after: Draft) -> None:
        if (before.buyer.name, before.subject, before.number, before.kind) != (
            after.buyer.name,
            after.subject,
            after.number,
            after.kind,
        ):
            self._title.set_full_text(self._name_of(after))

    def _name_of(self, draft: Draft) -> str:
        parts = [part for part in (draft.number, draft.buyer.name, draft.subject) if part]
        if parts:
            return " · ".join(parts)
        return self.tr("New credit note") if draft.kind == "credit_note" else self.tr("New invoice")

    def _words_of(self, status: Status) -> tuple[str, str]:
        if status == "issued":
            return self.tr("Issued"), "pill_good"
        if status == "void":
            return self.tr("Void"), "pill_bad"
        if status == "credited":
            return self.tr("Credited"), "pill_warn"
        return self.tr("Draft"), "pill"

    def _show_saved(self) -> None:
        self._saved.setText(self._saved_words())

    def _saved_words(self) -> str:
        if self._store.is_closed:
            return self.tr("to be seen, not changed")
        if self._save_state == "sample":
            return self.tr("a sample: your first edit makes it yours")
        if self._save_state == "new":
            return self.tr("saves itself as you type")
        if self._save_state == "saving":
            return self.tr("saving …")
        if self._save_state == "waiting":
            return self.tr("not on disk yet")
        past = self._past_words()
        return self.tr("saved · {past}").format(past=past) if past else self.tr("saved")

    def _past_words(self) -> str:
        steps = self._store.history.steps
        if not steps or self._store.is_read_only:
            return ""
        minutes = max(1, round((steps[-1].at - steps[0].at).total_seconds() / 60))
        if minutes == 1:
            return self.tr("1 minute of history")
        if minutes < 120:
            return self.tr("{count} minutes of history").format(count=minutes)
        if minutes < 48 * 60:
            return self.tr("{count} hours of history").format(count=minutes // 60)
        return self.tr("{count} days of history").format(count=minutes // (24 * 60))
