"""What can be done with an entry: send now, take back, decide, and what comes after it is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.forms.flow_layout import FlowLayout
from app.ui.language import wording_language
from app.ui.messages import Message
from app.ui.opening import open_outside
from app.ui.sending.desk import SendingDesk
from app.ui.sending.entry_dialogs import (
    ActionDialog,
    FoundDialog,
    PracticeDialog,
    RequestsDialog,
    SureDialog,
)
from app.ui.sending.outbox_rows import OutboxDetail
from app.ui.sending.words import error_words
from app.ui.theme import SPACE_S, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import ActionCard, Decision, Entry, PlannedRequest
    from app.services.sending.sending import Sending

WITHDRAWABLE = frozenset({"queued", "waiting", "looking"})
ACCESS = frozenset({"Unauthorised", "Unsafe", "VaultProblem"})
"""What keeps an entry waiting until the connection is mended."""


class EntryActs(QWidget):
    """One button an act, only those that make sense now."""

    document_chosen = Signal(str)
    file_chosen = Signal(str)  # id of a supplier's file
    field_asked = Signal(object)  # Entry whose refusal names it
    connection_asked = Signal(str)  # its id, where it has to be mended
    message = Signal(object)  # Message
    failed = Signal(object)  # Exception

    def __init__(self, desk: SendingDesk, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._shown: OutboxDetail | None = None
        self.buttons: dict[str, QPushButton] = {}
        self._doing: list[_Act] = []
        self.meaning = QLabel()
        self.meaning.setWordWrap(True)
        set_role(self.meaning, "secondary")
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_S))
        column.addWidget(self._row)
        column.addWidget(self.meaning)

    def show_detail(self, shown: OutboxDetail) -> None:
        """Offer what can be done with this entry."""
        self._shown = shown
        entry = shown.detail.entry
        focused = self.window().focusWidget()
        in_hand = next((name for name, button in self.buttons.items() if button is focused), "")
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons, self._doing = {}, []
        if entry.state == "asking":
            self._add("there", self.tr("It is there…"), self._on_there, "primary")
            self._add("not_there", self.tr("It is not there: send again"), self._on_not_there)
            self._add("give_up", self.tr("Give up"), self._on_give_up, "danger")
            self._add_look()
        if entry.state in ("queued", "waiting", "looking"):
            self._add("send_now", self.tr("Send now"), self._on_send_now, "primary")
        if entry.state in WITHDRAWABLE and entry.error is not None and entry.error.kind in ACCESS:
            self._add("connection", self.tr("Open the connection"), self._on_connection)
        if entry.state in WITHDRAWABLE:
            self._add("withdraw", self.tr("Withdraw"), self._on_give_up)
        if entry.error is not None and entry.error.path and entry.state == "refused":
            self._add("mend", self.tr("Go to the field"), self._on_mend, "primary")
        for action in shown.actions:
            self._add_action(action)
        if shown.detail.entry.action == "submit":
            self._add("requests", self.tr("Show the requests"), self._on_requests)
        words = self.tr("Show it in the archive") if shown.row.is_incoming else self.tr("Open the document")
        if shown.row.has_document:
            self._add("document", words, self._on_document)
        self.meaning.setText(self._meaning(entry))
        self.meaning.setVisible(bool(self.meaning.text()))
        if in_hand:
            stays = self.buttons.get(in_hand) or next(iter(self.buttons.values()))
            stays.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_look(self) -> None:
        """The way to where a person can see what is there."""
        assert self._shown is not None
        row = self._shown.row
        if self._shown.site:
            words = self.tr("Open {provider}").format(provider=row.provider_title)
            self._add("look", words, self._on_site)
        elif row.connection is not None and row.connection.mode == "practice":
            self._add("look", self.tr("Look in the practice account"), self._on_look)

    def _meaning(self, entry: Entry) -> str:
        if entry.state == "asking":
            return self.tr(
                "“It is there” keeps what you found and sends nothing. “It is not there” sends it once more: "
                "only say so when you have looked. “Give up” sends nothing; what may be there stays."
            )
        if entry.state == "looking":
            return self.tr("Withdrawing stops the search. What may be at the provider already stays there.")
        return ""

    def _add(self, name: str, words: str, do: Callable[[], object], role: str = "") -> None:
        button = QPushButton(words)
        if role:
            set_role(button, role)
        act = _Act(do)
        self._doing.append(act)
        button.clicked.connect(act.run)
        self.buttons[name] = button
        self._flow.addWidget(button)
        button.show()

    def _add_action(self, action: ActionCard) -> None:
        self._add(action.id, self._title(action.id), _WithAction(self.ask_action, action).run)

    def _title(self, action_id: str) -> str:
        assert self._shown is not None
        provider = self._shown.row.provider
        told = provider.words.get(f"action.{action_id}") if provider is not None else None
        return told[wording_language() == "fr"] if told is not None else action_id

    def ask_action(self, action: ActionCard) -> None:
        """Do this at the provider; asks first what it needs, and when it cannot be taken back."""
        assert self._shown is not None
        row = self._shown.row
        if row.provider is None:
            return
        arguments: Mapping[str, Any] = {}
        is_live = row.connection is None or row.connection.mode == "live"
        if action.is_irreversible or action.arguments:
            dialog = ActionDialog(
                action, self._title(action.id), row.provider, is_live, self._theme, self.window()
            )
            is_wanted, arguments = dialog.exec() == QDialog.DialogCode.Accepted, dialog.arguments
            dialog.deleteLater()
            if not is_wanted:
                return
        entry = row.entry
        self._desk.ask(
            lambda sending: sending.act(entry.id, action.id, arguments, _related(sending, entry, action.id))
        ).then(self._on_queued, self._on_failed)

    def _on_there(self) -> None:
        from app.services.sending import ItIsThere

        assert self._shown is not None
        dialog = FoundDialog(self._shown.row.provider_title, self._theme, self.window())
        is_wanted, found = dialog.exec() == QDialog.DialogCode.Accepted, dialog.found
        dialog.deleteLater()
        if is_wanted:
            self._decide(ItIsThere(*found))

    def _on_not_there(self) -> None:
        from app.services.sending import ItIsNotThere

        assert self._shown is not None
        dialog = SureDialog(
            self.tr("Send it again"),
            self.tr("You have looked at {provider}, and it is not there. It is sent once more.").format(
                provider=self._shown.row.provider_title
            ),
            self.tr("Send again"),
            self._theme,
            self.window(),
        )
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if is_wanted:
            self._decide(ItIsNotThere())

    def _on_site(self) -> None:
        assert self._shown is not None
        site = self._shown.site
        if not open_outside(QUrl(site)):
            words = self.tr("No browser opened. The address is {address}.").format(address=site)
            self.message.emit(Message(words, "warn", "outbox"))

    def _on_look(self) -> None:
        assert self._shown is not None
        row = self._shown.row
        connection = row.connection
        assert connection is not None
        self._desk.ask(
            lambda sending: sending.practice.held(sending.provider(connection.provider), connection)
        ).then(self._on_looked, self._on_failed)

    def _on_looked(self, held: Sequence[object]) -> None:
        dialog = PracticeDialog(held, self._theme, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_give_up(self) -> None:
        from app.services.sending import GiveUp

        self._decide(GiveUp())

    def _decide(self, decision: Decision) -> None:
        assert self._shown is not None
        entry_id = self._shown.row.id
        self._desk.ask(lambda sending: sending.decide(entry_id, decision)).then(
            self._on_decided, self._on_failed
        )

    def _on_decided(self, entry: Entry) -> None:
        self._desk.tried.emit(entry)
        self._desk.changed.emit()
        if entry.state == "queued":
            self._desk.drain(only=(entry.id,), is_asked_for=True)

    def _on_queued(self, entry: Entry) -> None:
        self._desk.changed.emit()
        self._desk.drain(only=(entry.id,), is_asked_for=True)

    def _on_send_now(self) -> None:
        assert self._shown is not None
        self._desk.drain(only=(self._shown.row.id,), is_asked_for=True)

    def _on_mend(self) -> None:
        assert self._shown is not None
        if self._shown.row.is_incoming:
            self._on_document()
        else:
            self.field_asked.emit(self._shown.detail.entry)

    def _on_connection(self) -> None:
        assert self._shown is not None
        self.connection_asked.emit(self._shown.detail.entry.connection_id)

    def _on_requests(self) -> None:
        assert self._shown is not None
        entry_id = self._shown.row.id
        self._desk.ask(lambda sending: sending.requests(entry_id)).then(
            self._on_requests_found, self._on_failed
        )

    def _on_requests_found(self, requests: Sequence[PlannedRequest]) -> None:
        dialog = RequestsDialog(requests, self._theme, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_document(self) -> None:
        assert self._shown is not None
        chosen = self.file_chosen if self._shown.row.is_incoming else self.document_chosen
        chosen.emit(self._shown.detail.entry.document_id)

    def _on_failed(self, error: Exception) -> None:
        provider = self._shown.row.entry.provider if self._shown is not None else ""
        self.message.emit(Message(error_words(error, provider), "warn", "outbox"))
        self._desk.changed.emit()


class _Act:
    def __init__(self, do: Callable[[], object]) -> None:
        self._do = do

    def run(self, _is_checked: bool = False) -> None:
        self._do()


class _WithAction:
    def __init__(self, ask: Callable[[ActionCard], object], action: ActionCard) -> None:
        self._ask, self._action = ask, action

    def run(self) -> None:
        self._ask(self._action)


def _related(sending: Sending, entry: Entry, action: str) -> str:
    """The id there of the invoice that a credit note corrects; empty for any other action."""
    if action != "link_credit_note":
        return ""
    draft = sending.draft_of(entry.id)
    for before in draft.preceding_invoices:
        for other in sending.entries(document_id=before.document_id) if before.document_id else ():
            if other.connection_id == entry.connection_id and other.receipt is not None:
                return other.receipt.remote_id
    return ""
