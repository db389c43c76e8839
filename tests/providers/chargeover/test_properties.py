"""Whatever is sent, the plan foresaw what is stored, and showed the requests that were made."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.client.calls import Call, JsonBody
from app.client.rehearsal import rehearse
from app.domain.draft import Draft
from app.providers.chargeover_v3 import PROVIDER
from tests.providers import strategies
from tests.providers.chargeover.desk import Desk, errors, foreseen, submission, verdict

OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "document_discount": st.sampled_from(["rates", "line"]),
        "terms_by": st.sampled_from(["days", "account"]),
        "number_from": st.sampled_from(["ours", "theirs"]),
        "paycycle": st.sampled_from(["one", "mon"]),
        "memo_references": st.booleans(),
        "memo_footer": st.booleans(),
        "section_in_text": st.booleans(),
        "unit_in_text": st.booleans(),
        "customer_id": st.just("501"),
    },
)
DRAFTS = strategies.drafts(
    currencies=("EUR", "USD", "JPY"), uncharged=("E", "G"), entries=("net", "net", "gross")
)
PLACEHOLDER = re.compile(r"\{[a-z_]+[\w. -]*\}")


def tuned(draft: Draft, options: dict[str, Any], number: str) -> Draft:
    return draft.edited(number=number, provider_options={PROVIDER.id: options})


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DRAFTS, OPTIONS, st.sampled_from(["", "F-1"]))
def test_what_is_stored_is_what_the_plan_said(draft: Draft, options: dict[str, Any], number: str) -> None:
    desk = Desk()
    sub = submission(tuned(draft, options, number), charge_item_id="111", discount_item_id="110")
    if errors(sub):
        return
    receipt = desk.send(sub)
    judgement = verdict(sub, receipt)
    taxed_apart = [item for item in judgement.differences if not item.path.startswith("totals.")]
    assert not taxed_apart
    if not _has_taxes_of_another_item(sub.draft):
        assert not judgement.differences
        assert judgement.state in ("proven", "changed")
    assert len(desk.simulator.documents()) == 1


def _has_taxes_of_another_item(draft: Draft) -> bool:
    """Charges and reductions stand on one item each here, which is taxed at 20 %."""
    rates = {str(line.vat_rate) for line in draft.lines}
    rates |= {str(adjustment.vat_rate) for adjustment in draft.adjustments}
    return bool(draft.adjustments or draft.discount) and rates != {"20"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DRAFTS, OPTIONS)
def test_the_requests_shown_before_are_those_made(draft: Draft, options: dict[str, Any]) -> None:
    desk = Desk()
    sub = submission(tuned(draft, options, "F-1"), items_by_rate={}, discount_item_id="110")
    if errors(sub):
        return
    shown, _ = rehearse(PROVIDER.submit(sub))
    desk.send(sub)
    assert [call.step for call in shown] == [call.step for call in desk.calls]
    for before, made in zip(shown, desk.calls, strict=True):
        assert (before.method, before.query) == (made.method, made.query)
        assert_same(before.path, made.path)
        assert_same(body_of(before), body_of(made))


def body_of(call: Call) -> object:
    return call.body.value if isinstance(call.body, JsonBody) else None


def assert_same(before: object, made: object) -> None:
    """The same but for what only an answer could tell."""
    if isinstance(before, dict) and isinstance(made, dict):
        assert before.keys() == made.keys()
        for name in before:
            assert_same(before[name], made[name])
    elif isinstance(before, list) and isinstance(made, list):
        assert len(before) == len(made)
        for one, other in zip(before, made, strict=True):
            assert_same(one, other)
    elif isinstance(before, str) and PLACEHOLDER.search(before):
        pattern = PLACEHOLDER.sub("@", before)
        assert re.fullmatch(re.escape(pattern).replace("@", r"\d+"), str(made))
    else:
        assert before == made


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DRAFTS, OPTIONS)
def test_every_field_has_a_verdict_and_every_reason_its_words(draft: Draft, options: dict[str, Any]) -> None:
    foresight = foreseen(submission(tuned(draft, options, "")))
    paths = [item.path for item in foresight.fields]
    assert len(paths) == len(set(paths))
    for item in foresight.fields:
        assert item.why is not None or item.verdict == "kept"
        if item.verdict == "kept":
            assert item.ours == item.theirs
    for problem in foresight.problems:
        english, french = PROVIDER.words[f"problem.{problem.code}"]
        assert english.format(**problem.params)
        assert french.format(**problem.params)
