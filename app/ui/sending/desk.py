"""Sending as the window uses it: asked in the background, drained by itself, told when something changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.ui.jobs import Job, JobControl, Jobs
from app.ui.sending.network_watch import NetworkWatch
from app.ui.session import Session

if TYPE_CHECKING:
    from app.services.sending import DrainReport, Entry, StopSwitch
    from app.services.sending.opening import SendingAccess
    from app.services.sending.sending import Sending

T = TypeVar("T")

ASK_LANE = "sending"
DRAIN_LANE = "outbox"
LEAST_WAIT_MS = 1_000
LONGEST_WAIT_MS = 600_000
BUSY_WAIT_MS = 10_000
"""How long another window is given before its entries are looked at again."""


class Errand(NamedTuple):
    """A job that uses the network, and the switch that ends it at once."""

    job: Job
    stop: StopSwitch


class SendingDesk(QObject):
    """One for each seat. What is quick goes one after another; what waits for a network goes beside it."""

    changed = Signal()  # entries or connections are not what they were
    tried = Signal(object)  # Entry: what came of trying it
    draining_changed = Signal(bool)
    failed = Signal(object)  # Exception of what nobody in particular asked for
    _told = Signal(object)  # Entry, from the thread that drains

    def __init__(self, jobs: Jobs, session: Session, open_access: Callable[[], SendingAccess]) -> None:
        super().__init__()
        self._jobs = jobs
        self._open_access = open_access
        self._access: SendingAccess | None = None
        self._stops: list[StopSwitch] = []
        self._draining: Job | None = None
        self._asked_again: tuple[frozenset[str], bool] | None = None
        self._wake = QTimer(self, singleShot=True)
        self._wake.timeout.connect(self.drain)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self.network = NetworkWatch(self)
        self.network.returned.connect(self._on_network_returned)
        session.opened.connect(self.begin)
        session.let_go_with(self._let_go)

    @property
    def is_draining(self) -> bool:
        """Whether something is being sent now."""
        return self._draining is not None

    def ask(self, work: Callable[[Sending], T]) -> Job:
        """Run quick `work`, without a network, after everything asked before."""
        return self._jobs.run(lambda _control: self._with(work), lane=ASK_LANE)

    def send_for(self, work: Callable[[Sending, StopSwitch, JobControl], T], *, lane: str = "") -> Errand:
        """Run `work` that waits for a network or for the person's keyring; the switch ends it."""
        from app.services.sending import StopSwitch

        stop = StopSwitch()
        job = self._jobs.run(
            lambda control: self._with(lambda sending: work(sending, stop, control)), lane=lane or None
        )
        self._stops = [*(each for each in self._stops if not each.is_set), stop]
        job.finished.connect(lambda _outcome: self._forget(stop))
        return Errand(job, stop)

    def begin(self) -> None:
        """Go on with what was left when the program ended last."""
        self.ask(_has_live).then(self._on_looked, self._on_not_looked)

    def drain(self, *, only: Collection[str] = (), is_asked_for: bool = False) -> None:
        """Send what may go; asked again meanwhile, it goes over the outbox once more."""
        self._wake.stop()
        if self._draining is not None:
            self._asked_again = _both(self._asked_again, frozenset(only), is_asked_for)
            return
        wanted = frozenset(only)

        def work(sending: Sending, stop: StopSwitch, _control: JobControl) -> DrainReport:
            return sending.drain(stop, self._told.emit, only=wanted, is_asked_for=is_asked_for)

        self._draining = self.send_for(work, lane=DRAIN_LANE).job
        self.draining_changed.emit(True)
        self._draining.then(self._on_drained, self._on_not_drained)

    def keep_secrets_for_this_run(self) -> None:
        """Secrets are in memory from now on, and gone when the program closes."""
        self._held_access().keep_secrets_for_this_run()

    def use_the_keyring(self) -> None:
        """Secrets are in the keyring of the system again."""
        self._held_access().use_the_keyring()

    def stop(self) -> None:
        """End what waits for a network; what was begun goes on another time."""
        self._wake.stop()
        self.network.rest()
        self._asked_again = None
        for stop in self._stops:
            stop.set()

    def _with(self, work: Callable[[Sending], T]) -> T:
        """Run in a worker thread."""
        with self._held_access().use() as sending:
            return work(sending)

    def _held_access(self) -> SendingAccess:
        if self._access is None:
            self._access = self._open_access()
        return self._access

    def _let_go(self) -> None:
        """Run in the store's thread, before the store is closed."""
        for stop in tuple(self._stops):
            stop.set()
        if self._access is not None:
            self._access.let_go()

    def _forget(self, stop: StopSwitch) -> None:
        self._stops = [each for each in self._stops if each is not stop]

    def _on_looked(self, is_live: bool) -> None:
        self.changed.emit()
        if is_live:
            self.drain()

    def _on_not_looked(self, error: Exception) -> None:
        self.failed.emit(error)

    def _on_network_returned(self) -> None:
        self.ask(_waiting_for_network).then(self._on_waiting_found, self._on_not_looked)

    def _on_waiting_found(self, waiting: frozenset[str]) -> None:
        """Send what the person has said is to be sent, and what only the network kept here."""
        if waiting:
            self.drain(only=waiting, is_asked_for=True)
        else:
            self.network.rest()

    def _on_told(self, entry: Entry) -> None:
        if entry.waits_for_network:
            self.network.begin()
        self.tried.emit(entry)
        self.changed.emit()

    def _on_drained(self, report: DrainReport) -> None:
        self._end_drain()
        if self._asked_again is not None:
            (only, is_asked_for), self._asked_again = self._asked_again, None
            self.drain(only=only, is_asked_for=is_asked_for)
        elif report.busy:
            self._wake.start(BUSY_WAIT_MS)
        elif report.next_at is not None:
            self._wake.start(_wait_ms(report))

    def _on_not_drained(self, error: Exception) -> None:
        self._end_drain()
        self._wake.start(LONGEST_WAIT_MS)
        self.failed.emit(error)

    def _end_drain(self) -> None:
        self._draining = None
        self.draining_changed.emit(False)
        self.changed.emit()


def _both(
    before: tuple[frozenset[str], bool] | None, only: frozenset[str], is_asked_for: bool
) -> tuple[frozenset[str], bool]:
    """One drain that does what two were asked to do; naming no entry means all of them."""
    if before is None:
        return only, is_asked_for
    named = before[0] | only if before[0] and only else frozenset[str]()
    return named, before[1] or is_asked_for


def _has_live(sending: Sending) -> bool:
    from app.services.sending import LIVE

    return any(number and state in LIVE for state, number in sending.counts().items())


def _waiting_for_network(sending: Sending) -> frozenset[str]:
    return frozenset(
        entry.id for entry in sending.entries(states=("waiting", "looking")) if entry.waits_for_network
    )


def _wait_ms(report: DrainReport) -> int:
    from datetime import UTC, datetime

    assert report.next_at is not None
    wait_ms = round((report.next_at - datetime.now(UTC)).total_seconds() * 1000)
    return min(LONGEST_WAIT_MS, max(LEAST_WAIT_MS, wait_ms))
