"""A store of each kind with a document, and a small provider whose faults one orders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.cli.demo import PRACTICE_SERIES, practice_draft
from app.client.calls import Flow, Receipt
from app.client.provider import Action, ActionRequest, Connection, Provider, Submission
from app.client.secret import Secret
from app.client.transport import Cancel
from app.practice.faults import FaultyService
from app.practice.transport import PracticeTransport
from app.services.opened import OpenedDocument
from app.services.sending import Entry, Sending
from app.services.vault import Vault
from app.services.workspace import Profile, Workspace
from app.store.database import Database
from app.store.opening import open_database
from app.store.records import StoreLocation
from tests.conftest import page_of
from tests.fakes.notebook import TOKEN, Notebook, look_up, notebook, write_note


class Hours:
    """Time that passes by waiting for it, and by saying so."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.moment.timestamp()

    def wait(self, seconds: float, cancel: Cancel) -> None:
        if not cancel.is_set:
            self.moment += timedelta(seconds=seconds)


def _submit(submission: Submission) -> Flow[Receipt]:
    receipt = yield from write_note(look_up(submission.key), submission.key)
    return replace(receipt, number=f"NB-{receipt.remote_id}", state="open", stored={"number": ""})


def _close(request: ActionRequest) -> Flow[Receipt]:
    yield from write_note(look_up(request.key), request.key)
    return Receipt(request.remote_id, f"NB-{request.remote_id}", "paid")


def small_provider() -> Provider:
    """It numbers documents itself, and can mark them as paid."""
    paid = Action("mark_paid", _close, frozenset({"open"}))
    return replace(notebook(), submit=_submit, actions=(paid,))


@dataclass
class Office:
    """One window: a store, a connection, and the simulator at its other end."""

    database: Database
    workspace: Workspace
    folder: Path
    clock: Hours
    simulator: Notebook
    service: FaultyService
    is_offline: bool = False
    token: str = TOKEN

    def window(self, provider: Provider | None = None) -> Sending:
        """Another window on the same store."""
        vault = Vault.for_this_run_only()
        sending = Sending(
            self.database,
            self.folder,
            lambda: vault,
            providers=(provider or small_provider(),),
            network=self._network,
            clock_=self.clock,
            render=page_of,
        )
        connection = Connection(id="c1", provider="notebook", title="Notes", mode="test")
        sending.use_for_this_run(connection, {"token": Secret(self.token)})
        return sending

    def document(self) -> OpenedDocument:
        """A new draft."""
        return self.workspace.create(practice_draft().edited(series=PRACTICE_SERIES.id))

    def queued(self, sending: Sending, document: OpenedDocument | None = None) -> Entry:
        """A document that waits for its send."""
        document = document or self.document()
        return sending.enqueue(document.id, "c1", sending.plan(document.draft, "c1"))

    def _network(self) -> PracticeTransport:
        transport = PracticeTransport(self.service, self.clock)
        transport.is_offline = self.is_offline
        return transport


@pytest.fixture
def office(location: StoreLocation, tmp_path: Path) -> Iterator[Office]:
    workspace = Workspace.open(location, render=page_of)
    workspace.save_profile(Profile(seller=practice_draft().seller, series=(PRACTICE_SERIES,)))
    database = open_database(location)
    simulator = Notebook()
    yield Office(database, workspace, tmp_path, Hours(), simulator, FaultyService(simulator))
    database.close()
    workspace.release()
