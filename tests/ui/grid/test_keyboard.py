"""The grid by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.rows import Discount, Line, Section
from app.ui.grid.cells import Column
from app.ui.grid.editors import CellHint

from .conftest import FRENCH, Desk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Make = Callable[..., Line]


def test_an_invoice_of_two_sections_and_three_lines_is_entered_by_keys_alone(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Return, CTRL | SHIFT)
    desk.type("Conception")
    desk.key(Qt.Key.Key_Tab)
    desk.type("Ateliers de cadrage")
    desk.key(Qt.Key.Key_Return, SHIFT)
    desk.type("Deux ateliers")
    desk.key(Qt.Key.Key_Return, SHIFT)
    desk.type("à Lyon")
    desk.key(Qt.Key.Key_Tab)
    desk.type("2.5 day")
    desk.key(Qt.Key.Key_Tab)
    desk.type("600+40")
    desk.key(Qt.Key.Key_Tab)
    desk.type("5%")
    desk.key(Qt.Key.Key_Tab)
    desk.type("20")
    desk.key(Qt.Key.Key_Tab)
    desk.type("Maquettes")
    desk.key(Qt.Key.Key_Tab)
    desk.type("1:30")
    desk.key(Qt.Key.Key_Enter)
    desk.key(Qt.Key.Key_Return, CTRL | SHIFT)
    desk.type("Livres")
    desk.key(Qt.Key.Key_Enter)
    desk.type("Manuel")
    desk.key(Qt.Key.Key_Tab)
    desk.type("12")
    desk.key(Qt.Key.Key_Tab)
    desk.type("24.50")
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Tab)
    desk.type("5.5")
    desk.key(Qt.Key.Key_Return)

    kinds = [row.kind for row in desk.rows]
    assert kinds == ["section", "line", "line", "line", "section", "line", "line"]
    head, first, second, _, books, manual, last = desk.rows
    assert isinstance(head, Section)
    assert head.title == "Conception"
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert isinstance(manual, Line)
    assert first.label == "Ateliers de cadrage"
    assert first.description == "Deux ateliers\nà Lyon"
    assert (first.quantity, first.unit, first.unit_price) == (Decimal("2.5"), "DAY", 640)
    assert first.discount == Discount(value=Decimal(5))
    assert first.vat_rate == 20
    assert (second.label, second.quantity) == ("Maquettes", Decimal("1.5"))
    assert isinstance(books, Section)
    assert books.title == "Livres"
    assert (manual.label, manual.quantity, manual.unit_price) == ("Manuel", 12, Decimal("24.5"))
    assert manual.vat_rate == Decimal("5.5")
    assert isinstance(last, Line)
    assert last.vat_rate == Decimal("5.5")
    assert desk.store.totals.by_line[first.id].net == 1520


def test_typing_in_a_cell_edits_it_at_once_and_the_draft_follows(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    desk.go(0, Column.PRICE)
    desk.type("12")
    assert desk.rows[0].unit_price == 12
    desk.type(".5")
    assert desk.rows[0].unit_price == Decimal("12.5")
    assert desk.is_editing
    assert desk.store.history.position == 1


def test_keystrokes_of_one_stay_are_one_step_and_another_stay_is_another(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"))
    for text in ("123", "456"):
        desk.go(0, Column.PRICE)
        desk.type(text)
        desk.key(Qt.Key.Key_Return)
    prices = [desk.rows[0].unit_price]
    while desk.store.history.can_undo:
        desk.store.undo()
        prices.append(desk.rows[0].unit_price)
    assert prices == [456, 123, 10]


def test_escape_takes_back_all_of_what_was_typed(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    desk.go(0, Column.PRICE)
    desk.type("99")
    desk.key(Qt.Key.Key_Escape)
    assert desk.rows[0].unit_price == 10
    assert not desk.is_editing
    assert not desk.store.history.can_undo


def test_escape_takes_back_nothing_of_an_earlier_stay(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"))
    desk.go(0, Column.PRICE)
    desk.type("99")
    desk.key(Qt.Key.Key_Return)
    desk.go(0, Column.PRICE)
    desk.type("x")
    desk.key(Qt.Key.Key_Escape)
    assert desk.rows[0].unit_price == 99


def test_what_cannot_be_read_stays_in_the_cell_with_its_reason_and_leaves_the_draft(
    desk: Desk, line: Make
) -> None:
    desk.open(line("a"))
    desk.go(0, Column.PRICE)
    desk.type("12 apples")
    desk.key(Qt.Key.Key_Return)
    assert desk.is_editing, "Enter does not leave an entry that cannot be read"
    assert desk.editor.text_now() == "12 apples"
    hint = desk.table.cells.hint_text
    assert "apples" in hint
    note = next(label for label in desk.form.findChildren(CellHint) if label.isVisible())
    assert note.contentsRect().left() > 4, "the text keeps off the frame"
    assert desk.rows[0].unit_price == 12
    desk.go(0, Column.VAT)
    assert not desk.is_editing
    assert desk.grid.model.unread["a", Column.PRICE].text == "12 apples"
    spoken = desk.grid.model.index(0, Column.PRICE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Line 1, unit price 12 apples. “apples” is not")
    desk.go(0, Column.PRICE)
    desk.key(Qt.Key.Key_F2)
    assert desk.editor.text_now() == "12 apples"
    desk.key(Qt.Key.Key_Return)
    assert desk.is_editing, "it is still not readable"
    desk.key(Qt.Key.Key_Escape)
    assert not desk.grid.model.unread


def test_f2_edits_what_is_there(desk: Desk, line: Make) -> None:
    desk.open(line("a", unit="DAY"))
    desk.go(0, Column.QUANTITY)
    desk.key(Qt.Key.Key_F2)
    assert desk.editor.text_now() == "1 day"


def test_enter_goes_down_and_adds_a_line_only_on_the_last_row(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"))
    desk.key(Qt.Key.Key_Return)
    assert desk.place == (1, 0)
    assert len(desk.rows) == 2
    desk.key(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert len(desk.rows) == 3
    assert desk.place == (2, 0)


def test_tab_on_the_last_cell_adds_one_line_however_long_it_is_held(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    desk.go(0, Column.VAT)
    desk.type("10")
    for _ in range(5):
        QTest.keyPress(desk.focus, Qt.Key.Key_Tab)
        assert len(desk.rows) == 1
    QTest.keyRelease(desk.focus, Qt.Key.Key_Tab)
    assert len(desk.rows) == 2
    assert desk.place == (1, 0)
    assert desk.rows[0].vat_rate == 10


def test_shift_tab_goes_back_through_the_cells(desk: Desk, line: Make) -> None:
    desk.open(Section(id="s", title="S"), line("a"))
    desk.go(1, Column.QUANTITY)
    desk.key(Qt.Key.Key_Backtab, SHIFT)
    assert desk.place == (1, 0)
    desk.key(Qt.Key.Key_Backtab, SHIFT)
    assert desk.place == (0, 0)


def test_arrows_leave_an_editor_and_keep_the_column(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"))
    desk.go(0, Column.PRICE)
    desk.type("7")
    desk.key(Qt.Key.Key_Down)
    assert desk.place == (1, Column.PRICE)
    assert desk.rows[0].unit_price == 7


def test_typing_on_the_invitation_begins_a_line(desk: Desk) -> None:
    desk.open(seller=FRENCH)
    desk.type("Audit")
    assert [row.label for row in desk.rows if isinstance(row, Line)] == ["Audit"]
    assert desk.rows[0].vat_rate == 20


def test_a_section_moves_with_its_lines(desk: Desk, line: Make) -> None:
    desk.open(Section(id="A"), line("a1"), line("a2"), Section(id="B"), line("b1"))
    desk.go(3)
    desk.key(Qt.Key.Key_Up, ALT)
    assert [row.id for row in desk.rows] == ["B", "b1", "A", "a1", "a2"]
    assert desk.place == (0, 0)
    desk.key(Qt.Key.Key_Down, ALT)
    assert [row.id for row in desk.rows] == ["A", "a1", "a2", "B", "b1"]
    assert desk.store.history.position == 2


def test_a_line_moves_past_a_section_head(desk: Desk, line: Make) -> None:
    desk.open(Section(id="A"), line("a1"), Section(id="B"), line("b1"))
    desk.go(3, Column.PRICE)
    desk.key(Qt.Key.Key_Up, ALT)
    assert [row.id for row in desk.rows] == ["A", "a1", "b1", "B"]
    assert desk.place == (2, Column.PRICE)


def test_deleting_and_undo_bring_everything_back(desk: Desk, line: Make) -> None:
    desk.open(Section(id="A"), line("a1"), line("a2"))
    before = desk.store.draft
    desk.go(1)
    desk.key(Qt.Key.Key_Backspace, CTRL)
    assert [row.id for row in desk.rows] == ["A", "a2"]
    desk.store.undo()
    assert desk.store.draft == before


def test_several_selected_rows_go_with_one_delete(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"), line("c"))
    desk.key(Qt.Key.Key_Down, SHIFT)
    desk.key(Qt.Key.Key_Delete)
    assert [row.id for row in desk.rows] == ["c"]
    assert desk.store.history.position == 1


def test_a_folded_section_hides_its_lines_and_is_deleted_with_them(desk: Desk, line: Make) -> None:
    desk.open(Section(id="A"), line("a1"), Section(id="B"), line("b1"))
    desk.key(Qt.Key.Key_Left)
    assert desk.table.isRowHidden(1)
    assert not desk.store.history.can_undo, "folding is no edit"
    desk.key(Qt.Key.Key_Down)
    assert desk.place == (2, 0)
    desk.go(0)
    desk.key(Qt.Key.Key_Backspace, CTRL)
    assert [row.id for row in desk.rows] == ["B", "b1"]
    assert not desk.table.isRowHidden(1)


def test_duplicating_a_section_copies_its_lines_under_new_ids(desk: Desk, line: Make) -> None:
    desk.open(Section(id="A", title="A"), line("a1"))
    desk.key(Qt.Key.Key_D, CTRL | SHIFT)
    titles = [row.title if isinstance(row, Section) else row.label for row in desk.rows]
    assert titles == ["A", "a1", "A", "a1"]
    assert len({row.id for row in desk.rows}) == 4


def test_an_issued_document_takes_no_key(desk: Desk, line: Make) -> None:
    desk.open(line("a"), status="issued")
    before = desk.store.draft
    assert desk.grid.model.rowCount() == 1, "no invitation"
    for key in (Qt.Key.Key_5, Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Tab):
        desk.key(key)
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.key(Qt.Key.Key_Backspace, CTRL)
    desk.key(Qt.Key.Key_Down, ALT)
    assert desk.store.draft is before


def test_commands_close_an_open_editor_without_losing_its_text(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    desk.go(0)
    desk.type("Audit")
    desk.key(Qt.Key.Key_Return, CTRL)
    assert [row.label for row in desk.rows if isinstance(row, Line)] == ["Audit", ""]
    assert desk.place == (1, 0)


def test_undo_while_typing_shows_what_the_draft_has(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    desk.go(0, Column.PRICE)
    desk.type("12")
    desk.table.finish_editing()
    desk.store.undo()
    assert desk.text(0, Column.PRICE) == "10.00"


def test_tab_goes_from_cell_to_cell_and_leaves_only_at_the_invitation(desk: Desk, line: Make) -> None:
    desk.open(line("One"))
    desk.go(0)
    for column in (Column.QUANTITY, Column.PRICE, Column.DISCOUNT, Column.VAT):
        desk.key(Qt.Key.Key_Tab)
        assert desk.place == (0, column)
        assert desk.table.hasFocus()
    desk.go(1)
    desk.key(Qt.Key.Key_Tab)
    assert not desk.table.hasFocus()


def test_back_tab_leaves_only_from_the_first_cell(desk: Desk, line: Make) -> None:
    desk.open(line("One"))
    desk.go(0, Column.QUANTITY)
    desk.key(Qt.Key.Key_Backtab, SHIFT)
    assert desk.place == (0, Column.DESCRIPTION)
    assert desk.table.hasFocus()
    desk.key(Qt.Key.Key_Backtab, SHIFT)
    assert not desk.table.hasFocus()
