"""What the window says without asking: one calm line under the top bar, with at most two ways out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.ui.theme import SPACE_L, SPACE_S, SPACE_XS, Theme, set_role

Tone = Literal["notice", "warn", "bad"]
STAYS_MS = 12_000


class Message(NamedTuple):
    """One message. `topic` lets a newer message take the place of an older one, or withdraw it."""

    text: str
    tone: Tone = "notice"
    topic: str = ""
    offers: tuple[tuple[str, Callable[[], object]], ...] = ()
    stays: bool = False


class MessageBar(QFrame):
    """Shows the newest message; one that stays is there again when a later one has gone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[Message] = []
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offers: list[QPushButton] = []
        self._takers: list[_Offer] = []
        self._close = QPushButton(self.tr("Dismiss"))
        self._close.clicked.connect(self.dismiss)
        set_role(self._close, "link")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(
            theme.px(SPACE_L), theme.px(SPACE_XS), theme.px(SPACE_S), theme.px(SPACE_XS)
        )
        self._row.setSpacing(theme.px(SPACE_S))
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        self._leave = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._leave.timeout.connect(self.dismiss)
        self.hide()

    @property
    def shown(self) -> Message | None:
        """The message that can be read now."""
        return self._messages[-1] if self._messages else None

    def say(self, message: Message) -> None:
        """Show a message now."""
        if message.topic:
            self._messages = [m for m in self._messages if m.topic != message.topic]
        self._messages = [m for m in self._messages if m.stays]
        self._messages.append(message)
        self._show_newest()

    def withdraw(self, topic: str) -> None:
        """Take back what was said about a topic: it is no longer so."""
        if any(m.topic == topic for m in self._messages):
            self._messages = [m for m in self._messages if m.topic != topic]
            self._show_newest()

    @Slot()
    def dismiss(self) -> None:
        """Let the shown message go."""
        if self._messages:
            self._messages.pop()
        self._show_newest()

    def _show_newest(self) -> None:
        for button in self._offers:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offers.clear()
        self._takers.clear()
        self._leave.stop()
        message = self.shown
        self.setVisible(message is not None)
        if message is None:
            return
        set_role(self, {"notice": "notice", "warn": "notice_warn", "bad": "notice_bad"}[message.tone])
        self._text.setText(message.text)
        self.setAccessibleName(message.text)
        for words, call in message.offers:
            button = QPushButton(words)
            set_role(button, "link")
            offer = _Offer(self, message, call)
            self._takers.append(offer)
            button.clicked.connect(offer.take)
            self._row.insertWidget(self._row.count() - 1, button)
            self._offers.append(button)
        if not message.stays:
            self._leave.start()


class _Offer:
    """Takes an offer once, and the message with it."""

    def __init__(self, bar: MessageBar, message: Message, call: Callable[[], object]) -> None:
        self._bar, self._message, self._call = bar, message, call

    def take(self) -> None:
        if self._bar.shown is self._message:
            self._bar.dismiss()
        self._call()
