"""A full disk while suppliers' files are at work: told once, nothing lost, and all goes on by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.intake.documents import Document
from tests.services.intake.papers import Bill
from tests.ui.intake.conftest import Clerk
from tests.ui.intake.test_archive import filed
from tests.ui.shell.conftest import said
from tests.ui.shell.trouble import no_room

Bills = Callable[..., list[Path]]
FULL = "The disk is full"


def try_again(clerk: Clerk) -> None:
    """What the clock does after a while."""
    clerk.program.seat.intake.retrying.try_again()
    clerk.rest()


def stored(clerk: Clerk, qtbot: QtBot, file_id: str) -> Document:
    job = clerk.program.seat.intake.ask(lambda desk: desk.document(file_id))
    with qtbot.waitSignal(job.finished) as answer:
        pass
    found: Document = answer.args[0].value
    return found


def test_files_that_found_no_room_come_in_when_there_is_some(clerk: Clerk, bills: Bills) -> None:
    paths = bills(Bill(number="QB-1"), Bill(number="QB-2"), Bill(number="QB-3"))
    with no_room():
        clerk.drop(*paths)
        assert FULL in said(clerk.program)
        assert clerk.documents == []
    try_again(clerk)
    assert [each.file.name for each in clerk.documents] == [path.name for path in paths]
    assert {each.file.state for each in clerk.documents} == {"to_review"}
    assert FULL not in said(clerk.program)


def test_a_file_is_read_once_its_reading_can_be_kept(clerk: Clerk, bills: Bills, qtbot: QtBot) -> None:
    desk = clerk.program.seat.intake
    [path] = bills(Bill())
    with qtbot.waitSignal(desk.ask(lambda held: held.take_in(path)).finished):
        pass
    with no_room():
        desk.read()
        clerk.rest()
        assert FULL in said(clerk.program)
    try_again(clerk)
    clerk.room.refresh()
    clerk.rest()
    assert [each.file.state for each in clerk.documents] == ["to_review"]


def test_what_was_typed_without_room_stays_and_is_kept_later(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.stand_on(0)
    file_id = clerk.documents[0].id
    with no_room():
        number = clerk.room.panel.boxes["invoice_number"].edit
        number.setFocus()
        number.selectAll()
        qtbot.keyClicks(number, "QB-77")
        clerk.room.go_on()
        clerk.rest()
        assert FULL in said(clerk.program)
        clerk.room.refresh()
        clerk.rest()
        clerk.room.go_back()
        clerk.rest()
        assert clerk.text("invoice_number") == "QB-77"
    try_again(clerk)
    assert stored(clerk, qtbot, file_id).answer.values["invoice_number"] == "QB-77"


def test_a_document_that_could_not_be_filed_stays_with_all_that_was_said_of_it(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.stand_on(0)
    number = clerk.room.panel.boxes["invoice_number"].edit
    number.setFocus()
    number.selectAll()
    with no_room():
        qtbot.keyClicks(number, "QB-77")
        qtbot.keyClick(number, Qt.Key.Key_Return)
        clerk.rest()
        assert FULL in said(clerk.program)
        assert len(clerk.documents) == 2
        assert clerk.text("invoice_number") == "QB-77"
    qtbot.keyClick(number, Qt.Key.Key_Return)
    clerk.rest()
    assert [each.file.name for each in clerk.documents] == ["QB-2.pdf"]


def test_a_lesson_that_found_no_room_is_learned_later(clerk: Clerk, bills: Bills, qtbot: QtBot) -> None:
    archive = filed(clerk, *bills(Bill(number="QB-1")))
    [row] = archive.room.list.model.values
    desk = clerk.program.seat.intake

    def known() -> int:
        job = desk.ask(lambda held: len(held.learning.learnt()))
        with qtbot.waitSignal(job.finished) as answer:
            pass
        return int(answer.args[0].value)

    desk.ask(lambda held: held.learning.forget(held.learning.learnt()[0].kept.key))
    clerk.rest()
    assert known() == 0
    with no_room():
        desk.learn(row.id)
        clerk.rest()
        assert FULL in said(clerk.program)
        assert known() == 0
    try_again(clerk)
    assert known() == 1


def test_an_export_without_room_says_so_and_can_be_done_again(
    clerk: Clerk, bills: Bills, tmp_path: Path
) -> None:
    archive = filed(clerk, *bills(Bill(number="QB-1")))
    folder = tmp_path / "out"
    with no_room():
        archive.room.export_to(folder)
        clerk.rest()
        assert "no room left" in said(clerk.program)
    assert list(folder.iterdir()) == []
    archive.room.export_to(folder)
    clerk.rest()
    assert "2026-03-12 Quincaillerie Brunel SARL QB-1.pdf" in {path.name for path in folder.iterdir()}
