"""The journal of one attempt in the database. Every write is durable, and only its owner may write."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from app.client.calls import Reply
from app.client.errors import Cancelled
from app.client.journal import Kept
from app.services.sending import frozen
from app.store import clock, outbox
from app.store.database import Database
from app.store.outbox import Overtaken, StepRow


class Owner(Protocol):
    """Who may work on the entry."""

    def is_alive(self) -> bool:
        """Whether it is still ours alone."""


class DatabaseJournal:
    """The StepJournal of one attempt. Raises Cancelled when another window has taken the entry on."""

    def __init__(self, database: Database, entry_id: str, attempts: int, owner: Owner) -> None:
        self._database = database
        self._entry = entry_id
        self._attempts = attempts
        self._owner = owner

    def kept(self, step: str) -> Kept | None:
        """What is known of this step; None if it never began."""
        with self._database.reading() as connection:
            row = outbox.step(connection, self._entry, step)
        if row is None:
            return None
        reply = None if row.reply is None else frozen.reply(row.reply)
        return Kept(clock.read(row.intended_at), row.fingerprint, reply, row.status == outbox.DENIED)

    def intend(self, step: str, fingerprint: str, at: datetime) -> None:
        """The step is about to be sent; a reply that was kept is forgotten."""
        self._write(StepRow(step, fingerprint, clock.written(at), None, None, None))

    def answer(self, step: str, reply: Reply, at: datetime) -> None:
        """The step has ended so."""
        with self._database.reading() as connection:
            before = outbox.step(connection, self._entry, step)
        moment = clock.written(at)
        fingerprint, intended_at = (before.fingerprint, before.intended_at) if before else ("", moment)
        self._write(StepRow(step, fingerprint, intended_at, moment, reply.status, frozen.reply_json(reply)))

    def doubt(self, step: str) -> None:
        """Its reply cannot be read: an effect's outcome is open again, a read is read again."""
        with self._database.reading() as connection:
            before = outbox.step(connection, self._entry, step)
        if before is not None:
            self._write(StepRow(step, before.fingerprint, before.intended_at, None, None, None))

    def has_effect(self) -> bool:
        """Whether a request that changes something has ever gone out, whatever came of it."""
        with self._database.reading() as connection:
            return any(row.fingerprint for row in outbox.steps(connection, self._entry))

    def has_open_effect(self) -> bool:
        """Whether a request that changes something went out and its outcome is open."""
        with self._database.reading() as connection:
            return any(
                row.fingerprint and row.reply is None and row.status != outbox.DENIED
                for row in outbox.steps(connection, self._entry)
            )

    def _write(self, row: StepRow) -> None:
        if not self._owner.is_alive():
            raise Cancelled("cancelled", step=row.step)
        try:
            with self._database.writing() as connection:
                outbox.write_step(connection, self._entry, row, attempts=self._attempts)
        except Overtaken:
            raise Cancelled("cancelled", step=row.step) from None
