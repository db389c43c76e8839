"""What one invented invoice says, before it is known how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from tests.intake.invented.figures import Figures, figures
from tests.intake.invented.firms import Firm, firm
from tests.intake.invented.printed import Style, style
from tests.intake.invented.wordbook import LANGUAGES, Wordbook

COUNTRIES: Final = {
    "fr": ("FR", "FR", "FR", "BE", "CH"),
    "en": ("GB", "GB", "IE", "US"),
    "de": ("DE", "DE", "AT", "CH"),
    "es": ("ES",),
    "it": ("IT",),
    "nl": ("NL", "NL", "BE"),
    "pt": ("PT",),
}
CURRENCIES: Final = {"GB": "GBP", "US": "USD", "CH": "CHF"}


@dataclass(frozen=True)
class Plan:
    """Everything that is to be printed. `tax` is how it is taxed: taxed, exempt or reverse."""

    language: str
    country: str
    seller: Firm
    buyer: Firm
    figures: Figures
    style: Style
    is_credit: bool
    tax: str
    number: str
    day: date
    due: date | None
    pages: int

    def signed(self, value: Decimal) -> Decimal:
        """The amount as the document prints it: below zero on some credit notes."""
        return -value if self.is_credit and self.style.minus != "({})" else value


def plan(rng: Random, book: Wordbook, language: str) -> Plan:
    """Any invoice in this language."""
    country = rng.choice(COUNTRIES[language])
    day = date(2024, 1, 1) + timedelta(days=rng.randint(0, 900))
    draw = rng.random()
    tax = "taxed" if draw < 0.86 else "exempt" if draw < 0.93 else "reverse"
    currency = CURRENCIES.get(country, "EUR")
    if rng.random() < 0.06:
        currency = rng.choice(("USD", "GBP", "SEK", "EUR"))
    pages = rng.choice((1, 1, 1, 1, 2, 3))
    count = rng.randint(1, 7) if pages == 1 else 14 * pages
    return Plan(
        language,
        country,
        firm(book, rng, country),
        firm(book, rng, country, names="buyers"),
        figures(book, rng, country, count=count, untaxed=tax != "taxed"),
        style(rng, language, country, currency),
        rng.random() < 0.1,
        tax,
        _number(rng, day),
        day,
        day + timedelta(days=rng.choice((8, 14, 15, 30, 30, 45, 60))) if rng.random() < 0.75 else None,
        pages,
    )


def language_of(seed: int) -> str:
    """The languages in turn."""
    return LANGUAGES[seed % len(LANGUAGES)]


def _number(rng: Random, day: date) -> str:
    running = rng.randint(1, 99_999)
    return rng.choice(
        (
            f"{day.year}-{running:04}",
            f"F{day:%y%m}-{running:05}",
            f"{running + 100_000}",
            f"{running:05}",
            f"FA/{day.year}/{running}",
            f"RE-{day.year}{day.month:02}-{running}",
            f"{running}/{day.year}",
            f"{rng.choice('ABVXZ')}{running:06}",
            f"FT {day.year}/{running}",
            f"INV{running:07}",
            f"{rng.randint(10, 99)}.{running:05}",
            f"{day:%Y%m%d}-{rng.randint(1, 99)}",
            f"{rng.randint(1000, 9999)} {rng.randint(1000, 9999)}",
        )
    )
