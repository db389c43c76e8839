"""The shelves of the archive: where a file stands after it was sent, practised or refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.services.intake.desk import IntakeDesk
from app.services.intake.documents import Document
from app.services.intake.shelves import Shelf
from app.store import outbox, supplier_files
from app.store.database import Database
from app.store.outbox import NewEntry
from tests.services.intake.papers import Bill, bill_pdf

Read = Callable[..., Document]
NOW = "2026-03-12T09:00:00.000000+00:00"
SHELVES: tuple[Shelf, ...] = ("filed", "unsent", "under_way", "sent", "refused", "kept", "bin")


def entered(
    database: Database, document: Document, state: str, *, name: str, is_practice: bool = False
) -> None:
    """An entry of the outbox for the document, in that state."""
    related = "practice" if is_practice else ""
    entry = NewEntry(
        id=name,
        document_id=document.id,
        connection_id=f"account {name}",
        provider="pennylane_supplier",
        action="submit",
        related=related,
        submission="{}",
        fields="[]",
        number="QB-1",
        buyer="",
        payable="240",
        currency="EUR",
        queued_by="",
    )
    with database.writing() as connection:
        outbox.add(connection, entry, NOW)
        outbox.change(connection, name, attempts=0, states=("queued",), now=NOW, state=state)


@pytest.mark.parametrize(
    ("states", "shelves"),
    [
        ([], {"filed", "unsent"}),
        (["queued"], {"filed", "under_way"}),
        (["asking"], {"filed", "under_way"}),
        (["done"], {"filed", "sent"}),
        (["refused"], {"filed", "unsent", "refused"}),
        (["refused", "done"], {"filed", "sent"}),
        (["withdrawn"], {"filed", "unsent"}),
    ],
)
def test_a_file_lies_on_the_shelves_its_entries_say(
    desk: IntakeDesk, database: Database, read: Read, states: list[str], shelves: set[str]
) -> None:
    document = read(bill_pdf(Bill()))
    desk.keep(document.id)
    with database.writing() as connection:
        supplier_files.change(connection, document.id, NOW, decision="accepted")
    for at, state in enumerate(states):
        entered(database, document, state, name=f"e{at}")
    assert {shelf for shelf in SHELVES if desk.shelf(shelf)} == shelves
    [row] = desk.shelf("filed")
    assert (row.entry.state if row.entry is not None else None) == (states[-1] if states else None)


def test_what_was_only_practised_counts_as_not_sent_and_gives_way_to_what_was_sent(
    desk: IntakeDesk, database: Database, read: Read
) -> None:
    document = read(bill_pdf(Bill()))
    desk.keep(document.id)
    entered(database, document, "done", name="a", is_practice=True)
    [row] = desk.shelf("filed")
    assert row.is_practice
    assert desk.shelf("sent") == []
    entered(database, document, "refused", name="b")
    entered(database, document, "done", name="c", is_practice=True)
    [row] = desk.shelf("filed")
    assert row.entry is not None
    assert (row.entry.state, row.is_practice) == ("refused", False)
