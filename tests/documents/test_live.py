"""The paper beside the editor is at any moment what a fresh start would print."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import LivePaper, Spot
from app.domain.draft import Draft, Paper
from app.domain.rows import Discount, Line, Row, Section
from app.domain.totals import compute
from tests.documents.papers import invoice, line, long_invoice, text_of

TEXTS = ("", "Short", "Words that go on and on " * 6, "Two\nlines", "خدمات تصميم", " spaced ")
EDITS = st.one_of(
    st.fixed_dictionaries({"label": st.sampled_from(TEXTS)}),
    st.fixed_dictionaries({"description": st.sampled_from(TEXTS)}),
    st.fixed_dictionaries(
        {"unit_price": st.sampled_from([Decimal(1), Decimal("12345.678"), Decimal(10**9)])}
    ),
    st.fixed_dictionaries({"quantity": st.sampled_from([Decimal(2), Decimal("12345678.123456")])}),
    st.fixed_dictionaries({"unit": st.sampled_from(["", "HUR", "a unit with a very long name"])}),
    st.fixed_dictionaries({"discount": st.sampled_from([None, Discount(value=Decimal(5), reason="Loyal")])}),
    st.fixed_dictionaries({"price_entry": st.sampled_from(["net", "gross"])}),
    st.fixed_dictionaries({"exemption_reason": st.sampled_from(["", "Why not"])}),
)
SECTION_EDITS = st.one_of(
    st.fixed_dictionaries({"title": st.sampled_from(TEXTS)}),
    st.fixed_dictionaries({"show_lines": st.booleans()}),
    st.fixed_dictionaries({"show_prices": st.booleans()}),
    st.fixed_dictionaries({"show_subtotal": st.booleans()}),
)


def shown(paper: LivePaper, draft: Draft) -> tuple[list[tuple[Spot, ...]], list[int | None]]:
    pages = paper.update(draft, compute(draft), "draft").page_count
    return [paper.spots(i) for i in range(pages)], [paper.page_of(f"rows.{row.id}") for row in draft.rows]


def edited(data: st.DataObject, rows: list[Row], step: int) -> list[Row]:
    place = data.draw(st.integers(0, len(rows) - 1))
    match data.draw(st.sampled_from(["edit", "edit", "add", "remove", "move", "section"])):
        case "add":
            rows.insert(place, line(f"n{step}", data.draw(st.sampled_from(TEXTS))))
        case "section":
            rows.insert(place, Section(id=f"t{step}", title="New"))
        case "remove" if len(rows) > 1:
            rows.pop(place)
        case "move":
            rows.insert(data.draw(st.integers(0, len(rows) - 1)), rows.pop(place))
        case _:
            row = rows[place]
            changes = data.draw(EDITS if isinstance(row, Line) else SECTION_EDITS)
            rows[place] = row.model_copy(update=changes)
    return rows


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_after_any_edits_everything_stands_where_a_fresh_start_puts_it(data: st.DataObject) -> None:
    draft = long_invoice(40)
    paper = LivePaper()
    totals = compute(draft)
    paper.update(draft, totals, "draft")
    for step in range(4):
        if data.draw(st.integers(0, 9)) == 0:
            draft = draft.edited(paper=Paper(carried_forward=True, show_unit_price=False))
        draft = draft.edited(rows=tuple(edited(data, list(draft.rows), step)))
        totals = compute(draft, totals)
        pages = paper.update(draft, totals, "draft").page_count
        live = (
            [paper.spots(i) for i in range(pages)],
            [paper.page_of(f"rows.{row.id}") for row in draft.rows],
        )
        assert live == shown(LivePaper(), draft)


@pytest.mark.parametrize("label", TEXTS)
@pytest.mark.parametrize("description", TEXTS)
@pytest.mark.parametrize("base", [1, 10, 10**11])
def test_a_line_is_as_high_as_what_is_drawn_of_it(label: str, description: str, base: int) -> None:
    row = line("a", label, description=description, price_base_quantity=Decimal(base))
    paper = LivePaper()
    draft = invoice(row, line("b", "Below"))
    paper.update(draft, compute(draft), "draft")
    own = [spot for spot in paper.spots(0) if spot.path.startswith("rows.a")]
    whole, parts = own[0], own[1:]
    assert whole.path == "rows.a"
    assert 0 <= whole.y1_pt - max(spot.y1_pt for spot in parts) < 4.5


def test_the_first_page_of_a_long_document_can_be_had_before_the_rest() -> None:
    rows = tuple(
        Section(id=f"s{n}", title=f"Lot {n}") if n % 12 == 0 else line(f"r{n}", f"Work {n}")
        for n in range(600)
    )
    draft = invoice(*rows, paper=Paper(carried_forward=True))
    totals = compute(draft)
    paper, whole = LivePaper(), LivePaper()
    begun = paper.begin(draft, totals, "draft")
    assert begun is not None
    count = whole.update(draft, totals, "draft").page_count
    assert (begun.page_count, count > 10) == (1, True)
    early, late = text_of(paper.page_pdf(0)), text_of(whole.page_pdf(0))
    number = f"1 / {count}"
    assert number in late
    assert early == late.replace(number, "").strip(), (
        "every figure stands there; only the number is not known"
    )
    assert shown(paper, draft) == shown(whole, draft), "and then everything is where it belongs"


def test_a_short_document_is_laid_out_whole_at_once() -> None:
    draft = long_invoice(60)
    paper = LivePaper()
    assert paper.begin(draft, compute(draft), "draft") is None
    with pytest.raises(LookupError):
        paper.page_pdf(0)
