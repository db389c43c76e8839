"""Every parameter of the seed page is produced by a field of the draft or by an option."""

from __future__ import annotations

from typing import Any

import pytest

from app.client.calls import Call
from app.client.rehearsal import rehearse
from app.providers.stripe_v1 import PROVIDER
from app.providers.stripe_v1.access import NEWEST, SEED
from tests.providers.stripe.desk import a_draft, a_line, body_of, connection, submission

METHOD = "payment_settings.payment_method_options"
OPTIONS: list[tuple[str, str, Any]] = [
    ("account_tax_ids[0]", "account_tax_ids", ["txi_1", "txi_2"]),
    ("account_tax_ids[1]", "account_tax_ids", ["txi_1", "txi_2"]),
    ("application_fee_amount", "application_fee_amount", 250),
    ("auto_advance", "auto_advance", True),
    ("automatic_tax[enabled]", "automatic_tax.enabled", True),
    ("collection_method", "collection_method", "charge_automatically"),
    ("customer", "customer", "cus_1"),
    ("default_payment_method", "default_payment_method", "pm_1"),
    ("default_source", "default_source", "src_1"),
    ("default_tax_rates[0]", "default_tax_rates", ["txr_1", "txr_2"]),
    ("default_tax_rates[1]", "default_tax_rates", ["txr_1", "txr_2"]),
    ("discounts[0][coupon]", "discounts.coupon", ["co_1", "co_2"]),
    ("discounts[1][coupon]", "discounts.coupon", ["co_1", "co_2"]),
    ("discounts[0][discount]", "discounts.discount", ["di_1", "di_2"]),
    ("discounts[1][discount]", "discounts.discount", ["di_1", "di_2"]),
    ("expand[0]", "expand", ["customer", "charge"]),
    ("expand[1]", "expand", ["customer", "charge"]),
    ("from_invoice[action]", "from_invoice.action", "revision"),
    ("from_invoice[invoice]", "from_invoice.invoice", "in_1"),
    ("on_behalf_of", "on_behalf_of", "acct_1"),
    ("payment_settings[default_mandate]", "payment_settings.default_mandate", "mandate_1"),
    *(
        (f"payment_settings[payment_method_options]{brackets}", f"{METHOD}.{name}", value)
        for brackets, name, value in (
            (
                "[acss_debit][mandate_options][transaction_type]",
                "acss_debit.mandate_options.transaction_type",
                "business",
            ),
            ("[acss_debit][verification_method]", "acss_debit.verification_method", "instant"),
            ("[bancontact][preferred_language]", "bancontact.preferred_language", "fr"),
            ("[card][installments][enabled]", "card.installments.enabled", True),
            ("[card][installments][plan][count]", "card.installments.plan.count", 3),
            ("[card][installments][plan][interval]", "card.installments.plan.interval", "month"),
            ("[card][installments][plan][type]", "card.installments.plan.type", "fixed_count"),
            ("[card][request_three_d_secure]", "card.request_three_d_secure", "any"),
            (
                "[customer_balance][bank_transfer][eu_bank_transfer][country]",
                "customer_balance.bank_transfer.eu_bank_transfer.country",
                "FR",
            ),
            (
                "[customer_balance][bank_transfer][type]",
                "customer_balance.bank_transfer.type",
                "eu_bank_transfer",
            ),
            ("[customer_balance][funding_type]", "customer_balance.funding_type", "bank_transfer"),
            (
                "[us_bank_account][financial_connections][permissions][0]",
                "us_bank_account.financial_connections.permissions",
                ["balances", "ownership"],
            ),
            (
                "[us_bank_account][financial_connections][permissions][1]",
                "us_bank_account.financial_connections.permissions",
                ["balances", "ownership"],
            ),
            ("[us_bank_account][verification_method]", "us_bank_account.verification_method", "automatic"),
        )
    ),
    ("payment_settings[payment_method_types][0]", "payment_settings.payment_method_types", ["card", "link"]),
    ("payment_settings[payment_method_types][1]", "payment_settings.payment_method_types", ["card", "link"]),
    (
        "rendering_options[amount_tax_display]",
        "rendering_options.amount_tax_display",
        "include_inclusive_tax",
    ),
    ("statement_descriptor", "statement_descriptor", "ATELIER NORD"),
    ("subscription", "subscription", "sub_1"),
    ("transfer_data[destination]", "transfer_data.destination", "acct_1"),
    ("transfer_data[amount]", "transfer_data.amount", 900),
]
FIELDS: list[tuple[str, dict[str, Any], str]] = [
    ("currency", {}, "eur"),
    (
        "custom_fields[0][name]",
        {"custom_fields": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}]},
        "A",
    ),
    (
        "custom_fields[0][value]",
        {"custom_fields": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}]},
        "1",
    ),
    (
        "custom_fields[1][name]",
        {"custom_fields": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}]},
        "B",
    ),
    (
        "custom_fields[1][value]",
        {"custom_fields": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}]},
        "2",
    ),
    ("days_until_due", {"due_date": None, "payment_terms": {"days": 30}}, "30"),
    ("description", {"memo": "Merci"}, "Merci"),
    ("due_date", {"due_date": "2026-12-21"}, "1797893999"),
    ("footer", {"footer": "SIRET"}, "SIRET"),
    ("pending_invoice_items_behavior", {}, "exclude"),
]


def created(dialect: str = SEED, draft: dict[str, Any] | None = None, **options: Any) -> dict[str, str]:
    """The fields of `POST /v1/invoices` that the plan shows."""
    asked = submission(a_draft(**(draft or {})), connection(dialect), **options)
    calls, _ = rehearse(PROVIDER.submit(asked))
    call: Call = next(call for call in calls if call.step == "invoice.create")
    return body_of(call)


@pytest.mark.parametrize(("parameter", "option", "value"), OPTIONS, ids=[own[0] for own in OPTIONS])
def test_an_option_reaches_its_parameter(parameter: str, option: str, value: Any) -> None:
    told = created(**{option: value})[parameter]
    if isinstance(value, list):
        assert told == value[1 if "[1]" in parameter else 0]
    elif isinstance(value, bool):
        assert told == ("true" if value else "false")
    else:
        assert told == str(value)


@pytest.mark.parametrize(("parameter", "changes", "value"), FIELDS, ids=[own[0] for own in FIELDS])
def test_a_field_reaches_its_parameter(parameter: str, changes: dict[str, Any], value: str) -> None:
    assert created(draft=changes)[parameter] == value


def test_they_are_all_fifty_two_of_the_seed_page() -> None:
    names = [own[0] for own in OPTIONS] + [own[0] for own in FIELDS]
    assert len(names) == len(set(names)) == 52


def test_each_option_is_described_with_the_parameter_it_answers_for() -> None:
    described = {option.seed for option in PROVIDER.options if option.seed}
    of_options = {name.replace("[1][", "[0][").replace("[1]", "[0]") for name, _, _ in OPTIONS}
    assert of_options <= described


def test_the_newest_version_takes_the_display_of_tax_under_its_new_name() -> None:
    told = created(NEWEST, **{"rendering_options.amount_tax_display": "exclude_tax"})
    assert told["rendering[amount_tax_display]"] == "exclude_tax"
    assert not any(name.startswith("rendering_options") for name in told)


def test_pending_items_of_the_customer_are_never_drawn_in() -> None:
    for dialect in (SEED, NEWEST):
        assert created(dialect)["pending_invoice_items_behavior"] == "exclude"


def test_a_customer_charged_at_once_gets_neither_a_due_date_nor_days() -> None:
    told = created(draft={"payment_terms": {"days": 30}}, collection_method="charge_automatically")
    assert "due_date" not in told
    assert "days_until_due" not in told


def test_the_newest_version_dates_the_invoice_and_may_take_our_number() -> None:
    draft = {"issue_date": "2026-11-20", "number": "2026-014"}
    told = created(NEWEST, draft, send_number=True)
    assert told["number"] == "2026-014"
    assert told["effective_at"] == "1795129200"
    assert "number" not in created(SEED, draft, send_number=True)


def test_a_choice_of_the_newest_version_is_a_problem_in_the_seed_s() -> None:
    name = "payment_settings.payment_method_types"
    for dialect, codes in ((SEED, {"problem.choice_newest"}), (NEWEST, set())):
        foreseen = PROVIDER.foresee(submission(a_draft(), connection(dialect), **{name: ["card", "twint"]}))
        assert {problem.code for problem in foreseen.problems} == codes


def test_options_of_a_line_go_with_its_item() -> None:
    line = a_line(provider_options={"stripe_v1": {"tax_rates": ["txr_9"], "metadata": {"job": "7"}}})
    calls, _ = rehearse(PROVIDER.submit(submission(a_draft(rows=[line]))))
    told = body_of(next(call for call in calls if call.step == "item.r1"))
    assert (told["tax_rates[0]"], told["metadata[job]"]) == ("txr_9", "7")
    assert not any(call.path == "/v1/tax_rates" for call in calls)


@pytest.mark.parametrize(
    ("option", "value"),
    [("from_invoice.invoice", "in_1"), ("transfer_data.amount", 5), ("issuer.account", "a")],
)
def test_an_option_that_needs_another_says_so(option: str, value: Any) -> None:
    foreseen = PROVIDER.foresee(submission(a_draft(), connection(NEWEST), **{option: value}))
    assert "problem.option_needs" in {problem.code for problem in foreseen.problems}
