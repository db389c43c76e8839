"""All that is kept of one entry: its state in words, what can be done, its steps, the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.jobs import Job
from app.ui.sending.desk import SendingDesk
from app.ui.sending.entry_acts import EntryActs
from app.ui.sending.entry_words import differences_text, links_of, notices_text, steps_text
from app.ui.sending.outbox_rows import OutboxDetail, looking_at
from app.ui.sending.verdict_words import verdict_sentence
from app.ui.sending.words import (
    action_words,
    detail_sentence,
    entry_failure,
    entry_title,
    mode_role,
    mode_word,
    quoted,
    state_role,
    state_word,
)
from app.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import Receipt

PANEL_WIDTH = 440


class EntryPanel(QFrame):
    """Hidden while nothing is chosen."""

    document_chosen = Signal(str)
    file_chosen = Signal(str)  # id of a supplier's file
    field_asked = Signal(object)  # Entry
    connection_asked = Signal(str)  # its id
    message = Signal(object)  # Message
    failed = Signal(object)  # Exception

    def __init__(self, desk: SendingDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._job: Job | None = None
        self._entry_id = ""
        self.shown: OutboxDetail | None = None
        set_role(self, "surface")
        self.setFixedWidth(theme.px(PANEL_WIDTH))
        self.heading = self._text("title")
        self.what = self._text("secondary")
        self.state = QLabel()
        set_role(self.state, "pill")
        self.mode = QLabel()
        set_role(self.mode, "pill")
        self.sentence = self._text()
        self.failure = self._text("hint")
        self.quote = self._text("secondary")
        self.verdict = self._text("hint")
        self.differences = self._text("secondary")
        self.notices = self._text("secondary")
        self.links = self._text()
        self.links.setTextFormat(Qt.TextFormat.RichText)
        self.links.setOpenExternalLinks(True)
        self.links.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.steps_title = self._text("group")
        self.steps_title.setText(self.tr("Steps"))
        self.steps = self._text("secondary")
        self.acts = EntryActs(desk, theme)
        self._lay_out()
        self.acts.document_chosen.connect(self.document_chosen)
        self.acts.file_chosen.connect(self.file_chosen)
        self.acts.field_asked.connect(self.field_asked)
        self.acts.connection_asked.connect(self.connection_asked)
        self.acts.message.connect(self.message)
        self.acts.failed.connect(self.failed)
        self.hide()

    def _text(self, role: str = "") -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            set_role(label, role)
        return label

    def _lay_out(self) -> None:
        theme = self._theme
        pills = QHBoxLayout()
        pills.setSpacing(theme.px(SPACE_S))
        pills.addWidget(self.state)
        pills.addWidget(self.mode)
        pills.addStretch(1)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(theme.px(SPACE_XL), theme.px(SPACE_L), theme.px(SPACE_XL), theme.px(SPACE_L))
        body.setSpacing(theme.px(SPACE_M))
        body.addWidget(self.heading)
        body.addWidget(self.what)
        body.addLayout(pills)
        for label in (
            self.sentence,
            self.failure,
            self.quote,
            self.verdict,
            self.differences,
            self.notices,
            self.links,
        ):
            body.addWidget(label)
        body.addWidget(self.acts)
        body.addWidget(self.steps_title)
        body.addWidget(self.steps)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(scroll, "surface")
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_entry(self, entry_id: str) -> None:
        """Show this entry as soon as it is read."""
        self._entry_id = entry_id
        self.refresh()

    def refresh(self) -> None:
        """Read the shown entry anew."""
        if self._job is not None:
            self._job.abandon()
            self._job = None
        if self._entry_id:
            self._job = self._desk.ask(looking_at(self._entry_id)).then(self._on_found, self._on_not_found)

    def _on_found(self, found: OutboxDetail) -> None:
        self._job = None
        if found == self.shown:
            return
        self.shown = found
        row, detail = found.row, found.detail
        entry = detail.entry
        self.heading.setText(entry_title(entry))
        self.what.setText(f"{action_words(entry)} · {row.where}")
        set_role(self.state, state_role(entry))
        self.state.setText(state_word(entry))
        mode = row.connection.mode if row.connection is not None else "live"
        set_role(self.mode, mode_role(mode))
        self.mode.setText(mode_word(mode))
        self._say(self.sentence, detail_sentence(detail))
        self._say(self.failure, entry_failure(entry))
        set_role(self.failure, "hint_bad" if entry.state in ("refused", "asking") else "hint")
        error = entry.error
        told = quoted(row.provider_title, error.detail, error.request_id) if error is not None else ""
        self._say(self.quote, told)
        self._say(self.verdict, verdict_sentence(detail, row.provider_title) if entry.state == "done" else "")
        set_role(self.verdict, "hint_bad" if entry.verdict == "differs" else "hint")
        self._say(self.differences, differences_text(detail))
        self._say(self.notices, notices_text(entry))
        self._say(self.links, _links(entry.receipt) if mode != "practice" else "")
        self._say(self.steps, steps_text(detail.steps))
        self.steps_title.setVisible(bool(detail.steps))
        self.acts.show_detail(found)
        self.show()

    def _on_not_found(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)

    @staticmethod
    def _say(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))


def _links(receipt: Receipt | None) -> str:
    return "" if receipt is None else links_of(receipt.links)
