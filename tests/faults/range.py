"""The shooting range: a provider's simulator behind a real server, a store with a document queued."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from app.cli.demo import PRACTICE_SERIES, practice_draft
from app.client.provider import Attachment, Connection, Provider
from app.client.rehearsal import rehearse
from app.practice.faults import Fault, FaultyService
from app.practice.server import PracticeServer
from app.practice.simulators import SIMULATORS
from app.services.sending import EntryDetail, Sending
from app.services.vault import Vault
from app.services.workspace import Profile, Workspace
from app.store import supplier_files
from app.store.opening import open_database
from app.store.records import StoreLocation
from tests.conftest import page_of

ROOT = Path(__file__).resolve().parents[2]
ORIGINAL = b"%PDF-1.7 the supplier's file\n%%EOF\n"


class Workers:
    """The process that forks the ones that die."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.worker"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *jobs: dict[str, str]) -> list[int]:
        """Do these at once; how each ended."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(jobs) + "\n")
        self._process.stdin.flush()
        ended: list[int] = json.loads(self._process.stdout.readline(), parse_float=Decimal)
        return ended

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(20)
        self._process.stdout.close()


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: the entry, the documents that came to be, and how the processes did."""

    entry: EntryDetail
    documents: int
    exits: tuple[int, ...]


class Range:
    """One provider. `boundaries` are the moments of a clean send; `requests` how many it makes."""

    def __init__(self, provider: Provider, folder: Path, workers: Workers) -> None:
        self.provider = provider
        self._folder = folder
        self._workers = workers
        self._runs = 0
        self._template = folder / "template"
        self.connection = ""
        self.document = ""
        self.boundaries = self.requests = 0
        self.may_ask = False
        self.server = PracticeServer(FaultyService(SIMULATORS[provider.id]()))
        self._before = len(SIMULATORS[provider.id]().documents())

    def __enter__(self) -> Self:
        self.server.__enter__()
        self.server.opens.set()  # nothing waits in real time
        self._prepare()
        clean = self.shoot(0, ())
        assert clean.entry.entry.state == "done", clean.entry.entry
        self.boundaries = int((self._folder / "run-1" / "boundaries").read_text())
        self.requests = len(self.server.service.requests)
        return self

    def __exit__(self, *_: object) -> None:
        self.server.__exit__(None, None, None)

    def shoot(
        self, dies_at: int, faults: tuple[Fault, ...], *, at_once: int = 1, enqueues: bool = False
    ) -> Ended:
        """Send, dying at that moment (0: not), with these faults; then go on until it is settled."""
        self._runs += 1
        store = self._folder / f"run-{self._runs}"
        shutil.copytree(self._template, store)
        simulator = SIMULATORS[self.provider.id]()
        self.server.service = FaultyService(simulator, faults)
        job = {
            "store": str(store),
            "url": self._url(),
            "connection": self.connection,
            "document": self.document,
            "dies_at": str(dies_at),
            "enqueues": "yes" if enqueues else "",
        }
        exits = self._workers.run(*(job for _ in range(at_once)))
        exits += self._workers.run({**job, "dies_at": "0"}) if dies_at or at_once > 1 else []
        database = open_database(StoreLocation(store))
        try:
            facade = Sending(database, store, Vault.for_this_run_only)
            (entry,) = facade.entries()
            detail = facade.entry(entry.id)
        finally:
            database.close()
        if self._runs > 1:
            shutil.rmtree(store)
        return Ended(detail, len(simulator.documents()) - self._before, tuple(exits))

    def _url(self) -> str:
        practice = self.provider.base_url(Connection(provider=self.provider.id))
        return self.server.url + urlsplit(practice.replace("{", "").replace("}", "")).path

    def _prepare(self) -> None:
        """A store with one document queued, not yet sent."""
        location = StoreLocation(self._template)
        workspace = Workspace.open(location, render=page_of)
        draft = practice_draft()
        try:
            workspace.save_profile(Profile(seller=draft.seller, series=(PRACTICE_SERIES,)))
            document = workspace.create(draft.edited(series=PRACTICE_SERIES.id))
            if self.provider.numbers == "ours" or self.provider.wants == "page":
                assert draft.issue_date
                document = workspace.issue(document.id, today=draft.issue_date)
        finally:
            workspace.release()
        database = open_database(location)
        try:
            facade = Sending(database, self._template, Vault.for_this_run_only, render=page_of)
            saved = facade.save_connection(
                Connection(provider=self.provider.id, title="Range", mode="test", base_url=self._url())
            )
            original = None
            if self.provider.wants == "original":
                sha256 = hashlib.sha256(ORIGINAL).hexdigest()
                original = Attachment("invoice.pdf", "application/pdf", ORIGINAL, sha256)
                with database.writing() as connection:
                    now = "2026-11-02T09:00:00.000000+00:00"
                    supplier_files.add(connection, "invoice.pdf", "application/pdf", sha256, ORIGINAL, now)
            plan = facade.plan(document.draft, saved.id, original=original)
            facade.enqueue(document.id, saved.id, plan)
            calls, _ = rehearse(self.provider.submit(plan.submission))
            self.may_ask = any(not call.only_reads and call.repeat.kind == "ask" for call in calls)
            self.connection, self.document = saved.id, document.id
        finally:
            database.close()
