"""The sheet: what Stripe keeps, changes, drops and adds."""

from __future__ import annotations

from typing import Any

import pytest

from app.client.plan import PlannedField, covering
from app.domain.fields import fields
from app.providers.stripe_v1 import PROVIDER
from app.providers.stripe_v1.access import NEWEST, SEED
from tests.providers.stripe.desk import Desk, a_draft, a_line, connection, submission


def sheet(
    dialect: str = SEED, options: dict[str, Any] | None = None, **changes: Any
) -> dict[str, PlannedField]:
    asked = submission(a_draft(**changes), connection(dialect), **(options or {}))
    return {planned.path: planned for planned in PROVIDER.foresee(asked).fields}


def test_every_field_of_a_draft_is_sent_or_left_out_for_a_reason() -> None:
    for spec in fields():
        assert covering(PROVIDER.sends, spec.path) or covering(PROVIDER.ignores, spec.path), spec.path


def test_the_due_date_is_the_end_of_the_day_where_the_seller_is() -> None:
    planned = sheet()["due_date"]
    assert (planned.verdict, planned.wire) == ("kept", "due_date")
    assert planned.why is not None
    assert planned.why.params == {"unix": "1797893999"}


@pytest.mark.parametrize(("zone", "unix"), [("America/New_York", "1797915599"), ("", "1797893999")])
def test_a_time_zone_of_the_connection_s_own_is_used(zone: str, unix: str) -> None:
    linked = connection(SEED, time_zone=zone)
    desk = Desk(linked)
    _, receipt, _ = desk.send(a_draft())
    created = next(request for call, request, _ in desk.sent if call.step == "invoice.create")
    assert f"due_date={unix}".encode() in created.content
    assert receipt.stored["due_date"] == "2026-12-21"


def test_a_fraction_is_changed_in_the_seed_s_version_and_kept_in_the_newest() -> None:
    rows = [a_line(quantity="2.5", unit_price="640")]
    old, new = sheet(SEED, rows=rows), sheet(NEWEST, rows=rows)
    assert (old["rows.r1.quantity"].verdict, old["rows.r1.quantity"].theirs) == ("changed", "1")
    assert old["rows.r1.unit_price"].theirs == "1600"
    assert (new["rows.r1.quantity"].verdict, new["rows.r1.quantity"].theirs) == ("kept", "2.5")


def test_sections_change_into_line_texts_or_are_dropped() -> None:
    rows = [{"kind": "section", "id": "s", "title": "Lot 1"}, a_line(label="Peinture")]
    assert sheet(rows=rows)["rows.s.title"].verdict == "changed"
    assert sheet(SEED, {"sections_in_text": False}, rows=rows)["rows.s.title"].verdict == "dropped"


def test_the_number_is_theirs_to_give() -> None:
    planned = sheet(number="2026-014")["number"]
    assert (planned.verdict, planned.theirs) == ("changed", None)


def test_the_day_of_issue_is_held_only_by_the_newest_version() -> None:
    assert sheet(SEED, issue_date="2026-11-20")["issue_date"].theirs is None
    assert sheet(NEWEST, issue_date="2026-11-20")["issue_date"].verdict == "kept"


def test_a_prepayment_is_dropped_and_the_sum_to_pay_changes() -> None:
    told = sheet(prepaid="100")
    assert told["prepaid"].verdict == "dropped"
    assert (told["totals.payable"].ours, told["totals.payable"].theirs) == ("1436", "1536")


def test_tax_that_stripe_finds_is_told_by_the_answer_alone() -> None:
    told = sheet(SEED, {"automatic_tax.enabled": True})
    assert told["totals.net"].theirs == "1280"
    assert [told[f"totals.{name}"].theirs for name in ("tax", "gross", "payable")] == [None] * 3


def test_tax_rounded_line_by_line_is_foretold_so() -> None:
    rows = [a_line(unit_price="0.13") for _ in range(4)]
    by_line = submission(a_draft(rows=rows), connection(SEED))
    at_once = submission(a_draft(rows=rows), connection(SEED, tax_rounding="per_invoice"))
    sums = [
        next(own.theirs for own in PROVIDER.foresee(asked).fields if own.path == "totals.tax")
        for asked in (by_line, at_once)
    ]
    assert sums == ["0.12", "0.1"]


def test_no_reason_is_without_words_in_both_languages() -> None:
    for english, french in PROVIDER.words.values():
        assert english.strip()
        assert french.strip()
    for option in PROVIDER.options:
        assert f"option.{option.name}" in PROVIDER.words
        assert f"option.{option.name}.help" in PROVIDER.words
        assert f"group.{option.group}" in PROVIDER.words
