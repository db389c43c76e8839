"""Opening a store: newer, damaged, read-only, busy or full, it says so and touches nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

from app.services.workspace import (
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreLocation,
    StoreNewer,
    StoreProblem,
    StoreReadOnly,
    Workspace,
)
from app.store import backups
from app.store.database import FILE_NAME
from app.store.migrations import MIGRATIONS, Migration
from app.store.opening import open_database, schema_version
from app.store.schema import METADATA
from tests.conftest import page_of
from tests.services.invoices import invoice, typed
from tests.store.processes import worker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with one draft and one issued invoice, closed again."""
    workspace = Workspace.open(StoreLocation(tmp_path), render=page_of)
    workspace.create(invoice(buyer="Kept draft"))
    workspace.issue(workspace.create(invoice(buyer="Kept invoice")).id, today=date(2026, 5, 4))
    workspace.close()
    return tmp_path


def _names(folder: Path) -> list[str]:
    workspace = Workspace.open(StoreLocation(folder), render=page_of)
    names = sorted(card.buyer_name for card in workspace.cards("all"))
    workspace.close()
    return names


def test_the_tables_are_those_the_queries_speak_of(location: StoreLocation) -> None:
    database = open_database(location)
    with database.reading() as connection:
        found = inspect(connection)
        for table in METADATA.sorted_tables:
            columns = {c["name"] for c in found.get_columns(table.name) if "computed" not in c}
            assert columns == set(table.columns.keys()), table.name
        assert schema_version(connection) == MIGRATIONS[-1].number
    database.close()


def test_migrations_are_numbered_without_gaps() -> None:
    assert [migration.number for migration in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_sqlite_is_as_durable_as_it_can_be(folder: Path) -> None:
    database = open_database(StoreLocation(folder))
    with database.reading() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    database.close()


def _add_colour(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE documents ADD COLUMN colour TEXT"))


def _fail_half_way(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE documents ADD COLUMN half TEXT"))
    connection.execute(text("SELECT * FROM no_such_table"))


def test_a_migration_is_applied_once_after_a_backup(folder: Path) -> None:
    before = len(backups.all_of(folder / FILE_NAME))
    migrations = (*MIGRATIONS, Migration(len(MIGRATIONS) + 1, _add_colour))
    for _ in range(2):
        database = open_database(StoreLocation(folder), migrations)
        with database.reading() as connection:
            assert schema_version(connection) == migrations[-1].number
            assert connection.execute(text("SELECT count(colour) FROM documents")).scalar() == 0
        database.close()
    made = backups.all_of(folder / FILE_NAME)
    assert len(made) in (before, before + 1)
    with closing(sqlite3.connect(made[0].path)) as connection:
        assert connection.execute("SELECT max(number) FROM schema_steps").fetchone() == (len(MIGRATIONS),)


def test_a_failing_migration_leaves_the_store_as_it_was(folder: Path) -> None:
    migrations = (*MIGRATIONS, Migration(len(MIGRATIONS) + 1, _fail_half_way))
    with pytest.raises(StoreProblem, match="refused"):
        open_database(StoreLocation(folder), migrations)
    assert _names(folder) == ["Kept draft", "Kept invoice"]
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(documents)")}
    assert "half" not in columns


def test_a_newer_store_is_not_touched(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("INSERT INTO schema_steps VALUES (999, '2030-01-01')")
        connection.commit()
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(StoreNewer, match="newer version") as told:
        Workspace.open(StoreLocation(folder))
    assert "999" in told.value.detail
    assert "Update Factotum" in told.value.way_out
    assert (folder / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("damage", ["head", "middle", "cut", "text"])
def test_a_damaged_store_names_the_newest_good_backup_and_comes_back(folder: Path, damage: str) -> None:
    path = folder / FILE_NAME
    workspace = Workspace.open(StoreLocation(folder), render=page_of)
    workspace.create(invoice(buyer="After the first backup"))
    made = workspace.back_up()
    workspace.close()
    content = bytearray(path.read_bytes())
    match damage:
        case "head":
            content[:100] = os.urandom(100)
        case "middle":
            content[8192:-8192] = os.urandom(len(content) - 16384)
        case "cut":
            del content[len(content) // 2 :]
        case _:
            content = bytearray(b"This is not a database, but a letter to my aunt. " * 100)
    path.write_bytes(content)

    with pytest.raises(StoreDamaged, match="damaged") as told:
        Workspace.open(StoreLocation(folder))
    assert path.read_bytes() == bytes(content)
    assert told.value.backups[0].path == made
    assert made is not None
    assert made.name in told.value.way_out

    aside = Workspace.restore(StoreLocation(folder), made)
    assert aside is not None
    assert aside.read_bytes() == bytes(content)
    assert _names(folder) == ["After the first backup", "Kept draft", "Kept invoice"]


def test_a_damaged_backup_is_neither_offered_nor_taken(folder: Path) -> None:
    path = folder / FILE_NAME
    good = backups.all_of(path)[0].path
    bad = good.with_name("factotum-2099-01-01T000000.sqlite3")
    bad.write_bytes(good.read_bytes()[:5000])
    path.write_bytes(b"x" * 5000)
    with pytest.raises(StoreDamaged) as told:
        Workspace.open(StoreLocation(folder))
    assert [backup.path for backup in told.value.backups] == [good]
    with pytest.raises(StoreDamaged, match="damaged too"):
        Workspace.restore(StoreLocation(folder), bad)
    assert path.read_bytes() == b"x" * 5000


def test_a_store_in_use_elsewhere_says_so_and_goes_on_afterwards(folder: Path) -> None:
    workspace = Workspace.open(StoreLocation(folder, busy_timeout_s=0.05), render=page_of)
    made = workspace.create(invoice())
    change = typed(made.history, subject="typed while busy")
    with worker("hold", str(folder)) as other:
        assert other.heard() == "held"
        with pytest.raises(StoreBusy, match="Another window or program") as told:
            workspace.record(made.id, [change])
        assert "close other windows" in told.value.way_out
        assert workspace.open_document(made.id).draft.subject == "", "reading goes on meanwhile"
        other.tell()
        assert other.heard() == "free"
        workspace.record(made.id, [change])
    assert workspace.open_document(made.id).draft.subject == "typed while busy"
    workspace.close()


def test_a_full_disk_loses_nothing(folder: Path) -> None:
    workspace = Workspace.open(StoreLocation(folder), render=page_of)
    document_id = workspace.create(invoice()).id
    workspace.close()
    with worker("fill", str(folder), document_id) as window:
        word, count, summary = window.heard().split(maxsplit=2)
        assert word == "full"
        assert "no room" in summary or "did not take" in summary
        assert window.heard() == f"edit {int(count) - 1}", "what was recorded before is whole"
        assert window.heard() == "stored", "the same edit, once there is room"
    workspace = Workspace.open(StoreLocation(folder), render=page_of)
    assert workspace.open_document(document_id).draft.subject == f"edit {count}"
    workspace.close()


def test_a_database_that_may_not_grow_says_there_is_no_room(folder: Path) -> None:
    database = open_database(StoreLocation(folder))
    with database.writing() as connection:
        connection.execute(text("PRAGMA max_page_count = 1"))
    with pytest.raises(StoreFull, match="no room") as told, database.writing() as connection:
        connection.execute(text("INSERT INTO meta (name, value) VALUES ('x', zeroblob(1000000))"))
    assert "kept and tried again" in told.value.way_out
    database.close()
    assert _names(folder) == ["Kept draft", "Kept invoice"]


def test_a_store_on_a_disk_that_is_read_only_says_so() -> None:
    # pytest's own folders are closed to other users, and root may write everywhere.
    folder = Path(tempfile.mkdtemp())
    try:
        workspace = Workspace.open(StoreLocation(folder), render=page_of)
        workspace.create(invoice())
        workspace.close()
        for path in (*folder.rglob("*"), folder):
            path.chmod(0o555 if path.is_dir() else 0o444)
        with worker("look", str(folder)) as other:
            said = other.heard()
        assert said.startswith("StoreReadOnly:"), said
        assert "Make the file and its folder writable" in said
    finally:
        for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
            path.chmod(0o755)
        shutil.rmtree(folder)


def test_addresses_that_are_no_database_are_refused_in_words(tmp_path: Path) -> None:
    for url in ("mysql://server/x", "nonsense", "sqlite://", "oracle://x"):
        with pytest.raises(StoreProblem) as told:
            Workspace.open(StoreLocation(url=url))
        assert "postgresql://" in told.value.way_out
    with pytest.raises(StoreProblem, match="cannot be reached"):
        Workspace.open(StoreLocation(url=f"postgresql://nobody@/none?host={tmp_path}"))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreReadOnly, match="cannot be made"):
        Workspace.open(StoreLocation(tmp_path / "file" / "store"))
