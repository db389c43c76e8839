"""Planning, the outbox, and completion from a provider's list, in practice: no network."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app.cli.demo import practice_draft
from app.client.clock import SystemClock
from app.client.provider import Connection
from app.client.secret import Secret
from app.practice.faults import FaultyService
from app.practice.simulators import SIMULATORS
from app.practice.transport import PracticeTransport
from app.providers import PROVIDERS
from app.services.sending import Plan, Sending, plan_offline
from app.services.vault import Vault
from app.services.workspace import StoreLocation, Workspace
from app.store import remote_records
from app.store.database import Database
from app.store.opening import open_database
from app.store.remote_records import RecordRow
from tests.bench.invoices import invoice
from tests.bench.rows import Row, median, percentile, spread
from tests.bench.stopwatch import times_ms

PROVIDER = "pennylane_v2"
NOW = "2026-11-02T09:00:00.000000+00:00"
TYPED = ("mar", "lyon bou", "fr12", "12345", "atel", "sarl ly")


class _Unhurried(SystemClock):
    """Waits that pass at once: what is measured is our own work, not a provider's limits."""

    def __init__(self) -> None:
        self._ahead_s = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self._ahead_s

    def wait(self, seconds: float, _cancel: object) -> None:
        self._ahead_s += seconds


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    with tempfile.TemporaryDirectory() as folder:
        location = StoreLocation(folder=Path(folder))
        workspace = Workspace.open(location)
        database = open_database(location)
        try:
            sending, connection = _sending(database, Path(folder))
            yield from _planning(10 if quick else 40)
            yield from _outbox(workspace, sending, connection, 100 if quick else 1_000)
            yield _refresh(database, 10_000)
            yield from _completion(database, sending, 50_000)
        finally:
            database.close()
            workspace.release()


def _sending(database: Database, folder: Path) -> tuple[Sending, Connection]:
    simulator = SIMULATORS[PROVIDER]()
    service, clock, vault = FaultyService(simulator), _Unhurried(), Vault.for_this_run_only()
    sending = Sending(
        database, folder, lambda: vault, network=lambda: PracticeTransport(service, clock), clock_=clock
    )
    connection = Connection(provider=PROVIDER, title="Bench", mode="test")
    secrets = {name: Secret(value) for name, value in simulator.accepted_secrets.items()}
    return sending, sending.use_for_this_run(connection, secrets)


def _planning(times: int) -> Iterator[Row]:
    draft = invoice(250)
    for provider in PROVIDERS:
        worked: list[float] = []

        def plan(provider_id: str = provider.id, worked: list[float] = worked) -> Plan:
            before = time.thread_time()
            made = plan_offline(draft, provider_id, {}, date(2026, 11, 2), page=b"%PDF-1.7")
            worked.append((time.thread_time() - before) * 1000)
            return made

        requests = len(plan().requests)
        took = times_ms(plan, times)
        note = f"{spread(took)}, least work {min(worked):.1f}, {requests} requests"
        yield Row(f"A plan of 250 lines, {provider.title}", median(took), target=50, note=note)


def _outbox(workspace: Workspace, sending: Sending, connection: Connection, count: int) -> Iterator[Row]:
    entries = []
    for _ in range(count):
        document = workspace.create(practice_draft())
        entries.append((document.id, sending.plan(document.draft, connection)))
    began = time.perf_counter()
    for document_id, plan in entries:
        sending.enqueue(document_id, connection.id, plan)
    queued_ms = (time.perf_counter() - began) * 1000
    yield Row(f"Queue one of {count:,}", queued_ms / count, target=20)
    began = time.perf_counter()
    report = sending.drain()
    drained_ms = (time.perf_counter() - began) * 1000
    yield Row(
        f"Drain an outbox of {count:,}, each",
        drained_ms / count,
        target=100,
        note=f"{report.done:,} sent once",
    )
    began = time.perf_counter()
    shown = len(sending.entries(limit=500))
    yield Row("List the outbox", (time.perf_counter() - began) * 1000, target=50, note=f"{shown} entries")


def _refresh(database: Database, count: int) -> Row:
    began = time.perf_counter()
    _fill(database, "refreshed", count)
    return Row(f"Keep a list of {count:,} anew", (time.perf_counter() - began) * 1000, target=3_000)


def _completion(database: Database, sending: Sending, count: int) -> Iterator[Row]:
    connection_id = _fill(database, "customers", count)
    took = []
    for typed in TYPED * 5:
        began = time.perf_counter()
        sending.complete(connection_id, "customers", typed)
        took.append((time.perf_counter() - began) * 1000)
    yield Row(f"Complete from {count:,} records", percentile(took, 0.95), target=16, note=spread(took))


def _fill(database: Database, list_id: str, count: int) -> str:
    trades, towns = ("Boulangerie", "Atelier", "Garage", "Martin SARL"), ("Lyon", "Paris", "Lille")
    rows = [RecordRow(str(n), f"{trades[n % 4]} {n}", towns[n % 3], f"FR{n:011}", "{}") for n in range(count)]
    with database.writing() as connection:
        remote_records.replace(connection, "bench", list_id, rows, NOW)
    return "bench"
