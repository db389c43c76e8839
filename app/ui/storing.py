"""What autosave asks of the workspace; each runs in the store's thread and knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.draft import Draft
from app.services.history import HistoryChange
from app.services.snapshot import forget_snapshot, write_snapshot
from app.ui.clock import now
from app.ui.draft_store import ShownDocument, Status

if TYPE_CHECKING:
    from app.services.contacts import Profile
    from app.services.workspace import Workspace


def binding(document_id: str, base: Draft) -> Callable[[Workspace], ShownDocument]:
    """The document of that id; `base` as a new one when there is none."""

    def bind(workspace: Workspace) -> ShownDocument:
        if document_id:
            from app.services.workspace import NoSuchDocument

            try:
                return workspace.open_document(document_id)
            except NoSuchDocument:
                return workspace.create(base)
        return workspace.create(base)

    return bind


def recording(
    document_id: str,
    changes: tuple[HistoryChange, ...],
    snapshot_folder: Path,
    shown: Draft | None,
    status: Status,
) -> Callable[[Workspace], datetime]:
    """Make changes durable, then keep what is `shown` for the next start; when that was."""

    def record(workspace: Workspace) -> datetime:
        workspace.record(document_id, changes)
        moment = now()
        if shown is not None:
            _write(snapshot_folder, shown, status)
        return moment

    return record


def keeping_snapshot(folder: Path, draft: Draft, status: Status) -> Callable[[Workspace], None]:
    """Keep what is shown for the next start."""

    def write(_workspace: Workspace) -> None:
        _write(folder, draft, status)

    return write


def putting_into_bin(document_id: str, folder: Path) -> Callable[[Workspace], Profile]:
    """Put the draft into the bin and have the next start show another one; how a new one begins."""

    def put(workspace: Workspace) -> Profile:
        workspace.delete_draft(document_id)
        with suppress(OSError):
            forget_snapshot(folder)
        for card in workspace.cards("all", "", 1):
            _write(folder, workspace.open_document(card.id).draft, card.status)
        return workspace.profile()

    return put


def _write(folder: Path, draft: Draft, status: Status) -> None:
    """The snapshot may fail: the record it repeats is durable already."""
    with suppress(OSError):
        write_snapshot(folder, draft, status)
