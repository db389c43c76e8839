"""One worker an entry, among all windows, seats and processes. Nothing here is a matter of clocks.

SQLite: a file that the system lets go of when its process dies. PostgreSQL: an advisory lock of a
session of its own, which ends with it; that session is asked before each write.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from app.client.errors import Unreachable
from app.services.vault.holding import held
from app.store.database import Database, problem_of


class _File:
    """Held as long as the process lives."""

    def is_alive(self) -> bool:
        """Always: whoever lost it is dead."""
        return True


class _Session:
    """Held as long as the session of the database lives."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def is_alive(self) -> bool:
        """Whether the session still answers, and with it the lock is ours."""
        try:
            return bool(self._connection.execute(text("SELECT 1")).scalar())
        except DBAPIError:
            return False


class Owners:
    """Gives entries to those who ask first. `folder` is this seat's, for the locks of an SQLite store."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = (database.path.parent if database.path else folder) / "outbox"

    @contextmanager
    def own(self, entry_id: str) -> Iterator[_File | _Session | None]:
        """The entry's owner until the block ends; None if someone else is."""
        if self._database.is_sqlite:
            with ExitStack() as stack:
                try:
                    stack.enter_context(held(self._folder / f"{entry_id}.lock", wait_s=0))
                except Unreachable:
                    yield None
                    return
                yield _File()
        else:
            with self._session() as connection:
                asked = text("SELECT pg_try_advisory_lock(hashtextextended(:entry, 7240163552))")
                is_ours = connection.execute(asked, {"entry": entry_id}).scalar()
                yield _Session(connection) if is_ours else None

    def forget(self, entry_id: str) -> None:
        """Remove the file of an entry that is settled: nobody does anything with it any more."""
        if self._database.is_sqlite:
            try:
                (self._folder / f"{entry_id}.lock").unlink(missing_ok=True)
            except OSError:  # a system that keeps a file in use from being removed
                return

    @contextmanager
    def _session(self) -> Iterator[Connection]:
        try:
            connection = self._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        except DBAPIError as error:
            raise problem_of(str(error.orig), self._database.name) from error
        try:
            yield connection
        finally:
            connection.invalidate()  # ends the session, and the lock with it
            connection.close()
