"""What every test with a window needs."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(scope="session", autouse=True)
def _what_is_there_already_is_not_looked_through_again() -> Iterator[None]:
    """After thousands of other tests a look through everything takes longer than a test of a window."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _garbage_stays_on_the_gui_thread() -> Iterator[None]:
    """As in the program: no thread of a test may destroy the Qt objects of another (see garbage.py)."""
    gc.disable()
    yield
    # Without an event loop nothing that qtbot closed is ever deleted, and each theme of each test
    # after it is laid on all of it again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()
