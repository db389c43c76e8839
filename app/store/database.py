"""The connection to SQLite or PostgreSQL, and the words for everything that can go wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from app.store.problems import (
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreNewer,
    StoreProblem,
    StoreReadOnly,
)
from app.store.records import StoreLocation

FILE_NAME = "factotum.sqlite3"


class _NotThere(StoreProblem):
    """A table or column that we know is not there."""


class Database:
    """One database. Every method that touches it raises StoreProblem and nothing else of its own.

    With `newer`, the reason why it may not be changed, it is opened to be read only.
    """

    def __init__(self, location: StoreLocation, newer: StoreNewer | None = None) -> None:
        self.location = location
        self.newer = newer
        url = _url_of(location)
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self.path = Path(url.database) if self.is_sqlite and url.database else None
        self.name = str(self.path) if self.path else url.render_as_string(hide_password=True)
        try:
            opened = _read_only(url) if newer is not None and self.path is not None else url
            options = _engine_options(location, self.is_sqlite, is_reading=newer is not None)
            self.engine = create_engine(opened, **options)
        except (ImportError, NoSuchModuleError) as error:
            raise StoreProblem(
                f"The database {self.name} needs a driver that is not installed.",
                str(error),
                'Install the PostgreSQL extra: pip install "factotum[postgres]".',
            ) from error
        self._driver_error = self.engine.dialect.loaded_dbapi.Error
        if self.is_sqlite:
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that writes: committed and durable when the block ends without an error.

        On SQLite the write lock is taken at once, so that what is read in the block still holds when
        it writes. Raises StoreNewer when it is open to be read only.
        """
        if self.newer is not None:
            raise self.newer
        with (
            self._speaking(),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that reads a single state of the database.

        Raises StoreNewer for what a newer version keeps in a way that this version does not know.
        """
        try:
            with self._speaking(), self.engine.connect() as connection, connection.begin():
                yield connection
        except (_NotThere, StoreDamaged, ValueError) as error:
            if self.newer is None:
                raise
            raise self.newer from error

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise problem_of(str(error.orig), self.name, getattr(error.orig, "sqlstate", None)) from error
        except self._driver_error as error:
            raise problem_of(str(error), self.name, getattr(error, "sqlstate", None)) from error


def database_path(location: StoreLocation) -> Path:
    """The file of an SQLite store. Raises StoreProblem for a database server."""
    url = _url_of(location)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise StoreProblem(
            "The backups of a database server are not ours.", "", "Ask whoever runs the server to restore it."
        )
    return Path(url.database)


def problem_of(message: str, name: str, sqlstate: str | None = None) -> StoreProblem:
    """The problem a database's own message stands for. `sqlstate` is PostgreSQL's code."""
    told = message.lower()
    if "locked" in told or "busy" in told or sqlstate in ("55P03", "40P01", "40001", "53300"):
        return StoreBusy(
            f"Another window or program is writing to {name}.",
            message,
            "What you typed is kept and tried again. If this lasts, close other windows of Factotum, and "
            "programs that copy or open this file.",
        )
    if "disk is full" in told or sqlstate == "53100":
        return StoreFull(
            f"There is no room to write to {name}.",
            message,
            "What you typed is kept and tried again. Free some space on this disk.",
        )
    if "disk i/o error" in told:
        return StoreFull(
            f"The disk did not take what was written to {name}.",
            message,
            "What you typed is kept and tried again. Check that the disk is still connected and has room.",
        )
    if "readonly" in told or "read-only" in told or sqlstate in ("25006",):
        return StoreReadOnly(
            f"{name} may be read but not changed.",
            message,
            "Make the file and its folder writable, or choose another folder.",
        )
    if "malformed" in told or "not a database" in told or "corrupt" in told or sqlstate in ("XX001", "XX002"):
        return StoreDamaged(f"{name} is damaged.", message, "Go back to a backup; the damaged file is kept.")
    if "unable to open" in told:
        return StoreProblem(
            f"{name} cannot be opened.", message, "Check that its folder exists and that you may use it."
        )
    if sqlstate is None and ("connection" in told or "connect" in told):
        return StoreProblem(
            f"The database server of {name} cannot be reached.",
            message,
            "Check the network and that the server runs; what you typed is kept and tried again.",
        )
    kind = _NotThere if "no such" in told or sqlstate in ("42P01", "42703") else StoreProblem
    return kind(f"{name} refused the operation.", message, "Nothing was changed. Try again.")


def _url_of(location: StoreLocation) -> URL:
    if location.url:
        try:
            url = make_url(location.url)
            backend = url.get_backend_name()
        except (ArgumentError, NoSuchModuleError, ValueError) as error:
            raise StoreProblem(
                "The address of the database is not valid.",
                str(error),
                "Write it like postgresql://user@server/factotum, or leave it empty.",
            ) from error
        if backend == "postgresql":
            return url.set(drivername="postgresql+psycopg")
        if backend == "sqlite" and url.database and url.database != ":memory:":
            return url
        raise StoreProblem(
            f"Databases of the kind {backend!r} are not supported.",
            "",
            "Use PostgreSQL (postgresql://user@server/factotum), or leave the address empty.",
        )
    if location.folder is None:
        raise ValueError("a store location needs a folder or a URL")
    try:
        location.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly(
            f"The folder {location.folder} cannot be made.",
            str(error),
            "Choose a folder you may write to.",
        ) from error
    return URL.create("sqlite", database=str(location.folder / FILE_NAME))


def _read_only(url: URL) -> URL:
    """The same SQLite file, so that not even a driver's own housekeeping writes to it."""
    assert url.database is not None
    file = Path(url.database).absolute().as_uri()
    return URL.create("sqlite", database=file, query={"mode": "ro", "uri": "true"})


def _engine_options(location: StoreLocation, is_sqlite: bool, *, is_reading: bool) -> dict[str, Any]:
    if is_sqlite:
        arguments = {"timeout": location.busy_timeout_s, "check_same_thread": False, "isolation_level": None}
        return {"connect_args": arguments, "pool_size": 1, "max_overflow": 8}
    wait_ms = int(location.busy_timeout_s * 1000)
    settings = f"-c lock_timeout={wait_ms} -c timezone=UTC"
    if is_reading:
        settings += " -c default_transaction_read_only=on"
    options = {"options": settings, "connect_timeout": 10}
    return {"connect_args": options, "pool_size": 1, "max_overflow": 8, "pool_pre_ping": True}


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
