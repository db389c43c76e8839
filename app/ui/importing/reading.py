"""What the sheet has done in the background: plain functions of frozen values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.importing.tables import MAX_BYTES, Layout, Table, UnreadableTable
from app.ui.jobs import JobControl

if TYPE_CHECKING:
    from app.services.importing.headings import Kind
    from app.services.importing.importing import Choices, Preview, Taken
    from app.services.workspace import Workspace

MEGABYTE = 1_000_000


def previewing(
    kind: Kind, path: Path, table: Table | None, layout: Layout, choices: Choices
) -> Callable[[Workspace, JobControl], Preview]:
    """Read the file, unless that is done, and say what would become of each row."""

    def preview(workspace: Workspace, control: JobControl) -> Preview:
        importing, tick = workspace.importing(), ticking(control)
        read = table or importing.read(kind, content_of(path), layout, tick)
        return importing.preview(kind, read, choices, tick)

    return preview


def keeping(preview: Preview, file: str) -> Callable[[Workspace, JobControl], Taken]:
    """Write what was looked at."""

    def keep(workspace: Workspace, control: JobControl) -> Taken:
        return workspace.importing().keep(preview, file, ticking(control))

    return keep


def content_of(path: Path) -> bytes:
    """The bytes of a file that is not too large. Raises OSError, UnreadableTable."""
    with path.open("rb") as source:
        content = source.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        size = str(max(path.stat().st_size // MEGABYTE, MAX_BYTES // MEGABYTE))
        raise UnreadableTable("size", size=size, most=str(MAX_BYTES // MEGABYTE))
    return content


def ticking(control: JobControl) -> Callable[[int, int], None]:
    """Tells how far it is, and stops when nobody waits any more."""

    def tick(done: int, total: int) -> None:
        control.stop_if_cancelled()
        control.progress(done, total)

    return tick
