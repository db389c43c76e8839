"""The way out of a connection: its transport, and what signs its requests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.client.authorise import authoriser
from app.client.clock import Clock
from app.client.errors import Unauthorised
from app.client.journal import Authoriser
from app.client.oauth.endpoint import Application, TokenEndpoint
from app.client.oauth.renewal import Renewal, Unkept
from app.client.oauth.tokens import Tokens
from app.client.provider import Connection, Provider
from app.client.schemes import AuthScheme
from app.client.secret import Secret
from app.client.transport import Cancel, Transport
from app.services.sending.practice import PracticeHome
from app.services.vault.tokens import VaultTokens
from app.services.vault.vault import Vault


class Secrets(Protocol):
    """Where the secrets of a connection come from."""

    def secret(self, connection_id: str, name: str) -> Secret | None:
        """The secret; None if there is none."""


@dataclass(frozen=True, slots=True)
class Door:
    """One way out, open until it is closed by who opened it."""

    connection: Connection
    """as it is driven: a practice connection has the address of its practice account"""
    transport: Transport
    authoriser: Authoriser


def scheme_of(provider: Provider, connection: Connection) -> AuthScheme:
    """How the connection signs in; the provider's first way if it names none."""
    named = (scheme for scheme in provider.schemes if scheme.id == connection.scheme)
    return next(named, provider.schemes[0])


class Doors:
    """Opens them. `given` are secrets of this run only, by connection id; they win over the vault's."""

    def __init__(
        self,
        vault: Callable[[], Vault],
        practice: PracticeHome,
        folder: Path,
        clock: Clock,
        network: Callable[[], Transport],
    ) -> None:
        self.given: dict[str, Mapping[str, Secret]] = {}
        self._vault = vault
        self._practice = practice
        self._folder = folder / "sign-in"
        self._clock = clock
        self._unkept: defaultdict[str, Unkept] = defaultdict(Unkept)
        self.network = network

    @contextmanager
    def opened(self, provider: Provider, connection: Connection, cancel: Cancel) -> Iterator[Door]:
        """The door until the block ends. Raises ProviderError, VaultProblem, SendingProblem."""
        if connection.mode == "practice":
            with self._practice.account(provider, connection) as account:
                scheme = next(s for s in provider.schemes if s.kind != "oauth")
                driven = connection.model_copy(update={"base_url": account.base_url, "scheme": scheme.id})
                keys = authoriser(
                    scheme, driven, account.base_url, account.secrets(scheme), now=self._clock.now
                )
                yield Door(driven, account.transport, keys)
            return
        transport = self.network()
        try:
            yield Door(connection, transport, self._keys(provider, connection, transport, cancel))
        finally:
            transport.close()

    def secrets(self, provider: Provider, connection: Connection) -> dict[str, Secret]:
        """The secrets of the connection, as far as they are kept. Raises VaultProblem."""
        given = self.given.get(connection.id, {})
        found: dict[str, Secret] = {}
        for wanted in scheme_of(provider, connection).fields:
            secret = given.get(wanted.name)
            if secret is None and connection.id and not given:
                secret = self._vault().secret(connection.id, wanted.name)
            if secret is not None:
                found[wanted.name] = secret
        return found

    def endpoint(
        self, provider: Provider, connection: Connection, transport: Transport, cancel: Cancel
    ) -> TokenEndpoint:
        """Where the connection exchanges and renews its tokens. Raises Unauthorised, VaultProblem."""
        scheme = scheme_of(provider, connection)
        secrets = self.secrets(provider, connection)
        client_id = secrets.get("client_id")
        if scheme.oauth is None or client_id is None:
            raise Unauthorised("error.secret_missing", {"secret": "client_id"})
        application = Application(client_id.reveal(), secrets.get("client_secret"))
        is_live = connection.mode == "live"
        return TokenEndpoint(scheme.oauth, application, transport, cancel, self._clock.now, is_live)

    def tokens(self, connection: Connection) -> VaultTokens:
        """The tokens of the connection's sign-in."""
        return VaultTokens(self._vault(), connection.id, self._folder)

    def keep_sign_in(self, connection: Connection, tokens: Tokens) -> None:
        """Keep the tokens of a new sign-in. Raises VaultProblem; then whoever needs them next tries again."""
        store, unkept = self.tokens(connection), self._unkept[connection.id]
        with store.exclusively():
            unkept.tokens = tokens
            store.keep(tokens)
            store.end_renewal()
            unkept.tokens = None

    def renewal(
        self, provider: Provider, connection: Connection, transport: Transport, cancel: Cancel
    ) -> Renewal:
        """What renews its tokens. Raises as `endpoint`."""
        endpoint = self.endpoint(provider, connection, transport, cancel)
        return Renewal(endpoint, self.tokens(connection), self._clock.now, self._unkept[connection.id])

    def _keys(
        self, provider: Provider, connection: Connection, transport: Transport, cancel: Cancel
    ) -> Authoriser:
        scheme = scheme_of(provider, connection)
        renewal = None
        if scheme.kind == "oauth":
            renewal = self.renewal(provider, connection, transport, cancel)
        return authoriser(
            scheme,
            connection,
            provider.base_url(connection),
            self.secrets(provider, connection),
            now=self._clock.now,
            renewal=renewal,
        )
