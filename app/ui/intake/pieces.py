"""A split or a merge that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Undo = Callable[[Sequence[str], Sequence[str]], object]


class Pieces:
    """What was made, and of what; an offer of a message calls `undo`."""

    def __init__(self, undo: Undo, made: Sequence[str], made_of: Sequence[str]) -> None:
        self._undo, self._made, self._made_of = undo, tuple(made), tuple(made_of)

    def undo(self) -> None:
        """Take it back."""
        self._undo(self._made, self._made_of)
