"""The day and the moment, as this system sees them."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> datetime:
    """This moment, with its zone."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is here."""
    return now().astimezone().date()
