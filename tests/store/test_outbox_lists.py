"""Lists of a provider kept in the store: replaced whole, completed by the beginnings of words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.store import remote_records
from app.store.database import Database
from app.store.opening import open_database
from app.store.records import StoreLocation
from app.store.remote_records import RecordRow

NOW = "2026-11-02T09:00:00.000000+00:00"


@pytest.fixture
def database(location: StoreLocation) -> Iterator[Database]:
    opened = open_database(location)
    yield opened
    opened.close()


def _keep(database: Database, list_id: str, *records: RecordRow, connection_id: str = "c_1") -> int:
    with database.writing() as connection:
        return remote_records.replace(connection, connection_id, list_id, records, NOW)


def _found(database: Database, typed: str, list_id: str = "customers_all") -> list[str]:
    with database.reading() as connection:
        return [r.remote_id for r in remote_records.found(connection, "c_1", list_id, typed, 10)]


CAFE = RecordRow("7", "Café de l'Étoile", "Lyon", "FR66999000011", '{"vat": "FR"}')
BAKER = RecordRow("8", "Boulangerie Martin", "Lyon 2", "martin@example.org", "{}")


def test_a_record_is_found_by_the_beginning_of_each_of_its_words_without_accents(database: Database) -> None:
    assert _keep(database, "customers_all", CAFE, BAKER) == 2
    assert _found(database, "etoi caf") == ["7"]
    assert _found(database, "FR669") == ["7"]
    assert _found(database, "lyo") == ["7", "8"]
    assert _found(database, "lyo marseille") == []
    assert _found(database, "") == ["7", "8"]


def test_one_list_does_not_answer_for_another(database: Database) -> None:
    _keep(database, "customers_all", CAFE)
    _keep(database, "items", BAKER)
    _keep(database, "customers_all", BAKER, connection_id="c_2")
    assert _found(database, "lyon") == ["7"]
    assert _found(database, "lyon", "items") == ["8"]


def test_a_list_read_anew_takes_the_place_of_the_one_before(database: Database) -> None:
    _keep(database, "customers_all", CAFE, CAFE)
    assert _keep(database, "customers_all", BAKER) == 1
    assert _found(database, "cafe") == []
    assert _found(database, "martin") == ["8"]


def test_a_link_is_known_until_it_is_taken_back(database: Database) -> None:
    with database.writing() as connection:
        remote_records.link(connection, "c_1", "customer", "contact", "7")
        assert remote_records.known(connection, "c_1", {"customer": {"contact"}, "item": set()}) == {
            "customer:contact": "7"
        }
        remote_records.link(connection, "c_1", "customer", "contact", "")
        assert remote_records.known(connection, "c_1", {"customer": {"contact"}}) == {}
