"""A number of theirs becomes the document's own: read-only from then on, and no number of ours is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Connection

from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.totals import compute
from app.services.drafts import journal_step, now
from app.services.history import HistoryStep, Kept
from app.services.issuing import Render, issued_columns
from app.store import archive, documents, journal, outbox
from app.store.archive import TakenNumber
from app.store.database import Database


@dataclass(frozen=True, slots=True)
class Adopted:
    """A draft as it will stand under their number, with its page."""

    head: str
    draft: Draft
    totals: Totals
    taken: TakenNumber
    step: journal.JournalStep
    columns: dict[str, str | int | bytes]


class Adopting:
    """Keeps what a provider has numbered, in a series of its own that no counter belongs to."""

    def __init__(self, database: Database, render: Render, today: Callable[[], datetime]) -> None:
        self._database = database
        self._render = render
        self._today = today

    def prepared(self, document_id: str, number: str, connection_id: str) -> Adopted | None:
        """The document under that number; None if it is no draft of this store. Takes no lock."""
        with self._database.reading() as connection:
            if not outbox.is_draft(connection, document_id):
                return None
            head = documents.standing(connection, document_id)
            source = journal.replay(connection, document_id).draft
        assert head is not None
        on = source.issue_date or self._today().date()
        draft = source.edited(number=number, issue_date=on)
        totals = compute(draft)
        taken = TakenNumber(f"@{connection_id}", draft.kind, "", number, None, None)
        step = journal_step(HistoryStep(uuid4().hex, "Send", None, datetime.now(UTC), Kept(source, draft)))
        columns = issued_columns(draft, totals, self._render(draft, totals))
        return Adopted(head[1], draft, totals, taken, step, columns)

    def keep(self, connection: Connection, adopted: Adopted) -> None:
        """Keep it for good, unless another document of that account has this number already."""
        taken, draft = adopted.taken, adopted.draft
        if archive.is_issued(connection, taken.series, taken.kind, taken.number):
            return
        written = now()
        archive.add(connection, draft.id, taken, {"issued_at": written, **adopted.columns})
        position = journal.position_of(connection, draft.id) + 1
        entry = journal.JournalEntry(uuid4().hex, "push", position, adopted.step)
        journal.append(connection, draft.id, adopted.head, [entry], written)
        journal.checkpoint(connection, draft.id, draft, position)
        documents.set_status(connection, draft.id, "issued", written)
        documents.reindex(connection, draft.id, draft, adopted.totals)
