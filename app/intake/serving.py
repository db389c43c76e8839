"""The life of a process that opens files: one request, one answer, until the other end is gone."""

from __future__ import annotations

import json
import os
import signal
import sys
from multiprocessing.connection import Connection
from typing import Any, Final

from app.intake.limits import limit_this_process

GRACE_S: Final = 10
"""How much later than its owner the process ends itself, should the owner have died meanwhile."""


def serve(pipe: Connection, memory_bytes: int, seconds: float) -> None:
    """Answer requests. A file that takes all memory gets an answer, and ends the process."""
    _stay_quiet()
    limit_this_process(memory_bytes)
    from app.intake.tasks import TASKS, Unreadable

    is_spent = False
    while not is_spent:
        try:
            request = json.loads(pipe.recv_bytes())
            contents = [pipe.recv_bytes() for _ in range(request["parts"])]
        except (EOFError, OSError):
            return
        _ring_after(int(seconds) + GRACE_S)
        parts: tuple[bytes, ...] = ()
        head: dict[str, Any]
        try:
            answer, parts = TASKS[request["do"]](request, contents)
            head = {"answer": answer, "parts": len(parts)}
        except Unreadable as bad:
            head = {"failure": {"code": bad.code, "params": bad.params, "fields": []}}
        except MemoryError:
            is_spent = True
            head = {"failure": {"code": "too_much_memory", "params": {}, "fields": []}}
        except Exception as fault:
            # Whatever a hostile file provokes in a library is that file's failure, not the program's.
            kind = {"kind": type(fault).__name__}
            head = {"failure": {"code": "not_understood", "params": kind, "fields": []}}
        del contents
        try:
            pipe.send_bytes(json.dumps(head).encode())
            for part in parts:
                pipe.send_bytes(part)
        except OSError:
            return
        _ring_after(0)


def _stay_quiet() -> None:
    """Leave the terminal to the owner: its Ctrl-C, and what libraries have to say."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.dont_write_bytecode = True
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _ring_after(seconds: int) -> None:
    """Have the system end this process after so long, even inside a library; 0: not any more."""
    if sys.platform != "win32":
        signal.alarm(seconds)
