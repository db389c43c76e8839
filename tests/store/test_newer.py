"""An older program before a newer database: it can be looked at and exported, and nothing of it changes."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import text

from app.services.contacts import Contact
from app.services.workspace import DocumentNewer, StoreLocation, StoreNewer, Workspace
from app.store.database import Database
from tests.conftest import page_of
from tests.services.invoices import invoice, typed


class Newer(NamedTuple):
    """A store that a newer version has written on, and the ids of what lies in it."""

    location: StoreLocation
    draft: str
    issued: str
    strange_draft: str
    strange_issued: str


@pytest.fixture
def newer(location: StoreLocation) -> Newer:
    """A draft and an invoice as they are today, and one of each with a member not known here."""
    workspace = Workspace.open(location, render=page_of)
    made = workspace.create(invoice(buyer="Atelier Aubépine"))
    workspace.record(made.id, [typed(made.history, subject="typed today")])
    issued = workspace.create(invoice(buyer="Boulangerie Blé"))
    workspace.issue(issued.id, today=date(2026, 5, 4))
    strange = workspace.create(invoice(buyer="Cabinet Cèdre"))
    other = workspace.create(invoice(buyer="Domaine d’Érables"))
    workspace.issue(other.id, today=date(2026, 5, 5))
    workspace.save_contact(Contact(party=invoice().buyer))
    workspace.cards("all")
    workspace.close()
    database = Database(location)
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.execute(text("ALTER TABLE issued DISABLE TRIGGER USER"))
        else:
            connection.execute(text("DROP TRIGGER issued_update"))
        for table, document_id in (("checkpoints", strange.id), ("issued", other.id)):
            connection.execute(
                text(f"UPDATE {table} SET draft = :draft WHERE document_id = :id"),
                {"draft": json.dumps({"schema_version": 1, "hologram": "blue"}), "id": document_id},
            )
        connection.execute(text("ALTER TABLE documents ADD COLUMN colour TEXT"))
        connection.execute(text("INSERT INTO schema_steps VALUES (999, '2030-01-01')"))
    database.close()
    return Newer(location, made.id, issued.id, strange.id, other.id)


def _change(location: StoreLocation, statement: str) -> None:
    """As a newer version would."""
    database = Database(location)
    with database.writing() as connection:
        connection.execute(text(statement))
    database.close()


def _to_read(location: StoreLocation) -> Workspace:
    with pytest.raises(StoreNewer) as told:
        Workspace.open(location, render=page_of)
    return Workspace.open_to_read(location, told.value)


def test_documents_are_listed_found_and_shown(newer: Newer) -> None:
    with closing(_to_read(newer.location)) as workspace:
        assert {card.buyer_name for card in workspace.cards("all")} == {
            "Atelier Aubépine",
            "Boulangerie Blé",
            "Cabinet Cèdre",
            "Domaine d’Érables",
        }
        assert [card.id for card in workspace.cards("all", "ble")] == [newer.issued]
        assert (workspace.counts().drafts, workspace.counts().issued) == (2, 2)
        found = workspace.open_document(newer.draft)
        assert (found.draft.subject, len(found.history.steps)) == ("typed today", 1)
        assert workspace.open_document(newer.issued).issued is not None
        assert workspace.pdf_of(newer.issued).startswith(b"%PDF")
        assert [contact.party.name for contact in workspace.contacts()] == [invoice().buyer.name]


def test_what_cannot_be_read_says_so_with_what_its_list_shows(newer: Newer) -> None:
    with closing(_to_read(newer.location)) as workspace:
        for document_id, buyer in (
            (newer.strange_draft, "Cabinet Cèdre"),
            (newer.strange_issued, "Domaine d’Érables"),
        ):
            with pytest.raises(DocumentNewer, match="newer version") as told:
                workspace.open_document(document_id)
            assert told.value.card.buyer_name == buyer
            assert told.value.card.payable == workspace.cards("all", buyer)[0].payable
            assert "hologram" in told.value.detail
            assert "Nothing was changed" in told.value.way_out


def test_a_table_that_a_newer_version_gave_up_is_no_damage(newer: Newer) -> None:
    _change(newer.location, "DROP TABLE items")
    with closing(_to_read(newer.location)) as workspace:
        with pytest.raises(StoreNewer):
            workspace.items()
        assert len(workspace.cards("all")) == 4


def test_nothing_can_be_changed(newer: Newer) -> None:
    with closing(_to_read(newer.location)) as workspace:
        found = workspace.open_document(newer.draft)
        change = typed(found.history, subject="not to be")
        for write in (
            lambda: workspace.record(newer.draft, [change]),
            lambda: workspace.create(invoice()),
            lambda: workspace.issue(newer.draft, today=date(2026, 5, 6)),
            lambda: workspace.delete_draft(newer.draft),
            lambda: workspace.save_contact(Contact(party=invoice().seller)),
            lambda: workspace.empty_bin(),
            lambda: workspace.rebuild_index(),
            lambda: workspace.back_up(),
        ):
            with pytest.raises(StoreNewer, match="newer version"):
                write()
        assert workspace.open_document(newer.draft).draft.subject == "typed today"


def test_the_files_stay_as_they_are(tmp_path: Path) -> None:
    location = StoreLocation(tmp_path / "store")
    workspace = Workspace.open(location, render=page_of)
    document_id = workspace.create(invoice()).id
    workspace.close()
    _change(location, "INSERT INTO schema_steps VALUES (999, '2030-01-01')")
    before = _files(tmp_path / "store")
    with closing(_to_read(location)) as workspace:
        workspace.cards("all", "étude")
        workspace.open_document(document_id)
    assert _files(tmp_path / "store") == before


def _files(folder: Path) -> dict[Path, bytes]:
    """Every file but the index of SQLite's log, which readers share."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm"))
    return {path: content for path in files if (content := path.read_bytes())}


def test_everything_can_be_exported_also_what_cannot_be_read(newer: Newer, tmp_path: Path) -> None:
    _change(newer.location, "UPDATE contacts SET body = '{\"hologram\": true}'")
    folder = tmp_path / "out"
    with closing(_to_read(newer.location)) as workspace:
        report = workspace.export_everything(folder)
        number = workspace.cards("issued", "erables")[0].number
    assert (report.documents, report.pdfs, report.is_complete) == (4, 2, True)
    kept = json.loads((folder / "documents" / f"{number}.json").read_bytes())
    assert kept["hologram"] == "blue"
    assert (folder / "documents" / f"{number}.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((folder / "contacts.json").read_bytes()) == [{"hologram": True}]
    with (folder / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows[newer.strange_issued]["buyer_name"] == "Domaine d’Érables"
    assert rows[newer.strange_issued]["file"] == f"documents/{number}.json"
