"""What this program wrote is taken back as it was; what does not fit the model is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.domain.codec import draft_to_json
from app.domain.draft import Draft
from app.domain.recall import recalled
from app.services.samples import SAMPLES


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_draft_comes_back_as_it_was_written(name: str) -> None:
    draft = SAMPLES[name]()
    back = recalled(json.loads(draft_to_json(draft), parse_float=str))
    assert back == draft
    assert draft_to_json(back) == draft_to_json(draft)


def test_a_draft_that_uses_everything_comes_back() -> None:
    draft = Draft.model_validate(
        {
            "issue_date": "2026-02-28",
            "billing_address": {"city": "Lyon"},
            "bank_account": {"iban": "FR76 3000 6000 0112 3456 7890 189"},
            "payment_terms": {"days": 30, "end_of_month": True},
            "preceding_invoices": [{"number": "F1", "issue_date": "2026-01-01"}],
            "custom_fields": [{"name": "a", "value": "b"}],
            "tags": ["x", "y"],
            "rows": [
                {"kind": "section", "id": "s1", "title": "One"},
                {
                    "kind": "line",
                    "id": "r1",
                    "discount": {"kind": "amount", "value": "2.50"},
                    "adjustments": [{"is_charge": True, "percent": "3"}],
                    "product": {"seller_code": "A-1"},
                    "provider_options": {"local": {"deep": [1, None, "0.5"]}},
                },
            ],
            "adjustments": [{"kind": "shipping", "amount": "9.90", "vat_rate": "20"}],
            "exchange": {"home_currency": "CHF", "rate": "0.95", "rate_date": "2026-02-01"},
            "cash_step": "0.05",
            "paper": {"label_overrides": {"total": "Sum"}},
        }
    )
    assert recalled(json.loads(draft_to_json(draft))) == draft


@pytest.mark.parametrize(
    "members",
    [
        {"subject": 3},
        {"unknown": ""},
        {"issue_date": "soon"},
        {"rows": [{"kind": "page"}]},
        {"rows": [{"id": "r1"}]},
        {"payment_terms": {"end_of_month": "yes"}},
        {"payment_terms": []},
    ],
)
def test_what_does_not_fit_the_model_is_refused(members: dict[str, Any]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        recalled(members)
