"""The practice site is as strict as the real one, keeps its state, and signs in both ways."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from app.client.authorise import authoriser
from app.client.secret import Secret
from app.client.transport import WireReply, WireRequest
from app.practice.chargeover_v3 import ChargeOverSimulator
from app.practice.chargeover_v3.door import encoded
from app.practice.simulator import TaxesByItsOwnRules
from app.practice.simulators import SIMULATORS, TAXING, prepared
from app.providers.chargeover_v3 import PROVIDER
from tests.providers.chargeover.desk import Desk, basic, connection, submission, verdict
from tests.providers.chargeover.drafts import draft, line

ROOT = "https://acme.chargeover.com/api/v3"
LINE: dict[str, Any] = {"item_id": 101, "descrip": "Work", "line_rate": 10, "line_quantity": 2}
INVOICE: dict[str, Any] = {"customer_id": 501, "date": "2026-01-15", "line_items": [LINE]}


def ask(site: ChargeOverSimulator, method: str, path: str, body: Any = None, sign: Any = None) -> WireReply:
    content = b"" if body is None else encoded(body)
    kind = () if body is None else (("content-type", "application/json"),)
    return site.answer(WireRequest(method, ROOT + path, (sign or basic(site), *kind), content))


def told(answer: WireReply) -> Any:
    return json.loads(answer.content, parse_float=Decimal)


def test_an_invoice_is_made_numbered_added_up_and_shown() -> None:
    site = ChargeOverSimulator()
    made = ask(site, "POST", "/invoice", INVOICE)
    assert (made.status, told(made)["response"]) == (201, {"id": 10001})
    assert made.headers["location"] == f"{ROOT}/invoice/10001"
    shown = told(ask(site, "GET", "/invoice/10001"))["response"]
    assert (shown["subtotal"], shown["taxes"], shown["total"]) == (20, 4, 24)
    assert (shown["refnumber"], shown["due_date"]) == ("10001", "2026-02-14")
    assert shown["invoice_status_str"] == "open-unpaid"


def test_lists_have_no_lines_and_ids_as_text() -> None:
    site = ChargeOverSimulator()
    ask(site, "POST", "/invoice", INVOICE)
    listed = told(ask(site, "GET", "/invoice?limit=5"))["response"][0]
    assert (listed["invoice_id"], listed["customer_id"]) == ("10001", "501")
    assert "line_items" not in listed
    assert told(ask(site, "GET", "/invoice/_count"))["response"] == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"customer_id": "501"},
        {"customer_id": 999},
        {"customer_id": None},
        {"line_items": []},
        {"line_items": None},
        {"line_items": [{**LINE, "item_id": 9}]},
        {"line_items": [{**LINE, "item_id": "101"}]},
        {"line_items": [{**LINE, "line_rate": "10"}]},
        {"line_items": [{**LINE, "line_rate": True}]},
        {"line_items": [{**LINE, "tags": "a"}]},
        {"line_items": [{**LINE, "paycycle": "weekly"}]},
        {"date": "15.01.2026"},
        {"date": "2026-02-30"},
        {"paycycle": "weekly"},
        {"currency_id": 99},
        {"terms_id": 99},
        {"custom_1": 5},
        {"memo": 5},
    ],
)
def test_a_wrong_body_is_refused_and_nothing_is_made(changed: dict[str, Any]) -> None:
    site = ChargeOverSimulator()
    answer = ask(site, "POST", "/invoice", {**INVOICE, **changed})
    assert answer.status == 400
    assert (told(answer)["status"], told(answer)["response"]) == ("Error", False)
    assert site.documents() == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/customer", {"company": "A", "vat": "x"}),
        ("/customer", {"external_key": "x"}),
        ("/item", {"name": "A", "price": 1}),
        ("/item", {"name": "A", "type": "thing"}),
        ("/transaction", {"customer_id": 501, "amount": "5"}),
        ("/transaction", {"customer_id": 501, "amount": 5, "applied_to": [{"invoice_id": 1, "applied": 5}]}),
        ("/transaction", {"customer_id": 501, "amount": -5}),
    ],
)
def test_other_bodies_are_closed(path: str, body: dict[str, Any]) -> None:
    assert ask(ChargeOverSimulator(), "POST", path, body).status == 400


def test_an_external_key_is_never_free_again() -> None:
    site = ChargeOverSimulator()
    assert ask(site, "POST", "/invoice", {**INVOICE, "external_key": "k"}).status == 201
    ask(site, "POST", "/invoice/10001/_action/void", {})
    again = ask(site, "POST", "/invoice", {**INVOICE, "external_key": "k"})
    assert (again.status, len(site.documents())) == (400, 1)
    assert told(ask(site, "GET", "/invoice/external_key:k"))["response"]["invoice_id"] == 10001
    assert ask(site, "GET", "/invoice/external_key:other").status == 404


@pytest.mark.parametrize(
    "sign",
    [
        ("X-Nothing", "1"),
        ("Authorization", "Basic !!"),
        ("Authorization", "Basic " + base64.b64encode(b"a:b").decode()),
        ("Authorization", "Bearer practice-chargeover-private-key"),
        ("Authorization", 'ChargeOver co_public_key="practice-chargeover-public-key"'),
    ],
)
def test_nobody_is_let_in_without_the_keys(sign: tuple[str, str]) -> None:
    answer = ask(ChargeOverSimulator(), "GET", "/invoice", sign=sign)
    assert answer.status == 401
    assert told(answer)["message"].startswith("Invalid or incorrect authorization [")


@pytest.mark.parametrize("scheme", PROVIDER.schemes, ids=lambda scheme: scheme.id)
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/customer?where=company%3AEQUALS%3A%C3%89t%C3%A9&limit=5", None),
        ("POST", "/invoice", INVOICE),
    ],
)
def test_both_ways_to_sign_in_are_taken(scheme: Any, method: str, path: str, body: Any) -> None:
    site = ChargeOverSimulator()
    secrets = {name: Secret(value) for name, value in site.accepted_secrets.items()}
    now = datetime(2026, 11, 22, tzinfo=UTC)
    signs = authoriser(scheme, connection(), ROOT, secrets, now=lambda: now)
    content = b"" if body is None else encoded(body)
    bare = WireRequest(method, ROOT + path, (("content-type", "application/json"),), content)
    signed = WireRequest(method, bare.url, (*bare.headers, *signs.headers_for(bare)), content)
    assert site.answer(signed).status in (200, 201)
    if scheme.kind == "signed" and content:
        moved = WireRequest(method, bare.url, signed.headers, content.replace(b"501", b"502"))
        assert site.answer(moved).status == 401


@pytest.mark.parametrize(
    "where",
    ["nonsense", "secret:EQUALS:1", "company:LIKE:x", "company:IS:EMPTY", "customer_id:EQUALS"],
)
def test_a_condition_it_does_not_know_is_refused(where: str) -> None:
    assert ask(ChargeOverSimulator(), "GET", f"/customer?where={where}").status == 400


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("customer_id:GT:501", 1),
        ("customer_id:GTE:501", 2),
        ("customer_id:LT:501", 0),
        ("customer_id:LTE:501", 1),
        ("company:CONTAINS:lavoine", 1),
        ("company:NOTEQUALS:x", 2),
        ("external_key:IS:NULL", 0),
        ("external_key:ISNOT:NULL,customer_id:EQUALS:501", 1),
    ],
)
def test_conditions_hold_as_documented(where: str, found: int) -> None:
    answer = ask(ChargeOverSimulator(), "GET", f"/customer?where={where}&order=customer_id:DESC")
    assert len(told(answer)["response"]) == found


@pytest.mark.parametrize(
    "path",
    ["/", "/unknown", "/invoice/1/2/3", "/invoice/1/_action/approve", "/invoice?limit=x", "/invoice?a=1"],
)
def test_what_it_does_not_have_is_an_ordinary_refusal(path: str) -> None:
    assert ask(ChargeOverSimulator(), "GET", path).status in (400, 404)
    site = ChargeOverSimulator()
    broken = WireRequest("POST", f"{ROOT}/invoice", (basic(site), ("content-type", "application/json")), b"{")
    assert site.answer(broken).status == 400
    assert site.answer(WireRequest("POST", f"{ROOT}/invoice", (basic(site),), b"{}")).status == 400


def test_its_state_is_json_and_can_be_taken_up_again() -> None:
    desk = Desk()
    desk.send(submission(draft(line(unit_price="0.1"), line(quantity="0.3333"))))
    kept = json.loads(json.dumps(desk.simulator.state()))
    other = ChargeOverSimulator()
    other.restore(kept)
    assert other.documents() == desk.simulator.documents()
    assert other.state() == desk.simulator.state()


@pytest.mark.parametrize("state", [None, [], {}, {"invoice": []}, "x"])
def test_a_state_that_is_none_is_refused_and_changes_nothing(state: Any) -> None:
    site = ChargeOverSimulator()
    before = site.state()
    with pytest.raises(ValueError, match="ChargeOver"):
        site.restore(state)
    assert site.state() == before


def test_another_rounding_of_tax_is_seen_in_the_verdict() -> None:
    lines = [line(quantity="1", unit_price="0.13") for _ in range(5)]
    desk = Desk()
    desk.simulator.account.settings["tax_rounding"] = "per_line"
    sub = submission(draft(*lines))
    judged = verdict(sub, desk.send(sub))
    assert judged.state == "differs"
    assert {item.path for item in judged.differences} == {"totals.tax", "totals.gross", "totals.payable"}
    told_so = submission(draft(*lines), key="second", tax_rounding="per_line")
    assert verdict(told_so, desk.send(told_so)).state == "changed"


def test_tax_of_the_account_that_is_not_ours_is_seen_in_the_verdict() -> None:
    desk = Desk()
    sub = submission(draft(line(label="New thing", vat_rate="10")), items_by_rate={})
    judged = verdict(sub, desk.send(sub))
    assert judged.state == "differs"
    assert next(item for item in judged.differences if item.path == "totals.tax").theirs == "320"


def test_a_prepared_connection_names_for_each_rate_an_item_taxed_at_it() -> None:
    site = ChargeOverSimulator()
    by_rate = prepared("chargeover_v3")["items_by_rate"]
    assert isinstance(by_rate, dict)
    for rate, item_id in by_rate.items():
        item = {**LINE, "item_id": int(str(item_id))}
        made = told(ask(site, "POST", "/invoice", {**INVOICE, "line_items": [item]}))["response"]["id"]
        shown = told(ask(site, "GET", f"/invoice/{made}"))["response"]
        assert shown["taxes"] == shown["subtotal"] * Decimal(rate) / 100


@pytest.mark.parametrize("item_id", [101, 104])
def test_on_request_it_taxes_at_another_rate_than_the_items(item_id: int) -> None:
    site = ChargeOverSimulator()
    body = {**INVOICE, "line_items": [{**LINE, "item_id": item_id}]}
    ask(site, "POST", "/invoice", body)
    site.tax_otherwise()
    ask(site, "POST", "/invoice", body)
    first, second = (told(ask(site, "GET", f"/invoice/{n}"))["response"]["taxes"] for n in (10001, 10002))
    assert first != second


def test_the_providers_that_can_tax_otherwise_are_those_whose_simulators_can() -> None:
    able = {name for name, make in SIMULATORS.items() if isinstance(make(), TaxesByItsOwnRules)}
    assert able == TAXING
