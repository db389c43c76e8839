"""The judges of the supplier import are awake, and the simulator refuses what they refuse."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openapi_core.exceptions import OpenAPIError

from app.client.transport import WireReply, WireRequest
from app.practice.pennylane.desk import READ_ONLY_TOKEN, TOKEN
from app.practice.pennylane.supplier import SupplierSimulator
from app.providers.pennylane.supplier import PROVIDER
from tests.providers.pennylane.import_cases import draft, submission
from tests.providers.pennylane.import_contracts import Judge
from tests.providers.pennylane.import_driving import Line
from tests.providers.pennylane.supplier.test_import import (
    _DIRECT_FILE,
    _GATEWAY_FILE,
    DIRECT,
    GATEWAY,
    GATEWAY_URL,
)

CONNECTIONS = {"direct": DIRECT, "gateway": GATEWAY}


def exchange(dialect: str) -> tuple[SupplierSimulator, WireRequest, WireReply]:
    """An import that was taken, and a simulator that has the file but not yet the invoice."""
    kept: list[tuple[WireRequest, WireReply]] = []
    connection = CONNECTIONS[dialect]
    simulator = SupplierSimulator()
    before: list[Any] = []

    def watch(request: WireRequest, answer: WireReply) -> None:
        if request.url.endswith("/file_attachments"):
            before.append(simulator.state())
        if request.url.endswith("/import"):
            kept.append((request, answer))

    road = Line(PROVIDER, connection, simulator, TOKEN, watch=watch)
    road.run(PROVIDER.submit(submission(connection, draft(), {"supplier_id": "1"})))
    simulator.restore(before[0])
    return simulator, *kept[0]


def altered(request: WireRequest, change: Any) -> WireRequest:
    body = json.loads(request.content)
    change(body)
    return WireRequest(request.method, request.url, request.headers, json.dumps(body).encode())


WRONG = [
    lambda body: body.pop("date"),
    lambda body: body.pop("supplier_id"),
    lambda body: body.update(currency_amount=271.62),
    lambda body: body.update(currency_tax="41,65"),
    lambda body: body.update(payee="x"),
    lambda body: body.update(invoice_lines=[]),
    lambda body: body["invoice_lines"][0].update(vat_rate="FR_190"),
    lambda body: body["invoice_lines"][0].pop("currency_tax"),
    lambda body: body.update(transaction_reference={"banking_provider": "stripe"}),
]
_FILES = {"direct": (_DIRECT_FILE, ""), "gateway": (_GATEWAY_FILE, GATEWAY_URL)}

if _DIRECT_FILE is not None and _GATEWAY_FILE is not None:

    def judge_of(dialect: str) -> Judge:
        path, server = _FILES[dialect]
        assert path is not None
        return Judge(path, server)

    @pytest.mark.parametrize("dialect", ["direct", "gateway"])
    def test_an_import_keeps_the_contract(dialect: str) -> None:
        judge = judge_of(dialect)
        _, request, answer = exchange(dialect)
        judge(request, answer)
        assert judge.judged == 1

    @pytest.mark.parametrize("dialect", ["direct", "gateway"])
    def test_an_import_with_a_fault_does_not(dialect: str) -> None:
        judge = judge_of(dialect)
        _, request, answer = exchange(dialect)
        for change in WRONG:
            with pytest.raises(OpenAPIError):
                judge(altered(request, change), answer)


@pytest.mark.parametrize("dialect", ["direct", "gateway"])
@pytest.mark.parametrize("number", range(len(WRONG)))
def test_the_simulator_refuses_the_same_faults(dialect: str, number: int) -> None:
    simulator, request, _ = exchange(dialect)
    assert simulator.answer(altered(request, WRONG[number])).status == 400
    assert simulator.answer(request).status == 201


@pytest.mark.parametrize(
    ("change", "status"),
    [
        (lambda body: body.update(currency_amount="271.63"), 422),
        (lambda body: body["invoice_lines"][0].update(currency_amount="240.03"), 422),
        (lambda body: body["invoice_lines"][0].update(currency_tax="41.00"), 422),
        (lambda body: body.update(supplier_id=99), 404),
        (lambda body: body.update(file_attachment_id=1), 404),
    ],
)
def test_the_simulator_refuses_what_breaks_a_rule(change: Any, status: int) -> None:
    simulator, request, _ = exchange("direct")
    assert simulator.answer(altered(request, change)).status == status


def test_the_simulator_bears_one_cent_a_line() -> None:
    simulator, request, _ = exchange("direct")
    within = altered(request, lambda body: body["invoice_lines"][0].update(currency_amount="240.02"))
    assert simulator.answer(within).status == 201


def test_the_gateway_demands_a_number_and_knows_no_reference() -> None:
    simulator, request, _ = exchange("gateway")
    for change in (
        lambda body: body.pop("invoice_number"),
        lambda body: body.update(invoice_number=""),
        lambda body: body.update(external_reference="x"),
        lambda body: body.update(label="x"),
    ):
        assert simulator.answer(altered(request, change)).status == 400


def test_the_simulator_keeps_its_state_as_json() -> None:
    simulator = SupplierSimulator()
    road = Line(PROVIDER, DIRECT, simulator, TOKEN)
    road.run(PROVIDER.submit(submission(DIRECT, draft())))
    kept = json.loads(json.dumps(simulator.state()))
    other = SupplierSimulator()
    other.restore(kept)
    assert other.documents() == simulator.documents() != []
    assert other.state() == simulator.state()
    with pytest.raises(ValueError, match="no state"):
        other.restore([])


@pytest.mark.parametrize(
    ("method", "path", "token", "status"),
    [
        ("GET", "me", TOKEN, 200),
        ("GET", "me", "wrong", 401),
        ("POST", "suppliers", READ_ONLY_TOKEN, 403),
        ("GET", "suppliers/77", TOKEN, 404),
        ("GET", "suppliers?limit=0", TOKEN, 400),
        ("GET", "suppliers?filter=%5B%7B%22field%22%3A%22vat_number%22%7D%5D", TOKEN, 400),
        ("GET", "supplier_invoices?cursor=x", TOKEN, 400),
        ("POST", "supplier_invoices/import", TOKEN, 400),
        ("POST", "file_attachments", TOKEN, 400),
        ("PUT", "supplier_invoices/1/validate_accounting", TOKEN, 404),
        ("DELETE", "suppliers/1", TOKEN, 404),
        ("GET", "elsewhere", TOKEN, 404),
    ],
)
def test_the_simulator_answers_whatever_it_is_asked(method: str, path: str, token: str, status: int) -> None:
    url = f"https://app.pennylane.com/api/external/v2/{path}"
    headers = (("authorization", f"Bearer {token}"), ("content-type", "application/json"))
    assert SupplierSimulator().answer(WireRequest(method, url, headers, b"[}")).status == status
