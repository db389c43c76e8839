"""The rows of a page that state a rate, its base and its tax, found by their arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from app.intake.fields.amounts import Amount
from app.intake.fields.cells import Grid
from app.intake.fields.context import heading_of
from app.intake.fields.rates import RATES
from app.intake.fields.wordings.tax import RATE_NEAR
from app.intake.fields.words import folded

SLACK: Final = Decimal("0.02")
HIGHEST_RATE: Final = Decimal(30)


class VatRow(NamedTuple):
    """One row, its three figures on one line; `page` and `line` say where."""

    rate: Decimal
    basis: Decimal
    tax: Decimal
    page: int
    line: int


class VatTable(NamedTuple):
    """Rows that belong together, and their sums."""

    rows: tuple[VatRow, ...]
    basis: Decimal
    tax: Decimal


def tables_of(amounts: Sequence[Amount], grids: Mapping[int, Grid]) -> list[VatTable]:
    """The ways to take the rows for the document's VAT: all of them, and the last of each rate."""
    lines: dict[tuple[int, int], list[Amount]] = {}
    for amount in amounts:
        lines.setdefault((amount.cell.page, amount.cell.line), []).append(amount)
    rows = [row for place, line in lines.items() for row in _rows(line, place, grids[place[0]])]
    if not rows:
        return []
    last = {row.rate: row for row in rows}
    ways = {tuple(dict.fromkeys(rows)), tuple(last.values())}
    return [_table(way) for way in ways if len(way) <= 12]


def _table(rows: Iterable[VatRow]) -> VatTable:
    rows = tuple(rows)
    return VatTable(rows, sum((r.basis for r in rows), Decimal(0)), sum((r.tax for r in rows), Decimal(0)))


def _rows(line: Sequence[Amount], place: tuple[int, int], grid: Grid) -> Iterator[VatRow]:
    rates = {a.value for a in line if a.is_percent and 0 < a.value <= HIGHEST_RATE}
    if not rates:
        rates = {a.value for a in line if a.value in RATES and a.value and _is_headed_as_rate(a, grid)}
    money = [a for a in line if not a.is_percent and a.decimals == 2 and a.value]
    for rate in sorted(rates):
        fits = [
            VatRow(rate, basis.value, tax.value, *place)
            for basis in money
            for tax in money
            if tax is not basis
            and abs(basis.value) > abs(tax.value)
            and abs(basis.value * rate / 100 - tax.value) <= SLACK
        ]
        if fits:
            yield max(fits, key=lambda row: abs(row.basis))


def _is_headed_as_rate(amount: Amount, grid: Grid) -> bool:
    heading = heading_of(grid, amount.cell)
    return heading is not None and bool(RATE_NEAR.search(folded(heading.text)) or "%" in heading.text)
