"""A folder whose new files come in by themselves, each when it no longer changes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple

from app.services.intake.gathering import DOCUMENTS, is_passing

MOST_AT_ONCE: Final = 200


class _Seen(NamedTuple):
    size: int
    modified_ns: int


class FolderWatch:
    """Looks into one folder again and again. A file is ripe when two looks found it the same.

    What lay there when the watch began is old, unless `takes_what_is_there`; a file that changed after it
    was taken comes again.
    """

    def __init__(self, folder: Path, *, takes_what_is_there: bool = False) -> None:
        self.folder = folder
        self._pending: dict[str, _Seen] = {}
        self._done: dict[str, _Seen] = {}
        self._is_first = not takes_what_is_there

    def look(self) -> list[Path]:
        """The files that are ripe now; each is told once. Raises OSError when the folder is not there."""
        here = _files_of(self.folder)
        if self._is_first:
            self._is_first = False
            self._done = here
            return []
        self._done = {name: seen for name, seen in self._done.items() if name in here}
        new = {name: seen for name, seen in here.items() if self._done.get(name) != seen}
        ripe = [name for name, seen in new.items() if seen.size and self._pending.get(name) == seen]
        ripe = sorted(ripe)[:MOST_AT_ONCE]
        self._pending = new
        for name in ripe:
            self._done[name] = self._pending.pop(name)
        return [self.folder / name for name in ripe]


def _files_of(folder: Path) -> dict[str, _Seen]:
    found = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if is_passing(entry.name) or Path(entry.name).suffix.lower() not in DOCUMENTS:
                continue
            try:
                told = entry.stat()
                if entry.is_file():
                    found[entry.name] = _Seen(told.st_size, told.st_mtime_ns)
            except OSError:
                continue  # it went while we looked
    return found
