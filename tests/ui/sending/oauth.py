"""A provider one signs in to by the browser: its authorization server and its API on this machine."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from app.client.provider import Provider
from app.client.schemes import OAuthServer
from app.client.secret import Secret
from app.client.transport import WireReply, WireRequest
from app.practice.faults import FaultyService
from app.practice.server import PracticeServer
from app.practice.simulators import SIMULATORS
from app.providers import PROVIDERS
from tests.client.oauth.strict import SERVER, Stop, StrictServer, reply
from tests.services.sending.hostile import Twisted

PROVIDER_ID = "pennylane_v2"
CLIENT = {"client_id": "client-1", "client_secret": "cl1ent-s3cret"}


class SignInServer:
    """Gives tokens out, takes them back, and lets only the newest into the API.

    `before` is told of each request to the API, from 1, and may order trouble just then.
    """

    def __init__(self, folder: Path) -> None:
        self.strict = StrictServer(folder / "pair")
        self.twisted = Twisted(SIMULATORS[PROVIDER_ID]())
        self.twisted.instead = self._answered
        self.server = PracticeServer(FaultyService(self.twisted))
        self.server.opens.set()
        self.before: Callable[[int], None] = lambda _number: None
        self.while_renewing: Callable[[], None] = lambda: None
        self.revoked: list[str] = []
        self._calls = 0
        self._lock = threading.RLock()

    def provider(self) -> Provider:
        """The real provider with this authorization server in place of its own."""
        real = next(each for each in PROVIDERS if each.id == PROVIDER_ID)
        here = self.server.url

        def moved(server: OAuthServer | None) -> OAuthServer | None:
            return server and replace(
                server,
                authorize_url=f"{here}/authorize",
                token_url=f"{here}/token",
                revoke_url=f"{here}/revoke",
            )

        schemes = tuple(replace(scheme, oauth=moved(scheme.oauth)) for scheme in real.schemes)
        return replace(real, schemes=schemes)

    @property
    def renewals(self) -> int:
        """How often a refresh token was shown."""
        return sum(b"grant_type=refresh_token" in request.content for request in self.strict.seen)

    @property
    def made(self) -> int:
        """How many documents came to be there."""
        return len(self.twisted.documents()) - len(SIMULATORS[PROVIDER_ID]().documents())

    def end_access(self) -> None:
        """The access token is over from now on; the refresh token still works."""
        self._over = f"access-{self.strict.pair}"

    _over = ""

    def _answered(self, request: WireRequest) -> WireReply:
        path = urlsplit(request.url).path
        with self._lock:
            if path in ("/token", "/revoke"):
                if path == "/revoke":
                    self.revoked.append(parse_qs(request.content.decode())["token"][0])
                elif b"grant_type=refresh_token" in request.content:
                    self.while_renewing()
                address = SERVER.revoke_url if path == "/revoke" else SERVER.token_url
                return self.strict.send(replace(request, url=address), timeout_s=1.0, cancel=Stop())
            self._calls += 1
            self.before(self._calls)
            shown = {name.lower(): value for name, value in request.headers}["authorization"]
            token = shown.removeprefix("Bearer ")
            if token == self._over or not self.strict.accepts(Secret(token)):
                return reply(401, {"error": "the token is over", "status": 401})
            known = self.twisted.accepted_secrets["token"]
            headers = tuple(
                (name, f"Bearer {known}" if name.lower() == "authorization" else value)
                for name, value in request.headers
            )
            return self.twisted.simulator.answer(replace(request, headers=headers))


class Browser:
    """Follows the link and comes back as the provider's page would send it."""

    def __init__(self, server: SignInServer, answer: dict[str, str] | None = None) -> None:
        self.server = server
        self.answer = answer or {"code": "code-1"}
        self.pages: list[str] = []
        self.threads: list[threading.Thread] = []

    def __call__(self, link: str) -> bool:
        asked = {name: value for name, [value] in parse_qs(urlsplit(link).query).items()}
        self.server.strict.codes["code-1"] = asked
        query = urlencode({"state": asked["state"], **self.answer})
        thread = threading.Thread(target=self._return, args=(asked["redirect_uri"], query))
        self.threads.append(thread)
        thread.start()
        return True

    def _return(self, address: str, query: str) -> None:
        to = urlsplit(address)
        connection = http.client.HTTPConnection(to.netloc, timeout=20)
        try:
            connection.request("GET", f"{to.path}?{query}")
            self.pages.append(connection.getresponse().read().decode())
        finally:
            connection.close()
