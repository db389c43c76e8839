"""Every request and every answer of the journey as ChargeOver's contract has them."""

from __future__ import annotations

import pytest

from app.client.calls import JsonBody
from app.practice.chargeover_v3.door import encoded
from app.providers.chargeover_v3 import PROVIDER
from app.providers.chargeover_v3.wire import PAYCYCLES
from tests.providers.chargeover import contract
from tests.providers.chargeover.desk import Desk, connection, request_of, submission
from tests.providers.chargeover.drafts import draft, full_draft, line

if contract.FILE.is_file():

    def checked(desk: Desk) -> None:
        for request, answer in zip(desk.requests, desk.answers, strict=True):
            contract.check(request, answer)

    def test_a_full_document_is_sent_as_the_contract_has_it() -> None:
        desk = Desk()
        desk.send(submission(full_draft()))
        checked(desk)
        assert len(desk.requests) > 6

    @pytest.mark.parametrize(
        "options",
        [
            {"customer_id": "501", "terms_id": "2", "paycycle": "mon", "class_id": 3, "admin_id": "4"},
            {"customer_external_key": "crm-502", "flag_emails": False, "flag_events": True},
            {"document_discount": "line", "terms_by": "account", "number_from": "theirs"},
            {"extra_members": {"a_name_of_theirs": 1.5}},
        ],
    )
    def test_options_are_sent_as_the_contract_has_them(options: dict[str, object]) -> None:
        desk = Desk()
        desk.send(submission(draft(line(), discount={"kind": "amount", "value": "5"}, options=options)))
        checked(desk)

    def test_no_body_has_a_member_the_contract_does_not_name() -> None:
        desk = Desk()
        desk.send(submission(full_draft()))
        body = desk.sent_body()
        assert set(body) <= contract.members("InvoiceCreate")
        for sent in body["line_items"]:
            assert set(sent) <= contract.members("InvoiceLineWrite")
        customer = next(call for call in desk.calls if call.step == "customer.create").body
        assert isinstance(customer, JsonBody)
        assert set(customer.value) <= contract.members("CustomerCreate")

    def test_none_of_the_names_the_vendor_never_published_is_sent() -> None:
        desk = Desk()
        desk.send(submission(full_draft()))
        unpublished = {"no_dunning", "no_latefees", "no_processingfees"}
        assert not unpublished & set(desk.sent_body())

    def test_actions_are_asked_for_as_the_contract_has_them() -> None:
        desk = Desk()
        sent = draft()
        receipt = desk.send(submission(sent))
        for action in PROVIDER.actions:
            arguments = {"email": "a@b.example", "subject": "Invoice"} if action.id == "email" else {}
            if action.id == "mark_paid":
                arguments = {"amount": "100.50", "paid_on": "2026-11-20", "gateway_method": "check"}
            if action.id != "void":
                desk.drive(action.flow(request_of(sent, receipt, **arguments)))
        other = desk.send(submission(sent, key="another"))
        void = next(action for action in PROVIDER.actions if action.id == "void")
        desk.drive(void.flow(request_of(sent, other)))
        checked(desk)

    def test_lists_and_refusals_are_as_the_contract_has_them() -> None:
        desk = Desk()
        for listed in PROVIDER.lists:
            desk.drive(listed.page(connection(), ""))
        desk.drive(PROVIDER.identify(connection()))
        checked(desk)
        refused = Desk()
        bad = draft(options={"customer_id": "9999"})
        with pytest.raises(Exception, match="refused"):
            refused.send(submission(bad))
        checked(refused)

    def test_every_payment_cycle_of_the_contract_can_be_chosen() -> None:
        cycles = contract.document()["components"]["schemas"]["PayCycle"]["enum"]
        assert set(PAYCYCLES) == set(cycles)
        assert len(PAYCYCLES) == 22

    def test_the_contract_refuses_what_we_would_get_wrong() -> None:
        desk = Desk()
        desk.send(submission(draft()))
        place = next(i for i, call in enumerate(desk.calls) if call.step == "invoice.create")
        request = desk.requests[place]
        wrong = {**desk.sent_body(), "paycycle": "weekly"}
        broken = type(request)(request.method, request.url, request.headers, encoded(wrong))
        with pytest.raises(Exception, match="body"):
            contract.check(broken, desk.answers[place])
