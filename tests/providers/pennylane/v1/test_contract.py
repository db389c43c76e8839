"""The judge of V1's exchanges is awake: it lets a right request pass and no wrong one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openapi_core.exceptions import OpenAPIError

from app.client.transport import WireReply, WireRequest
from app.practice.pennylane.desk import TOKEN
from app.practice.pennylane.v1 import V1Simulator
from app.providers.pennylane.v1 import PROVIDER
from tests.providers.pennylane.import_cases import draft, submission
from tests.providers.pennylane.import_contracts import Judge, contract
from tests.providers.pennylane.import_driving import Line
from tests.providers.pennylane.v1.test_import import CONNECTION

_FILE = contract("pennylane/company-v1-import.own.yaml")
URL = "https://app.pennylane.com/api/external/v1/customer_invoices/import"


def exchange() -> tuple[WireRequest, WireReply]:
    kept: list[tuple[WireRequest, WireReply]] = []
    road = Line(PROVIDER, CONNECTION, V1Simulator(), TOKEN, watch=lambda *both: kept.append(both))
    road.run(PROVIDER.submit(submission(CONNECTION, draft())))
    return kept[-1]


def altered(request: WireRequest, change: Any) -> WireRequest:
    body = json.loads(request.content)
    change(body)
    return WireRequest(request.method, request.url, request.headers, json.dumps(body).encode())


WRONG = [
    lambda body: body["invoice"].pop("date"),
    lambda body: body.pop("create_customer"),
    lambda body: body["invoice"]["line_items"][0].update(currency_amount="240.00"),
    lambda body: body["invoice"]["line_items"][0].update(vat_rate="FR_190"),
    lambda body: body["invoice"].update(customer={"name": "Client"}),
]


if _FILE is not None:

    def test_an_import_keeps_the_contract() -> None:
        judge = Judge(_FILE)
        judge(*exchange())
        assert judge.judged == 1

    @pytest.mark.parametrize("number", range(len(WRONG)))
    def test_an_import_with_a_fault_does_not(number: int) -> None:
        request, answer = exchange()
        with pytest.raises(OpenAPIError):
            Judge(_FILE)(altered(request, WRONG[number]), answer)


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_the_simulator_refuses_the_same_faults(number: int) -> None:
    request, _ = exchange()
    answer = V1Simulator().answer(altered(request, WRONG[number]))
    assert answer.status in (400, 422)


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.update(update_customer=True),
        lambda body: body["invoice"].update(special_mention="x"),
        lambda body: body["invoice"]["line_items"][0].update(discount="5"),
        lambda body: body["invoice"].update(currency=None),
        lambda body: body["invoice"].update(date="20/11/2026"),
        lambda body: body.update(file="bm90IGEgcGRm"),
        lambda body: body.pop("file"),
        lambda body: body["invoice"]["customer"].pop("city"),
        lambda body: body.update(create_customer=False),
    ],
)
def test_the_simulator_refuses_what_no_page_prints(change: Any) -> None:
    request, _ = exchange()
    assert V1Simulator().answer(altered(request, change)).status in (400, 422)


def test_the_simulator_keeps_its_state_as_json() -> None:
    simulator = V1Simulator()
    road = Line(PROVIDER, CONNECTION, simulator, TOKEN)
    road.run(PROVIDER.submit(submission(CONNECTION, draft())))
    kept = json.loads(json.dumps(simulator.state()))
    other = V1Simulator()
    other.restore(kept)
    assert other.documents() == simulator.documents()
    assert other.state() == simulator.state()
    with pytest.raises(ValueError, match="no state"):
        other.restore({"invoices": []})


@pytest.mark.parametrize(
    ("method", "path", "token", "status"),
    [
        ("POST", "customer_invoices/import", "wrong", 401),
        ("POST", "customer_invoices/import", "practice-pennylane-reading-token", 403),
        ("GET", "customer_invoices/unknown", TOKEN, 404),
        ("DELETE", "customer_invoices/V1", TOKEN, 404),
        ("GET", "customer_invoices?page=0", TOKEN, 400),
        ("POST", "customer_invoices/import", TOKEN, 400),
        ("GET", "elsewhere", TOKEN, 404),
    ],
)
def test_the_simulator_answers_whatever_it_is_asked(method: str, path: str, token: str, status: int) -> None:
    url = f"https://app.pennylane.com/api/external/v1/{path}"
    headers = (("authorization", f"Bearer {token}"), ("content-type", "application/json"))
    answer = V1Simulator().answer(WireRequest(method, url, headers, b"[}"))
    assert answer.status == status
    assert answer.headers["api-version-expires-at"]
