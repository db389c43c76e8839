"""Where a person looks when only she can tell what is at a provider."""

from __future__ import annotations

from urllib.parse import urlsplit

from app.client.provider import Connection, Provider


def site_of(provider: Provider, connection: Connection) -> str:
    """The provider's own site for that account, over https; empty where there is none to open."""
    if connection.mode == "practice":
        return ""
    address = urlsplit(provider.site(connection) or provider.base_url(connection))
    if address.scheme != "https" or not address.hostname or "{" in address.netloc:
        return ""
    path = address.path if provider.site(connection) else "/"
    return f"https://{address.netloc}{path}"
