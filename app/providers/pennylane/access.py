"""Where Pennylane is, how one signs in, how often one may ask, and what a gateway call carries.

Two dialects: `direct` is the vendor's own API, whose host serves the sandbox too (the token selects
it); `gateway` is the one whose pages print no host, so that a connection must name it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.client.options import OptionSpec
from app.client.provider import Connection, Dialect, Limit
from app.client.schemes import AuthScheme, OAuthServer, SecretField
from app.providers.pennylane.codes import DIRECT, GATEWAY, SOFTWARES

HOST: Final = "https://app.pennylane.com"
V2_DIALECTS: Final = (
    Dialect(DIRECT, f"{HOST}/api/external/v2"),
    Dialect(GATEWAY, "", is_base_url_known=False),
)
V1_DIALECTS: Final = (Dialect(DIRECT, f"{HOST}/api/external/v1"),)

V2_LIMITS: Final = (Limit(25, 5.0),)
"""25 requests in 5 seconds for each token, in the sandbox too."""

_TOKEN: Final = (SecretField("token"),)
_APPLICATION: Final = (SecretField("client_id", is_secret=False), SecretField("client_secret"))


def company_token() -> AuthScheme:
    """A token an administrator makes in the product, with its scopes and an end."""
    return AuthScheme("company_token", "bearer", _TOKEN)


def oauth(scopes: tuple[str, ...]) -> tuple[AuthScheme, AuthScheme]:
    """Sign-in by browser for the holder of an application.

    The guide and the vendor's API file print different token addresses, `/oauth/token` and
    `/oauth/oauth/token`. The first is the usual choice; the second is a scheme of its own.
    """
    return (
        AuthScheme("oauth", "oauth", _APPLICATION, _server("/oauth/token", scopes)),
        AuthScheme("oauth_second_address", "oauth", _APPLICATION, _server("/oauth/oauth/token", scopes)),
    )


def gateway_tokens() -> tuple[AuthScheme, AuthScheme]:
    """A partner token as it is, or as a bearer token: the pages do not say which is meant."""
    return AuthScheme("gateway_raw", "raw", _TOKEN), AuthScheme("gateway_bearer", "bearer", _TOKEN)


def _server(token_path: str, scopes: tuple[str, ...]) -> OAuthServer:
    return OAuthServer(
        authorize_url=f"{HOST}/oauth/authorize",
        token_url=f"{HOST}{token_path}",
        revoke_url=f"{HOST}/oauth/revoke",
        scopes=scopes,
        pkce="optional",
        rotates=True,
    )


GATEWAY_OPTIONS: Final = (
    OptionSpec(
        "x_source",
        "choice",
        "connection",
        group="gateway",
        choices=("billy",),
        default="billy",
        seed="x-source",
    ),
    OptionSpec(
        "x_source_software",
        "choice",
        "connection",
        group="gateway",
        choices=SOFTWARES,
        seed="x-source-software",
    ),
)
"""Both headers; the `direct` dialect sends neither. Which software one is, is the person's to say."""


def dialect_of(connection: Connection) -> str:
    """`direct` or `gateway`; a connection that names none is direct."""
    return GATEWAY if connection.dialect == GATEWAY else DIRECT


def gateway_headers(connection: Connection) -> Sequence[tuple[str, str]]:
    """The two source headers on the gateway, nothing on the direct API."""
    if dialect_of(connection) != GATEWAY:
        return ()
    told = connection.settings
    software = told.get("x_source_software")
    named = (("x-source-software", str(software)),) if software else ()
    return (("x-source", str(told.get("x_source") or "billy")), *named)
