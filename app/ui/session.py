"""The workspace as the window uses it: opened behind the first paint, called on one thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.ui.jobs import Job, JobControl, Jobs

if TYPE_CHECKING:
    from app.services.workspace import StoreNewer, Workspace

T = TypeVar("T")

STORE_LANE = "store"
ASIDE_LANE = "aside"


class Session(QObject):
    """Runs every call on the workspace in the background, in order, on one thread.

    What takes long runs beside it, on a workspace of its own, so that saving never waits for it.
    """

    opened = Signal()
    opened_to_read = Signal()  # instead of `opened`: a newer version wrote the store, nothing can be changed
    open_failed = Signal(object)  # Exception
    changed = Signal()  # documents, customers or items are not what they were

    def __init__(
        self,
        jobs: Jobs,
        open_workspace: Callable[[], Workspace],
        restore_store: Callable[[Path], Path | None],
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._open_workspace = open_workspace
        self._restore_store = restore_store
        self._workspace: Workspace | None = None
        self._aside: list[Job] = []
        self._beside: list[Callable[[], object]] = []
        self.is_open = False
        self.newer: StoreNewer | None = None

    def open(self) -> Job:
        """Open the workspace, or try again after a failure."""
        return self._jobs.run(self._open, lane=STORE_LANE).then(self._on_opened, self._on_open_failed)

    def call(self, work: Callable[[Workspace], T]) -> Job:
        """Run `work` with the workspace after everything asked before."""
        return self._jobs.run(lambda _control: work(self._opened()), lane=STORE_LANE)

    def call_aside(self, work: Callable[[Workspace, JobControl], T]) -> Job:
        """Run long `work` with another workspace on the same store; cancelled when the session closes."""

        def run(control: JobControl) -> T:
            workspace = self._open_workspace()
            try:
                return work(workspace, control)
            finally:
                workspace.release()

        job = self._jobs.run(run, lane=ASIDE_LANE)
        self._aside = [*(each for each in self._aside if not each.is_finished), job]
        return job

    def let_go_with(self, let_go: Callable[[], object]) -> None:
        """Call this, in the store's thread, before the store is closed: it holds the store open too."""
        self._beside.append(let_go)

    def restore(self, backup: Path) -> Job:
        """Put a backup in the place of the store and open it; the answer is where the former file is."""

        def run(control: JobControl) -> Path | None:
            self._close(control)
            kept_aside = self._restore_store(backup)
            self._open(control)
            return kept_aside

        return self._jobs.run(run, lane=STORE_LANE)

    def close(self) -> Job:
        """Close the workspace after everything asked before; what runs beside it is cancelled."""
        for job in self._aside:
            job.cancel()
        return self._jobs.run(self._close, lane=STORE_LANE).then(None, self._on_close_failed)

    def _open(self, _control: JobControl) -> None:
        self._opened()

    def _opened(self) -> Workspace:
        """Run in the store's thread; a workspace that could not be opened is tried again."""
        if self._workspace is None:
            self._workspace = self._open_workspace()
        return self._workspace

    def _close(self, _control: JobControl) -> None:
        for let_go in self._beside:
            let_go()
        workspace, self._workspace = self._workspace, None
        if workspace is not None:
            workspace.close()

    def _on_opened(self, _nothing: None) -> None:
        self.newer = None if self._workspace is None else self._workspace.newer
        if self.newer is not None:
            self.opened_to_read.emit()
            return
        self.is_open = True
        self.opened.emit()

    def _on_open_failed(self, error: Exception) -> None:
        self.open_failed.emit(error)

    def _on_close_failed(self, _error: Exception) -> None:
        """Every record was durable before; a failing close loses nothing."""
