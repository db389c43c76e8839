"""A thousand documents to each provider at the pace it publishes, and a list of ten thousand read anew.

The clock is moved by waits and by the way of each request, so that minutes pass in seconds. What
stands at the other end is the provider's practice account behind a guard that counts its windows by
arrival, and declines one request too many with 429.
"""

from __future__ import annotations

import logging
import random
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from app.cli.demo import practice_draft
from app.client.authorise import authoriser
from app.client.calls import Flow
from app.client.clock import StopSwitch
from app.client.drive import Pace, drive
from app.client.errors import Cancelled
from app.client.provider import Connection, Limit, Provider, RemotePage, RemoteRecord, Submission
from app.client.secret import Secret
from app.client.transport import Cancel, WireReply, WireRequest
from app.practice.faults import FaultyService
from app.practice.simulators import SIMULATORS
from app.practice.transport import PracticeTransport
from app.providers import PROVIDERS
from app.providers import provider as provider_of
from app.services.sending import lists, plan_offline
from app.services.workspace import StoreLocation
from app.store.opening import open_database
from tests.bench.memory import resident_mb
from tests.bench.rows import Row
from tests.fakes.notebook import OwnClock, Pages

DAY = date(2026, 11, 2)
LISTED = 10_000


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    for provider in PROVIDERS:
        if provider.limits:
            yield from _drained(provider, 150 if quick else 1_000)
    yield from _listed()


class _Guard:
    """Counts arrivals by each published limit; a request is 20 to 100 ms on its way, and so is its answer."""

    def __init__(self, way: PracticeTransport, clock: OwnClock, limits: tuple[Limit, ...], base: str) -> None:
        self._way, self._clock, self._base = way, clock, base
        self._arrivals: dict[Limit, deque[float]] = {limit: deque() for limit in limits}
        self._chance = random.Random(11)
        self.asked = self.declined = 0

    def send(self, request: WireRequest, *, timeout_s: float, cancel: Cancel) -> WireReply:
        """The practice account's answer, or 429."""
        self._clock.passed_s += self._chance.uniform(0.02, 0.1)
        path = request.url.removeprefix(self._base)
        is_over = False
        for limit, arrivals in self._arrivals.items():
            if path.startswith(limit.path):
                while arrivals and arrivals[0] <= self._clock.passed_s - limit.window_s:
                    arrivals.popleft()
                is_over |= len(arrivals) >= limit.requests
                arrivals.append(self._clock.passed_s)
        self.asked += 1
        self.declined += is_over
        reply = WireReply(429) if is_over else self._way.send(request, timeout_s=timeout_s, cancel=cancel)
        self._clock.passed_s += self._chance.uniform(0.02, 0.1)
        return reply

    def close(self) -> None:
        """Nothing is open."""


def _drained(provider: Provider, count: int) -> Iterator[Row]:
    clock = OwnClock()
    simulator = SIMULATORS[provider.id]()
    base = provider.base_url(Connection(provider=provider.id)).replace("{", "").replace("}", "")
    connection = Connection(id="c1", provider=provider.id, mode="test", base_url=base)
    secrets = {name: Secret(value) for name, value in simulator.accepted_secrets.items()}
    keys = authoriser(provider.schemes[0], connection, base, secrets, now=clock.now)
    guard = _Guard(PracticeTransport(FaultyService(simulator), clock), clock, provider.limits, base)
    pace, log = Pace(clock), logging.getLogger("tests.bench")
    log.setLevel(logging.CRITICAL)
    before_mb, half_mb = resident_mb(), 0.0
    began = time.perf_counter()
    for number, submission in enumerate(_submissions(provider, connection, count)):
        if number == count // 2:
            half_mb = resident_mb()
        drive(
            provider.submit(submission),
            provider=provider,
            connection=connection,
            draft=submission.draft,
            transport=guard,
            authoriser=keys,
            journal=Pages(),
            pace=pace,
            clock=clock,
            cancel=StopSwitch(),
            log=log,
        )
    took_ms = (time.perf_counter() - began) * 1000
    best_s = max(limit.window_s * (guard.asked // limit.requests) for limit in provider.limits)
    told = f"{guard.asked:,} requests in {clock.passed_s:,.0f} s of its clock, at best {best_s:,.0f} s"
    yield Row(f"{count:,} documents to {provider.title}, each", took_ms / count, target=100, note=told)
    yield Row("  requests declined with 429", float(guard.declined), "", note="wanted: none")
    grown = f"the practice books among it; {half_mb - before_mb:.1f} MB at half"
    yield Row("  memory grown", resident_mb() - before_mb, "MB", note=grown)


def _submissions(provider: Provider, connection: Connection, count: int) -> Iterator[Submission]:
    draft = practice_draft().edited(external_reference="")
    first = plan_offline(draft, provider.id, {}, DAY, page=b"%PDF-1.7").submission
    for number in range(count):
        numbered = draft.edited(number=f"B-{number}")
        key = str(UUID(int=number + 1))
        yield replace(first, key=key, draft=numbered, connection=connection)


def _listed() -> Iterator[Row]:
    """Customers by pages of 100, kept when whole; stopped half way, the old ones stay."""
    records = [
        RemoteRecord(str(n), f"Boulangerie {n}", "Lyon", f"FR{n:011}", {"id": n, "name": f"Boulangerie {n}"})
        for n in range(LISTED)
    ]
    provider = provider_of("pennylane_v2")
    listed = next(each for each in provider.lists if each.id == "customers")
    cancel, told = StopSwitch(), list[int]()

    def page(_connection: Connection, cursor: str) -> Flow[RemotePage]:
        start = int(cursor or 0)
        after = str(start + 100) if start + 100 < LISTED else ""
        return RemotePage(tuple(records[start : start + 100]), after, LISTED)
        yield

    def ask(flow: Flow[RemotePage]) -> RemotePage:
        try:
            next(flow)
        except StopIteration as done:
            found: RemotePage = done.value
            return found
        raise AssertionError("a page of this list asks nobody")

    own = replace(provider, lists=(replace(listed, page=page),))
    connection = Connection(id="bench", provider=own.id)
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(StoreLocation(folder=Path(folder)))

        def refresh(stop_at: int) -> int:
            def progress(count: int, _total: int | None) -> None:
                told.append(count)
                if count >= stop_at:
                    cancel.set()

            found = list(lists.read(own, connection, "customers", ask, progress, cancel))
            return lists.keep(database, "bench", "customers", found, "2026-11-02T09:00:00.000000+00:00")

        try:
            began = time.perf_counter()
            kept = refresh(LISTED + 1)
            took_ms = (time.perf_counter() - began) * 1000
            note = f"{kept:,} kept, progress told {len(told)} times"
            yield Row(f"A list of {LISTED:,} read anew by pages", took_ms, target=3_000, note=note)
            began = time.perf_counter()
            try:
                refresh(LISTED // 2)
            except Cancelled:
                took_ms = (time.perf_counter() - began) * 1000
                there = len(lists.complete(database, "bench", "customers", "boulangerie", LISTED))
                note = f"at {told[-1]:,}; {there:,} of before still there"
                yield Row("  the same stopped half way", took_ms, note=note)
        finally:
            database.close()
