"""A draft file is read whole or refused with the place and the reason."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.codec import MAX_BYTES, UnreadableDraft, draft_from_json, draft_to_json
from app.domain.draft import Draft
from app.services.samples import SAMPLES


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_draft_comes_back_from_its_file_unchanged(name: str) -> None:
    draft = SAMPLES[name]()
    text = draft_to_json(draft)
    assert draft_from_json(text) == draft
    assert draft_to_json(draft_from_json(text.encode())) == text


def test_numbers_are_written_in_plain_digits() -> None:
    draft = Draft.model_validate({"rows": [{"kind": "line", "quantity": "1E+2", "unit_price": "1E-6"}]})
    row = json.loads(draft_to_json(draft))["rows"][0]
    assert (row["quantity"], row["unit_price"]) == ("100", "0.000001")


def test_a_json_number_is_read_digit_by_digit() -> None:
    draft = draft_from_json('{"rows":[{"kind":"line","unit_price":0.1,"quantity":3}]}')
    assert next(draft.lines).unit_price == Decimal("0.1")


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert draft_from_json(b'\xef\xbb\xbf{"subject":"x"}').subject == "x"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON: line 1"),
        ("[]", "JSON object"),
        ('{"rows": [', "not JSON"),
        (b"\xff\xfe{}", "not UTF-8"),
        ('{"schema_version": 2}', "newer version"),
        ('{"schema_version": "1"}', "schema_version"),
        ('{"currency":"EUR","currency":"USD"}', "twice"),
        ('{"prepaid": NaN}', "NaN is not a number"),
        ("[" * 100_000, "nested too deeply"),
        ('{"prepaid": ' + "9" * 5000 + "}", "prepaid: this number is too large"),
        (
            '{"rows":[{"kind":"line","id":"x7","quantity":"1e400"}]}',
            "rows.x7.quantity: this number is too large",
        ),
        (
            '{"rows":[{"kind":"line","id":"x7","quantity":"1.2345678"}]}',
            "rows.x7.quantity: at most 6 decimals",
        ),
        ('{"rows":[{"kind":"line","quantity":"two"}]}', "rows.1.quantity: this is not a number"),
        ('{"currency":"QQQ"}', "currency: 'QQQ' is not a currency code"),
        ('{"colour":"red"}', "colour: "),
        ('{"subject":"\\ud800"}', "subject: "),
        ('{"rows":[{"kind":"poem"}]}', "rows.1: "),
    ],
)
def test_what_is_no_draft_is_refused_with_the_place_and_the_reason(text: str | bytes, words: str) -> None:
    with pytest.raises(UnreadableDraft) as refusal:
        draft_from_json(text)
    assert words in refusal.value.summary
    assert "\n" not in refusal.value.summary


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableDraft, match="MB"):
        draft_from_json(b" " * (MAX_BYTES + 1))


def test_every_misfit_is_pointed_at() -> None:
    with pytest.raises(UnreadableDraft) as refusal:
        draft_from_json('{"currency":"??","language":"xx","due_date":"never"}')
    assert {p.path for p in refusal.value.problems} == {"currency", "language", "due_date"}


def test_rows_without_an_id_or_with_one_already_taken_get_their_own() -> None:
    draft = draft_from_json('{"rows":[{"kind":"line"},{"kind":"line","id":"r1"},{"kind":"line","id":"r1"}]}')
    assert len({row.id for row in draft.rows}) == 3
    assert draft.rows[1].id == "r1"


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(Draft.model_fields)), json_values, max_size=4))
@settings(max_examples=300, deadline=None)
def test_hostile_members_are_refused_or_read_and_never_anything_else(members: dict[str, Any]) -> None:
    try:
        draft = draft_from_json(json.dumps(members))
    except UnreadableDraft:
        return
    assert draft_from_json(draft_to_json(draft)) == draft
