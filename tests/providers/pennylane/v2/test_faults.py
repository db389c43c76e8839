"""With the program's own driver, through every trouble there is: one invoice, and it is reported."""

from __future__ import annotations

import logging

import pytest

from app.client.calls import Receipt
from app.client.clock import StopSwitch
from app.client.drive import Pace, StillLooking, drive
from app.client.errors import ProviderError
from app.client.transport import WireReply, WireRequest
from app.practice.faults import FAULTS, Fault, FaultKind, FaultyService
from app.practice.pennylane.desk import TOKEN
from app.practice.transport import PracticeTransport
from app.providers.pennylane.v2 import PROVIDER
from tests.fakes.notebook import OwnClock, Pages
from tests.providers.pennylane.v2.cases import DIRECT, draft, practice, submission

MOST_LIVES = 12


class Token:
    def headers_for(self, _request: WireRequest) -> tuple[tuple[str, str], ...]:
        return (("authorization", f"Bearer {TOKEN}"),)

    def renew(self, _rejected: WireReply) -> bool:
        return False

    def secrets(self) -> tuple[str, ...]:
        return (TOKEN,)


@pytest.mark.parametrize("path", ["/company_customers", "/customer_invoices", "/invoice_lines"])
@pytest.mark.parametrize("kind", FAULTS)
def test_whatever_breaks_one_invoice_is_made_and_reported(kind: FaultKind, path: str) -> None:
    company = practice()
    before = company.state()
    service = FaultyService(company)
    method = "GET" if path == "/invoice_lines" else "POST"
    service.order(Fault(kind, method=method, path=path))
    clock, journal = OwnClock(), Pages()
    of = draft()
    settled: Receipt | ProviderError | None = None
    for _ in range(MOST_LIVES):
        try:
            settled = drive(
                PROVIDER.submit(submission(of)),
                provider=PROVIDER,
                connection=DIRECT,
                draft=of,
                transport=PracticeTransport(service, clock),
                authoriser=Token(),
                journal=journal,
                pace=Pace(clock),
                clock=clock,
                cancel=StopSwitch(),
                log=logging.getLogger("tests.pennylane"),
                jitter=lambda: 1.0,
            )
            break
        except StillLooking as looking:
            clock.passed_s += max(0.0, (looking.until - clock.now()).total_seconds()) + 1
        except ProviderError as error:
            settled = error
            clock.passed_s += 120
    assert isinstance(settled, Receipt)
    assert settled.remote_id
    assert len(company.documents()) == 1
    customers = [state["records"]["customers"] for state in (before, company.state())]  # type: ignore[index,call-overload]
    assert len(customers[1]) == len(customers[0]) + 1  # type: ignore[arg-type]
