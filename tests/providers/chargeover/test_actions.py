"""What can be done with an invoice that is there."""

from __future__ import annotations

from collections.abc import Generator
from decimal import Decimal
from typing import Any

import pytest

from app.client.calls import Call, Receipt, Reply
from app.client.errors import Refused
from app.client.provider import Action
from app.domain.draft import Draft
from app.providers.chargeover_v3 import PROVIDER
from tests.providers.chargeover.desk import Desk, request_of, submission, verdict
from tests.providers.chargeover.drafts import draft, full_draft


def action(action_id: str) -> Action:
    return next(found for found in PROVIDER.actions if found.id == action_id)


def done(
    desk: Desk, sent: Draft, receipt: Receipt, action_id: str, key: str = "a1", **arguments: Any
) -> Receipt:
    return desk.drive(action(action_id).flow(request_of(sent, receipt, key, **arguments)))


def looked_up(desk: Desk, step: str) -> Reply | None:
    call = next(found for found in desk.calls if found.step == step)
    assert call.repeat.find is not None
    find: Generator[Call, Reply, Reply | None] = call.repeat.find()
    try:
        reply = desk.ask(next(find))
        find.send(reply)
    except StopIteration as end:
        found_reply: Reply | None = end.value
        return found_reply
    raise AssertionError("one look is enough")


def test_an_invoice_is_read_again_and_compared_again() -> None:
    desk, sent = Desk(), full_draft()
    sub = submission(sent)
    receipt = desk.send(sub)
    again = done(desk, sent, receipt, "fetch")
    assert again.stored == receipt.stored
    assert verdict(sub, again).state == "proven"


def test_the_pdf_is_a_link_and_its_absence_is_said() -> None:
    desk, sent = Desk(), draft()
    receipt = desk.send(submission(sent))
    assert (
        done(desk, sent, receipt, "pdf")
        .links["pdf"]
        .endswith(desk.simulator.account.records("invoice")[0]["token"])
    )
    flow = action("pdf").flow(request_of(sent, receipt))
    next(flow)
    told = {"code": 200, "status": "OK", "response": {"invoice_id": 10001, "url_pdflink": "javascript:x"}}
    with pytest.raises(StopIteration) as end:
        flow.send(Reply(200, body=told))
    assert [notice.code for notice in end.value.value.notices] == ["notice.no_pdf_link"]


def test_an_invoice_is_mailed_to_whom_the_person_says_and_never_twice_on_its_own() -> None:
    desk, sent = Desk(), draft()
    receipt = desk.send(submission(sent))
    done(desk, sent, receipt, "email", email="pay@northwind.example", subject=" ")
    call = next(found for found in desk.calls if found.step == "email")
    assert call.body.value == {"email": "pay@northwind.example"}
    assert call.repeat.kind == "ask"
    assert desk.simulator.account.records("mail")[0]["email"] == "pay@northwind.example"


def test_an_outside_payment_of_the_balance_makes_it_paid() -> None:
    desk, sent = Desk(), draft()
    sub = submission(sent)
    receipt = desk.send(sub)
    paid = done(desk, sent, receipt, "mark_paid", transaction_method="Transfer")
    assert paid.state == "paid"
    made = desk.simulator.account.records("transaction")[0]
    assert (made["amount"], made["applied_to"]) == ("1920.00", [{"invoice_id": 10001, "applied": "1920.00"}])
    assert made["external_key"] == "factotum-payment-a1"
    assert not verdict(sub, paid).differences


def test_a_part_payment_leaves_the_rest_open() -> None:
    desk, sent = Desk(), draft()
    sub = submission(sent)
    receipt = desk.send(sub)
    assert looked_up_after_payment(desk, sent, receipt) is not None
    part = done(desk, sent, receipt, "fetch")
    assert part.state == "open"
    assert desk.simulator.documents()[0]["balance"] == Decimal("1819.50")
    assert not verdict(sub, part).differences


def looked_up_after_payment(desk: Desk, sent: Draft, receipt: Receipt) -> Reply | None:
    done(desk, sent, receipt, "mark_paid", amount="100.50")
    return looked_up(desk, "mark_paid")


def test_a_lost_payment_is_looked_for_and_its_repeat_is_refused_by_its_key() -> None:
    desk, sent = Desk(), draft()
    receipt = desk.send(submission(sent))
    flow = action("mark_paid").flow(request_of(sent, receipt))
    call = flow.send(desk.ask(next(flow)))
    assert call.step == "mark_paid"
    desk.calls.append(call)
    assert looked_up(desk, "mark_paid") is None
    assert desk.ask(call).status == 201
    assert looked_up(desk, "mark_paid") is not None
    assert desk.ask(call).status == 400
    assert len(desk.simulator.account.records("transaction")) == 1


def test_nothing_is_recorded_on_an_invoice_that_is_paid() -> None:
    desk, sent = Desk(), draft()
    receipt = desk.send(submission(sent))
    done(desk, sent, receipt, "mark_paid")
    with pytest.raises(Refused, match="nothing_to_pay"):
        done(desk, sent, receipt, "mark_paid", "a2")
    assert len(desk.simulator.account.records("transaction")) == 1


def test_an_invoice_is_voided_once_and_a_lost_answer_is_looked_for() -> None:
    desk, sent = Desk(), draft()
    receipt = desk.send(submission(sent))
    flow = action("void").flow(request_of(sent, receipt))
    call = next(flow)
    desk.calls.append(call)
    assert looked_up(desk, "void") is None
    assert done(desk, sent, receipt, "void", "a2").state == "void"
    assert looked_up(desk, "void") is not None
    with pytest.raises(Refused) as refusal:
        done(desk, sent, receipt, "void", "a3")
    assert refusal.value.detail == "This invoice has already been voided."


def test_what_cannot_be_taken_back_says_so() -> None:
    assert [found.id for found in PROVIDER.actions if found.is_irreversible] == ["void"]
    assert {found.id for found in PROVIDER.actions} == {"fetch", "pdf", "email", "mark_paid", "void"}
