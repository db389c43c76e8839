"""A document sent in practice: a store and an account of their own, which are gone afterwards."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.draft import Draft
from app.services.sending import Connection
from app.services.workspace import StoreLocation, Workspace

if TYPE_CHECKING:
    from app.services.sending import EntryDetail

PROVIDER: Final = "pennylane_v2"
"""Whom a demonstration sends to: it takes a draft and gives it back as it holds it."""


def sent_in_practice(draft: Draft, folder: Path | None = None) -> EntryDetail:
    """What came of sending the draft there. `folder` is where the store may be meanwhile."""
    with tempfile.TemporaryDirectory(prefix="practice-", dir=folder, ignore_cleanup_errors=True) as own:
        workspace = Workspace.open(StoreLocation(folder=Path(own)))
        try:
            sending = workspace.sending(Path(own))
            connection = sending.save_connection(Connection(provider=PROVIDER, title="Practice"))
            document = workspace.create(draft)
            plan = sending.plan(document.draft, connection.id, today=draft.issue_date)
            entry = sending.enqueue(document.id, connection.id, plan)
            sending.drain()
            return sending.entry(entry.id)
        finally:
            workspace.release()
