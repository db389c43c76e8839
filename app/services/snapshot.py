"""The last shown document in a small file, so that the window can show it before the store is open."""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.draft import Draft
from app.domain.recall import recalled
from app.domain.rows import Line, Section

if TYPE_CHECKING:
    from app.store.records import Status

_NAME = "last-document.json"
_VERSION = 2
_STATUSES = ("draft", "issued", "void", "credited")

_WRITTEN: dict[int, tuple[Line | Section, str]] = {}
"""The rows written last and their texts, by identity; used from the store's thread."""


class Snapshot(NamedTuple):
    """A document as it was last shown. The store knows better, and soon says so."""

    draft: Draft
    status: Status


def write_snapshot(folder: Path, draft: Draft, status: Status) -> None:
    """Keep the document for the next start. Raises OSError; it is never the only copy."""
    folder.mkdir(parents=True, exist_ok=True)
    body = _body(draft)
    head = {"version": _VERSION, "status": status, "crc32": zlib.crc32(body)}
    beside = folder / f"{_NAME}.{os.getpid()}.new"
    try:
        beside.write_bytes(json.dumps(head).encode() + b"\n" + body)
        beside.replace(folder / _NAME)
    finally:
        beside.unlink(missing_ok=True)


def _body(draft: Draft) -> bytes:
    """The draft as JSON. Rows that are the same objects as last time keep their text.

    After each key press the whole draft is written; of thousands of rows one has changed.
    """
    kept: dict[int, tuple[Line | Section, str]] = {}
    for row in draft.rows:
        known = _WRITTEN.get(id(row))
        kept[id(row)] = known if known is not None and known[0] is row else (row, _row_text(row))
    _WRITTEN.clear()
    _WRITTEN.update(kept)
    members = json.dumps(draft.model_dump(mode="json", exclude={"rows"}), ensure_ascii=False)
    rows = ",\n".join(text for _, text in kept.values())
    return f'{members[:-1]}, "rows": [\n{rows}\n]}}'.encode()


def _row_text(row: Line | Section) -> str:
    members = {"kind": row.kind, **row.model_dump(mode="json", exclude_defaults=True)}
    return json.dumps(members, ensure_ascii=False)


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
        is_ours = head["crc32"] == zlib.crc32(body)
        return Snapshot(_recalled(members) if is_ours else Draft.model_validate(members), head["status"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _recalled(members: dict[str, Any]) -> Draft:
    """As it was written; an older version of the program may have written other members."""
    try:
        return recalled(members)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
        return Draft.model_validate(members)
