"""An older program before documents of a newer one: the window shows them and says why it changes nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.settings import Settings
from app.services.workspace import StoreLocation, Workspace
from app.ui.formats import money_text
from app.ui.newer_store import LOOKING
from app.ui.pages.customers import CustomersPage
from app.ui.pages.documents import DocumentsPage
from app.ui.pages.settings import SettingsPage
from app.ui.seat import Places
from tests.conftest import page_of
from tests.services.invoices import invoice
from tests.ui.shell.conftest import Start, said, settle

BUYERS = ("Atelier Aubépine", "Boulangerie Blé", "Cabinet Cèdre")


@pytest.fixture
def documents(places: Places) -> dict[str, str]:
    """A store a newer version has written on: a draft, an invoice, and one only that version can read."""
    with closing(Workspace.open(StoreLocation(places.data_folder), render=page_of)) as workspace:
        ids = {buyer: workspace.create(invoice(buyer=buyer)).id for buyer in BUYERS}
        workspace.issue(ids["Boulangerie Blé"], today=date(2026, 5, 4))
        workspace.cards("all")
    with closing(sqlite3.connect(_file(places))) as connection:
        connection.execute(
            "UPDATE checkpoints SET draft = ? WHERE document_id = ?",
            (json.dumps({"schema_version": 1, "hologram": "blue"}), ids["Cabinet Cèdre"]),
        )
        connection.execute("INSERT INTO schema_steps VALUES (999, '2030-01-01')")
        connection.commit()
    return ids


def _file(places: Places) -> Path:
    return places.data_folder / "factotum.sqlite3"


@pytest.fixture
def reading(documents: dict[str, str], start: Start, qtbot: QtBot) -> Program:
    assert documents
    program = start(waits_for_store=False)
    qtbot.waitUntil(lambda: program.seat.session.newer is not None, timeout=10_000)
    settle(qtbot, program)
    return program


def _listed(program: Program, room: str, qtbot: QtBot) -> list[str]:
    program.window.visits.show_room(room)
    page = program.window.rooms.page(room)
    assert isinstance(page, DocumentsPage)
    settle(qtbot, program)
    return sorted(card.buyer_name for card in page.list.model.values)


def test_documents_are_listed_and_shown(reading: Program, documents: dict[str, str], qtbot: QtBot) -> None:
    assert "newer version of Factotum wrote these documents" in said(reading)
    assert _listed(reading, "drafts", qtbot) == ["Atelier Aubépine", "Cabinet Cèdre"]
    assert _listed(reading, "issued", qtbot) == ["Boulangerie Blé"]
    reading.window.flows.open_document(documents["Atelier Aubépine"])
    settle(qtbot, reading)
    assert reading.seat.store.draft.buyer.name == "Atelier Aubépine"
    assert reading.window.issued_bar.text.text().startswith("A newer version of Factotum wrote")
    assert not reading.window.issued_bar.isHidden()


def test_what_cannot_be_read_is_told_with_what_the_list_knows(
    reading: Program, documents: dict[str, str], qtbot: QtBot
) -> None:
    shown = reading.seat.store.document_id
    reading.window.flows.open_document(documents["Cabinet Cèdre"])
    settle(qtbot, reading)
    assert reading.seat.store.document_id == shown
    total = money_text(invoice_total(), "EUR")
    assert f"cannot show it: Cabinet Cèdre · {total}." in said(reading), said(reading)


def invoice_total() -> object:
    from app.domain.totals import compute

    return compute(invoice()).payable


def test_nothing_can_be_changed_and_each_says_why(
    reading: Program, documents: dict[str, str], places: Places, qtbot: QtBot
) -> None:
    before = _file(places).read_bytes()
    window, store = reading.window, reading.seat.store
    window.flows.open_document(documents["Atelier Aubépine"])
    settle(qtbot, reading)
    for spec, action in window.actions_by_name:
        if spec.name not in LOOKING:
            assert not action.isEnabled(), spec.name
            assert "not changed" in action.toolTip(), spec.name
    assert window.actions_by_name["save_pdf"].isEnabled()
    store.edit("Change subject", subject="not to be")
    assert store.draft.subject == ""
    assert "not changed" in said(reading)
    for room in ("drafts", "bin", "customers"):
        window.visits.show_room(room)
        page = window.rooms.page(room)
        button = page.new_button if isinstance(page, CustomersPage) else page.findChildren(QPushButton)[-1]
        assert not button.isEnabled(), room
        assert "not changed" in button.toolTip()
    window.visits.show_room("settings")
    settings = window.rooms.page("settings")
    assert isinstance(settings, SettingsPage)
    settle(qtbot, reading)
    assert not settings.seller_part.isEnabled()
    assert not settings.store_part.back_up.isEnabled()
    assert settings.store_part.export.isEnabled()
    assert _file(places).read_bytes() == before
    assert reading.seat.autosave.is_idle


def test_everything_can_be_exported(reading: Program, tmp_path: Path, qtbot: QtBot) -> None:
    reading.window.visits.show_room("settings")
    page = reading.window.rooms.page("settings")
    assert isinstance(page, SettingsPage)
    page.store_part.export_to(tmp_path / "out")
    settle(qtbot, reading)
    assert "3 documents" in said(reading)
    assert len([*(tmp_path / "out" / "documents").glob("*.json")]) == 3


@pytest.mark.usefixtures("documents")
def test_what_was_typed_before_is_not_lost_in_silence(start: Start, qtbot: QtBot) -> None:
    program = start(typed_at_once="typed while opening", waits_for_store=False)
    qtbot.waitUntil(lambda: program.seat.session.newer is not None, timeout=10_000)
    settle(qtbot, program)
    assert "not stored: save a copy of it" in said(program)
    assert program.seat.store.draft.subject == "typed while opening"


def test_a_window_in_the_other_language_says_the_same(reading: Program, qtbot: QtBot) -> None:
    reading.seat.change_settings(Settings(interface_language="fr"))
    settle(qtbot, reading)
    assert "version plus récente" in said(reading)
    assert not reading.window.actions_by_name["new"].isEnabled()
    assert "version plus récente" in reading.window.actions_by_name["new"].toolTip()
