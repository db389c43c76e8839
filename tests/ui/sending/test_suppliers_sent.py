"""A supplier's document that was sent on: its entry in the outbox leads back to the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.client.transport import WireReply, WireRequest
from app.services.sending import Entry
from app.ui.intake.archive_room import ArchiveRoom
from tests.services.intake.papers import Bill
from tests.ui.intake.conftest import Clerk, bills
from tests.ui.sending.conftest import newest, outbox, rest
from tests.ui.sending.network import Network, network_of

__all__ = ["bills"]


@pytest.fixture
def network(program: Program, qtbot: QtBot) -> Iterator[Network]:
    with network_of(program, qtbot) as opened:
        yield opened


def forwarded(program: Program, qtbot: QtBot, connection_id: str) -> Entry:
    """The entry of the document in hand in the archive after it was sent there."""
    archive = cast(ArchiveRoom, program.window.rooms.page("supplier_archive"))
    archive.send.click()
    rest(qtbot, program)
    forwarding = program.window.suppliers._forwarding
    assert forwarding is not None
    sheet = forwarding.sheet
    assert sheet is not None
    box: QComboBox = sheet.connections
    place = box.findData(connection_id)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    rest(qtbot, program)
    sheet.send.click()
    rest(qtbot, program)
    return newest(qtbot, program)


def filed(program: Program, qtbot: QtBot, paths: list[Path]) -> list[str]:
    """These files read, accepted and shown in the archive; their ids."""
    clerk = Clerk(program, qtbot)
    clerk.drop(*paths)
    ids = [document.id for document in clerk.documents]
    for _ in ids:
        clerk.stand_on(0)
        clerk.room.accept()
        clerk.rest()
    program.window.suppliers.show_in_archive(ids[0])
    rest(qtbot, program)
    return ids


def test_an_entry_of_a_suppliers_document_leads_to_its_row_in_the_archive(
    program: Program, qtbot: QtBot, network: Network, bills: Callable[..., list[Path]]
):
    account = network.account("pennylane_supplier")
    first, second = filed(program, qtbot, bills(Bill(number="QB-1"), Bill(number="QB-2")))
    entry = forwarded(program, qtbot, account.connection_id)
    assert (entry.state, entry.document_id, account.made) == ("done", first, 1)
    program.window.suppliers.show_in_archive(second)
    rest(qtbot, program)
    shown = program.seat.store.document_id
    page = outbox(qtbot, program, entry.id)
    assert page.panel.heading.text() == f"QB-1 · {Bill().supplier}"
    assert page.panel.acts.buttons["document"].text() == "Show it in the archive"
    page.panel.acts.buttons["document"].click()
    rest(qtbot, program)
    assert program.window.rooms.current == "supplier_archive"
    archive = cast(ArchiveRoom, program.window.rooms.page("supplier_archive"))
    assert archive.list.current is not None
    assert archive.list.current.id == first
    assert program.seat.store.document_id == shown


def test_a_suppliers_document_that_was_refused_is_led_to_where_it_can_be_corrected(
    program: Program, qtbot: QtBot, network: Network, bills: Callable[..., list[Path]]
):
    account = network.account("pennylane_supplier")
    [file_id] = filed(program, qtbot, bills(Bill(number="QB-1")))
    body = b'{"message": "Not like that.", "field": "invoice_number"}'

    def instead(request: WireRequest) -> WireReply | None:
        is_import = request.method == "POST" and "/supplier_invoices" in request.url
        return WireReply(422, {"content-type": "application/json"}, body) if is_import else None

    account.twisted.instead = instead
    entry = forwarded(program, qtbot, account.connection_id)
    assert (entry.state, entry.error and entry.error.path) == ("refused", "number")
    page = outbox(qtbot, program, entry.id)
    assert "Not like that." in page.panel.quote.text()
    page.panel.acts.buttons["mend"].click()
    rest(qtbot, program)
    archive = cast(ArchiveRoom, program.window.rooms.page("supplier_archive"))
    assert archive.list.current is not None
    assert archive.list.current.id == file_id
    assert archive.take_back.isEnabled()
