"""How one invoice writes numbers and days: marks, spaces, signs, the place of the currency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from typing import Final

from tests.intake.invented.wordbook import Wordbook

_SIGNS: Final = {"EUR": "€", "GBP": "£", "USD": "$", "CHF": "CHF", "SEK": "SEK"}
_MARKS: Final = {
    "fr": ((" ", ","), ("\u00a0", ","), ("", ","), (".", ",")),
    "en": ((",", "."), ("", ".")),
    "ch": (("'", "."), ("’", "."), (" ", ".")),
}
_DAYS: Final = {
    "fr": ("%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "long"),
    "de": ("%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d", "long"),
    "en": ("%d/%m/%Y", "%d %b %Y", "%Y-%m-%d", "long", "%d-%b-%Y", "%d.%m.%Y"),
    "nl": ("%d-%m-%Y", "%d/%m/%Y", "long", "%d-%m-%y"),
    "us": ("%m/%d/%Y", "%b %d, %Y", "%B %d, %Y"),
}


@dataclass(frozen=True)
class Style:
    """One way of writing. `place` says where the currency stands: before, after, or in the words beside."""

    thousands: str
    mark: str
    minus: str
    currency: str
    place: str
    sign: str
    days: str

    def money(self, value: Decimal, *, bare: bool = False) -> str:
        """An amount with its currency, or `bare`."""
        number = self.number(abs(value), 2)
        if not bare and self.place == "before":
            number = f"{self.sign}{'' if len(self.sign) == 1 else ' '}{number}"
        elif not bare and self.place == "after":
            number = f"{number} {self.sign}"
        if value >= 0:
            return number
        return self.minus.format(number)

    def number(self, value: Decimal, decimals: int) -> str:
        """A number with so many decimals."""
        whole, _, part = f"{value:,.{decimals}f}".partition(".")
        whole = whole.replace(",", self.thousands)
        return f"{whole}{self.mark}{part}" if part else whole

    def percent(self, rate: Decimal) -> str:
        """A rate, as in 5,5 %."""
        text = f"{rate.normalize():f}".replace(".", self.mark)
        return f"{text} %" if self.thousands != "," else f"{text}%"

    def day(self, day: date, book: Wordbook) -> str:
        """A day."""
        if self.days == "long":
            return book.long_date(day.day, day.month, day.year)
        return day.strftime(self.days)


def style(rng: Random, language: str, country: str, currency: str) -> Style:
    """Any way of writing that is usual there."""
    if country == "CH":
        marks = _MARKS["ch"]
    elif language in ("fr", "en"):
        marks = _MARKS[language]
    else:
        marks = ((".", ","), (".", ","), ("", ","))
    thousands, mark = rng.choice(marks)
    days = _DAYS["us"] if country == "US" else _DAYS.get(language, _DAYS["fr"])
    code = rng.random() < 0.25
    return Style(
        thousands,
        mark,
        rng.choice(("-{}", "-{}", "- {}", "{}-", "({})")),
        currency,
        rng.choice(
            ("before", "before", "words") if language == "en" else ("after", "after", "words", "before")
        ),
        currency if code else _SIGNS.get(currency, currency),
        rng.choice(days),
    )
