"""The way to the window that takes least time."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def load_window() -> Callable[[Sequence[str]], int]:
    """Import the window; the function that shows it.

    The collector rests: nothing imported is garbage, and the window looks after it from then on.
    The model comes before Qt, because once PySide6 is there it reads the source of every module that
    is imported, to see whether that uses Qt.
    """
    gc.disable()
    import app.services.history
    import app.services.settings
    import app.services.snapshot  # noqa: F401
    from app.bootstrap import run_window

    return run_window
