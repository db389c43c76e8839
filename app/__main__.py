"""The start of the program: a command goes to the command line, everything else to the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

if __name__ == "__main__" and getattr(sys, "frozen", False):
    # The frozen program is its own Python: asked to be the process that opens files, it must not be more.
    from multiprocessing import freeze_support

    freeze_support()

from app.cli.arguments import COMMANDS
from app.cli.exits import CommandFailed, Exit
from app.cli.run import guarded, run
from app.cli.screen import draw_offscreen_if_needed, obstacle_to_window


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments name; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if all(map(_names_file, given)):
        return guarded(lambda: _open_window(given))
    return run(given, _prove_window)


def _names_file(argument: str) -> bool:
    """Whether this is a file to open in the window rather than a command or a misspelt one."""
    if argument in COMMANDS or argument.startswith("-"):
        return False
    path = Path(argument)
    try:
        return path.exists() or bool(path.suffix) or len(path.parts) > 1
    except (OSError, ValueError):
        return True


def _open_window(files: list[str]) -> Exit:
    for name in files:
        if not Path(name).exists():
            raise CommandFailed(Exit.FILE, f"{name}: there is no such file; check the name")
    obstacle = obstacle_to_window()
    if obstacle is not None:
        raise CommandFailed(Exit.FINDINGS, f"the window cannot open: {obstacle}")
    from app.start import load_window

    return Exit.DONE if load_window()(files) == 0 else Exit.INTERNAL


def _prove_window() -> str:
    draw_offscreen_if_needed()
    from app.bootstrap import prove_window

    return prove_window()


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A process that opens files is this program once more: it goes its own way from here.
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
