"""A desk over a store of each kind, with the real reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.intake.worker import Reader
from app.services.intake.desk import IntakeDesk
from app.services.intake.documents import Document
from app.store.database import Database
from app.store.opening import open_database
from app.store.records import StoreLocation


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    one = Reader()
    yield one
    one.close()


@pytest.fixture
def database(location: StoreLocation) -> Iterator[Database]:
    opened = open_database(location)
    yield opened
    opened.close()


@pytest.fixture
def desk(database: Database, reader: Reader) -> IntakeDesk:
    return IntakeDesk(database, reader)


@pytest.fixture
def read(desk: IntakeDesk) -> Callable[..., Document]:
    """Takes a file in and reads it."""

    def read_one(content: bytes, name: str = "bill.pdf") -> Document:
        [file] = desk.take_in_content(name, content)
        document = desk.read(file.id)
        assert document is not None
        return document

    return read_one


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    return place
