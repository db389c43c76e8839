"""What stands beside a place on the page: to its left on the line, and above it in its column."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from app.intake.fields.cells import Cell, Grid
from app.intake.fields.words import folded

HIGHEST_ABOVE: Final = 30
"""Lines looked at upwards for the heading of a column."""


ARTICLE: Final = 3
"""So few letters before a value say nothing without the words before them: le, den, am."""


def left_of(grid: Grid, cell: Cell, start: int, most: int = 3, since: int = 0) -> list[str]:
    """Folded texts before the place, the nearest first: the cell's own beginning, then cells to the left.

    `since`: where in the cell the value before ended, whose words are not this one's.
    """
    texts = []
    own = folded(cell.text[since:start])
    line = grid.lines[cell.line]
    before = line[: cell.place]
    if own.strip(" :.-"):
        if len(own) <= ARTICLE and before and not since:
            own = f"{folded(before[-1].text)} {own}"
            before = before[:-1]
        texts.append(own)
    for other in reversed(before):
        texts.append(folded(other.text))
        if len(texts) >= most:
            break
    return texts


def above(grid: Grid, cell: Cell) -> Iterator[Cell]:
    """Cells above that share the cell's column, the nearest first, one a line."""
    x0, _, x1, _ = cell.box
    for number in range(cell.line - 1, max(-1, cell.line - HIGHEST_ABOVE), -1):
        for other in grid.lines[number]:
            if _share_column(other, x0, x1):
                yield other
                break


def heading_of(grid: Grid, cell: Cell) -> Cell | None:
    """The nearest cell above in the column that holds words rather than figures."""
    for other in itertools.islice(above(grid, cell), 12):
        letters = sum(map(str.isalpha, other.text))
        if letters > max(1, sum(map(str.isdigit, other.text))):
            return other
    return None


def below(grid: Grid, cell: Cell, most: int = 2) -> list[Cell]:
    """Cells under this one that share its left edge or its column, the nearest first."""
    box, found = cell.box, []
    for line in grid.lines[cell.line + 1 : cell.line + 4]:
        for other in line:
            if _share_column(other, box.x0, box.x1):
                found.append(other)
                break
        if len(found) >= most:
            break
    return found


def all_cells(grids: Sequence[Grid]) -> list[Cell]:
    """Every cell in reading order."""
    return [cell for grid in grids for line in grid.lines for cell in line]


def _share_column(other: Cell, x0: float, x1: float) -> bool:
    left, _, right, _ = other.box
    if left >= x1 or right <= x0:
        return False
    shared = (x1 if x1 < right else right) - (x0 if x0 > left else left)
    return shared > 0.3 * min(x1 - x0, right - left)
