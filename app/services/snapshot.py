"""The last shown document in a small file, so that the window can show it before the store is open."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.codec import draft_to_json
from app.domain.draft import Draft
from app.domain.recall import recalled

if TYPE_CHECKING:
    from app.store.records import Status

_NAME = "last-document.json"
_VERSION = 2
_STATUSES = ("draft", "issued", "void", "credited")
_LARGE_BYTES = 300_000
"""From here on reading with validation is the quicker way: its cost does not lie in the rows."""


class Snapshot(NamedTuple):
    """A document as it was last shown. The store knows better, and soon says so."""

    draft: Draft
    status: Status


def write_snapshot(folder: Path, draft: Draft, status: Status) -> None:
    """Keep the document for the next start. Raises OSError; it is never the only copy."""
    folder.mkdir(parents=True, exist_ok=True)
    body = draft_to_json(draft).encode()
    head = {"version": _VERSION, "status": status, "crc32": zlib.crc32(body)}
    beside = folder / f"{_NAME}.{os.getpid()}.new"
    try:
        beside.write_bytes(json.dumps(head).encode() + b"\n" + body)
        beside.replace(folder / _NAME)
    finally:
        beside.unlink(missing_ok=True)


def forget_snapshot(folder: Path) -> None:
    """Have no document for the next start. Raises OSError."""
    (folder / _NAME).unlink(missing_ok=True)


def read_snapshot(folder: Path) -> Snapshot | None:
    """The document kept last; None when there is none that can be read.

    What is as it was written is taken as it is; what somebody has changed is validated.
    """
    try:
        first, _, body = (folder / _NAME).read_bytes().partition(b"\n")
        head = json.loads(first, parse_float=str)
        if head["version"] != _VERSION or head["status"] not in _STATUSES:
            return None
        members = json.loads(body, parse_float=str)
        is_ours = head["crc32"] == zlib.crc32(body) and len(body) < _LARGE_BYTES
        return Snapshot(_recalled(members) if is_ours else Draft.model_validate(members), head["status"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _recalled(members: dict[str, Any]) -> Draft:
    """As it was written; an older version of the program may have written other members."""
    try:
        return recalled(members)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
        return Draft.model_validate(members)
