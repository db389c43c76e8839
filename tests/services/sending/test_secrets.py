"""After a whole session no file holds a secret, in none of the forms that a secret takes on its way."""

from __future__ import annotations

import base64
import gzip
import logging
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from app.client.transport import WireReply, WireRequest
from app.providers import PROVIDERS
from app.services.sending import GiveUp
from tests.services.sending.hostile import Desk, desk_of
from tests.services.sending.searching import places_with


@pytest.fixture(params=PROVIDERS, ids=lambda provider: provider.id)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    with desk_of(request.param, tmp_path / "data") as opened:
        yield opened


def test_the_search_finds_every_form_a_secret_can_take(tmp_path: Path) -> None:
    secret = "k3y/with+all=forms&4711"
    ways = {
        "plain": secret.encode(),
        "escaped": quote(secret, safe="").encode(),
        "hexadecimal": secret.encode().hex().encode(),
        "basic": base64.b64encode(f"{secret}:".encode()),
        "as password": base64.b64encode(f"user-1:{secret}".encode()),
        "within": base64.b64encode(f'{{"token": "{secret}"}}'.encode()),
        "packed": b"junk" + zlib.compress(f"a {secret} b".encode()),
        "zipped": gzip.compress(secret.encode()),
    }
    for name, content in ways.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "nothing").write_bytes(b"k3y with all forms")
    assert places_with([secret], tmp_path, [f"said {secret}", "not said"]) == [
        *sorted(ways),
        f"said {secret}",
    ]


def test_no_file_holds_a_secret_after_sends_refusals_and_echoes(desk: Desk, tmp_path: Path) -> None:
    log = logging.FileHandler(tmp_path / "session.log", encoding="utf-8")
    root = logging.getLogger()
    level = root.level
    root.addHandler(log)
    root.setLevel(logging.DEBUG)
    try:
        echoed = _session(desk)
    finally:
        root.setLevel(level)
        root.removeHandler(log)
        log.close()
    assert echoed, "the server has said the credentials back to us, so that there was something to hide"
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in files if path.suffix.startswith(".sqlite")]
    assert places_with(desk.twisted.accepted_secrets.values(), tmp_path) == []


def _session(desk: Desk) -> list[str]:
    """Sends that arrive, are refused, and are answered with our own credentials; whether they were said."""
    sending = desk.window()
    desk.connected(sending)
    assert desk.settled(sending, desk.queued(sending)).entry.state == "done"
    echoed: list[str] = []

    def echo(status: int, request: WireRequest) -> WireReply:
        told = {name.lower(): value for name, value in request.headers}["authorization"]
        echoed.append(told)
        body = f'{{"message": "{told.replace(chr(34), chr(39))}", "error": "{told.split(" ")[-1][:60]}"}}'
        headers = {"content-type": "application/json", "x-request-id": told[:90], "set-cookie": told}
        return WireReply(status, headers, body.encode())

    for status in (401, 403, 422, 500):
        desk.twisted.instead = lambda request, status=status: echo(status, request)  # type: ignore[misc]
        entry_id = desk.queued(sending)
        sending.drain(is_asked_for=True, only={entry_id})
        if sending.entry(entry_id).entry.is_live:
            sending.decide(entry_id, GiveUp())
    return echoed
