"""What holds for every document: the prediction comes true, and the plan shows the requests themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.client.calls import FormBody
from app.client.rehearsal import rehearse
from app.domain.draft import Draft
from app.providers.stripe_v1 import PROVIDER
from tests.providers.strategies import drafts
from tests.providers.stripe.desk import DIALECTS, TODAY, Desk, connection, submission

_FURTHER = re.compile(r"\.(rate|lines)\.")
"""Reading on, of which a plan cannot know how often it is needed."""
_PLACEHOLDER = re.compile(r"\{[^{}]+\}")


@st.composite
def stripe_drafts(draw: Callable[..., Any]) -> Draft:
    """A document for Stripe: with a due date where it has no terms, and lines of both entries."""
    draft: Draft = draw(
        drafts(
            currencies=("EUR", "USD", "JPY", "ISK"),
            rates=("20", "10", "5.5", "2.1"),
            uncharged=("E", "AE", "O"),
            entries=("net", "net", "gross"),
            roundings=("per_group", "per_line"),
        )
    )
    if draft.payment_terms.days is None:
        draft = draft.edited(due_date=draw(st.sampled_from([TODAY.replace(month=12), TODAY.replace(day=30)])))
    return draft


def _is_taken(draft: Draft, dialect: str, **options: Any) -> bool:
    foreseen = PROVIDER.foresee(submission(draft, connection(dialect), **options))
    return not any(problem.severity == "error" for problem in foreseen.problems)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("rounding", ["per_item", "per_invoice"])
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(draft=stripe_drafts(), ways=st.sampled_from(["coupon", "items"]))
def test_what_stripe_stores_is_what_the_plan_said(
    rounding: str, dialect: str, draft: Draft, ways: str
) -> None:
    desk = Desk(connection(dialect, tax_rounding=rounding))
    desk.simulator.tax_rounding = rounding
    assume(_is_taken(draft, dialect, document_discount=ways))
    _, receipt, verdict = desk.send(draft, document_discount=ways)
    told = [(one.path, one.predicted, one.theirs) for one in verdict.comparisons if one.state != "agrees"]
    assert told == []
    assert verdict.state in ("proven", "changed")
    assert receipt.state == "draft"


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(draft=stripe_drafts())
def test_the_requests_shown_are_the_requests_sent(dialect: str, draft: Draft) -> None:
    assume(_is_taken(draft, dialect))
    asked = submission(draft, connection(dialect))
    shown, _ = rehearse(PROVIDER.submit(asked))
    desk = Desk(asked.connection)
    desk.run(PROVIDER.submit(asked), draft)
    sent = [call for call, _, _ in desk.sent if not _FURTHER.search(call.step)]
    assert [call.step for call in shown] == [call.step for call in sent]
    for plan, real in zip(shown, sent, strict=True):
        assert (plan.method, plan.headers) == (real.method, real.headers)
        assert _matches(plan.path, real.path)
        if isinstance(plan.body, FormBody):
            assert isinstance(real.body, FormBody)
            assert [name for name, _ in plan.body.fields] == [name for name, _ in real.body.fields]
            for (_, supposed), (_, told) in zip(plan.body.fields, real.body.fields, strict=True):
                assert _matches(supposed, told)


def _matches(supposed: str, told: str) -> bool:
    if supposed == told:
        return True
    parts = _PLACEHOLDER.split(supposed)
    return re.fullmatch("[A-Za-z0-9_]+".join(re.escape(part) for part in parts), told) is not None


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(draft=stripe_drafts())
def test_no_field_is_lost_in_silence(draft: Draft) -> None:
    foreseen = PROVIDER.foresee(submission(draft))
    for planned in foreseen.fields:
        if planned.verdict != "kept":
            assert planned.why is not None, planned.path
