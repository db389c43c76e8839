"""What is remembered of newer versions between two starts, in one small file. Losing it does no harm."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from app.services.updates.manifest import Version
from app.services.whole_file import write_whole

ASKED_EVERY: Final = timedelta(days=1)
_NAME: Final = "memory.json"


class Memory(BaseModel):
    """Moments are UTC."""

    model_config = ConfigDict(frozen=True, extra="ignore", ser_json_bytes="base64", val_json_bytes="base64")

    asked_at: datetime | None = None
    serial: int = 0
    offered: bytes = b""
    """The newest signed list, as it came."""
    skipped: str = ""
    put_off_until: datetime | None = None
    went_from: str = ""
    """The version that was last left for a newer one, by this program's own hand."""
    schema_before: int = 0
    """The number of the database that version knows."""
    backup: str = ""
    """The copy of the documents made at that moment; empty for a database server."""
    hindered: str = ""
    """Why a chosen version was not put in place when the window was closed: a code of UpdateProblem."""
    failed: str = ""
    """A version that did not start; told once, and not offered again."""


def remembered(folder: Path) -> Memory:
    """What the file says; nothing if it cannot be read."""
    try:
        return Memory.model_validate_json((folder / _NAME).read_bytes())
    except (OSError, ValidationError):
        return Memory()


def remember(folder: Path, memory: Memory) -> None:
    """Keep it. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / _NAME, memory.model_dump_json().encode())


def is_first_start(folder: Path) -> bool:
    """Whether nothing was ever remembered here."""
    return not (folder / _NAME).exists()


def is_due(memory: Memory, now: datetime) -> bool:
    """Whether a day has gone by since it was asked. A moment to come, after a clock was set back, is none."""
    if memory.asked_at is None:
        return True
    since = now.astimezone(UTC) - memory.asked_at
    return since >= ASKED_EVERY or since < timedelta(0)


def is_quiet(memory: Memory, version: str, now: datetime) -> bool:
    """Whether the person does not want to hear of this version now: skipped, put off, or failed before."""
    if version in (memory.skipped, memory.failed):
        return True
    until = memory.put_off_until
    return until is not None and until - ASKED_EVERY <= now < until


def is_newer(version: str, than: str) -> bool:
    """Whether the first is the later version."""
    return Version.of(version) > Version.of(than)
