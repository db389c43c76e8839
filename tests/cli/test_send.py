"""`send`: once, however often it is asked; with the exit code of what came of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.cli.demo import practice_draft
from app.domain.codec import draft_to_json
from app.practice.faults import Fault, FaultyService
from app.practice.pennylane.v2 import PennylaneV2
from app.practice.server import PracticeServer
from app.services.workspace import StoreLocation, Workspace
from tests.cli.conftest import Factotum, Ran


@pytest.fixture
def simulator() -> PennylaneV2:
    return PennylaneV2()


@pytest.fixture
def server(simulator: PennylaneV2) -> Iterator[PracticeServer]:
    with PracticeServer(FaultyService(simulator)) as running:
        yield running


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.json"
    path.write_text(draft_to_json(practice_draft()), encoding="utf-8")
    return path


def _address(server: PracticeServer) -> str:
    from urllib.parse import urlsplit

    from app.client.provider import Connection
    from app.providers import provider

    return server.url + urlsplit(provider("pennylane_v2").base_url(Connection(provider="pennylane_v2"))).path


def _send(
    factotum: Factotum, server: PracticeServer, draft: Path, simulator: PennylaneV2, **secrets: str
) -> Ran:
    credentials = json.dumps(secrets or simulator.accepted_secrets).encode()
    return factotum(
        *("send", draft, "--to", "pennylane_v2", "--base-url", _address(server)),
        *("--credentials", "-", "--state", draft.parent / "state"),
        stdin=credentials,
    )


def test_sending_the_same_file_again_gives_the_same_receipt_and_no_second_document(
    factotum: Factotum, server: PracticeServer, draft: Path, simulator: PennylaneV2
) -> None:
    before = len(simulator.documents())
    first = _send(factotum, server, draft, simulator)
    again = _send(factotum, server, draft, simulator)
    assert (first.code, again.code) == (0, 0)
    assert first.json["verdict"] == {"state": "proven", "differences": []}
    assert first.json["receipt"] == again.json["receipt"]
    assert len(simulator.documents()) == before + 1


def test_who_is_not_signed_in_is_told_so_and_the_same_file_goes_when_she_is(
    factotum: Factotum, server: PracticeServer, draft: Path, simulator: PennylaneV2
) -> None:
    refused = _send(factotum, server, draft, simulator, token="not-the-one-4711")
    assert refused.code == 6
    assert refused.json["state"] == "waiting"
    assert "not-the-one-4711" not in refused.out + refused.err
    assert _send(factotum, server, draft, simulator).code == 0


def test_a_provider_that_fails_for_now_keeps_the_file_waiting_and_it_goes_later(
    factotum: Factotum, server: PracticeServer, draft: Path, simulator: PennylaneV2
) -> None:
    server.service.order(Fault("error_before", times=40))
    ran = _send(factotum, server, draft, simulator)
    assert ran.code == 1
    assert ran.json["state"] == "waiting"
    server.service.take_back()
    assert _send(factotum, server, draft, simulator).code == 0


def test_a_network_that_is_gone_is_no_success_and_is_told_in_one_line_of_either_language(
    factotum: Factotum, draft: Path, simulator: PennylaneV2
) -> None:
    for language, word in (("en", "cannot be reached"), ("fr", "n’est pas joignable")):
        ran = factotum(
            *("send", draft, "--to", "pennylane_v2", "--base-url", "http://127.0.0.1:9/api/external/v2"),
            *("--credentials", "-", "--state", draft.parent / "state", "--messages", language),
            stdin=json.dumps(simulator.accepted_secrets).encode(),
        )
        assert (ran.code, ran.json["state"], len(ran.messages)) == (1, "waiting", 1)
        assert word in ran.messages[0]
        assert word in ran.json["error"]["message"]
        assert not [s for s in simulator.accepted_secrets.values() if s in ran.out + ran.err]


def test_practice_needs_no_account(factotum: Factotum, draft: Path) -> None:
    ran = factotum("send", draft, "--to", "practice:pennylane_v2", "--state", draft.parent / "state")
    assert (ran.code, ran.json["state"], ran.json["verdict"]["state"]) == (0, "done", "proven")


def test_no_number_is_taken_for_what_cannot_be_sent(factotum: Factotum, draft: Path) -> None:
    state = draft.parent / "state"
    refused = factotum("send", draft, "--to", "practice:pennylane_supplier", "--state", state)
    assert (refused.code, refused.messages) == (
        1,
        ["factotum: The import needs the supplier's own file. Add it to the document."],
    )
    other = Workspace.open(StoreLocation(folder=state))
    try:
        assert other.counts().issued == 0
        assert other.next_number(practice_draft().series, "invoice", date(2026, 11, 21)).endswith("0001")
    finally:
        other.release()


def test_nobody_of_that_name_is_a_mistake_of_use(factotum: Factotum, draft: Path) -> None:
    state = draft.parent / "state"
    assert factotum("send", draft, "--to", "Our books", "--state", state).code == 2
    assert factotum("send", draft, "--to", "practice:nowhere", "--state", state).code == 2


def test_draft_and_credentials_do_not_both_come_from_stdin(factotum: Factotum, tmp_path: Path) -> None:
    assert factotum("send", "-", "--to", "stripe_v1", "--credentials", "-", "--state", tmp_path).code == 2


def test_a_store_of_a_newer_version_is_refused_in_one_line_and_stays_as_it_is(
    factotum: Factotum, draft: Path
) -> None:
    state = draft.parent / "state"
    Workspace.open(StoreLocation(folder=state)).release()
    with closing(sqlite3.connect(state / "factotum.sqlite3")) as connection:
        connection.execute("INSERT INTO schema_steps VALUES (999, '2030-01-01')")
        connection.commit()
    before = (state / "factotum.sqlite3").read_bytes()
    ran = factotum("send", draft, "--to", "practice:stripe", "--state", state)
    assert ran.code == 3
    assert len(ran.err.strip().splitlines()) == 1
    assert "newer version of Factotum" in ran.err
    assert "Nothing was changed" in ran.err
    assert (state / "factotum.sqlite3").read_bytes() == before
