"""The version a person chose, until it is in place; and who uses the program meanwhile.

`ready` names the chosen version: whether there is one is asked at every start, so it costs one look.
`in-use` is held by each window; nothing is changed while anybody else holds it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal, NamedTuple, cast, get_args

from app.services.whole_file import write_whole

FOLDER: Final = "updates"
"""Below the folder of the documents."""
READY: Final = "ready"
_IN_USE: Final = "in-use"


Way = Literal["on", "back", "back-with-documents"]
"""To a newer version; to the one before; to that and to the documents as they were then."""


class Choice(NamedTuple):
    """What is to be done when the last window is closed."""

    version: str
    way: Way = "on"


def choose(folder: Path, choice: Choice) -> None:
    """Have this version put in place when the last window is closed. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / READY, " ".join(choice).encode())


def chosen(folder: Path) -> Choice | None:
    """The version that waits; None if none does."""
    try:
        version, way = (folder / READY).read_text("utf-8").split()
    except (OSError, ValueError):
        return None
    return Choice(version, cast("Way", way)) if way in get_args(Way) else None


def let_be(folder: Path) -> None:
    """Have none wait."""
    (folder / READY).unlink(missing_ok=True)


if sys.platform == "win32":

    class Use:
        """Windows itself refuses to replace a program that runs; the installer looks for that."""

        def __init__(self, folder: Path) -> None:
            del folder

        def end(self) -> None:
            """No longer use it."""

    @contextmanager
    def alone(folder: Path) -> Iterator[bool]:
        """Whether nobody else uses the program."""
        del folder
        yield True

else:
    import fcntl

    class Use:
        """This process uses the program until it ends, or until `end`. Raises OSError."""

        def __init__(self, folder: Path) -> None:
            self._held: int | None = _opened(folder)
            fcntl.flock(self._held, fcntl.LOCK_SH)

        def end(self) -> None:
            """No longer use it."""
            if self._held is not None:
                os.close(self._held)
                self._held = None

    @contextmanager
    def alone(folder: Path) -> Iterator[bool]:
        """Whether nobody else uses the program; nobody begins to before the block ends."""
        held = _opened(folder)
        try:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True
        finally:
            os.close(held)

    def _opened(folder: Path) -> int:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder / _IN_USE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
