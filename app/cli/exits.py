"""How a command ends: the exit codes, and the failure that carries one with its line for stderr."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the number means that a command ends with."""

    DONE = 0
    FINDINGS = 1
    """the answer is there, and it says something blocks"""
    USAGE = 2
    FILE = 3
    """a file that cannot be read, or a place that cannot be written"""
    REFUSED = 4
    UNKNOWN = 5
    SIGNED_OUT = 6
    INTERNAL = 70
    """a fault of the program itself"""
    INTERRUPTED = 130
    """Ctrl-C, as shells count it"""
    CLOSED_PIPE = 141
    """the reader went away, as shells count it"""


class CommandFailed(Exception):
    """A command that cannot go on. `lines` go to stderr, one finding each."""

    def __init__(self, code: Exit, *lines: str) -> None:
        super().__init__(*lines)
        self.code = code
        self.lines = lines
