"""Customers and the catalogue: made, edited, deleted, had back, offered again; all of it in the palette."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.contacts import CatalogueItem, Contact
from app.ui.pages.records import RecordsPage
from app.ui.palette import Palette
from app.ui.seat import Places
from tests.services.invoices import invoice
from tests.ui.shell.conftest import press, said, settle
from tests.ui.shell.test_journey import dialog_of, is_open
from tests.ui.shell.trouble import ask_store

WAIT_MS = 20_000


def records(program: Program, room: str) -> RecordsPage:
    program.window.actions_by_name[room].trigger()
    page = program.window.rooms.page(room)
    assert isinstance(page, RecordsPage)
    return page


def type_into(qtbot: QtBot, page: RecordsPage, **texts: str) -> None:
    for name, text in texts.items():
        editor = page.form.editor(name)
        editor.setFocus()
        editor.selectAll()
        qtbot.keyClicks(editor, text)
    page.form.flush()


@pytest.mark.parametrize(
    ("room", "typed", "changed"),
    [
        ("customers", {"name": "Zoe & Fils", "city": "Namur"}, {"name": "Zoe & Filles"}),
        ("catalogue", {"label": "Study", "price": "640,50"}, {"label": "Long study"}),
    ],
)
def test_a_record_is_made_edited_deleted_and_had_back(
    program: Program, places: Places, qtbot: QtBot, room: str, typed: dict[str, str], changed: dict[str, str]
):
    page = records(program, room)
    table = "contacts" if room == "customers" else "items"
    page.new_button.click()
    type_into(qtbot, page, **typed)
    settle(qtbot, program)
    qtbot.waitUntil(lambda: len(page.list.model.values) == 1, timeout=WAIT_MS)
    type_into(qtbot, page, **changed)
    settle(qtbot, program)
    qtbot.waitUntil(lambda: page.name_of(page.list.model.values[0]) in changed.values(), timeout=WAIT_MS)
    kept = ask_store(places, f"SELECT id, body FROM {table}")
    assert len(kept) == 1
    page.delete_button.click()
    settle(qtbot, program)
    assert ask_store(places, f"SELECT count(*) FROM {table}") == [(0,)]
    words, undo = program.window.messages.shown.offers[0]
    assert words == "Undo"
    undo()
    settle(qtbot, program)
    assert [row[0] for row in ask_store(places, f"SELECT id FROM {table}")] == [kept[0][0]]


def test_a_wrong_entry_is_told_under_its_field_and_not_kept(program: Program, places: Places, qtbot: QtBot):
    page = records(program, "catalogue")
    page.new_button.click()
    type_into(qtbot, page, label="Study", price="much")
    settle(qtbot, program)
    assert page.form.editor("price").accessibleDescription()
    assert not any('"price":' in str(body) for (body,) in ask_store(places, "SELECT body FROM items"))
    type_into(qtbot, page, price="12")
    settle(qtbot, program)
    assert ['"price":"12"' in str(body) for (body,) in ask_store(places, "SELECT body FROM items")] == [True]


def test_a_customer_kept_from_the_form_is_offered_again(program: Program, places: Places, qtbot: QtBot):
    store, window = program.seat.store, program.window
    store.edit("Customer", buyer=invoice(buyer="Hôtel Bellerive").buyer)
    settle(qtbot, program)
    window.parts.form.keep_contact_requested.emit(store.draft.buyer)
    settle(qtbot, program)
    assert store.draft.buyer.contact_id
    assert "is kept among your customers" in window.messages.shown.text
    window.parts.form.keep_contact_requested.emit(store.draft.buyer)
    settle(qtbot, program)
    assert ask_store(places, "SELECT count(*) FROM contacts") == [(1,)]
    offered: list[str] = []
    window.supply._find_contacts(
        "bellerive hotel", lambda _text, found: offered.extend(each.party.name for each in found)
    )
    settle(qtbot, program)
    assert offered == ["Hôtel Bellerive"]


def open_palette(qtbot: QtBot, program: Program, text: str) -> Palette:
    press(qtbot, program, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: is_open(Palette), timeout=WAIT_MS)
    palette = dialog_of(Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, text)
    return palette


def first_words(palette: Palette) -> str:
    return palette.model.entries[0].words if palette.model.entries else ""


def test_the_palette_finds_anything_whatever_the_accents_and_the_order(program: Program, qtbot: QtBot):
    store = program.seat.store
    store.edit("Subject", subject="Réfection du pont", buyer=invoice(buyer="Éva Müller").buyer)
    settle(qtbot, program)
    document_id = store.document_id

    def keep(workspace):
        workspace.save_contact(Contact(party=invoice(buyer="Société Lumière").buyer))
        workspace.save_item(
            CatalogueItem.model_validate(
                {
                    "label": "Étude d’éclairage",
                    "price_entry": "gross",
                    "prices": [{"currency": "EUR", "price": "120"}],
                    "vat_rate": "20",
                }
            )
        )

    kept = program.seat.session.call(keep)
    with qtbot.waitSignal(kept.finished):
        pass
    program.window.flows.new_document()
    qtbot.waitUntil(lambda: not store.document_id, timeout=WAIT_MS)

    palette = open_palette(qtbot, program, "lumiere soc")
    qtbot.waitUntil(lambda: "Lumière" in first_words(palette))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert store.draft.buyer.name == "Société Lumière"

    palette = open_palette(qtbot, program, "eclairage etu")
    qtbot.waitUntil(lambda: "Étude" in first_words(palette))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    line = store.draft.rows[-1]
    assert (line.label, line.price_entry, line.unit_price) == ("Étude d’éclairage", "gross", Decimal(120))
    settle(qtbot, program)

    palette = open_palette(qtbot, program, "pont muller refection")
    qtbot.waitUntil(lambda: "pont" in first_words(palette))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.document_id == document_id, timeout=WAIT_MS)

    palette = open_palette(qtbot, program, "now back")
    qtbot.waitUntil(lambda: first_words(palette) == "Back up now", timeout=WAIT_MS)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Backed up as" in said(program), timeout=WAIT_MS)
