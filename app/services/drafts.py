"""Drafts in the store: made, opened with their whole history, edited durably, duplicated, binned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Connection

from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.totals import compute
from app.services.history import (
    History,
    HistoryChange,
    HistoryStep,
    StoredStep,
    first_after,
    packed_step,
)
from app.services.opened import OpenedDocument
from app.store import archive, clock, documents, journal, outbox
from app.store.database import Database
from app.store.problems import DocumentNewer, NoSuchDocument, NotADraft, StaleDocument, StoreNewer
from app.store.records import Counts, DocumentCard, Shelf
from app.store.words import terms_of

LIVE_LIMIT = 8


@dataclass(slots=True)
class _Live:
    """A draft this process edits, so that lists need not replay it."""

    head: str
    draft: Draft
    position: int
    totals: Totals | None


class Drafts:
    """The use cases of drafts over one database; used from one thread at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._live: dict[str, _Live] = {}

    def create(self, draft: Draft) -> OpenedDocument:
        """Keep a new draft under a new id."""
        draft = draft.edited(id=uuid4().hex)
        totals = compute(draft)
        with self._database.writing() as connection:
            documents.add(connection, draft, totals, now())
        self._keep_live(draft.id, _Live("", draft, 0, totals))
        return OpenedDocument(draft.id, "draft", draft, History(draft), None)

    def open(self, document_id: str) -> OpenedDocument:
        """The document as its last change left it, with all its steps.

        Raises DocumentNewer for one of a newer version's database that this version cannot read.
        """
        try:
            with self._database.reading() as connection:
                return self.opened(connection, document_id)
        except StoreNewer as newer:
            with self._database.reading() as connection:
                card = documents.card(connection, document_id)
            if card is None:
                raise no_such_document(document_id) from newer
            raise DocumentNewer(
                "A newer version of Factotum wrote this document, and this version cannot show it.",
                str(newer.__cause__ or ""),
                "Install that version to open it. Nothing was changed.",
                card,
            ) from newer

    def opened(self, connection: Connection, document_id: str) -> OpenedDocument:
        """The same within a transaction."""
        row = documents.standing(connection, document_id)
        if row is None:
            raise no_such_document(document_id)
        status, head = row
        kept = archive.record_of(connection, document_id)
        if kept is not None:
            record, text, version = kept
            draft = journal.stored_draft(text, version)
            return OpenedDocument(document_id, status, draft, History(draft), record)
        replayed = journal.replay(connection, document_id)
        steps = (
            StoredStep(s.id, s.label, s.key, clock.read(s.at), s.forward, s.backward) for s in replayed.steps
        )
        history = History.resumed(replayed.draft, steps, replayed.position, head)
        self._keep_live(document_id, _Live(head, replayed.draft, replayed.position, None))
        is_held = outbox.holds(connection, document_id)
        return OpenedDocument(document_id, status, replayed.draft, history, None, is_held)

    def record(self, document_id: str, changes: Sequence[HistoryChange]) -> None:
        """Make the changes durable; a repeated call stores nothing twice.

        Raises StaleDocument when another window has changed the draft since, NotADraft when it is
        issued, StoreProblem when the disk does not take it; then nothing of it is stored.
        """
        if not changes:
            return
        entries = [_entry(change) for change in changes]
        last = changes[-1]
        with self._database.writing() as connection:
            pending = journal.append(connection, document_id, changes[0].base, entries, now())
            if pending is None:
                start = self._start_of_new(connection, document_id, changes)
                if start == len(changes):
                    return
                base = changes[start].base
                pending = journal.append(connection, document_id, base, entries[start:], now())
            refuse_if_on_its_way(connection, document_id)
        before = self._live.get(document_id)
        totals = None if before is None else before.totals
        self._keep_live(document_id, _Live(last.id, last.draft, last.position, totals))
        if pending is not None and pending.is_due(len(last.draft.rows)):
            self._checkpoint(document_id, last.id, last.draft, last.position)

    def duplicate(self, document_id: str) -> OpenedDocument:
        """A new draft like this document, without its number, dates of issue and references to it."""
        source = self.open(document_id).draft
        return self.create(source.edited(number="", issue_date=None, due_date=None, external_reference=""))

    def set_deleted(self, document_id: str, deleted: bool) -> None:
        """Put a draft into the bin, or take it out. Raises NotADraft for an issued document."""
        with self._database.writing() as connection:
            head = journal.head_of(connection, document_id)
            if head is None:
                raise no_such_document(document_id)
            if head.status != "draft":
                raise not_a_draft(document_id)
            refuse_if_on_its_way(connection, document_id)
            documents.set_deleted(connection, document_id, now() if deleted else None)

    def cards(self, shelf: Shelf, text: str, limit: int) -> list[DocumentCard]:
        """The documents of a shelf that answer the text."""
        self.index_edited()
        with self._database.reading() as connection:
            return documents.cards(connection, shelf, terms_of(text), limit)

    def index_edited(self) -> None:
        """Bring lists and search in step with what was edited since, where that may be written."""
        if self._database.newer is not None:
            return
        with self._database.reading() as connection:
            stale = documents.to_index(connection)
        for document_id, _ in stale:
            with self._database.writing() as connection:
                row = documents.standing(connection, document_id)
                if row is None:
                    continue
                draft, before = self._current(connection, document_id, row[1])
                totals = compute(draft, before)
                documents.reindex(connection, document_id, draft, totals)
            live = self._live.get(document_id)
            if live is not None and live.draft is draft:
                live.totals = totals

    def counts(self) -> Counts:
        """How many documents lie on each shelf."""
        with self._database.reading() as connection:
            return documents.counts(connection)

    def forget_deleted(self, before: datetime) -> int:
        """Remove for good the drafts put into the bin before that moment; how many."""
        with self._database.writing() as connection:
            return documents.forget_deleted(connection, clock.written(before))

    def rebuild_index(self) -> int:
        """Index every document anew; how many."""
        with self._database.writing() as connection:
            documents.mark_all_for_indexing(connection)
        with self._database.reading() as connection:
            count = len(documents.to_index(connection))
        self.index_edited()
        return count

    def forget(self, document_id: str) -> None:
        """Drop what is held of a document that another use case has changed."""
        self._live.pop(document_id, None)

    def _current(self, connection: Connection, document_id: str, head: str) -> tuple[Draft, Totals | None]:
        live = self._live.get(document_id)
        if live is not None and live.head == head:
            return live.draft, live.totals
        kept = archive.record_of(connection, document_id)
        if kept is not None:
            return journal.stored_draft(kept[1], kept[2]), None
        return journal.replay(connection, document_id).draft, None

    def _start_of_new(
        self, connection: Connection, document_id: str, changes: Sequence[HistoryChange]
    ) -> int:
        """The index of the first change that is not stored yet; all may be."""
        head = journal.head_of(connection, document_id)
        if head is None:
            raise no_such_document(document_id)
        start = first_after(changes, head.change_id)
        if start is None:
            known = journal.known_changes(connection, document_id, [c.id for c in changes])
            if len(known) == len(changes):
                return len(changes)
            if head.status != "draft":
                raise not_a_draft(document_id)
            raise self._stale(connection, document_id)
        if start < len(changes) and head.status != "draft":
            raise not_a_draft(document_id)
        return start

    def settle(self) -> None:
        """Write whole what was edited here, so that it opens quickly the next time."""
        if self._database.newer is not None:
            return
        with self._database.reading() as connection:
            pending = journal.pending_of(connection, self._live)
        for document_id in pending:
            live = self._live[document_id]
            self._checkpoint(document_id, live.head, live.draft, live.position)

    def _checkpoint(self, document_id: str, head_id: str, draft: Draft, position: int) -> None:
        with self._database.writing() as connection:
            head = journal.head_of(connection, document_id)
            if head is not None and (head.change_id, head.status) == (head_id, "draft"):
                journal.checkpoint(connection, document_id, draft, position)

    def _stale(self, connection: Connection, document_id: str) -> StaleDocument:
        return StaleDocument(
            "This draft was changed in another window.",
            "What was typed here since is not stored, and nothing there was overwritten.",
            "Go on with the state of the other window, or keep this one as a new draft.",
            self.opened(connection, document_id),
        )

    def _keep_live(self, document_id: str, live: _Live) -> None:
        self._live.pop(document_id, None)
        self._live[document_id] = live
        while len(self._live) > LIVE_LIMIT:
            del self._live[next(iter(self._live))]


def now() -> str:
    """This moment as the database keeps it."""
    return clock.written(datetime.now(UTC))


def no_such_document(document_id: str) -> NoSuchDocument:
    """The problem of an id that is not in the store."""
    return NoSuchDocument(
        "This document is no longer in the store.",
        f"There is none with the id {document_id!r}.",
        "It may have been removed in another window; open another one.",
    )


def not_a_draft(document_id: str) -> NotADraft:
    """The problem of changing what is issued."""
    return NotADraft(
        "This document is issued and never changes.",
        f"Its id is {document_id!r}.",
        "Make a credit note of it, or duplicate it as a new draft.",
    )


def refuse_if_on_its_way(connection: Connection, document_id: str) -> None:
    """Raises NotADraft for a draft that is being sent or is at a provider: it must be what arrives there."""
    if outbox.holds(connection, document_id) and outbox.is_draft(connection, document_id):
        raise NotADraft(
            "This document is on its way to a provider, or there already.",
            "What is sent must stay what is here.",
            "Withdraw it from the outbox, or duplicate it as a new draft.",
        )


def journal_step(step: HistoryStep) -> journal.JournalStep:
    """The step as the journal keeps it."""
    packed = packed_step(step)
    at = clock.written(packed.at)
    return journal.JournalStep(packed.id, packed.label, packed.key, at, packed.forward, packed.backward)


def _entry(change: HistoryChange) -> journal.JournalEntry:
    step = None if change.step is None else journal_step(change.step)
    return journal.JournalEntry(change.id, change.kind, change.position, step)
