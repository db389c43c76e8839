"""Opening a database: sound, of a version we know, and brought up to date after a backup."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from app.store import backups
from app.store.database import Database, problem_of
from app.store.migrations import MIGRATIONS, Migration
from app.store.problems import (
    NotBackedUp,
    NotBroughtUpToDate,
    StoreDamaged,
    StoreNewer,
    StoreProblem,
)
from app.store.records import StoreLocation

CHECKED_ON_OPENING_BYTES = 256_000_000
_MIGRATION_LOCK = 7_240_163_551


def open_database(location: StoreLocation, migrations: Sequence[Migration] = MIGRATIONS) -> Database:
    """The database, ready for use.

    Raises StoreProblem: StoreDamaged (with the good backups), StoreNewer (nothing is touched),
    NotBroughtUpToDate (the same), StoreBusy, StoreReadOnly, StoreFull.
    """
    database = Database(location)
    try:
        if database.is_sqlite:
            _check_file(database)
        with database.reading() as connection:
            version = schema_version(connection)
        newest = migrations[-1].number
        if version > newest:
            raise StoreNewer(
                f"{database.name} was written by a newer version of Factotum.",
                f"It has schema {version}; this version knows schema {newest}.",
                "Update Factotum. Nothing was changed.",
            )
        if version < newest:
            if version and database.path is not None:
                _back_up_before(database.path, location.backups_kept)
            _migrate(database, migrations)
    except BaseException:
        database.close()
        raise
    return database


def open_to_read(location: StoreLocation, newer: StoreNewer) -> Database:
    """The database a newer version wrote, to be read only. Raises StoreProblem when it cannot be."""
    database = Database(location, newer)
    try:
        with database.reading() as connection:
            schema_version(connection)
    except BaseException:
        database.close()
        raise
    return database


def schema_version(connection: Connection) -> int:
    """The number of the last migration applied; 0 for an empty database."""
    if not inspect(connection).has_table("schema_steps"):
        return 0
    return int(connection.execute(text("SELECT max(number) FROM schema_steps")).scalar() or 0)


def _back_up_before(database: Path, kept: int) -> None:
    """Make the copy one can go back to. Without it nothing is migrated."""
    try:
        backups.make(database, kept)
    except NotBackedUp as problem:
        raise NotBroughtUpToDate(
            f"{database} was written by an older version of Factotum and is not brought up to date, for the "
            "backup before that cannot be written.",
            problem.detail,
            "Nothing was changed. Free some space, or make its folder writable, and start again.",
        ) from problem


def _migrate(database: Database, migrations: Sequence[Migration]) -> None:
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
        # Another window may have been first: what is applied is read again under the lock.
        version = schema_version(connection)
        if not version:
            connection.exec_driver_sql(
                "CREATE TABLE IF NOT EXISTS schema_steps "
                "(number INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)"
            )
        for migration in migrations:
            if migration.number > version:
                migration.apply(connection)
                connection.execute(
                    text("INSERT INTO schema_steps (number, applied_at) VALUES (:number, :at)"),
                    {"number": migration.number, "at": datetime.now(UTC).isoformat()},
                )


def _check_file(database: Database) -> None:
    """Set the write-ahead log and look for damage, before anything else is asked of the file."""
    path = database.path
    assert path is not None
    try:
        with closing(database.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            if path.stat().st_size <= CHECKED_ON_OPENING_BYTES:
                findings = [row[0] for row in cursor.execute("PRAGMA quick_check(3)").fetchall()]
                if findings != ["ok"]:
                    raise _damaged(database, "; ".join(findings))
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.close()
    except (DBAPIError, backups.SqliteError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        problem = problem_of(str(cause), database.name)
        if isinstance(problem, StoreDamaged):
            raise _damaged(database, str(cause)) from error
        if "unable to open" in str(cause) and not _takes_files(path.parent):
            raise problem_of("readonly: no file can be made in its folder", database.name) from error
        raise problem from error


def _takes_files(folder: Path) -> bool:
    """Whether a file can be made there, which SQLite needs even to read."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _damaged(database: Database, findings: str) -> StoreProblem:
    assert database.path is not None
    good = backups.sound(database.path)
    if good:
        way_out = (
            f"Go back to the newest good backup, made {good[0].made_at:%Y-%m-%d %H:%M} UTC "
            f"({good[0].path.name}). The damaged file is kept beside it."
        )
    else:
        way_out = "There is no good backup in its folder. The file is left as it is; keep a copy of it."
    return StoreDamaged(f"{database.name} is damaged.", findings, way_out, good)
