"""Unexpected errors: logged once each, told calmly, and never the end of the window."""

from __future__ import annotations

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.ui.crash_log import CrashLog

_ABOUT_CODE = (AttributeError, ImportError, ModuleNotFoundError, NameError, RecursionError, UnboundLocalError)


class CrashReporter(QObject):
    """Takes what nobody caught. Details hold the places in the code, never the values there."""

    crashed = Signal(str)  # details to copy

    _arrived = Signal(object)  # Exception, from any thread

    def __init__(self, log_folder: Path) -> None:
        super().__init__()
        self._seen: set[str] = set()
        self._log_folder = log_folder
        self._log: CrashLog | None = None
        self._arrived.connect(self.report)
        self._hooks_before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Take every exception that reaches the end of a stack."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Give the hooks back and finish the log."""
        sys.excepthook, threading.excepthook = self._hooks_before
        if self._log is not None:
            self._log.close()
            self._log = None

    def report(self, error: BaseException) -> None:
        """Log the error and tell it, unless one of its kind was told before."""
        kind = _kind_of(error)
        if kind in self._seen:
            return
        self._seen.add(kind)
        details = _details(error)
        if self._log is None:
            from app.ui.crash_log import CrashLog

            self._log = CrashLog(self._log_folder)
        self._log.write(details)
        self.crashed.emit(details)

    def _on_exception(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._hooks_before[0](_kind, error, _trace)
            return
        self.report(error)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._arrived.emit(arguments.exc_value)


def _details(error: BaseException) -> str:
    """Where it happened, down to its cause. What an error says may quote a document: only the errors of
    the code itself are quoted."""
    parts: list[str] = []
    seen: set[int] = set()
    here: BaseException | None = error
    while here is not None and id(here) not in seen:
        seen.add(id(here))
        said = f": {here}" if type(here) in _ABOUT_CODE or _is_about_qt(here) else ""
        parts.append("".join(traceback.format_tb(here.__traceback__)) + f"{type(here).__qualname__}{said}\n")
        here = here.__cause__ or (None if here.__suppress_context__ else here.__context__)
    return "which came of\n".join(parts)


def _is_about_qt(error: BaseException) -> bool:
    return isinstance(error, RuntimeError) and str(error).startswith("Internal C++ object")


def _kind_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}@{place}"
