"""Lines as items: cents, quantities, discounts and the irregular currencies."""

from __future__ import annotations

from typing import Any

import pytest

from app.client.rehearsal import rehearse
from app.providers.stripe_v1 import PROVIDER
from app.providers.stripe_v1.access import NEWEST, SEED
from tests.providers.stripe.desk import Desk, a_draft, a_line, body_of, connection, submission


def items(dialect: str = SEED, draft: dict[str, Any] | None = None, **options: Any) -> list[dict[str, str]]:
    """The fields of each `POST /v1/invoiceitems` the plan shows."""
    calls, _ = rehearse(PROVIDER.submit(submission(a_draft(**(draft or {})), connection(dialect), **options)))
    return [body_of(call) for call in calls if call.path == "/v1/invoiceitems"]


def one(dialect: str = SEED, currency: str = "EUR", **line: Any) -> dict[str, str]:
    return items(dialect, {"currency": currency, "rows": [a_line(**line)]})[0]


def codes(draft: dict[str, Any], dialect: str = SEED, **options: Any) -> set[str]:
    foreseen = PROVIDER.foresee(submission(a_draft(**draft), connection(dialect), **options))
    return {problem.code for problem in foreseen.problems}


def test_a_whole_quantity_goes_with_its_price_in_cents() -> None:
    told = one(quantity="3", unit_price="12.5")
    assert (told["quantity"], told["unit_amount"]) == ("3", "1250")
    assert "amount" not in told


def test_the_newest_version_has_decimal_prices_only() -> None:
    told = one(NEWEST, quantity="3", unit_price="12.5")
    assert (told["quantity"], told["unit_amount_decimal"]) == ("3", "1250")
    assert "unit_amount" not in told


def test_a_fraction_of_a_unit_goes_as_an_amount_and_stays_in_the_text() -> None:
    told = one(quantity="2.5", unit_price="640", label="Conseil")
    assert told["amount"] == "160000"
    assert told["description"] == "Conseil\n2,5 × 640,00"
    assert "quantity" not in told


def test_the_newest_version_takes_a_fraction_of_a_unit() -> None:
    told = one(NEWEST, quantity="2.5", unit_price="640", label="Conseil")
    assert (told["quantity_decimal"], told["unit_amount_decimal"]) == ("2.5", "64000")
    assert told["description"] == "Conseil"


def test_a_price_finer_than_cents_keeps_its_decimals() -> None:
    assert one(quantity="1000", unit_price="0.00123")["unit_amount_decimal"] == "0.123"


@pytest.mark.parametrize(
    ("currency", "price", "wire"),
    [
        ("EUR", "12.34", "1234"),
        ("JPY", "500", "500"),
        ("KWD", "1.25", "1250"),
        ("ISK", "1500", "150000"),
        ("MGA", "4000", "4000"),
    ],
)
def test_each_group_of_currencies_has_its_smallest_unit(currency: str, price: str, wire: str) -> None:
    told = one(currency=currency, unit_price=price)
    assert (told["unit_amount"], told["currency"]) == (wire, currency.lower())


@pytest.mark.parametrize(("currency", "price"), [("KWD", "1.255"), ("MGA", "10.50")])
def test_an_amount_that_stripe_cannot_hold_is_a_problem(currency: str, price: str) -> None:
    found = codes({"currency": currency, "rows": [a_line(unit_price=price)]})
    assert "problem.amount_too_fine" in found


@pytest.mark.parametrize("currency", ["BTC", "XAU", "CLF"])
def test_a_currency_stripe_does_not_know_is_a_problem(currency: str) -> None:
    assert "problem.currency" in codes({"currency": currency})


def test_a_line_discount_is_a_coupon_made_once_and_used_again() -> None:
    desk = Desk()
    draft = a_draft(rows=[a_line(unit_price="100", discount={"kind": "percent", "value": "10"})] * 2)
    desk.send(draft, key="first")
    desk.send(draft, key="second")
    made = [step for step in desk.steps if step.startswith("coupon.create")]
    assert len(made) == 1


def test_a_coupon_that_would_miss_our_cent_is_worked_into_the_amount() -> None:
    line = a_line(quantity="3", unit_price="0.335", discount={"kind": "percent", "value": "50"})
    told = one(quantity="3", unit_price="0.335", discount={"kind": "percent", "value": "50"})
    assert told["amount"] == "51"
    assert told["description"].endswith("3 × 0,335 − 50 %")
    _, _, verdict = Desk().send(a_draft(rows=[line]))
    assert verdict.state == "proven"


def test_a_document_discount_of_whole_cents_is_a_percentage() -> None:
    draft = {"rows": [a_line(unit_price="100")], "discount": {"kind": "percent", "value": "5"}}
    calls, _ = rehearse(PROVIDER.submit(submission(a_draft(**draft))))
    told = body_of(next(call for call in calls if call.step.startswith("coupon.create")))
    assert (told["percent_off"], told["name"]) == ("5", "5 %")


def test_a_document_discount_that_would_be_rounded_is_an_exact_amount() -> None:
    draft = {
        "rows": [a_line(unit_price="0.33"), a_line(unit_price="0.33", vat_rate="5.5")],
        "discount": {"kind": "percent", "value": "5"},
    }
    calls, _ = rehearse(PROVIDER.submit(submission(a_draft(**draft))))
    told = body_of(next(call for call in calls if call.step.startswith("coupon.create")))
    assert (told["amount_off"], told["name"]) == ("3", "Remise 5 %")


def test_a_document_discount_as_items_has_one_for_each_rate() -> None:
    draft = {
        "rows": [a_line(unit_price="100"), a_line(unit_price="50", vat_rate="5.5")],
        "discount": {"kind": "amount", "value": "15"},
    }
    told = items(draft=draft, document_discount="items")
    assert [own["amount"] for own in told[2:]] == ["-1000", "-500"]
    assert all(own["discountable"] == "false" for own in told[2:])


def test_a_price_with_vat_gets_an_inclusive_rate() -> None:
    calls, _ = rehearse(PROVIDER.submit(submission(a_draft(rows=[a_line(price_entry="gross")]))))
    rate = body_of(next(call for call in calls if call.path == "/v1/tax_rates" and call.method == "POST"))
    assert (rate["inclusive"], rate["percentage"], rate["country"]) == ("true", "20", "FR")


def test_section_titles_go_into_the_texts_unless_told_otherwise() -> None:
    rows = [{"kind": "section", "title": "Lot 1"}, a_line(label="Peinture")]
    assert items(draft={"rows": rows})[0]["description"] == "Lot 1 – Peinture"
    assert items(draft={"rows": rows}, sections_in_text=False)[0]["description"] == "Peinture"


def test_more_than_250_items_are_a_problem() -> None:
    rows = [a_line() for _ in range(250)]
    assert codes({"rows": rows}) == set()
    charge = {"is_charge": True, "amount": "1", "vat_rate": "20"}
    assert codes({"rows": rows, "adjustments": [charge]}) == {"problem.too_many_lines"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "credit_note"}, "problem.no_credit_notes"),
        ({"rows": []}, "problem.no_lines"),
        ({"due_date": None}, "problem.due_needed"),
        ({"due_date": "2026-11-01"}, "problem.due_past"),
        ({"buyer": {"name": ""}}, "problem.customer_name"),
        ({"memo": "x" * 1501}, "problem.too_long"),
        ({"footer": "x" * 5001}, "problem.too_long"),
        ({"custom_fields": [{"name": "a", "value": "b"}] * 5}, "problem.too_many_fields"),
        ({"custom_fields": [{"name": "a" * 31, "value": "b"}]}, "problem.too_long"),
        ({"custom_fields": [{"name": "a", "value": ""}]}, "problem.field_empty"),
        ({"rows": [a_line(vat_rate="5.12345")]}, "problem.rate_too_fine"),
        ({"rows": [a_line(label="x" * 2000, description="y" * 4000)]}, "problem.too_long"),
        ({"additional_taxes": [{"label": "IRPF", "rate": "-15"}]}, "problem.no_further_tax"),
        ({"prepaid": "5"}, "problem.no_prepaid"),
        ({"tags": [str(place) for place in range(50)]}, "problem.too_much_metadata"),
        ({"purchase_order": "x" * 501}, "problem.too_long"),
    ],
)
def test_what_stripe_would_refuse_is_said_before(changes: dict[str, Any], code: str) -> None:
    assert code in codes(changes)


def test_custom_fields_may_be_longer_in_the_newest_version() -> None:
    draft = {"custom_fields": [{"name": "a" * 40, "value": "b" * 140}]}
    assert "problem.too_long" in codes(draft, SEED)
    assert codes(draft, NEWEST) == set()
