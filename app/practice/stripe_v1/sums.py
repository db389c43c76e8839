"""What an invoice comes to, in whole smallest units, by fractions of its own.

How the real account rounds tax is its own setting; both ways are here, line by line and once a rate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

_TENS: Final = frozenset("bhd jod kwd omr tnd".split())  # noqa: SIM905
_HUNDREDS: Final = frozenset({"isk", "ugx"})


def step_of(currency: str) -> int:
    """What every amount of the currency is a multiple of."""
    return 10 if currency in _TENS else 100 if currency in _HUNDREDS else 1


def rounded(value: Fraction, step: int = 1) -> int:
    """The nearest multiple of the step, halves away from zero."""
    size = abs(value) / step
    whole = (size + Fraction(1, 2)).__floor__()
    return (whole if value >= 0 else -whole) * step


@dataclass
class Taxed:
    """One line: its amount, what discounts take off it, and its rates as `(id, percent, inclusive)`."""

    amount: int
    rates: Sequence[tuple[str, Fraction, bool]]
    is_discountable: bool
    own_off: list[tuple[str, int]] = field(default_factory=list)
    shared_off: list[tuple[str, int]] = field(default_factory=list)
    taxes: list[tuple[str, int, bool]] = field(default_factory=list)

    @property
    def after_own(self) -> int:
        """After the line's own discounts."""
        return self.amount - sum(off for _, off in self.own_off)

    @property
    def taxable(self) -> int:
        """After all discounts."""
        return self.after_own - sum(off for _, off in self.shared_off)


def off_line(line: Taxed, discount: str, percent: Fraction | None, amount: int | None, step: int) -> None:
    """Let one discount of the line's own take effect; never below zero."""
    left = line.after_own
    off = rounded(left * percent / 100, step) if percent is not None else amount or 0
    line.own_off.append((discount, max(0, min(off, left))))


def off_all(
    lines: Sequence[Taxed], discount: str, percent: Fraction | None, amount: int | None, step: int
) -> None:
    """Let a discount of the invoice take effect on the lines that may bear it, by their amounts."""
    bearers = [line for line in lines if line.is_discountable and line.taxable > 0]
    whole = sum(line.taxable for line in bearers)
    if percent is not None:
        for line in bearers:
            line.shared_off.append((discount, rounded(line.taxable * percent / 100, step)))
        return
    off = min(amount or 0, whole)
    exact = [Fraction(off * line.taxable, whole) for line in bearers] if whole else []
    shares = [int(part // step) * step for part in exact]
    left = (off - sum(shares)) // step
    order = sorted(
        range(len(bearers)), key=lambda i: (exact[i] - shares[i], bearers[i].taxable), reverse=True
    )
    for place in order[:left]:
        shares[place] += step
    for line, share in zip(bearers, shares, strict=True):
        line.shared_off.append((discount, share))


def tax(lines: Sequence[Taxed], *, by_line: bool, step: int) -> None:
    """Work out every line's taxes."""
    if by_line:
        for line in lines:
            line.taxes = [
                (rate_id, _tax(line.taxable, percent, inclusive, step), inclusive)
                for rate_id, percent, inclusive in line.rates
            ]
        return
    rates = dict.fromkeys(rate for line in lines for rate in line.rates)
    for rate in rates:
        rate_id, percent, inclusive = rate
        of_rate = [line for line in lines if rate in line.rates]
        left = _tax(sum(line.taxable for line in of_rate), percent, inclusive, step)
        for line in of_rate[:-1]:
            part = _tax(line.taxable, percent, inclusive, step)
            line.taxes.append((rate_id, part, inclusive))
            left -= part
        of_rate[-1].taxes.append((rate_id, left, inclusive))


def _tax(taxable: int, percent: Fraction, inclusive: bool, step: int) -> int:
    if inclusive:
        return taxable - rounded(Fraction(taxable) / (1 + percent / 100), step)
    return rounded(Fraction(taxable) * percent / 100, step)
