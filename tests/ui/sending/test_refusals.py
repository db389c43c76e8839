"""A provider's refusal that names a field: said where one looks, and the way to that very field."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.client.transport import WireReply, WireRequest
from app.ui.forms.field import Field
from app.ui.rooms import COMPOSER
from tests.services.invoices import invoice
from tests.services.sending.hostile import nothing_instead
from tests.ui.sending.conftest import newest, outbox, rest, sent
from tests.ui.sending.network import Account, Network, network_of
from tests.ui.shell.test_issue import issue_by_keys


@pytest.fixture
def network(program: Program, qtbot: QtBot) -> Iterator[Network]:
    with network_of(program, qtbot) as opened:
        yield opened


def refusing(account: Account, path: str, status: int, body: object) -> list[WireRequest]:
    """Let every request to create something at this path be refused so; the requests that were."""
    refused: list[WireRequest] = []

    def instead(request: WireRequest) -> WireReply | None:
        if request.method != "POST" or path not in request.url:
            return None
        refused.append(request)
        return WireReply(status, {"content-type": "application/json"}, json.dumps(body).encode())

    account.twisted.instead = instead
    return refused


def place_in_hand(program: Program) -> str:
    """The path of the field that has the caret."""
    here: QWidget | None = program.window.focusWidget()
    grid = program.window.parts.grid
    if here is not None and (here is grid.table or grid.table.isAncestorOf(here)):
        return grid.current_path
    while here is not None and not isinstance(here, Field):
        here = here.parentWidget()
    return here.path if here is not None else ""


STRIPE = {"type": "invalid_request_error", "message": "Not like that."}
CASES = {
    "pennylane_v2 due date": (
        "pennylane_v2", "/customer_invoices", 422, {"message": "Not like that.", "field": "deadline"},
        "due_date", "due_date",
    ),
    "pennylane_v2 a line": (
        "pennylane_v2", "/customer_invoices", 422,
        {"message": "Not like that.", "field": "invoice_lines[1][raw_currency_unit_price]"},
        "rows.r2.unit_price", "rows.r2.unit_price",
    ),
    "pennylane_v2 a customer": (
        "pennylane_v2", "/company_customers", 422, {"message": "Not like that.", "field": "emails"},
        "buyer.email", "buyer.email",
    ),
    "chargeover currency": (
        "chargeover_v3", "/invoice", 400,
        {"code": 400, "status": "Error", "message": "The currency is not enabled.", "response": None},
        "currency", "currency",
    ),
    "chargeover a line": (
        "chargeover_v3", "/invoice", 400,
        {"code": 400, "status": "Error", "message": "line_items[1] line_rate is too long", "response": None},
        "rows.r2.unit_price", "rows.r2.unit_price",
    ),
    "chargeover the lines": (
        "chargeover_v3", "/invoice", 400,
        {"code": 400, "status": "Error", "message": "Too many line items.", "response": None},
        "rows", "rows.s1.title",
    ),
    "stripe e-mail": (
        "stripe_v1", "/v1/customers", 400, {"error": {**STRIPE, "param": "email"}},
        "buyer.email", "buyer.email",
    ),
    "stripe a line": (
        "stripe_v1", "/v1/invoiceitems", 400, {"error": {**STRIPE, "param": "unit_amount_decimal"}},
        "rows.r1.unit_price", "rows.r1.unit_price",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_refused_field_is_led_to(
    program: Program, qtbot: QtBot, network: Network, case: tuple[str, str, int, object, str, str]
):
    provider_id, path, status, body, told, place = case
    account = network.account(provider_id)
    refused = refusing(account, path, status, body)
    entry = sent(qtbot, program, account.connection_id)
    assert refused
    assert (entry.state, entry.error and entry.error.path) == ("refused", told)
    line = program.window.sending.bar.lines[0]
    assert "refused" in line.state.text()
    said = "Not like that." if "chargeover" not in provider_id else str(body["message"])  # type: ignore[index]
    assert said in line.text.text()
    page = outbox(qtbot, program, entry.id)
    assert said in page.panel.quote.text()
    page.panel.acts.buttons["mend"].click()
    rest(qtbot, program)
    assert program.window.rooms.current == COMPOSER
    assert place_in_hand(program) == place
    assert not program.seat.store.is_read_only
    assert newest(qtbot, program).id == entry.id


OPTIONS = {
    "pennylane_v2": (
        "pennylane_v2", "/customer_invoices", 422,
        {"message": "No.", "field": "customer_invoice_template_id"}, "", "template_id",
    ),
    "pennylane_v2, a line's": (
        "pennylane_v2", "/customer_invoices", 422,
        {"message": "No.", "field": "invoice_lines[1][ledger_account_id]"}, "r2", "ledger_account_id",
    ),
    "stripe": (
        "stripe_v1", "/v1/invoices", 400,
        {"error": {**STRIPE, "param": "payment_settings[default_mandate]"}},
        "", "payment_settings.default_mandate",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", OPTIONS.values(), ids=OPTIONS.keys())
def test_a_refused_option_is_led_to(
    program: Program, qtbot: QtBot, network: Network, case: tuple[str, str, int, object, str, str]
):
    provider_id, path, status, body, row, option = case
    account = network.account(provider_id)
    refusing(account, path, status, body)
    entry = sent(qtbot, program, account.connection_id)
    page = outbox(qtbot, program, entry.id)
    page.panel.acts.buttons["mend"].click()
    rest(qtbot, program)
    dialog = program.window.sending.options
    assert dialog is not None
    assert dialog.where.currentData() in (row, None)
    held = dialog.focusWidget()
    assert held is not None
    field = dialog.form.fields[option]
    assert field is held or field.isAncestorOf(held)
    dialog.reject()
    rest(qtbot, program)


def test_the_field_of_a_document_that_is_not_open_is_led_to(program: Program, qtbot: QtBot, network: Network):
    account = network.account("pennylane_v2")
    refusing(account, "/customer_invoices", 422, {"message": "No.", "field": "invoice_lines[1][vat_rate]"})
    entry = sent(qtbot, program, account.connection_id)
    program.window.flows.new_document()
    rest(qtbot, program)
    assert program.seat.store.document_id != entry.document_id
    page = outbox(qtbot, program, entry.id)
    page.panel.acts.buttons["mend"].click()
    rest(qtbot, program)
    assert program.seat.store.document_id == entry.document_id
    assert place_in_hand(program) == "rows.r2.vat_rate"


def test_what_was_refused_is_mended_and_goes_out_once(program: Program, qtbot: QtBot, network: Network):
    account = network.account("pennylane_v2")
    refusing(account, "/customer_invoices", 422, {"message": "No.", "field": "deadline"})
    first = sent(qtbot, program, account.connection_id)
    account.twisted.instead = nothing_instead
    program.seat.store.edit("Change subject", subject="Mended")
    rest(qtbot, program)
    second = sent(qtbot, program, account.connection_id)
    assert (first.state, second.state) == ("refused", "done")
    assert account.made == 1


def test_an_issued_document_is_refused_by_v1_at_its_line(program: Program, qtbot: QtBot, network: Network):
    account = network.account("pennylane_v1")
    program.seat.store.edit("Ours", seller=invoice().seller)
    issue_by_keys(qtbot, program)
    document_id = program.seat.store.document_id
    said = {"message": "No.", "field": "line_items.1.quantity"}
    refusing(account, "/customer_invoices", 422, said)
    entry = sent(qtbot, program, account.connection_id)
    assert (entry.state, entry.error and entry.error.path) == ("refused", "rows.r2.quantity")
    page = outbox(qtbot, program, entry.id)
    page.panel.acts.buttons["mend"].click()
    rest(qtbot, program)
    assert place_in_hand(program) == "rows.r2.quantity"
    assert program.seat.store.document_id == document_id


def test_what_stays_there_of_a_document_refused_halfway_is_said(
    program: Program, qtbot: QtBot, network: Network
):
    account = network.account("stripe_v1")
    refusing(account, "/v1/invoiceitems", 400, {"error": {**STRIPE, "param": "quantity"}})
    entry = sent(qtbot, program, account.connection_id)
    assert account.made == 1
    page = outbox(qtbot, program, entry.id)
    assert "Invoice: create" in page.panel.sentence.text()
    assert "Nothing was made" not in page.panel.sentence.text()
