"""Files of other programs, for the tests of the import."""

from __future__ import annotations

from app.services.importing.headings import Kind
from app.services.importing.importing import Choices, Preview
from app.services.importing.tables import Layout, Table
from app.services.workspace import Workspace


def never(_done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


def table_of(workspace: Workspace, kind: Kind, content: bytes | str, layout: Layout | None = None) -> Table:
    raw = content.encode() if isinstance(content, str) else content
    return workspace.importing().read(kind, raw, layout or Layout(), never)


def preview_of(
    workspace: Workspace, kind: Kind, content: bytes | str, choices: Choices | None = None
) -> Preview:
    table = table_of(workspace, kind, content)
    return workspace.importing().preview(kind, table, choices or Choices(), never)


def keep(workspace: Workspace, kind: Kind, content: bytes | str, choices: Choices | None = None) -> Preview:
    preview = preview_of(workspace, kind, content, choices)
    workspace.importing().keep(preview, "file.csv", never)
    return preview
