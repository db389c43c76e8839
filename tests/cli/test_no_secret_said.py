"""No command says or keeps a secret: not on stdout, not on stderr, not in the folder of its state."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.cli.demo import practice_draft
from app.client.provider import Connection
from app.client.transport import WireReply, WireRequest
from app.domain.codec import draft_to_json
from app.practice.faults import FaultyService
from app.practice.server import PracticeServer
from app.practice.simulators import SIMULATORS
from app.providers import provider as provider_of
from tests.cli.conftest import Factotum, Ran
from tests.services.sending.hostile import Twisted
from tests.services.sending.searching import places_with


@pytest.mark.parametrize(
    ("provider_id", "scheme"),
    [
        ("pennylane_v2", "company_token"),
        ("chargeover_v3", "basic"),
        ("chargeover_v3", "signed"),
        ("stripe_v1", "key"),
        ("stripe_v1", "basic"),
    ],
)
def test_no_command_says_or_keeps_a_secret(
    factotum: Factotum, tmp_path: Path, provider_id: str, scheme: str
) -> None:
    draft = tmp_path / "draft.json"
    draft.write_text(draft_to_json(practice_draft()), encoding="utf-8")
    twisted = Twisted(SIMULATORS[provider_id]())
    secrets = twisted.accepted_secrets
    path = urlsplit(
        provider_of(provider_id).base_url(Connection(provider=provider_id)).replace("{site}", "x")
    ).path
    ran: list[Ran] = []
    with PracticeServer(FaultyService(twisted)) as server:
        server.opens.set()

        def send(state: str) -> Ran:
            return factotum(
                *("send", draft, "--to", provider_id, "--base-url", server.url + path),
                *("--credentials", "-", "--state", tmp_path / state),
                stdin=json.dumps({**secrets, "scheme": scheme}).encode(),
            )

        for status in (401, 403, 422):

            def echo(request: WireRequest, status: int = status) -> WireReply:
                told = {name.lower(): value for name, value in request.headers}["authorization"]
                body = json.dumps({"message": told, "error": {"message": told, "param": told[-60:]}})
                return WireReply(status, {"content-type": "application/json"}, body.encode())

            twisted.instead = echo
            ran.append(send(f"refused {status}"))
            assert ran[-1].code != 0
        twisted.instead = lambda _request: None
        ran.append(send("sent"))
        assert ran[-1].code == 0, ran[-1].err
    ran.append(factotum("plan", draft, "--to", provider_id))
    ran.append(factotum("check", draft, "--for", provider_id))
    assert places_with(secrets.values(), tmp_path, [each.out + each.err for each in ran]) == []
