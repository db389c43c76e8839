"""Copies of the SQLite database beside it: made while it is in use, verified, thinned out with age."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.store.problems import NotBackedUp, NotRestored, StoreDamaged
from app.store.records import Backup

SqliteError = sqlite3.Error

_FOLDER = "backups"
_STAMP = "%Y-%m-%dT%H%M%S"
_PAGES_A_STEP = 2048


def make(database: Path, kept: int, now: datetime | None = None) -> Backup:
    """Copy the database as it is at this moment, check the copy, and thin out the older ones.

    Raises StoreDamaged when the copy is not sound, NotBackedUp when it cannot be written; the
    older backups are left alone then.
    """
    now = datetime.now(UTC) if now is None else now
    folder = database.parent / _FOLDER
    name = f"{database.stem}-{now:{_STAMP}}{database.suffix}"
    beside = folder / f"{name}.{os.getpid()}-{threading.get_ident()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(beside)) as target:
            source.backup(target, pages=_PAGES_A_STEP)
            target.execute("PRAGMA journal_mode = DELETE")
        if not is_sound(beside):
            raise StoreDamaged(
                f"The backup of {database} is not sound.",
                "The copy did not pass the integrity check; older backups are kept as they are.",
                "Close every window of Factotum and start it again: it checks the database.",
                sound(database),
            )
        beside.replace(folder / name)
    except (OSError, sqlite3.Error) as error:
        raise NotBackedUp(
            f"The backup in {folder} cannot be written.",
            str(error),
            "Your documents are not touched. Free some space, or make the folder writable.",
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    made = all_of(database)
    for old in superfluous(made, kept):
        old.path.unlink(missing_ok=True)
    return next(backup for backup in made if backup.path.name == name)


def all_of(database: Path) -> list[Backup]:
    """The backups of this database, newest first."""
    found = []
    for path in (database.parent / _FOLDER).glob(f"{database.stem}-*{database.suffix}"):
        try:
            stamp = datetime.strptime(path.stem.removeprefix(f"{database.stem}-") + "+0000", f"{_STAMP}%z")
        except ValueError:
            continue
        found.append(Backup(path, stamp, path.stat().st_size))
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def sound(database: Path) -> list[Backup]:
    """The backups that pass the integrity check, newest first."""
    return [backup for backup in all_of(database) if is_sound(backup.path)]


def is_sound(path: Path) -> bool:
    """Whether the file is a whole, undamaged database."""
    try:
        # immutable: a check leaves no log files beside a backup.
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def superfluous(backups: Iterable[Backup], kept: int) -> list[Backup]:
    """Which of these may go: the newest is kept, then the last of each of `kept` days and months."""
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    days: dict[str, Backup] = {}
    months: dict[str, Backup] = {}
    for backup in newest_first:
        days.setdefault(f"{backup.made_at:%Y-%m-%d}", backup)
        months.setdefault(f"{backup.made_at:%Y-%m}", backup)
    staying = {b.path for b in newest_first[:1]}
    staying |= {b.path for b in list(days.values())[:kept]} | {b.path for b in list(months.values())[:kept]}
    return [backup for backup in newest_first if backup.path not in staying]


def restore(database: Path, backup: Path, now: datetime | None = None) -> Path | None:
    """Put the backup in the place of the database, which is kept aside; where that is.

    A backup of an older version is brought up to date when it is opened. Raises StoreDamaged when the
    backup itself is damaged, NotRestored when there is no room or files cannot be moved.
    """
    now = datetime.now(UTC) if now is None else now
    if not is_sound(backup):
        raise StoreDamaged(
            f"The backup {backup} is damaged too.",
            "",
            "Choose an older one; nothing was changed.",
            sound(database),
        )
    aside: Path | None = None
    beside = database.with_name(f"{database.name}.{os.getpid()}.restored")
    try:
        with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(beside)) as target:
            source.backup(target)
        if database.exists():
            aside = database.with_name(f"{database.stem}-damaged-{now:{_STAMP}}{database.suffix}")
            logs = [database.with_name(database.name + ending) for ending in ("-wal", "-shm")]
            _copy_aside((database, *(log for log in logs if log.exists())), database.name, aside)
            # A log left behind would be replayed into the restored database.
            for log in logs:
                log.unlink(missing_ok=True)
        beside.replace(database)
    except (OSError, sqlite3.Error) as error:
        raise NotRestored(
            f"The backup {backup.name} could not be put in place.",
            str(error),
            "Free some space, close every window of Factotum and try again. No file was deleted.",
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return aside


def _copy_aside(parts: Iterable[Path], name: str, aside: Path) -> None:
    """Copy the database and its logs under another name; when that fails, no half of it stays."""
    made: list[Path] = []
    try:
        for part in parts:
            made.append(aside.with_name(part.name.replace(name, aside.name, 1)))
            shutil.copy2(part, made[-1])
    except OSError:
        for path in made:
            path.unlink(missing_ok=True)
        raise
