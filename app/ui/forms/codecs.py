"""Between what is typed in a field and the value it stands for.

Each codec reads text into a value of the model and writes a value as text; text that says nothing
raises Unreadable with a whole sentence for the person: what, why, what now.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple, Protocol

from PySide6.QtCore import QDate, QLocale

from app.domain.entry import EntryError, parse_date, parse_number
from app.domain.rows import Discount
from app.ui.forms.words import date_order, entry_words, translate
from app.ui.totals.figures import entry_text, number_text

SHOWN_DATE: Final = "d MMM yyyy"


def this_day() -> date:
    """Today, where this machine stands."""
    return datetime.now().astimezone().date()


class Unreadable(Exception):
    """The text in a field says no value; `args[0]` is the sentence for the person."""

    @property
    def sentence(self) -> str:
        """What is wrong, why, and what to do now, in the interface language."""
        return str(self.args[0])


class Codec(Protocol):
    """Reads and writes the text of one kind of field."""

    def text_of(self, value: Any) -> str:
        """The value as it stands in the field when nobody types."""
        ...

    def value_of(self, text: str) -> Any:
        """The value the text stands for. Raises Unreadable."""
        ...


class Words(NamedTuple):
    """Text as it is; None for nothing when `empty_is_none`."""

    empty_is_none: bool = False
    upper: bool = False

    def text_of(self, value: Any) -> str:
        return "" if value is None else str(value)

    def value_of(self, text: str) -> Any:
        if self.upper:
            text = text.strip().upper()
        return None if self.empty_is_none and not text else text


class Number(NamedTuple):
    """A decimal, with the calculator; `empty` is the value of an empty field."""

    empty: Decimal | None = None

    def text_of(self, value: Any) -> str:
        return "" if value is None or value == self.empty else entry_text(value)

    def value_of(self, text: str) -> Any:
        return self.empty if not text.strip() else _number(text)


class Percent(NamedTuple):
    """Percent points, with or without the sign."""

    empty: Decimal | None = None

    def text_of(self, value: Any) -> str:
        return "" if value is None or value == self.empty else f"{entry_text(value)} %"

    def value_of(self, text: str) -> Any:
        text = text.strip().removesuffix("%").strip()
        return self.empty if not text else _number(text)


class Count:
    """A whole number of something, or None."""

    def text_of(self, value: Any) -> str:
        return "" if value is None else str(value)

    def value_of(self, text: str) -> Any:
        if not text.strip():
            return None
        number = _number(text)
        if number != number.to_integral_value():
            raise Unreadable(
                translate("Entry", "{number} is not a whole number. Leave out the decimals.").format(
                    number=number_text(number)
                )
            )
        return int(number)


class Day(NamedTuple):
    """A date, with the shorthand of `parse_date`; `today` answers what `t` and `+30` count from."""

    today: Callable[[], date] = this_day

    def text_of(self, value: Any) -> str:
        return "" if value is None else shown_date(value)

    def value_of(self, text: str) -> Any:
        text = text.strip()
        if not text:
            return None
        written = QLocale().toDate(text, SHOWN_DATE)
        if written.isValid():
            return date(written.year(), written.month(), written.day())
        try:
            return parse_date(text, self.today(), date_order(QLocale()))
        except EntryError as error:
            raise Unreadable(entry_words(error, text)) from error


class Reduction(NamedTuple):
    """The discount on the whole invoice: "5 %" is a share, "5" an amount; reasons are kept."""

    before: Callable[[], Discount | None]

    def text_of(self, value: Any) -> str:
        if value is None:
            return ""
        figure = entry_text(value.value)
        return f"{figure} %" if value.kind == "percent" else figure

    def value_of(self, text: str) -> Any:
        text = text.strip()
        if not text:
            return None
        is_share = text.endswith("%")
        number = _number(text.removesuffix("%").strip() if is_share else text)
        before = self.before() or Discount()
        return before.model_copy(update={"kind": "percent" if is_share else "amount", "value": number})


class Tags:
    """Words separated by commas."""

    def text_of(self, value: Any) -> str:
        return ", ".join(value or ())

    def value_of(self, text: str) -> Any:
        return tuple(tag for tag in (part.strip() for part in text.split(",")) if tag)


class Labels:
    """Words to print instead of others, one "name = words" a line."""

    def text_of(self, value: Any) -> str:
        return "\n".join(f"{name} = {words}" for name, words in (value or {}).items())

    def value_of(self, text: str) -> Any:
        found: dict[str, str] = {}
        for line in filter(str.strip, text.splitlines()):
            name, sign, words = line.partition("=")
            if not sign or not name.strip():
                raise Unreadable(
                    translate("Entry", "“{text}” has no “=”. Write the name, “=” and the new words.").format(
                        text=line.strip()[:40]
                    )
                )
            found[name.strip()] = words.strip()
        return found


def shown_date(value: date) -> str:
    """The date with the short name of its month: "21 Nov 2026"."""
    return QLocale().toString(QDate(value.year, value.month, value.day), SHOWN_DATE)


def _number(text: str) -> Decimal:
    try:
        return parse_number(text, group=QLocale().groupSeparator())
    except EntryError as error:
        raise Unreadable(entry_words(error, text)) from error
