"""What a reason names as its cure is an option of the provider, and does cure it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import JsonValue

from app.client.options import OptionSpec
from app.client.plan import Change, Changes, PlannedField
from app.client.provider import Connection, Foresight
from app.domain.draft import Draft
from app.domain.fields import fields
from app.providers import provider
from app.providers.chargeover_v3.coverage import CHANGES as CHARGEOVER
from app.providers.pennylane.supplier.foresee import CHANGES as SUPPLIER
from app.providers.pennylane.v1.foresee import CHANGES as V1
from app.providers.pennylane.v2.fields import CHANGES as V2
from app.providers.stripe_v1.foresee import CHANGES as STRIPE
from app.services.sending.planning import submission

TABLES: Mapping[str, Changes] = {
    "pennylane_v2": V2,
    "pennylane_v1": V1,
    "pennylane_supplier": SUPPLIER,
    "chargeover_v3": CHARGEOVER,
    "stripe_v1": STRIPE,
}
CURES = [
    pytest.param(provider_id, code, name, change, id=f"{provider_id}-{code}-{name}")
    for provider_id, table in TABLES.items()
    for code, cures in table.items()
    for name, change in cures.items()
]
DOCUMENT = {
    "number": "R-1",
    "issue_date": "2026-11-18",
    "due_date": "2026-12-18",
    "title": "Facture",
    "subject": "Chantier",
    "description": "Deux lots",
    "free_text": "Bonjour",
    "special_mention": "Autoliquidation",
    "footer": "SARL au capital de 1000",
    "purchase_order": "PO-1",
    "delivery_date": "2026-11-10",
    "service_start": "2026-11-01",
    "service_end": "2026-11-10",
    "preceding_invoices": [{"number": "R-0"}],
    "buyer": {"name": "Dupont"},
    "discount": {"kind": "percent", "value": "5"},
    "rows": [
        {"kind": "section", "title": "Lot", "text": "Suite"},
        {
            "kind": "line",
            "label": "Work",
            "quantity": "100000",
            "price_base_quantity": "7",
            "unit": "HUR",
            "unit_price": "33.337",
            "vat_rate": "20",
            "discount": {"kind": "percent", "value": "10", "reason": "Loyal"},
            "exemption_reason": "Art. 1",
            "service_start": "2026-11-01",
            "service_end": "2026-11-10",
            "order_line_reference": "7",
            "accounting_reference": "706",
            "product": {"seller_code": "A", "buyer_code": "B", "standard_code": "4006381333931"},
        },
    ],
}
ASKED_FOR: Mapping[str, Mapping[str, JsonValue]] = {
    "pennylane_v2": {"extras": "leave_out", "inexact_lines": "keep_amount", "draft": True},
    "pennylane_supplier": {"line_labels": "none"},
    "chargeover_v3": {
        "number_from": "theirs",
        "terms_by": "account",
        "document_discount": "rates",
        "memo_references": False,
        "memo_delivery": False,
        **{f"memo_{name}": False for name in ("subject", "description", "free_text", "special_mention")},
        **{f"{name}_in_text": False for name in ("section", "period", "discount", "exemption")},
    },
    "stripe_v1": {"sections_in_text": False, "automatic_tax.enabled": True},
}
"""Options by which as many fields as can be fare worse than they need to."""


def foresight(provider_id: str, options: Mapping[str, JsonValue]) -> Foresight:
    draft = Draft.model_validate(DOCUMENT)
    of = provider(provider_id)
    frozen = submission(
        of,
        Connection(id="c", provider=provider_id, base_url="https://x.example"),
        draft,
        key="5f0c1d8e-8f1b-4a52-9d86-3b1c9f5a7e11",
        today=date(2026, 11, 20),
        options=options,
        known={},
        page=None,
        original=None,
    )
    return of.foresee(replace(frozen, options={**frozen.options, **options}))


def specs(provider_id: str, name: str) -> list[OptionSpec]:
    return [spec for spec in provider(provider_id).options if spec.name == name]


def cured(provider_id: str) -> list[PlannedField]:
    planned = foresight(provider_id, ASKED_FOR.get(provider_id, {})).fields
    return [item for item in planned if item.why and item.why.change and item.why.change.value is not None]


@pytest.mark.parametrize(("provider_id", "code", "name", "change"), CURES)
def test_a_cure_is_an_option_of_the_provider_with_a_value_it_takes(
    provider_id: str, code: str, name: str, change: Change
) -> None:
    (*_, spec) = specs(provider_id, change.option)
    taken: tuple[Any, ...] = {"flag": (True, False), "choice": spec.choices}.get(spec.kind, ())
    assert change.value is None or change.value in taken
    assert code in provider(provider_id).words
    assert not name or any(field.path.startswith(name) for field in fields())


@pytest.mark.parametrize("provider_id", sorted(ASKED_FOR))
def test_following_a_cure_that_names_its_value_takes_the_reason_away(provider_id: str) -> None:
    uncured = {}
    for item in cured(provider_id):
        assert item.why is not None
        assert item.why.change is not None
        options = {**ASKED_FOR[provider_id], item.why.change.option: item.why.change.value}
        after = {one.path: one for one in foresight(provider_id, options).fields}
        again = after.get(item.path)
        if again is not None and again.why is not None and again.why.code == item.why.code:
            uncured[item.path] = item.why
    assert cured(provider_id)
    assert uncured == {}


def test_every_value_of_a_cure_is_followed_here() -> None:
    followed = {
        (provider_id, item.why.code, item.why.change)
        for provider_id in ASKED_FOR
        for item in cured(provider_id)
        if item.why
    }
    named = {
        (provider_id, code, change)
        for provider_id, table in TABLES.items()
        for code, cures in table.items()
        for change in cures.values()
        if change.value is not None
    }
    assert named - followed == set()


def test_what_is_kept_names_no_cure() -> None:
    for provider_id in TABLES:
        for item in foresight(provider_id, ASKED_FOR.get(provider_id, {})).fields:
            assert item.verdict != "kept" or item.why is None or item.why.change is None
