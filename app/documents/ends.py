"""What two states of a sequence have in common at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not


def common_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """How many members at the head, then at the tail, are the very same objects; no member counts twice."""
    shorter = min(len(before), len(after))
    head = next(compress(count(), map(is_not, before, after)), shorter)
    tail = next(compress(count(), map(is_not, reversed(before), reversed(after))), shorter)
    return head, min(tail, shorter - head)
