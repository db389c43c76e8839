"""The way to a simulator within the program: no socket, the same errors a network would give."""

from __future__ import annotations

from app.client.clock import Clock
from app.client.errors import Cancelled, Interrupted, Unexpected, Unreachable
from app.client.transport import Cancel, WireReply, WireRequest
from app.practice.faults import DROPS, FaultyService

LARGEST_ANSWER = 10_000_000
DELAY_S = 3.0


class PracticeTransport:
    """Asks a simulator. A fault that is ordered there shows as the network would show it.

    `is_offline` is the plug that one pulls: as long as it is set, nothing arrives.
    """

    def __init__(self, service: FaultyService, clock: Clock) -> None:
        self._service = service
        self._clock = clock
        self.is_offline = False

    def send(self, request: WireRequest, *, timeout_s: float, cancel: Cancel) -> WireReply:
        """The simulator's answer. Raises as every Transport does."""
        if cancel.is_set:
            raise Cancelled("cancelled")
        if self.is_offline:
            raise Unreachable("name_not_found")
        kind, reply = self._service.answer(request)
        if kind in ("delay", "drip"):
            self._clock.wait(min(DELAY_S, timeout_s), cancel)
            if cancel.is_set:
                raise Cancelled("cancelled_midway")
            if timeout_s <= DELAY_S:
                raise Interrupted("answer_late")
        if kind in DROPS:
            raise Interrupted("answer_lost")
        if len(reply.content) > LARGEST_ANSWER:
            raise Unexpected("answer_too_large", {"megabytes": "10"}, status=reply.status)
        return reply

    def close(self) -> None:
        """Nothing is open."""
