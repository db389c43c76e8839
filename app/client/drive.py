"""Runs a flow: every call paced, signed, journalled, repeated only as it allows, and read with care.

flow --Call--> kept in the journal? --yes--> its reply, no network
                    | no
               paced, intent kept, sent --> reply kept --> back into the flow
                    | no answer
               Call.repeat: again, look first, or ask
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from typing import TypeVar

from app.client.calls import Flow, Reply
from app.client.clock import Clock, StopSwitch, SystemClock
from app.client.errors import ProviderError
from app.client.journal import NOT_SENT, Authoriser, Kept, StepJournal, StillLooking, Unwritten
from app.client.pace import Pace
from app.client.provider import Connection, Provider
from app.client.sender import Sender
from app.client.steps import Steps
from app.client.transport import Cancel, Transport
from app.domain.draft import Draft

__all__ = [
    "NOT_SENT",
    "Authoriser",
    "Clock",
    "Kept",
    "Pace",
    "StepJournal",
    "StillLooking",
    "StopSwitch",
    "SystemClock",
    "Unwritten",
    "drive",
]

T = TypeVar("T")


def drive(
    flow: Flow[T],
    *,
    provider: Provider,
    connection: Connection,
    draft: Draft | None,
    transport: Transport,
    authoriser: Authoriser,
    journal: StepJournal,
    pace: Pace,
    clock: Clock,
    cancel: Cancel,
    log: logging.Logger,
    jitter: Callable[[], float] = random.random,
) -> T:
    """What the flow returns, after every one of its calls is answered.

    `jitter` gives numbers from 0 to 1 that spread repeats in time. Raises ProviderError, its `step`
    set; StillLooking when a lost request was not found yet and may still arrive; RuntimeError when
    the flow itself is at fault. An effect whose outcome is open after Interrupted, Cancelled or
    StillLooking stands in the journal without a reply, and the next run begins with looking for it.
    """
    sender = Sender(provider, connection, draft, transport, authoriser, pace, clock, cancel, log, jitter)
    steps = Steps(sender, journal)
    reply: Reply | None = None
    try:
        while True:
            try:
                call = next(flow) if reply is None else flow.send(reply)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]
            except ProviderError as error:
                error.step = error.step or steps.last
                raise
            reply = steps.answer(call)
    finally:
        flow.close()
