"""What the outbox lists: an entry with the names a person knows it by, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.ui.formats import matches
from app.ui.sending.words import account_words, action_words, entry_sum, entry_title, state_word

if TYPE_CHECKING:
    from app.services.sending import ActionCard, Connection, Entry, EntryDetail, ProviderCard
    from app.services.sending.sending import Sending

_ORDER: Final = ("asking", "refused", "sending", "looking", "waiting", "queued", "done", "withdrawn")
"""What wants a person comes first."""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One entry of the list. `connection` is None when it has been deleted since."""

    entry: Entry
    provider: ProviderCard | None
    connection: Connection | None

    @property
    def id(self) -> str:
        """The entry's own id."""
        return self.entry.id

    @property
    def where(self) -> str:
        """The account it goes to."""
        if self.connection is not None and self.connection.title:
            return account_words(self.connection.title)
        return self.provider_title

    @property
    def has_document(self) -> bool:
        """Whether a document of ours is behind it; an invoice made of a quote there has none."""
        return ":" not in self.entry.document_id

    @property
    def is_incoming(self) -> bool:
        """Whether it is a supplier's document: its id is then that of the file in the archive."""
        return self.provider is not None and self.provider.takes == "incoming"

    @property
    def provider_title(self) -> str:
        """Whose account that is."""
        return account_words(self.provider.title) if self.provider is not None else self.entry.provider


@dataclass(frozen=True, slots=True)
class OutboxDetail:
    """One entry with all that is kept of it, the actions that make sense now, and where a person can look."""

    row: OutboxRow
    detail: EntryDetail
    actions: tuple[ActionCard, ...]
    site: str = ""


def finding(text: str) -> Callable[[Sending], tuple[OutboxRow, ...]]:
    """All entries that answer the text, those that want a person first."""

    def find(sending: Sending) -> tuple[OutboxRow, ...]:
        providers = {card.id: card for card in sending.providers()}
        connections: dict[str, Connection | None] = {}
        rows = []
        for entry in sending.entries():
            if entry.connection_id not in connections:
                connections[entry.connection_id] = _connection(sending, entry.connection_id)
            row = OutboxRow(entry, providers.get(entry.provider), connections[entry.connection_id])
            if not text or matches(text, *_told(row)):
                rows.append(row)
        return tuple(sorted(rows, key=lambda row: _ORDER.index(row.entry.state)))

    return find


def looking_at(entry_id: str) -> Callable[[Sending], OutboxDetail]:
    """That entry with everything; raises SendingProblem when it is no longer there."""

    def look(sending: Sending) -> OutboxDetail:
        from app.services.sending.looking import site_of

        detail = sending.entry(entry_id)
        entry = detail.entry
        provider = next((card for card in sending.providers() if card.id == entry.provider), None)
        row = OutboxRow(entry, provider, _connection(sending, entry.connection_id))
        there = sending.entries(document_id=entry.document_id)
        site = site_of(sending.provider(entry.provider), row.connection) if row.connection else ""
        return OutboxDetail(row, detail, _actions(provider, entry, there), site)

    return look


def _actions(provider: ProviderCard | None, entry: Entry, there: Sequence[Entry]) -> tuple[ActionCard, ...]:
    """What can be done now with what is at the provider; nothing while something is under way."""
    same = [each for each in there if each.connection_id == entry.connection_id]
    if provider is None or any(each.is_live for each in same):
        return ()
    newest = next((each for each in same if each.state == "done" and each.receipt is not None), None)
    if newest is None or newest.receipt is None:
        return ()
    state = newest.receipt.state
    return tuple(action for action in provider.actions if state in action.from_states)


def _connection(sending: Sending, connection_id: str) -> Connection | None:
    from app.services.sending import SendingProblem

    try:
        return sending.connection(connection_id)
    except SendingProblem:
        return None


def _told(row: OutboxRow) -> tuple[str, ...]:
    entry = row.entry
    texts = (entry_title(entry), action_words(entry), row.where, row.provider_title)
    return (*texts, state_word(entry), entry_sum(entry))
