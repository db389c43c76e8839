"""The order of rows: what moves, what goes, what comes, as new tuples.

A section is its head and the lines below it up to the next head.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar
from uuid import uuid4

from app.domain.rows import Line, Section

Rows = tuple[Line | Section, ...]
_T = TypeVar("_T")


def new_row_id() -> str:
    """An id no other row has."""
    return f"r{uuid4().hex[:12]}"


def block_end(rows: Sequence[Line | Section], start: int) -> int:
    """The index after the last row that belongs to the row at `start`: its section, or itself."""
    end = start + 1
    if isinstance(rows[start], Section):
        while end < len(rows) and not isinstance(rows[end], Section):
            end += 1
    return end


def head_of(rows: Sequence[Line | Section], index: int) -> Section | None:
    """The head of the section the row at `index` is in (a head is in its own)."""
    for row in reversed(rows[: index + 1]):
        if isinstance(row, Section):
            return row
    return None


def with_sections(rows: Sequence[Line | Section], chosen: Collection[str]) -> set[str]:
    """The chosen ids, and those of every line whose section head is chosen."""
    found: set[str] = set()
    head_is_chosen = False
    for row in rows:
        if isinstance(row, Section):
            head_is_chosen = row.id in chosen
        if head_is_chosen or row.id in chosen:
            found.add(row.id)
    return found


def moved(rows: Rows, chosen: Collection[str], step: int) -> Rows:
    """The rows with the chosen ones one place up (-1) or down (1).

    Chosen heads move with their whole section, past the neighbouring section; then only they move.
    What is at the edge stays; lines above the first head are never swallowed by a section.
    """
    if any(isinstance(row, Section) and row.id in chosen for row in rows):
        blocks = _blocks(rows)
        loose = [blocks.pop(0)] if blocks and not isinstance(blocks[0][0], Section) else []
        swapped = _swapped(blocks, [block[0].id in chosen for block in blocks], step)
        return tuple(row for block in (*loose, *swapped) for row in block)
    return tuple(_swapped(rows, [row.id in chosen for row in rows], step))


def moved_before(rows: Rows, chosen: Collection[str], place: int) -> Rows:
    """The rows with the chosen ones, sections whole, in front of what is now at `place`.

    A section dropped among the lines of another comes to stand after that other one.
    """
    moving = with_sections(rows, chosen)
    if any(isinstance(row, Section) and row.id in moving for row in rows):
        while place < len(rows) and not isinstance(rows[place], Section):
            place += 1
    taken = [row for row in rows if row.id in moving]
    before = [row for row in rows[:place] if row.id not in moving]
    after = [row for row in rows[place:] if row.id not in moving]
    return (*before, *taken, *after)


def without(rows: Rows, chosen: Collection[str]) -> Rows:
    """The rows but the chosen ones."""
    return tuple(row for row in rows if row.id not in chosen)


def inserted(rows: Rows, place: int, new: Sequence[Line | Section]) -> Rows:
    """The rows with new ones in front of what is now at `place`."""
    return (*rows[:place], *new, *rows[place:])


def copies(rows: Sequence[Line | Section]) -> list[Line | Section]:
    """The same rows under ids of their own."""
    return [row.model_copy(update={"id": new_row_id()}) for row in rows]


def _blocks(rows: Rows) -> list[Rows]:
    blocks: list[list[Line | Section]] = []
    for row in rows:
        if isinstance(row, Section) or not blocks:
            blocks.append([])
        blocks[-1].append(row)
    return [tuple(block) for block in blocks]


def _swapped(items: Sequence[_T], chosen: list[bool], step: int) -> list[_T]:
    result, marks = list(items), list(chosen)
    order = range(1, len(result)) if step < 0 else range(len(result) - 2, -1, -1)
    for at in order:
        other = at + step
        if marks[at] and not marks[other]:
            result[at], result[other] = result[other], result[at]
            marks[at], marks[other] = marks[other], marks[at]
    return result
