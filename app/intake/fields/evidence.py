"""All that the pages offer, before anything is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.intake.fields.amounts import Amount, Mark, amounts_in, decimal_mark
from app.intake.fields.cells import Cell, Grid, grid_of
from app.intake.fields.context import all_cells
from app.intake.fields.dates import PrintedDate, dates_in, is_month_first
from app.intake.fields.identifiers import Identified, identifiers_of
from app.intake.fields.numbers import Numbered, numbers_of
from app.intake.fields.parties import Parties, parties_of
from app.intake.fields.supplier import Named, names_of
from app.intake.fields.surroundings import language_of
from app.intake.fields.words import folded
from app.intake.page import Pages
from app.intake.reading import Source


class Evidence(NamedTuple):
    """All that the page offers, before anything is chosen."""

    grids: tuple[Grid, ...]
    by_page: Mapping[int, Grid]
    cells: tuple[Cell, ...]
    mark: Mark
    amounts: tuple[Amount, ...]
    dates: tuple[PrintedDate, ...]
    month_first: bool
    numbers: tuple[Numbered, ...]
    names: tuple[Named, ...]
    identified: tuple[Identified, ...]
    parties: Parties
    language: str
    source: Source


def evidence_of(pages: Pages) -> Evidence:
    """Find every candidate on the pages."""
    grids = tuple(grid_of(page) for page in pages.pages)
    cells = tuple(all_cells(grids))
    mark = decimal_mark(cells)
    amounts = tuple(amount for cell in cells for amount in amounts_in(cell, mark))
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
        dates,
        is_month_first(dates, texts, is_american=is_american),
        tuple(numbers_of(grids)),
        tuple(names_of(grids, parties)),
        tuple(identifiers_of(grids, parties)),
        parties,
        language,
        source,
    )
