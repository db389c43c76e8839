"""The practice company is as strict as the real one is said to be."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.client.transport import WireReply, WireRequest
from app.practice.pennylane import v2_money
from app.practice.pennylane.desk import READ_ONLY_TOKEN, TOKEN
from app.practice.pennylane.v2 import PennylaneV2

URL = "https://app.pennylane.com/api/external/v2"


def company(dialect: str | None = None) -> PennylaneV2:
    return PennylaneV2(dialect, today=lambda: date(2026, 11, 20))


def ask(
    of: PennylaneV2, method: str, path: str, body: Any = None, token: str = TOKEN, **headers: str
) -> tuple[int, Any]:
    told = [("authorization", f"Bearer {token}"), *((k.replace("_", "-"), v) for k, v in headers.items())]
    if body is not None:
        told.append(("content-type", "application/json"))
    content = b"" if body is None else json.dumps(body).encode()
    answer: WireReply = of.answer(WireRequest(method, URL + path, tuple(told), content))
    return answer.status, json.loads(answer.content) if answer.content else None


def invoice(of: PennylaneV2, **told: Any) -> dict[str, Any]:
    customer = ask(of, "GET", "/customers")[1]["items"][0]["id"]
    line = {
        "label": "A",
        "quantity": 1.5,
        "raw_currency_unit_price": "10.10",
        "unit": "h",
        "vat_rate": "FR_200",
    }
    return {
        "draft": True,
        "date": "2026-11-20",
        "deadline": "2026-12-20",
        "customer_id": customer,
        "invoice_lines": [line],
    } | told


def with_line(**told: Any) -> dict[str, Any]:
    line = {
        "label": "A",
        "quantity": 1,
        "raw_currency_unit_price": "1",
        "unit": "",
        "vat_rate": "FR_200",
    } | told
    return {"invoice_lines": [{name: value for name, value in line.items() if value != "gone"}]}


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"surprise": 1}, "NotExistPropertyDefinition"),
        ({"special_mention": 5}, "ValidateError"),
        ({"external_reference": None}, "ValidateError"),
        ({"discount": None}, "ValidateError"),
        ({"currency": "BTC"}, "NotEnumInclude"),
        ({"date": "20/11/2026"}, "InvalidDateFormat"),
        ({"date": "2026-02-30"}, "InvalidDateFormat"),
        ({"invoice_lines": []}, "LessThanMinItems"),
        ({"customer_id": "12"}, "ValidateError"),
        ({"draft": "true"}, "ValidateError"),
        (with_line(quantity="1"), "ValidateError"),
        (with_line(raw_currency_unit_price=1), "ValidateError"),
        (with_line(raw_currency_unit_price="1.1234567"), "InvalidPattern"),
        (with_line(vat_rate="FR_999"), "NotEnumInclude"),
        (with_line(vat_rate="mixed"), "NotEnumInclude"),
        (with_line(unit="gone"), "NotExistRequiredKey"),
        (
            with_line(imputation_dates={"start_date": "2026-01-01", "end_date": "2026-01-02"}),
            "NotExistPropertyDefinition",
        ),
    ],
)
def test_a_body_that_is_not_of_its_shape_is_refused(told: dict[str, Any], code: str) -> None:
    of = company()
    status, body = ask(of, "POST", "/customer_invoices", invoice(of, **told))
    assert (status, body["code"]) == (400, code)
    assert of.documents() == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"customer_id": 1}, 404),
        ({"customer_invoice_template_id": 1}, 404),
        (with_line(section_rank=3), 422),
        ({"invoice_line_sections": [{"rank": 2}]}, 422),
        ({"invoice_line_sections": [{"rank": 1}, {"rank": 1}]}, 422),
    ],
)
def test_a_rule_of_business_is_kept(told: dict[str, Any], status: int) -> None:
    of = company()
    assert ask(of, "POST", "/customer_invoices", invoice(of, **told))[0] == status
    assert of.documents() == []


def test_a_reference_is_unique() -> None:
    of = company()
    body = invoice(of, external_reference="R")
    assert ask(of, "POST", "/customer_invoices", body)[0] == 201
    assert ask(of, "POST", "/customer_invoices", body)[0] == 422


def test_a_quantity_sent_as_a_number_comes_back_as_text() -> None:
    of = company()
    _, made = ask(of, "POST", "/customer_invoices", invoice(of))
    lines = ask(of, "GET", f"/customer_invoices/{made['id']}/invoice_lines")[1]["items"]
    assert (lines[0]["quantity"], lines[0]["currency_amount_before_tax"]) == ("1.5", "15.15")
    assert (made["currency_tax"], made["currency_amount"]) == ("3.03", "18.18")


def test_no_token_no_answer_and_a_reading_token_changes_nothing() -> None:
    of = company()
    assert ask(of, "GET", "/me", token="wrong")[0] == 401
    assert ask(of, "GET", "/customers", token=READ_ONLY_TOKEN)[0] == 200
    assert ask(of, "POST", "/customer_invoices", invoice(of), token=READ_ONLY_TOKEN)[0] == 403


def test_a_final_invoice_stays() -> None:
    of = company()
    _, made = ask(of, "POST", "/customer_invoices", invoice(of, draft=False))
    assert made["invoice_number"] == "F-2026-0001"
    assert ask(of, "DELETE", f"/customer_invoices/{made['id']}")[0] == 422
    assert ask(of, "PUT", f"/customer_invoices/{made['id']}/finalize")[0] == 422


@pytest.mark.parametrize("verb", ["mark_as_paid", "send_by_email"])
def test_a_draft_is_neither_paid_nor_mailed(verb: str) -> None:
    of = company()
    _, made = ask(of, "POST", "/customer_invoices", invoice(of))
    method = "PUT" if verb == "mark_as_paid" else "POST"
    assert ask(of, method, f"/customer_invoices/{made['id']}/{verb}")[0] == 422


def test_lists_go_page_by_page_and_refuse_what_they_do_not_allow() -> None:
    of = company()
    for number in range(5):
        ask(of, "POST", "/customer_invoices", invoice(of, external_reference=f"R{number}"))
    _, first = ask(of, "GET", "/customer_invoices?limit=3&sort=id")
    _, last = ask(of, "GET", f"/customer_invoices?limit=3&sort=id&cursor={first['next_cursor']}")
    assert [len(first["items"]), len(last["items"])] == [3, 2]
    assert (first["has_more"], last["has_more"], last["next_cursor"]) == (True, False, None)
    for query in ("limit=0", "limit=101", "cursor=nonsense", "sort=status", "filter=x", "filter=[1]"):
        assert ask(of, "GET", f"/customer_invoices?{query}")[0] == 400


def test_the_gateway_wants_its_headers_and_prints_fewer_calls() -> None:
    of = company("gateway")
    body = invoice(company())
    assert ask(of, "POST", "/customer_invoices", body)[0] == 400
    assert ask(of, "POST", "/customer_invoices", body, x_source="billy", x_source_software="NOBODY")[0] == 400
    assert ask(of, "POST", "/customer_invoices", body, x_source="billy", x_source_software="ODOO")[0] == 201
    assert ask(of, "GET", "/products", x_source="billy", x_source_software="ODOO")[0] == 404


def test_its_books_can_be_kept_and_opened_again() -> None:
    of = company()
    ask(of, "POST", "/customer_invoices", invoice(of))
    kept = json.loads(json.dumps(of.state()))
    again = company()
    again.restore(kept)
    assert again.documents() == of.documents()
    assert again.state() == of.state()
    for broken in (
        None,
        {},
        {**kept, "records": {}},
        {**kept, "last_id": "x"},
        {**kept, "provider": "other"},
    ):
        with pytest.raises(ValueError, match=r"\w"):
            again.restore(broken)


@pytest.mark.parametrize("content", [b"", b"[", b"\xff", b"[" * 200_000, b"null", b"7"])
def test_whatever_is_sent_it_answers(content: bytes) -> None:
    headers = (("authorization", f"Bearer {TOKEN}"), ("content-type", "application/json"))
    answer = company().answer(WireRequest("POST", f"{URL}/customer_invoices", headers, content))
    assert answer.status == 400


@pytest.mark.parametrize(
    ("lines", "discount", "currency", "expected"),
    [
        ([("3", "33.333", "FR_200")], None, "EUR", ("100.00", "20.00", "120.00")),
        ([("1", "0.125", "FR_200")], None, "EUR", ("0.13", "0.03", "0.16")),
        ([("-1", "0.125", "FR_200")], None, "EUR", ("-0.13", "-0.03", "-0.16")),
        ([("1", "99.5", "FR_200")], None, "JPY", ("100", "20", "120")),
        ([("1", "100", "FR_100")], {"type": "absolute", "value": "10"}, "EUR", ("90.00", "9.00", "99.00")),
        ([("1", "100", "exempt")], {"type": "relative", "value": "2.5"}, "EUR", ("97.50", "0.00", "97.50")),
    ],
)
def test_its_arithmetic_is_right_by_hand(
    lines: list[tuple[str, str, str]], discount: Any, currency: str, expected: tuple[str, str, str]
) -> None:
    stated: list[Any] = [
        {"quantity": quantity, "raw_currency_unit_price": price, "vat_rate": code}
        for quantity, price, code in lines
    ]
    worth = v2_money.reckon(stated, discount, currency).whole
    assert (worth.net, worth.tax, worth.gross) == expected
    assert Decimal(worth.net) + Decimal(worth.tax) == Decimal(worth.gross)
