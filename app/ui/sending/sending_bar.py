"""What stands above a document that is sent or being sent: where it is, the verdict, and the way to more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.draft_store import DraftStore
from app.ui.jobs import Job
from app.ui.sending.desk import SendingDesk
from app.ui.sending.verdict_words import verdict_sentence
from app.ui.sending.words import (
    account_words,
    detail_sentence,
    entry_failure,
    mode_word,
    quoted,
    state_role,
    state_word,
)
from app.ui.theme import SPACE_L, SPACE_S, SPACE_XS, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import EntryDetail
    from app.services.sending.sending import Sending

MOST_SHOWN = 3


class Sent(QWidget):
    """One line for one provider: the state as a word, and what it means."""

    chosen = Signal(str)  # id of the entry

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._entry_id = ""
        self.state = QLabel()
        set_role(self.state, "pill")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more = QPushButton(self.tr("Details"))
        set_role(self.more, "link")
        self.more.clicked.connect(self._on_more_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_S))
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        row.addWidget(self.more)

    def show_entry(self, detail: EntryDetail, title: str, mode: str) -> None:
        """Say where this one is."""
        entry = detail.entry
        self._entry_id = entry.id
        set_role(self.state, state_role(entry))
        self.state.setText(state_word(entry))
        where = title if mode == "live" else f"{title} ({mode_word(mode)})"
        if entry.state == "done":
            said = verdict_sentence(detail, where)
        else:
            told = (f"{where} ·", entry_failure(entry) or detail_sentence(detail), _quote(detail, title))
            said = " ".join(filter(None, told))
        self.text.setText(said)
        self.more.setAccessibleDescription(said)

    def _on_more_clicked(self) -> None:
        self.chosen.emit(self._entry_id)


class SendingBar(QFrame):
    """Shown only while something of the open document is in the outbox."""

    entry_chosen = Signal(str)

    def __init__(
        self, store: DraftStore, desk: SendingDesk, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._desk = desk
        self._theme = theme
        self._job: Job | None = None
        self.lines: list[Sent] = []
        set_role(self, "notice")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(
            theme.px(SPACE_L), theme.px(SPACE_XS), theme.px(SPACE_S), theme.px(SPACE_XS)
        )
        self._column.setSpacing(0)
        self.hide()
        store.opened.connect(self.refresh)
        desk.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Ask what the outbox has of the open document."""
        if self._job is not None:
            self._job.abandon()
            self._job = None
        document_id = self._store.document_id
        if not document_id:
            self._on_found(())
            return
        self._job = self._desk.ask(lambda sending: _of(sending, document_id)).then(
            self._on_found, self._on_not_found
        )

    def _on_found(self, found: Sequence[tuple[EntryDetail, str, str]]) -> None:
        self._job = None
        while len(self.lines) < len(found):
            line = Sent(self._theme)
            line.chosen.connect(self.entry_chosen)
            self.lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(found))
            if place < len(found):
                line.show_entry(*found[place])
        is_bad = any(
            detail.entry.state in ("refused", "asking") or detail.entry.verdict == "differs"
            for detail, _title, _mode in found
        )
        set_role(self, "notice_bad" if is_bad else "notice")
        self.setVisible(bool(found))

    def _on_not_found(self, _error: Exception) -> None:
        """Whoever wanted to send is told; the bar only repeats what is known."""
        self._job = None


def _of(sending: Sending, document_id: str) -> tuple[tuple[EntryDetail, str, str], ...]:
    """The newest submission of the document at each connection, with its title and mode."""
    newest: dict[str, str] = {}
    for entry in sending.entries(document_id=document_id):
        if entry.action == "submit" and entry.state != "withdrawn":
            newest.setdefault(entry.connection_id, entry.id)
    titles = {provider.id: account_words(provider.title) for provider in sending.providers()}
    found = []
    for connection_id, entry_id in list(newest.items())[:MOST_SHOWN]:
        detail = sending.entry(entry_id)
        found.append((detail, titles.get(detail.entry.provider, ""), _mode(sending, connection_id)))
    return tuple(found)


def _mode(sending: Sending, connection_id: str) -> str:
    from app.services.sending import SendingProblem

    try:
        return sending.connection(connection_id).mode
    except SendingProblem:
        return "live"


def _quote(detail: EntryDetail, title: str) -> str:
    error = detail.entry.error
    return quoted(title, error.detail, error.request_id) if error is not None else ""
