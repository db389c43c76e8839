"""What every test with a window needs."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _garbage_stays_on_the_gui_thread() -> Iterator[None]:
    """As in the program: no thread of a test may destroy the Qt objects of another (see garbage.py)."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
