"""What was typed and cannot be read keeps the document from being issued, until it is mended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.rows import Line
from app.services.wording import problem_text
from app.ui.grid.cells import Column
from app.ui.grid.details import RowDetails

from .conftest import Desk

Make = Callable[..., Line]


def left_over(desk: Desk, text: str, row: int, column: Column) -> None:
    desk.go(row, column)
    desk.type(text)
    desk.table.finish_editing()


def codes(desk: Desk) -> list[tuple[str, str]]:
    desk.store.check_now()
    return [(p.path, p.severity) for p in desk.store.problems if p.code == "entry_unreadable"]


def filled(details: RowDetails, field: str, text: str) -> None:
    entry = next(bound.entry for bound in details._fields if bound.spec.field == field)
    assert isinstance(entry, QLineEdit)
    entry.setText(text)
    entry.textEdited.emit(text)


def test_an_entry_left_in_a_cell_is_an_error_at_its_field(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"))
    left_over(desk, "2 + x", 1, Column.PRICE)
    left_over(desk, "abc", 0, Column.QUANTITY)
    assert codes(desk) == [("rows.a.quantity", "error"), ("rows.b.unit_price", "error")]
    entry = desk.grid.unread_entries()[0]
    assert (entry.path, entry.text) == ("rows.a.quantity", "abc")
    assert "abc" in entry.message
    for language in ("en", "fr"):
        message, fix = problem_text(desk.store.problems[0], language)
        assert "abc" in message
        assert fix


def test_it_counts_while_its_editor_is_open(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    desk.go(0, Column.PRICE)
    desk.type("12 apples")
    assert desk.is_editing
    assert codes(desk) == [("rows.a.unit_price", "error")]


def test_it_is_over_when_corrected_cleared_taken_back_or_deleted(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"))
    left_over(desk, "x", 0, Column.PRICE)
    desk.go(0, Column.PRICE)
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_Escape)
    assert codes(desk) == []
    left_over(desk, "x", 0, Column.PRICE)
    left_over(desk, "8", 0, Column.PRICE)
    assert codes(desk) == []
    left_over(desk, "x", 0, Column.PRICE)
    desk.key(Qt.Key.Key_Delete)
    assert codes(desk) == []
    left_over(desk, "x", 0, Column.PRICE)
    desk.grid.delete_rows()
    assert codes(desk) == []
    desk.store.undo()
    assert codes(desk) == [("rows.a.unit_price", "error")], "it came back with its row"
    desk.open(line("a"))
    assert codes(desk) == []


def test_the_findings_are_told_by_themselves_after_a_pause(desk: Desk, line: Make, qtbot: QtBot) -> None:
    desk.open(line("a"))
    with qtbot.waitSignal(desk.store.problems_changed):
        left_over(desk, "x", 0, Column.VAT)
    with qtbot.waitSignal(desk.store.problems_changed):
        desk.go(0, Column.VAT)
        desk.key(Qt.Key.Key_F2)
        desk.key(Qt.Key.Key_Escape)


def test_a_text_in_the_details_stays_with_its_row(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"))
    details = desk.grid.show_details("a")
    assert details is not None
    filled(details, "service_start", "soon")
    details._tables["custom_fields"]._add.click()
    adjustments = details._tables["adjustments"]
    adjustments._add.click()
    adjustments.table.item(0, 1).setText("much")
    paths = [("rows.a.adjustments", "error"), ("rows.a.service_start", "error")]
    assert codes(desk) == paths
    desk.go(1)
    assert codes(desk) == paths
    assert [bound for bound in details._fields if not bound._error.isHidden()] == []
    desk.go(0)
    shown = [bound for bound in details._fields if not bound._error.isHidden()]
    assert [bound.entry.text() for bound in shown if isinstance(bound.entry, QLineEdit)] == ["soon"]
    assert adjustments.table.item(0, 1).text() == "much"
    filled(details, "service_start", "24/12/2026")
    adjustments.table.item(0, 1).setText("2")
    assert codes(desk) == []
    line_now = desk.rows[0]
    assert isinstance(line_now, Line)
    assert line_now.adjustments[0].amount == 2
