"""The sending side of one window: what its actions call, and where each way leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.messages import Message
from app.ui.seat import Seat
from app.ui.sending.reviewing import Reviewing
from app.ui.sending.sending_bar import SendingBar
from app.ui.sending.words import entry_title, state_sentence, state_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.services.sending import Entry, ProviderCard
    from app.ui.sending.connections_page import ConnectionsPage
    from app.ui.sending.options_dialog import OptionsDialog
    from app.ui.sending.outbox_page import OutboxPage

TOLD = frozenset({"done", "refused", "asking", "looking", "waiting"})


class SendingSide(QObject):
    """Reviews, options and the two rooms of sending, for one window."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    counted = Signal(object)  # how many entries are still under way, by room
    file_asked = Signal(str)  # a supplier's file, to be shown in its archive

    def __init__(self, seat: Seat, window: QWidget, enter: Callable[[str], QWidget]) -> None:
        super().__init__(window)
        self._seat = seat
        self._window = window
        self._enter = enter
        self.bar = SendingBar(seat.store, seat.sending, seat.theme)
        self.reviewing = Reviewing(seat.store, seat.autosave, seat.session, seat.sending, seat.theme, window)
        self.options: OptionsDialog | None = None
        self._wanted_path = ""
        self._connection_id = ""
        self._field: _Field | None = None
        self._wanted_field: Entry | None = None
        self._connect()

    def _connect(self) -> None:
        desk, reviewing = self._seat.sending, self.reviewing
        desk.tried.connect(self._on_tried)
        desk.changed.connect(self._ask_counts)
        desk.failed.connect(self.failed)
        reviewing.message.connect(self.message)
        reviewing.failed.connect(self.failed)
        reviewing.change_asked.connect(self._seat.store.focus_requested)
        reviewing.options_asked.connect(self._ask_options)
        reviewing.connections_asked.connect(self.show_connection)
        self.bar.entry_chosen.connect(self.show_entry)
        self._seat.store.opened.connect(self._on_document_opened)

    def send_document(self) -> None:
        """Review the open document for a provider."""
        self.reviewing.send_document()

    def show_entry(self, entry_id: str) -> None:
        """Show one entry of the outbox."""
        cast("OutboxPage", self._enter("outbox")).show_entry(entry_id)

    def show_connection(self, connection_id: str, option: str = "") -> None:
        """Show one connection, at the setting of that name, or all of them."""
        page = cast("ConnectionsPage", self._enter("connections"))
        if connection_id:
            page.show_connection(connection_id, option)

    def make_page(self, name: str, open_document: Callable[[str], object]) -> QWidget:
        """The page of one of the two rooms."""
        if name == "connections":
            from app.ui.sending.connections_page import ConnectionsPage

            connections = ConnectionsPage(self._seat.sending, self._seat.theme)
            connections.message.connect(self.message)
            connections.failed.connect(self.failed)
            connections.entry_begun.connect(self.show_entry)
            return connections
        from app.ui.sending.outbox_page import OutboxPage

        outbox = OutboxPage(self._seat.sending, self._seat.theme)
        outbox.document_chosen.connect(open_document)
        self._field = _Field(self, open_document)
        outbox.file_chosen.connect(self.file_asked)
        outbox.connection_asked.connect(self.show_connection)
        outbox.field_asked.connect(self._field.go)
        outbox.message.connect(self.message)
        outbox.failed.connect(self.failed)
        return outbox

    def go_to_field(self, entry: Entry, open_document: Callable[[str], object]) -> None:
        """Open the document of a refused entry at the field the refusal names."""
        is_open = entry.document_id == self._seat.store.document_id
        self._wanted_field = None if is_open else entry
        open_document(entry.document_id)
        if is_open:
            self._go_to_refused(entry)

    def _on_document_opened(self, _document: object) -> None:
        wanted, self._wanted_field = self._wanted_field, None
        if wanted is not None and wanted.document_id == self._seat.store.document_id:
            self._go_to_refused(wanted)

    def _go_to_refused(self, entry: Entry) -> None:
        path = entry.error.path if entry.error is not None else ""
        if "provider_options" in path.split("."):
            self._connection_id = entry.connection_id
            self._ask_options(entry.provider, path)
        else:
            self._seat.store.focus_requested.emit(path)

    def _ask_options(self, provider_id: str, path: str) -> None:
        self._wanted_path = path
        self._seat.sending.ask(
            lambda sending: next(card for card in sending.providers() if card.id == provider_id)
        ).then(self._on_provider, self.failed.emit)

    def _on_provider(self, provider: ProviderCard) -> None:
        from app.ui.sending.options_dialog import OptionsDialog
        from app.ui.sending.remote_edit import Lists

        connection_id, self._connection_id = self.reviewing.connection_id or self._connection_id, ""
        lists = Lists(self._seat.sending, connection_id, provider.id) if connection_id else None
        parent = self.reviewing.sheet or self._window
        dialog = self.options = OptionsDialog(provider, self._seat.store, self._seat.theme, lists, parent)
        if lists is not None:
            lists.setParent(dialog)
        if self._wanted_path:
            dialog.show_option(self._wanted_path)
        dialog.finished.connect(self._on_options_finished)
        dialog.open()

    def _on_options_finished(self, _result: int) -> None:
        dialog, self.options = self.options, None
        if dialog is not None:
            dialog.deleteLater()
        self.reviewing.plan_when_saved()

    def _on_tried(self, entry: Entry) -> None:
        self.reviewing.show_again(entry.document_id)
        is_read_above = entry.state == "done" and entry.document_id == self._seat.store.document_id
        if entry.state not in TOLD or (is_read_above and self.bar.isVisible()):
            return
        words = self.tr("{document}: {state}. {meaning}").format(
            document=entry_title(entry), state=state_word(entry), meaning=state_sentence(entry)
        )
        is_bad = entry.state in ("refused", "asking") or entry.verdict == "differs"
        self.message.emit(
            Message(
                words.strip(),
                "bad" if is_bad else "notice" if entry.state == "done" else "warn",
                f"sending {entry.document_id}",
                ((self.tr("Details"), _Shower(self, entry.id).show),),
            )
        )

    def _ask_counts(self) -> None:
        self._seat.sending.ask(lambda sending: sending.counts()).then(self._on_counted, self._on_not_counted)

    def _on_counted(self, counts: Mapping[str, int]) -> None:
        live = ("queued", "sending", "looking", "waiting", "asking")
        self.counted.emit({"outbox": sum(counts.get(state, 0) for state in live)})

    def _on_not_counted(self, _error: Exception) -> None:
        """The outbox itself says why it cannot be read."""


class _Shower:
    def __init__(self, side: SendingSide, entry_id: str) -> None:
        self._side, self._entry_id = side, entry_id

    def show(self) -> None:
        self._side.show_entry(self._entry_id)


class _Field:
    def __init__(self, side: SendingSide, open_document: Callable[[str], object]) -> None:
        self._side, self._open = side, open_document

    def go(self, entry: Entry) -> None:
        self._side.go_to_field(entry, self._open)
