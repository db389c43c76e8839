"""What becomes of each field, and that none is forgotten."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.client.plan import PlannedField, Sheet, Unplanned, Why, covering
from app.domain.draft import Draft
from app.domain.rows import Line
from app.domain.totals import compute

LINE = Line(id="r1", label="Advice", quantity=Decimal("2.5"), unit_price=Decimal(640), vat_rate=Decimal(20))
DRAFT = Draft(rows=(LINE,), subject="Rebuilding", due_date=date(2026, 12, 21))
REST = dict.fromkeys(
    ("kind", "currency", "language", "rounding", "issue_date", "rows", "subject"), "why.rest"
)


def sheet(*ignored: str) -> Sheet:
    return Sheet(DRAFT, {**REST, **dict.fromkeys(ignored, "why.ignored")})


def field(fields: tuple[PlannedField, ...], path: str) -> PlannedField:
    return next(item for item in fields if item.path == path)


def test_what_goes_along_as_it_is_counts_as_kept() -> None:
    planned = sheet("due_date")
    planned.sends("rows.r1.quantity", Decimal("2.50"), "lines[0].quantity")
    assert field(planned.close(), "rows.r1.quantity").verdict == "kept"


def test_what_goes_along_otherwise_is_changed_and_says_from_what_to_what_and_why() -> None:
    planned = sheet()
    planned.sends("due_date", "1797893999", "due_date", Why("why.unix_time"))
    item = field(planned.close(), "due_date")
    assert (item.verdict, item.ours, item.theirs) == ("changed", "2026-12-21", "1797893999")
    assert item.why == Why("why.unix_time")


def test_what_ours_does_not_state_is_added() -> None:
    planned = sheet("due_date")
    planned.adds("number", None, "number", Why("why.their_number"))
    item = field(planned.close(), "number")
    assert (item.verdict, item.ours, item.theirs) == ("added", "", None)


def test_a_field_nobody_mentions_is_dropped_for_the_reason_it_is_ignored_for() -> None:
    item = field(sheet("due_date").close(), "due_date")
    assert (item.verdict, item.theirs) == ("dropped", "")
    assert item.why == Why("why.ignored")


def test_a_field_that_is_neither_sent_nor_ignored_cannot_pass() -> None:
    with pytest.raises(Unplanned, match="due_date"):
        sheet().close()


def test_the_sums_are_kept_when_they_are_the_same_and_changed_when_they_are_not() -> None:
    ours = compute(DRAFT)
    cheaper = LINE.model_copy(update={"unit_price": Decimal(639)})
    planned = sheet("due_date")
    planned.figures(ours, compute(DRAFT.edited(rows=(cheaper,))))
    item = field(planned.close(), "totals.gross")
    assert (item.verdict, item.ours, item.theirs) == ("changed", "1920", "1917")
    planned = sheet("due_date")
    planned.figures(ours, ours)
    assert field(planned.close(), "vat.S.20.tax").verdict == "kept"


def test_a_name_covers_the_fields_below_it_and_the_longest_wins() -> None:
    named = frozenset({"rows[]", "rows[].discount", "buyer"})
    assert covering(named, "rows[].discount.value") == "rows[].discount"
    assert covering(named, "rows[].label") == "rows[]"
    assert covering(named, "buyer.tax_ids[].value") == "buyer"
    assert covering(named, "seller.name") is None
    assert covering(frozenset({"rows"}), "rows[].label") == "rows"
