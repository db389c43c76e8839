"""The sheet before sending: what it says of a plan, and what one can do from it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.domain.fields import fields
from app.domain.rows import Line
from app.providers import PROVIDERS
from app.services.samples import sample
from app.services.sending import Change, PlannedField, ProviderCard, Why
from app.services.sending.cards import provider_card
from app.services.sending.sending import Sending
from app.ui.sending.field_titles import _TITLES, field_title, spec_parts
from app.ui.sending.reason_text import ReasonText
from app.ui.sending.reasons import Reasons
from app.ui.sending.review_rows import counts, review_rows
from app.ui.sending.review_table import FIELD, REASON, ReviewTable
from app.ui.theme import Theme
from tests.ui.sending.conftest import asked, rest, reviewed

CHARGEOVER = "practice-chargeover_v3"
PENNYLANE = "practice-pennylane_v2"
DRAFT = sample("atelier")


def card(provider_id: str) -> ProviderCard:
    return provider_card(next(p for p in PROVIDERS if p.id == provider_id), True)


def planned(path: str, verdict: str, why: str = "", change: Change | None = None) -> PlannedField:
    told = Why(why, change=change) if why else None
    return PlannedField(path, verdict, "1", "2", told)  # type: ignore[arg-type]


def rows_of(*items: PlannedField, provider: str = "chargeover_v3"):
    return review_rows(DRAFT, items, Reasons(card(provider), "en").of)


def test_every_field_of_a_document_has_a_name():
    nameless = []
    for spec in fields():
        path = spec.path.replace("rows[]", "rows.x").replace("adjustments[]", "adjustments.x")
        parts = spec_parts(path.replace("[]", ".0"))
        if not any(".".join(parts[-length:]) in _TITLES for length in (1, 2)):
            nameless.append(spec.path)
    assert nameless == []


def test_a_field_is_named_by_the_end_of_its_path():
    assert field_title("rows.r1.discount.value") == "Discount"
    assert field_title("buyer.addresses.0.line1") == "Street"
    assert field_title("kind") == "Kind of document"


def test_amounts_come_first_then_lines_then_the_rest():
    rows = rows_of(
        planned("subject", "kept"),
        planned("rows.r2.label", "kept"),
        planned("rows.r1.label", "kept"),
        planned("totals.gross", "kept"),
        planned("buyer.name", "kept"),
    )
    assert [row.title for row in rows] == ["Total", "Line 1", "Line 2", "Customer", "Subject"]


def test_a_row_of_several_fields_is_changed_unless_all_agree():
    (row,) = rows_of(planned("buyer.name", "kept"), planned("buyer.website", "dropped", "why.no_place"))
    assert row.verdict == "changed"
    assert [child.verdict for child in row.children] == ["kept", "dropped"]
    assert row.reason == "Web site: ChargeOver has no field for it here."
    assert counts([row]) == {"dropped": 1, "changed": 1, "added": 0, "kept": 1}


def test_fields_of_different_reasons_are_named_before_them():
    (row,) = rows_of(
        planned("buyer.website", "dropped", "why.no_place"),
        planned("buyer.siren", "dropped", "why.no_place"),
        planned("buyer.name", "dropped", "why.left_out"),
    )
    first, second = (child.reason for child in row.children if child.title != field_title("buyer.siren"))
    assert row.reason == (
        f"{field_title('buyer.website')}, {field_title('buyer.siren')}: {first} "
        f"{field_title('buyer.name')}: {second}"
    )


def test_rows_stay_as_high_as_their_reasons_when_the_scroll_bar_narrows_the_table(
    table: ReviewTable, qtbot: QtBot
):
    (row,) = rows_of(planned("subject", "changed", "why.no_place"))
    reasons = [" ".join(["word"] * count) for count in range(1, 90)]
    table.rows.show_rows([replace(row, key=reason, reason=reason) for reason in reasons], "ChargeOver")
    qtbot.waitUntil(table.verticalScrollBar().isVisible)

    def is_fitting() -> bool:
        column = table.columnWidth(REASON)
        return all(
            table.rowHeight(place) == table._paints.height_of(shown.row, column)
            for place, shown in enumerate(table.rows.shown)
        )

    qtbot.waitUntil(is_fitting)


def test_a_reason_leads_to_the_option_that_cures_it_whatever_its_words():
    cure = Change("document_discount", "line")
    (row,) = rows_of(planned("discount.value", "changed", "why.document_discount_in_rate", cure))
    assert row.change == "provider_options.chargeover_v3.document_discount"


def test_an_option_of_the_connection_leads_there():
    (row,) = rows_of(planned("buyer.name", "changed", "why.country_name", Change("country_names")))
    assert row.change == "connection.country_names"


def test_an_option_of_a_line_leads_to_that_line():
    cure = Change("ledger_account_id")
    (row,) = rows_of(
        planned("rows.r1.accounting_reference", "dropped", "why.account_option", cure),
        provider="pennylane_v2",
    )
    assert row.change == "rows.r1.provider_options.pennylane_v2.ledger_account_id"


def test_of_a_locked_document_only_options_are_led_to():
    reasons = Reasons(card("chargeover_v3"), "en", is_locked=True)
    field = planned("buyer.website", "dropped", "why.no_place")
    cure = Change("document_discount", "line")
    option = planned("discount.value", "changed", "why.document_discount_in_rate", cure)
    assert reasons.of(field).change == ""
    assert reasons.of(option).change == "provider_options.chargeover_v3.document_discount"


def test_a_changed_field_leads_to_itself_and_a_sum_to_nothing():
    changed, total = rows_of(
        planned("totals.gross", "changed", "why.rounding"), planned("subject", "dropped", "why.no_place")
    )
    assert {changed.change, total.change} == {"", "subject"}


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> ReviewTable:
    theme = Theme()
    theme.apply(qapp, "light")
    made = ReviewTable(theme)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def test_filters_show_only_what_has_the_verdict(table: ReviewTable):
    rows = rows_of(
        planned("buyer.name", "kept"),
        planned("buyer.website", "dropped", "why.no_place"),
        planned("subject", "kept"),
    )
    table.rows.show_rows(rows, "ChargeOver")
    assert len(table.rows.shown) == 2
    table.rows.filter_by(frozenset({"dropped"}))
    assert [(shown.row.title, shown.depth) for shown in table.rows.shown] == [
        ("Customer", 0),
        ("Web site", 1),
    ]
    table.rows.filter_by(frozenset())
    assert [shown.row.title for shown in table.rows.shown] == ["Customer", "Subject"]


def test_the_keyboard_unfolds_and_goes_to_what_can_be_changed(table: ReviewTable, qtbot: QtBot):
    table.rows.show_rows(
        rows_of(planned("buyer.name", "kept"), planned("buyer.website", "dropped", "why.no_place")), ""
    )
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert len(table.rows.shown) == 3
    table.selectRow(2)
    with qtbot.waitSignal(table.change_asked) as asked_for:
        qtbot.keyClick(table, Qt.Key.Key_F2)
    assert asked_for.args == ["buyer.website"]
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert len(table.rows.shown) == 1


def test_the_link_in_a_reason_can_be_clicked_and_the_words_before_it_not(table: ReviewTable, qtbot: QtBot):
    table.rows.show_rows(rows_of(planned("subject", "dropped", "why.no_place")), "ChargeOver")
    index = table.rows.index(0, REASON)
    cell = table.visualRect(index)
    asked_for: list[str] = []
    table.change_asked.connect(asked_for.append)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(16, 14))
    assert asked_for == []
    row = table.rows.shown[0].row
    columns, lines = range(cell.left(), cell.right(), 4), range(cell.top(), cell.bottom(), 4)
    points = (QPoint(x, y) for y in lines for x in columns)
    place = next(point for point in points if table._paints.is_link(row, cell, point))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked_for == ["subject"]


@pytest.mark.usefixtures("qapp")
def test_a_reason_wraps_and_knows_where_its_link_is():
    font = Theme().font()
    wide, narrow = ReasonText("one two three", "change", font, 900), ReasonText("one two three", "", font, 30)
    assert narrow.height > wide.height
    assert not wide.is_link(QPoint(1, 1))
    assert not narrow.is_link(QPoint(1, 1))
    assert not wide.is_link(QPoint(890, 1))


def test_a_document_of_250_lines_is_planned_and_shown(program: Program, qtbot: QtBot):
    draft = program.seat.store.draft
    model = next(iter(draft.lines))
    lines = tuple(model.model_copy(update={"id": f"x{n}", "unit_price": Decimal(n + 1)}) for n in range(250))
    program.seat.store.edit("Many lines", rows=lines)
    rest(qtbot, program)
    sheet = reviewed(qtbot, program, PENNYLANE)
    titles = [shown.row.title for shown in sheet.table.rows.shown]
    assert titles.count("Line 250") == 1
    assert all(isinstance(row, Line) for row in program.seat.store.draft.rows)
    assert sheet.table.model().columnCount() == 5
    assert sheet.send.isEnabled()


def test_problems_stand_on_top_and_lead_to_their_field(program: Program, qtbot: QtBot):
    program.seat.store.edit("Change due date", due_date=program.seat.store.draft.issue_date.replace(day=1))
    rest(qtbot, program)
    sheet = reviewed(qtbot, program, PENNYLANE)
    assert not sheet.send.isEnabled()
    assert sheet.problems.isVisible()
    with qtbot.waitSignal(program.window.sending.reviewing.change_asked) as asked_for:
        sheet.problems.field_asked.emit("due_date")
    assert asked_for.args == ["due_date"]
    rest(qtbot, program)
    assert program.window.sending.reviewing.sheet is None


def test_the_requests_are_shown_whole_and_without_secrets(program: Program, qtbot: QtBot):
    sheet = reviewed(qtbot, program, CHARGEOVER)
    sheet.show_requests.setChecked(True)
    text = sheet.requests.toPlainText()
    assert "POST https://" in text
    assert "Basic {user}:{password}" in text
    secrets = asked(qtbot, program, _practice_secrets)
    assert secrets
    assert not [secret for secret in secrets if secret in text]
    sheet.copy.click()
    assert QApplication.clipboard().text() == text


def _practice_secrets(sending: Sending) -> list[str]:
    connection = sending.connection(CHARGEOVER)
    with sending.practice.account(sending.provider(connection.provider), connection) as account:
        return list(account.accepted.values())


def test_escape_goes_back_and_nothing_is_sent(program: Program, qtbot: QtBot):
    sheet = reviewed(qtbot, program, PENNYLANE)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    rest(qtbot, program)
    assert program.window.sending.reviewing.sheet is None
    assert asked(qtbot, program, lambda sending: sending.entries()) == ()


def test_enter_in_the_table_sends(program: Program, qtbot: QtBot):
    sheet = reviewed(qtbot, program, PENNYLANE)
    sheet.table.setFocus()
    sheet.table.selectRow(0)
    assert sheet.table.currentIndex().column() == FIELD
    qtbot.keyClick(sheet.table, Qt.Key.Key_Return)
    rest(qtbot, program)
    assert len(asked(qtbot, program, lambda sending: sending.entries())) == 1
