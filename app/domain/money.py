"""Exact decimals: the only rounding function and the only number-to-text function of the program."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Final

ZERO: Final = Decimal(0)
HUNDRED: Final = Decimal(100)

EXACT: Final = Context(
    prec=80, rounding=ROUND_HALF_UP, Emax=999, Emin=-999, traps=[InvalidOperation, DivisionByZero, Overflow]
)
"""Wide enough that no product of two model values is ever rounded before we say so."""

_QUANTA: Final = tuple(Decimal(1).scaleb(-n) for n in range(13))


def round_half_away(value: Decimal, decimals: int) -> Decimal:
    """The value with that many decimals, ties away from zero (2.345 and -2.345 give 2.35 and -2.35).

    Python calls this mode ROUND_HALF_UP; it is symmetric. Source: EN 16931-1, annex on rounding.
    """
    rounded = value.quantize(_QUANTA[decimals], context=EXACT)
    return rounded if rounded else abs(rounded)


def round_to_step(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of `step` nearest to the value, ties away from zero (cash rounding)."""
    steps = EXACT.divide(value, step).quantize(_QUANTA[0], context=EXACT)
    return EXACT.multiply(steps, step)


def plain(value: Decimal) -> str:
    """The number in plain digits with a dot, never in scientific notation."""
    told = str(value)
    return format(value, "f") if "E" in told else told


def apportion(total: Decimal, weights: list[Decimal], decimals: int) -> list[Decimal]:
    """Shares of `total` in proportion to `weights`, each with `decimals` decimals, summing exactly to it.

    Largest remainder: every share is cut towards zero, then the units left over go to the largest
    remainders; equal remainders go to the larger weight first. With no weight at all the first
    share takes everything.
    """
    if not weights:
        return []
    whole = sum(weights, ZERO)
    if whole == 0:
        return [total, *([ZERO] * (len(weights) - 1))]
    quantum = _QUANTA[decimals]
    exact = [EXACT.divide(EXACT.multiply(total, weight), whole) for weight in weights]
    shares = [value.quantize(quantum, rounding="ROUND_DOWN", context=EXACT) for value in exact]
    left = int(EXACT.divide(total - sum(shares, ZERO), quantum))
    unit = quantum if left > 0 else -quantum
    order = sorted(
        range(len(weights)), key=lambda i: (abs(exact[i] - shares[i]), abs(weights[i])), reverse=True
    )
    for i in range(abs(left)):
        shares[order[i % len(order)]] += unit
    return shares
