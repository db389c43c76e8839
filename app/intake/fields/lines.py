"""The lines of the invoice, as far as its table can be read: under a row of headings, down to the sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from app.domain.stated import canonical
from app.intake.fields.amounts import Amount
from app.intake.fields.cells import Cell, Grid, around
from app.intake.fields.columns import Column, Head, heads_in
from app.intake.fields.evidence import Evidence
from app.intake.fields.labels import weight
from app.intake.fields.parties import key_of
from app.intake.fields.words import folded
from app.intake.reading import FieldName, FieldReading, LineReading

MOST_LINES: Final = 300
CENTS: Final = Decimal("0.05")
REACH: Final = 40.0
"""How far in points a figure may stand beside its heading."""


class _Row(NamedTuple):
    """One line in the making."""

    label: list[str]
    amounts: dict[Column, Amount]
    cells: list[Cell]


def lines_of(found: Evidence, fields: Mapping[FieldName, FieldReading]) -> tuple[LineReading, ...]:
    """The lines, or nothing when none are found that lead to the document's sums."""
    sums = {name: abs(Decimal(fields[name].value)) for name in ("net", "gross") if name in fields}
    headed = [row for grid in found.grids for row in _rows(grid, found)]
    for rows in (headed, *_endings(list(_unheaded(found)))):
        total = abs(sum((row.amounts["amount"].value for row in rows), Decimal(0)))
        for name in ("net", "gross"):
            if rows and name in sums and abs(total - sums[name]) <= CENTS:
                return tuple(_reading(row, is_gross=name == "gross") for row in rows[:MOST_LINES])
        if rows is headed and rows and total in _stated(found):
            # A sum of the lines alone, before charges or discounts.
            return tuple(_reading(row, is_gross=False) for row in rows[:MOST_LINES])
    return ()


def _stated(found: Evidence) -> set[Decimal]:
    """Amounts in the lines of sums."""
    return {
        abs(amount.value)
        for grid in found.grids
        for line in grid.lines
        if _ends(line, found)
        for cell in line
        for amount in found.amounts_of[key_of(cell)]
    }


def _endings(rows: list[_Row]) -> Iterator[list[_Row]]:
    """The last rows, the most first, at least two: what stands above the lines may look like one."""
    for start in range(min(len(rows), MOST_LINES) - 1):
        yield rows[start:]


def _unheaded(found: Evidence) -> Iterator[_Row]:
    """Words and an amount on one line, above the sums, where no headings tell what is what."""
    for grid in found.grids:
        for line in grid.lines:
            if _ends(line, found):
                break
            figures = [a for cell in line for a in found.amounts_of[key_of(cell)]]
            money = [a for a in figures if a.decimals == 2 and not a.is_percent]
            labels = [cell for cell in line if _is_wordy(cell)]
            if money and labels and money[-1].box.x0 > labels[0].box.x0:
                yield _Row([labels[0].text], {"amount": money[-1]}, list(line))


def _rows(grid: Grid, found: Evidence) -> Iterator[_Row]:
    heads: list[Head] = []
    row: _Row | None = None
    for line in grid.lines:
        fresh = heads_in(line)
        if fresh:
            if row is not None:
                yield row
            heads, row = fresh, None
            continue
        if not heads:
            continue
        if _ends(line, found):
            break
        placed = _placed(line, heads, found)
        figures = [amount.cell for amount in placed.values()]
        texts = [cell for cell in line if _is_wordy(cell) and cell not in figures] or [
            cell for cell in line if _is_wordy(cell)
        ]
        if "amount" in placed:
            if row is not None:
                yield row
            row = _Row([cell.text for cell in texts], placed, list(line))
        elif row is not None and len(line) <= 2 and texts:
            row.label.extend(cell.text for cell in texts)
            row.cells.extend(line)
    if row is not None:
        yield row


def _placed(line: Sequence[Cell], heads: Sequence[Head], found: Evidence) -> dict[Column, Amount]:
    """The figures of the line by the heading they stand under, in order if there are as many of them."""
    columns = [head for head in heads if head.column != "label"]
    first = min(head.x0 for head in columns) - REACH
    figures = [
        amount
        for cell in line
        if cell.box.x1 > first
        for amount in found.amounts_of[key_of(cell)]
        if amount.box.x0 > first
    ]
    pairs = (
        list(zip(figures, columns, strict=True))
        if len(figures) == len(columns)
        else [(figure, min(columns, key=lambda head: _gap(figure, head))) for figure in figures]
    )
    placed: dict[Column, Amount] = {}
    for figure, head in pairs:
        is_money = not figure.is_percent and (figure.decimals >= 2 or figure.has_currency)
        if _gap(figure, head) <= REACH and (is_money or head.column != "amount"):
            placed.setdefault(head.column, figure)
    return placed


def _gap(amount: Amount, head: Head) -> float:
    return max(0.0, amount.box.x0 - head.x1, head.x0 - amount.box.x1)


def _ends(line: Sequence[Cell], found: Evidence) -> bool:
    """Whether the sums begin here."""
    is_sum = any(
        max(weight(role, folded(cell.text)) for role in ("net", "gross", "tax")) >= 2
        for cell in line
        if len(cell.text) <= 60
    )
    return is_sum and any(a.decimals == 2 for cell in line for a in found.amounts_of[key_of(cell)])


def _is_wordy(cell: Cell) -> bool:
    return sum(letter.isalpha() for letter in cell.text) >= 3


def _reading(row: _Row, *, is_gross: bool) -> LineReading:
    def text(column: Column) -> str:
        amount = row.amounts.get(column)
        return canonical(amount.value) if amount is not None else ""

    return LineReading(
        " ".join(row.label)[:300],
        text("quantity"),
        text("unit_price"),
        text("vat_rate"),
        "" if is_gross else text("amount"),
        text("amount") if is_gross else "",
        row.cells[0].page,
        around(cell.box for cell in row.cells),
    )
