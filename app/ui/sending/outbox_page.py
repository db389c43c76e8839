"""The outbox: what is to be done at providers, what came of it, and all that is kept of one entry."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.clock import now
from app.ui.formats import time_text
from app.ui.jobs import Job
from app.ui.pages.list_view import ListView
from app.ui.pages.table import Column
from app.ui.sending.desk import SendingDesk
from app.ui.sending.entry_panel import EntryPanel
from app.ui.sending.outbox_rows import OutboxRow, finding
from app.ui.sending.words import (
    action_words,
    entry_sum,
    entry_title,
    mode_word,
    moment_words,
    state_role,
    state_word,
)
from app.ui.theme import Theme, set_role

FOLLOW_MS = 400
"""How often the rows are asked anew while something is being sent."""


class OutboxPage(QWidget):
    """Entries at the left, the details of one at the right."""

    document_chosen = Signal(str)  # its id
    file_chosen = Signal(str)  # id of a supplier's file
    field_asked = Signal(object)  # Entry
    connection_asked = Signal(str)  # its id
    message = Signal(object)  # Message
    failed = Signal(object)  # Exception

    def __init__(self, desk: SendingDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        set_role(self, "ground")
        self.list = ListView(self.tr("Outbox"), self._columns(), theme, self._find)
        self.try_again = QPushButton(self.tr("Try again now"))
        self.try_again.clicked.connect(self._on_try_again_clicked)
        self.list.actions_row.addWidget(self.try_again)
        self.panel = EntryPanel(desk, theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(self.panel)
        self.setFocusProxy(self.list.search)
        self._follow = QTimer(self, interval=FOLLOW_MS)
        self._follow.timeout.connect(self.refresh)
        self.list.current_changed.connect(self._on_current_changed)
        self.list.chosen.connect(self._on_current_changed)
        self.panel.document_chosen.connect(self.document_chosen)
        self.panel.file_chosen.connect(self.file_chosen)
        self.panel.field_asked.connect(self.field_asked)
        self.panel.connection_asked.connect(self.connection_asked)
        self.panel.message.connect(self.message)
        self.panel.failed.connect(self.failed)
        desk.changed.connect(self._on_desk_changed)
        desk.draining_changed.connect(self._on_draining_changed)

    def refresh(self) -> None:
        """Ask the outbox anew."""
        self.list.set_empty_words(*self._empty_words())
        self.list.refresh()
        self.panel.refresh()

    def show_entry(self, entry_id: str) -> None:
        """Show this one."""
        self.list.search.clear()
        self.list.select(lambda row: bool(row.id == entry_id))
        self.panel.show_entry(entry_id)
        self.refresh()

    def _columns(self) -> list[Column[OutboxRow]]:
        return [
            Column[OutboxRow](
                self.tr("State"),
                lambda row: state_word(row.entry),
                pill=lambda row: state_role(row.entry),
            ),
            Column[OutboxRow](self.tr("Document"), lambda row: entry_title(row.entry), stretches=True),
            Column[OutboxRow](self.tr("What"), lambda row: action_words(row.entry), is_secondary=True),
            Column[OutboxRow](self.tr("To"), _where),
            Column[OutboxRow](self.tr("Total"), lambda row: entry_sum(row.entry), is_number=True),
            Column[OutboxRow](
                self.tr("Last change"), lambda row: moment_words(row.entry.updated_at), is_secondary=True
            ),
        ]

    def _empty_words(self) -> tuple[str, str]:
        nothing = self.tr(
            "Everything is sent. Last check {time}.\n\nCtrl+Shift+S reviews the document that is open, and "
            "sends it when you say so."
        ).format(time=time_text(now()))
        return nothing, self.tr("Nothing here matches “{text}”. Try fewer words, a number or an amount.")

    def _find(self, text: str) -> Job:
        return self._desk.ask(finding(text))

    def _on_current_changed(self, row: Any) -> None:
        if row is not None:
            self.panel.show_entry(row.id)

    def _on_try_again_clicked(self) -> None:
        self._desk.drain(is_asked_for=True)

    def _on_desk_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_draining_changed(self, is_draining: bool) -> None:
        if is_draining and self.isVisible():
            self._follow.start()
        else:
            self._follow.stop()


def _where(row: OutboxRow) -> str:
    mode = row.connection.mode if row.connection is not None else "live"
    return row.where if mode == "live" else f"{row.where} · {mode_word(mode)}"
