"""Findings point at the field they are about and are worded in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from app.domain import checks, party_checks
from app.domain.checks import blocking, check
from app.domain.draft import Draft
from app.domain.problems import Problem
from app.domain.totals import compute
from app.services.samples import SAMPLES
from app.services.wording import SENTENCES, problem_text

FIRM = {"name": "A", "addresses": [{"line1": "1 rue", "city": "Lyon", "country": "FR"}]}
LINE = {"kind": "line", "id": "x", "label": "Work", "unit_price": "100", "vat_rate": "20"}


IBAN = "FR7630006000011234567890189"
AGENT = {"name": "Agent", "addresses": [{"line1": "1 rue"}]}


def found(**members: Any) -> dict[str, Problem]:
    draft = Draft.model_validate({"seller": FIRM, "buyer": FIRM, "rows": [LINE], **members})
    return {problem.code: problem for problem in check(draft, compute(draft))}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_sample_can_be_issued(name: str) -> None:
    draft = SAMPLES[name]()
    assert blocking(check(draft, compute(draft))) == ()


@pytest.mark.parametrize(
    ("members", "code", "path"),
    [
        ({"rows": []}, "no_lines", "rows"),
        ({"buyer": {}}, "buyer_name_missing", "buyer.name"),
        ({"issue_date": "2026-11-22", "due_date": "2026-11-21"}, "due_before_issue", "due_date"),
        ({"rows": [{**LINE, "discount": {"value": "101"}}]}, "discount_above_line", "rows.x.discount"),
        (
            {"rows": [{**LINE, "discount": {"kind": "amount", "value": "100.01"}}]},
            "discount_above_line",
            "rows.x.discount",
        ),
        ({"discount": {"kind": "amount", "value": "101"}}, "discount_above_document", "discount"),
        ({"rows": [{**LINE, "vat_category": "AE", "vat_rate": "0"}]}, "buyer_vat_id_needed", "buyer.tax_ids"),
        ({"rows": [{**LINE, "vat_category": "E"}]}, "vat_rate_on_exempt", "rows.x.vat_rate"),
        ({"kind": "credit_note"}, "credited_invoice_missing", "preceding_invoices"),
        ({"bank_account": {"iban": "FR7630006000011234567890188"}}, "iban_wrong", "bank_account"),
        ({"exchange": {"rate": "0"}}, "exchange_rate_zero", "exchange.rate"),
        ({"rows": [{**LINE, "price_discount": "-1"}]}, "price_discount_negative", "rows.x.price_discount"),
        ({"payee": {"bank_accounts": [{"iban": IBAN}]}}, "payee_name_missing", "payee.name"),
        (
            {"tax_representative": {"tax_ids": [{"value": "FR40732829320"}]}},
            "tax_representative_name_missing",
            "tax_representative.name",
        ),
    ],
)
def test_what_forbids_issuing_is_an_error_at_its_field(members: dict[str, Any], code: str, path: str) -> None:
    problem = found(**members)[code]
    assert (problem.severity, problem.path) == ("error", path)


@pytest.mark.parametrize(
    ("members", "code", "path"),
    [
        ({"rows": [{**LINE, "vat_rate": "0"}]}, "vat_zero_without_reason", "rows.x.vat_rate"),
        ({"rows": [{**LINE, "vat_rate": None}]}, "vat_rate_missing", "rows.x.vat_rate"),
        ({"rows": [{**LINE, "label": "a\x07b"}]}, "control_character", "rows.x.label"),
        ({"discount": {"kind": "amount", "value": "1.234"}}, "too_many_decimals", "discount"),
        (
            {"buyer": {**FIRM, "tax_ids": [{"scheme": "siren", "value": "732829321"}]}},
            "siren_wrong",
            "buyer.tax_ids",
        ),
        ({"currency": "USD"}, "exchange_rate_missing", "exchange"),
        ({"tax_representative": AGENT}, "tax_representative_vat_id_missing", "tax_representative.tax_ids"),
        (
            {"tax_representative": AGENT},
            "tax_representative_address_missing",
            "tax_representative.addresses",
        ),
    ],
)
def test_what_is_doubtful_is_a_warning_at_its_field(members: dict[str, Any], code: str, path: str) -> None:
    problem = found(**members)[code]
    assert (problem.severity, problem.path) == ("warning", path)


@pytest.mark.parametrize("role", ["payee", "tax_representative"])
def test_a_third_party_that_was_emptied_again_is_as_good_as_none(role: str) -> None:
    emptied = {"addresses": [{"role": "registered"}], "tax_ids": [{"scheme": "siren", "value": " "}]}
    assert {problem.path for problem in found(**{role: emptied}).values() if role in problem.path} == set()


def test_the_vat_number_of_the_tax_representative_stands_in_for_the_sellers() -> None:
    agent = {**AGENT, "tax_ids": [{"value": "FR40732829320"}]}
    line = {**LINE, "vat_category": "AE", "vat_rate": "0"}
    assert "seller_vat_id_needed" in found(rows=[line])
    assert "seller_vat_id_needed" not in found(rows=[line], tax_representative=agent)


def test_the_payee_is_asked_for_the_account_not_the_seller() -> None:
    payee = {"name": "Factor", "bank_accounts": [{"iban": IBAN[:-1] + "8"}]}
    account = found(payee=payee)["iban_wrong"]
    assert account.params == {"value": IBAN[:-1] + "8"}


def test_a_list_price_changes_no_figure() -> None:
    plain = Draft.model_validate({"rows": [LINE]})
    listed = Draft.model_validate({"rows": [{**LINE, "price_discount": "25"}]})
    assert next(listed.lines).list_price == 125
    assert compute(listed).gross == compute(plain).gross


def test_a_discount_of_the_whole_line_is_no_error() -> None:
    assert "discount_above_line" not in found(rows=[{**LINE, "discount": {"value": "100"}}])


def test_every_code_has_its_sentences_in_both_languages_with_the_same_places_to_fill() -> None:
    source = "".join(Path(str(module.__file__)).read_text("utf-8") for module in (checks, party_checks))
    for code in set(re.findall(r'Problem\([^,]+, "([a-z_0-9]+)"', source)):
        assert code in SENTENCES["en"], code
    assert SENTENCES["en"].keys() == SENTENCES["fr"].keys()
    for code, english in SENTENCES["en"].items():
        for one, other in zip(english, SENTENCES["fr"][code], strict=True):
            assert set(re.findall(r"{\w+}", one)) == set(re.findall(r"{\w+}", other)), code


def test_a_problem_is_put_into_words() -> None:
    problem = found(rows=[{**LINE, "discount": {"value": "120"}}])["discount_above_line"]
    assert (
        problem_text(problem, "en")[0] == "Line 1: the discount of 120 % is more than the line itself (100)."
    )
    assert (
        problem_text(problem, "fr")[0]
        == "Ligne 1\u00a0: la remise de 120 % dépasse la ligne elle-même (100)."
    )
