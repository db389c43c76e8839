"""Going back to a backup of an older version, and no room on the disk: what is there is never lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.totals import compute
from app.services.workspace import StoreLocation, Workspace
from app.store import backups, documents
from app.store.clock import written
from app.store.database import FILE_NAME
from app.store.migrations import MIGRATIONS
from app.store.opening import open_database
from tests.conftest import page_of
from tests.services.invoices import invoice, typed
from tests.store.processes import worker


def _names(folder: Path) -> list[str]:
    with closing(Workspace.open(StoreLocation(folder), render=page_of)) as workspace:
        return sorted(card.buyer_name for card in workspace.cards("all"))


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT max(number) FROM schema_steps").fetchone()[0])


def _store_of(version: int, folder: Path) -> Path:
    """A store as the program was when it had so many migrations, with one draft in it; its file."""
    database = open_database(StoreLocation(folder), MIGRATIONS[:version])
    draft = invoice(buyer="Of long ago").edited(id=f"old{version}")
    with database.writing() as connection:
        documents.add(connection, draft, compute(draft), written(datetime.now(UTC)))
    database.close()
    return folder / FILE_NAME


@pytest.fixture
def today(tmp_path: Path) -> Path:
    """The folder of a store of this version, with what was done today."""
    with closing(Workspace.open(StoreLocation(tmp_path / "today"), render=page_of)) as workspace:
        made = workspace.create(invoice(buyer="Of today"))
        workspace.record(made.id, [typed(made.history, memo="long " * 20_000)])
        workspace.issue(workspace.create(invoice(buyer="Issued today")).id, today=date(2026, 5, 4))
    return tmp_path / "today"


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_an_older_backup_is_brought_up_to_date_and_what_was_there_is_kept_aside(
    today: Path, tmp_path: Path, version: int
) -> None:
    older = backups.make(_store_of(version, tmp_path / "before"), 1).path
    assert _version(older) == version
    aside = Workspace.restore(StoreLocation(today), older)

    with closing(Workspace.open(StoreLocation(today), render=page_of)) as workspace:
        found = workspace.open_document(f"old{version}")
        assert found.draft.buyer.name == "Of long ago"
        workspace.record(found.id, [typed(found.history, subject="going on")])
        issued = workspace.issue(found.id, today=date(2026, 5, 4))
        assert issued.draft.subject == "going on"
    assert _version(today / FILE_NAME) == MIGRATIONS[-1].number
    assert version in [_version(backup.path) for backup in backups.all_of(today / FILE_NAME)], (
        "the older one is backed up before it is changed"
    )
    assert aside is not None
    (tmp_path / "aside").mkdir()
    aside.rename(tmp_path / "aside" / FILE_NAME)
    assert _names(tmp_path / "aside") == ["Issued today", "Of today"]


@pytest.mark.parametrize("place", ["backup", "aside"])
def test_no_room_to_restore_leaves_everything_as_it_was(today: Path, tmp_path: Path, place: str) -> None:
    small = backups.make(_store_of(len(MIGRATIONS), tmp_path / "before"), 1).path
    large = backups.all_of(today / FILE_NAME)[0].path
    assert large.stat().st_size > small.stat().st_size + 20_000
    before = {path: path.read_bytes() for path in today.rglob("*") if path.is_file()}
    room = small.stat().st_size + 10_000
    with worker("restore", str(today), str(large if place == "backup" else small), str(room)) as other:
        said = other.heard()
    assert said.startswith("NotRestored: Free some space"), said
    assert {path: path.read_bytes() for path in today.rglob("*") if path.is_file()} == before
    assert _names(today) == ["Issued today", "Of today"]


def test_no_room_for_the_backup_means_no_migration(tmp_path: Path) -> None:
    path = _store_of(len(MIGRATIONS) - 1, tmp_path)
    before = path.read_bytes()
    with worker("migrate", str(tmp_path), str(len(before) // 2)) as other:
        said = other.heard()
    assert said.startswith("NotBroughtUpToDate: Nothing was changed. Free some space"), said
    assert path.read_bytes() == before
    assert not [*(tmp_path / "backups").iterdir()], "no half of a backup is left"
    assert _names(tmp_path) == ["Of long ago"], "once there is room"
    assert _version(path) == MIGRATIONS[-1].number
    assert _version(backups.all_of(path)[-1].path) == MIGRATIONS[-1].number - 1
