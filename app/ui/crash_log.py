"""The log of unexpected errors: written by a thread of its own, kept small."""

from __future__ import annotations

import logging
import logging.handlers
import queue
from pathlib import Path

LOG_NAME = "factotum.log"
LOG_BYTES = 512_000
LOGS_KEPT = 3


class CrashLog:
    """Begins with the first error."""

    def __init__(self, folder: Path) -> None:
        records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
        self._log = logging.getLogger("factotum.crash")
        self._handler = logging.handlers.QueueHandler(records)
        self._writer = _Writer(
            folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8", delay=True
        )
        self._writer.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._listener = logging.handlers.QueueListener(records, self._writer)
        self._listener.start()
        self._log.addHandler(self._handler)
        self._log.propagate = False

    def write(self, details: str) -> None:
        """Add one error, without waiting for the disk."""
        self._log.error("%s", details)

    def close(self) -> None:
        """Write what is left and let go of the file."""
        self._log.removeHandler(self._handler)
        self._listener.stop()
        self._writer.close()


class _Writer(logging.handlers.RotatingFileHandler):
    """Makes its folder when the first record comes; a log that cannot be written is done without."""

    def emit(self, record: logging.LogRecord) -> None:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """The error that was to be logged is told in the window all the same."""
