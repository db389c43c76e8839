"""Every currency a provider names is known, with its own decimals."""

from __future__ import annotations

import json

import pytest

from app.domain.currencies import MINOR_UNITS, minor_units
from tests.corpora import ROOT

ENUMS = ROOT.parent / "providers" / "enums.json"


@pytest.mark.parametrize(
    ("code", "decimals"),
    [
        ("EUR", 2),
        ("JPY", 0),
        ("KRW", 0),
        ("UGX", 0),
        ("ISK", 0),
        ("TND", 3),
        ("KWD", 3),
        ("CLF", 4),
        ("BTC", 8),
    ],
)
def test_a_currency_has_the_decimals_of_iso_4217(code: str, decimals: int) -> None:
    assert minor_units(code) == decimals


if ENUMS.is_file():

    def test_every_currency_of_every_provider_is_known() -> None:
        lists = json.loads(ENUMS.read_text(encoding="utf-8"))
        named = {
            code
            for provider in lists.values()
            if isinstance(provider, dict)
            for name, codes in provider.items()
            if name.startswith(("currency", "zero_decimal", "three_decimal", "two_decimal"))
            for code in codes
        }
        assert named <= MINOR_UNITS.keys()
        assert len(named) >= 165
