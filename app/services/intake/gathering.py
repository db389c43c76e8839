"""Which files are meant by what was dropped: folders are gone through, leftovers of programs left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

MOST_FILES: Final = 5_000
_UNFINISHED: Final = (".part", ".partial", ".crdownload", ".download", ".tmp", ".opdownload")
_LEFTOVERS: Final = frozenset({"thumbs.db", "desktop.ini"})
DOCUMENTS: Final = frozenset(
    {".pdf", ".xml", ".eml", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif"}
)
"""Endings of what is looked for in folders; a file named by itself is taken whatever it is called."""


def is_passing(name: str) -> bool:
    """Whether a file of this name is a program's own, or not written to its end."""
    lower = name.lower()
    return lower.startswith((".", "~$", ".~")) or lower.endswith((*_UNFINISHED, "~")) or lower in _LEFTOVERS


def gathered(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the documents in the folders named and below, in the order of their names.

    At most MOST_FILES; links to folders are not followed, so that no circle is walked.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for file in _below(path) if path.is_dir() else (path,):
            if len(found) >= MOST_FILES:
                return list(found)
            found[file] = None
    return list(found)


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if file.suffix.lower() in DOCUMENTS and not is_passing(name):
                yield file
