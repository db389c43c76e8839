"""Measuring without the noise of Python's collector."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def times_ms(
    work: Callable[[], object], repeats: int, warm_up: int = 3, budget_s: float = 20.0
) -> list[float]:
    """How long the work took each time, in milliseconds; fewer times than asked if that takes too long."""
    for _ in range(warm_up):
        work()
    gc.collect()
    found: list[float] = []
    began = time.perf_counter()
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
        if time.perf_counter() - began > budget_s:
            break
    return found
