"""The practice account is as strict as Stripe itself."""

from __future__ import annotations

import base64
import json

import pytest

from app.client.transport import WireRequest
from app.practice.stripe_v1 import StripeSimulator
from app.practice.stripe_v1.simulator import KEY
from app.providers.stripe_v1.access import NEWEST
from tests.providers.stripe.desk import NOW, Desk, a_draft, a_line

BILL = "customer=cus_practice000001&collection_method=send_invoice&days_until_due=30"


@pytest.fixture
def desk() -> Desk:
    """An account with one customer and one draft."""
    made = Desk()
    made.ask("POST", "/v1/customers", "name=Lumen")
    made.ask("POST", "/v1/invoices", BILL)
    return made


@pytest.mark.parametrize(
    ("path", "fields", "param", "code"),
    [
        ("/v1/invoices", f"{BILL}&tax_override=1", "tax_override", "parameter_unknown"),
        ("/v1/invoices", f"{BILL}&due_date=1797893999", "due_date", ""),
        ("/v1/invoices", "customer=cus_practice000001&days_until_due=3", "days_until_due", ""),
        ("/v1/invoices", "customer=cus_nobody", "customer", "resource_missing"),
        ("/v1/invoices", f"{BILL}&description=", "description", "parameter_invalid_empty"),
        ("/v1/invoices", f"{BILL}&custom_fields[0][name]=a", "custom_fields[0][value]", "parameter_missing"),
        ("/v1/invoices", f"{BILL}&auto_advance=yes", "auto_advance", ""),
        ("/v1/invoices", f"{BILL}&discounts[0][coupon]=none", "discounts[0][coupon]", "resource_missing"),
        (
            "/v1/invoices",
            f"{BILL}&statement_descriptor={'x' * 23}",
            "statement_descriptor",
            "parameter_too_long",
        ),
        ("/v1/invoiceitems", "customer=cus_practice000001&amount=1.5", "amount", "parameter_invalid_integer"),
        ("/v1/invoiceitems", "customer=cus_practice000001&amount=1&quantity=2", "quantity", ""),
        (
            "/v1/invoiceitems",
            "customer=cus_practice000001&quantity_decimal=2",
            "quantity_decimal",
            "parameter_unknown",
        ),
        ("/v1/tax_rates", "display_name=TVA&inclusive=false", "percentage", "parameter_missing"),
        ("/v1/coupons", "percent_off=5&amount_off=5&currency=eur", "percent_off", ""),
    ],
)
def test_what_stripe_refuses_is_refused(desk: Desk, path: str, fields: str, param: str, code: str) -> None:
    status, body = desk.ask("POST", path, fields)
    assert status == 400
    assert (body["error"]["param"], body["error"].get("code", "")) == (param, code)


def test_the_newest_version_has_no_whole_unit_amounts(desk: Desk) -> None:
    fields = "customer=cus_practice000001&unit_amount=5"
    assert desk.ask("POST", "/v1/invoiceitems", fields, NEWEST)[0] == 400
    assert desk.ask("POST", "/v1/invoiceitems", fields)[0] == 200


@pytest.mark.parametrize("authorization", ["", "Bearer sk_test_wrong", "Basic !!!"])
def test_a_wrong_key_is_not_let_in(authorization: str) -> None:
    request = WireRequest("GET", "https://api.stripe.com/v1/account", (("Authorization", authorization),))
    assert StripeSimulator(lambda: NOW).answer(request).status == 401


def test_the_key_is_taken_as_a_user_s_name_too() -> None:
    told = base64.b64encode(f"{KEY}:".encode()).decode()
    request = WireRequest("GET", "https://api.stripe.com/v1/account", (("Authorization", f"Basic {told}"),))
    assert StripeSimulator(lambda: NOW).answer(request).status == 200


def test_a_key_of_a_step_answers_the_same_and_refuses_other_contents(desk: Desk) -> None:
    first = desk.ask("POST", "/v1/customers", "name=A", idempotency_key="k")
    assert desk.ask("POST", "/v1/customers", "name=A", idempotency_key="k") == first
    status, body = desk.ask("POST", "/v1/customers", "name=B", idempotency_key="k")
    assert (status, body["error"]["type"]) == (400, "idempotency_error")


def test_a_key_is_forgotten_after_a_day() -> None:
    clock = [NOW]
    desk = Desk(simulator=StripeSimulator(lambda: clock[0]))
    first = desk.ask("POST", "/v1/customers", "name=A", idempotency_key="k")[1]["id"]
    clock[0] += 24 * 3600
    assert desk.ask("POST", "/v1/customers", "name=A", idempotency_key="k")[1]["id"] != first


def test_a_refused_request_leaves_its_key_free(desk: Desk) -> None:
    assert desk.ask("POST", "/v1/customers", "nme=A", idempotency_key="k")[0] == 400
    assert desk.ask("POST", "/v1/customers", "name=A", idempotency_key="k")[0] == 200


def test_a_json_body_is_not_taken(desk: Desk) -> None:
    assert desk.ask("POST", "/v1/customers", '{"name":"A"}', content_type="application/json")[0] == 400


def test_only_drafts_are_deleted_and_only_finalised_ones_voided(desk: Desk) -> None:
    path = "/v1/invoices/in_practice000001"
    assert desk.ask("POST", f"{path}/void")[0] == 400
    assert desk.ask("POST", f"{path}/finalize")[0] == 400
    desk.ask(
        "POST",
        "/v1/invoiceitems",
        "customer=cus_practice000001&invoice=in_practice000001&currency=eur&amount=5",
    )
    assert desk.ask("POST", f"{path}/finalize")[1]["status"] == "open"
    assert desk.ask("DELETE", path)[0] == 400
    assert desk.ask("POST", f"{path}/send")[1]["error"]["param"] == "customer"
    assert desk.ask("POST", f"{path}/void")[1]["status"] == "void"
    assert desk.ask("GET", "/v1/invoices/in_nobody")[0] == 404


def test_its_state_is_kept_as_json_and_held_again() -> None:
    desk = Desk()
    desk.send(a_draft(rows=[a_line(quantity="2.5")]))
    other = StripeSimulator(lambda: NOW)
    other.restore(json.loads(json.dumps(desk.simulator.state())))
    assert other.documents() == desk.simulator.documents()
    assert other.state() == desk.simulator.state()
    for wrong in (None, [], {"records": {}}, {"tax_rounding": "per_item", "requests": 1}):
        with pytest.raises(ValueError, match="no state"):
            other.restore(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields", ["[a]=1", "a[b=1", "a=1&a[b]=2", "a[b][c][d][e][f][g][h][i][j][k][l][m]=1", "\udcff"]
)
def test_a_malformed_body_is_answered(desk: Desk, fields: str) -> None:
    headers = (("authorization", f"Bearer {KEY}"), ("content-type", "application/x-www-form-urlencoded"))
    content = fields.encode("utf-8", "surrogateescape")
    reply = desk.simulator.answer(WireRequest("POST", "https://api.stripe.com/v1/invoices", headers, content))
    assert reply.status == 400
