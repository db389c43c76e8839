"""An authorization server without mercy: codes and refresh tokens work once; a rotation ends the old pair."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs

from app.client.errors import Interrupted, Unreachable
from app.client.oauth.endpoint import Application, TokenEndpoint
from app.client.schemes import OAuthServer
from app.client.secret import Secret
from app.client.transport import Cancel, WireReply, WireRequest

SERVER = OAuthServer(
    "https://auth.example/authorize", "https://auth.example/token", "https://auth.example/revoke", ("a", "b")
)
APPLICATION = Application("client-1", Secret("cl1ent-s3cret"))
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Stop:
    """A Cancel that a test sets."""

    def __init__(self) -> None:
        self._set = threading.Event()
        self._acts: list[Callable[[], None]] = []

    @property
    def is_set(self) -> bool:
        return self._set.is_set()

    def when_set(self, act: Callable[[], None]) -> Callable[[], None]:
        self._acts.append(act)
        if self.is_set:
            act()
        return lambda: self._acts.remove(act)

    def set(self) -> None:
        self._set.set()
        for act in list(self._acts):
            act()


@dataclass
class StrictServer:
    """A Transport and the server behind it. Its state is in a file, so that it outlives its clients."""

    path: Path
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    lose_answer: bool = False
    unplugged: bool = False
    answer: WireReply | None = None
    seen: list[WireRequest] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def pair(self) -> int:
        """The number of the pair that works; 0 is none."""
        return int(self.path.read_text()) if self.path.exists() else 0

    @pair.setter
    def pair(self, number: int) -> None:
        self.path.write_text(str(number))

    def accepts(self, access: Secret) -> bool:
        return self.pair > 0 and access.reveal() == f"access-{self.pair}"

    def send(self, request: WireRequest, *, timeout_s: float, cancel: Cancel) -> WireReply:
        assert timeout_s > 0
        assert not cancel.is_set
        if self.unplugged:
            raise Unreachable("error.unreachable")
        with self._lock:
            self.seen.append(request)
            reply = self.answer or self._answered(request)
        if self.lose_answer:
            raise Interrupted("error.interrupted")
        return reply

    def close(self) -> None:
        pass

    def _answered(self, request: WireRequest) -> WireReply:
        form = {name: value for name, [value] in parse_qs(request.content.decode()).items()}
        if form.get("client_id") != "client-1" or form.get("client_secret") != "cl1ent-s3cret":
            return reply(401, {"error": "invalid_client"})
        if request.url == SERVER.revoke_url:
            if form["token"] in (f"access-{self.pair}", f"refresh-{self.pair}"):
                self.pair = 0
            return WireReply(200)
        if form["grant_type"] == "authorization_code":
            known = self.codes.pop(form["code"], None)
            if known is None or known["redirect_uri"] != form["redirect_uri"]:
                return reply(400, {"error": "invalid_grant"})
            if "code_challenge" in known:
                made = hashlib.sha256(form["code_verifier"].encode()).digest()
                if base64.urlsafe_b64encode(made).rstrip(b"=").decode() != known["code_challenge"]:
                    return reply(400, {"error": "invalid_grant"})
        elif form["refresh_token"] != f"refresh-{self.pair}" or not self.pair:
            words = f"unknown token {form['refresh_token']}"
            return reply(401, {"error": "invalid_grant", "error_description": words})
        self.pair += 1
        return reply(
            200,
            {
                "access_token": f"access-{self.pair}",
                "refresh_token": f"refresh-{self.pair}",
                "token_type": "Bearer",
                "expires_in": 86400,
            },
        )


def reply(status: int, members: object) -> WireReply:
    return WireReply(status, {"content-type": "application/json"}, json.dumps(members).encode())


def endpoint(
    transport: StrictServer, cancel: Stop | None = None, server: OAuthServer = SERVER
) -> TokenEndpoint:
    return TokenEndpoint(server, APPLICATION, transport, cancel or Stop(), lambda: NOW)
