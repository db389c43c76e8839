"""Whether this machine has a way out at all; asked of the system, nothing is sent."""

from __future__ import annotations

import socket
from typing import Final

_FAR: Final = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses that belong to nobody (RFC 5737, RFC 3849): a route to them is a route to anywhere."""


def has_route() -> bool:
    """Whether the system would know where to send a packet. At once, and without sending one."""
    return any(_knows(family, address) for family, address in _FAR)


def _knows(family: socket.AddressFamily, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asked:
            asked.connect((address, 9))  # of a datagram socket this only chooses a route
    except OSError:
        return False
    return True
