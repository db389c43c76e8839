"""What the window shows before the store is open: the last document, or a finished sample."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from app.domain.draft import Draft
from app.services.history import History
from app.ui.draft_store import Status


class FirstDocument(NamedTuple):
    """A document without its past; the store brings that when it is open."""

    id: str
    status: Status
    draft: Draft
    history: History
    issued: Any = None
    is_held: bool = False


def first_document(snapshot_folder: Path) -> FirstDocument:
    """The document shown last; on the first run, or when it cannot be read, a sample.

    Reads one small file and needs neither database nor page.
    """
    from app.services.snapshot import read_snapshot

    snapshot = read_snapshot(snapshot_folder)
    if snapshot is not None and snapshot.draft.id:
        return FirstDocument(snapshot.draft.id, snapshot.status, snapshot.draft, History(snapshot.draft))
    from app.services.samples import sample

    draft = sample("atelier")
    return FirstDocument("", "draft", draft, History(draft))
