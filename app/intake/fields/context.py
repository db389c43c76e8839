"""What stands beside a place on the page: to its left on the line, and above it in its column."""

from __future__ import annotations

from collections.abc import Sequence
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


def above(grid: Grid, cell: Cell, most: int = 3) -> list[Cell]:
    """Cells above that share the cell's column, the nearest first."""
    box, found = cell.box, []
    for number in range(cell.line - 1, max(-1, cell.line - HIGHEST_ABOVE), -1):
        for other in grid.lines[number]:
            if _share_column(other, box.x0, box.x1):
                found.append(other)
                break
        if len(found) >= most:
            break
    return found


def heading_of(grid: Grid, cell: Cell) -> Cell | None:
    """The nearest cell above in the column that holds words rather than figures."""
    for other in above(grid, cell, most=12):
        letters = sum(letter.isalpha() for letter in other.text)
        digits = sum(letter.isdigit() for letter in other.text)
        if letters > max(1, digits):
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
    box = other.box
    shared = min(x1, box.x1) - max(x0, box.x0)
    return shared > 0.3 * min(x1 - x0, box.x1 - box.x0)
