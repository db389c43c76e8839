"""Builders of drafts for the tests of the domain."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.draft import Draft


class Builder:
    """Makes a draft from lines written as (quantity, price, VAT rate) or as full members."""

    def __call__(self, *lines: Any, **members: Any) -> Draft:
        rows = [
            line
            if isinstance(line, dict)
            else {
                "kind": "line",
                "label": "Work",
                **dict(zip(("quantity", "unit_price", "vat_rate"), line, strict=True)),
            }
            for line in lines
        ]
        return Draft.model_validate({"rows": rows, **members})


@pytest.fixture
def draft_of() -> Builder:
    """Builds a draft from short lines."""
    return Builder()
