"""What the model says of a value is said in the person's own language."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

from app.domain.codec import Misfit, UnreadableDraft, validated
from app.services.wording import problem_text
from app.services.wording_misfits import REASONS, UNREADABLE, misfit_reason

LINE = {"kind": "line"}
MISFITS: list[dict[str, Any]] = [
    {"no_such_member": 1},
    {"kind": "quote"},
    {"number": 5},
    {"currency": "euro"},
    {"amount_decimals": 99},
    {"amount_decimals": 1.5},
    {"amount_decimals": "many"},
    {"issue_date": "soon"},
    {"delivery_date": "2026-01-01T12:00"},
    {"payment_terms": {"days": -1}},
    {"payment_terms": {"show_qr": "perhaps"}},
    {"seller": []},
    {"tags": 1},
    {"provider_options": []},
    {"rows": [{"kind": "page"}]},
    {"rows": [{}]},
    {"rows": [5]},
    {"rows": [{**LINE, "quantity": 0.5}]},
    {"rows": [{**LINE, "quantity": "two"}]},
    {"rows": [{**LINE, "quantity": "0.0000001"}]},
    {"rows": [{**LINE, "unit_price": "1e400"}]},
    {"rows": [{**LINE, "vat_rate": "-1"}]},
    {"rows": [{**LINE, "label": "a" * 2001}]},
    {"cash_step": "0"},
    {"paper": {"accent": "red"}},
]


@pytest.mark.parametrize("members", MISFITS, ids=lambda members: str(members)[:50])
def test_every_misfit_of_the_model_has_its_reason_in_both_languages(members: dict[str, Any]) -> None:
    with pytest.raises(UnreadableDraft) as refused:
        validated(members)
    [problem] = refused.value.problems
    kind = problem.params["misfit"]
    assert kind in REASONS["en"]
    english, french = (problem_text(problem, language)[0] for language in ("en", "fr"))
    assert english != french
    assert "Input" not in english + french
    assert not re.search(r"[{}]", (english + french).replace("{6}", "").replace("{2}", ""))
    assert misfit_reason(refused.value.params, "fr") in french


def test_an_unknown_misfit_is_said_as_the_model_says_it() -> None:
    assert misfit_reason({"misfit": "of_tomorrow", "reason": "not so"}, "fr") == "not so"


def test_both_languages_know_the_same_misfits_with_the_same_figures() -> None:
    assert REASONS["en"].keys() == REASONS["fr"].keys()
    for kind, english in REASONS["en"].items():
        assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", REASONS["fr"][kind])), kind


def test_every_way_of_being_no_draft_has_its_words_in_both_languages() -> None:
    assert set(UNREADABLE["en"]) == set(UNREADABLE["fr"]) == set(get_args(Misfit))
    for code, english in UNREADABLE["en"].items():
        assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", UNREADABLE["fr"][code])), code
