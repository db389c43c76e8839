"""What can be made at a provider without a document of ours: an invoice of a quote that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from app.ui.forms.flow_layout import FlowLayout
from app.ui.language import wording_language
from app.ui.messages import Message
from app.ui.sending.connection_cards import ConnectionRow
from app.ui.sending.desk import SendingDesk
from app.ui.sending.entry_dialogs import ActionDialog
from app.ui.sending.remote_edit import Lists
from app.ui.sending.words import error_words
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.sending import ActionCard, Entry


class ConnectionActs(QWidget):
    """One button for each; hidden where the provider has none or is not signed in."""

    begun = Signal(str)  # id of the entry
    message = Signal(object)  # Message

    def __init__(self, desk: SendingDesk, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._row: ConnectionRow | None = None
        self._asks: list[_Ask] = []
        self.buttons: dict[str, QPushButton] = {}
        self._flow = FlowLayout(self)

    def show_row(self, row: ConnectionRow) -> None:
        """Offer what can be begun over this connection."""
        self._row = row
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons, self._asks = {}, []
        for action in row.provider.actions if row.card.state == "ready" else ():
            if not action.from_states:
                button = QPushButton(f"{self._title(action)}…")
                ask = _Ask(self, action)
                self._asks.append(ask)
                button.clicked.connect(ask.run)
                self.buttons[action.id] = button
                self._flow.addWidget(button)
                button.show()
        self.setVisible(bool(self.buttons))

    def ask(self, action: ActionCard) -> None:
        """Ask what it needs, and queue it."""
        assert self._row is not None
        row = self._row
        lists = Lists(self._desk, row.id, row.provider.id)
        dialog = ActionDialog(
            action,
            self._title(action),
            row.provider,
            row.card.mode == "live",
            self._theme,
            self.window(),
            lists,
        )
        lists.setParent(dialog)
        is_wanted, arguments = dialog.exec() == QDialog.DialogCode.Accepted, dialog.arguments
        dialog.deleteLater()
        if is_wanted:
            self._desk.ask(lambda sending: sending.begin(row.id, action.id, arguments)).then(
                self._on_queued, self._on_failed
            )

    def _title(self, action: ActionCard) -> str:
        assert self._row is not None
        told = self._row.provider.words.get(f"action.{action.id}", (action.id, action.id))
        return told[wording_language() == "fr"]

    def _on_queued(self, entry: Entry) -> None:
        self._desk.changed.emit()
        self._desk.drain(only=(entry.id,), is_asked_for=True)
        self.begun.emit(entry.id)

    def _on_failed(self, error: Exception) -> None:
        assert self._row is not None
        self.message.emit(Message(error_words(error, self._row.provider.id), "warn", "connection"))


class _Ask:
    def __init__(self, acts: ConnectionActs, action: ActionCard) -> None:
        self._acts, self._action = acts, action

    def run(self, _is_checked: bool = False) -> None:
        self._acts.ask(self._action)
