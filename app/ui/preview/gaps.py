"""Which characters of the open document no face here can print, looked up row by row and remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.domain.draft import Draft
from app.domain.rows import Line, Section
from app.ui.preview.wanted import Gap, shows

FindGaps = Callable[[Draft], Iterable[Gap]]


class GapFinder:
    """Asks `find_gaps` only about rows that are not the objects they were. Used from one thread."""

    def __init__(self, find_gaps: FindGaps) -> None:
        self._find_gaps = find_gaps
        self._known: dict[str, tuple[Line | Section, tuple[Gap, ...]]] = {}

    def gaps(self, draft: Draft) -> tuple[Gap, ...]:
        """Field paths with the characters in them that cannot be printed."""
        self._look_up([row for row in draft.rows if not self._knows(row)])
        self._known = {row.id: self._known[row.id] for row in draft.rows}
        rest = self._find_gaps(draft.edited(rows=()))
        return (*rest, *(gap for _, gaps in self._known.values() for gap in gaps))

    def _knows(self, row: Line | Section) -> bool:
        known = self._known.get(row.id)
        return known is not None and known[0] is row

    def _look_up(self, rows: Sequence[Line | Section]) -> None:
        by_row: dict[str, list[Gap]] = {row.id: [] for row in rows}
        if rows:
            for path, characters in self._find_gaps(Draft().edited(rows=tuple(rows))):
                row_id = next((each for each in by_row if shows(path, f"rows.{each}")), None)
                if row_id is not None:
                    by_row[row_id].append((path, characters))
        self._known.update({row.id: (row, tuple(by_row[row.id])) for row in rows})
