"""What an invented invoice charges: lines, rates, and the sums they come to, all to the cent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Final

from tests.intake.invented.wordbook import Wordbook

CENT: Final = Decimal("0.01")
RATES: Final = {
    "AT": "20 10", "BE": "21 6", "CH": "8.1 2.6", "DE": "19 7", "ES": "21 10", "FR": "20 5.5 10",
    "GB": "20 5", "IE": "23 13.5", "IT": "22 10", "NL": "21 9", "PT": "23 6", "US": "8.25",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One thing sold; `rate` in percent."""

    text: str
    quantity: Decimal
    price: Decimal
    rate: Decimal

    @property
    def amount(self) -> Decimal:
        """What it comes to without tax."""
        return _cents(self.quantity * self.price)


@dataclass(frozen=True)
class Figures:
    """The sums. `by_rate` has the base and the tax of each; `discount` is taken off, `prepaid` was paid."""

    lines: tuple[Line, ...]
    subtotal: Decimal
    discount: Decimal
    shipping: Decimal
    by_rate: dict[Decimal, tuple[Decimal, Decimal]]
    prepaid: Decimal

    @property
    def net(self) -> Decimal:
        """Without tax."""
        return sum((base for base, _ in self.by_rate.values()), Decimal(0))

    @property
    def tax(self) -> Decimal:
        """All tax."""
        return sum((tax for _, tax in self.by_rate.values()), Decimal(0))

    @property
    def gross(self) -> Decimal:
        """With tax, before what was paid."""
        return self.net + self.tax


def figures(book: Wordbook, rng: Random, country: str, *, count: int, untaxed: bool) -> Figures:
    """Any sums with so many lines."""
    rates = [Decimal(0)] if untaxed else [Decimal(rate) for rate in RATES[country].split()]
    used = rates[: 1 if rng.random() < 0.6 else len(rates)]
    big = rng.random() < 0.3
    lines = tuple(
        Line(
            book.one("item"),
            Decimal(rng.randint(1, 40)) if rng.random() < 0.8 else Decimal(rng.randint(1, 90)) / 4,
            Decimal(rng.randint(150, 90_000 if big else 9_000)) / 100,
            used[place % len(used)],
        )
        for place in range(count)
    )
    subtotal = sum((line.amount for line in lines), Decimal(0))
    bases = {rate: sum((ln.amount for ln in lines if ln.rate == rate), Decimal(0)) for rate in used}
    bases = {rate: base for rate, base in bases.items() if base}
    main = next(iter(bases))
    discount = _cents(bases[main] / 20) if rng.random() < 0.18 else Decimal(0)
    shipping = Decimal(rng.choice(("4.90", "8.50", "15.00", "32.40"))) if rng.random() < 0.2 else Decimal(0)
    bases[main] += shipping - discount
    by_rate = {rate: (base, _cents(base * rate / 100)) for rate, base in bases.items()}
    gross = sum((base + tax for base, tax in by_rate.values()), Decimal(0))
    prepaid = _cents(gross * rng.choice((2, 3, 5)) / 10) if rng.random() < 0.15 else Decimal(0)
    return Figures(lines, subtotal, discount, shipping, by_rate, prepaid)


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)
