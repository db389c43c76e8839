"""Suppliers' files reviewed in the real window: dropped, checked, corrected, accepted, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.settings import Settings
from app.ui.intake.cards import card_of
from tests.services.intake.papers import Bill, bill_pdf
from tests.ui.intake.conftest import Clerk
from tests.ui.shell.conftest import Start, said, settle
from tests.ui.shell.test_files import drop

Bills = Callable[..., list[Path]]


def test_files_dropped_anywhere_are_listed_read_and_counted(
    program: Program, qtbot: QtBot, bills: Bills
) -> None:
    [path] = bills(Bill())
    assert drop(program, path.parent)
    clerk = Clerk(program, qtbot)
    qtbot.waitUntil(lambda: len(clerk.documents) == 1, timeout=10_000)
    clerk.rest()
    assert program.window.rooms.current == "to_review"
    [document] = clerk.documents
    assert card_of(document).title == "Quincaillerie Brunel SARL"
    assert program.window.sidebar._buttons["to_review"].accessibleDescription() == "1"


def test_the_fields_show_what_was_read_with_a_word_for_how_sure_it_is(clerk: Clerk, bills: Bills) -> None:
    clerk.drop(*bills(Bill(supplier="Quincaillerie Brunel")))
    clerk.stand_on(0)
    assert (clerk.text("invoice_number"), clerk.text("date"), clerk.text("gross")) == (
        "QB-2026-0117",
        "12/03/2026",
        "240.00",
    )
    panel = clerk.room.panel
    assert panel.boxes["gross"].edit.accessibleDescription() == "sure"
    assert panel.boxes["supplier_name"].edit.accessibleDescription() == "check"
    assert panel.in_hand == "supplier_name"


def test_the_queue_is_gone_through_with_enter_alone(clerk: Clerk, bills: Bills, qtbot: QtBot) -> None:
    clerk.drop(*bills(*(Bill(number=f"QB-{n}") for n in (1, 2, 3))))
    clerk.stand_on(0)
    for left in (2, 1, 0):
        qtbot.keyClick(clerk.room.panel.boxes[clerk.room.panel.in_hand].edit, Qt.Key.Key_Return)
        clerk.rest()
        assert len(clerk.documents) == left
    assert clerk.room.body.currentWidget() is clerk.room.empty
    archived = clerk.program.seat.intake.ask(lambda desk: [row.document for row in desk.shelf("filed")])
    with qtbot.waitSignal(archived.finished) as answer:
        pass
    assert {each.file.decision for each in answer.args[0].value} == {"accepted"}


def test_sums_that_do_not_add_up_are_said_once_with_both_figures_and_stop_enter(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    clerk.drop(*bills(Bill()))
    clerk.stand_on(0)
    panel = clerk.room.panel
    gross = panel.boxes["gross"].edit
    gross.setFocus()
    gross.selectAll()
    qtbot.keyClicks(gross, "250")

    def told() -> list[str]:
        return [
            label.text()
            for label in panel.findChildren(QLabel)
            if label.isVisible() and "240.00" in label.text()
        ]

    qtbot.waitUntil(lambda: len(told()) == 1)
    shown = told()
    assert len(shown) == 1
    assert "250.00" in shown[0]
    qtbot.keyClick(gross, Qt.Key.Key_Return)
    clerk.rest()
    assert len(clerk.documents) == 1


def test_wrong_check_digits_are_said_once(clerk: Clerk, bills: Bills) -> None:
    clerk.drop(*bills(Bill(vat_id="FR84404833048")))
    clerk.stand_on(0)
    labels = clerk.room.panel.findChildren(QLabel)
    told = [label.text() for label in labels if label.isVisible() and "FR84404833048" in label.text()]
    assert told == [
        "The VAT number FR84404833048 does not have the right form or check digits. "
        "Compare it with the original."
    ]


def test_what_cannot_be_read_is_told_under_its_field_and_kept(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    clerk.drop(*bills(Bill()))
    clerk.stand_on(0)
    date = clerk.room.panel.boxes["date"].edit
    date.selectAll()
    qtbot.keyClicks(date, "someday")
    assert "someday" in date.accessibleDescription()
    clerk.room.accept()
    clerk.rest()
    assert date.text() == "someday"
    assert len(clerk.documents) == 1


def test_a_click_on_a_word_fills_the_field_in_hand_and_their_outlines_meet(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    clerk.drop(*bills(Bill()))
    clerk.stand_on(0)
    room = clerk.room
    room.panel.go_to("supplier_name")
    clickable = room.pictures.clickable
    assert clickable is not None
    words = [word.text for word in clickable.words(1)]
    place = room.page.canvas.word_rect(words.index("Lumen")).center()
    qtbot.mouseClick(room.page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y()))
    assert clerk.text("supplier_name") == "Atelier Lumen"
    in_hand = [each for each in room.panel.marked(1) if each.is_in_hand]
    assert len(in_hand) == 1
    assert room.page.canvas.box_rect(in_hand[0].box).contains(place)


def test_a_word_of_the_wrong_kind_is_refused_in_words(clerk: Clerk, bills: Bills, qtbot: QtBot) -> None:
    clerk.drop(*bills(Bill()))
    clerk.stand_on(0)
    room = clerk.room
    room.panel.go_to("gross")
    assert room.pictures.clickable is not None
    words = [word.text for word in room.pictures.clickable.words(1)]
    place = room.page.canvas.word_rect(words.index("Lumen")).center()
    qtbot.mouseClick(room.page.canvas, Qt.MouseButton.LeftButton, pos=place)
    assert clerk.text("gross") == "240.00"
    assert "Lumen" in room.head.told.text()


def test_words_are_walked_and_taken_by_keys(clerk: Clerk, bills: Bills, qtbot: QtBot) -> None:
    clerk.drop(*bills(Bill()))
    clerk.stand_on(0)
    room = clerk.room
    room.panel.go_to("supplier_name")
    canvas = room.page.canvas
    canvas.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(canvas, key)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert clerk.text("supplier_name") == "Quincaillerie Brunel SARL"


def test_a_correction_is_kept_when_one_goes_on_and_comes_back(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.stand_on(0)
    number = clerk.room.panel.boxes["invoice_number"].edit
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "QB-77")
    clerk.room.go_on()
    clerk.rest()
    assert clerk.text("invoice_number") == "QB-2"
    clerk.room.go_back()
    clerk.rest()
    assert clerk.text("invoice_number") == "QB-77"


def test_an_accepted_document_comes_back_by_undo(clerk: Clerk, bills: Bills) -> None:
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.stand_on(0)
    first = clerk.documents[0].id
    clerk.room.accept()
    clerk.rest()
    assert "Quincaillerie Brunel SARL" in said(clerk.program)
    clerk.room.take_back()
    clerk.rest()
    assert clerk.documents[0].id == first
    current = clerk.room.queue.current
    assert current is not None
    assert current.id == first


def test_correcting_one_makes_the_next_of_that_supplier_right(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.stand_on(0)
    name = clerk.room.panel.boxes["supplier_name"].edit
    name.selectAll()
    qtbot.keyClicks(name, "Brunel et fils")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    clerk.rest()
    [document] = clerk.documents
    assert card_of(document).title == "Brunel et fils"
    assert clerk.text("supplier_name") == "Brunel et fils"
    assert clerk.room.panel.boxes["supplier_name"].edit.accessibleDescription() == "learned"


def test_a_duplicate_is_said_with_a_way_to_the_other_and_a_way_to_keep_both(
    clerk: Clerk, bills: Bills, tmp_path: Path
) -> None:
    clerk.drop(*bills(Bill()))
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(bill_pdf(Bill()))
    clerk.drop(copy)
    assert card_of(clerk.documents[1]).state == "duplicate"
    clerk.stand_on(1)
    clerk.room.panel.open_asked.emit(clerk.documents[0].id)
    assert clerk.room.queue.currentIndex().row() == 0
    clerk.stand_on(1)
    clerk.room.panel.keep_apart()
    clerk.room.panel.flush()
    clerk.rest()
    assert card_of(clerk.documents[1]).state != "duplicate"


def test_a_pdf_of_two_invoices_is_split_on_its_second_page_and_undone(clerk: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "two.pdf"
    path.write_bytes(bill_pdf(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.drop(path)
    clerk.stand_on(0)
    page = clerk.room.page
    page.go_on()
    clerk.rest()
    assert page.page == 2
    page.split.click()
    clerk.rest()
    assert [each.file.number_key for each in clerk.documents] == ["qb1", "qb2"]
    shown = clerk.program.window.messages.shown
    assert shown is not None
    shown.offers[0][1]()
    clerk.rest()
    assert [each.file.name for each in clerk.documents] == ["two.pdf"]


def test_two_files_are_put_together(clerk: Clerk, bills: Bills) -> None:
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.room.queue.selectAll()
    clerk.room.merge()
    clerk.rest()
    [document] = clerk.documents
    assert document.reading is not None
    assert document.reading.page_count == 2


def test_zoom_and_turn_show_the_page_again_and_words_stay_where_they_are(clerk: Clerk, bills: Bills) -> None:
    clerk.drop(*bills(Bill()))
    clerk.stand_on(0)
    page = clerk.room.page
    fitted = page.canvas.placing
    page.zoom_in()
    page.turn_right()
    clerk.rest()
    assert page.canvas.placing.scale > fitted.scale
    assert page.canvas.placing.rotation == 90
    assert page.canvas.has_picture
    rect = page.canvas.word_rect(0)
    assert rect.height() > rect.width(), "a word lies on its side"
    page.zoom_to_fit()
    assert page.canvas.placing.turned_width_pt > page.canvas.placing.turned_height_pt


def test_a_file_that_cannot_be_read_has_its_reason_on_its_row_and_can_be_archived(
    clerk: Clerk, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 no more")
    clerk.drop(broken)
    card = card_of(clerk.documents[0])
    assert card.state == "unreadable"
    assert card.reason
    clerk.room.keep()
    clerk.rest()
    assert clerk.documents == []


def test_files_that_are_gone_are_told_and_the_others_come_in(
    clerk: Clerk, bills: Bills, tmp_path: Path
) -> None:
    clerk.drop(tmp_path / "nowhere.pdf", *bills(Bill()))
    assert "nowhere.pdf" in said(clerk.program)
    assert len(clerk.documents) == 1


def test_what_was_not_read_is_read_at_the_next_start(start: Start, qtbot: QtBot, bills: Bills) -> None:
    first = start()
    [path] = bills(Bill())
    job = first.seat.intake.ask(lambda desk: desk.take_in(path))
    with qtbot.waitSignal(job.finished):
        pass
    settle(qtbot, first)
    first.window.close()
    first.stop()
    clerk = Clerk(start(), qtbot)
    [document] = clerk.documents
    assert document.reading is not None


def test_a_watched_folder_brings_its_new_files(clerk: Clerk, bills: Bills, qtbot: QtBot) -> None:
    [path] = bills(Bill(number="QB-old"))
    clerk.program.seat.intake.watch(path.parent)
    clerk.rest()
    bills(Bill(number="QB-new"))
    qtbot.waitUntil(lambda: len(clerk.documents) == 1, timeout=20_000)
    clerk.program.seat.intake.watch(None)
    clerk.rest()
    assert clerk.documents[0].file.name == "QB-new.pdf"


def test_a_draft_file_still_opens_as_a_draft(clerk: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    path.write_text('{"schema_version": 1, "subject": "From a file"}', "utf-8")
    clerk.drop(path)
    assert clerk.program.window.rooms.current == "composer"
    assert clerk.program.seat.store.draft.subject == "From a file"


@pytest.mark.parametrize("room", ["to_review", "supplier_archive"])
def test_every_control_of_the_suppliers_rooms_has_a_name(clerk: Clerk, bills: Bills, room: str) -> None:
    clerk.drop(*bills(Bill(), Bill(number="QB-2")))
    clerk.stand_on(0)
    clerk.program.window.visits.show_room(room)
    clerk.rest()
    nameless = []
    for widget in clerk.program.window.rooms.page(room).findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            nameless.append(type(widget).__name__)
    assert nameless == []


def test_in_french_dates_amounts_and_words_are_french(start: Start, qtbot: QtBot, bills: Bills) -> None:
    clerk = Clerk(start(Settings(interface_language="fr")), qtbot)
    clerk.drop(*bills(Bill(supplier="Quincaillerie Brunel")))
    clerk.stand_on(0)
    assert clerk.text("gross") == "240,00"
    assert card_of(clerk.documents[0]).state == "1 à vérifier"
    assert clerk.room.panel.boxes["gross"].edit.accessibleDescription() == "sûr"


def test_reading_can_be_stopped_and_the_rest_stays_unread_and_listed(clerk: Clerk, bills: Bills) -> None:
    desk = clerk.program.seat.intake
    desk.was_read.connect(desk.stop_reading, Qt.ConnectionType.DirectConnection)
    clerk.drop(*bills(*(Bill(number=f"QB-{n}") for n in range(12))))
    states = [each.file.state for each in clerk.documents]
    assert len(states) == 12
    assert "reading" in states
    desk.was_read.disconnect(desk.stop_reading)
    desk.read()
    clerk.rest()
    assert {each.file.state for each in clerk.documents} == {"to_review"}


def test_a_turned_page_and_a_clicked_place_are_there_again_after_a_restart(
    start: Start, qtbot: QtBot, bills: Bills
) -> None:
    first = Clerk(start(), qtbot)
    first.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    first.stand_on(0)
    room = first.room
    room.panel.go_to("supplier_name")
    assert room.pictures.clickable is not None
    words = [word.text for word in room.pictures.clickable.words(1)]
    place = room.page.canvas.word_rect(words.index("Lumen")).center()
    qtbot.mouseClick(room.page.canvas, Qt.MouseButton.LeftButton, pos=place)
    clicked = [each.box for each in room.panel.marked(1) if each.is_in_hand]
    room.page.turn_right()
    first.rest()
    room.go_on()
    first.rest()
    assert room.page.canvas.placing.rotation == 0
    room.go_back()
    first.rest()
    assert room.page.canvas.placing.rotation == 90
    first.program.window.close()
    first.program.stop()
    again = Clerk(start(), qtbot)
    again.stand_on(0)
    again.room.panel.go_to("supplier_name")
    assert again.text("supplier_name") == "Atelier Lumen"
    assert [each.box for each in again.room.panel.marked(1) if each.is_in_hand] == clicked
    assert again.room.page.canvas.placing.rotation == 90
