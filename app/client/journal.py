"""What a run of a flow leaves behind, so that another run continues where it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from app.client.calls import Pairs, Reply
from app.client.transport import WireReply, WireRequest

NOT_SENT: Final = Reply(0)
"""Kept as a step's reply when it is certain that nothing of the request left this machine."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a step. `reply` None: it was begun, and nobody knows how it ended.

    `fingerprint` is empty for calls that only read: those are not announced. `is_denied`: a person has
    looked, and says that it was not done.
    """

    intended_at: datetime
    fingerprint: str
    reply: Reply | None
    is_denied: bool = False


class StepJournal(Protocol):
    """The steps of one outbox entry. Both writes are durable before they return.

    `intend` after a reply is kept begins the step anew and forgets that reply: it said that nothing
    was done (`NOT_SENT`, not signed in, throttled). `answer` without an intent keeps the reply of a
    call that only reads.
    """

    def kept(self, step: str, /) -> Kept | None:
        """What is known of this step; None if it never began."""

    def intend(self, step: str, fingerprint: str, at: datetime, /) -> None:
        """The step is about to be sent."""

    def answer(self, step: str, reply: Reply, at: datetime, /) -> None:
        """The step has ended so."""


class Unwritten:
    """A journal that keeps nothing, for flows that only read: lists, who one is signed in as."""

    def kept(self, _step: str) -> Kept | None:
        """Nothing."""
        return None

    def intend(self, step: str, _fingerprint: str, _at: datetime) -> None:
        """What changes something needs a journal that lasts. Raises ValueError."""
        raise ValueError(f"the step {step} changes something and has no journal")

    def answer(self, _step: str, _reply: Reply, _at: datetime) -> None:
        """Let it go."""


class Authoriser(Protocol):
    """Credentials of one connection."""

    def headers_for(self, request: WireRequest) -> Pairs:
        """The headers that sign exactly this request. Raises ProviderError."""

    def renew(self, rejected: WireReply) -> bool:
        """After a 401: whether it is worth one more try."""

    def secrets(self) -> tuple[str, ...]:
        """What no log and no message may ever show."""


class StillLooking(Exception):
    """A lost request was looked for and is not there yet. Run the flow again after `until`."""

    def __init__(self, step: str, until: datetime) -> None:
        super().__init__(step)
        self.step = step
        self.until = until
