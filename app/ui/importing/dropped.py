"""Which files that are dropped are tables to import."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QDropEvent

ENDINGS: Final = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xls", ".ods")
"""Of a spreadsheet it is said how to save it as a table."""


def table_of(event: QDropEvent) -> Path | None:
    """The one file of a drop, if it is such."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in ENDINGS else None
