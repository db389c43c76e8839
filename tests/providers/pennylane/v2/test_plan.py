"""What the plan tells a person before anything is sent."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.client.plan import PlannedField
from app.domain.draft import Draft
from app.providers.pennylane import vat
from app.providers.pennylane.codes import CURRENCIES, DIRECT, GATEWAY, SOFTWARES, VAT_RATES
from app.providers.pennylane.v2 import PROVIDER
from tests.providers.pennylane.v2 import cases
from tests.providers.pennylane.v2.cases import draft, line, submission


def plan(of: Draft, **told: Any) -> dict[str, PlannedField]:
    return {field.path: field for field in PROVIDER.foresee(submission(of, **told)).fields}


def found(of: Draft, connection: Any = cases.DIRECT, **told: Any) -> set[tuple[str, str, str]]:
    foresight = PROVIDER.foresee(submission(of, connection, **told))
    return {(each.path, each.code, each.severity) for each in foresight.problems}


def test_what_fits_is_kept_and_what_has_no_place_is_dropped_with_a_reason() -> None:
    fields = plan(draft(tags=["urgent"], title="Facture pro"))
    assert fields["rows.r1.quantity"].verdict == "kept"
    assert (fields["tags.0"].verdict, fields["tags.0"].why.code) == ("dropped", "why.no_place")  # type: ignore[union-attr]
    assert fields["title"].verdict == "dropped"
    assert fields["vat.S.20.tax"].verdict == "kept"


def test_a_gross_price_is_shown_as_the_net_one_they_will_hold() -> None:
    price = plan(draft(rows=[line(unit_price="120", price_entry="gross")]))["rows.r1.unit_price"]
    assert (price.verdict, price.ours, price.theirs) == ("changed", "120", "100")


def test_references_stand_in_the_free_text_or_are_dropped_as_the_person_likes() -> None:
    of = draft(purchase_order="PO-9", free_text="Bonjour")
    kept = plan(of)
    assert kept["free_text"].theirs == "Bonjour\nBon de commande\u00a0: PO-9"
    assert kept["purchase_order"].verdict == "kept"
    left = plan(of, options={"extras": "leave_out"})
    assert left["free_text"].verdict == "kept"
    assert left["purchase_order"].verdict == "dropped"


def test_an_italian_document_will_be_printed_in_english() -> None:
    language = plan(draft(language="it"))["language"]
    assert (language.verdict, language.theirs) == ("changed", "en")
    assert plan(draft(language="de"))["language"].verdict == "kept"
    assert plan(draft(language="de"), connection=cases.GATEWAY)["language"].theirs == "en"


def test_our_number_is_not_used() -> None:
    number = plan(draft(number="2026-1"))["number"]
    assert (number.verdict, number.ours, number.theirs) == ("changed", "2026-1", None)


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"currency": "BTC"}, ("currency", "problem.currency_not_taken", "error")),
        ({"rows": []}, ("rows", "problem.needs_line", "error")),
        ({"rows": [line(label=" ")]}, ("rows.r1.label", "problem.needs_label", "error")),
        ({"rows": [line(vat_rate="19.9")]}, ("rows.r1.vat_rate", "problem.vat_no_code", "error")),
        ({"rows": [line(vat_code="FR_999")]}, ("rows.r1.vat_code", "problem.vat_code_unknown", "error")),
        ({"rows": [line(vat_code="FR_55")]}, ("rows.r1.vat_code", "problem.vat_code_differs", "error")),
        ({"rows": [line(vat_category="B")]}, ("rows.r1.vat_rate", "problem.vat_no_code", "error")),
        (
            {"rows": [line(unit_price="1.23456789")]},
            ("rows.r1.unit_price", "problem.price_rounded", "warning"),
        ),
        ({"description": "x" * 5001}, ("description", "problem.too_long", "error")),
        ({"due_date": "2026-01-01"}, ("due_date", "problem.due_before_issue", "error")),
        ({"kind": "credit_note"}, ("kind", "problem.credit_note_positive", "error")),
        ({"prepaid": "10"}, ("prepaid", "problem.prepaid", "warning")),
        (
            {"additional_taxes": [{"label": "Eco", "rate": "3"}]},
            ("additional_taxes.0.rate", "problem.second_tax", "error"),
        ),
        (
            {"additional_taxes": [{"label": "IRPF", "rate": "-15"}]},
            ("additional_taxes.0.rate", "problem.withheld_tax", "warning"),
        ),
        ({"buyer": {"name": "X"}}, ("buyer.addresses", "problem.needs_address", "error")),
        ({"buyer": {}}, ("buyer.name", "problem.needs_buyer", "error")),
    ],
)
def test_what_they_would_refuse_is_found_before_anything_is_sent(told: Any, problem: Any) -> None:
    assert problem in found(draft(**told))


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"customer_id": "abc"}, "problem.id_no_number"),
        ({"extras": "elsewhere"}, "problem.choice_unknown"),
        ({"transaction_reference.banking_provider": "stripe"}, "problem.reference_incomplete"),
        ({"credited_invoice_id": "12"}, "problem.link_later"),
        ({"label": "x" * 2001}, "problem.too_long"),
    ],
)
def test_an_option_that_cannot_be_is_said(options: Any, problem: str) -> None:
    assert problem in {code for _, code, _ in found(draft(), options=options)}


def test_the_gateway_needs_an_address_and_the_name_of_the_software() -> None:
    bare = cases.GATEWAY.model_copy(update={"base_url": "", "settings": {}, "mode": "live"})
    codes = {code for _, code, _ in found(draft(), bare)}
    assert {"problem.needs_base_url", "problem.needs_software"} <= codes


def test_every_parameter_of_the_seed_page_is_a_field_or_an_option() -> None:
    fields = {field.wire for field in plan(_everything()).values()}
    options = {spec.seed for spec in PROVIDER.options}
    page = """draft date deadline customer_id invoice_lines customer_invoice_template_id pdf_invoice_free_text
        pdf_invoice_subject pdf_description currency special_mention language discount invoice_line_sections
        external_reference x-source x-source-software"""
    for name in page.split():
        assert name in options or any(wire.startswith(name) for wire in fields), name


def _everything() -> Draft:
    return draft(
        subject="S",
        free_text="F",
        description="D",
        special_mention="M",
        discount={"kind": "percent", "value": "1"},
        rows=[{"kind": "section", "title": "One"}, line()],
    )


def test_the_published_lists_are_whole() -> None:
    assert (len(CURRENCIES[DIRECT]), len(CURRENCIES[GATEWAY])) == (168, 165)
    assert (len(VAT_RATES[DIRECT]), len(VAT_RATES[GATEWAY]), len(SOFTWARES)) == (172, 123, 42)


@pytest.mark.parametrize(
    ("code", "percent"),
    [
        ("FR_55", "5.5"),
        ("FR_09", "0.9"),
        ("CH_26", "2.6"),
        ("IE_135", "13.5"),
        ("FR_1_05", "1.05"),
        ("FR_15_385", "15.385"),
        ("DE_190_BU0003", "19"),
        ("exempt", "0"),
        ("FR_200_construction", "0"),
    ],
)
def test_a_code_is_read_as_the_percent_it_charges(code: str, percent: str) -> None:
    assert vat.charged(code) == Decimal(percent)


def test_every_code_one_may_send_can_be_read() -> None:
    assert [code for code in VAT_RATES[DIRECT] if vat.charged(code) is None] == []


@pytest.mark.parametrize(
    ("country", "rate", "code"),
    [
        ("FR", "20", "FR_200"),
        ("", "20", "FR_200"),
        ("DE", "7.0", "DE_70"),
        ("IE", "13.5", "IE_135"),
        ("FR", "0.9", "FR_09"),
        ("FR", "15.385", "FR_15_385"),
        ("FR", "19", None),
        ("US", "8", None),
    ],
)
def test_a_rate_becomes_the_code_of_the_sellers_country(country: str, rate: str, code: str | None) -> None:
    assert vat.code_for(country, "S", Decimal(rate), DIRECT) == code
