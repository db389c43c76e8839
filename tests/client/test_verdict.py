"""Every altered cent of an answer is caught."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.client.plan import PlannedField, Why
from app.client.verdict import judge

SUMS = {"totals.net": "100", "totals.tax": "20", "totals.gross": "120", "totals.payable": "120"}
PLANNED = (
    *(PlannedField(path, "kept", text, text) for path, text in SUMS.items()),
    PlannedField("subject", "kept", "Site", "Site"),
    PlannedField("number", "added", "", None, Why("why.theirs")),
    PlannedField("memo", "dropped", "Thanks", "", Why("why.no_place"), "", False),
)
TOLD = {**SUMS, "subject": "Site", "number": "F-1"}


def test_an_answer_as_predicted_with_our_sums_is_proof() -> None:
    assert judge(PLANNED, TOLD).state == "proven"


@given(st.sampled_from(sorted(SUMS)), st.decimals(-5, 5, places=2).filter(bool))
def test_a_single_altered_cent_is_a_difference_with_both_figures(path: str, shift: Decimal) -> None:
    theirs = format((Decimal(SUMS[path]) + shift).normalize(), "f")
    judgement = judge(PLANNED, {**TOLD, path: theirs})
    assert judgement.state == "differs"
    assert [(item.path, item.ours, item.theirs) for item in judgement.differences] == [
        (path, SUMS[path], theirs)
    ]


@pytest.mark.parametrize("path", ["totals.net", "totals.tax", "totals.gross"])
def test_a_sum_that_is_not_told_proves_nothing(path: str) -> None:
    told = {name: text for name, text in TOLD.items() if name != path}
    assert judge(PLANNED, told).state == "unproven"


def test_a_field_that_should_be_gone_and_is_there_is_a_difference() -> None:
    assert judge(PLANNED, {**TOLD, "memo": "Thanks"}).differences[0].path == "memo"


def test_something_nobody_predicted_is_a_difference() -> None:
    assert judge(PLANNED, {**TOLD, "vat.S.5.5.tax": "1"}).state == "differs"


def test_sums_that_are_as_predicted_but_not_ours_are_said_to_be_changed() -> None:
    planned = tuple(
        PlannedField(item.path, "changed", "119", "120", Why("why.rounding"))
        if item.path == "totals.gross"
        else item
        for item in PLANNED
    )
    assert judge(planned, TOLD).state == "changed"
