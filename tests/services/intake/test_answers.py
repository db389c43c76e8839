"""What stands against filing a document, as its values stand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.reading import FIELD_NAMES, FieldName, FieldReading, Reading
from app.services.intake.answers import Answer, answer_from_json, answer_to_json, checked, keys_of, values_of
from app.services.wording import problem_text

VALUES: dict[FieldName, str] = {
    "supplier_name": "Brunel",
    "invoice_number": "QB-1",
    "date": "2026-03-12",
    "due_date": "2026-04-11",
    "currency": "EUR",
    "net": "200",
    "tax": "40",
    "gross": "240",
}


def reading(**changed: str) -> Reading:
    values = {**VALUES, **changed}
    fields = {
        name: FieldReading(values[name], 1.0, "text", is_sure=True)
        for name in FIELD_NAMES
        if values.get(name)
    }
    return Reading("bill.pdf", "invoice", fields)


def codes(reading_: Reading, answer: Answer | None = None) -> list[tuple[str, str, str]]:
    return [(p.path, p.code, p.severity) for p in checked(reading_, answer or Answer())]


def test_a_whole_sure_reading_has_nothing_against_it() -> None:
    assert codes(reading()) == []


def test_what_is_needed_and_missing_is_an_error_and_a_missing_due_date_is_not() -> None:
    assert codes(reading(invoice_number="", due_date="")) == [("invoice_number", "intake_missing", "error")]


def test_a_person_can_say_that_a_value_is_not_there() -> None:
    assert ("net", "intake_missing", "error") in codes(reading(), Answer({"net": ""}))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"due_date": "2026-03-01"}, ("due_date", "intake_due_before_date", "error")),
        ({"currency": "XQX"}, ("currency", "intake_no_currency", "error")),
        ({"date": "soon"}, ("date", "intake_no_date", "error")),
        ({"net": "lots"}, ("net", "intake_no_amount", "error")),
        ({"net": "NaN"}, ("net", "intake_no_amount", "error")),
        ({"gross": "240.02"}, ("gross", "intake_sums_differ", "warning")),
        ({"gross": "240.03"}, ("gross", "intake_sums_wrong", "error")),
        ({"iban": "FR7630006000011234567890188"}, ("iban", "iban_wrong", "warning")),
        ({"supplier_siren": "123456789"}, ("supplier_siren", "siren_wrong", "warning")),
    ],
)
def test_each_fault_is_told_at_its_field_in_both_languages(
    changed: dict[str, str], expected: tuple[str, str, str]
) -> None:
    found = checked(reading(**changed), Answer())
    assert [(p.path, p.code, p.severity) for p in found] == [expected]
    english, french = problem_text(found[0], "en"), problem_text(found[0], "fr")
    assert english != french
    assert "{" not in "".join(english + french)


def test_a_french_vat_number_and_its_siren_are_one_supplier() -> None:
    by_vat = keys_of({**VALUES, "supplier_vat_id": "FR83404833048"})
    by_siren = keys_of({**VALUES, "supplier_siren": "404833048"})
    assert by_vat["supplier_key"] == by_siren["supplier_key"] == "404833048"


@given(
    st.dictionaries(st.sampled_from(FIELD_NAMES), st.text(max_size=40)),
    st.frozensets(st.sampled_from(FIELD_NAMES)),
    st.sampled_from([None, True, False]),
    st.booleans(),
)
def test_an_answer_comes_back_as_it_was_kept(
    values: dict[FieldName, str], confirmed: frozenset[FieldName], is_credit: bool | None, is_apart: bool
) -> None:
    answer = Answer(values, confirmed, is_credit, is_apart)
    assert answer_from_json(answer_to_json(answer)) == answer
    assert set(values_of(reading(), answer)) <= set(FIELD_NAMES)
    checked(reading(), answer)


@given(st.decimals(-(10**6), 10**6, places=2), st.decimals(-(10**5), 10**5, places=2))
def test_amounts_that_add_up_are_never_blamed(net: Decimal, tax: Decimal) -> None:
    assert codes(reading(net=str(net), tax=str(tax), gross=str(net + tax))) == []
