"""Our VAT category and rate as one of their codes, and a code of theirs as what it charges the buyer.

`CC_nnn` is nnn tenths of a percent in country CC (`FR_55` 5.5 %, `CH_26` 2.6 %), with three exceptions
for France. `exempt`, `extracom`, `crossborder`, `intracom_*` and `*_construction` charge the buyer
nothing; that they do is inferred from their names, for the vendor does not say it. The number in them
is the rate the buyer accounts for himself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from app.domain.money import ZERO
from app.domain.rows import VatCategory
from app.providers.pennylane.codes import VAT_RATES

_RATE: Final = re.compile(r"([A-Z]{2})_(\d{2,3})")
_UNEVEN: Final = {
    "FR_1_05": ("FR", Decimal("1.05")),
    "FR_1_75": ("FR", Decimal("1.75")),
    "FR_15_385": ("FR", Decimal("15.385")),
}
_GERMAN_BOOKING: Final = re.compile(r"DE_(\d{2,3})_(?:electronic_)?BU\d{4}")

UNCHARGED: Final[Mapping[VatCategory, str]] = {
    "E": "exempt",
    "Z": "exempt",
    "O": "exempt",
    "G": "extracom",
    "K": "crossborder",
    "AE": "crossborder",
}
"""What a category without VAT is sent as unless the person chooses another code."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a line with one of their codes states: a category, and the percent the buyer is charged."""

    category: VatCategory
    rate: Decimal


@lru_cache(maxsize=1_024)
def charged(code: str) -> Decimal | None:
    """The percent a code charges the buyer, 0 for those that charge nothing; None if unreadable."""
    if code in _UNEVEN:
        return _UNEVEN[code][1]
    plain = _RATE.fullmatch(code) or _GERMAN_BOOKING.fullmatch(code)
    if plain:
        return Decimal(plain[plain.lastindex or 1]) / 10
    return ZERO if _category(code) else None


def code_for(country: str, category: VatCategory, rate: Decimal, dialect: str) -> str | None:
    """Their code for a category and rate of a seller in this country; None if they have none.

    Categories without VAT give the code of `UNCHARGED`. Split payment and the special territories
    (B, L, M) have no code.
    """
    if category == "S" and rate:
        return _BY_RATE.get(dialect, {}).get((country or "FR", rate.normalize()))
    if rate == 0:
        return UNCHARGED.get("Z" if category == "S" else category)
    return None


def held(code: str, category: VatCategory) -> Held | None:
    """What a line of this category states once it has this code; None if the code is unreadable.

    A code that several of our categories may be sent as keeps the one it was sent for: reverse charge
    and intra-community supply share `crossborder`.
    """
    rate = charged(code)
    if rate is None:
        return None
    if rate:
        return Held("S", rate)
    read = _category(code) or "E"
    return Held(category if category in _SHARED.get(read, ()) else read, ZERO)


def _category(code: str) -> VatCategory | None:
    if code.endswith("_construction") or "_construction_" in code:
        return "AE"
    if code == "exempt" or code.startswith("DE_exempt"):
        return "E"
    if code == "crossborder" or code.startswith(("intracom_", "DE_intracom")):
        return "K"
    if code == "extracom" or code.startswith("DE_extracom"):
        return "G"
    return None


_SHARED: Final[Mapping[VatCategory, tuple[VatCategory, ...]]] = {"K": ("K", "AE")}


def _rates_of(dialect: str) -> dict[tuple[str, Decimal], str]:
    found: dict[tuple[str, Decimal], str] = {}
    for code in VAT_RATES[dialect]:
        plain = _RATE.fullmatch(code)
        if plain:
            found[plain[1], (Decimal(plain[2]) / 10).normalize()] = code
        elif code in _UNEVEN:
            country, rate = _UNEVEN[code]
            found[country, rate.normalize()] = code
    return found


_BY_RATE: Final = {dialect: _rates_of(dialect) for dialect in VAT_RATES}
