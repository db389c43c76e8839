"""Whatever goes wrong on the way: one invoice in V1, and it is reported."""

from __future__ import annotations

import pytest
from pydantic import JsonValue

from app.practice.faults import FAULTS, Fault, FaultKind
from app.practice.pennylane.v1 import V1Simulator
from app.providers.pennylane.v1 import PROVIDER
from tests.providers.pennylane.import_cases import draft, submission
from tests.providers.pennylane.import_lives import Killed, MortalPages, Office
from tests.providers.pennylane.v1.test_import import CONNECTION


@pytest.mark.parametrize("own_reference", ["", "chantier-12"])
@pytest.mark.parametrize("kind", FAULTS)
def test_one_invoice_whatever_goes_wrong_with_its_import(kind: FaultKind, own_reference: str) -> None:
    office = Office(PROVIDER, V1Simulator())
    office.service.order(Fault(kind, method="POST"))
    receipt = office.until_done(submission(CONNECTION, draft(external_reference=own_reference)))
    assert receipt is not None
    assert [found["id"] for found in office.simulator.documents()] == [receipt.remote_id]  # type: ignore[index,call-overload]


class Forgetful(V1Simulator):
    """V1 as it would be if it took the same number and reference twice: only looking helps then."""

    def _free(self, invoice: dict[str, JsonValue]) -> None:
        del invoice


@pytest.mark.parametrize("kind", [kind for kind in FAULTS if kind != "twice_done"])
def test_looking_alone_keeps_it_to_one_invoice(kind: FaultKind) -> None:
    simulator = Forgetful()
    office = Office(PROVIDER, simulator)
    office.service.order(Fault(kind, method="POST"))
    assert office.until_done(submission(CONNECTION, draft())) is not None
    assert len(simulator.documents()) == 1


@pytest.mark.parametrize("is_written", [True, False], ids=["after", "before"])
@pytest.mark.parametrize("write", range(1, 4))
def test_one_invoice_when_the_program_is_killed_at_a_write_of_its_journal(
    write: int, is_written: bool
) -> None:
    office = Office(PROVIDER, V1Simulator(), MortalPages(write, is_written))
    sub = submission(CONNECTION, draft(external_reference="chantier-12"))
    with pytest.raises(Killed):
        office.until_done(sub)
    receipt = office.until_done(sub)
    assert receipt is not None
    assert len(office.simulator.documents()) == 1
