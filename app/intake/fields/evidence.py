"""All that the pages offer, before anything is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.intake.fields.amounts import Amount, Mark, amounts_in, decimal_mark
from app.intake.fields.cells import Cell, Grid, grid_of
from app.intake.fields.context import all_cells
from app.intake.fields.dates import Order, PrintedDate, dates_in, order_of
from app.intake.fields.identifiers import Identified, identifiers_of
from app.intake.fields.numbers import Numbered, numbers_of
from app.intake.fields.parties import Key, Parties, key_of, parties_of
from app.intake.fields.supplier import Named, names_of
from app.intake.fields.surroundings import language_of
from app.intake.fields.words import folded
from app.intake.page import Pages
from app.intake.reading import Source


class Evidence(NamedTuple):
    """All that the page offers, before anything is chosen; `amounts_of` has the amounts by their cell."""

    grids: tuple[Grid, ...]
    by_page: Mapping[int, Grid]
    cells: tuple[Cell, ...]
    mark: Mark
    amounts: tuple[Amount, ...]
    amounts_of: Mapping[Key, tuple[Amount, ...]]
    dates: tuple[PrintedDate, ...]
    order: Order
    numbers: tuple[Numbered, ...]
    names: tuple[Named, ...]
    identified: tuple[Identified, ...]
    parties: Parties
    language: str
    source: Source

    @property
    def month_first(self) -> bool:
        """Whether dates whose digits leave both ways open are read with the month first."""
        return self.order.month_first

    @property
    def is_order_certain(self) -> bool:
        """Whether the pages or their language leave no doubt about that."""
        return self.order.is_certain or self.language not in ("en", "")

    def with_order(self, *, month_first: bool) -> Evidence:
        """The same, knowing how this supplier writes dates."""
        return self._replace(order=Order(month_first, is_certain=True))


def evidence_of(pages: Pages) -> Evidence:
    """Find every candidate on the pages."""
    grids = tuple(grid_of(page) for page in pages.pages)
    cells = tuple(all_cells(grids))
    mark = decimal_mark(cells)
    amounts_of = {key_of(cell): tuple(amounts_in(cell, mark)) for cell in cells}
    amounts = tuple(amount for some in amounts_of.values() for amount in some)
    dates = tuple(printed for cell in cells for printed in dates_in(cell))
    language = language_of(cells)
    texts = [folded(cell.text) for cell in cells]
    is_american = language == "en" and any("$" in cell.text or "USD" in cell.text for cell in cells)
    parties = parties_of(grids)
    source: Source = "ocr" if any(page.source == "ocr" for page in pages.pages) else "text"
    return Evidence(
        grids,
        {grid.page.number: grid for grid in grids},
        cells,
        mark,
        amounts,
        amounts_of,
        dates,
        order_of(dates, texts, is_american=is_american),
        tuple(numbers_of(grids)),
        tuple(names_of(grids, parties)),
        tuple(identifiers_of(grids, parties)),
        parties,
        language,
        source,
    )
