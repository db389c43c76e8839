"""Whatever goes wrong on the way: one invoice, and it is reported; or none, with the reason."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from app.client.authorise import authoriser
from app.client.calls import Flow, Receipt, Reply
from app.client.clock import StopSwitch
from app.client.drive import Pace, StillLooking, drive
from app.client.errors import Interrupted, Throttled, Unexpected, Unreachable, Unsafe
from app.client.provider import Submission
from app.client.secret import Secret
from app.domain.draft import Draft
from app.practice.chargeover_v3 import ChargeOverSimulator
from app.practice.faults import FAULTS, Fault, FaultKind, FaultyService
from app.practice.transport import PracticeTransport
from app.providers.chargeover_v3 import PROVIDER
from tests.fakes.notebook import OwnClock, Pages
from tests.providers.chargeover.desk import connection, request_of, submission
from tests.providers.chargeover.drafts import draft, line

LIVES = 12
"""Lives of the program after which everything must have come to its end."""


@dataclass
class Office:
    """A driver with a journal that outlives it."""

    simulator: ChargeOverSimulator = field(default_factory=ChargeOverSimulator)
    clock: OwnClock = field(default_factory=OwnClock)
    journal: Pages = field(default_factory=Pages)

    def __post_init__(self) -> None:
        self.service = FaultyService(self.simulator)

    def live(self, flow: Flow[Receipt], sent: Draft) -> Receipt:
        scheme = PROVIDER.schemes[0]
        secrets = {name: Secret(value) for name, value in self.simulator.accepted_secrets.items()}
        linked = connection()
        return drive(
            flow,
            provider=PROVIDER,
            connection=linked,
            draft=sent,
            transport=PracticeTransport(self.service, self.clock),
            authoriser=authoriser(scheme, linked, PROVIDER.base_url(linked), secrets, now=self.clock.now),
            journal=self.journal,
            pace=Pace(self.clock),
            clock=self.clock,
            cancel=StopSwitch(),
            log=logging.getLogger("tests.chargeover"),
            jitter=lambda: 1.0,
        )

    def until_done(self, sub: Submission) -> Receipt | None:
        """Lives until there is a receipt; None when every life ends with the same senseless answer."""
        for _ in range(LIVES):
            try:
                return self.live(PROVIDER.submit(sub), sub.draft)
            except StillLooking as looking:
                self.clock.wait((looking.until - self.clock.now()).total_seconds() + 1, StopSwitch())
            except (Interrupted, Throttled, Unreachable, Unexpected, Unsafe):
                self.clock.wait(timedelta(minutes=1).total_seconds(), StopSwitch())
        return None


def plain_submission() -> Submission:
    return submission(draft(line(label="New"), external_reference="order-1"), items_by_rate={})


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("post", [1, 2, 3], ids=["customer", "item", "invoice"])
def test_one_invoice_whatever_goes_wrong_with_a_request_that_makes_something(
    kind: FaultKind, post: int
) -> None:
    office = Office()
    office.service.order(Fault(kind, at=post, method="POST"))
    receipt = office.until_done(plain_submission())
    assert receipt is not None
    assert [found["invoice_id"] for found in office.simulator.documents()] == [int(receipt.remote_id)]
    assert len(office.simulator.account.records("customer")) == 3
    assert len(office.simulator.account.records("item")) == 9


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("get", range(1, 10))
def test_one_invoice_or_none_whatever_goes_wrong_with_a_request_that_reads(kind: FaultKind, get: int) -> None:
    office = Office()
    office.service.order(Fault(kind, at=get, method="GET"))
    receipt = office.until_done(plain_submission())
    assert len(office.simulator.documents()) == (0 if receipt is None else 1)
    assert receipt is not None or (kind in ("nulls", "wrong_types") and get < 8)


def test_an_invoice_that_cannot_be_read_back_is_reported_as_made() -> None:
    office = Office()
    office.service.order(Fault("nulls", at=8, method="GET", times=2))
    receipt = office.until_done(plain_submission())
    assert receipt is not None
    assert (receipt.remote_id, receipt.state) == ("10001", "unknown")
    assert [notice.code for notice in receipt.notices] == ["notice.not_read_back"]


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


@pytest.mark.parametrize("is_written", [True, False], ids=["after", "before"])
@pytest.mark.parametrize("write", range(1, 15))
def test_one_invoice_when_the_program_is_killed_at_a_write_of_its_journal(
    write: int, is_written: bool
) -> None:
    office = Office(journal=MortalPages(write, is_written))
    sub = plain_submission()
    with pytest.raises(Killed):
        office.until_done(sub)
    receipt = office.until_done(sub)
    assert receipt is not None
    assert [found["invoice_id"] for found in office.simulator.documents()] == [int(receipt.remote_id)]
    assert len(office.simulator.account.records("customer")) == 3
    assert len(office.simulator.account.records("item")) == 9


@pytest.mark.parametrize("kind", FAULTS)
def test_one_payment_whatever_goes_wrong_with_it(kind: FaultKind) -> None:
    office = Office()
    sub = plain_submission()
    receipt = office.until_done(sub)
    assert receipt is not None
    office.service.order(Fault(kind, method="POST", path="/transaction"))
    pay = next(action for action in PROVIDER.actions if action.id == "mark_paid").flow
    for _ in range(LIVES):
        try:
            office.live(pay(request_of(sub.draft, receipt)), sub.draft)
            break
        except StillLooking as looking:
            office.clock.wait((looking.until - office.clock.now()).total_seconds() + 1, StopSwitch())
        except (Interrupted, Throttled, Unreachable):
            office.clock.wait(60, StopSwitch())
        except (Unexpected, Unsafe):
            break
    assert len(office.simulator.account.records("transaction")) <= 1
