"""Laws for every document: what is foreseen is what is held, and the plan shows the requests made."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.client.provider import Connection
from app.client.rehearsal import rehearse
from app.client.verdict import judge
from app.domain.draft import Draft
from app.providers.pennylane.v2 import PROVIDER
from tests.providers.pennylane.import_driving import written
from tests.providers.pennylane.v2.cases import DIRECT, GATEWAY, a_line_to, practice, submission
from tests.providers.strategies import drafts

ANY_DRAFT = drafts(
    currencies=("EUR", "USD", "JPY", "KWD"),
    languages=("fr", "en", "de", "es"),
    rates=("20", "10", "5.5", "2.1"),
    uncharged=("E", "K", "G", "Z", "O"),
    entries=("net", "net", "gross"),
    roundings=("per_group", "per_line"),
)
_PLACEHOLDER = re.compile(r'"?\{\w+(?:\.\w+)+\}"?')
CHOICES = st.fixed_dictionaries(
    {
        "draft": st.booleans(),
        "extras": st.sampled_from(["in_texts", "leave_out"]),
        "inexact_lines": st.sampled_from(["keep_quantity", "keep_amount"]),
        "products": st.sampled_from(["linked", "free", "find", "create"]),
    }
)


@pytest.mark.parametrize("connection", [DIRECT, GATEWAY], ids=["direct", "gateway"])
@pytest.mark.parametrize("each_line", [False, True], ids=["per_group", "per_line"])
@given(draft=ANY_DRAFT, options=CHOICES)
@settings(max_examples=25, deadline=None)
def test_what_is_foreseen_is_what_is_held(
    connection: Connection, each_line: bool, draft: Draft, options: dict[str, Any]
) -> None:
    chosen = {**options, "tax_rounding": "per_line" if each_line else "per_group"}
    sent = submission(draft, connection, options=chosen)
    foresight = PROVIDER.foresee(sent)
    assert [problem for problem in foresight.problems if problem.severity == "error"] == []

    company = practice(connection.dialect or None, each_line=each_line)
    receipt = a_line_to(company, connection).run(PROVIDER.submit(sent))

    judgement = judge(foresight.fields, receipt.stored)
    assert judgement.differences == ()
    assert judgement.state in ("proven", "changed")
    assert len(company.documents()) == 1


@pytest.mark.parametrize("connection", [DIRECT, GATEWAY], ids=["direct", "gateway"])
@given(draft=ANY_DRAFT, options=CHOICES)
@settings(max_examples=15, deadline=None)
def test_the_plan_shows_the_very_requests(
    connection: Connection, draft: Draft, options: dict[str, Any]
) -> None:
    sent = submission(draft, connection, options=options)
    planned, _ = rehearse(PROVIDER.submit(sent))
    to = a_line_to(practice(connection.dialect or None), connection)
    to.run(PROVIDER.submit(sent))

    real = {}
    for call in to.calls:
        real[call.step] = (call.method, call.path, call.query, written(call.body.value) if call.body else "")  # type: ignore[union-attr]
    assert [call.step for call in planned] == [call.step for call in to.calls]
    for call in planned:
        method, path, query, body = real[call.step]
        assert (call.method, call.query) == (method, query)
        assert _fits(call.path, path)
        assert _fits(written(call.body.value) if call.body else "", body)  # type: ignore[union-attr]


def _fits(planned: str, real: str) -> bool:
    """Whether they are the same where the plan has no placeholder."""
    parts = _PLACEHOLDER.split(planned)
    pattern = r"\d+".join(re.escape(part) for part in parts)
    return re.fullmatch(pattern, real, re.DOTALL) is not None
