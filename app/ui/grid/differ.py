"""What happened between two row tuples, as the steps Qt's views understand.

Rows are compared by identity and matched by id, so that one edited cell among thousands of rows is
one comparison each and nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.identity import changed_places
from app.domain.rows import Line, Section

Rows = Sequence[Line | Section]
MAX_MOVES = 64


@dataclass(frozen=True, slots=True)
class Remove:
    """Rows first..last (inclusive) go."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Move:
    """Rows first..last (inclusive) come to stand at `to`, counted before the move; `to` < first."""

    first: int
    last: int
    to: int


@dataclass(frozen=True, slots=True)
class Insert:
    """These rows come to stand at `first`."""

    first: int
    rows: tuple[Line | Section, ...]


@dataclass(frozen=True, slots=True)
class Reorder:
    """Too many moves to tell one by one: the rows that stayed are now in this order of ids."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Rows first..last (inclusive) have other contents."""

    first: int
    last: int


Step = Remove | Move | Insert | Reorder | Change


def steps_between(before: Rows, after: Rows) -> list[Step]:
    """Steps which, taken in order, lead from `before` to `after`."""
    if len(before) == len(after):
        changed = changed_places(before, after)
        if all(before[place].id == after[place].id for place in changed):
            return [Change(first, last) for first, last in _runs(changed)]
    start = _common_start(before, after)
    end = _common_end(before, after, start)
    old = [row.id for row in before[start : len(before) - end]]
    new = [row.id for row in after[start : len(after) - end]]
    steps: list[Step] = []

    wanted = set(new)
    for first, last in reversed(_runs([i for i, row_id in enumerate(old) if row_id not in wanted])):
        steps.append(Remove(start + first, start + last))
    known = set(old)
    left = [row_id for row_id in old if row_id in wanted]
    steps.extend(_moves(left, [row_id for row_id in new if row_id in known], start))
    for first, last in _runs([i for i, row_id in enumerate(new) if row_id not in known]):
        steps.append(Insert(start + first, tuple(after[start + first : start + last + 1])))

    by_id = {row.id: row for row in before}
    placed = [by_id.get(row.id, row) for row in after]
    steps.extend(Change(first, last) for first, last in _runs(changed_places(placed, after)))
    return steps


def _common_start(before: Rows, after: Rows) -> int:
    places = changed_places(before, after)
    shorter = min(len(before), len(after))
    return next((place for place in places if before[place].id != after[place].id), shorter)


def _common_end(before: Rows, after: Rows, start: int) -> int:
    count = 0
    most = min(len(before), len(after)) - start
    while count < most and before[-1 - count].id == after[-1 - count].id:
        count += 1
    return count


def _runs(indexes: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index in indexes:
        if runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _moves(current: list[str], wanted: list[str], start: int) -> list[Step]:
    moves: list[Step] = []
    at = 0
    while at < len(wanted):
        if current[at] == wanted[at]:
            at += 1
            continue
        if len(moves) == MAX_MOVES:
            return [Reorder(tuple(wanted))]
        first = current.index(wanted[at], at)
        length = 1
        while (
            first + length < len(current)
            and at + length < len(wanted)
            and current[first + length] == wanted[at + length]
        ):
            length += 1
        moves.append(Move(start + first, start + first + length - 1, start + at))
        block = current[first : first + length]
        del current[first : first + length]
        current[at:at] = block
        at += length
    return moves
