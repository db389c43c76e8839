"""Which addresses may be given a secret."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from app.client.errors import Unsafe


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address. Raises Unsafe for one that no secret can go to."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise Unsafe("error.address", {"address": _shown(url)}) from None
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.password:
        raise Unsafe("error.address", {"address": _shown(url)})
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80)


def require_safe_address(url: str, *, is_live: bool) -> None:
    """Raises Unsafe for plain http, unless nothing is live and the address is this machine's own."""
    scheme, host, _port = origin(url)
    if scheme == "https" or (not is_live and _is_this_machine(host)):
        return
    raise Unsafe("error.plain_http", {"host": host})


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _shown(url: str) -> str:
    return url.partition("?")[0].rpartition("@")[2][:100]
