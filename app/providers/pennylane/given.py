"""Reading what the person chose, from options that a file may have brought: each with its type."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from pydantic import JsonValue

from app.client.answers import identifier
from app.client.errors import Unexpected
from app.client.provider import Submission
from app.domain.draft import Draft
from app.domain.rows import Line

Options = Mapping[str, JsonValue]


def text_of(options: Options, name: str) -> str:
    """The text of an option; a number counts as its digits; empty when it is not there."""
    found = options.get(name)
    if isinstance(found, bool) or not isinstance(found, str | int):
        return ""
    return str(found).strip()


def flag_of(options: Options, name: str) -> bool | None:
    """Yes or no, also as the words `true` and `false`; None when it is not there."""
    found = options.get(name)
    if isinstance(found, bool):
        return found
    return {"true": True, "false": False}.get(found.strip().lower()) if isinstance(found, str) else None


def day_of(options: Options, name: str) -> date | None:
    """A date, `YYYY-MM-DD`; None when it is not there or none."""
    try:
        return date.fromisoformat(text_of(options, name)[:10])
    except ValueError:
        return None


def number_of(value: JsonValue) -> Decimal | None:
    """A finite decimal number, as text or as a whole number; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 30 else None


def pairs_of(options: Options, name: str) -> tuple[tuple[str, JsonValue], ...]:
    """Names with values, kept as an object, or as a list of `{name, value}` or of twos."""
    found = options.get(name)
    if isinstance(found, dict):
        return tuple((key.strip(), value) for key, value in found.items() if key.strip())
    pairs: list[tuple[str, JsonValue]] = []
    for item in found if isinstance(found, list) else []:
        if isinstance(item, dict) and isinstance(item.get("name"), str):
            pairs.append((str(item["name"]).strip(), item.get("value")))
        elif isinstance(item, list) and len(item) == 2 and isinstance(item[0], str):
            pairs.append((item[0].strip(), item[1]))
    return tuple(pair for pair in pairs if pair[0])


def has_id(record: JsonValue) -> bool:
    """Whether an answered record says under what id it is there."""
    try:
        identifier(record, "id")
    except Unexpected:
        return False
    return True


def line_options(submission: Submission, line: Line) -> dict[str, JsonValue]:
    """What the person chose for this line."""
    stated = line.provider_options.get(submission.connection.provider)
    return dict(stated) if isinstance(stated, dict) else {}


def deadline_of(draft: Draft, issued: date) -> date:
    """When the document is due: its own date, else by its terms, else the day it was issued."""
    if draft.due_date is not None:
        return draft.due_date
    due = issued + timedelta(days=draft.payment_terms.days or 0)
    if draft.payment_terms.end_of_month:
        due = due.replace(day=calendar.monthrange(due.year, due.month)[1])
    return due
