"""Feeds the form and the grid from the address book and the catalogue, and keeps what they hand back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.parties import Party
from app.domain.rows import PriceEntry, VatCategory
from app.ui.draft_store import DraftStore
from app.ui.forms.customer_card import Deliver, filled_from
from app.ui.grid import LineGrid
from app.ui.jobs import Job
from app.ui.messages import Message
from app.ui.session import Session

if TYPE_CHECKING:
    from app.services.contacts import CatalogueItem, Contact, Profile
    from app.services.workspace import Workspace
    from app.ui.forms import ComposerForm

PROPOSED = 8


class Proposal(NamedTuple):
    """A catalogue item as the grid reads it."""

    id: str
    code: str
    label: str
    description: str
    unit: str
    prices: tuple[tuple[str, Decimal], ...]
    price_entry: PriceEntry
    vat_category: VatCategory
    vat_rate: Decimal | None
    texts: dict[str, str]


def proposal_of(item: CatalogueItem) -> Proposal:
    """The item as the grid reads it."""
    return Proposal(
        item.id,
        item.code,
        item.label,
        item.description,
        item.unit,
        tuple((each.currency, each.price) for each in item.prices),
        item.price_entry,
        item.vat_category,
        item.vat_rate,
        {language: text.label for language, text in item.texts.items()},
    )


class Supply(QObject):
    """Answers searches of the composer in the background; only the newest of each kind counts."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception

    def __init__(
        self, store: DraftStore, session: Session, form: ComposerForm, grid: LineGrid, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._session = session
        self._grid = grid
        self._items_job: Job | None = None
        self._contacts_job: Job | None = None
        grid.set_catalogue(self._find_items)
        form.set_contacts(self._find_contacts)
        form.keep_contact_requested.connect(self._on_keep_contact_requested)
        form.keep_seller_requested.connect(self._on_keep_seller_requested)

    def choose_customer(self, contact: Contact) -> None:
        """Make the open draft one for this customer, in one step."""
        changes = filled_from(self._store.draft, contact)
        self._store.edit(self.tr("Choose {name}").format(name=contact.party.name), **changes)

    def insert_item(self, item: CatalogueItem) -> None:
        """Put a line with this item below the current one."""
        self._grid.insert_line()
        row_id = self._grid.current_path.split(".")[1] if self._grid.current_path else ""
        row = next((row for row in self._store.draft.rows if row.id == row_id), None)
        if row is None or row.kind != "line":
            return
        proposed = self._grid.table.cells.completion.for_items(row, "", [proposal_of(item)])
        if proposed:
            self._store.edit_row(
                row_id, self.tr("Insert {name}").format(name=item.label), **proposed[0].changes
            )
        self._store.focus_requested.emit(f"rows.{row_id}.quantity")

    def put_me_in(self) -> None:
        """Make us the seller: as the profile has us, or an empty seller to be filled in."""
        self._session.call(lambda workspace: workspace.profile()).then(
            self._on_profile_found, self.failed.emit
        )

    def _find_items(self, text: str) -> Sequence[Any]:
        if self._items_job is not None:
            self._items_job.abandon()
        self._items_job = self._session.call(lambda workspace: workspace.items(text, PROPOSED)).then(
            _Answer(text, self._deliver_items).give, self._on_search_failed
        )
        return ()

    def _deliver_items(self, text: str, items: Sequence[CatalogueItem]) -> None:
        if items:
            self._grid.deliver_suggestions(text, [proposal_of(item) for item in items])

    def _find_contacts(self, text: str, deliver: Deliver) -> None:
        if self._contacts_job is not None:
            self._contacts_job.abandon()
        self._contacts_job = self._session.call(lambda workspace: workspace.contacts(text, PROPOSED)).then(
            _Answer(text, deliver).give, self._on_search_failed
        )

    def _on_search_failed(self, _error: Exception) -> None:
        """Completing is a convenience: what is typed counts without it."""

    def _on_keep_contact_requested(self, _party: Party) -> None:
        draft = self._store.draft
        self._session.call(lambda workspace: workspace.keep_buyer(draft)).then(
            self._on_contact_kept, self.failed.emit
        )

    def _on_contact_kept(self, contact: Contact) -> None:
        self._session.changed.emit()
        buyer = self._store.draft.buyer
        if buyer.name == contact.party.name and buyer.contact_id != contact.id:
            self._store.edit(
                self.tr("Keep the customer"), buyer=buyer.model_copy(update={"contact_id": contact.id})
            )
        self.message.emit(
            Message(self.tr("{name} is kept among your customers.").format(name=contact.party.name))
        )

    def _on_keep_seller_requested(self, party: Party) -> None:
        def keep(workspace: Workspace) -> None:
            workspace.save_profile(workspace.profile().model_copy(update={"seller": party}))

        self._session.call(keep).then(self._on_seller_kept, self.failed.emit)

    def _on_profile_found(self, profile: Profile) -> None:
        label = self.tr("Put me in as the seller")
        self._store.edit(label, seller=profile.seller, bank_account=None)
        if profile.seller.name:
            return
        self._store.focus_requested.emit("seller.name")
        self.message.emit(
            Message(
                self.tr("Fill in your name, address and numbers once, and use them on every new invoice."),
                topic="seller",
            )
        )

    def _on_seller_kept(self, _nothing: object) -> None:
        self._session.changed.emit()
        self.message.emit(Message(self.tr("New documents start with this seller.")))


class _Answer:
    def __init__(self, text: str, deliver: Callable[[str, Sequence[Any]], object]) -> None:
        self._text, self._deliver = text, deliver

    def give(self, found: Sequence[Any]) -> None:
        self._deliver(self._text, found)
