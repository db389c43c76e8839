"""A flow can be gone through without a network."""

from __future__ import annotations

import pytest

from app.client.calls import Call, Flow, Receipt
from app.client.rehearsal import rehearse


def test_each_call_is_answered_with_its_own_sample() -> None:
    def flow() -> Flow[Receipt]:
        found = yield Call("customer.find", "GET", "/customers", sample={"id": "{customer.find.id}"})
        made = yield Call("create", "POST", f"/invoices/{found.body['id']}", sample={"id": "{create.id}"})  # type: ignore[index, call-overload]
        return Receipt(remote_id=str(made.body["id"]))  # type: ignore[index, call-overload]

    calls, receipt = rehearse(flow())
    assert [call.step for call in calls] == ["customer.find", "create"]
    assert calls[1].path == "/invoices/{customer.find.id}"
    assert receipt.remote_id == "{create.id}"


def test_a_flow_that_never_ends_is_stopped() -> None:
    def flow() -> Flow[Receipt]:
        while True:
            yield Call("again", "GET", "/")

    with pytest.raises(RuntimeError, match="did not end"):
        rehearse(flow())
