"""How one signs in at a provider: which secrets are asked for, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class SecretField:
    """One thing to be typed in, with the words `secret.<name>` and `secret.<name>.help` (where it is)."""

    name: str
    is_secret: bool = True
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class OAuthServer:
    """Where to authorize, to exchange and refresh, to revoke. Source: the provider's own pages.

    `ports` are tried in turn for the loopback redirect; 0 is any. `rotates`: a refresh token works
    once, and its successor must be kept before anything else is done.
    """

    authorize_url: str
    token_url: str
    revoke_url: str = ""
    scopes: tuple[str, ...] = ()
    ports: tuple[int, ...] = (0,)
    pkce: Literal["always", "never", "optional"] = "always"
    rotates: bool = True


@dataclass(frozen=True, slots=True)
class AuthScheme:
    """One way in. `kind` says what the driver makes of the fields.

    bearer: `token` in `Authorization: Bearer`. raw: `token` alone in `Authorization`. basic: `user`
    and `password`. signed: ChargeOver's COv1 of `public_key` and `private_key`. oauth: `client_id`
    and `client_secret` of the person's own, then the browser.
    """

    id: str
    kind: Literal["bearer", "raw", "basic", "signed", "oauth"]
    fields: tuple[SecretField, ...]
    oauth: OAuthServer | None = None
