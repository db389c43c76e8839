"""Suppliers' files in the store: originals once and unaltered, rows that are found, a bin that forgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from app.store import supplier_files
from app.store.database import Database
from app.store.opening import open_database
from app.store.problems import StoreProblem
from app.store.records import StoreLocation

NOW = "2026-03-12T09:00:00.000000+00:00"
LATER = "2026-03-12T10:00:00.000000+00:00"


@pytest.fixture
def database(location: StoreLocation) -> Iterator[Database]:
    opened = open_database(location)
    yield opened
    opened.close()


def add(database: Database, name: str, content: bytes, now: str = NOW) -> str:
    with database.writing() as connection:
        return supplier_files.add(connection, name, "application/pdf", content.hex(), content, now)


def test_the_same_bytes_are_kept_once_for_several_rows(database: Database) -> None:
    first, second = add(database, "a.pdf", b"same"), add(database, "b.pdf", b"same", LATER)
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM supplier_originals")).scalar() == 1
        assert [row.id for row in supplier_files.with_content(connection, b"same".hex())] == [first, second]


def test_an_original_cannot_be_altered_in_the_store(database: Database) -> None:
    add(database, "a.pdf", b"true")
    with pytest.raises(StoreProblem), database.writing() as connection:
        connection.execute(text("UPDATE supplier_originals SET size_bytes = 1"))
    with database.reading() as connection:
        assert supplier_files.original(connection, b"true".hex()) == b"true"


def test_only_what_is_in_the_bin_is_forgotten_and_shared_bytes_stay(database: Database) -> None:
    first, second = add(database, "a.pdf", b"same"), add(database, "b.pdf", b"same", LATER)
    with database.writing() as connection:
        supplier_files.forget(connection, first)
        assert supplier_files.one(connection, first) is not None
        supplier_files.change(connection, first, LATER, state="bin")
        supplier_files.forget(connection, first)
        assert supplier_files.one(connection, first) is None
        assert supplier_files.original(connection, b"same".hex()) == b"same"
        supplier_files.change(connection, second, LATER, state="bin")
        supplier_files.forget(connection, second)
        assert supplier_files.original(connection, b"same".hex()) is None


def test_files_are_found_by_the_beginnings_of_their_words(database: Database) -> None:
    file_id = add(database, "scan.pdf", b"one")
    keys = {"supplier_name": "Brûlerie", "supplier_key": "k", "number_key": "qb1", "gross": "240"}
    with database.writing() as connection:
        supplier_files.keep_keys(connection, file_id, LATER, keys, ["scan.pdf", "Brûlerie", "QB-1"])
    with database.reading() as connection:
        for wanted in ("brul", "QB", "scan", ""):
            found = supplier_files.listed(connection, ("reading",), wanted)
            assert [file.id for file in found] == [file_id], wanted
        assert supplier_files.listed(connection, ("reading",), "elsewhere") == []
        assert supplier_files.listed(connection, ("filed",)) == []


def test_the_queue_is_oldest_first_and_the_archive_newest_first(database: Database) -> None:
    first, second = add(database, "a.pdf", b"1"), add(database, "b.pdf", b"2", LATER)
    with database.writing() as connection:
        assert [f.id for f in supplier_files.listed(connection, ("reading", "to_review"))] == [first, second]
        supplier_files.change(connection, first, NOW, state="filed", filed_at=NOW)
        supplier_files.change(connection, second, LATER, state="filed", filed_at=LATER)
        assert [f.id for f in supplier_files.listed(connection, ("filed",))] == [second, first]
        assert supplier_files.counts(connection) == {"filed": 2}


def test_numbers_are_looked_up_without_what_is_in_the_bin(database: Database) -> None:
    first, second = add(database, "a.pdf", b"1"), add(database, "b.pdf", b"2", LATER)
    keys = {"supplier_name": "B", "supplier_key": "k", "number_key": "qb1", "gross": "1"}
    with database.writing() as connection:
        for file_id in (first, second):
            supplier_files.keep_keys(connection, file_id, LATER, keys, [])
        supplier_files.change(connection, first, LATER, state="bin")
        assert [f.id for f in supplier_files.with_number(connection, "qb1")] == [second]
        assert supplier_files.with_number(connection, "") == []


def test_what_was_learned_is_kept_replaced_and_forgotten_by_its_key(database: Database) -> None:
    with database.writing() as connection:
        supplier_files.keep_memory(connection, "k1", "One", "{}", NOW)
        supplier_files.keep_memory(connection, "k2", "Two", "{}", NOW)
        supplier_files.keep_memory(connection, "k1", "One", '{"a": 1}', LATER)
        assert [(m.key, m.body) for m in supplier_files.memory(connection)] == [
            ("k1", '{"a": 1}'),
            ("k2", "{}"),
        ]
        supplier_files.forget_memory(connection, "k1")
        assert [m.key for m in supplier_files.memory(connection)] == ["k2"]
