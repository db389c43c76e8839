"""A small, fast number writer for one document: no pattern is parsed twice."""

from __future__ import annotations

from decimal import Decimal

from app.documents.numbers.conventions import Affixes, Conventions
from app.domain.currencies import minor_units

_NBSP = "\u00a0"
MAX_PRICE_DECIMALS = 8


class Figures:
    """Writes the numbers of one document; amounts carry `decimals`, prices at least as many."""

    __slots__ = ("_spec", "conventions", "currency", "decimals")

    def __init__(self, conventions: Conventions, currency: str, decimals: int) -> None:
        self.conventions = conventions
        self.currency = currency
        self.decimals = decimals
        self._spec = f",.{decimals}f"

    def amount(self, value: Decimal) -> str:
        """An amount without its currency."""
        return self._write(format(value, self._spec), self.conventions.number)

    def money(self, value: Decimal, currency: str | None = None) -> str:
        """An amount with its currency on the side where the locale puts it.

        Another currency than the document's comes with its own decimals.
        """
        if currency is None or currency == self.currency:
            return self._write(format(value, self._spec), self._money_affixes(self.currency))
        return self._write(format(value, f",.{minor_units(currency)}f"), self._money_affixes(currency))

    def rate(self, value: Decimal, currency: str) -> str:
        """An exchange rate with its currency and all its decimals."""
        return self._write(_shortest(value), self._money_affixes(currency))

    def quantity(self, value: Decimal) -> str:
        """A number with all its decimals and no zeros at its end."""
        return self._write(_shortest(value), self.conventions.number)

    def price(self, value: Decimal) -> str:
        """A unit price: at least the decimals of an amount, more if it has them, up to eight."""
        text = format(value, f",.{max(MAX_PRICE_DECIMALS, self.decimals)}f").rstrip("0")
        whole, _, fraction = text.partition(".")
        fraction = fraction.ljust(self.decimals, "0")
        return self._write(f"{whole}.{fraction}" if fraction else whole, self.conventions.number)

    def percent(self, points: Decimal) -> str:
        """Percent points with their sign, 20 for 20 %."""
        return self._write(_shortest(points), self.conventions.percent)

    def _money_affixes(self, currency: str) -> Affixes:
        symbol = self.conventions.symbol(currency)
        before, after, negative_before, negative_after = self.conventions.currency
        return (
            _with_symbol(before, symbol, leads=True),
            _with_symbol(after, symbol, leads=False),
            _with_symbol(negative_before, symbol, leads=True),
            _with_symbol(negative_after, symbol, leads=False),
        )

    def _write(self, text: str, affixes: Affixes) -> str:
        before, after, negative_before, negative_after = affixes
        if text[0] == "-":
            text = text[1:]
            before, after = negative_before, negative_after
        whole, point, fraction = text.partition(".")
        conventions = self.conventions
        if conventions.minor_group != 3 or conventions.last_group != 3:
            whole = _grouped(whole.replace(",", ""), conventions)
        elif conventions.group != ",":
            whole = whole.replace(",", conventions.group)
        if point:
            whole = f"{whole}{conventions.decimal}{fraction}"
        return f"{before}{whole}{after}"


def _shortest(value: Decimal) -> str:
    text = format(value, ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _grouped(digits: str, conventions: Conventions) -> str:
    groups = [digits[-conventions.last_group :]]
    rest = digits[: -conventions.last_group]
    while rest:
        groups.append(rest[-conventions.minor_group :])
        rest = rest[: -conventions.minor_group]
    return conventions.group.join(reversed(groups))


def _with_symbol(affix: str, symbol: str, *, leads: bool) -> str:
    """CLDR's currencySpacing: a symbol that ends in a letter never touches a digit."""
    if "¤" not in affix:
        return affix
    text = affix.replace("¤", symbol)
    if leads and text[-1].isalpha():
        return text + _NBSP
    if not leads and text[0].isalpha():
        return _NBSP + text
    return text
