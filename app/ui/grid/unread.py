"""What was typed, cannot be read and was left where it stands: told of before anything is issued."""

from __future__ import annotations

from typing import Final, NamedTuple

from app.domain.entry import EntryError
from app.domain.problems import Problem

TEXT_TOLD: Final = 60


class Unread(NamedTuple):
    """A text left in a field, and why it cannot be read."""

    text: str
    error: EntryError


class UnreadEntry(NamedTuple):
    """The same with its place and in words."""

    path: str
    text: str
    message: str


def problem_of(entry: UnreadEntry) -> Problem:
    """The finding that keeps the document from being issued meanwhile."""
    text = entry.text if len(entry.text) <= TEXT_TOLD else f"{entry.text[: TEXT_TOLD - 1]}…"
    return Problem(entry.path, "entry_unreadable", "error", {"text": text, "reason": entry.message})
