"""A process that sends, and kills itself where it is told to. Jobs come on stdin, one line of them at a time.

It is loaded once and forks for each job, so that a hundred deaths take seconds.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

from app.client.calls import Reply
from app.client.http import HttpTransport, trusted
from app.client.journal import Kept
from app.client.provider import Connection
from app.client.secret import Secret
from app.client.transport import Cancel, WireReply, WireRequest
from app.practice.simulators import SIMULATORS
from app.providers import PROVIDERS
from app.services.sending.dispatch import Dispatch
from app.services.sending.sending import Sending
from app.services.sending.steps import DatabaseJournal
from app.services.vault import Vault
from app.store.database import Database
from app.store.opening import open_database
from app.store.records import StoreLocation

MOST_DRAINS = 12


class FastClock:
    """The time of day, and waits that pass at once."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def monotonic(self) -> float:
        return datetime.now(UTC).timestamp() + self.ahead.total_seconds()

    def wait(self, seconds: float, _cancel: Cancel) -> None:
        self.ahead += timedelta(seconds=seconds)


class Boundaries:
    """Counts the moments at which a process may die; dies at the one it is told to (0: never)."""

    def __init__(self, deadly: int) -> None:
        self.deadly = deadly
        self.passed = 0

    def passes(self) -> None:
        self.passed += 1
        if self.passed == self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)


def mortal_journal(boundaries: Boundaries) -> type[DatabaseJournal]:
    """The journal of the store, with a moment before and after each of its writes."""

    class Mortal(DatabaseJournal):
        def kept(self, step: str) -> Kept | None:
            boundaries.passes()
            return super().kept(step)

        def intend(self, step: str, fingerprint: str, at: datetime) -> None:
            boundaries.passes()
            super().intend(step, fingerprint, at)
            boundaries.passes()

        def answer(self, step: str, reply: Reply, at: datetime) -> None:
            boundaries.passes()
            super().answer(step, reply, at)
            boundaries.passes()

    return Mortal


class MortalTransport(HttpTransport):
    """The network, with a moment after each answer."""

    def __init__(self, boundaries: Boundaries) -> None:
        super().__init__()
        self._boundaries = boundaries

    def send(self, request: WireRequest, *, timeout_s: float, cancel: Cancel) -> WireReply:
        reply = super().send(request, timeout_s=timeout_s, cancel=cancel)
        self._boundaries.passes()
        return reply


def sending(database: Database, folder: Path, clock: FastClock, boundaries: Boundaries) -> Sending:
    """The facade over the store of a job."""
    Dispatch.journal = mortal_journal(boundaries)
    vault = Vault.for_this_run_only()
    return Sending(database, folder, lambda: vault, clock_=clock, network=lambda: MortalTransport(boundaries))


def work(job: dict[str, str]) -> None:
    """Send what is in the store of this job, as long as something may still come of it."""
    folder = Path(job["store"])
    clock, boundaries = FastClock(), Boundaries(int(job["dies_at"]))
    database = open_database(StoreLocation(folder))
    try:
        facade = sending(database, folder, clock, boundaries)
        saved = facade.connection(job["connection"])
        accepted = SIMULATORS[saved.provider]().accepted_secrets
        used = saved.model_copy(update={"base_url": job["url"]})
        facade.use_for_this_run(used, {name: Secret(value) for name, value in accepted.items()})
        if job["enqueues"]:
            _enqueue(facade, database, used, job["document"])
        for _ in range(MOST_DRAINS):
            report = facade.drain(is_asked_for=True)
            if not report.waiting + report.looking + report.busy:
                break
            if report.next_at is not None and report.next_at > clock.now():
                clock.ahead += report.next_at - clock.now()
    finally:
        database.close()
    (folder / "boundaries").write_text(str(boundaries.passed))


def _enqueue(facade: Sending, database: Database, connection: Connection, document_id: str) -> None:
    from app.services.drafts import Drafts

    draft = Drafts(database).open(document_id).draft
    facade.enqueue(document_id, connection.id, facade.plan(draft, connection.id))


def forked(act: Callable[[], None]) -> int:
    """The id of a new process that does this and ends."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        act()
        code = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    """Each line is a list of jobs, done at once by a process each; the answer is how each ended."""
    trusted()  # what every child needs is made once
    for provider in PROVIDERS:
        SIMULATORS[provider.id]()
    for line in sys.stdin:
        jobs = json.loads(line, parse_float=Decimal)
        children = [forked(partial(work, job)) for job in jobs]
        ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        sys.stdout.write(json.dumps(ended) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
