"""From the open document to the outbox: saved, planned, reviewed, sent when the person says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.autosave import Autosave
from app.ui.draft_store import DraftStore, ShownDocument
from app.ui.jobs import Job, JobControl
from app.ui.language import wording_language
from app.ui.messages import Message
from app.ui.sending.desk import SendingDesk
from app.ui.sending.words import error_words
from app.ui.session import Session
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.domain.draft import Draft
    from app.services.sending import ConnectionCard, Entry, Plan, ProviderCard, StopSwitch
    from app.services.sending.sending import Sending
    from app.services.workspace import Workspace
    from app.ui.sending.review_rows import ReviewRow
    from app.ui.sending.review_sheet import ReviewSheet


class Offers(NamedTuple):
    """Where a document can be sent, and where the last one went."""

    connections: tuple[ConnectionCard, ...]
    providers: tuple[ProviderCard, ...]
    last: str


class Drawn(NamedTuple):
    """A plan with its rows, and the draft it was made for."""

    draft: Draft
    plan: Plan
    rows: tuple[ReviewRow, ...]


class Reviewing(QObject):
    """Opens the sheet, plans anew when something changes, and hands the plan to the outbox."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    change_asked = Signal(str)  # the path of a field
    options_asked = Signal(str, str)  # provider id, path of an option or nothing
    connections_asked = Signal(str, str)  # the connection and its setting to show, or nothing
    issue_asked = Signal()

    def __init__(
        self,
        store: DraftStore,
        autosave: Autosave,
        session: Session,
        desk: SendingDesk,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._store = store
        self._autosave = autosave
        self._session = session
        self._desk = desk
        self._theme = theme
        self._window = window
        self._after_saving: Callable[[], object] | None = None
        self._sheet: ReviewSheet | None = None
        self._offers = Offers((), (), "")
        self._card: ConnectionCard | None = None
        self._planning: Job | None = None
        autosave.idle.connect(self._on_autosave_idle)
        autosave.held_up.connect(self._on_held_up)

    @property
    def sheet(self) -> ReviewSheet | None:
        """The sheet, while it is open."""
        return self._sheet

    @property
    def connection_id(self) -> str:
        """The connection that is planned for, while the sheet is open."""
        return self._card.connection.id if self._card is not None and self._sheet is not None else ""

    def send_document(self) -> None:
        """Show what would become of the open document at a provider; nothing is sent yet."""
        if self._sheet is not None:
            self._sheet.raise_()
            return
        self._after_saving = self._begin
        if self._autosave.is_idle:
            self._on_autosave_idle()
        else:
            self._autosave.save_now()

    def _begin(self) -> None:
        if self._store.document_id:
            self._open_sheet()
            return
        draft = self._store.draft
        self._session.call(lambda workspace: workspace.create(draft)).then(self._on_created, self.failed.emit)

    def _on_created(self, document: ShownDocument) -> None:
        self._store.open(document)
        self._session.changed.emit()
        self._open_sheet()

    def _open_sheet(self) -> None:
        from app.ui.sending.review_sheet import ReviewSheet

        sheet = self._sheet = ReviewSheet(self._theme, self._window)
        sheet.setWindowModality(Qt.WindowModality.WindowModal)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.finished.connect(self._on_sheet_finished)
        sheet.connection_chosen.connect(self._on_connection_chosen)
        sheet.send_asked.connect(self._on_send_asked)
        sheet.change_asked.connect(self._on_change_asked)
        sheet.options_asked.connect(self._on_options_asked)
        sheet.connections_asked.connect(self._on_connections_asked)
        sheet.issue_asked.connect(self._on_issue_asked)
        sheet.show_waiting()
        sheet.open()
        document_id = self._store.document_id

        def look(sending: Sending, _stop: StopSwitch, _control: JobControl) -> Offers:
            return _offers(sending, document_id)

        self._desk.send_for(look).job.then(self._on_offers, self._on_plan_failed)

    def plan(self) -> None:
        """Plan anew with the document as it is now; the answer of an older plan is dropped."""
        if self._sheet is None or self._card is None:
            return
        from app.ui.sending.reasons import Reasons
        from app.ui.sending.review_rows import review_rows

        if self._planning is not None:
            self._planning.abandon()
        draft, connection_id = self._store.draft, self._card.connection.id
        reasons = Reasons(self._provider(), wording_language(), is_locked=self._store.is_read_only)
        self._sheet.show_waiting()

        def work(sending: Sending) -> Drawn:
            plan = sending.plan(draft, connection_id)
            return Drawn(draft, plan, review_rows(draft, plan.fields, reasons.of))

        self._planning = self._desk.ask(work).then(self._on_planned, self._on_plan_failed)

    def plan_when_saved(self) -> None:
        """Plan anew as soon as what was changed is on disk: what is sent is what is kept."""
        if self._sheet is None:
            return
        self._after_saving = self.plan
        if self._autosave.is_idle:
            self._on_autosave_idle()
        else:
            self._autosave.save_now()

    def _on_planned(self, drawn: Drawn) -> None:
        """Show the plan, unless the document was changed meanwhile."""
        self._planning = None
        if self._sheet is None or self._card is None or drawn.draft is not self._store.draft:
            return
        provider = self._provider()
        self._sheet.show_plan(
            drawn.plan, drawn.rows, self._card, provider, can_issue=not self._store.is_read_only
        )

    def _provider(self) -> ProviderCard:
        assert self._card is not None
        wanted = self._card.connection.provider
        return next(provider for provider in self._offers.providers if provider.id == wanted)

    def _on_offers(self, offers: Offers) -> None:
        if self._sheet is None:
            return
        self._offers = offers
        self._card = next((c for c in offers.connections if c.connection.id == offers.last), None)
        if self._card is None:
            self._card = next(iter(offers.connections), None)
        self._sheet.show_connections(
            offers.connections, self._card.connection.id if self._card is not None else ""
        )
        if self._card is None:
            self._sheet.show_failure(self.tr("There is no connection yet. Make one, or practise first."))
        self.plan()

    def _on_connection_chosen(self, connection_id: str) -> None:
        self._card = next(c for c in self._offers.connections if c.connection.id == connection_id)
        self.plan()

    def _on_plan_failed(self, error: Exception) -> None:
        self._planning = None
        if self._sheet is not None:
            self._sheet.show_failure(error_words(error, self._card.connection.provider if self._card else ""))

    def _on_send_asked(self, plan: Plan) -> None:
        assert self._sheet is not None
        assert self._card is not None
        if self._card.mode == "live" and not self._is_wanted_for_good(plan):
            self._sheet.send.setEnabled(True)
            return
        document_id, connection_id = self._store.document_id, self._card.connection.id
        self._desk.ask(lambda sending: sending.enqueue(document_id, connection_id, plan)).then(
            self._on_enqueued, self._on_not_enqueued
        )

    def _is_wanted_for_good(self, plan: Plan) -> bool:
        from app.ui.sending.live_dialog import LiveDialog

        if not plan.is_final:
            return True
        title = self._provider().title
        dialog = LiveDialog(self._store.draft, self._store.totals.payable, title, self._theme, self._sheet)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return is_wanted

    def _on_enqueued(self, entry: Entry) -> None:
        if self._sheet is not None:
            self._sheet.accept()
        self._desk.drain(only=(entry.id,), is_asked_for=True)
        self._desk.changed.emit()
        self.show_again(entry.document_id)

    def _on_not_enqueued(self, error: Exception) -> None:
        from app.services.sending import SendingProblem

        if self._sheet is None:
            self.failed.emit(error)
            return
        self._sheet.show_failure(error_words(error, self._card.connection.provider if self._card else ""))
        if isinstance(error, SendingProblem) and error.code == "plan_stale":
            self.show_again(self._store.document_id)

    def show_again(self, document_id: str) -> None:
        """Show the document as the store has it now, if it is the one that is open."""
        if document_id and document_id == self._store.document_id and self._autosave.is_idle:
            self._session.call(_opening(document_id)).then(self._on_shown_again, self._on_not_shown_again)

    def _on_shown_again(self, document: ShownDocument) -> None:
        if document.id == self._store.document_id:
            self._store.open(document)
        self._session.changed.emit()

    def _on_not_shown_again(self, _error: Exception) -> None:
        """What is shown stays; the outbox tells what happened."""

    def _on_change_asked(self, change: str) -> None:
        _place, is_option, option = change.rpartition("provider_options.")
        if change.partition(".")[0] == "connection":
            self._on_connections_asked(change.partition(".")[2])
        elif is_option:
            self.options_asked.emit(option.partition(".")[0], change)
        else:
            self._close()
            self.change_asked.emit(change)

    def _on_options_asked(self) -> None:
        if self._card is not None:
            self.options_asked.emit(self._card.connection.provider, "")

    def _on_connections_asked(self, option: str = "") -> None:
        connection_id = self._card.connection.id if self._card is not None else ""
        self._close()
        self.connections_asked.emit(connection_id, option)

    def _on_issue_asked(self) -> None:
        self._close()
        self.issue_asked.emit()

    def _close(self) -> None:
        if self._sheet is not None:
            self._sheet.reject()

    def _on_sheet_finished(self, _result: int) -> None:
        self._sheet = None

    def _on_autosave_idle(self) -> None:
        go_on, self._after_saving = self._after_saving, None
        if go_on is not None:
            go_on()

    def _on_held_up(self, _error: Exception) -> None:
        if self._after_saving is not None:
            self._after_saving = None
            self.message.emit(
                Message(
                    self.tr("Not sent: what was typed last is not on disk yet. Nothing has left."),
                    "warn",
                    "send",
                )
            )


def _offers(sending: Sending, document_id: str) -> Offers:
    """Run in a worker thread: the keyring may ask the person."""
    providers = tuple(provider for provider in sending.providers() if provider.takes == "issued")
    ids = {provider.id for provider in providers}
    cards = [card for card in sending.connections() if card.connection.provider in ids]
    cards.sort(key=lambda card: (card.mode == "practice", card.connection.title.casefold()))
    before = sending.entries(document_id=document_id, limit=1) or sending.entries(limit=1)
    return Offers(tuple(cards), providers, before[0].connection_id if before else "")


def _opening(document_id: str) -> Callable[[Workspace], ShownDocument]:
    def open_document(workspace: Workspace) -> ShownDocument:
        return workspace.open_document(document_id)

    return open_document
