"""The way to the window that takes least time."""

from __future__ import annotations

import builtins
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def load_window() -> Callable[[Sequence[str]], int]:
    """Import the window; the function that shows it.

    The collector rests: nothing imported is garbage, and the window looks after it from then on.
    Python's own way to import is put back: in its place PySide6 sets one that reads the source of every
    module imported from then on, to see whether the module wants Qt's names in another spelling. None does.
    """
    gc.disable()
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain_import
    from app.bootstrap import run_window

    return run_window
