"""Trouble to order: what networks and servers do wrong, at the request one names.

The same orders serve practice mode, where nothing leaves the program, and the loopback server of the
tests, where connections really break.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final, Literal, get_args
from urllib.parse import urlsplit

from app.client.transport import WireReply, WireRequest
from app.practice.simulator import Simulator

FaultKind = Literal[
    "drop_unread",
    "drop_before",
    "drop_after",
    "drop_within",
    "delay",
    "drip",
    "twice_answered",
    "twice_done",
    "throttled",
    "throttled_until",
    "error_before",
    "error_after",
    "unavailable",
    "garbage",
    "page",
    "nulls",
    "wrong_types",
    "huge",
    "elsewhere",
]
"""drop_unread: the connection ends before the request is read. drop_before: after it is read, undone.
drop_after: done, no answer. drop_within: done, half an answer. delay: done, the answer late. drip: done,
the answer a few bytes at a time. twice_answered: the same bytes twice. twice_done: the network doubles
the request; the first answer comes. throttled: 429 with Retry-After 1; throttled_until: without.
error_before, error_after: 500, undone or done. unavailable: 503, undone. garbage, page, nulls,
wrong_types, huge: done, but the answer is half JSON, a portal's HTML, all null, of other types, 11 MB.
elsewhere: a redirect to another host, undone."""
FAULTS: Final[tuple[FaultKind, ...]] = get_args(FaultKind)
DROPS: Final = frozenset({"drop_unread", "drop_before", "drop_after", "drop_within"})
UNDONE: Final = frozenset(
    {"drop_unread", "drop_before", "throttled", "throttled_until", "error_before", "unavailable", "elsewhere"}
)
"""Those after which the simulator has not seen the request."""
HUGE: Final = 11_000_000


@dataclass(frozen=True, slots=True)
class Fault:
    """One order. It waits for request number `at` (from 1) of those that fit, or the next one if 0,
    and goes wrong `times` times in a row. `method` and `path` (a part of it) say which fit."""

    kind: FaultKind
    at: int = 0
    method: str = ""
    path: str = ""
    times: int = 1

    def fits(self, request: WireRequest) -> bool:
        """Whether this request counts."""
        return self.method in ("", request.method) and self.path in urlsplit(request.url).path


class FaultyService:
    """A simulator, and the orders for it. Answers one request at a time, from any thread."""

    def __init__(self, simulator: Simulator, faults: Iterable[Fault] = ()) -> None:
        self.simulator = simulator
        self._lock = Lock()
        self._orders: list[_Order] = [_Order(fault) for fault in faults]
        self._requests: list[WireRequest] = []

    @property
    def requests(self) -> tuple[WireRequest, ...]:
        """Every request that arrived, also those that went wrong."""
        with self._lock:
            return tuple(self._requests)

    def order(self, fault: Fault) -> None:
        """Let this go wrong."""
        with self._lock:
            self._orders.append(_Order(fault))

    def take_back(self) -> None:
        """Let nothing more go wrong."""
        with self._lock:
            self._orders.clear()

    def answer(self, request: WireRequest) -> tuple[FaultKind | None, WireReply]:
        """The answer, and what is to go wrong with it on its way."""
        return self.answer_read(request, lambda: request.content)

    def answer_read(self, head: WireRequest, read: Callable[[], bytes]) -> tuple[FaultKind | None, WireReply]:
        """The same for a request whose content is still to be read, unless it is dropped before."""
        with self._lock:
            due = next((order for order in self._orders if order.is_due(head)), None)
        kind = due.fault.kind if due else None
        request = head if kind == "drop_unread" else replace(head, content=read())
        with self._lock:
            self._requests.append(request)
            if kind in UNDONE:
                return kind, _instead(kind)
            reply = self.simulator.answer(request)
            if kind == "twice_done":
                self.simulator.answer(request)
            return kind, _spoilt(kind, reply) if kind else reply


class _Order:
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self._seen = 0
        self._left = fault.times

    def is_due(self, request: WireRequest) -> bool:
        if self._left == 0 or not self.fault.fits(request):
            return False
        self._seen += 1
        if self._seen < self.fault.at:
            return False
        self._left -= 1
        return True


def _instead(kind: FaultKind) -> WireReply:
    match kind:
        case "throttled":
            return WireReply(429, {"content-type": "text/plain", "retry-after": "1"}, b"Retry later\n")
        case "throttled_until":
            return WireReply(429, {"content-type": "text/plain"}, b"Retry later\n")
        case "unavailable":
            return WireReply(503, {"content-type": "text/plain", "retry-after": "1"}, b"Service Unavailable")
        case "elsewhere":
            return WireReply(302, {"location": "https://elsewhere.example/sign-in"})
        case _:
            return _failed()


def _failed() -> WireReply:
    return WireReply(500, {"content-type": "text/plain"}, b"Internal Server Error")


def _spoilt(kind: FaultKind, reply: WireReply) -> WireReply:
    told = {"content-type": "application/json"}
    match kind:
        case "error_after":
            return _failed()
        case "garbage":
            return WireReply(reply.status, told, b'{"id": 12, "lines": [{"am\xff')
        case "page":
            page = b"<!DOCTYPE html><title>Sign in to this network</title>"
            return WireReply(200, {"content-type": "text/html"}, page)
        case "nulls":
            return WireReply(reply.status, told, b"null")
        case "wrong_types":
            return WireReply(reply.status, told, b'{"id": [true], "response": 7, "status": {}, "items": "x"}')
        case "huge":
            return WireReply(reply.status, told, b'{"x": "' + b"x" * HUGE + b'"}')
        case _:
            return reply
