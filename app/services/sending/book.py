"""Connections and entries as the store has them, made into values."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from app.client.provider import Connection
from app.services.sending import frozen
from app.services.sending.entries import Entry, EntryDetail, StepCard
from app.services.sending.problems import SendingProblem
from app.store import clock, connections, outbox, remote_records
from app.store.database import Database
from app.store.outbox import StepRow


class Book:
    """Reads and keeps them over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def connections(self) -> list[Connection]:
        """Every connection, by title."""
        with self._database.reading() as connection:
            return [Connection.model_validate_json(body) for body in connections.bodies(connection)]

    def connection(self, connection_id: str) -> Connection:
        """That connection. Raises SendingProblem."""
        with self._database.reading() as connection:
            body = connections.body(connection, connection_id)
        if body is None:
            raise SendingProblem("no_such_connection")
        return Connection.model_validate_json(body)

    def save(self, kept: Connection, now: str) -> Connection:
        """Keep it, under a new id if it has none; what waits for it leaves with the next drain.

        Raises SendingProblem when where it leads is changed while something is on its way over it.
        """
        kept = kept if kept.id else kept.model_copy(update={"id": uuid4().hex})
        with self._database.writing() as connection:
            body = connections.body(connection, kept.id)
            if body is not None and outbox.has_live(connection, kept.id):
                before = Connection.model_validate_json(body)
                if _leads_to(before) != _leads_to(kept):
                    raise SendingProblem("connection_in_use")
            if body is not None and _account(Connection.model_validate_json(body)) != _account(kept):
                remote_records.forget_links(connection, kept.id)
            connections.save(connection, kept.id, kept.provider, kept.title, kept.model_dump_json(), now)
            outbox.wake(connection, kept.id, now)
        return kept

    def require_idle(self, connection_id: str) -> None:
        """Raises SendingProblem while something is on its way over the connection."""
        with self._database.reading() as connection:
            if outbox.has_live(connection, connection_id):
                raise SendingProblem("connection_in_use")

    def remove(self, connection_id: str) -> None:
        """Forget the connection. Raises SendingProblem while something is on its way over it."""
        with self._database.writing() as connection:
            if outbox.has_live(connection, connection_id):
                raise SendingProblem("connection_in_use")
            connections.remove(connection, connection_id)

    def row(self, entry_id: str) -> Any:
        """The whole row of an entry. Raises SendingProblem."""
        with self._database.reading() as connection:
            row = outbox.row(connection, entry_id)
        if row is None:
            raise SendingProblem("no_such_entry")
        return row

    def detail(self, entry_id: str) -> EntryDetail:
        """An entry with all that is kept of it. Raises SendingProblem."""
        row = self.row(entry_id)
        with self._database.reading() as connection:
            steps = outbox.steps(connection, entry_id)
        return EntryDetail(
            entry_of(row),
            tuple(_step(step) for step in steps),
            frozen.fields(row.fields),
            frozen.judgement(row.judgement),
        )


def entry_of(row: Any) -> Entry:
    """The entry of a row of the outbox."""
    return Entry(
        id=row.id,
        document_id=row.document_id,
        connection_id=row.connection_id,
        provider=row.provider,
        action=row.action,
        state=row.state,
        created_at=clock.read(row.created_at),
        updated_at=clock.read(row.updated_at),
        attempts=row.attempts,
        next_attempt_at=clock.read(row.next_attempt_at) if row.next_attempt_at else None,
        error=frozen.failure(row.error),
        receipt=frozen.receipt(row.receipt),
        verdict=row.verdict,
        related=row.related,
        number=row.number,
        buyer=row.buyer,
        payable=row.payable,
        currency=row.currency,
        queued_by=row.queued_by,
    )


def _step(row: StepRow) -> StepCard:
    answered_at = clock.read(row.answered_at) if row.answered_at else None
    return StepCard(row.step, bool(row.fingerprint), clock.read(row.intended_at), answered_at, row.status)


def _account(connection: Connection) -> tuple[object, ...]:
    return (*_leads_to(connection), connection.account)


def _leads_to(connection: Connection) -> tuple[object, ...]:
    return (
        connection.provider,
        connection.mode,
        connection.dialect,
        connection.base_url.rstrip("/"),
        connection.settings,
    )
