"""The archive in the real window: shelves, what became of each file at a provider, and the bin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.intake.shelves import Shelf
from app.services.sending import Connection
from app.ui.intake.archive_columns import state_of, supplier_of
from app.ui.intake.archive_room import ArchiveRoom
from app.ui.intake.bin_dialog import BinDialog
from app.ui.intake.pattern_dialog import PatternDialog
from app.ui.sending.outbox_page import OutboxPage
from tests.services.intake.papers import Bill
from tests.ui.intake.conftest import Clerk
from tests.ui.sending.conftest import asked, rest
from tests.ui.shell.conftest import said

Bills = Callable[..., list[Path]]


class Archivist:
    """What a person does and sees in the archive."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        clerk.program.window.visits.show_room("supplier_archive")
        self.room = cast(ArchiveRoom, clerk.program.window.rooms.page("supplier_archive"))
        clerk.rest()

    def look(self, shelf: Shelf) -> list[tuple[str, str]]:
        """Number and state of each file on that shelf."""
        self.room.show_shelf(shelf)
        self.clerk.rest()
        return [(row.document.file.number_key, state_of(row)) for row in self.room.list.model.values]

    def stand_on(self, row: int) -> None:
        self.room.list.table.selectRow(row)


def filed(clerk: Clerk, *paths: Path) -> Archivist:
    clerk.drop(*paths)
    for _ in paths:
        clerk.stand_on(0)
        clerk.room.accept()
        clerk.rest()
    return Archivist(clerk)


def test_a_filed_document_says_what_became_of_it_and_leads_to_its_entry(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    program = clerk.program
    practice = Connection(provider="pennylane_supplier", title="Practice", mode="practice")
    asked(qtbot, program, lambda sending: sending.save_connection(practice))
    archive = filed(clerk, *bills(Bill(number="QB-1"), Bill(number="QB-2")))
    assert archive.look("unsent") == [("qb2", "not sent"), ("qb1", "not sent")]
    archive.stand_on(1)
    assert archive.room.outbox.isHidden()
    archive.room.send.click()
    rest(qtbot, program)
    forwarding = program.window.suppliers._forwarding
    assert forwarding is not None
    assert forwarding.sheet is not None
    forwarding.sheet.send.click()
    rest(qtbot, program)
    [state] = [told for number, told in archive.look("filed") if number == "qb1"]
    assert state.startswith("sent, ")
    assert state.endswith("practice")
    archive.stand_on(1)
    archive.room.outbox.click()
    rest(qtbot, program)
    assert program.window.rooms.current == "outbox"
    outbox = cast(OutboxPage, program.window.rooms.page("outbox"))
    assert outbox.list.current is not None
    assert outbox.list.current.entry.number == "QB-1"


def test_the_archive_is_searched_on_the_shelf_that_is_shown(clerk: Clerk, bills: Bills) -> None:
    archive = filed(clerk, *bills(Bill(number="QB-717"), Bill(number="QB-828")))
    archive.room.list.search.setText("qb-828")
    assert [number for number, _state in archive.look("unsent")] == ["qb828"]
    assert archive.look("sent") == []
    assert "qb-828" in archive.room.list.empty.text()


def test_removed_files_are_seen_and_come_back_to_the_queue(clerk: Clerk, bills: Bills, qtbot: QtBot) -> None:
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2"), Bill(number="QB-3")))
    clerk.room.queue.selectAll()
    qtbot.keyClick(clerk.room.queue, Qt.Key.Key_Delete)
    clerk.rest()
    assert clerk.documents == []
    assert "3" in said(clerk.program)
    assert clerk.room.head.bin.text() == "Bin (3)"
    qtbot.mouseClick(clerk.room.head.bin, Qt.MouseButton.LeftButton)
    clerk.rest()
    archive = Archivist(clerk)
    assert archive.room.shelf == "bin"
    assert {number for number, _state in archive.look("bin")} == {"qb1", "qb2", "qb3"}
    archive.stand_on(0)
    back = supplier_of(archive.room.list.current.document)
    archive.room.take_back.click()
    clerk.rest()
    assert clerk.program.window.rooms.current == "to_review"
    assert [supplier_of(document) for document in clerk.documents] == [back]
    clerk.room.take_back()
    clerk.rest()
    assert len(clerk.documents) == 3


@pytest.mark.parametrize(("answer", "left"), [("keep", 2), ("delete", 0)])
def test_the_bin_is_emptied_only_when_a_person_says_so(
    clerk: Clerk, bills: Bills, answer: str, left: int
) -> None:
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.room.queue.selectAll()
    clerk.room.discard()
    clerk.rest()
    archive = Archivist(clerk)
    archive.look("bin")
    archive.room.empty_bin.click()
    clerk.rest()
    dialog = archive.room.dialog
    assert isinstance(dialog, BinDialog)
    assert dialog.keep.isDefault()
    getattr(dialog, answer).click()
    clerk.rest()
    assert len(archive.look("bin")) == left


def test_one_removed_file_is_deleted_for_good_and_the_others_stay(clerk: Clerk, bills: Bills) -> None:
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.room.queue.selectAll()
    clerk.room.discard()
    clerk.rest()
    archive = Archivist(clerk)
    before = archive.look("bin")
    archive.stand_on(0)
    archive.room.remove.click()
    assert isinstance(archive.room.dialog, BinDialog)
    archive.room.dialog.delete.click()
    clerk.rest()
    assert archive.look("bin") == before[1:]


def test_names_of_files_follow_a_pattern_that_is_shown_while_it_is_typed(
    clerk: Clerk, bills: Bills, qtbot: QtBot, tmp_path: Path
) -> None:
    archive = filed(clerk, *bills(Bill(number="QB-1")))
    archive.room.naming.click()
    dialog = archive.room.dialog
    assert isinstance(dialog, PatternDialog)
    assert dialog.example.text().endswith("2026-03-12 Quincaillerie Brunel SARL QB-1.pdf")
    dialog.edit.clear()
    qtbot.keyClicks(dialog.edit, "Frais ")
    assert not dialog.use.isEnabled()
    dialog.members["number"].click()
    assert dialog.example.text().endswith("Frais QB-1.pdf")
    dialog.use.click()
    clerk.rest()
    assert clerk.program.seat.settings.archive_pattern == "Frais {number}"
    archive.room.export_to(tmp_path / "out")
    clerk.rest()
    assert "Frais QB-1.pdf" in {path.name for path in (tmp_path / "out").iterdir()}


@pytest.mark.parametrize(
    ("typed", "told"), [("{date", "brace"), ("{datum}", "datum"), ("bills", "alike"), ("{}", "{date}")]
)
def test_a_pattern_that_cannot_be_filled_is_refused_in_words(
    clerk: Clerk, qtbot: QtBot, typed: str, told: str
) -> None:
    archive = Archivist(clerk)
    archive.room.naming.click()
    dialog = archive.room.dialog
    assert isinstance(dialog, PatternDialog)
    dialog.edit.clear()
    qtbot.keyClicks(dialog.edit, typed)
    assert told in dialog.fault.text()
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.cancel.click()
    clerk.rest()
    assert clerk.program.seat.settings.archive_pattern == ""
