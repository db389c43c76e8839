"""A document as it is handed to the window."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.draft import Draft
from app.services.history import History
from app.store.records import IssuedRecord, Status


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """One document with its history; `issued` is the proof of an issued one.

    `is_held`: on its way to a provider or there, so that it takes no edit though it is not issued here.
    """

    id: str
    status: Status
    draft: Draft
    history: History
    issued: IssuedRecord | None
    is_held: bool = False
