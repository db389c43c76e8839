"""What is done in a session with a keyring of its own. Says the values of no secret, only what held."""

from __future__ import annotations

import http.client
import logging
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from app.client.errors import Unauthorised
from app.client.oauth.renewal import Renewal
from app.client.oauth.sign_in import sign_in
from app.services.vault import Secret, Vault, VaultProblem
from app.services.vault.backends import system_backend
from app.services.vault.tokens import VaultTokens
from tests.client.oauth.strict import NOW, StrictServer, endpoint

CANARY = "canary-7f3e9b"
OLD, NEW = CANARY + "-old-" + "o" * 2600, CANARY + "-new-" + "n" * 1300


class Dying:
    """The keyring of the system, until a chosen call."""

    def __init__(self, dies_at: int) -> None:
        self._system = system_backend()
        self._left = dies_at

    def __getattr__(self, name: str) -> Any:
        self._left -= 1
        if self._left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return getattr(self._system, name)


def whole_life() -> None:
    """Set, get, delete, of all sizes, beside another connection."""
    vault = Vault.of_system()
    assert vault.place == "Secret Service"
    assert vault.state() == "ready"
    vault.keep("c2", "token", Secret("of another"))
    for value in ("", " blank ", CANARY, CANARY + "é😀" * 2600, CANARY + "x" * 8192):
        vault.keep("c1", "token", Secret(value))
        assert Vault.of_system().secret("c1", "token") == Secret(value)
    vault.forget("c1")
    vault.forget("c1")
    assert vault.secret("c1", "token") is None
    assert vault.secret("c2", "token") == Secret("of another")
    assert services() == ["factotum:c2", "factotum:c2:token", "factotum:c2:token:1.0"]


def huge() -> None:
    """200 kB."""
    vault = Vault.of_system()
    vault.keep("c1", "token", Secret(CANARY + "x" * 200_000))
    assert vault.secret("c1", "token") == Secret(CANARY + "x" * 200_000)


def killed() -> None:
    """SIGKILL at every call: the old value or the new one, and nothing that forgetting leaves."""
    seen, boundary = set(), 0
    while True:
        Vault.of_system().keep("c1", "token", Secret(OLD))
        child = os.fork()
        if not child:
            try:
                Vault(Dying(boundary)).keep("c1", "token", Secret(NEW))
            finally:
                os._exit(0)
        died = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        found = Vault.of_system().secret("c1", "token")
        assert found in (Secret(OLD), Secret(NEW))
        seen.add(found == Secret(NEW))
        Vault.of_system().forget("c1")
        assert services() == []
        if not died:
            break
        boundary += 1
    assert seen == {False, True}
    assert boundary > 10


def logged() -> None:
    """A whole life with every logger at its loudest, and a problem that is logged with its trace."""
    logging.basicConfig(filename=Path(os.environ["FOLDER"]) / "log", level=logging.DEBUG)
    vault = Vault.of_system()
    secret = Secret(CANARY + "x" * 3000)
    vault.keep("c1", "token", secret)
    logging.info("kept %s %r", secret, vault.secret("c1", "token"))
    try:
        vault.keep("c1", "token", Secret(CANARY + "\ud800"))
    except VaultProblem:
        logging.exception("refused")
    assert vault.secret("c1", "token") == secret


def signed_in() -> None:
    """Sign-in, renewal, a request and sign-out, with every logger at its loudest."""
    folder = Path(os.environ["FOLDER"])
    logging.basicConfig(filename=folder / "log", level=logging.DEBUG)
    server = StrictServer(folder / "server")
    store = VaultTokens(Vault.of_system(), "c1", folder / "data")
    followed: list[threading.Thread] = []

    def browse(link: str) -> bool:
        asked = {name: value for name, [value] in parse_qs(urlsplit(link).query).items()}
        server.codes[f"{CANARY}-code"] = asked
        query = urlencode({"state": asked["state"], "code": f"{CANARY}-code"})
        thread = threading.Thread(target=visit, args=(f"{asked['redirect_uri']}?{query}",))
        thread.start()
        followed.append(thread)
        return True

    store.keep(sign_in(endpoint(server), open_browser=browse, show_link=lambda *_: None))
    followed[0].join()
    renewal = Renewal(endpoint(server), store, lambda: NOW)
    assert server.accepts(renewal.current().access)
    assert server.accepts(renewal.replace(Secret("access-1")).access)
    logging.info("%r %r %r", renewal.current(), store.tokens(), server.seen)
    last = renewal.current().access
    server.pair = 0
    try:
        renewal.replace(last)  # a trace shows this line: no token in it
    except Unauthorised:
        logging.exception("over")
    renewal.sign_out()
    assert store.tokens() is None
    assert services() == []


def visit(address: str) -> None:
    """What a browser does with a redirect."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    connection.request("GET", f"{parts.path}?{parts.query}")
    assert connection.getresponse().status == 200
    connection.close()


def state() -> None:
    """Say the state, and the code of the problem there is."""
    try:
        vault = Vault.of_system()
        told = vault.state()
        vault.keep("c1", "token", Secret(CANARY))
    except VaultProblem as problem:
        told = f"{problem.state} {problem.code}"
    sys.stdout.write(told)


def services() -> list[str]:
    """Our entries in the keyring, as the daemon lists them."""
    import secretstorage

    bus = secretstorage.dbus_init()
    try:
        collection = secretstorage.get_default_collection(bus)
        found = (item.get_attributes().get("service", "") for item in collection.get_all_items())
        return sorted(name for name in found if name.startswith("factotum:"))
    finally:
        bus.close()


if __name__ == "__main__":
    {scenario.__name__: scenario for scenario in (whole_life, huge, killed, logged, signed_in, state)}[
        sys.argv[1]
    ]()
