"""Makes the `Authorization` header of each request from the secrets of a connection."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets as chance
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from app.client.addresses import origin, require_safe_address
from app.client.calls import Pairs
from app.client.errors import Unauthorised, Unsafe
from app.client.oauth.renewal import Renewal
from app.client.provider import Connection
from app.client.schemes import AuthScheme
from app.client.secret import Secret
from app.client.transport import WireReply, WireRequest

Make = Callable[[WireRequest], str]
_STRIPE_KEY: Final = re.compile(r"(?:sk|rk)_(test|live)_")
_NONCE_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"


def key_mode(key: Secret) -> Literal["test", "live"] | None:
    """What the shape of a key says of itself; None for a shape that says nothing.

    Source: docs.stripe.com/keys, the prefixes of secret and restricted keys.
    """
    found = _STRIPE_KEY.match(key.reveal())
    return None if found is None else "live" if found[1] == "live" else "test"


def check_secrets(scheme: AuthScheme, connection: Connection, secrets: Mapping[str, Secret]) -> None:
    """Look at the secrets before the first call.

    Raises Unauthorised for one that is missing or has not the form its field must have, and Unsafe for
    a live key in a test connection or the other way round. Nothing leaves the machine.
    """
    for field in scheme.fields:
        secret = secrets.get(field.name)
        if secret is None:
            raise Unauthorised("error.secret_missing", {"secret": field.name})
        value = secret.reveal()
        if value.startswith("pk_") and field.pattern:
            raise Unauthorised("error.publishable_key", {"secret": field.name})
        if field.pattern and not re.fullmatch(field.pattern, value):
            raise Unauthorised("error.key_shape", {"secret": field.name})
        mode = key_mode(secret)
        if mode is not None and connection.mode in ("test", "live") and mode != connection.mode:
            raise Unsafe("error.live_key_in_test" if mode == "live" else "error.test_key_in_live")


@dataclass(frozen=True, slots=True)
class _Door:
    """The one origin a connection's secrets may go to."""

    base_url: str
    is_live: bool

    def check(self, request: WireRequest) -> None:
        require_safe_address(request.url, is_live=self.is_live)
        if origin(request.url) != origin(self.base_url):
            raise Unsafe("error.other_host", {"host": origin(request.url)[1]})


class KeyAuthoriser:
    """Credentials that stay as they are: bearer, raw, basic, signed. A 401 is final."""

    def __init__(self, door: _Door, make: Make, secrets: Mapping[str, Secret]) -> None:
        self._door = door
        self._make = make
        self._secrets = secrets

    def headers_for(self, request: WireRequest) -> Pairs:
        """The header for exactly this request. Raises Unsafe for one that must not have it."""
        self._door.check(request)
        return (("Authorization", self._make(request)),)

    def renew(self, rejected: WireReply) -> bool:  # noqa: ARG002
        """Nothing to renew."""
        return False

    def secrets(self) -> tuple[str, ...]:
        """What redaction must never let through, with the forms it takes in a header."""
        values = tuple(secret.reveal() for secret in self._secrets.values() if secret)
        if "user" in self._secrets:
            return (*values, _basic(self._secrets).partition(" ")[2])
        return values


class TokenAuthoriser:
    """Tokens of a sign-in, renewed when they are over or a 401 says so. Safe from any thread."""

    def __init__(self, door: _Door, renewal: Renewal, secrets: Mapping[str, Secret]) -> None:
        self._door = door
        self._renewal = renewal
        self._secrets = secrets
        self._sent = threading.local()

    def headers_for(self, request: WireRequest) -> Pairs:
        """The header for exactly this request. Raises ProviderError: signed out, or not renewable now."""
        self._door.check(request)
        access = self._renewal.current().access
        self._sent.access = access
        return (("Authorization", f"Bearer {access.reveal()}"),)

    def renew(self, rejected: WireReply) -> bool:
        """Whether another token than the one this thread sent last is there now. Raises ProviderError."""
        sent: Secret | None = getattr(self._sent, "access", None)
        if sent is None or rejected.status != 401:
            return False
        self._renewal.replace(sent)
        return True

    def secrets(self) -> tuple[str, ...]:
        """What redaction must never let through: tokens, the one just sent too, client secret."""
        sent: Secret | None = getattr(self._sent, "access", None)
        own = tuple(secret.reveal() for secret in self._secrets.values() if secret)
        return (*own, *self._renewal.held_secrets(), *((sent.reveal(),) if sent else ()))


def authoriser(
    scheme: AuthScheme,
    connection: Connection,
    base_url: str,
    secrets: Mapping[str, Secret],
    *,
    now: Callable[[], datetime],
    renewal: Renewal | None = None,
    nonce: Callable[[], str] | None = None,
) -> KeyAuthoriser | TokenAuthoriser:
    """What signs the requests of a connection. Raises as `check_secrets`, and Unsafe for a bad base URL.

    `renewal` is needed for the kind oauth, whose tokens it holds.
    """
    check_secrets(scheme, connection, secrets)
    is_live = connection.mode == "live" or any(key_mode(secret) == "live" for secret in secrets.values())
    require_safe_address(base_url, is_live=is_live)
    door = _Door(base_url, is_live)
    if scheme.kind == "oauth":
        if renewal is None:
            raise Unauthorised("error.not_signed_in")
        return TokenAuthoriser(door, renewal, secrets)
    return KeyAuthoriser(door, _maker(scheme, secrets, now, nonce or _nonce), secrets)


def signature(*, public: str, private: Secret, url: str, nonce: str, unix_time: int, body: bytes) -> str:
    """ChargeOver's COv1 signature, in hexadecimal.

    The URL goes in whole with its query and lower-cased as a whole, percent-escapes too; the body is
    empty for a GET. Source: developer.chargeover.com, authentication (signed requests).
    """
    said = "||".join((public, url.lower(), nonce, str(unix_time), "")).encode()
    return hmac.new(private.reveal().encode(), said + body, hashlib.sha256).hexdigest()


def _maker(
    scheme: AuthScheme, secrets: Mapping[str, Secret], now: Callable[[], datetime], nonce: Callable[[], str]
) -> Make:
    if scheme.kind == "signed":
        public, private = _header_safe(secrets, "public_key"), secrets["private_key"]
        return lambda request: _signed(request, public, private, int(now().timestamp()), nonce())
    if scheme.kind == "basic":
        header = _basic(secrets)
    else:
        token = _header_safe(secrets, "token")
        header = f"Bearer {token}" if scheme.kind == "bearer" else token
    return lambda _request: header


def _basic(secrets: Mapping[str, Secret]) -> str:
    user, password = (secrets[name].reveal() for name in ("user", "password"))
    if ":" in user:
        raise Unauthorised("error.secret_characters", {"secret": "user"})
    return "Basic " + base64.b64encode(f"{user}:{password}".encode("utf-8", "surrogatepass")).decode("ascii")


def _signed(request: WireRequest, public: str, private: Secret, unix_time: int, nonce: str) -> str:
    body = b"" if request.method == "GET" else request.content
    made = signature(
        public=public, private=private, url=request.url, nonce=nonce, unix_time=unix_time, body=body
    )
    return (
        f'ChargeOver co_public_key="{public}" co_nonce="{nonce}" co_timestamp="{unix_time}" '
        f'co_signature_method="HMAC-SHA256" co_version="1.0" co_signature="{made}"'
    )


def _header_safe(secrets: Mapping[str, Secret], name: str) -> str:
    value = secrets[name].reveal()
    if not value or not all("!" <= letter <= "~" and letter != '"' for letter in value):
        raise Unauthorised("error.secret_characters", {"secret": name})
    return value


def _nonce() -> str:
    return "".join(chance.choice(_NONCE_LETTERS) for _ in range(8))
