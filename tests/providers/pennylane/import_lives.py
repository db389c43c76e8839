"""Programs that live on a journal: driven by the real driver, hit by ordered faults, and killed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from app.client.authorise import authoriser
from app.client.calls import Receipt, Reply
from app.client.clock import StopSwitch
from app.client.drive import Pace, StillLooking, drive
from app.client.errors import Interrupted, Throttled, Unexpected, Unreachable, Unsafe
from app.client.provider import Provider, Submission
from app.client.secret import Secret
from app.practice.faults import FaultyService
from app.practice.simulator import Simulator
from app.practice.transport import PracticeTransport
from tests.fakes.notebook import OwnClock, Pages

LIVES = 12
"""Lives of the program after which everything must have come to its end."""


@dataclass
class Office:
    """A driver with a journal that outlives it."""

    provider: Provider
    simulator: Simulator
    journal: Pages = field(default_factory=Pages)
    clock: OwnClock = field(default_factory=OwnClock)

    def __post_init__(self) -> None:
        self.service = FaultyService(self.simulator)

    def live(self, sub: Submission) -> Receipt:
        provider, linked = self.provider, sub.connection
        secrets = {name: Secret(value) for name, value in self.simulator.accepted_secrets.items()}
        base = provider.base_url(linked)
        return drive(
            provider.submit(sub),
            provider=provider,
            connection=linked,
            draft=sub.draft,
            transport=PracticeTransport(self.service, self.clock),
            authoriser=authoriser(provider.schemes[0], linked, base, secrets, now=self.clock.now),
            journal=self.journal,
            pace=Pace(self.clock),
            clock=self.clock,
            cancel=StopSwitch(),
            log=logging.getLogger("tests.pennylane"),
            jitter=lambda: 1.0,
        )

    def until_done(self, sub: Submission) -> Receipt | None:
        """Lives until there is a receipt; None when every life ends with the same senseless answer."""
        for _ in range(LIVES):
            try:
                return self.live(sub)
            except StillLooking as looking:
                self.clock.wait((looking.until - self.clock.now()).total_seconds() + 1, StopSwitch())
            except (Interrupted, Throttled, Unreachable, Unexpected, Unsafe):
                self.clock.wait(60.0, StopSwitch())
        return None


class Killed(BaseException):
    """The program ends here, as by SIGKILL."""


class MortalPages(Pages):
    """A journal whose program is killed before or after one of its writes."""

    def __init__(self, write: int, is_written: bool) -> None:
        super().__init__()
        self.left, self.is_written = write, is_written

    def intend(self, step: str, fingerprint: str, at: datetime) -> None:
        self._write(lambda: super(MortalPages, self).intend(step, fingerprint, at))

    def answer(self, step: str, reply: Reply, at: datetime) -> None:
        self._write(lambda: super(MortalPages, self).answer(step, reply, at))

    def _write(self, write: Callable[[], None]) -> None:
        self.left -= 1
        if self.left != 0 or self.is_written:
            write()
        if self.left == 0:
            raise Killed
