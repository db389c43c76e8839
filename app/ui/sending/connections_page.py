"""The accounts one can send to: practice, test and live told apart at a glance, and the way to make one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.ui.jobs import Job, JobControl
from app.ui.pages.list_view import ListView
from app.ui.pages.table import Column
from app.ui.sending.connection_cards import ConnectionRow, listed, state_words
from app.ui.sending.connection_panel import ConnectionPanel
from app.ui.sending.desk import SendingDesk
from app.ui.sending.words import account_words, mode_role, mode_word
from app.ui.theme import Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import ProviderCard, StopSwitch
    from app.services.sending.sending import Sending


class ConnectionsPage(QWidget):
    """Connections at the left, the chosen one at the right."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    entry_begun = Signal(str)  # its id in the outbox

    def __init__(self, desk: SendingDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._providers: tuple[ProviderCard, ...] = ()
        self._option = ""
        set_role(self, "ground")
        self.list = ListView(self.tr("Connections"), self._columns(), theme, self._find)
        self.list.set_empty_words(
            self.tr("No connection yet. Make one, or practise without an account."),
            self.tr("Nothing here matches “{text}”."),
        )
        self.new_button = QPushButton(self.tr("New connection"))
        set_role(self.new_button, "primary")
        # Without a parent: a menu among the children of a page that is put into a window makes a loop of
        # the tab order.
        self.new_menu = QMenu()
        self.new_button.setMenu(self.new_menu)
        self.list.actions_row.addWidget(self.new_button)
        self.panel = ConnectionPanel(desk, theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(self.panel)
        self.setFocusProxy(self.list.search)
        self.list.current_changed.connect(self._on_current_changed)
        self.list.chosen.connect(self._on_current_changed)
        self.panel.kept.connect(self._on_kept)
        self.panel.deleted.connect(self.refresh)
        self.panel.message.connect(self.message)
        self.panel.begins.message.connect(self.message)
        self.panel.begins.begun.connect(self.entry_begun)

    def refresh(self) -> None:
        """Ask for the connections anew; the keyring may ask the person."""
        self.list.refresh()
        if not self._providers:
            self._desk.ask(lambda sending: sending.providers()).then(self._on_providers, self.failed.emit)

    def show_connection(self, connection_id: str, option: str = "") -> None:
        """Show this one, and the setting of that name."""
        self._option = option
        self.list.search.clear()
        self.list.select(lambda row: bool(row.id == connection_id))
        self.refresh()

    def start_new(self, provider_id: str) -> None:
        """Open an empty form for a connection to this provider."""
        from app.services.sending import Connection, ConnectionCard

        provider = next(card for card in self._providers if card.id == provider_id)
        connection = Connection(provider=provider_id, mode="test")
        card = ConnectionCard(connection, provider.title, "signed_out")
        self.list.table.clearSelection()
        self.list.table.setCurrentIndex(self.list.model.index(-1, -1))
        self.panel.show_row(ConnectionRow(card, provider, ""), is_new=True)
        self.panel.form.basics.focus("title")

    def _columns(self) -> list[Column[ConnectionRow]]:
        return [
            Column[ConnectionRow](
                self.tr("For"),
                lambda row: mode_word(row.card.mode),
                pill=lambda row: mode_role(row.card.mode),
            ),
            Column[ConnectionRow](self.tr("Name"), lambda row: row.title, stretches=True),
            Column[ConnectionRow](
                self.tr("Signed in as"), lambda row: row.card.connection.account, is_secondary=True
            ),
            Column[ConnectionRow](self.tr("State"), state_words),
        ]

    def _find(self, text: str) -> Job:
        def work(sending: Sending, _stop: StopSwitch, _control: JobControl) -> tuple[ConnectionRow, ...]:
            return listed(sending, text)

        return self._desk.send_for(work).job

    def _on_providers(self, providers: tuple[ProviderCard, ...]) -> None:
        self._providers = providers
        self.new_menu.clear()
        for card in providers:
            action = self.new_menu.addAction(account_words(card.title))
            action.setData(card.id)
            action.triggered.connect(self._on_new_triggered)

    def _on_new_triggered(self) -> None:
        self.start_new(self.sender().data())  # type: ignore[attr-defined]

    def _on_current_changed(self, row: Any) -> None:
        if row is None:
            return
        if row != self.panel.row or not self.panel.isVisible():
            self.panel.show_row(row)
        if self._option:
            self.panel.form.focus_option(self._option)
            self._option = ""

    def _on_kept(self, connection_id: str) -> None:
        self.list.select(lambda row: bool(row.id == connection_id))
        self.list.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.panel.flush()
        super().hideEvent(event)
