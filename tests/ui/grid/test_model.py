"""The table model follows the draft step by step, whatever is done to it."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.draft import Draft
from app.domain.rows import Line, Section
from app.ui.draft_store import DraftStore
from app.ui.grid import order
from app.ui.grid.cells import Column
from app.ui.grid.differ import Change, Insert, Move, Remove, Reorder, steps_between
from app.ui.grid.model import RowsModel

from .conftest import Desk, Document

Make = Callable[..., Line]
IDS = st.lists(st.sampled_from("abcdefghijkl"), unique=True)


def rows_of(ids: list[str]) -> list[Line | Section]:
    return [Section(id=i) if i in "af" else Line(id=i) for i in ids]


def replayed(before: list[Line | Section], after: list[Line | Section]) -> list[str]:
    rows = list(before)
    for step in steps_between(before, after):
        if isinstance(step, Remove):
            del rows[step.first : step.last + 1]
        elif isinstance(step, Insert):
            rows[step.first : step.first] = step.rows
        elif isinstance(step, Move):
            assert step.to < step.first
            block = rows[step.first : step.last + 1]
            del rows[step.first : step.last + 1]
            rows[step.to : step.to] = block
        elif isinstance(step, Reorder):
            by_id = {row.id: row for row in rows}
            places = [i for i, row in enumerate(rows) if row.id in set(step.ids)]
            for place, row_id in zip(places, step.ids, strict=True):
                rows[place] = by_id[row_id]
        else:
            rows[step.first : step.last + 1] = after[step.first : step.last + 1]
    assert all(a is b for a, b in zip(rows, after, strict=True))
    return [row.id for row in rows]


@given(IDS, IDS)
def test_the_steps_lead_from_any_order_to_any_other(before: list[str], after: list[str]) -> None:
    assert replayed(rows_of(before), rows_of(after)) == after


def test_one_edited_row_is_one_change() -> None:
    rows = rows_of(list("bcdeg"))
    after = [*rows[:2], rows[2].model_copy(update={"label": "x"}), *rows[3:]]
    assert steps_between(rows, after) == [Change(2, 2)]


def test_a_moved_block_is_one_move() -> None:
    rows = rows_of(list("bcdefg"))
    assert steps_between(rows, [*rows[:1], *rows[4:], *rows[1:4]]) == [Move(4, 5, 1)]


def test_a_reversal_of_many_rows_is_told_at_once() -> None:
    rows = [Line(id=f"r{i}") for i in range(300)]
    steps = steps_between(rows, rows[::-1])
    assert [type(step) for step in steps] == [Reorder]
    assert replayed(list(rows), list(rows[::-1])) == [row.id for row in reversed(rows)]


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_moves_and_undo_keep_qt_content_and_end_as_the_draft(qtbot: object, seed: int) -> None:
    assert qtbot
    dice = random.Random(seed)
    store = DraftStore()
    model = RowsModel(store)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    store.open(Document(Draft(rows=tuple(Line(label=str(i)) for i in range(8)))))

    def some() -> set[str]:
        rows = store.draft.rows
        return {row.id for row in dice.sample(rows, k=min(len(rows), dice.randint(0, 3)))}

    for turn in range(150):
        rows = store.draft.rows
        action = dice.randint(0, 8)
        if action == 0 and len(rows) < 40:
            kind = dice.choice([Line, Section])
            new = [kind(id=order.new_row_id()) for _ in range(dice.randint(1, 3))]
            store.edit("insert", rows=order.inserted(rows, dice.randint(0, len(rows)), new))
        elif action == 1:
            store.edit("delete", rows=order.without(rows, some()))
        elif action in (2, 3):
            store.edit("move", rows=order.moved(rows, some(), dice.choice([-1, 1])))
        elif action == 4:
            store.edit("drop", rows=order.moved_before(rows, some(), dice.randint(0, len(rows))))
        elif action == 5 and rows:
            row = dice.choice(rows)
            field = "title" if isinstance(row, Section) else "label"
            store.edit_row(row.id, "edit", **{field: str(turn)})
        elif action == 6:
            store.edit("shuffle", rows=tuple(dice.sample(rows, k=len(rows))))
        elif action == 7:
            store.jump(dice.randint(0, len(store.history.steps)))
        else:
            dice.choice([store.undo, store.redo])()
        assert tuple(model.rows) == store.draft.rows
        assert model.rowCount() == len(store.draft.rows) + 1
        for place, row in enumerate(store.draft.rows):
            assert model.place_of(row.id) == place
    store.jump(0)
    assert [row.label for row in model.rows if isinstance(row, Line)] == [str(i) for i in range(8)]


def test_cells_show_the_figures_in_the_language_of_the_interface(desk: Desk, line: Make) -> None:
    desk.open(
        Section(id="s", title="Conception"),
        line("a", "1234.5", quantity=Decimal("2.5"), unit="DAY"),
        line("b", "0.12345"),
    )
    assert [desk.text(0, c) for c in Column] == ["1 · Conception", "", "", "", "subtotal", "3,086.37"]
    assert [desk.text(1, c) for c in Column] == ["a", "2.5\u00a0day", "1,234.50", "", "20\u00a0%", "3,086.25"]
    assert desk.text(2, Column.PRICE) == "0.12345"
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    desk.grid.model.refresh()
    assert desk.text(1, Column.PRICE) == "1\u202f234,50"


def test_an_amount_far_beyond_a_float_is_shown_to_the_cent(desk: Desk, line: Make) -> None:
    desk.open(line("a", "123456789012345.67"))
    assert desk.text(0, Column.NET) == "123,456,789,012,345.67"


def test_screen_readers_are_told_line_column_and_value(desk: Desk, line: Make) -> None:
    desk.open(Section(id="s", title="S"), line("a"), line("b", quantity=Decimal("2.5"), unit="DAY"))
    role = Qt.ItemDataRole.AccessibleTextRole
    model = desk.grid.model
    assert model.index(2, Column.QUANTITY).data(role) == "Line 2, quantity 2.5\u00a0day"
    assert model.index(2, Column.DISCOUNT).data(role) == "Line 2, discount empty"
    assert model.index(0, 0).data(role) == "Section 1 · S"
    assert model.headerData(1, Qt.Orientation.Horizontal, role) == "Quantity"


def test_a_section_head_and_the_net_are_not_for_typing(desk: Desk, line: Make) -> None:
    desk.open(Section(id="s"), line("a"))
    model = desk.grid.model

    def takes_text(row: int, column: int) -> bool:
        return bool(model.flags(model.index(row, column)) & Qt.ItemFlag.ItemIsEditable)

    assert [takes_text(0, c) for c in Column] == [True, False, False, False, False, False]
    assert [takes_text(1, c) for c in Column] == [True, True, True, True, True, False]
    assert not takes_text(2, 0), "the invitation"
    assert model.rowCount(model.index(0, 0)) == 0


def test_one_edit_among_thousands_changes_its_row_and_the_nets_above_it(desk: Desk, line: Make) -> None:
    rows: list[Line | Section] = [line(f"r{i}") for i in range(5000)]
    rows[2000] = Section(id="s", title="S")
    desk.open(*rows)
    seen: list[tuple[int, int, int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        seen.append((first.row(), first.column(), last.row(), last.column()))

    desk.grid.model.dataChanged.connect(note)
    desk.store.edit_row("r2500", "edit", unit_price=Decimal(3))
    assert seen == [(2500, 0, 2500, 5), (2500, 5, 2500, 5), (2000, 5, 2000, 5)]
    assert desk.text(2500, Column.NET) == "3.00"
    assert desk.text(2000, Column.NET) == "29,983.00"


def test_another_document_takes_the_place_of_the_first(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"))
    desk.go(1)
    desk.open(line("c"))
    assert [row.id for row in desk.grid.model.rows] == ["c"]
    assert desk.place == (0, 0)


def test_another_currency_writes_all_its_amounts_anew(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"))
    seen: list[tuple[int, int, int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        seen.append((first.row(), first.column(), last.row(), last.column()))

    desk.grid.model.dataChanged.connect(note)
    desk.store.edit("Currency", currency="JPY")
    assert seen == [(0, Column.PRICE, 1, Column.NET)]
    assert desk.text(1, Column.NET) == "10"
