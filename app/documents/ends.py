"""What two states of a sequence have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, KeysView
from typing import Any, Final, Generic, TypeVar

_STRIDES: Final = (512, 64, 8, 1)

K = TypeVar("K", bound=Hashable)


def common_ends(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[int, int]:
    """How many members at the head, then at the tail, are equal; no member counts twice.

    Quick where they are the same objects.
    """
    shorter = min(len(before), len(after))
    head = 0
    for stride in _STRIDES:
        while head + stride <= shorter and before[head : head + stride] == after[head : head + stride]:
            head += stride
    limit = shorter - head
    tail = 0
    end_before, end_after = len(before), len(after)
    for stride in _STRIDES:
        while (
            tail + stride <= limit
            and before[end_before - tail - stride : end_before - tail]
            == after[end_after - tail - stride : end_after - tail]
        ):
            tail += stride
    return head, tail


class Tally(Generic[K]):
    """The different values that a property has in a sequence, kept up to date from state to state."""

    def __init__(self, value: Callable[[Any], K]) -> None:
        self._value = value
        self._members: tuple[Any, ...] = ()
        self._counts: Counter[K] = Counter()

    def values(self, members: tuple[Any, ...]) -> KeysView[K]:
        """The values in this state, in no order that means anything."""
        head, tail = common_ends(self._members, members)
        self._counts.subtract(map(self._value, self._members[head : len(self._members) - tail]))
        self._counts.update(map(self._value, members[head : len(members) - tail]))
        self._counts = +self._counts
        self._members = members
        return self._counts.keys()
