"""What the plan says of each field, and what it warns of, before anything is sent."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.client.calls import Receipt
from app.client.plan import PlannedField, covering
from app.domain.draft import Draft
from app.domain.fields import fields
from app.domain.totals import compute
from app.providers.chargeover_v3 import PROVIDER
from app.providers.chargeover_v3.choices import Choices
from app.providers.chargeover_v3.lines import lay
from tests.providers.chargeover.desk import Desk, errors, foreseen, request_of, submission, verdict
from tests.providers.chargeover.drafts import draft, full_draft, line


def planned(sent: Draft, **settings: Any) -> dict[str, PlannedField]:
    return {item.path: item for item in foreseen(submission(sent, **settings)).fields}


def codes(sent: Draft, **settings: Any) -> dict[str, str]:
    return {found.code: found.path for found in foreseen(submission(sent, **settings)).problems}


def test_every_field_of_the_model_is_sent_or_ignored_for_a_reason() -> None:
    for spec in fields():
        is_sent = covering(PROVIDER.sends, spec.path) is not None
        assert is_sent or covering(PROVIDER.ignores, spec.path) is not None, spec.path


def test_nothing_of_a_full_document_is_lost_without_a_word() -> None:
    fields_of = planned(full_draft())
    for item in fields_of.values():
        if item.verdict in ("changed", "dropped"):
            assert item.why is not None
    assert fields_of["number"].verdict == "kept"
    assert fields_of["external_reference"].verdict == "kept"
    assert fields_of["rows.r2.unit"].verdict == "dropped"
    assert fields_of["rows.r2.tags.1"].wire == "line_items[0].tags[1]"


def test_the_plan_warns_that_the_invoice_is_live_at_once() -> None:
    found = foreseen(submission(draft())).problems
    assert ("live_at_once", "warning") in {(item.code, item.severity) for item in found}
    assert ("tax_is_an_estimate", "note") in {(item.code, item.severity) for item in found}


def test_sums_that_depend_on_tax_are_called_an_estimate() -> None:
    fields_of = planned(draft())
    assert fields_of["totals.net"].why.code == "why.proven_by_answer"
    assert {fields_of[f"totals.{name}"].why.code for name in ("tax", "gross", "payable")} == {
        "why.tax_estimate"
    }
    assert fields_of["rows.r1.vat_rate"].verdict == "dropped"


def test_a_line_discount_is_folded_into_the_rate_and_said_in_its_text() -> None:
    desk = Desk()
    sub = submission(draft(line(discount={"kind": "percent", "value": "5"})))
    receipt = desk.send(sub)
    sent = desk.sent_body()["line_items"][0]
    assert (sent["line_rate"], sent["line_quantity"]) == (Decimal("608.00"), Decimal("2.5"))
    assert sent["descrip"] == "Advice\nDiscount: 5\u00a0%"
    assert verdict(sub, receipt).state == "proven"


def test_a_rate_takes_no_more_decimals_than_give_the_amount() -> None:
    found = draft(line(quantity="3", unit_price="10", discount={"kind": "amount", "value": "0.01"}))
    laid = lay(found, compute(found), Choices({}, {})).lines[0]
    assert (laid.rate, laid.quantity, laid.net) == (Decimal("9.997"), Decimal("3"), Decimal("29.99"))


def test_an_amount_no_rate_gives_becomes_one_unit_of_the_whole() -> None:
    sent = draft(line(quantity="123456", unit_price="0.1234567"))
    desk = Desk()
    sub = submission(sent)
    receipt = desk.send(sub)
    item = desk.sent_body()["line_items"][0]
    net = compute(sent).net
    if item["line_quantity"] == 1:
        assert item["line_rate"] == net
        assert item["descrip"] == "Advice\n123456 × 0.1234567"
        assert codes(sent)["line_as_lump"] == "rows.r1.unit_price"
    assert verdict(sub, receipt).state == "proven"


def test_a_quantity_of_more_decimals_than_are_relied_on_becomes_a_lump() -> None:
    sent = draft(line(quantity="1.23456", unit_price="100"))
    fields_of = planned(sent)
    assert (fields_of["rows.r1.quantity"].theirs, fields_of["rows.r1.unit_price"].theirs) == ("1", "123.46")
    assert planned(sent, quantity_decimals=5)["rows.r1.quantity"].verdict == "kept"


def test_a_price_with_tax_is_sent_without_and_keeps_its_net() -> None:
    fields_of = planned(draft(line(quantity="3", unit_price="11.99", price_entry="gross", vat_rate="10")))
    assert fields_of["rows.r1.price_entry"].theirs == "net"
    assert fields_of["rows.r1.net"].verdict == "kept"


def test_amounts_have_the_decimals_of_the_currency_there() -> None:
    sent = draft(line(quantity="1", unit_price="1.2345"), amount_decimals=4)
    desk = Desk()
    sub = submission(sent)
    receipt = desk.send(sub)
    fields_of = planned(sent)
    assert (fields_of["rows.r1.net"].ours, fields_of["rows.r1.net"].theirs) == ("1.2345", "1.23")
    assert verdict(sub, receipt).state == "changed"
    assert not verdict(sub, receipt).differences


def test_a_document_discount_is_spread_over_the_lines_of_the_same_vat() -> None:
    sent = draft(
        line(quantity="1", unit_price="100"),
        line(quantity="1", unit_price="50", vat_rate="10"),
        discount={"kind": "percent", "value": "10"},
    )
    desk = Desk()
    sub = submission(sent)
    receipt = desk.send(sub)
    assert [item["line_rate"] for item in desk.sent_body()["line_items"]] == [90, 45]
    assert verdict(sub, receipt).state == "proven"
    assert planned(sent)["discount.value"].why.code == "why.document_discount_in_rate"


def test_a_document_discount_as_a_line_is_negative_on_a_discount_item_and_said_to_be_unproven() -> None:
    sent = draft(discount={"kind": "percent", "value": "10"}, options={"document_discount": "line"})
    desk = Desk()
    sub = submission(sent)
    receipt = desk.send(sub)
    assert desk.sent_body()["line_items"][1]["line_rate"] == -160
    made = next(call for call in desk.calls if call.step == "discount.item.create")
    assert made.body.value["type"] == "discount"
    assert "discount_line_unproven" in codes(sent)
    assert verdict(sub, receipt).state == "proven"


def test_a_reduction_without_lines_of_its_vat_is_a_problem_with_a_way_out() -> None:
    stated = [{"is_charge": False, "amount": "5", "vat_rate": "10"}]
    assert codes(draft(adjustments=stated))["reduction_without_lines"] == "adjustments.a1"
    assert errors(submission(draft(adjustments=stated, options={"document_discount": "line"}))) == []


def test_what_the_document_says_beside_the_lines_is_gathered_in_the_memo() -> None:
    fields_of = planned(full_draft())
    memo = fields_of["memo"].theirs
    assert memo == (
        "Rebuilding\n\nThank you\n\nPurchase order: PO-9\nDelivery: 2026-10-31\n\n"
        "Late payment: 3 times the legal rate"
    )
    assert fields_of["subject"].why.code == "why.in_memo"
    silent = planned(draft(subject="Rebuilding", options={"memo_subject": False}))
    assert silent["subject"].why.code == "why.memo_off"


def test_a_section_is_said_at_its_first_line() -> None:
    rows = ({"kind": "section", "title": "Phase one"}, line(), line())
    desk = Desk()
    desk.send(submission(draft(*rows)))
    assert [item["descrip"] for item in desk.sent_body()["line_items"]] == ["Advice\nPhase one", "Advice"]
    assert planned(draft(*rows))["rows.r1.title"].why.code == "why.in_line_text"


def test_texts_for_the_customer_are_in_the_language_of_the_document() -> None:
    sent = draft(line(discount={"kind": "percent", "value": "2.5"}), language="fr", purchase_order="B7")
    desk = Desk()
    desk.send(submission(sent))
    assert desk.sent_body()["memo"] == "Bon de commande\u00a0: B7"
    assert desk.sent_body()["line_items"][0]["descrip"].endswith("Remise\u00a0: 2,5\u00a0%")


def test_custom_fields_go_where_the_map_says_and_else_in_order() -> None:
    stated = [{"name": "Owner", "value": "Ida"}, {"name": "Project", "value": "Quay"}]
    desk = Desk()
    desk.send(submission(draft(custom_fields=stated), custom_field_map={"Project": "custom_1"}))
    body = desk.sent_body()
    assert (body["custom_1"], body["custom_2"]) == ("Quay", "Ida")


def test_there_are_twenty_places_on_the_document_and_ten_on_a_line() -> None:
    many = [{"name": f"n{i}", "value": "v"} for i in range(21)]
    assert codes(draft(custom_fields=many))["custom_fields_full"] == "custom_fields.20"
    assert "custom_fields_full" not in codes(draft(custom_fields=many[:20]))
    assert codes(draft(line(custom_fields=many[:11])))["custom_fields_full"] == "rows.r1.custom_fields.10"
    assert "custom_fields_full" not in codes(draft(line(custom_fields=many[:10])))


@pytest.mark.parametrize("place", ["21", "0", "x", "custom_"])
def test_a_place_that_is_none_is_a_problem(place: str) -> None:
    assert "custom_field_map_unfit" in codes(draft(), custom_field_map={"Project": place})


def test_extra_members_go_along_as_they_are_on_document_and_line() -> None:
    extra = {"their_tax": "12.34", "their_flag": True}
    sent = draft(
        line(provider_options={"chargeover_v3": {"extra_members": {"their_line": 1}}}),
        options={"extra_members": extra},
    )
    desk = Desk()
    desk.send(submission(sent))
    body = desk.sent_body()
    assert (body["their_tax"], body["their_flag"]) == (Decimal("12.34"), True)
    assert body["line_items"][0]["their_line"] == 1
    assert errors(submission(sent)) == []
    assert "extra_members_unchecked" in codes(sent)


@pytest.mark.parametrize("member", ["memo", "line_items", "external_key", "currency_id", "customer_id"])
def test_extra_members_never_take_the_place_of_what_is_sent_and_say_so(member: str) -> None:
    sent = draft(memo="Ours", options={"extra_members": {member: "theirs"}})
    found = foreseen(submission(sent)).problems
    taken = next(problem for problem in found if problem.code == "extra_members_taken")
    assert (taken.severity, taken.params["members"]) == ("error", member)
    desk = Desk()
    desk.send(submission(sent))
    assert desk.sent_body()[member] != "theirs"


def test_extra_members_of_a_line_never_take_the_place_of_what_is_sent() -> None:
    options = {"chargeover_v3": {"extra_members": {"line_rate": 0}}}
    assert "extra_members_taken" in codes(draft(line(provider_options=options)))


def test_a_credit_note_is_refused_before_sending() -> None:
    assert codes(draft(kind="credit_note"))["credit_note_unsupported"] == "kind"


def test_a_payment_made_before_is_dropped_and_the_other_sum_is_told() -> None:
    sent = draft(prepaid="100")
    assert planned(sent)["prepaid"].why.code == "why.prepaid"
    assert planned(sent)["totals.payable"].theirs == "1920"
    assert codes(sent)["payable_differs"] == "prepaid"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"paycycle": "weekly"}, "option_unfit"),
        ({"terms_id": "net30"}, "option_unfit"),
        ({"class_id": "-3"}, "option_unfit"),
        ({"extra_members": "x"}, "option_unfit"),
        ({"document_discount": "maybe"}, "option_unfit"),
        ({"customer_id": "5", "customer_token": "t"}, "customer_named_twice"),
    ],
)
def test_an_option_that_cannot_be_is_told_before_sending(options: dict[str, Any], code: str) -> None:
    assert code in errors(submission(draft(options=options)))


@pytest.mark.parametrize("reference", ["a/b", "a?b", "a#b", "50%", "a\\b", " a", "x" * 256])
def test_a_reference_that_could_not_be_found_again_is_told_before_sending(reference: str) -> None:
    assert [p for p in codes(draft(external_reference=reference)) if p.startswith("reference_")]


def test_a_reference_with_accents_and_colons_is_found_again() -> None:
    desk = Desk()
    desk.send(submission(draft(external_reference="Été: 4711, ½")))
    assert len(desk.simulator.documents()) == 1
    with pytest.raises(Exception, match="external_key_taken"):
        desk.send(submission(draft(external_reference="Été: 4711, ½"), key="second"))


def test_a_site_is_wanted_unless_it_is_practice() -> None:
    sub = submission(draft(), site="")
    live = sub.connection.model_copy(update={"mode": "live"})
    assert errors(sub) == []
    assert "site_missing" in errors(type(sub)(**{**_parts(sub), "connection": live}))


def _parts(sub: Any) -> dict[str, Any]:
    return {name: getattr(sub, name) for name in sub.__dataclass_fields__}


@pytest.mark.parametrize("site", ["evil.example/", "a b", "-x", "x@y", "{site}"])
def test_a_site_name_cannot_lead_to_another_host(site: str) -> None:
    sub = submission(draft(), site=site)
    assert PROVIDER.base_url(sub.connection) == "https://{site}.chargeover.com/api/v3"
    assert PROVIDER.base_url(submission(draft()).connection) == "https://acme.chargeover.com/api/v3"


def test_every_altered_figure_of_the_answer_is_seen() -> None:
    desk = Desk()
    sub = submission(full_draft())
    receipt = desk.send(sub)
    for path, told in receipt.stored.items():
        altered = {**receipt.stored, path: _altered(told)}
        changed = type(receipt)(receipt.remote_id, stored=altered)
        assert [item.path for item in verdict(sub, changed).differences] == [path]


def _altered(told: str) -> str:
    try:
        return str(Decimal(told) + Decimal("0.01"))
    except ArithmeticError:
        return told + "x"


def test_a_line_lost_or_added_by_the_server_is_seen() -> None:
    desk = Desk()
    sub = submission(draft(line(), line(label="Second", unit_price="0")))
    desk.send(sub)
    record = desk.simulator.account.records("invoice")[0]
    kept = list(record["line_items"])
    read = next(action for action in PROVIDER.actions if action.id == "fetch").flow
    first = desk.drive(read(request_of(sub.draft, Receipt("10001"))))
    assert not verdict(sub, first).differences
    record["line_items"] = kept[:1]
    assert verdict(sub, desk.drive(read(request_of(sub.draft, Receipt("10001"))))).differences
    record["line_items"] = [*kept, {**kept[1], "descrip": "Late fee"}]
    assert verdict(sub, desk.drive(read(request_of(sub.draft, Receipt("10001"))))).differences
