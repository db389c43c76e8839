"""From a draft to a numbered invoice, and what may be done about an answer that never came."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from decimal import Decimal
from typing import Any

import pytest

from app.client.calls import Call, Receipt, Reply
from app.client.errors import Refused
from app.client.rehearsal import rehearse
from app.client.verdict import judge
from app.providers.stripe_v1 import PROVIDER, read
from app.providers.stripe_v1.access import NEWEST, SEED
from app.providers.stripe_v1.settings import Chosen
from tests.providers.stripe.desk import DIALECTS, ENTRY, Desk, a_draft, a_line, action, connection, submission


def act(desk: Desk, name: str, receipt: Receipt, key: str = "a1", **changes: Any) -> Receipt:
    draft = a_draft(**changes)
    own = next(own for own in PROVIDER.actions if own.id == name)
    return desk.run(own.flow(action(draft, receipt, desk.linked, key)), draft)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_an_invoice_is_made_finalised_sent_and_paid_outside(dialect: str) -> None:
    desk = Desk(connection(dialect))
    _, receipt, verdict = desk.send(a_draft())
    assert (receipt.state, receipt.number, verdict.state) == ("draft", "", "proven")
    assert "pdf" not in receipt.links
    finalised = act(desk, "finalise", receipt)
    assert (finalised.state, finalised.number) == ("open", "PRAC0001-0001")
    assert finalised.links["pdf"].startswith("https://")
    assert finalised.links["page"].startswith("https://")
    assert act(desk, "email", finalised).state == "open"
    assert act(desk, "mark_paid", finalised).state == "paid"
    assert act(desk, "fetch", finalised).stored["totals.gross"] == "1536"


def test_mailing_a_draft_finalises_it_first() -> None:
    desk = Desk()
    _, receipt, _ = desk.send(a_draft())
    assert act(desk, "email", receipt).state == "open"
    assert "invoice.finalise" in desk.steps


def test_an_open_invoice_is_voided_and_a_draft_deleted() -> None:
    desk = Desk()
    _, first, _ = desk.send(a_draft(), key="one", after_creation="finalise")
    assert act(desk, "void", first).state == "void"
    _, second, _ = desk.send(a_draft(), key="two")
    act(desk, "delete", second, key="a2")
    assert [own["status"] for own in desk.simulator.documents()] == ["void"]  # type: ignore[index, call-overload]
    assert act(desk, "delete", second, key="a3").state == "void"


def test_an_invoice_whose_sum_is_not_the_foretold_one_stays_a_draft() -> None:
    desk = Desk()
    desk.simulator.tax_rounding = "per_invoice"
    rows = [a_line(unit_price="0.13") for _ in range(4)]
    _, receipt, verdict = desk.send(a_draft(rows=rows), after_creation="send")
    assert receipt.state == "draft"
    assert [notice.code for notice in receipt.notices] == ["notice.left_as_draft"]
    assert verdict.state == "differs"
    assert "invoice.finalise" not in desk.steps


def test_a_known_customer_is_used_without_looking() -> None:
    desk = Desk()
    desk.send(a_draft(), key="one")
    draft = a_draft()
    buyer = draft.buyer.model_copy(update={"contact_id": "c-7"})
    _, receipt, _ = desk.send(
        draft.edited(buyer=buyer), key="two", known={"customer:c-7": "cus_practice000001"}
    )
    assert receipt.state == "draft"
    assert desk.steps.count("customer.find") == 1


@pytest.mark.parametrize("mail", ["achats@lumen.example", ""])
def test_a_customer_is_made_once_and_found_again(mail: str) -> None:
    desk = Desk()
    buyer = {"name": "Lumen", "email": mail, "contact_id": "c-7"}
    desk.send(a_draft(buyer=buyer), key="one")
    desk.send(a_draft(buyer=buyer), key="two")
    assert desk.steps.count("customer.create") == 1


def test_another_contact_of_the_same_name_is_another_customer() -> None:
    desk = Desk()
    desk.send(a_draft(buyer={"name": "Martin", "email": "m@x.example", "contact_id": "c-1"}), key="one")
    desk.send(a_draft(buyer={"name": "Martin", "email": "m@x.example", "contact_id": "c-2"}), key="two")
    assert desk.steps.count("customer.create") == 2


def test_tax_rates_are_made_once_and_told_apart_by_entry() -> None:
    desk = Desk()
    desk.send(a_draft(rows=[a_line(), a_line(price_entry="gross")]), key="one")
    desk.send(a_draft(rows=[a_line(), a_line(price_entry="gross")]), key="two")
    made = [step for step in desk.steps if step.startswith("tax.create")]
    assert made == ["tax.create.S.20.exclusive", "tax.create.S.20.inclusive"]


def test_more_lines_than_one_page_are_all_read_back() -> None:
    desk = Desk()
    _, receipt, verdict = desk.send(a_draft(rows=[a_line(label=f"n{n}") for n in range(120)]))
    assert verdict.state == "proven"
    assert sum(path.endswith(".label") for path in receipt.stored) == 120


def test_the_same_step_of_the_same_entry_has_the_same_key_always() -> None:
    asked = submission(a_draft())
    first, _ = rehearse(PROVIDER.submit(asked))
    second, _ = rehearse(PROVIDER.submit(asked))
    keys = [dict(call.headers)["Idempotency-Key"] for call in first if call.method == "POST"]
    assert keys == [dict(call.headers)["Idempotency-Key"] for call in second if call.method == "POST"]
    assert len(keys) == len(set(keys))
    other, _ = rehearse(PROVIDER.submit(submission(a_draft(), key="other")))
    assert not set(keys) & {dict(call.headers).get("Idempotency-Key") for call in other}


def test_every_step_with_an_effect_can_be_repeated_by_its_key() -> None:
    draft = a_draft(rows=[a_line(discount={"kind": "percent", "value": "10"})])
    calls, _ = rehearse(PROVIDER.submit(submission(draft, after_creation="send")))
    kinds = {call.step: call.repeat.kind for call in calls if call.method != "GET"}
    assert set(kinds.values()) == {"keyed"}


def test_a_repeated_request_makes_nothing_new() -> None:
    desk = Desk()
    desk.send(a_draft())
    desk.send(a_draft())
    assert len(desk.simulator.documents()) == 1
    assert len(desk.simulator.documents()[0]["lines"]["data"]) == 1  # type: ignore[index, call-overload, arg-type]


def looked_up(desk: Desk, call: Call) -> Reply | None:
    assert call.repeat.find is not None
    search: Generator[Call, Reply, Reply | None] = call.repeat.find()
    return desk.run(search)


def test_after_its_key_has_lapsed_a_step_is_looked_for() -> None:
    draft = a_draft(rows=[a_line(discount={"kind": "percent", "value": "10"})])
    desk = Desk()
    desk.send(draft, after_creation="finalise")
    effects = [
        (call, json.loads(answer.content, parse_float=Decimal))
        for call, _, answer in list(desk.sent)
        if call.method == "POST"
    ]
    assert len(effects) == 6
    for call, answer in effects:
        found = looked_up(desk, call)
        assert found is not None, call.step
        assert found.body["id"] == answer["id"], call.step  # type: ignore[index, call-overload]


def test_what_was_never_done_is_not_found() -> None:
    there, empty = Desk(), Desk()
    there.send(a_draft(rows=[a_line(discount={"kind": "percent", "value": "10"})]))
    empty.ask("POST", "/v1/customers", "name=Other")
    for call, _, _ in there.sent:
        if call.method == "POST" and not call.step.startswith("item."):
            assert looked_up(empty, call) is None, call.step
    _, receipt, _ = empty.send(a_draft(), key="x")
    item = next(call for call, _, _ in there.sent if call.step.startswith("item."))
    assert looked_up(empty, item) is None
    assert receipt.remote_id.startswith("in_")


def test_a_mail_cannot_be_looked_for() -> None:
    calls, _ = rehearse(PROVIDER.submit(submission(a_draft(), after_creation="send")))
    assert next(call for call in calls if call.step == "invoice.send").repeat.find is None


def test_a_refused_step_names_its_field_and_leaves_no_invoice() -> None:
    desk = Desk()
    draft = a_draft(custom_fields=[{"name": "x" * 31, "value": "1"}])
    with pytest.raises(Refused) as refused:
        desk.send(draft)
    assert refused.value.path == "custom_fields.0.name"
    assert desk.simulator.documents() == []


def test_a_coupon_of_our_id_that_was_changed_there_is_not_used() -> None:
    draft = a_draft(rows=[a_line(unit_price="100", discount={"kind": "percent", "value": "10"})])
    calls, _ = rehearse(PROVIDER.submit(submission(draft)))
    own = next(call.path.rsplit("/", 1)[1] for call in calls if call.step.startswith("coupon.find"))
    desk = Desk()
    desk.ask("POST", "/v1/coupons", f"id={own}&percent_off=50&duration=once")
    _, _, verdict = desk.send(draft)
    assert verdict.state == "proven"


def test_one_is_signed_in_as_the_account_with_test_told_from_live() -> None:
    who = Desk().run(PROVIDER.identify(connection()))
    assert (who.name, who.detail, who.mode) == ("Practice", "acct_practice", "test")


def test_lists_come_page_by_page() -> None:
    desk = Desk()
    for number in range(130):
        desk.ask("POST", "/v1/customers", f"name=C{number}&email=c{number}@x.example")
    customers = next(own for own in PROVIDER.lists if own.id == "customers")
    first = desk.run(customers.page(desk.linked, ""))
    second = desk.run(customers.page(desk.linked, first.cursor))
    assert (len(first.records), len(second.records), second.cursor) == (100, 30, "")
    assert first.records[0].title == "C129"
    assert "c129@x.example" in first.records[0].words


def _raised(*way: str | int) -> Callable[[Any], None]:
    """A change that adds one to the number at the end of this way."""

    def change(body: Any) -> None:
        here = body
        for step in way[:-1]:
            here = here[step]
        here[way[-1]] += 1

    return change


LINE = ("lines", "data", 0)
COMMON: list[Callable[[Any], None]] = [
    _raised("total"),
    _raised("total_excluding_tax"),
    _raised("amount_due"),
    _raised(*LINE, "amount"),
    _raised(*LINE, "quantity"),
    lambda body: body["lines"]["data"].pop(),
    lambda body: body.update(currency="usd"),
    lambda body: body.update(due_date=body["due_date"] + 86_400),
    lambda body: body["customer_address"].update(city="Paris"),
]
ALTERED: list[tuple[str, Callable[[Any], None]]] = [
    *((SEED, change) for change in COMMON),
    *((NEWEST, change) for change in COMMON if change is not COMMON[4]),
    (SEED, _raised(*LINE, "tax_amounts", 0, "amount")),
    (SEED, _raised("total_tax_amounts", 0, "amount")),
    (NEWEST, _raised(*LINE, "taxes", 0, "amount")),
    (NEWEST, _raised("total_taxes", 0, "amount")),
]


@pytest.mark.parametrize(("dialect", "change"), ALTERED)
def test_every_altered_figure_of_an_answer_is_caught(dialect: str, change: Callable[[Any], None]) -> None:
    desk = Desk(connection(dialect))
    draft = a_draft(rows=[a_line(quantity="2", unit_price="10"), a_line(vat_rate="5.5")])
    foreseen, receipt, verdict = desk.send(draft)
    assert verdict.state == "proven"
    answer = next(answer for call, _, answer in reversed(desk.sent) if call.step == "invoice.read")
    body = json.loads(answer.content, parse_float=Decimal)
    change(body)
    held = desk.run(read.completed(body, receipt.remote_id, "again"))
    stored = read.receipt(held, draft, desk.linked, Chosen(desk.linked, {})).stored
    assert judge(foreseen.fields, stored).state in ("differs", "unproven")


def test_the_plan_s_samples_hold_the_invoice_s_own_key() -> None:
    calls, _ = rehearse(PROVIDER.submit(submission(a_draft())))
    created = next(call for call in calls if call.step == "invoice.create")
    assert ("metadata[factotum_key]", ENTRY) in created.body.fields  # type: ignore[union-attr]
