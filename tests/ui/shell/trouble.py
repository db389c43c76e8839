"""Real trouble: a disk without room, and places one may not write to."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from app.ui.seat import Places


@contextmanager
def no_room() -> Iterator[None]:
    """No file of this process takes a byte more, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def damage(places: Places) -> None:
    """Overwrite the first pages of the database, as a failing disk might."""
    with (places.data_folder / "factotum.sqlite3").open("r+b") as file:
        file.write(b"this is no database any more" * 300)


def ask_store(places: Places, question: str) -> list[tuple[object, ...]]:
    """What the file itself answers, past our own code."""
    with closing(sqlite3.connect(places.data_folder / "factotum.sqlite3")) as connection:
        answer = connection.execute(question).fetchall()
        connection.commit()
    return answer
