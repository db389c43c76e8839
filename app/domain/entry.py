"""Numbers and dates as people type them.

`3*12,5` is a sum, `1:30` an hour and a half, `t` today, `404` the fourth of April. What cannot be read
raises EntryError with a code the window turns into a sentence.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal, localcontext
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from app.domain.money import EXACT, plain, round_half_away

MAX_LENGTH: Final = 200
MAX_DEPTH: Final = 16
MAX_DIGITS: Final = 40
MAX_DECIMALS: Final = 12

DateOrder = Literal["dmy", "mdy"]
GROUP_MARKS: Final = "' ’\u00a0\u2009\u202f"

_ONE: Final = Decimal(1)
_SPACES: Final = " \t\u00a0\u2009\u202f"
_OPERATORS: Final = {
    "+": "+",
    "-": "-",
    "\u2212": "-",
    "\u2013": "-",
    "*": "*",
    "×": "*",
    "/": "/",
    "÷": "/",
    "(": "(",
    ")": ")",
}
_DURATION: Final = re.compile(r"(\d{1,7}):(\d{2})(?::(\d{2}))?(?![\d:.,])")
_PLAIN: Final = re.compile(r"(-?[0-9]{1,20})(?:([.,])([0-9]{1,12}))?")
_SCIENTIFIC: Final = re.compile(r"\d[\d.,]*[eE][+-]?\d")
_FIGURE: Final = re.compile(rf"[.,]?\d(?:[\d.,]|[{GROUP_MARKS}](?=\d{{3}}(?!\d)))*")


class EntryError(ValueError):
    """What was typed cannot be read: a message code and the words to put into the message."""

    def __init__(self, code: str, params: Mapping[str, str] = MappingProxyType({})) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, str] = MappingProxyType(dict(params))


def parse_number(text: str, *, decimals: int = MAX_DECIMALS, group: str = "") -> Decimal:
    """The value of a number or a sum, rounded half away from zero to `decimals`.

    Point and comma both mark decimals, spaces and apostrophes group; where both marks stand in one
    number the last is the decimal one. A lone mark is the decimal one, unless it is `group`, the
    mark by which the reader's language groups, and exactly three digits follow: then it groups.
    Raises EntryError: empty, too_long, scientific, unreadable (at), unfinished, too_deep,
    division_by_zero, too_large, duration.
    """
    if len(text) > MAX_LENGTH:
        raise EntryError("too_long", {"limit": str(MAX_LENGTH)})
    if not text.strip():
        raise EntryError("empty")
    if found := _PLAIN.fullmatch(text):
        whole, mark, fraction = found.groups()
        if mark != group or len(fraction or "") != 3:
            return _trimmed(round_half_away(Decimal(f"{whole}.{fraction or 0}"), decimals))
    if _SCIENTIFIC.search(text):
        raise EntryError("scientific", {"text": text.strip()})
    with localcontext(EXACT):
        value = _Sum(_tokens(text, group)).value()
        return _trimmed(round_half_away(value, decimals))


def _trimmed(value: Decimal) -> Decimal:
    """The same number without decimals that do not count."""
    return (
        Decimal(plain(value).rstrip("0").rstrip("."))
        if value != value.to_integral()
        else value.quantize(_ONE)
    )


class _Token(NamedTuple):
    text: str
    value: Decimal | None = None


def _tokens(text: str, group: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(text):
        if text[at] in _SPACES:
            at += 1
            continue
        if operator := _OPERATORS.get(text[at]):
            tokens.append(_Token(operator))
            at += 1
            continue
        if text[at] in "xX" and tokens and tokens[-1].value is not None:
            tokens.append(_Token("*"))
            at += 1
            continue
        if found := _DURATION.match(text, at):
            tokens.append(_Token(found[0], _hours(found)))
        elif found := _FIGURE.match(text, at):
            if not found[0].isascii() and any(c.isdigit() and not c.isascii() for c in found[0]):
                raise EntryError("unreadable", {"text": found[0]})
            tokens.append(_Token(found[0], _figure(found[0], group)))
        else:
            raise EntryError("unreadable", {"text": text[at : at + 12].strip()})
        at = found.end()
    return tokens


def _hours(found: re.Match[str]) -> Decimal:
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    if minutes > 59 or seconds > 59:
        raise EntryError("duration", {"text": found[0]})
    return Decimal(hours) + Decimal(minutes * 60 + seconds) / 3600


def _figure(written: str, group: str) -> Decimal:
    figure = written
    for mark in GROUP_MARKS:
        figure = figure.replace(mark, "")
    whole, fraction = _split(figure, group)
    if whole is None or sum(c.isdigit() for c in figure) > MAX_DIGITS:
        code = "unreadable" if whole is None else "too_large"
        raise EntryError(code, {"text": written})
    return Decimal(f"{whole or '0'}.{fraction or '0'}")


def _split(figure: str, group: str) -> tuple[str | None, str]:
    """Digits before and after the decimal mark; None before it where the marks make no sense."""
    marks = [c for c in figure if c in ".,"]
    if not marks:
        return figure, ""
    if len(set(marks)) == 2:
        decimal = marks[-1]
        other = "," if decimal == "." else "."
        if marks.count(decimal) > 1:
            return None, ""
        before, _, fraction = figure.partition(decimal)
        return (before.replace(other, ""), fraction) if _is_grouped(before, other) else (None, "")
    mark = marks[0]
    if len(marks) > 1:
        return (figure.replace(mark, ""), "") if _is_grouped(figure, mark) else (None, "")
    before, _, fraction = figure.partition(mark)
    if mark == group and _is_grouped(figure, mark) and not before.startswith("0"):
        return before + fraction, ""
    return before, fraction


def _is_grouped(digits: str, mark: str) -> bool:
    first, *rest = digits.split(mark)
    return 1 <= len(first) <= 3 and all(len(part) == 3 for part in rest)


class _Sum:
    """Recursive descent over `+ - * / ( )`."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def value(self) -> Decimal:
        value = self._sum(0)
        if self._at < len(self._tokens):
            raise EntryError("unreadable", {"text": self._tokens[self._at].text})
        return value

    def _peek(self) -> str:
        return self._tokens[self._at].text if self._at < len(self._tokens) else ""

    def _sum(self, depth: int) -> Decimal:
        value = self._product(depth)
        while self._peek() in ("+", "-"):
            operator = self._next().text
            other = self._product(depth)
            value = _within(value + other if operator == "+" else value - other)
        return value

    def _product(self, depth: int) -> Decimal:
        value = self._factor(depth)
        while self._peek() in ("*", "/"):
            operator = self._next().text
            other = self._factor(depth)
            if operator == "/" and other == 0:
                raise EntryError("division_by_zero")
            value = _within(value * other if operator == "*" else value / other)
        return value

    def _factor(self, depth: int) -> Decimal:
        if depth > MAX_DEPTH:
            raise EntryError("too_deep")
        token = self._next()
        if token.value is not None:
            return token.value
        if token.text == "-":
            return -self._factor(depth + 1)
        if token.text == "+":
            return self._factor(depth + 1)
        if token.text == "(":
            value = self._sum(depth + 1)
            if self._next().text != ")":
                raise EntryError("unfinished")
            return value
        raise EntryError("unreadable", {"text": token.text})

    def _next(self) -> _Token:
        if self._at >= len(self._tokens):
            raise EntryError("unfinished")
        token = self._tokens[self._at]
        self._at += 1
        return token


def _within(value: Decimal) -> Decimal:
    if value and value.adjusted() > MAX_DIGITS:
        raise EntryError("too_large")
    return value


_TODAY: Final = frozenset(("t", "today", "auj", "aujourd'hui", "heute", "h"))
_END_OF_MONTH: Final = frozenset(("eom", "fdm", "mde"))
_MONTHS: Final = (
    ("jan",), ("feb", "fév", "fev", "fe"), ("mar", "mär", "mrz"), ("apr", "avr"), ("may", "mai"),
    ("jun", "juin"), ("jul", "juil"), ("aug", "aoû", "aou"), ("sep",), ("oct", "okt"), ("nov",),
    ("dec", "déc", "dez"),
)  # fmt: skip
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PARTS: Final = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?\.?")
_NAMED: Final = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?\.? +([^\W\d_]{3,})\.?(?: +(\d{4}|\d{2}))?")


def parse_date(text: str, today: date, order: DateOrder = "dmy") -> date:
    """The day that was typed: `t`, `+30`, `-3`, `eom`, `4`, `404`, `0404`, `12/3`, `12.3.2026`, ISO.

    A missing year is this year, a missing month this month. `order` decides 3/4; it never overrides
    a reading that is the only possible one. Raises EntryError: empty, date_unreadable (text),
    date_impossible (text).
    """
    word = text.strip().lower()
    if not word:
        raise EntryError("empty")
    if len(word) > MAX_LENGTH or not all(c.isascii() or c.isalpha() or c == "\u2212" for c in word):
        raise EntryError("date_unreadable", {"text": text.strip()[:20]})
    if word in _TODAY:
        return today
    if word in _END_OF_MONTH:
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    try:
        if found := re.fullmatch(r"([+\-\u2212]) *(\d{1,5})", word):
            days = int(found[2])
            return today + timedelta(days=days if found[1] == "+" else -days)
        return _written_date(word, today, order)
    except (ValueError, OverflowError) as error:
        if isinstance(error, EntryError):
            raise
        raise EntryError("date_impossible", {"text": text.strip()[:20]}) from None


def _written_date(word: str, today: date, order: DateOrder) -> date:
    if found := _ISO.fullmatch(word):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NAMED.fullmatch(word):
        for month, names in enumerate(_MONTHS, 1):
            if found[2].startswith(names):
                return date(_year(found[3], today), month, int(found[1]))
    if found := _PARTS.fullmatch(word):
        return _ordered(found[1], found[2], found[3], today, order)
    if word.isdigit() and len(word) <= 8:
        if len(word) <= 2:
            return today.replace(day=int(word))
        if len(word) == 8 and word[:2] in ("19", "20") and int(word[4:6]) <= 12:
            return date(int(word[:4]), int(word[4:6]), int(word[6:]))
        if len(word) in (3, 5, 7):
            word = f"0{word}"
        return _ordered(word[:2], word[2:4], word[4:], today, order)
    raise EntryError("date_unreadable", {"text": word[:20]})


def _ordered(first: str, second: str, year: str | None, today: date, order: DateOrder) -> date:
    day, month = int(first), int(second)
    if (order == "mdy" and day <= 12) or (month > 12 >= day):
        day, month = month, day
    return date(_year(year, today), month, day)


def _year(written: str | None, today: date) -> int:
    if not written:
        return today.year
    return int(written) if len(written) == 4 else today.year // 100 * 100 + int(written)
