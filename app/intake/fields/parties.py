"""Which part of the page is about whom: blocks headed as the supplier's or the customer's, and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Final, NamedTuple

from app.intake.fields.cells import Cell, Grid
from app.intake.fields.labels import weight
from app.intake.fields.wordings.names import CONTACT
from app.intake.fields.wordings.parties import SELLER_HEAD
from app.intake.fields.words import folded

Key = tuple[int, int, int]
"""Page, line and place of a cell."""

LONGEST_BLOCK: Final = 10
FOOT: Final = 0.82
"""Below this part of the page an address is that of whoever sends it."""
WIDEST_GAP: Final = 2.2
"""Lines further apart than so many heights of type belong to different blocks."""
POSTCODE: Final = re.compile(
    r"\b(?:[A-Z]{1,2}-)?\d{4,5}\b(?:\s?[A-Z]{2}\b)?\s+\w{2,}|\b\w+,? (?:[A-Z]{2} )?\d{5}\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b\d{4}-\d{3}\b|\b\d{4} ?[A-Z]{2}\b"
)


class Parties(NamedTuple):
    """Cells by whose block they stand in; `seller` with their order in it, the head being 0.

    `leanings` say how much a cell's block speaks for the supplier (above 0) or for the customer (below),
    `blocks` which cells stand together.
    """

    buyer: frozenset[Key]
    seller: dict[Key, int]
    leanings: dict[Key, float]
    blocks: dict[Key, int]


def key_of(cell: Cell) -> Key:
    """Where the cell stands."""
    return cell.page, cell.line, cell.place


def parties_of(grids: Sequence[Grid]) -> Parties:
    """The blocks that a word at their head gives to one of the parties."""
    buyer: set[Key] = set()
    seller: dict[Key, int] = {}
    for grid in grids:
        for line in grid.lines:
            for cell in line:
                text = folded(cell.text)
                if SELLER_HEAD.search(text):
                    for place, key in enumerate(_under(grid, cell)):
                        seller.setdefault(key, place)
                elif _is_buyers_head(text):
                    buyer.update(_under(grid, cell))
    seller = {key: place for key, place in seller.items() if key not in buyer}
    leanings, blocks = _leanings(grids, buyer, seller)
    return Parties(frozenset(buyer), seller, leanings, blocks)


def _leanings(
    grids: Sequence[Grid], buyer: Set[Key], seller: Mapping[Key, int]
) -> tuple[dict[Key, float], dict[Key, int]]:
    leanings: dict[Key, float] = {}
    blocks: dict[Key, int] = {}
    for grid in grids:
        height = grid.page.height_pt or 1.0
        for block in _blocks(grid):
            blocks |= dict.fromkeys((key_of(cell) for cell in block), len(blocks))
            whole = " ".join(cell.text for cell in block)
            lean = 0.0
            if len(block) <= 7 and POSTCODE.search(whole):
                is_foot = block[0].box.y0 > FOOT * height
                if is_foot and any(POSTCODE.search(cell.text) for cell in block[1:4]):
                    lean = 1.2
                elif is_foot:
                    lean = 0.0
                elif CONTACT.search(whole):
                    lean = 0.7
                elif 0.1 < block[0].box.y0 / height < 0.4:
                    lean = -1.3
            for place, cell in enumerate(block):
                leanings[key_of(cell)] = lean if lean < 0 else max(0.0, lean - 0.5 * max(0, place - 1))
    for key, place in seller.items():
        leanings[key] = max(0.0, 2.8 - 0.5 * max(0, place - 1))
    return {key: lean for key, lean in leanings.items() if key not in buyer}, blocks


def _is_buyers_head(text: str) -> bool:
    return (
        len(text.split()) <= 7 and not any(letter.isdigit() for letter in text) and weight("buyer", text) > 0
    )


def _is_head(text: str) -> bool:
    return _is_buyers_head(text) or bool(SELLER_HEAD.search(text))


def _under(grid: Grid, head: Cell) -> Iterable[Key]:
    """The head, and the cells of its block: aligned with it, or the values of particulars beside them."""
    yield key_of(head)
    tall, last = head.size_pt, head
    edges = [head.box.x0]
    for line in grid.lines[head.line + 1 : head.line + 1 + LONGEST_BLOCK]:
        same = [cell for cell in line if _is_aligned(cell, head, edges)]
        if not same:
            if line and line[0].box.y0 - last.box.y1 > WIDEST_GAP * tall:
                return
            continue
        cell = same[0]
        text = folded(cell.text)
        if cell.box.y0 - last.box.y1 > WIDEST_GAP * tall or weight("number", text) > 2 or _is_head(text):
            return
        yield key_of(cell)
        if text.endswith(":") and cell.place + 1 < len(line):
            value = line[cell.place + 1]
            yield key_of(value)
            edges = [head.box.x0, value.box.x0]
        last = cell


def _is_aligned(cell: Cell, head: Cell, edges: Sequence[float]) -> bool:
    tall = head.size_pt
    return any(abs(cell.box.x0 - edge) < 1.5 * tall for edge in edges) or abs(cell.box.x1 - head.box.x1) < 2


def _blocks(grid: Grid) -> list[list[Cell]]:
    """Runs of cells that stand under one another with one left edge: addresses, mostly."""
    blocks: list[list[Cell]] = []
    for line in grid.lines:
        for cell in line:
            for block in reversed(blocks[-40:]):
                last = block[-1]
                near = 0 <= cell.box.y0 - last.box.y0 < 2.1 * last.size_pt
                if near and abs(cell.box.x0 - last.box.x0) < 2.5 and cell.line != last.line:
                    block.append(cell)
                    break
            else:
                blocks.append([cell])
    return [block for block in blocks if len(block) >= 2]
