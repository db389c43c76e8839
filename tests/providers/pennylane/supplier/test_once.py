"""Whatever goes wrong on the way: one supplier, one invoice, and it is reported."""

from __future__ import annotations

import pytest

from app.client.provider import Connection, Submission
from app.practice.faults import FAULTS, Fault, FaultKind
from app.practice.pennylane.supplier import SupplierSimulator
from app.providers.pennylane.supplier import PROVIDER
from tests.providers.pennylane.import_cases import draft, submission
from tests.providers.pennylane.import_lives import Killed, MortalPages, Office
from tests.providers.pennylane.supplier.test_import import DIRECT, GATEWAY

NEW = {"name": "Neuf SAS", "addresses": [{"country": "FR"}]}


def case(connection: Connection) -> Submission:
    return submission(connection, draft(seller=NEW), {} if connection is DIRECT else {"supplier_id": "1"})


def ends_well(office: Office, sub: Submission, simulator: SupplierSimulator) -> None:
    receipt = office.until_done(sub)
    assert receipt is not None
    assert [str(found["id"]) for found in simulator.documents()] == [receipt.remote_id]  # type: ignore[index,call-overload]
    assert len(simulator.suppliers) == (2 if sub.connection is DIRECT else 1)


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("post", [1, 2, 3], ids=["supplier", "file", "invoice"])
def test_one_invoice_whatever_goes_wrong_at_the_vendor(kind: FaultKind, post: int) -> None:
    simulator = SupplierSimulator()
    office = Office(PROVIDER, simulator)
    office.service.order(Fault(kind, at=post, method="POST"))
    ends_well(office, case(DIRECT), simulator)


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("post", [1, 2], ids=["file", "invoice"])
def test_one_invoice_whatever_goes_wrong_at_the_gateway(kind: FaultKind, post: int) -> None:
    simulator = SupplierSimulator()
    office = Office(PROVIDER, simulator)
    office.service.order(Fault(kind, at=post, method="POST"))
    ends_well(office, case(GATEWAY), simulator)


@pytest.mark.parametrize("kind", FAULTS)
@pytest.mark.parametrize("get", [1, 2])
def test_one_invoice_or_none_whatever_goes_wrong_with_a_request_that_reads(kind: FaultKind, get: int) -> None:
    simulator = SupplierSimulator()
    office = Office(PROVIDER, simulator)
    office.service.order(Fault(kind, at=get, method="GET"))
    receipt = office.until_done(case(DIRECT))
    assert len(simulator.documents()) == (0 if receipt is None else 1)
    if receipt is None:
        assert kind in ("nulls", "wrong_types")


@pytest.mark.parametrize("is_written", [True, False], ids=["after", "before"])
@pytest.mark.parametrize("write", range(1, 9))
def test_one_invoice_when_the_program_is_killed_at_a_write_of_its_journal(
    write: int, is_written: bool
) -> None:
    simulator = SupplierSimulator()
    office = Office(PROVIDER, simulator, MortalPages(write, is_written))
    sub = case(DIRECT)
    with pytest.raises(Killed):
        office.until_done(sub)
    ends_well(office, sub, simulator)
