"""The lines of the invoice, as far as its table can be read: under a row of headings, down to the sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from app.domain.stated import canonical
from app.intake.fields.amounts import Amount, amounts_in
from app.intake.fields.cells import Cell, Grid, around
from app.intake.fields.evidence import Evidence
from app.intake.fields.labels import weight
from app.intake.fields.wordings.columns import COLUMNS
from app.intake.fields.words import folded
from app.intake.reading import FieldName, FieldReading, LineReading

Column = Literal["label", "quantity", "unit_price", "vat_rate", "amount"]
MOST_LINES: Final = 300
CENTS: Final = Decimal("0.05")


class _Head(NamedTuple):
    """One heading: what its column holds, and the middle and edges of its cell."""

    column: Column
    x0: float
    x1: float


class _Row(NamedTuple):
    """One line in the making."""

    label: list[str]
    amounts: dict[Column, Amount]
    cells: list[Cell]


def lines_of(found: Evidence, fields: Mapping[FieldName, FieldReading]) -> tuple[LineReading, ...]:
    """The lines, or nothing when they are not a table or do not lead to the document's sums."""
    rows = [row for grid in found.grids for row in _rows(grid, found)][:MOST_LINES]
    sums = {name: abs(Decimal(fields[name].value)) for name in ("net", "gross") if name in fields}
    total = abs(sum((row.amounts["amount"].value for row in rows), Decimal(0)))
    if not rows:
        return ()
    is_gross = abs(total - sums.get("gross", total + 1)) <= CENTS
    is_net = abs(total - sums.get("net", total + 1)) <= CENTS
    if not is_net and not is_gross and not all(_multiplies(row) for row in rows):
        return ()
    return tuple(_reading(row, is_gross=is_gross and not is_net) for row in rows)


def _rows(grid: Grid, found: Evidence) -> Iterator[_Row]:
    heads: list[_Head] = []
    row: _Row | None = None
    for line in grid.lines:
        fresh = _heads(line)
        if fresh:
            if row is not None:
                yield row
            heads, row = fresh, None
            continue
        if not heads:
            continue
        if _ends(line):
            break
        placed = _placed(line, heads, found)
        texts = [cell for cell in line if not any(a.cell is cell for a in placed.values()) or _is_wordy(cell)]
        if "amount" in placed:
            if row is not None:
                yield row
            row = _Row([cell.text for cell in texts if _is_wordy(cell)], placed, list(line))
        elif row is not None and len(line) <= 2 and texts:
            row.label.extend(cell.text for cell in texts if _is_wordy(cell))
            row.cells.extend(line)
    if row is not None:
        yield row


def _heads(line: Sequence[Cell]) -> list[_Head]:
    """The headings of this line, if it is a row of them: what is sold, and what it costs."""
    heads = []
    for cell in line:
        text = folded(cell.text)
        for column, pattern in COLUMNS.items():
            if pattern.search(text):
                heads.append(_Head(column, cell.box.x0, cell.box.x1))
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


def _placed(line: Sequence[Cell], heads: Sequence[_Head], found: Evidence) -> dict[Column, Amount]:
    """The figures of the line by the heading they stand under."""
    placed: dict[Column, Amount] = {}
    for cell in line:
        for amount in amounts_in(cell, found.mark):
            head = min(heads, key=lambda h: _distance(amount, h))
            if head.column == "label" or _distance(amount, head) > 30:
                continue
            if head.column == "amount" and (
                amount.is_percent or (amount.decimals < 2 and not amount.has_currency)
            ):
                continue
            placed.setdefault(head.column, amount)
    return placed


def _distance(amount: Amount, head: _Head) -> float:
    left, right = amount.box.x0, amount.box.x1
    if min(right, head.x1) > max(left, head.x0):
        return 0.0
    return min(abs(left - head.x0), abs(right - head.x1), abs((left + right) - (head.x0 + head.x1)) / 2)


def _ends(line: Sequence[Cell]) -> bool:
    """Whether the sums begin here."""
    return any(
        max(weight(role, folded(cell.text)) for role in ("net", "gross", "tax")) >= 2
        for cell in line
        if len(cell.text) <= 60
    )


def _is_wordy(cell: Cell) -> bool:
    return sum(letter.isalpha() for letter in cell.text) >= 3


def _is_figure(cell: Cell) -> bool:
    return sum(letter.isdigit() for letter in cell.text) > sum(letter.isalpha() for letter in cell.text)


def _multiplies(row: _Row) -> bool:
    """Whether quantity times price is the amount, to the cent."""
    quantity, price = row.amounts.get("quantity"), row.amounts.get("unit_price")
    if quantity is None or price is None:
        return False
    return abs(quantity.value * price.value - row.amounts["amount"].value) <= CENTS


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
