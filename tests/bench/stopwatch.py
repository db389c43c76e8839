"""Measuring without the noise of Python's collector, and comparing what ran side by side in time."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise


def times_ms(
    work: Callable[[], object], repeats: int, warm_up: int = 3, budget_s: float = 20.0
) -> list[float]:
    """How long the work took each time, in milliseconds; fewer times than asked if that takes too long."""
    return in_turns_ms((work,), repeats, warm_up, budget_s)[0]


def in_turns_ms(
    works: Sequence[Callable[[], object]], repeats: int, warm_up: int = 1, budget_s: float = 60.0
) -> list[list[float]]:
    """The same of several works, one run of each in turn, so that all meet the same noise."""
    for _ in range(warm_up):
        for work in works:
            work()
    found: list[list[float]] = [[] for _ in works]
    began = time.perf_counter()
    with collector_at_rest():
        for _ in range(repeats):
            for work, took in zip(works, found, strict=True):
                start = time.perf_counter()
                work()
                took.append((time.perf_counter() - start) * 1000)
            if time.perf_counter() - began > budget_s:
                break
    return found


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Python's cycle collector off, after one last round."""
    gc.collect()
    was_on = gc.isenabled()
    gc.disable()
    yield
    if was_on:
        gc.enable()


def ratio_of_neighbours(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The middle of the ratios of measures that were taken in turns.

    Both are cut into as many pieces as the shorter has measures; the medians of pieces that stand
    side by side are compared, so that a machine that was slow for a while was so for both.
    """
    pieces = min(len(ours), len(theirs))
    return statistics.median(
        one / other for one, other in zip(_pieces(ours, pieces), _pieces(theirs, pieces), strict=True)
    )


def _pieces(values: Sequence[float], count: int) -> list[float]:
    ends = [round(len(values) * end / count) for end in range(count + 1)]
    return [statistics.median(values[first:end]) for first, end in pairwise(ends)]
