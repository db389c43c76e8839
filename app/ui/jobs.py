"""Background work: plain functions in threads, answers on the GUI thread through one signal.

A job takes frozen values and returns frozen values; no QObject crosses. Jobs of one lane run one
after another on one thread of their own, in the order in which they were given.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")

POOL_SIZE = 3


class Ok(NamedTuple, Generic[T]):
    """What the work returned."""

    value: T


class Err(NamedTuple):
    """What the work raised."""

    error: Exception


class JobCancelled(Exception):
    """The job was cancelled before it began, or gave up when asked to."""


class JobControl:
    """What a running function sees of its job: it may report progress and ask whether to stop."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether the person no longer wants the answer."""
        return self._cancelled.is_set()

    def progress(self, done: int, total: int, text: str = "") -> None:
        """Say how far the work is; arrives as `Job.progressed` on the GUI thread."""
        self._report(done, total, text)

    def stop_if_cancelled(self) -> None:
        """Raise JobCancelled when the job was cancelled."""
        if self.cancelled:
            raise JobCancelled

    def _cancel(self) -> None:
        self._cancelled.set()


class Job(QObject):
    """The handle of one piece of work, for the GUI thread only."""

    finished = Signal(object)  # Ok(value) | Err(error)
    progressed = Signal(object, object, str)  # done, total, text

    def __init__(self, hub: Jobs) -> None:
        super().__init__()
        self._control = JobControl(lambda *step: hub._post(self, step))
        self._on_ok: Callable[..., object] | None = None
        self._on_error: Callable[[Exception], object] | None = None
        self._abandoned = False
        self.is_finished = False

    def then(
        self,
        on_ok: Callable[..., object] | None,
        on_error: Callable[[Exception], object] | None = None,
    ) -> Job:
        """Call these bound methods with the value, or with the exception, on the GUI thread."""
        self._on_ok, self._on_error = on_ok, on_error
        return self

    def cancel(self) -> None:
        """Ask the work to stop; one that has not begun never does."""
        self._control._cancel()

    def abandon_answer(self) -> None:
        """Let the work be done and its answer drop."""
        self._abandoned = True

    def abandon(self) -> None:
        """Cancel, and let a late answer drop."""
        self._abandoned = True
        self.cancel()

    def _deliver(self, outcome: Ok[object] | Err) -> Exception | None:
        """Hand the outcome on; an exception that nobody asked for comes back."""
        self.is_finished = True
        if self._abandoned:
            return None
        unclaimed: Exception | None = None
        if isinstance(outcome, Ok):
            if _is_alive(self._on_ok):
                cast(Callable[..., object], self._on_ok)(outcome.value)
        elif self._on_error is None:
            if not isinstance(outcome.error, JobCancelled):
                unclaimed = outcome.error
        elif _is_alive(self._on_error):
            self._on_error(outcome.error)
        self.finished.emit(outcome)
        return unclaimed


def _is_alive(callback: Callable[..., object] | None) -> bool:
    if callback is None:
        return False
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


class Jobs(QObject):
    """Starts work in the background and brings every answer back through one signal.

    An `executor` of one's own is given every job of every lane, and has to keep their order.
    """

    failed = Signal(object)  # Exception of a job that named no `on_error`
    _posted = Signal(object, object)

    def __init__(self, executor: Executor | None = None) -> None:
        super().__init__()
        self._given = executor
        self._executors: dict[str | None, Executor] = {}
        self._running: set[Job] = set()
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[JobControl], T], *, lane: str | None = None) -> Job:
        """Start `work` in the background, after all earlier work of the same lane."""
        job = Job(self)
        self._running.add(job)
        self._executor(lane).submit(self._perform, job, work)
        return job

    def is_busy(self) -> bool:
        """Whether any job has not brought its answer yet."""
        return bool(self._running)

    def finish(self) -> None:
        """Let what was asked for be done, then end the threads; no answer is delivered any more."""
        for job in self._running:
            job.abandon_answer()
        for executor in self._executors.values():
            executor.shutdown(wait=True)
        self._executors.clear()
        self._running.clear()

    def shut_down(self) -> None:
        """Cancel what runs, begin nothing more, and return when the threads are done."""
        for job in self._running:
            job.abandon()
        for executor in self._executors.values():
            executor.shutdown(wait=True, cancel_futures=True)
        self._executors.clear()
        self._running.clear()

    def _executor(self, lane: str | None) -> Executor:
        if self._given is not None:
            return self._given
        if lane not in self._executors:
            from concurrent.futures import ThreadPoolExecutor

            self._executors[lane] = ThreadPoolExecutor(
                max_workers=POOL_SIZE if lane is None else 1, thread_name_prefix=f"job-{lane or 'pool'}"
            )
        return self._executors[lane]

    def _perform(self, job: Job, work: Callable[[JobControl], object]) -> None:
        """Run in a worker thread."""
        control = job._control
        outcome: Ok[object] | Err
        try:
            control.stop_if_cancelled()
            outcome = Ok(work(control))
        except Exception as error:
            outcome = Err(error)
        self._post(job, outcome)

    def _post(self, job: Job, message: object) -> None:
        if shiboken6.isValid(self):
            self._posted.emit(job, message)

    @Slot(object, object)
    def _on_posted(self, job: Job, message: object) -> None:
        if not isinstance(message, Ok | Err):
            if not job._abandoned:
                job.progressed.emit(*cast("tuple[int, int, str]", message))
            return
        self._running.discard(job)
        unclaimed = job._deliver(message)
        if unclaimed is not None:
            self.failed.emit(unclaimed)
