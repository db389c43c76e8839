"""The two ways out of the program: answers on stdout, messages on stderr, one line each."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import Any, Final, TextIO

from app.cli.exits import CommandFailed, Exit

_LONGEST_MESSAGE: Final = 1_000


def is_terminal() -> bool:
    """Whether a person reads stdout."""
    return sys.stdout is not None and sys.stdout.isatty()


def answer_json(value: Any) -> None:
    """Print the value as indented JSON."""
    answer(json.dumps(value, ensure_ascii=False, indent=2))


def answer(text: str) -> None:
    """Print the text and a line end, as UTF-8 whatever the locale says."""
    stream = _open_output()
    stream.write(text)
    stream.write("\n")


def answer_bytes(content: bytes) -> None:
    """Write bytes, such as a PDF, to stdout as they are."""
    stream = _open_output()
    stream.flush()
    stream.buffer.write(content)


def _open_output() -> TextIO:
    if sys.stdout is None:
        raise CommandFailed(Exit.FILE, "stdout is closed; nothing could be written")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return sys.stdout


def finish_answers() -> None:
    """Push out what is buffered, so that a full disk or a closed pipe is noticed in time."""
    if sys.stdout is not None:
        sys.stdout.flush()


def drop_answers() -> None:
    """Send whatever is still buffered nowhere: its reader is gone or its disk is full."""
    if sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)


def report(line: str) -> None:
    """Print one line on stderr, whatever the text contains."""
    if sys.stderr is None:
        return
    visible = "".join(char if char.isprintable() else " " for char in line)
    shortened = visible if len(visible) <= _LONGEST_MESSAGE else visible[: _LONGEST_MESSAGE - 1] + "…"
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"factotum: {shortened.encode(encoding, 'backslashreplace').decode(encoding)}\n")


def table(rows: Iterable[Sequence[str]], right_aligned: Sequence[int] = ()) -> str:
    """The rows as text in columns; the columns named in `right_aligned` end at one edge."""
    all_rows = [tuple(row) for row in rows]
    widths: list[int] = []
    for row in all_rows:
        for column, cell in enumerate(row):
            if column == len(widths):
                widths.append(0)
            widths[column] = max(widths[column], len(cell))
    lines = []
    for row in all_rows:
        cells = [
            cell.rjust(widths[column]) if column in right_aligned else cell.ljust(widths[column])
            for column, cell in enumerate(row)
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
