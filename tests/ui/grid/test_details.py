"""All fields of a line, in the window beside the composer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from app.domain.rows import CustomField, Line, LineAdjustment, Product, Section
from app.ui.grid.details import RowDetails
from app.ui.grid.line_fields import GROUPS, SECTION_FIELDS

from .conftest import Desk

Make = Callable[..., Line]


def opened(desk: Desk, row: int = 0) -> RowDetails:
    desk.go(row)
    desk.key(Qt.Key.Key_F4)
    details = desk.grid.findChild(RowDetails)
    assert isinstance(details, RowDetails)
    assert details.isVisible()
    assert not details.isModal()
    return details


def entry(details: RowDetails, field: str) -> QLineEdit | QPlainTextEdit:
    assert details.focus_field(field)
    return next(bound.entry for bound in details._fields if bound.spec.field == field)


def fill(details: RowDetails, field: str, text: str) -> None:
    found = entry(details, field)
    found.selectAll()
    QTest.keyClicks(found, text)


def test_every_field_of_a_line_can_be_reached(desk: Desk, line: Make) -> None:
    reached = {spec.field.split(".")[0] for _, specs in GROUPS for spec in specs}
    reached |= {"price_entry", "adjustments", "custom_fields"}
    by_another = {"unit": "quantity", "vat_category": "vat_rate"}
    for field in Line.model_fields:
        if field not in ("kind", "id"):
            assert field in reached or by_another.get(field) in reached, field
    desk.open(line("a"))
    details = opened(desk)
    for field in reached:
        assert details.focus_field(field), field


def test_every_field_of_a_section_can_be_reached(desk: Desk) -> None:
    desk.open(Section(id="s", title="S"))
    details = opened(desk)
    reached = {spec.field for spec in SECTION_FIELDS} | {box.objectName() for box in boxes(details)}
    assert reached == set(Section.model_fields) - {"kind", "id"}
    box = next(box for box in boxes(details) if box.objectName() == "show_prices")
    box.click()
    head = desk.rows[0]
    assert isinstance(head, Section)
    assert not head.show_prices


def test_the_list_price_stands_still_while_the_unit_price_changes(desk: Desk, line: Make) -> None:
    desk.open(line("a", "80"))
    details = opened(desk)
    fill(details, "price_discount", "100")
    fill(details, "unit_price", "75")
    row = desk.rows[0]
    assert isinstance(row, Line)
    assert (row.unit_price, row.list_price, row.price_discount) == (75, 100, 25)
    found = entry(details, "price_discount")
    found.clear()
    QTest.keyClicks(found, " ")
    row = desk.rows[0]
    assert isinstance(row, Line)
    assert (row.unit_price, row.list_price) == (75, None)


def boxes(details: RowDetails) -> list[QCheckBox]:
    return details.findChildren(QCheckBox)


@pytest.mark.parametrize(
    ("field", "text", "changes"),
    [
        ("quantity", "3 h", {"quantity": Decimal(3), "unit": "HUR"}),
        ("service_start", "2026-03-01", {"service_start": date(2026, 3, 1)}),
        ("price_base_quantity", "100", {"price_base_quantity": Decimal(100)}),
        ("vat_code", "FR_200", {"vat_code": "FR_200"}),
        ("exemption_reason", "Art. 293 B", {"exemption_reason": "Art. 293 B"}),
        ("product.standard_code", "4006381333931", {"product": Product(standard_code="4006381333931")}),
        ("tags", "a, b,", {"tags": ("a", "b")}),
        ("provider_options", '{"stripe": {"x": 1}}', {"provider_options": {"stripe": {"x": 1}}}),
    ],
)
def test_a_field_typed_here_is_in_the_draft_at_once_as_one_step(
    desk: Desk, line: Make, field: str, text: str, changes: dict[str, object]
) -> None:
    desk.open(line("a"))
    fill(opened(desk), field, text)
    assert desk.rows[0] == line("a").model_copy(update=changes)
    assert desk.store.history.position == 1


def test_what_cannot_be_read_is_said_under_the_field(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    details = opened(desk)
    fill(details, "service_start", "soon")
    assert desk.rows[0] == line("a")
    assert any("“soon” is not a date" in label for label in said(details))


def said(details: RowDetails) -> list[str]:
    return [bound._error.text() for bound in details._fields if bound._error.isVisibleTo(details)]


def test_allowances_and_custom_fields_are_kept_in_small_tables(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    details = opened(desk)
    adjustments, custom = details._tables["adjustments"], details._tables["custom_fields"]
    adjustments._add.click()
    adjustments.table.item(0, 0).setText("+")
    adjustments.table.item(0, 1).setText("2.50")
    adjustments.table.item(0, 4).setText("Freight")
    custom._add.click()
    custom.table.item(0, 0).setText("Colour")
    custom.table.item(0, 1).setText("red")
    row = desk.rows[0]
    assert isinstance(row, Line)
    assert row.adjustments == (LineAdjustment(is_charge=True, amount=Decimal("2.5"), reason="Freight"),)
    assert row.custom_fields == (CustomField(name="Colour", value="red"),)
    assert desk.text(0, 5) == "12.50"
    adjustments.table.item(0, 1).setText("much")
    assert not adjustments._error.isHidden()
    adjustments._remove.click()
    assert desk.store.draft.rows[0] == row.model_copy(update={"adjustments": ()})


def test_it_follows_the_cursor_and_undo_and_goes_when_the_row_goes(desk: Desk, line: Make) -> None:
    desk.open(line("a"), line("b"))
    details = opened(desk)
    fill(details, "label", "X")
    desk.table.setFocus()
    desk.store.undo()
    label = next(bound.entry for bound in details._fields if bound.spec.field == "label")
    assert isinstance(label, QLineEdit)
    details.setFocus()
    desk.go(1)
    assert label.text() == "b"
    desk.grid.delete_rows()
    desk.grid.delete_rows()
    assert not desk.rows
    assert not details.isVisible()


def test_an_issued_line_can_be_read_but_not_changed(desk: Desk, line: Make) -> None:
    desk.open(line("a"), status="issued")
    details = desk.grid.show_details("a")
    assert details is not None
    assert all(not bound.entry.isEnabled() for bound in details._fields)


def test_options_for_providers_hold_no_binary_floats(desk: Desk, line: Make) -> None:
    desk.open(line("a"))
    details = opened(desk)
    options = entry(details, "provider_options")
    assert isinstance(options, QPlainTextEdit)
    options.setPlainText('{"stripe_v1": {"rate": 0.10, "list": [1e2, 3]}}')
    row = desk.rows[0]
    assert isinstance(row, Line)
    assert row.provider_options == {"stripe_v1": {"rate": "0.10", "list": ["100", 3]}}
    options.setPlainText('{"rate": NaN}')
    assert row == desk.rows[0]
    assert any("not a JSON object" in sentence for sentence in said(details))
