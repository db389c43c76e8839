"""Options of a provider as text: how a value is shown, how what is typed is read, and why it may not fit."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.entry import EntryError, parse_date
from app.ui.clock import today
from app.ui.forms.words import date_order

if TYPE_CHECKING:
    from app.services.sending import OptionSpec

translate = QCoreApplication.translate

LONGEST_JSON = 20_000
SEVERAL = frozenset({"texts", "remotes"})
LINES = frozenset({"pairs", "object"})


class Misfit(ValueError):
    """What is typed is no value of this option; says so in a sentence."""


def text_of(spec: OptionSpec, value: Any) -> str:
    """The value as it is shown in its field; nothing for one that is not stated."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if spec.kind in SEVERAL:
        return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)
    if spec.kind == "pairs" and isinstance(value, dict):
        return "\n".join(f"{name} = {held}" for name, held in value.items())
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, indent=2, default=str)
    return str(value)


def value_of(spec: OptionSpec, text: str) -> Any:
    """The value that is typed; None for nothing. Raises Misfit."""
    text = text.strip()
    if not text:
        if spec.is_required:
            raise Misfit(translate("Option", "This is needed."))
        return None
    if spec.kind == "flag":
        return text == "true"
    if spec.kind == "integer":
        return _integer(spec, text)
    if spec.kind == "decimal":
        return _decimal(text)
    if spec.kind == "date":
        return _day(text).isoformat()
    if spec.kind == "time":
        return _moment(text)
    if spec.kind in SEVERAL:
        return [_fitting(spec, each.strip()) for each in re.split(r"[,\n]", text) if each.strip()]
    if spec.kind == "pairs":
        return _pairs(text)
    if spec.kind == "object":
        return _object(text)
    return _fitting(spec, text)


def _fitting(spec: OptionSpec, text: str) -> str:
    if spec.choices and text not in spec.choices:
        raise Misfit(translate("Option", "“{text}” is none of the choices.").format(text=text[:40]))
    if spec.longest is not None and len(text) > spec.longest:
        raise Misfit(
            translate("Option", "At most {most} characters; these are {count}.").format(
                most=spec.longest, count=len(text)
            )
        )
    if spec.pattern and not re.fullmatch(spec.pattern, text):
        raise Misfit(translate("Option", "“{text}” does not look like such a value.").format(text=text[:40]))
    return text


def _integer(spec: OptionSpec, text: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,18}", text):
        raise Misfit(translate("Option", "Type a whole number."))
    number = int(text)
    if spec.least is not None and number < spec.least:
        raise Misfit(translate("Option", "At least {least}.").format(least=spec.least))
    if spec.most is not None and number > spec.most:
        raise Misfit(translate("Option", "At most {most}.").format(most=spec.most))
    return number


def _decimal(text: str) -> str:
    try:
        number = Decimal(text.replace(",", ".").replace("\u202f", "").replace(" ", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > 18:
        raise Misfit(translate("Option", "Type a number, such as 12.5."))
    return format(number, "f")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parse_date(text, today=today(), order=date_order(QLocale()))
    except EntryError:
        raise Misfit(translate("Option", "Type a day, such as 2026-12-31.")) from None


def _moment(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Misfit(translate("Option", "Type a day and a time in UTC, such as 2026-12-31 09:00.")) from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def _pairs(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        name, sign, value = (part.strip() for part in line.partition("="))
        if not sign or not name:
            raise Misfit(translate("Option", "Write one a line, as name = value."))
        if name in found:
            raise Misfit(translate("Option", "“{name}” stands there twice.").format(name=name[:40]))
        found[name] = value
    return found


def _object(text: str) -> Any:
    if len(text) > LONGEST_JSON:
        raise Misfit(translate("Option", "This is too long."))
    try:
        value = json.loads(text, parse_float=_no_fraction, parse_constant=_no_constant)
    except Misfit:
        raise
    except (ValueError, RecursionError) as error:
        place = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else "1:1"
        raise Misfit(
            translate("Option", "This is not written as JSON ({place}).").format(place=place)
        ) from None
    if not isinstance(value, dict):
        raise Misfit(translate("Option", "Write an object, in braces."))
    return value


def _no_fraction(digits: str) -> Any:
    raise Misfit(
        translate("Option", "Write {number} in quotes: numbers with a fraction go along as text.").format(
            number=digits[:20]
        )
    )


def _no_constant(name: str) -> Any:
    raise ValueError(name)
