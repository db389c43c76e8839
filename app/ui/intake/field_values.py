"""Between the canonical value of a field and what stands in its box, in the interface's language."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.currencies import MINOR_UNITS
from app.domain.entry import EntryError, parse_date, parse_number
from app.domain.money import plain
from app.domain.problems import Problem
from app.domain.stated import canonical
from app.services.intake import AMOUNTS, FieldName, amount_of, canonical_value, day_of
from app.services.wording import problem_text
from app.ui.clock import today as this_day
from app.ui.formats import date_text, number_text
from app.ui.forms.words import date_order, entry_words
from app.ui.language import wording_language

DATES: Final = ("date", "due_date")
_AMOUNT_PARAMS: Final = ("net", "tax", "gross", "sum")
_DAY_PARAMS: Final = ("date", "due")
LEAST_DECIMALS: Final = 2


class Unreadable(Exception):
    """What was typed says no value of this kind; `args[0]` is the sentence for the person."""


def shown(name: FieldName, value: str, currency: str = "") -> str:
    """The value as it stands in the box: dates and amounts as this language writes them."""
    if name in DATES:
        day = day_of(value)
        return value if day is None else _day_entry(day)
    if name in AMOUNTS:
        amount = amount_of(value)
        if amount is None:
            return value
        least = MINOR_UNITS.get(currency, LEAST_DECIMALS)
        exponent = amount.as_tuple().exponent
        decimals = max(least, -exponent if isinstance(exponent, int) else 0)
        return number_text(amount, decimals)
    if name == "iban":
        return " ".join(value[at : at + 4] for at in range(0, len(value), 4))
    return value


def typed(name: FieldName, text: str, today: date | None = None) -> str:
    """The canonical value of what was typed; empty for nothing. Raises Unreadable."""
    plain_text = " ".join(text.split())
    if not plain_text:
        return ""
    locale = QLocale()
    try:
        if name in DATES:
            return parse_date(plain_text, today or this_day(), date_order(locale)).isoformat()
        if name in AMOUNTS:
            return canonical(parse_number(plain_text, group=locale.groupSeparator()))
    except EntryError as error:
        raise Unreadable(entry_words(error, plain_text)) from None
    if name == "currency" and plain_text.upper() not in MINOR_UNITS:
        raise Unreadable(
            QCoreApplication.translate(
                "Intake", "“{text}” is no currency. Use a code like EUR, USD or CHF."
            ).format(text=plain_text[:20])
        )
    return canonical_value(name, plain_text)


def problem_words(problem: Problem, currency: str = "") -> str:
    """The finding in this language, its amounts and dates written as this language does."""
    params = dict(problem.params)
    for name in _AMOUNT_PARAMS:
        if name in params:
            params[name] = shown("gross", params[name], currency)
    for name in _DAY_PARAMS:
        if name in params:
            day = day_of(params[name])
            params[name] = date_text(day) if day is not None else params[name]
    if "value" in params and problem.path in (*AMOUNTS, *DATES):
        params["value"] = shown(problem.path, params["value"], currency)
    told = Problem(problem.path, problem.code, problem.severity, params)
    return " ".join(part for part in problem_text(told, wording_language()) if part)


def total_text(value: str, currency: str) -> str:
    """A total with its currency, for a card or a row; as it is if it is no amount."""
    amount = amount_of(value)
    if amount is None:
        return value
    text = shown("gross", plain(amount), currency)
    return f"{text}\u00a0{currency}" if currency else text


def _day_entry(day: date) -> str:
    """Day, month and year by digits, in the order this language types them."""
    if date_order(QLocale()) == "mdy":
        return f"{day:%m/%d/%Y}"
    return f"{day:%d/%m/%Y}"
