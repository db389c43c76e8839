"""The headings over the lines of an invoice: which column holds what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from app.intake.fields.cells import Cell, Grid
from app.intake.fields.wordings.columns import COLUMNS
from app.intake.fields.words import folded

Column = Literal["label", "quantity", "unit_price", "vat_rate", "amount"]


class Head(NamedTuple):
    """One heading: what its column holds, and the middle and edges of its cell."""

    column: Column
    x0: float
    x1: float


def heading_lines(grid: Grid) -> frozenset[int]:
    """The lines of the page that are rows of headings."""
    return frozenset(line[0].line for line in grid.lines if len(line) > 1 and heads_in(line))


def heads_in(line: Sequence[Cell]) -> list[Head]:
    """The headings of this line, if it is a row of them: what is sold, and what it costs."""
    heads = []
    for cell in line:
        text = folded(cell.text)
        for column, pattern in COLUMNS.items():
            if pattern.search(text):
                heads.append(Head(column, cell.box.x0, cell.box.x1))
                break
    kinds = [head.column for head in heads]
    if kinds and "amount" not in kinds and kinds[-1] == "unit_price":
        # The last column is what the line costs, though it is headed as a price.
        heads[-1] = heads[-1]._replace(column="amount")
        kinds[-1] = "amount"
    if not {"amount", "label"} <= set(kinds) or any(_is_figure(cell) for cell in line):
        return []
    last = max(place for place, kind in enumerate(kinds) if kind == "amount")
    return [head for place, head in enumerate(heads) if head.column != "amount" or place == last]


def _is_figure(cell: Cell) -> bool:
    return sum(letter.isdigit() for letter in cell.text) > sum(letter.isalpha() for letter in cell.text)
