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


@pytest.fixture(params=PROVIDERS, ids=lambda provider: provider.id)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    with desk_of(request.param, tmp_path / "data") as opened:
        yield opened


def forms(secrets: list[str]) -> set[bytes]:
    """Each secret as it is, escaped, and in Basic's form with each of the others."""
    plain = {secret for secret in secrets if len(secret) > 5}
    pairs = {f"{one}:{other}" for one in secrets for other in (*secrets, "")}
    encoded = {base64.b64encode(each.encode()).decode() for each in plain | pairs}
    return {
        form.encode() for each in plain | encoded for form in (each, quote(each, safe=""), each.rstrip("="))
    }


def contents(path: Path) -> Iterator[bytes]:
    """The bytes of a file, and those packed in it."""
    content = path.read_bytes()
    yield content
    if content[:2] == b"\x1f\x8b":
        yield gzip.decompress(content)
    for start in range(len(content)):
        if content[start : start + 2] == b"\x78\x9c":
            try:
                yield zlib.decompressobj().decompress(content[start:])
            except zlib.error:
                continue


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
    held = forms(list(desk.twisted.accepted_secrets.values()))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in files if path.suffix.startswith(".sqlite")]
    found = [
        path.name for path in files for content in contents(path) if any(form in content for form in held)
    ]
    assert found == []


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
