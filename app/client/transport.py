"""The seam below the driver: bytes out, bytes in. The network is one transport, a simulator another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from app.client.calls import Pairs


@dataclass(frozen=True, slots=True)
class WireRequest:
    """A request as it goes over the wire. Its repr shows neither headers nor content: they hold secrets."""

    method: str
    url: str
    headers: Pairs = field(default=(), repr=False)
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class WireReply:
    """An answer as it came. Header names are in lower case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    content: bytes = field(default=b"", repr=False)


class Cancel(Protocol):
    """Whether to stop, and a word when it is time to. Safe from any thread."""

    @property
    def is_set(self) -> bool:
        """Whether the person wants no more of it."""

    def when_set(self, act: Callable[[], None]) -> Callable[[], None]:
        """Call `act` once when it is set, at once if it is; the returned function takes it back."""


class Transport(Protocol):
    """Takes one request to where it goes. One for each send; closed by who made it."""

    def send(self, request: WireRequest, *, timeout_s: float, cancel: Cancel) -> WireReply:
        """The whole answer. Raises Unreachable if nothing was sent, Interrupted if something was,
        Cancelled, Unsafe, or Unexpected for an answer that is too large."""

    def close(self) -> None:
        """Let go of its connections."""
