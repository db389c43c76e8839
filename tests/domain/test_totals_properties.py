"""Laws that hold for every document."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.credit import credit_note_of
from app.domain.draft import Draft
from app.domain.explain import explain, reckon
from app.domain.rows import Section
from app.domain.totals import Totals, compute

quantities = st.decimals(min_value=-1000, max_value=1000, places=4)
prices = st.decimals(min_value=0, max_value=100_000, places=4)
rates = st.sampled_from(["20", "10", "5.5", "2.1", "19", "7", "0", None])
percents = st.decimals(min_value=0, max_value=100, places=2)


def discounts() -> st.SearchStrategy[Any]:
    amount = st.decimals(min_value=0, max_value=500, places=2)
    return st.none() | st.one_of(
        st.builds(lambda v: {"kind": "percent", "value": str(v)}, percents),
        st.builds(lambda v: {"kind": "amount", "value": str(v)}, amount),
    )


@st.composite
def adjustments(draw: Any, *, of_document: bool) -> dict[str, Any]:
    percent = draw(st.none() | percents)
    made: dict[str, Any] = {"is_charge": draw(st.booleans()), "reason": "because"}
    if percent is None:
        made["amount"] = str(draw(st.decimals(min_value=0, max_value=300, places=2)))
    else:
        made["percent"] = str(percent)
    if of_document:
        made["vat_rate"] = draw(rates)
    return made


@st.composite
def rows(draw: Any) -> dict[str, Any]:
    if draw(st.integers(0, 5)) == 0:
        return {"kind": "section", "title": "Part"}
    return {
        "kind": "line",
        "quantity": str(draw(quantities)),
        "unit_price": str(draw(prices)),
        "price_base_quantity": draw(st.sampled_from(["1", "1", "100", "3"])),
        "price_entry": draw(st.sampled_from(["net", "net", "gross"])),
        "vat_rate": draw(rates),
        "discount": draw(discounts()),
        "adjustments": draw(st.lists(adjustments(of_document=False), max_size=2)),
    }


@st.composite
def drafts(draw: Any) -> Draft:
    return Draft.model_validate(
        {
            "number": "F1",
            "currency": draw(st.sampled_from(["EUR", "JPY", "KWD", "CHF", "BTC"])),
            "rounding": draw(st.sampled_from(["per_group", "per_line"])),
            "rows": draw(st.lists(rows(), max_size=8)),
            "discount": draw(discounts()),
            "adjustments": draw(st.lists(adjustments(of_document=True), max_size=2)),
            "additional_taxes": draw(
                st.sampled_from([[], [{"rate": "-15"}], [{"rate": "9.975"}, {"rate": "3", "on_tax": True}]])
            ),
            "prepaid": str(draw(st.decimals(min_value=0, max_value=100, places=2))),
            "cash_step": draw(st.sampled_from([None, "0.05", "1"])),
            "exchange": draw(st.sampled_from([None, {"home_currency": "EUR", "rate": "1.0837"}])),
        }
    )


CHANGES: dict[str, dict[str, Any]] = {
    "price": {"unit_price": Decimal("1.5")},
    "rate": {"vat_rate": Decimal(13)},
    "entry": {"price_entry": "gross"},
}


def figures(totals: Totals) -> tuple[Any, ...]:
    names = ("lines_net", "allowances", "charges", "net", "tax", "gross", "withheld", "rounding", "payable")
    return (
        *(getattr(totals, name) for name in names),
        tuple((g.category, g.rate, g.basis, g.tax) for g in totals.vat),
    )


@given(drafts(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_totals_do_not_depend_on_the_order_of_rows(draft: Draft, order: random.Random) -> None:
    shuffled = list(draft.rows)
    order.shuffle(shuffled)
    assert figures(compute(draft.edited(rows=tuple(shuffled)))) == figures(compute(draft))


@given(drafts())
@settings(max_examples=150, deadline=None)
def test_a_credit_note_cancels_its_invoice_to_zero(draft: Draft) -> None:
    invoice, credit = compute(draft), compute(credit_note_of(draft))
    for name in (
        "lines_net",
        "allowances",
        "charges",
        "net",
        "tax",
        "gross",
        "withheld",
        "prepaid",
        "payable",
    ):
        assert getattr(invoice, name) + getattr(credit, name) == 0, name
    for one, other in zip(invoice.vat, credit.vat, strict=True):
        assert (one.category, one.rate) == (other.category, other.rate)
        assert one.basis + other.basis == 0
        assert one.tax + other.tax == 0


@given(drafts())
@settings(max_examples=150, deadline=None)
def test_every_column_adds_up(draft: Draft) -> None:
    totals = compute(draft)
    zero = Decimal(0)
    added = sum((t.amount for t in totals.additional_taxes if t.rate >= 0), zero)
    assert sum((g.tax for g in totals.vat), zero) + added == totals.tax
    assert sum((g.basis for g in totals.vat), zero) == totals.net
    assert sum((g.discount for g in totals.vat), zero) == (totals.discount if totals.vat else 0)
    assert sum((t.net for t in totals.lines), zero) == totals.lines_net
    assert totals.gross - totals.withheld - totals.prepaid + totals.rounding == totals.payable


@given(drafts())
@settings(max_examples=150, deadline=None)
def test_the_explanation_works_out_to_the_same_totals(draft: Draft) -> None:
    totals = compute(draft)
    steps = explain(draft, totals)
    values = {step.key: step.value for step in steps}
    assert len(values) == len(steps)
    for step in steps:
        assert reckon(step) == step.value, step
        for operand in step.operands:
            if operand.source_key is not None:
                assert values[operand.source_key] == operand.value, (step, operand)
    for name in ("net", "tax", "gross", "payable", "rounding", "withheld"):
        assert values[name] == getattr(totals, name)


@given(drafts(), st.data())
@settings(max_examples=100, deadline=None)
def test_figures_kept_from_before_an_edit_are_those_of_a_fresh_computation(draft: Draft, data: Any) -> None:
    before = compute(draft)
    rows = list(draft.rows)
    if rows:
        place = data.draw(st.integers(0, len(rows) - 1))
        change = data.draw(st.sampled_from(["remove", "move", "price", "rate", "entry", "head"]))
        row = rows.pop(place)
        if change == "move":
            rows.append(row)
        elif change in CHANGES and not isinstance(row, Section):
            rows.insert(place, row.model_copy(update=CHANGES[change]))
        elif change == "head":
            rows.insert(place, Section(id=row.id, title="New"))
    after = draft.edited(rows=tuple(rows))
    assert compute(after, before) == compute(after)


@given(drafts())
@settings(max_examples=50, deadline=None)
def test_no_figure_is_a_binary_float(draft: Draft) -> None:
    def walk(value: Any) -> None:
        assert not isinstance(value, float), value
        if isinstance(value, tuple | list):
            for member in value:
                walk(member)

    totals = compute(draft)
    walk(figures(totals))
    walk([[t.net, t.tax, t.gross, t.list_amount, t.discount] for t in totals.lines])
    assert all(isinstance(figure, Decimal | tuple) for figure in figures(totals))
