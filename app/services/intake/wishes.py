"""What a person wants of the provider for one supplier's document: options, a reference, a rate to the euro.

They are kept beside the answer, not in it: the draft is made anew from the document each time, and takes
from them what still fits.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from app.domain.draft import Draft, ExchangeRate
from app.domain.rows import Line, Section
from app.domain.stated import canonical


def wishes_of(draft: Draft) -> str:
    """The wishes of this draft as they are kept; empty if there are none."""
    lines = {line.id: line.provider_options for line in draft.lines if line.provider_options}
    rate = draft.exchange.rate if draft.exchange is not None else None
    kept: dict[str, Any] = {
        "options": draft.provider_options,
        "lines": lines,
        "reference": draft.external_reference,
        "rate": canonical(rate) if rate is not None else "",
    }
    told = {name: value for name, value in kept.items() if value}
    return json.dumps(told, ensure_ascii=False) if told else ""


def with_wishes(draft: Draft, kept: str) -> Draft:
    """The draft with these wishes; those for lines that are not there any more are left out."""
    if not kept:
        return draft
    told = json.loads(kept, parse_float=Decimal)
    lines = told.get("lines", {})

    def wished(row: Line | Section) -> Line | Section:
        return row.model_copy(update={"provider_options": lines[row.id]}) if row.id in lines else row

    rate = told.get("rate", "")
    return draft.edited(
        provider_options=told.get("options", {}),
        external_reference=told.get("reference", ""),
        exchange=ExchangeRate(rate=Decimal(rate)) if rate and draft.currency != "EUR" else None,
        rows=tuple(wished(row) for row in draft.rows),
    )
