"""A desk for one provider: a store with a document queued, and a real server that may turn hostile."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import JsonValue

from app.cli.demo import PRACTICE_SERIES, practice_draft
from app.client.http import HttpTransport
from app.client.provider import Attachment, Connection, Provider
from app.client.secret import Secret
from app.client.transport import Transport, WireReply, WireRequest
from app.client.wire import json_text
from app.practice.faults import FaultyService
from app.practice.server import PracticeServer
from app.practice.simulator import Simulator
from app.practice.simulators import SIMULATORS
from app.services.opened import OpenedDocument
from app.services.sending import EntryDetail, Plan, Sending
from app.services.vault import Vault
from app.services.workspace import Profile, Workspace
from app.store import supplier_files
from app.store.database import Database
from app.store.opening import open_database
from app.store.records import StoreLocation
from tests.conftest import page_of
from tests.services.sending.conftest import Hours

ORIGINAL = b"%PDF-1.7 the supplier's file\n%%EOF\n"
MOST_DRAINS = 12
Spoil = Callable[[WireRequest, WireReply], WireReply]
Instead = Callable[[WireRequest], WireReply | None]


def untouched(_request: WireRequest, reply: WireReply) -> WireReply:
    return reply


def nothing_instead(_request: WireRequest) -> WireReply | None:
    return None


class Twisted:
    """A simulator whose requests may be caught before it and whose answers may be changed behind it."""

    def __init__(self, simulator: Simulator) -> None:
        self.provider_id = simulator.provider_id
        self.accepted_secrets = simulator.accepted_secrets
        self.simulator = simulator
        self.instead: Instead = nothing_instead
        self.spoil: Spoil = untouched

    def answer(self, request: WireRequest) -> WireReply:
        caught = self.instead(request)
        return caught if caught is not None else self.spoil(request, self.simulator.answer(request))

    def state(self) -> JsonValue:
        return self.simulator.state()

    def restore(self, state: JsonValue) -> None:
        self.simulator.restore(state)

    def documents(self) -> list[JsonValue]:
        return self.simulator.documents()


@dataclass
class Desk:
    """One office that sends to one provider."""

    provider: Provider
    database: Database
    workspace: Workspace
    folder: Path
    server: PracticeServer
    twisted: Twisted
    clock: Hours = field(default_factory=Hours)
    network: Callable[[], Transport] = HttpTransport
    vault: Vault = field(default_factory=Vault.for_this_run_only)

    @property
    def service(self) -> FaultyService:
        return self.server.service

    def window(self) -> Sending:
        return Sending(
            self.database,
            self.folder,
            lambda: self.vault,
            network=lambda: self.network(),
            clock_=self.clock,
            render=page_of,
        )

    def address(self) -> str:
        practice = self.provider.base_url(Connection(provider=self.provider.id))
        return self.server.url + urlsplit(practice.replace("{", "").replace("}", "")).path

    def connected(self, sending: Sending, **other: str) -> Connection:
        """A saved connection with the right keys, or with others in their place."""
        secrets = {**self.twisted.accepted_secrets, **other}
        connection = Connection(
            id="c1", provider=self.provider.id, title="Books", mode="test", base_url=self.address()
        )
        return sending.save_connection(connection, {name: Secret(value) for name, value in secrets.items()})

    def document(self) -> OpenedDocument:
        draft = practice_draft()
        document = self.workspace.create(draft.edited(series=PRACTICE_SERIES.id))
        if self.provider.numbers == "ours" or self.provider.wants == "page":
            assert draft.issue_date
            document = self.workspace.issue(document.id, today=draft.issue_date)
        return document

    def plan(self, sending: Sending, document: OpenedDocument) -> Plan:
        return sending.plan(document.draft, "c1", original=self._original())

    def queued(self, sending: Sending, document: OpenedDocument | None = None) -> str:
        """The id of an entry that waits for its send."""
        document = document or self.document()
        return sending.enqueue(document.id, "c1", self.plan(sending, document)).id

    def settled(self, sending: Sending, entry_id: str) -> EntryDetail:
        """Drain as long as something may come of it by itself."""
        for _ in range(MOST_DRAINS):
            report = sending.drain()
            if not report.waiting + report.looking + report.busy or report.next_at is None:
                break
            self.clock.moment = max(self.clock.moment, report.next_at)
        return sending.entry(entry_id)

    def made(self) -> int:
        """How many documents came to be at the provider."""
        return len(self.twisted.documents()) - len(SIMULATORS[self.provider.id]().documents())

    def _original(self) -> Attachment | None:
        if self.provider.wants != "original":
            return None
        sha256 = hashlib.sha256(ORIGINAL).hexdigest()
        with self.database.writing() as connection:
            if supplier_files.original(connection, sha256) is None:
                now = "2026-11-02T09:00:00.000000+00:00"
                supplier_files.add(connection, "invoice.pdf", "application/pdf", sha256, ORIGINAL, now)
        return Attachment("invoice.pdf", "application/pdf", ORIGINAL, sha256)


@contextmanager
def desk_of(provider: Provider, folder: Path) -> Iterator[Desk]:
    """The desk, open for business."""
    location = StoreLocation(folder)
    workspace = Workspace.open(location, render=page_of)
    workspace.save_profile(Profile(seller=practice_draft().seller, series=(PRACTICE_SERIES,)))
    database = open_database(location)
    twisted = Twisted(SIMULATORS[provider.id]())
    with PracticeServer(FaultyService(twisted)) as server:
        server.opens.set()
        yield Desk(provider, database, workspace, folder, server, twisted)
    database.close()
    workspace.release()


def changed(reply: WireReply, change: Callable[[str, JsonValue], JsonValue]) -> WireReply:
    """The answer with every member of its JSON changed so; what is no JSON stays."""
    try:
        body = json.loads(reply.content, parse_float=Decimal)
    except ValueError:
        return reply

    def walk(name: str, value: JsonValue) -> JsonValue:
        if isinstance(value, dict):
            return change(name, {inner: walk(inner, member) for inner, member in value.items()})
        if isinstance(value, list):
            return change(name, [walk(name, member) for member in value])
        return change(name, value)

    headers = {name: value for name, value in reply.headers.items() if name != "content-length"}
    return WireReply(reply.status, headers, json_text(walk("", body)).encode())
