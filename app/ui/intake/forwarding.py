"""From the archive to a provider: the document planned, reviewed, and sent when the person says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.services.intake import CannotFile
from app.services.intake.documents import Document
from app.ui.intake.desk import SupplierDesk
from app.ui.intake.field_values import problem_words
from app.ui.jobs import Job
from app.ui.language import wording_language
from app.ui.messages import Message
from app.ui.sending.desk import SendingDesk
from app.ui.sending.words import error_words
from app.ui.session import Session
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.domain.draft import Draft
    from app.domain.parties import Party
    from app.services.intake.desk import IntakeDesk
    from app.services.sending import Attachment, ConnectionCard, Entry, Plan, ProviderCard, StopSwitch
    from app.services.sending.sending import Sending
    from app.ui.intake.import_options import ImportOptions
    from app.ui.jobs import JobControl
    from app.ui.sending.review_rows import ReviewRow
    from app.ui.sending.review_sheet import ReviewSheet


class Parcel(NamedTuple):
    """What goes: the draft made of the document, and the supplier's file byte for byte."""

    draft: Draft
    original: Attachment


class Offers(NamedTuple):
    """Where a supplier's document can be sent, and where the last one went."""

    connections: tuple[ConnectionCard, ...]
    providers: tuple[ProviderCard, ...]
    last: str


class Forwarding(QObject):
    """One document at a time."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    connections_asked = Signal()
    correction_asked = Signal(str)  # the id of the file

    def __init__(
        self,
        intake: SupplierDesk,
        session: Session,
        sending: SendingDesk,
        theme: Theme,
        pattern: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._intake = intake
        self._session = session
        self._sending = sending
        self._theme = theme
        self._pattern = pattern
        self._window = window
        self._document: Document | None = None
        self._parcel: Parcel | None = None
        self._offers = Offers((), (), "")
        self._card: ConnectionCard | None = None
        self._planning: Job | None = None
        self.sheet: ReviewSheet | None = None
        self.options: ImportOptions | None = None

    def send(self, document: Document) -> None:
        """Show what would become of it at a provider; nothing is sent yet."""
        if self.sheet is not None:
            self.sheet.raise_()
            return
        self._document, self._parcel, self._card = document, None, None
        self._session.call(lambda workspace: workspace.profile().seller).then(
            self._on_buyer, self.failed.emit
        )

    def _on_buyer(self, buyer: Party) -> None:
        document, pattern = self._document, self._pattern()
        if document is None:
            return

        def pack(desk: IntakeDesk) -> Parcel:
            from app.services.intake.incoming import incoming_draft, original_of

            now = desk.document(document.id) or document
            content = desk.original(document.id) or b""
            return Parcel(incoming_draft(now, buyer), original_of(now, content, pattern))

        self._intake.show_for(pack).then(self._on_packed, self._on_not_packed)

    def _on_packed(self, parcel: Parcel) -> None:
        from app.ui.sending.review_sheet import ReviewSheet

        self._parcel = parcel
        sheet = self.sheet = ReviewSheet(self._theme, self._window)
        sheet.setWindowModality(Qt.WindowModality.WindowModal)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.finished.connect(self._on_finished)
        sheet.connection_chosen.connect(self._on_connection_chosen)
        sheet.send_asked.connect(self._on_send_asked)
        sheet.change_asked.connect(self._on_change_asked)
        sheet.connections_asked.connect(self._on_connections_asked)
        sheet.options_asked.connect(self.show_options)
        sheet.show_waiting()
        sheet.open()
        document_id = parcel.draft.id

        def look(sending: Sending, _stop: StopSwitch, _control: JobControl) -> Offers:
            return _offers(sending, document_id)

        self._sending.send_for(look).job.then(self._on_offers, self._on_plan_failed)

    def _on_not_packed(self, error: Exception) -> None:
        if isinstance(error, CannotFile):
            told = " ".join(problem_words(problem) for problem in error.problems)
            self.message.emit(Message(told, "warn", "intake"))
        else:
            self.failed.emit(error)

    def _on_offers(self, offers: Offers) -> None:
        if self.sheet is None:
            return
        self._offers = offers
        self._card = next((c for c in offers.connections if c.connection.id == offers.last), None)
        self._card = self._card or next(iter(offers.connections), None)
        self.sheet.show_connections(offers.connections, self._card.connection.id if self._card else "")
        if self._card is None:
            self.sheet.show_failure(self.tr("There is no connection yet. Make one, or practise first."))
        self._plan()

    def _plan(self) -> None:
        if self.sheet is None or self._card is None or self._parcel is None:
            return
        if self._planning is not None:
            self._planning.abandon()
        parcel, connection_id = self._parcel, self._card.connection.id
        provider, language = self._provider(), wording_language()
        self.sheet.show_waiting()

        def work(sending: Sending) -> tuple[Plan, list[ReviewRow]]:
            from app.ui.sending.reasons import Reasons
            from app.ui.sending.review_rows import review_rows

            plan = sending.plan(parcel.draft, connection_id, original=parcel.original)
            return plan, list(review_rows(parcel.draft, plan.fields, Reasons(provider, language).of))

        self._planning = self._sending.ask(work).then(self._on_plan, self._on_plan_failed)

    def _provider(self) -> ProviderCard:
        assert self._card is not None
        wanted = self._card.connection.provider
        return next(card for card in self._offers.providers if card.id == wanted)

    def _on_plan(self, planned: tuple[Plan, list[ReviewRow]]) -> None:
        self._planning = None
        if self.sheet is not None and self._card is not None:
            self.sheet.show_plan(*planned, self._card, self._provider(), can_issue=False)

    def _on_plan_failed(self, error: Exception) -> None:
        self._planning = None
        if self.sheet is not None:
            self.sheet.show_failure(error_words(error, self._card.connection.provider if self._card else ""))

    def _on_connection_chosen(self, connection_id: str) -> None:
        self._card = next(c for c in self._offers.connections if c.connection.id == connection_id)
        self._plan()

    def _on_send_asked(self, plan: Plan) -> None:
        if self._card is None or self._parcel is None:
            return
        if self._card.mode == "live" and not self._is_wanted_for_good(plan):
            if self.sheet is not None:
                self.sheet.send.setEnabled(True)
            return
        document_id, connection_id = self._parcel.draft.id, self._card.connection.id
        self._sending.ask(lambda sending: sending.enqueue(document_id, connection_id, plan)).then(
            self._on_enqueued, self._on_plan_failed
        )

    def _is_wanted_for_good(self, plan: Plan) -> bool:
        from app.ui.sending.live_dialog import LiveDialog

        assert self._parcel is not None
        if not plan.is_final:
            return True
        payable = plan.submission.totals.payable
        title = self._provider().title
        dialog = LiveDialog(self._parcel.draft, payable, title, self._theme, self.sheet)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return is_wanted

    def _on_enqueued(self, entry: Entry) -> None:
        if self.sheet is not None:
            self.sheet.accept()
        self._sending.drain(only=(entry.id,), is_asked_for=True)
        self._sending.changed.emit()

    def show_options(self, path: str = "") -> None:
        """What is wanted of the provider for this document; at the option of that path."""
        if self._parcel is None or self._card is None:
            return
        from app.ui.intake.import_options import ImportOptions
        from app.ui.intake.wished_draft import WishedDraft
        from app.ui.sending.remote_edit import Lists

        provider = self._provider()
        lists = Lists(self._sending, self._card.connection.id, provider.id)
        wished = self._wished = WishedDraft(self._parcel.draft, self)
        dialog = self.options = ImportOptions(
            provider, wished, self._theme, lists, self.sheet or self._window
        )
        lists.setParent(dialog)
        if path:
            dialog.show_option(path)
        dialog.finished.connect(self._on_options_finished)
        dialog.open()

    def _on_options_finished(self, _result: int) -> None:
        from app.services.intake.wishes import wishes_of

        dialog, self.options = self.options, None
        if dialog is not None:
            dialog.deleteLater()
        if self._parcel is None:
            return
        draft = self._wished.draft
        self._parcel = self._parcel._replace(draft=draft)
        file_id, wishes = draft.id, wishes_of(draft)
        self._intake.ask(lambda desk: desk.wish(file_id, wishes)).then(self._on_wish_kept, self.failed.emit)

    def _on_wish_kept(self, _document: object) -> None:
        self._plan()

    def _on_change_asked(self, change: str) -> None:
        parcel = self._parcel
        if parcel is not None and (wish := _wish_at(change)):
            self.show_options(wish)
            return
        if self.sheet is not None:
            self.sheet.reject()
        if change.partition(".")[0] == "connection":
            self.connections_asked.emit()
        elif parcel is not None:
            self.correction_asked.emit(parcel.draft.id)

    def _on_connections_asked(self) -> None:
        if self.sheet is not None:
            self.sheet.reject()
        self.connections_asked.emit()

    def _on_finished(self, _result: int) -> None:
        self.sheet = None


def _wish_at(change: str) -> str:
    """The option where this is changed, as its path; empty: in the fields of the document."""
    if "provider_options." in change:
        return change
    if change == "external_reference" or change.startswith("exchange"):
        return "provider_options."
    if change.startswith("rows.") and change.endswith((".vat_code", ".vat_rate", ".vat_category")):
        return f"{change.rpartition('.')[0]}.provider_options.x.vat_code"
    return ""


def _offers(sending: Sending, document_id: str) -> Offers:
    """Run in a worker thread: the keyring may ask the person."""
    providers = tuple(provider for provider in sending.providers() if provider.takes == "incoming")
    ids = {provider.id for provider in providers}
    cards = [card for card in sending.connections() if card.connection.provider in ids]
    cards.sort(key=lambda card: (card.mode == "practice", card.connection.title.casefold()))
    known = {card.connection.id for card in cards}
    before = [*sending.entries(document_id=document_id, limit=1), *sending.entries(limit=100)]
    last = next((entry.connection_id for entry in before if entry.connection_id in known), "")
    return Offers(tuple(cards), providers, last)
