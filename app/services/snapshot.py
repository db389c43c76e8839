"""The last shown document in a small file, so that the window can show it before the store is open."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from app.domain.codec import draft_to_json
from app.domain.draft import Draft
from app.store.records import Status

_NAME = "last-document.json"
_VERSION = 1
_STATUSES: tuple[Status, ...] = ("draft", "issued", "void", "credited")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A document as it was last shown. The store knows better, and soon says so."""

    draft: Draft
    status: Status


def write_snapshot(folder: Path, draft: Draft, status: Status) -> None:
    """Keep the document for the next start. Raises OSError; it is never the only copy."""
    folder.mkdir(parents=True, exist_ok=True)
    text = f'{{"version": {_VERSION}, "status": "{status}", "draft": {draft_to_json(draft)}}}'
    beside = folder / f"{_NAME}.{os.getpid()}.new"
    try:
        beside.write_text(text, "utf-8")
        beside.replace(folder / _NAME)
    finally:
        beside.unlink(missing_ok=True)


def read_snapshot(folder: Path) -> Snapshot | None:
    """The document kept last; None when there is none that can be read."""
    try:
        kept = json.loads((folder / _NAME).read_bytes(), parse_float=str)
        if kept["version"] != _VERSION or kept["status"] not in _STATUSES:
            return None
        return Snapshot(Draft.model_validate(kept["draft"]), kept["status"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
