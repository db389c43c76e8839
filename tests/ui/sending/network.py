"""Accounts at real servers of this machine, which one program sends to and a test may let go wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from keyring.errors import KeyringLocked, PasswordDeleteError
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.client.provider import Connection, Provider
from app.client.secret import Secret
from app.practice.faults import FaultyService
from app.practice.server import PracticeServer
from app.practice.simulators import SIMULATORS
from app.providers import PROVIDERS
from app.services.sending.opening import SendingAccess
from app.services.sending.sending import Sending
from app.services.vault import Vault
from app.store.opening import open_database
from tests.conftest import page_of
from tests.services.sending.conftest import Hours
from tests.services.sending.hostile import Twisted
from tests.ui.sending.conftest import asked, rest


class Keyring:
    """A keyring one can lock and open."""

    def __init__(self) -> None:
        self.is_locked = False
        self._held: dict[tuple[str, str], str] = {}
        self.vault = Vault(self)

    def __call__(self) -> Vault:
        return self.vault

    def lock(self) -> None:
        self.is_locked = True

    def entries(self) -> dict[tuple[str, str], str]:
        return dict(self._held)

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse_if_locked()
        return self._held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse_if_locked()
        self._held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse_if_locked()
        if self._held.pop((service, username), None) is None:
            raise PasswordDeleteError(service)

    def _refuse_if_locked(self) -> None:
        if self.is_locked:
            raise KeyringLocked("locked")


class Ticking(Hours):
    """Time that also goes on by being asked for, so that what comes later is later."""

    def now(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment


@dataclass
class Account:
    """What is at the other end of one connection."""

    connection_id: str
    provider: Provider
    twisted: Twisted
    server: PracticeServer

    @property
    def service(self) -> FaultyService:
        return self.server.service

    @property
    def made(self) -> int:
        """How many documents came to be there."""
        return len(self.twisted.documents()) - len(SIMULATORS[self.provider.id]().documents())

    def address(self, path: str = "") -> str:
        """Where the provider answers in this test."""
        practice = self.provider.base_url(Connection(provider=self.provider.id))
        return self.server.url + (path or urlsplit(practice.replace("{", "").replace("}", "")).path)


class Network:
    """The accounts of one program, with time that passes by waiting."""

    def __init__(self, program: Program, qtbot: QtBot, providers: tuple[Provider, ...]) -> None:
        self.program = program
        self.qtbot = qtbot
        self.keyring = Keyring()
        self.clock = Ticking()
        self.accounts: dict[str, Account] = {}
        self._providers = providers
        self._servers = ExitStack()
        seat = program.seat
        access = SendingAccess(self._open, self.keyring)
        before = seat.sending._access
        if before is not None:
            before.let_go()
        seat.sending._access = access

    def _open(self, vault: Callable[[], Vault]) -> tuple[Sending, Callable[[], None]]:
        seat = self.program.seat
        database = open_database(seat.location())
        sending = Sending(
            database,
            seat.places.data_folder,
            vault,
            providers=self._providers,
            clock_=self.clock,
            render=page_of,
        )
        return sending, database.close

    def account(self, provider_id: str, scheme: str = "", **secrets: str) -> Account:
        """A connection to a server of this test, with the keys that open it or with these."""
        provider = next(each for each in self._providers if each.id == provider_id)
        twisted = Twisted(SIMULATORS[provider_id]())
        server = self._servers.enter_context(PracticeServer(FaultyService(twisted)))
        server.opens.set()
        account = Account(f"test-{provider_id}-{scheme}".rstrip("-"), provider, twisted, server)
        given = secrets or twisted.accepted_secrets
        connection = Connection(
            id=account.connection_id,
            provider=provider_id,
            title="Books",
            mode="test",
            base_url=account.address(),
            scheme=scheme,
        )
        kept = {name: Secret(value) for name, value in given.items()}
        asked(self.qtbot, self.program, lambda sending: sending.save_connection(connection, kept))
        self.accounts[provider_id] = account
        return account

    def drain(self) -> None:
        """Try everything now, as the button does."""
        self.program.seat.sending.drain(is_asked_for=True)
        rest(self.qtbot, self.program)

    def close(self) -> None:
        """Every server."""
        self._servers.close()


@contextmanager
def network_of(
    program: Program, qtbot: QtBot, providers: tuple[Provider, ...] = PROVIDERS
) -> Iterator[Network]:
    """The network of a program, open as long as the block."""
    network = Network(program, qtbot, providers)
    try:
        yield network
    finally:
        program.seat.sending.stop()
        rest(qtbot, program)
        network.close()


def files_under(folder: Path) -> list[Path]:
    """Every file there."""
    return [path for path in folder.rglob("*") if path.is_file()]
