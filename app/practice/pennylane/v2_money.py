"""What an invoice comes to, in fractions: none of the program's own arithmetic is used here.

A line is quantity times price less its discount, rounded; the discount on the whole is shared out over
the VAT codes by what their lines come to; VAT is rounded once for each code, or on each line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from pydantic import JsonValue

from app.domain.currencies import MINOR_UNITS

_RATE: Final = re.compile(r"[A-Z]{2}_(\d+)(?:_(?:electronic_)?BU\d+)?")
_ODD: Final = {"FR_1_05": "1.05", "FR_1_75": "1.75", "FR_15_385": "15.385"}


@dataclass(frozen=True, slots=True)
class Worth:
    """Net, tax and gross, as decimal text."""

    net: str
    tax: str
    gross: str


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The whole, and each line by itself."""

    whole: Worth
    lines: tuple[Worth, ...]
    is_negative: bool


def percent_of(code: str) -> Fraction:
    """What a code charges the buyer."""
    if code in _ODD:
        return Fraction(_ODD[code])
    plain = _RATE.fullmatch(code)
    return Fraction(int(plain[1]), 10) if plain else Fraction(0)


def reckon(
    lines: Sequence[dict[str, JsonValue]], discount: JsonValue, currency: str, *, each_line: bool = False
) -> Reckoned:
    """The amounts of an invoice with these lines."""
    places = MINOR_UNITS.get(currency, 2)
    nets = [_net(line, places) for line in lines]
    rates = [percent_of(str(line["vat_rate"])) for line in lines]
    taxes = [_round(net * rate / 100, places) for net, rate in zip(nets, rates, strict=True)]
    by_code: dict[str, Fraction] = {}
    for code in sorted({str(line["vat_rate"]) for line in lines}, key=_place):
        by_code[code] = sum(
            (net for line, net in zip(lines, nets, strict=True) if line["vat_rate"] == code), Fraction(0)
        )
    total = sum(nets, Fraction(0))
    reduced = _reduced(total, discount, places)
    shares = _share(reduced, list(by_code.values()), places)
    tax = sum(taxes, Fraction(0)) if each_line else Fraction(0)
    for code, net, share in zip(by_code, by_code.values(), shares, strict=True):
        tax += _round((-share if each_line else net - share) * percent_of(code) / 100, places)
    whole = total - reduced
    return Reckoned(
        _worth(whole, tax, places),
        tuple(_worth(net, charged, places) for net, charged in zip(nets, taxes, strict=True)),
        whole + tax < 0,
    )


def _place(code: str) -> tuple[Fraction, int, str]:
    """Highest rates first, then those without VAT."""
    without = ("crossborder", "extracom", "exempt")
    return -percent_of(code), without.index(code) if code in without else 0, code


def _net(line: dict[str, JsonValue], places: int) -> Fraction:
    full = Fraction(str(line["quantity"])) * Fraction(str(line["raw_currency_unit_price"]))
    return _round(full - _off(full, line.get("discount"), places), places)


def _off(full: Fraction, discount: JsonValue, places: int) -> Fraction:
    if not isinstance(discount, dict) or not discount.get("value"):
        return Fraction(0)
    value = Fraction(str(discount["value"]))
    return _round(full * value / 100, places) if discount["type"] == "relative" else value


def _reduced(total: Fraction, discount: JsonValue, places: int) -> Fraction:
    return _round(_off(total, discount, places), places)


def _share(amount: Fraction, weights: list[Fraction], places: int) -> list[Fraction]:
    whole = sum(weights, Fraction(0))
    if not weights:
        return []
    if not whole:
        return [amount, *([Fraction(0)] * (len(weights) - 1))]
    unit = Fraction(1, 10**places)
    exact = [amount * weight / whole for weight in weights]
    cut = [unit * int(part / unit) for part in exact]
    left = round((amount - sum(cut, Fraction(0))) / unit)
    order = sorted(range(len(cut)), key=lambda n: (-abs(exact[n] - cut[n]), -abs(weights[n])))
    for turn in range(abs(left)):
        cut[order[turn % len(order)]] += unit if left > 0 else -unit
    return cut


def _round(value: Fraction, places: int) -> Fraction:
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10**places)


def _worth(net: Fraction, tax: Fraction, places: int) -> Worth:
    return Worth(_text(net, places), _text(tax, places), _text(net + tax, places))


def _text(value: Fraction, places: int) -> str:
    digits = str(abs(value * 10**places).numerator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
