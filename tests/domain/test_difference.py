"""Differences of drafts: applied, they give the other draft exactly; and they are small."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.difference import BrokenDifference, apply, differences
from app.domain.draft import Draft, PrecedingInvoice
from app.domain.parties import Address, BankAccount, Party, TaxId
from app.domain.rows import CustomField, Discount, DocumentAdjustment, Line, LineAdjustment, Row, Section

_texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
_amounts = st.decimals(-10_000, 10_000, places=2) | st.sampled_from([Decimal("1.0"), Decimal("1.00")])
_dates = st.none() | st.dates()
_discounts = st.none() | st.builds(Discount, kind=st.sampled_from(["percent", "amount"]), value=_amounts)
_ids = st.sampled_from([f"r{n}" for n in range(12)])
_lines = st.builds(
    Line,
    id=_ids,
    label=_texts,
    description=_texts,
    quantity=_amounts,
    unit_price=_amounts,
    discount=_discounts,
    adjustments=st.lists(st.builds(LineAdjustment, amount=st.none() | _amounts), max_size=2).map(tuple),
    vat_rate=st.none() | st.decimals(0, 30, places=1),
    service_start=_dates,
    provider_options=st.dictionaries(_texts, st.lists(st.integers() | _texts | st.none()), max_size=2),
)
_sections = st.builds(Section, id=_ids, title=_texts, show_prices=st.booleans())
_rows = st.lists(_lines | _sections, max_size=12, unique_by=lambda row: row.id).map(tuple)
_parties = st.builds(
    Party,
    name=_texts,
    addresses=st.lists(st.builds(Address, city=_texts, country=st.sampled_from(["", "FR"])), max_size=2).map(
        tuple
    ),
    tax_ids=st.lists(st.builds(TaxId, value=_texts), max_size=2).map(tuple),
    bank_accounts=st.lists(st.builds(BankAccount, iban=_texts), max_size=1).map(tuple),
)
_adjustments = st.lists(
    st.builds(DocumentAdjustment, id=st.sampled_from(["a1", "a2", "a3"]), amount=st.none() | _amounts),
    max_size=3,
    unique_by=lambda adjustment: adjustment.id,
).map(tuple)
_members: dict[str, st.SearchStrategy[Any]] = {
    "subject": _texts,
    "currency": st.sampled_from(["EUR", "JPY"]),
    "issue_date": _dates,
    "seller": _parties,
    "buyer": _parties,
    "billing_address": st.none() | st.builds(Address, city=_texts),
    "discount": _discounts,
    "adjustments": _adjustments,
    "prepaid": _amounts,
    "rounding_amount": st.none() | _amounts,
    "tags": st.lists(_texts, max_size=2).map(tuple),
    "custom_fields": st.lists(st.builds(CustomField, name=_texts), max_size=2).map(tuple),
    "preceding_invoices": st.lists(st.builds(PrecedingInvoice, issue_date=_dates), max_size=2).map(tuple),
    "provider_options": st.dictionaries(_texts, st.integers() | _texts | st.booleans(), max_size=2),
    "rows": _rows,
}
_drafts = st.fixed_dictionaries({}, optional=_members).map(lambda members: Draft().edited(**members))


@st.composite
def _edited(draw: st.DrawFn) -> tuple[Draft, Draft]:
    """A draft and what a few edits make of it: moves, changes, additions, removals."""
    before = after = draw(_drafts)
    for _ in range(draw(st.integers(0, 5))):
        rows = list(after.rows)
        match draw(st.sampled_from(["member", "move", "change", "add", "remove", "swap"])):
            case "member":
                name = draw(st.sampled_from(sorted(_members)))
                after = after.edited(**{name: draw(_members[name])})
                continue
            case "move" if rows:
                row = rows.pop(draw(st.integers(0, len(rows) - 1)))
                rows.insert(draw(st.integers(0, len(rows))), row)
            case "change" if rows:
                at = draw(st.integers(0, len(rows) - 1))
                row = draw(_lines | _sections)
                rows[at] = row.model_copy(update={"id": rows[at].id})
            case "swap" if rows:
                rows.reverse()
            case "remove" if rows:
                del rows[draw(st.integers(0, len(rows) - 1))]
            case _:
                row = draw(_lines | _sections)
                if row.id not in {r.id for r in rows}:
                    rows.insert(draw(st.integers(0, len(rows))), row)
        after = after.edited(rows=tuple(rows))
    return before, after


def _through_text(patch: Any) -> Any:
    return json.loads(json.dumps(patch), parse_float=str)


@given(_edited())
def test_a_difference_turns_one_draft_into_the_other_and_back(pair: tuple[Draft, Draft]) -> None:
    before, after = pair
    forward, backward = differences(before, after)
    there = apply(before, _through_text(forward))
    assert there == after
    assert there.model_dump_json() == after.model_dump_json()
    assert apply(after, _through_text(backward)).model_dump_json() == before.model_dump_json()


@given(_drafts, _drafts)
def test_any_two_drafts_have_a_difference(before: Draft, after: Draft) -> None:
    forward, backward = differences(before, after)
    assert apply(before, _through_text(forward)).model_dump_json() == after.model_dump_json()
    assert apply(after, _through_text(backward)).model_dump_json() == before.model_dump_json()


@given(_drafts)
def test_a_copy_read_from_a_file_has_no_difference(draft: Draft) -> None:
    assert differences(draft, Draft.model_validate_json(draft.model_dump_json())) == ({}, {})


def _long(count: int) -> Draft:
    return Draft(rows=tuple(Line(id=f"r{n}", label=f"Line {n}", unit_price=Decimal(n)) for n in range(count)))


def _with_row(draft: Draft, at: int, **changes: Any) -> Draft:
    rows: list[Row] = list(draft.rows)
    rows[at] = rows[at].model_copy(update=changes)
    return draft.edited(rows=tuple(rows))


def test_one_cell_among_five_thousand_lines_is_a_few_bytes() -> None:
    before = _long(5000)
    after = _with_row(before, 2500, unit_price=Decimal("3.50"))
    patch, _ = differences(before, after)
    assert patch == {"rows": ["#", {"changed": {"r2500": {"unit_price": ["=", "3.50"]}}}]}
    applied = apply(before, patch)
    assert applied == after
    assert applied.rows[0] is before.rows[0], "what did not change is not made anew"


def test_moving_one_line_across_five_thousand_is_a_few_bytes() -> None:
    before = _long(5000)
    rows = list(before.rows)
    rows.insert(4000, rows.pop(10))
    after = before.edited(rows=tuple(rows))
    patch, _ = differences(before, after)
    assert patch == {"rows": ["#", {"placed": [["r4000", "r10"]]}]}
    assert apply(before, patch) == after


def test_a_long_text_beside_an_edited_member_is_not_repeated() -> None:
    before = Draft(paper={"logo": "data:image/png;base64," + "A" * 100_000})
    after = before.edited(paper=before.paper.model_copy(update={"accent": "#000000"}))
    assert differences(before, after)[0] == {"paper": ["~", {"accent": ["=", "#000000"]}]}


@pytest.mark.parametrize(
    "patch",
    [
        {"rows": ["#", {"changed": {"nobody": {"label": ["=", "x"]}}}]},
        {"rows": ["#", {"gone": ["nobody"]}]},
        {"rows": ["#", {"placed": [["nobody", {"kind": "line", "id": "new"}]]}]},
        {"no_such_member": ["=", 1]},
        {"currency": ["=", "XXX-not-one"]},
        {"buyer": ["~", {"name": 5}]},
        [],
    ],
)
def test_a_difference_of_another_document_is_refused(patch: Any) -> None:
    with pytest.raises(BrokenDifference, match="does not fit its document"):
        apply(_long(3), patch)
