"""The grid among its neighbours: paths, catalogue, menu, mouse, sizes, names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.rows import Line, Section
from app.ui.grid.cells import Column
from app.ui.grid.editors import CellHint
from app.ui.grid.suggestions import SuggestionList
from app.ui.grid.table import MIME_MOVE
from app.ui.language import install_language
from app.ui.theme import Theme

from .conftest import FRENCH, Desk

Make = Callable[..., Line]


@dataclass
class Thing:
    """A catalogue item."""

    label: str
    id: str = "c1"
    code: str = "A-1"
    description: str = "Two days"
    unit: str = "DAY"
    prices: Sequence[tuple[str, Decimal]] = (("USD", Decimal(700)), ("EUR", Decimal(640)))
    vat_category: Any = "S"
    vat_rate: Decimal | None = Decimal(10)
    texts: dict[str, str] = field(default_factory=dict)


def offered(desk: Desk) -> list[str]:
    found = [lst for lst in desk.grid.window().findChildren(SuggestionList) if lst.isVisible()]
    return [found[0].item(i).text() for i in range(found[0].count())] if found else []


def test_a_path_leads_to_its_cell_and_the_cell_tells_its_path(desk: Desk, line: Make, qtbot: QtBot) -> None:
    desk.open(Section(id="s"), line("a"), line("b"))
    with qtbot.waitSignal(desk.grid.current_path_changed) as told:
        assert desk.grid.focus_path("rows.b.unit_price")
    assert told.args == ["rows.b.unit_price"]
    assert desk.place == (2, Column.PRICE)
    assert desk.grid.focus_path("rows.a.discount.value")
    assert desk.place == (1, Column.DISCOUNT)
    assert desk.grid.focus_path("rows.s.title")
    assert desk.grid.current_path == "rows.s.title"
    assert not desk.grid.focus_path("rows.gone.label")
    assert not desk.grid.focus_path("buyer.name")


def test_a_path_to_a_field_without_a_column_opens_the_details(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    assert desk.grid.focus_path("rows.a.exemption_reason")
    details = desk.grid.show_details("a")
    assert details is not None
    assert details.isVisible()
    assert not desk.grid.focus_path("rows.a.nonsense")


def test_a_path_unfolds_the_section_it_leads_into(desk: Desk, line: Make) -> None:
    desk.open(Section(id="s"), line("a"))
    desk.table.fold("s", folded=True)
    desk.grid.focus_path("rows.a.quantity")
    assert not desk.table.isRowHidden(1)


def test_accepting_a_catalogue_item_fills_the_line_in_one_step(desk: Desk, line: Make) -> None:
    desk.open(line(""), seller=FRENCH)
    asked: list[str] = []

    def search(text: str) -> list[Thing]:
        asked.append(text)
        return [Thing("Workshop")]

    desk.grid.set_catalogue(search)
    desk.type("wo")
    assert asked == ["w", "wo"]
    assert offered(desk) == ["Workshop · A-1 · 640.00"]
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    row = desk.rows[0]
    assert isinstance(row, Line)
    assert (row.label, row.description, row.unit) == ("Workshop", "Two days", "DAY")
    assert (row.unit_price, row.vat_rate) == (640, 10)
    assert row.product is not None
    assert (row.product.catalogue_id, row.product.seller_code) == ("c1", "A-1")
    desk.key(Qt.Key.Key_Return)
    assert desk.store.history.steps[0].after.rows[0] == row
    assert not offered(desk)
    desk.store.undo()
    desk.store.undo()
    assert desk.rows == (line(""),)


def test_items_that_come_late_are_shown_only_for_the_text_they_answer(desk: Desk, line: Make) -> None:
    desk.open(line(""))
    desk.type("wo")
    assert not offered(desk)
    desk.grid.deliver_suggestions("w", [Thing("Wrong")])
    assert not offered(desk)
    desk.grid.deliver_suggestions("wo", [Thing("Workshop", texts={"en": "Work shop"})])
    assert offered(desk) == ["Work shop · A-1 · 640.00"]
    desk.key(Qt.Key.Key_Escape)
    assert not offered(desk)
    assert desk.is_editing, "the first Esc puts the list away, the second leaves the cell"


def test_labels_used_before_are_offered_again(desk: Desk, line: Make) -> None:
    desk.open(line("Workshop", "640", unit="DAY"), line("x"))
    desk.go(1)
    desk.type("Works")
    assert offered(desk) == ["Workshop · 640.00"]


def test_units_and_vat_are_offered_while_typing(desk: Desk, line: Make) -> None:
    desk.open(line("a"), seller=FRENCH)
    desk.go(0, Column.QUANTITY)
    desk.type("3 da")
    assert offered(desk) == ["3 day"]
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_Escape)
    desk.go(0, Column.VAT)
    desk.grid.complete_current()
    assert offered(desk)[:4] == ["20\u00a0%", "10\u00a0%", "5.5\u00a0%", "2.1\u00a0%"]
    desk.type("reverse")
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Tab)
    row = desk.rows[0]
    assert isinstance(row, Line)
    assert row.vat_category == "AE"


def test_a_sum_shows_its_result_while_it_is_typed(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    desk.go(0, Column.PRICE)
    desk.type("600+40")
    assert desk.table.cells.hint_text == "= 640.00"
    desk.type("/")
    assert desk.table.cells.hint_text == "This sum is not finished yet."
    assert desk.rows[0].unit_price == 640


def test_a_number_typed_over_a_quantity_keeps_the_unit_a_deleted_unit_goes(desk: Desk, line: Make) -> None:
    desk.open(line("a", unit="DAY"))
    desk.go(0, Column.QUANTITY)
    desk.type("3")
    assert (desk.rows[0].quantity, desk.rows[0].unit) == (3, "DAY")
    desk.key(Qt.Key.Key_Return)
    desk.go(0, Column.QUANTITY)
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_End)
    for _ in "day ":
        desk.key(Qt.Key.Key_Backspace)
    assert (desk.rows[0].quantity, desk.rows[0].unit) == (3, "")


def test_the_menu_offers_what_the_keys_do(desk: Desk, line: Make) -> None:
    desk.open(Section(id="s"), line("a"))
    desk.go(1)
    actions = {a.text().split("\t")[0]: a for a in desk.grid.menu.build().actions()}
    actions["Price includes VAT"].trigger()
    row = desk.rows[1]
    assert isinstance(row, Line)
    assert row.price_entry == "gross"
    actions["Move up"].trigger()
    assert [row.id for row in desk.rows] == ["a", "s"]
    desk.go(1)
    actions = {a.text().split("\t")[0]: a for a in desk.grid.menu.build().actions()}
    actions["Print prices"].trigger()
    head = desk.rows[1]
    assert isinstance(head, Section)
    assert not head.show_prices
    desk.open(line("a"), status="issued")
    assert [a.text().split("\t")[0] for a in desk.grid.menu.build().actions() if a.text()] == ["Copy"]


def test_cells_that_are_not_for_typing_open_no_editor(desk: Desk, line: Make) -> None:
    desk.open(Section(id="s"), line("a"))
    for row, column in ((0, Column.PRICE), (1, Column.NET)):
        desk.go(row, column)
        desk.grid.edit_current()
        desk.grid.complete_current()
        assert not desk.is_editing
    desk.go(1, Column.PRICE)
    desk.grid.edit_current()
    desk.grid.edit_current()
    assert desk.is_editing
    desk.open(line("a"), status="issued")
    desk.table.edit_description()
    assert not desk.is_editing


def test_dropping_rows_moves_them(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"), line("c"))
    mime = QMimeData()
    mime.setData(MIME_MOVE, b"c")
    rect = desk.table.visualRect(desk.grid.model.index(0, 0))
    at = QPointF(rect.left() + 5, rect.top() + 3)
    event = QDropEvent(
        at, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    desk.table.dropEvent(event)
    assert [row.id for row in desk.rows] == ["c", "a", "b"]
    assert desk.store.history.position == 1


def test_a_double_click_on_the_description_edits_it(desk: Desk, line: Make) -> None:
    desk.open(line("a", description="one\ntwo"))
    rect = desk.table.visualRect(desk.grid.model.index(0, 0))
    for place, text in ((QPoint(rect.left() + 30, rect.top() + 10), "a"), (rect.center(), "one\ntwo")):
        QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert desk.editor.text_now() == text
        desk.key(Qt.Key.Key_Escape)


def test_rows_are_32_high_28_when_compact_and_higher_with_a_description(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b", description="one"), line("c", description="1\n2\n3\n4\n5"))
    heights = [desk.table.rowHeight(i) for i in range(3)]
    assert heights[0] == 32
    assert heights[0] < heights[1] < heights[2]
    desk.grid.set_compact(True)
    assert desk.table.rowHeight(0) == 28
    desk.store.edit_row("b", "edit", description="")
    assert desk.table.rowHeight(1) == 28


def test_heights_travel_with_their_rows(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b", description="one\ntwo"))
    high = desk.table.rowHeight(1)
    desk.go(1)
    desk.grid.move_up()
    assert [desk.table.rowHeight(0), desk.table.rowHeight(1)] == [high, 32]
    desk.store.undo()
    assert [desk.table.rowHeight(0), desk.table.rowHeight(1)] == [32, high]


def test_five_thousand_rows_are_shown_and_edited(desk: Desk, line: Make) -> None:
    desk.open(*(line(f"r{i}", description="x" if i % 2 else "") for i in range(5000)))
    assert desk.grid.focus_path("rows.r4999.unit_price")
    desk.type("7")
    assert desk.rows[4999].unit_price == 7
    desk.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.rows[4998].id == "r4999"


def test_the_grid_and_its_editors_have_names(desk: Desk, line: Make) -> None:
    desk.open(line("a"), Section(id="s"))
    assert desk.table.accessibleName()
    names = {}
    for row, column in ((0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (1, 0)):
        desk.go(row, column)
        desk.key(Qt.Key.Key_F2)
        names[row, column] = desk.editor.accessibleName()
        desk.key(Qt.Key.Key_Escape)
    assert names[0, 2] == "Line 1, Unit price"
    assert names[1, 0] == "Section title"


def test_both_schemes_paint_every_kind_of_row(desk: Desk, line: Make, theme: Theme, qapp: Any) -> None:
    desk.open(
        Section(id="s", title="S", text="text", show_prices=False),
        line("a", description="one\ntwo", price_entry="gross", price_base_quantity=Decimal(100)),
        Section(id="t"),
        line(""),
    )
    light = desk.grid.grab().toImage()
    desk.table.fold("t", folded=True)
    theme.apply(qapp, "dark")
    dark = desk.grid.grab().toImage()
    theme.apply(qapp, "light")
    assert light.pixelColor(20, 60).lightness() > 200
    assert dark.pixelColor(20, 60).lightness() < 80


@pytest.fixture
def page(desk: Desk) -> QScrollArea:
    """The grid on a page that is higher than its window, as in the composer."""
    body = QWidget()
    column = QVBoxLayout(body)
    for widget in (QLineEdit(), desk.grid, QLineEdit()):
        column.addWidget(widget)
    desk.grid.setFixedHeight(600)
    body.setFixedHeight(1000)
    area = QScrollArea()
    area.setWidget(body)
    area.setWidgetResizable(True)
    desk.form.layout().addWidget(area)
    desk.table.setFocus()
    return area


@pytest.mark.usefixtures("page")
def test_the_cell_in_hand_is_brought_into_view_on_the_page(desk: Desk, line: Make) -> None:
    desk.open(*(line(f"r{i}") for i in range(40)))
    assert desk.grid.focus_path("rows.r16.unit_price")
    assert not desk.table.visibleRegion().isEmpty()
    rect = desk.table.visualRect(desk.table.currentIndex())
    assert desk.table.viewport().visibleRegion().contains(rect.center())
    for _ in range(20):
        desk.key(Qt.Key.Key_Down)
        rect = desk.table.visualRect(desk.table.currentIndex())
        assert desk.table.viewport().visibleRegion().contains(rect.center())


def test_the_note_at_an_editor_goes_with_it_when_the_page_scrolls(
    desk: Desk, line: Make, page: QScrollArea
) -> None:
    desk.open(*(line(f"r{i}") for i in range(40)))
    desk.go(2, Column.PRICE)
    desk.type("2*x")
    hint = next(label for label in desk.form.findChildren(CellHint) if label.isVisible())

    def gap() -> int:
        return hint.y() - desk.editor.mapTo(desk.form, desk.editor.rect().bottomLeft()).y()

    before = gap()
    page.verticalScrollBar().setValue(30)
    assert gap() == before
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert desk.editor.visibleRegion().isEmpty()
    assert not hint.isVisible()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_column_is_cut_where_the_window_is_narrow(
    desk: Desk, line: Make, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    desk.open(Section(id="s", title="S"), line("a"))
    for width in (576, 620, 744, 1400):
        desk.form.resize(width + 24, 520)
        header, table = desk.table.horizontalHeader(), desk.table
        assert header.length() <= table.viewport().width()
        assert table.columnWidth(Column.DESCRIPTION) >= 140
        subtotal = table.fontMetrics().horizontalAdvance(desk.text(0, Column.VAT))
        assert subtotal + 16 <= table.columnWidth(Column.VAT)
        for column in Column:
            title = str(desk.grid.model.headerData(column, Qt.Orientation.Horizontal))
            assert header.fontMetrics().horizontalAdvance(title) < table.columnWidth(column), title
    install_language(qapp, "en")
