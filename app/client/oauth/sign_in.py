"""Signing in by the browser: open the provider's page, wait for the answer, exchange it for tokens."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from app.client.addresses import require_safe_address
from app.client.oauth.closing_page import Language
from app.client.oauth.endpoint import TokenEndpoint
from app.client.oauth.receiver import WAIT_S, Receiver
from app.client.oauth.tokens import Tokens
from app.client.secret import Secret

OpenBrowser = Callable[[str], bool]
"""Opens a link in the person's browser; whether it did. May raise OSError."""
ShowLink = Callable[[str, bool], None]
"""Is told the link and whether the browser opened, to show it with Copy."""


def sign_in(
    endpoint: TokenEndpoint,
    *,
    open_browser: OpenBrowser,
    show_link: ShowLink,
    language: Language = "en",
    timeout_s: float = WAIT_S,
    pkce_if_optional: bool = False,
) -> Tokens:
    """The tokens the person allowed. Blocks until then, so run it in a job; the caller keeps them.

    Raises Unauthorised (declined, too late, refused), Cancelled, Unreachable, Unsafe, Unexpected.
    """
    server = endpoint.server
    require_safe_address(server.authorize_url, is_live=endpoint.is_live)
    require_safe_address(server.token_url, is_live=endpoint.is_live)
    state = Secret(secrets.token_urlsafe(32))
    with_pkce = server.pkce == "always" or (server.pkce == "optional" and pkce_if_optional)
    verifier = Secret(secrets.token_urlsafe(48)) if with_pkce else None
    with Receiver(server.ports, state, language) as receiver:
        redirect_uri = receiver.redirect_uri
        link = _link(endpoint, redirect_uri, state, verifier)
        show_link(link, _opened(open_browser, link))
        code = receiver.wait(endpoint.cancel, timeout_s)
    return endpoint.exchange(code, redirect_uri=redirect_uri, verifier=verifier)


def challenge(verifier: Secret) -> str:
    """The S256 code challenge. Source: RFC 7636, 4.2."""
    digest = hashlib.sha256(verifier.reveal().encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def _link(endpoint: TokenEndpoint, redirect_uri: str, state: Secret, verifier: Secret | None) -> str:
    query = {
        "response_type": "code",
        "client_id": endpoint.application.client_id,
        "redirect_uri": redirect_uri,
        "state": state.reveal(),
    }
    if endpoint.server.scopes:
        query["scope"] = " ".join(endpoint.server.scopes)
    if verifier is not None:
        query |= {"code_challenge": challenge(verifier), "code_challenge_method": "S256"}
    address = endpoint.server.authorize_url
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(query)}"


def _opened(open_browser: OpenBrowser, link: str) -> bool:
    try:
        return open_browser(link)
    except OSError:
        return False
