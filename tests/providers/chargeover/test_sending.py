"""One invoice, made once: what it refers to is found or made, and a lost answer is looked for."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest

from app.client.calls import Call, JsonBody, Receipt, Reply
from app.client.errors import Refused, Unexpected
from app.providers.chargeover_v3 import PROVIDER
from app.providers.chargeover_v3.envelope import ok
from tests.providers.chargeover.desk import KEY, Desk, submission, verdict
from tests.providers.chargeover.drafts import BUYER, draft, full_draft, line


def steps(desk: Desk) -> list[str]:
    return [call.step for call in desk.calls]


def answered(desk: Desk, sub: Any, answers: dict[str, Reply]) -> Receipt:
    """Sends with these steps answered by hand."""
    flow = PROVIDER.submit(sub)
    reply: Reply | None = None
    while True:
        try:
            call = next(flow) if reply is None else flow.send(reply)
        except StopIteration as done:
            receipt: Receipt = done.value
            return receipt
        reply = answers[call.step] if call.step in answers else desk.ask(call)
        if not 200 <= reply.status < 300 and reply.status not in call.accepts:
            raise PROVIDER.error_of(reply, sub.draft)


def looked_up(desk: Desk, call: Call) -> Reply | None:
    """What the look-up of a lost call finds."""
    assert call.repeat.find is not None
    find: Generator[Call, Reply, Reply | None] = call.repeat.find()
    reply: Reply | None = None
    while True:
        try:
            asked = next(find) if reply is None else find.send(reply)
        except StopIteration as done:
            found: Reply | None = done.value
            return found
        assert asked.only_reads
        reply = desk.ask(asked)


def call_of(desk: Desk, step: str) -> Call:
    return next(call for call in desk.calls if call.step == step)


def test_a_full_document_arrives_as_foreseen() -> None:
    desk = Desk()
    sub = submission(full_draft())
    receipt = desk.send(sub)
    assert verdict(sub, receipt).state == "proven"
    assert (receipt.number, receipt.state) == ("F-2026-014", "open")
    assert receipt.links["pdf"].startswith("https://")


def test_no_two_steps_of_a_flow_have_one_name() -> None:
    desk = Desk()
    desk.send(submission(full_draft(), items_by_rate={}))
    assert len(steps(desk)) == len(set(steps(desk)))


def test_what_changes_something_says_how_a_lost_answer_is_looked_for() -> None:
    desk = Desk()
    desk.send(submission(full_draft(), items_by_rate={}))
    effects = [call for call in desk.calls if not call.only_reads]
    assert {call.step.rpartition(".")[2] for call in effects} == {"create"}
    for call in effects:
        assert call.repeat.kind == "look_up"
        assert looked_up(desk, call) is not None
        assert looked_up(Desk(), call) is None


def test_a_look_up_answers_as_the_lost_creation_would_have() -> None:
    desk = Desk()
    receipt = desk.send(submission(draft()))
    found = looked_up(desk, call_of(desk, "invoice.create"))
    assert found is not None
    assert found.body == ok({"id": receipt.remote_id}, 201)


def test_the_same_submission_asks_the_same_again() -> None:
    first, second = Desk(), Desk()
    first.send(submission(full_draft()))
    second.send(submission(full_draft()))
    assert [(c.step, c.path, c.query, c.body) for c in first.calls] == [
        (c.step, c.path, c.query, c.body) for c in second.calls
    ]


def test_an_invoice_that_arrived_late_is_taken_for_what_it_is_when_the_repeat_is_refused() -> None:
    desk = Desk()
    desk.send(submission(draft()))
    again = desk.send(submission(draft()))
    assert len(desk.simulator.documents()) == 1
    assert again.remote_id == "10001"


def test_a_reference_used_before_is_refused_before_anything_is_made() -> None:
    desk = Desk()
    desk.send(submission(draft(external_reference="order-1"), key="first"))
    before = len(desk.requests)
    with pytest.raises(Refused) as refusal:
        desk.send(submission(draft(external_reference="order-1"), key="second"))
    assert (refusal.value.code, refusal.value.path) == ("external_key_taken", "external_reference")
    assert refusal.value.params["invoice"] == "10001"
    assert len(desk.requests) == before + 1


def test_another_document_under_our_reference_is_not_taken_for_ours() -> None:
    desk = Desk()
    other = submission(draft(line(quantity="7"), external_reference="order-1"), key="other")
    ours = submission(draft(external_reference="order-1"), key="ours")
    desk.send(ours)
    lost = call_of(desk, "invoice.create")
    rival = Desk()
    rival.send(other)
    assert looked_up(desk, lost) is not None
    assert looked_up(rival, lost) is None
    nothing_there = Reply(404, body={"code": 404, "status": "Error", "response": False})
    with pytest.raises(Refused, match="external_key_taken"):
        answered(rival, ours, {"invoice.check": nothing_there})


def test_an_envelope_that_says_no_is_a_refusal_whatever_its_status() -> None:
    desk = Desk()
    told = Reply(200, body={"code": 400, "status": "Error", "message": "Bad memo.", "response": False})
    with pytest.raises(Refused) as refusal:
        answered(desk, submission(draft()), {"invoice.create": told})
    assert (refusal.value.code, refusal.value.path, refusal.value.detail) == ("refused", "memo", "Bad memo.")


def test_a_page_instead_of_an_answer_is_never_taken_for_success() -> None:
    page = Reply(200, text="<html>Sign in to the network</html>")
    for step in ("currency.find", "invoice.create"):
        with pytest.raises(Unexpected):
            answered(Desk(), submission(draft()), {step: page})


def test_an_id_missing_from_the_answer_is_read_from_its_location() -> None:
    desk = Desk()
    made = desk.send(submission(draft()))
    told = Reply(201, {"location": "https://acme.chargeover.com/api/v3/invoice/10001"}, ok(None, 201))
    receipt = answered(desk, submission(draft()), {"invoice.create": told})
    assert receipt.remote_id == made.remote_id


def test_an_answer_without_id_or_location_is_looked_up_by_its_key() -> None:
    desk = Desk()
    desk.send(submission(draft()))
    receipt = answered(desk, submission(draft()), {"invoice.create": Reply(201, body=ok(None, 201))})
    assert receipt.remote_id == "10001"
    with pytest.raises(Unexpected, match="made_without_id"):
        answered(Desk(), submission(draft()), {"invoice.create": Reply(201, body=ok(None, 201))})


def test_a_customer_is_found_by_mail_address_before_one_is_made() -> None:
    desk = Desk()
    buyer = {"name": "Maison Lavoine SARL", "email": "Compta@Lavoine.example"}
    desk.send(submission(draft(buyer=buyer)))
    assert desk.sent_body()["customer_id"] == 502
    assert "customer.create" not in steps(desk)


def test_a_customer_found_by_name_alone_is_said_to_be() -> None:
    desk = Desk()
    receipt = desk.send(submission(draft(buyer={"name": "Maison Lavoine SARL"})))
    assert [notice.code for notice in receipt.notices] == ["notice.customer_by_name"]


def test_a_customer_once_made_is_found_again_by_our_own_key() -> None:
    desk = Desk()
    desk.send(submission(draft(), key="first"))
    renamed = {**BUYER, "name": "New name", "email": "new@northwind.example"}
    desk.send(submission(draft(buyer=renamed), key="second"))
    assert desk.sent_body()["customer_id"] == 503
    assert steps(desk).count("customer.create") == 1


def test_two_customers_of_one_name_are_the_persons_to_choose_from() -> None:
    desk = Desk()
    for email in ("a@twin.example", "b@twin.example"):
        buyer = {"name": "Twin Ltd", "email": email, "contact_id": email}
        desk.simulator.account.records("customer").append(
            {
                "customer_id": 900 + len(desk.simulator.account.records("customer")),
                "company": buyer["name"],
                "external_key": None,
                "token": email,
                "superuser_email": email,
                "superuser_name": "",
                "currency_id": 1,
                "customer_status_str": "active-current",
            }
        )
    with pytest.raises(Refused) as refusal:
        desk.send(submission(draft(buyer={"name": "Twin Ltd"})))
    assert (refusal.value.code, refusal.value.path) == ("customer_ambiguous", "buyer.name")
    assert not desk.simulator.documents()


@pytest.mark.parametrize(
    ("options", "member", "value"),
    [
        ({"customer_id": "501"}, "customer_id", 501),
        ({"customer_external_key": "crm-502"}, "customer_external_key", "crm-502"),
    ],
)
def test_a_chosen_customer_is_not_looked_for(options: dict[str, str], member: str, value: object) -> None:
    desk = Desk()
    desk.send(submission(draft(options=options)))
    assert desk.sent_body()[member] == value
    assert not [step for step in steps(desk) if step.startswith("customer")]


def test_a_customer_learned_before_is_not_looked_for() -> None:
    desk = Desk()
    desk.send(submission(draft(), known={"customer:k7": "502"}))
    assert desk.sent_body()["customer_id"] == 502


def test_a_customer_named_by_token_is_accepted() -> None:
    desk = Desk()
    token = desk.simulator.account.records("customer")[0]["token"]
    desk.send(submission(draft(options={"customer_token": token})))
    assert desk.simulator.documents()[0]["customer_id"] == 501


def test_an_unknown_customer_is_not_made_when_the_person_forbids_it() -> None:
    desk = Desk()
    with pytest.raises(Refused, match="customer_missing"):
        desk.send(submission(draft(), create_customer=False))
    assert all(call.only_reads for call in desk.calls)


def test_commas_and_backslashes_of_a_name_do_not_break_the_search() -> None:
    desk = Desk()
    buyer = {"name": "Hart, Sons\\Co, Ltd"}
    desk.send(submission(draft(buyer=buyer), key="first"))
    asked = call_of(desk, "customer.company").query[0][1]
    assert asked == "company:EQUALS:Hart\\, Sons\\\\Co\\, Ltd"
    desk.send(submission(draft(buyer=buyer), key="second"))
    assert steps(desk).count("customer.create") == 1


def test_a_server_that_finds_what_only_resembles_the_name_is_not_believed() -> None:
    desk = Desk()
    near = ok([{"customer_id": "501", "company": "Northwind Atelier Holding"}])
    answered(desk, submission(draft()), {"customer.company": Reply(200, body=near)})
    assert desk.sent_body()["customer_id"] == 503


def test_an_item_that_is_switched_off_is_not_used() -> None:
    desk = Desk()
    items = desk.simulator.account.records("item")
    next(found for found in items if found["name"] == "Shipping")["enabled"] = False
    desk.send(submission(draft(line(label="Shipping")), items_by_rate={}))
    assert desk.sent_body()["line_items"][0]["item_id"] == 201


def test_the_item_of_a_line_is_the_chosen_one_then_the_learned_then_that_of_its_rate() -> None:
    desk = Desk()
    chosen = line(provider_options={"chargeover_v3": {"item_id": "111"}})
    learned = line(product={"catalogue_id": "cat-1"})
    desk.send(submission(draft(chosen, learned, line(vat_rate="10")), known={"item:cat-1": "105"}))
    assert [sent["item_id"] for sent in desk.sent_body()["line_items"]] == [111, 105, 102]


def test_an_item_is_found_by_its_code_and_made_once_for_all_lines_that_need_it() -> None:
    desk = Desk()
    coded = line(product={"seller_code": "SHIP"})
    desk.send(submission(draft(coded, line(label="New"), line(label="new")), items_by_rate={}))
    items = [sent["item_id"] for sent in desk.sent_body()["line_items"]]
    assert items == [111, 201, 201]
    body = call_of(desk, "item.r2.create").body
    assert isinstance(body, JsonBody)
    assert body.value == {"name": "New", "type": "service", "external_key": f"factotum-item-{KEY}-r2"}


def test_a_missing_item_stops_before_the_invoice_when_the_person_forbids_making_it() -> None:
    desk = Desk()
    with pytest.raises(Refused) as refusal:
        desk.send(submission(draft(line(label="Odd")), items_by_rate={}, create_items=False))
    assert (refusal.value.code, refusal.value.path) == ("item_missing", "rows.r1.label")
    assert not desk.simulator.documents()


def test_a_currency_the_account_lacks_is_told_at_its_field() -> None:
    with pytest.raises(Refused) as refusal:
        Desk().send(submission(draft(currency="PLN")))
    assert (refusal.value.code, refusal.value.path) == ("currency_missing", "currency")


def test_terms_are_those_of_as_many_days_or_the_account_decides() -> None:
    desk = Desk()
    desk.send(submission(draft(due_date="2026-11-17")))
    assert desk.sent_body()["terms_id"] == 5
    with pytest.raises(Refused, match="terms_missing"):
        Desk().send(submission(draft(due_date="2026-11-05")))
    free = Desk()
    free.send(submission(draft(due_date="2026-11-05", options={"terms_by": "account"})))
    assert "terms_id" not in free.sent_body()


def test_side_effects_are_switched_by_flags_in_the_query() -> None:
    desk = Desk()
    desk.send(submission(draft(options={"flag_emails": False, "flag_webhooks": "true"})))
    query = call_of(desk, "invoice.create").query
    assert query == (("_flag_emails", "0"), ("_flag_webhooks", "1"))
    plain = Desk()
    plain.send(submission(draft()))
    assert call_of(plain, "invoice.create").query == ()


def test_a_list_that_grants_fewer_than_asked_for_is_read_to_its_end() -> None:
    desk = Desk()
    first = ok([{"currency_id": "1", "iso4217": "USD"}])
    receipt = answered(desk, submission(draft()), {"currency.find": Reply(200, body=first)})
    asked = call_of(desk, "currency.find.2")
    assert dict(asked.query)["offset"] == "1"
    assert receipt.stored["currency"] == "EUR"
