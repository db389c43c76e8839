"""What the driver adds to a request, and a thousand documents at a published pace."""

from __future__ import annotations

import logging
import os
import random
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import httpx

from app.client.calls import FREE, Call, Flow
from app.client.clock import StopSwitch, SystemClock
from app.client.drive import Pace, drive
from app.client.http import HttpTransport
from app.client.provider import Connection, Limit, Provider
from app.client.transport import Cancel, Transport, WireReply, WireRequest
from app.practice.faults import FaultyService
from app.practice.server import PracticeServer
from app.services.sending.shared_paces import SharedLedger
from tests.bench.memory import resident_mb
from tests.bench.rows import Row, median
from tests.bench.stopwatch import in_turns_ms
from tests.fakes.notebook import TOKEN, Keys, Notebook, OwnClock, Pages, look_up, notebook, write_note

DOCUMENTS = 1000
LIMIT = Limit(25, 5.0)
"""Pennylane's: 25 requests in 5 seconds."""
UNHURRIED = Limit(25, 0.001)
"""Counted and kept as every limit is, and never reached by one who asks after the other."""


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    ours, bare = _a_call_ms(40 if quick else 200)
    yield Row("one request over loopback, bare httpx with a connection of its own", bare)
    yield Row("  the driver's own cost beside it", max(0.0, ours - bare), target=1.0)
    drained_ms, paced_s, declined, grown_mb = _drain()
    yield Row(f"{DOCUMENTS} documents by the driver: our work for each", drained_ms)
    best_s = 3 * DOCUMENTS / LIMIT.requests * LIMIT.window_s
    yield Row(
        "  time by the provider's clock, 25 requests in 5 s", paced_s, "s", note=f"at best {best_s:.0f} s"
    )
    yield Row("  requests that the provider declined with 429", float(declined), "", note="wanted: none")
    yield Row("  memory grown, the provider's own notes among it", grown_mb, "MB")


def _a_call_ms(repeats: int) -> tuple[float, float]:
    os.environ["no_proxy"] = "127.0.0.1"
    clock, provider = SystemClock(), notebook([UNHURRIED])
    with tempfile.TemporaryDirectory() as folder, PracticeServer(FaultyService(Notebook())) as server:
        pace = Pace(clock, SharedLedger(Path(folder), clock))
        url = f"{server.url}/v1/notes?reference=none"
        transport = HttpTransport()
        client = httpx.Client(limits=httpx.Limits(max_keepalive_connections=0))
        headers = {"authorization": f"Bearer {TOKEN}"}

        def driven() -> None:
            _run(_one_read(), transport, clock, pace, provider, f"{server.url}/v1")

        found, plain = in_turns_ms((driven, lambda: client.get(url, headers=headers)), repeats, 5)
        transport.close()
        client.close()
    return median(found), median(plain)


def _drain() -> tuple[float, float, int, float]:
    clock = OwnClock()
    pace, provider, way = Pace(clock), notebook([LIMIT]), _Strict(clock)
    before = resident_mb()
    began = time.perf_counter()
    for number in range(DOCUMENTS):
        flow = write_note(look_up(), f"N-{number}")
        _run(flow, way, clock, pace, provider, "")
    took_ms = (time.perf_counter() - began) * 1000
    return took_ms / DOCUMENTS, clock.passed_s, way.declined, resident_mb() - before


def _run(
    flow: Flow[object],
    transport: Transport,
    clock: SystemClock | OwnClock,
    pace: Pace,
    provider: Provider,
    base_url: str,
) -> None:
    drive(
        flow,
        provider=provider,
        connection=Connection(id="c", provider="notebook", base_url=base_url),
        draft=None,
        transport=transport,
        authoriser=Keys(),
        journal=Pages(),
        pace=pace,
        clock=clock,
        cancel=StopSwitch(),
        log=logging.getLogger("tests.bench"),
    )


def _one_read() -> Flow[object]:
    return (yield Call("read", "GET", "/notes", (("reference", "none"),), repeat=FREE))


class _Strict:
    """A provider that counts its windows by arrival and declines one too many; 60 ms away, give or take."""

    def __init__(self, clock: OwnClock) -> None:
        self._clock = clock
        self._chance = random.Random(11)
        self._simulator = Notebook()
        self._arrivals: deque[float] = deque()
        self.declined = 0

    def send(self, request: WireRequest, *, timeout_s: float, cancel: Cancel) -> WireReply:
        del timeout_s, cancel
        self._clock.passed_s += self._chance.uniform(0.02, 0.1)
        now = self._clock.passed_s
        while self._arrivals and self._arrivals[0] <= now - LIMIT.window_s:
            self._arrivals.popleft()
        is_over = len(self._arrivals) >= LIMIT.requests
        self._arrivals.append(now)
        self.declined += is_over
        reply = WireReply(429) if is_over else self._simulator.answer(request)
        self._clock.passed_s += self._chance.uniform(0.02, 0.1)
        return reply

    def close(self) -> None:
        return None
