"""Moments as the database keeps them: UTC, sortable text."""

from __future__ import annotations

from datetime import UTC, date, datetime


def written(moment: datetime) -> str:
    """The moment as text that sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def now() -> str:
    """This moment."""
    return written(datetime.now(UTC))


def read(text: str) -> datetime:
    """The moment written by `written`."""
    return datetime.fromisoformat(text)


def day(text: str | None) -> date | None:
    """The date of an ISO text, or None."""
    return date.fromisoformat(text) if text else None


def iso(day: date | None) -> str | None:
    """The date as ISO text, or None."""
    return None if day is None else day.isoformat()
