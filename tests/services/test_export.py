"""Leaving with everything: plain files that say the same as the store."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from app.domain.codec import draft_from_json
from app.services.book_columns import as_meant, harmless
from app.services.contacts import CatalogueItem, Contact, CurrencyPrice, Profile
from app.services.workspace import StoreProblem, Workspace
from tests.services.invoices import invoice


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def office(workspace: Workspace) -> Workspace:
    workspace.create(invoice(buyer="=cmd|' /C calc'!A0", subject='Line one\nline two; "quoted", é'))
    for _ in range(2):
        workspace.issue(workspace.create(invoice()).id, today=date(2026, 5, 4))
    workspace.issue(workspace.create(invoice(number="../../2026/7:é")).id, today=date(2026, 5, 4))
    note = workspace.credit_note_of(workspace.cards("issued", "f20260001")[0].id)
    workspace.issue(note.id, today=date(2026, 5, 5))
    workspace.save_contact(Contact(party=invoice().buyer, payment_days=45))
    workspace.save_item(
        CatalogueItem(
            code="-1+2",
            label="@x",
            prices=(CurrencyPrice.model_validate({"currency": "EUR", "price": "-5.00"}),),
        )
    )
    workspace.save_profile(Profile(seller=invoice().seller))
    return workspace


def test_everything_is_there_as_plain_files(office: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    report = office.export_everything(folder)
    assert (report.documents, report.pdfs, report.contacts, report.items) == (5, 4, 1, 1)
    assert report.is_complete
    for row in _table(folder / "documents.csv"):
        opened = office.open_document(row["id"])
        path = folder / row["file"]
        assert path.parent == folder / "documents"
        assert draft_from_json(path.read_bytes()) == opened.draft
        if opened.issued is not None:
            assert path.with_suffix(".pdf").read_bytes() == office.pdf_of(opened.id)
            assert row["pdf_sha256"] == opened.issued.pdf_sha256
    assert (folder / "documents" / "F2026-0002.pdf").exists()
    assert len(list((folder / "documents").iterdir())) == 9
    lines = _table(folder / "lines.csv")
    assert [line["label"] for line in lines] == ["Étude"] * 5
    assert {line["net"] for line in lines} == {"100.00", "-100.00"}
    assert json.loads((folder / "contacts.json").read_text("utf-8"))[0]["payment_days"] == 45
    assert _table(folder / "contacts.csv")[0]["city"] == "Paris"
    assert json.loads((folder / "catalogue.json").read_text("utf-8"))[0]["code"] == "-1+2"
    profile = (folder / "profile.json").read_text("utf-8")
    assert Profile.model_validate_json(profile) == office.profile()
    assert "documents.csv" in (folder / "README.txt").read_text("utf-8")


def test_no_cell_is_a_formula_and_amounts_stay_numbers(office: Workspace, tmp_path: Path) -> None:
    office.export_everything(tmp_path)
    buyers = {row["buyer_name"] for row in _table(tmp_path / "documents.csv")}
    assert "'=cmd|' /C calc'!A0" in buyers
    assert "-120.00" in {row["gross"] for row in _table(tmp_path / "documents.csv")}
    item = _table(tmp_path / "catalogue.csv")[0]
    assert (item["code"], item["label"], item["price"]) == ("'-1+2", "'@x", "-5.00")


@pytest.mark.parametrize("cell", ["=1", "+1 a", "-x", "@x", "\t=1", "\r=1"])
def test_a_cell_that_would_run_is_made_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", "-5.00", "+3", "12", "1-2"])
def test_a_harmless_cell_is_left_alone(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize("cell", ["=1", "'=1", "''@x", "'-5", "-5", "'quoted'", "'", "\t=1"])
def test_a_cell_made_harmless_can_be_had_back(cell: str) -> None:
    assert as_meant(harmless(cell)) == cell


def test_progress_is_told_and_cancel_stops(office: Workspace, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    office.export_everything(tmp_path / "a", lambda *step: told.append(step))
    assert told[0][:2] == (0, 8)
    assert told[-1][:2] == (8, 8)
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    report = office.export_everything(tmp_path / "b", cancelled=lambda: len(told) > 0)
    assert not report.is_complete
    assert report.documents == 0


def test_a_folder_that_cannot_be_written_is_named(office: Workspace, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(StoreProblem, match="could not be finished"):
        office.export_everything(tmp_path / "out")


def test_a_second_export_into_the_same_folder_replaces_the_first(office: Workspace, tmp_path: Path) -> None:
    office.export_everything(tmp_path)
    before = sorted(path.name for path in tmp_path.rglob("*"))
    office.export_everything(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
