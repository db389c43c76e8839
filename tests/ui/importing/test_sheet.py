"""Taking a file in from the window: brought, understood, mapped by hand, kept, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.settings import Settings
from app.ui.importing.sheet import ImportSheet
from app.ui.pages.records import RecordsPage
from app.ui.seat import Places
from tests.ui.shell.conftest import Start, places, program, said, settle, start
from tests.ui.shell.trouble import ask_store

__all__ = ["places", "program", "start"]

CUSTOMERS = (
    "Firma;PLZ;Ort;Land;Zahlungsziel;Gruppe\n"
    "Schmidt & Söhne;10115;Berlin;Deutschland;30;A\n"
    "Müller AG;8001;Zürich;Schweiz;bald;A\n"
    ";1010;Wien;Österreich;;C\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kunden.csv"
    path.write_bytes(CUSTOMERS.encode("cp1252"))
    return path


def opened(
    program: Program, qtbot: QtBot, action: str = "import_customers"
) -> tuple[RecordsPage, ImportSheet]:
    program.window.actions_by_name[action].trigger()
    page = program.window.rooms.page("customers" if action == "import_customers" else "catalogue")
    assert isinstance(page, RecordsPage)
    settle(qtbot, program)
    return page, sheet_of(page)


def sheet_of(page: RecordsPage) -> ImportSheet:
    sheet = page.ask_import().sheet
    assert sheet is not None
    return sheet


def bring(sheet: ImportSheet, file: Path, program: Program, qtbot: QtBot) -> None:
    sheet.bring(file)
    settle(qtbot, program)


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def outcomes(sheet: ImportSheet) -> list[str]:
    return [sheet.rows.model.index(row, 1).data() for row in range(sheet.rows.model.rowCount())]


def test_a_file_is_looked_at_kept_and_taken_back(
    program: Program, places: Places, qtbot: QtBot, file: Path
) -> None:
    page, sheet = opened(program, qtbot)
    assert not sheet.take_in.isEnabled()
    bring(sheet, file, program, qtbot)
    assert sheet.options.encoding.currentText() == "Windows-1252"
    assert sheet.options.separator.currentText() == "Semicolon"
    assert sheet.columns.mapping() == ("name", "postal_code", "city", "country", "payment_days", "")
    assert outcomes(sheet) == ["New", "Refused", "Refused"]
    assert "“bald”" in sheet.rows.model.index(1, 3).data()
    assert sheet.tally.text() == "New: 1   Refused: 2"
    assert ask_store(places, "SELECT count(*) FROM contacts") == [(0,)]
    sheet.take_in.click()
    settle(qtbot, program)
    assert said(program) == "“kunden.csv” was imported. New: 1, changed: 0."
    assert [page.name_of(each) for each in page.list.model.values] == ["Schmidt & Söhne"]
    _words, take_back = program.window.messages.shown.offers[0]
    take_back()
    settle(qtbot, program)
    assert page.list.model.values == ()
    assert "taken back" in said(program)


def test_what_a_column_is_can_be_chosen_and_no_two_are_the_same(
    program: Program, qtbot: QtBot, file: Path
) -> None:
    _page, sheet = opened(program, qtbot)
    bring(sheet, file, program, qtbot)
    last = sheet.columns.choices[5]
    last.setCurrentIndex(last.findData("payment_days"))
    settle(qtbot, program)
    assert sheet.columns.mapping() == ("name", "postal_code", "city", "country", "", "payment_days")
    assert outcomes(sheet) == ["Refused", "Refused", "Refused"]
    assert not sheet.take_in.isEnabled()


def test_headings_and_separator_can_be_chosen(program: Program, qtbot: QtBot, file: Path) -> None:
    _page, sheet = opened(program, qtbot)
    bring(sheet, file, program, qtbot)
    sheet.options.headings.click()
    settle(qtbot, program)
    assert sheet.columns.mapping() == ("",) * 6
    assert len(outcomes(sheet)) == 4
    choose(sheet.options.separator, ",")
    settle(qtbot, program)
    assert len(sheet.columns.mapping()) == 1


def test_the_rows_can_be_narrowed_to_those_that_are_refused(
    program: Program, qtbot: QtBot, file: Path
) -> None:
    _page, sheet = opened(program, qtbot)
    bring(sheet, file, program, qtbot)
    choose(sheet.shown, "refused")
    settle(qtbot, program)
    assert outcomes(sheet) == ["Refused", "Refused"]
    sheet.rows.search.setText("müller")
    settle(qtbot, program)
    assert [entry.line for entry in sheet.rows.model.values] == [3]
    sheet.rows.table.selectRow(0)
    assert "“bald”" in sheet.detail.text()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("customers.xlsx", b"PK\x03\x04", "save the sheet as CSV"),
        ("nothing.csv", b"", "nothing in this file"),
        ("page.csv", b"%PDF-1.7", "no table"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(
    program: Program, qtbot: QtBot, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    _page, sheet = opened(program, qtbot, "import_items")
    bring(sheet, tmp_path / name, program, qtbot)
    assert words in sheet.trouble.text()
    assert not sheet.take_in.isEnabled()


def test_a_file_that_is_gone_is_told(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    _page, sheet = opened(program, qtbot)
    bring(sheet, tmp_path / "gone.csv", program, qtbot)
    assert "it is not there" in sheet.trouble.text()


def test_a_table_dropped_on_the_page_opens_the_sheet_and_other_files_go_on(
    program: Program, qtbot: QtBot, file: Path
) -> None:
    program.window.actions_by_name["customers"].trigger()
    page = program.window.rooms.page("customers")
    assert isinstance(page, RecordsPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    settle(qtbot, program)
    assert outcomes(sheet_of(page)) == ["New", "Refused", "Refused"]
    data.setUrls([QUrl.fromLocalFile(str(file.with_suffix(".pdf")))])
    other = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    page.dragEnterEvent(other)
    assert not other.isAccepted()


def test_leaving_while_the_file_is_read_writes_nothing(
    program: Program, places: Places, qtbot: QtBot, tmp_path: Path
) -> None:
    many = tmp_path / "many.csv"
    many.write_text("name,city\n" + "".join(f"Customer {at},Lyon\n" for at in range(3000)), "utf-8")
    page, sheet = opened(program, qtbot)
    sheet.bring(many)
    sheet.reject()
    settle(qtbot, program)
    assert ask_store(places, "SELECT count(*) FROM contacts") == [(0,)]
    assert sheet_of(page) is not sheet


def test_an_earlier_import_can_be_taken_back_from_the_sheet(
    start: Start, places: Places, qtbot: QtBot, file: Path
) -> None:
    program = start(Settings(interface_language="en"))
    _page, sheet = opened(program, qtbot)
    bring(sheet, file, program, qtbot)
    sheet.take_in.click()
    settle(qtbot, program)
    _page, again = opened(program, qtbot)
    settle(qtbot, program)
    assert "kunden.csv" in again.last.text()
    again.take_back.click()
    settle(qtbot, program)
    assert ask_store(places, "SELECT count(*) FROM contacts") == [(0,)]


def test_an_import_that_is_stopped_while_it_is_written_is_not_silent(
    program: Program, places: Places, qtbot: QtBot, file: Path
) -> None:
    _page, sheet = opened(program, qtbot)
    bring(sheet, file, program, qtbot)
    sheet.take_in.click()
    sheet.reject()
    assert sheet.isVisible()
    settle(qtbot, program)
    is_kept = ask_store(places, "SELECT count(*) FROM contacts") == [(1,)]
    assert is_kept == ("was imported" in said(program))
    assert is_kept or sheet.take_in.isEnabled()
