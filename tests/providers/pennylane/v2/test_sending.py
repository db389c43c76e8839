"""What leaves for Pennylane, and what is never made twice."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.client.errors import Refused
from app.client.verdict import judge
from app.domain.draft import Draft
from app.practice.pennylane.v2 import PennylaneV2
from app.providers.pennylane.v2 import PROVIDER
from tests.providers.pennylane.import_driving import Line, steps
from tests.providers.pennylane.v2.cases import (
    DIRECT,
    GATEWAY,
    KEY,
    a_line_to,
    draft,
    line,
    practice,
    submission,
)


def sent_body(to: Line, step: str = "invoice.create") -> dict[str, Any]:
    """The body that left in this step, as the bytes said it."""
    call = next(call for call in to.calls if call.step == step)
    read: dict[str, Any] = json.loads(to.encoded(call).content)
    return read


def send(of: Draft, company: PennylaneV2 | None = None, **told: Any) -> tuple[Any, Line]:
    to = a_line_to(company or practice(), **told.pop("line_to", {}))
    return to.run(PROVIDER.submit(submission(of, **told)), of), to


def test_a_draft_is_made_for_a_new_customer_and_proven_to_the_cent() -> None:
    of = draft()
    receipt, to = send(of)
    assert receipt.state == "draft"
    assert receipt.number == ""
    foresight = PROVIDER.foresee(submission(of))
    assert judge(foresight.fields, receipt.stored).state == "proven"
    assert receipt.stored["totals.gross"] == "1920"
    assert "customer.create" in steps(to.calls)


def test_quantities_leave_as_numbers_and_prices_as_text() -> None:
    _, to = send(draft(rows=[line(quantity="2.500", unit_price="640.125")]))
    sent = sent_body(to)["invoice_lines"][0]
    assert sent["quantity"] == 2.5
    assert sent["raw_currency_unit_price"] == "640.125"


def test_nothing_is_sent_as_null() -> None:
    _, to = send(draft())
    for call in to.calls:
        assert "null" not in to.encoded(call).content.decode()


def test_the_due_date_comes_from_the_terms() -> None:
    _, to = send(draft(payment_terms={"days": 45, "end_of_month": True}))
    assert sent_body(to)["deadline"] == "2027-01-31"


def test_sections_keep_their_ranks_and_lines_above_the_first_have_none() -> None:
    rows = [
        line(label="above"),
        {"kind": "section", "title": "One", "text": "why"},
        line(label="in one"),
        {"kind": "section", "title": "Two"},
        line(label="in two"),
    ]
    _, to = send(draft(rows=rows))
    sent = sent_body(to)
    assert sent["invoice_line_sections"] == [
        {"rank": 1, "title": "One", "description": "why"},
        {"rank": 2, "title": "Two"},
    ]
    assert [each.get("section_rank") for each in sent["invoice_lines"]] == [None, 1, 2]


def test_discounts_go_as_they_were_stated() -> None:
    rows = [
        line(discount={"kind": "percent", "value": "10"}),
        line(discount={"kind": "amount", "value": "5"}),
    ]
    _, to = send(draft(rows=rows, discount={"kind": "percent", "value": "2.5"}))
    sent = sent_body(to)
    assert sent["discount"] == {"type": "relative", "value": "2.5"}
    assert [each["discount"] for each in sent["invoice_lines"]] == [
        {"type": "relative", "value": "10"},
        {"type": "absolute", "value": "5"},
    ]


def test_allowances_of_a_line_join_its_discount_and_shipping_becomes_a_line() -> None:
    of = draft(
        rows=[
            line(
                discount={"kind": "percent", "value": "10"},
                adjustments=[{"amount": "6"}, {"is_charge": True, "amount": "1"}],
            )
        ],
        adjustments=[
            {"is_charge": True, "kind": "shipping", "amount": "12", "vat_rate": "20", "reason": "Port"}
        ],
    )
    receipt, to = send(of)
    lines = sent_body(to)["invoice_lines"]
    assert lines[0]["discount"] == {"type": "absolute", "value": "165"}
    assert (lines[1]["label"], lines[1]["raw_currency_unit_price"], lines[1]["quantity"]) == (
        "Port",
        "12",
        1,
    )
    assert receipt.stored["totals.net"] == "1447"


def test_a_discount_beside_shipping_is_shared_out_as_we_share_it() -> None:
    of = draft(
        rows=[line(quantity="1", unit_price="100"), line(quantity="1", unit_price="50", vat_rate="5.5")],
        discount={"kind": "percent", "value": "10"},
        adjustments=[{"is_charge": True, "amount": "20", "vat_rate": "20"}],
    )
    receipt, to = send(of)
    assert "discount" not in sent_body(to)
    assert judge(PROVIDER.foresee(submission(of)).fields, receipt.stored).state == "proven"


def test_amounts_can_be_kept_where_quantity_and_price_do_not_come_out() -> None:
    of = draft(rows=[line(quantity="30000", unit_price="0.01", price_entry="gross", unit="")])
    kept, to = send(of, options={"inexact_lines": "keep_amount"})
    sent = sent_body(to)["invoice_lines"][0]
    assert (sent["quantity"], sent["raw_currency_unit_price"]) == (1, "250")
    assert sent["description"] == "30000 × 0.01"
    assert kept.stored["totals.net"] == "250"


@pytest.mark.parametrize("step", ["invoice.create", "customer.create"])
@pytest.mark.parametrize("lost", ["request", "answer"])
def test_a_lost_answer_is_looked_up_before_anything_is_repeated(step: str, lost: str) -> None:
    company = practice()
    before = len(company.state()["records"]["customers"])  # type: ignore[index,call-overload,arg-type]
    receipt, to = send(draft(), company, line_to={"loses": {step: lost}})
    assert len(company.documents()) == 1
    assert len(company.state()["records"]["customers"]) == before + 1  # type: ignore[index,call-overload,arg-type]
    assert [call.step for call in to.looked] == [f"{step}.find"]
    assert receipt.stored["external_reference"] == f"factotum-{KEY}"


def test_a_reference_of_ones_own_is_never_used_for_a_second_document() -> None:
    company = practice()
    send(draft(external_reference="MINE-1"), company)
    with pytest.raises(Refused) as refused:
        send(draft(external_reference="MINE-1"), company, key="another")
    assert (refused.value.code, refused.value.path) == ("reference_taken", "external_reference")
    assert len(company.documents()) == 1


def test_a_final_invoice_gets_their_number() -> None:
    receipt, _ = send(draft(), options={"draft": False})
    assert (receipt.state, receipt.number) == ("open", "F-2026-0001")
    assert receipt.stored["number"] == "F-2026-0001"


def test_periods_and_payment_references_go_only_with_final_invoices() -> None:
    rows = [line(service_start="2026-01-01", service_end="2026-01-31")]
    options: dict[str, Any] = {
        "transaction_reference.banking_provider": "stripe",
        "transaction_reference.provider_field_name": "charge_id",
        "transaction_reference.provider_field_value": "ch_1",
    }
    _, as_draft = send(draft(rows=rows), options=options)
    assert "imputation_dates" not in sent_body(as_draft)["invoice_lines"][0]
    assert "transaction_reference" not in sent_body(as_draft)
    _, final = send(draft(rows=rows), options={**options, "draft": False})
    assert sent_body(final)["invoice_lines"][0]["imputation_dates"] == {
        "start_date": "2026-01-01",
        "end_date": "2026-01-31",
    }
    assert sent_body(final)["transaction_reference"]["provider_field_value"] == "ch_1"


def test_a_credit_note_is_linked_to_its_invoice() -> None:
    company = practice()
    invoice, _ = send(draft(), company, options={"draft": False})
    note = draft(kind="credit_note", rows=[line(quantity="-2.5")])
    receipt, to = send(
        note, company, options={"draft": False, "credited_invoice_id": invoice.remote_id}, key="note"
    )
    assert receipt.stored["kind"] == "credit_note"
    assert steps(to.calls)[-2:] == ["credit_note.link", "invoice.lines"]
    held = {str(one["id"]): one for one in company.documents()}  # type: ignore[index,call-overload]
    assert held[receipt.remote_id]["credited_invoice"]["id"] == int(invoice.remote_id)  # type: ignore[index,call-overload]
    assert held[invoice.remote_id]["status"] == "cancelled"  # type: ignore[index,call-overload]


def test_the_gateway_is_told_the_software_and_asked_nothing_it_does_not_print() -> None:
    of = draft()
    company = practice("gateway")
    to = a_line_to(company, GATEWAY)
    receipt = to.run(PROVIDER.submit(submission(of, GATEWAY)), of)
    assert steps(to.calls) == ["customer.create", "invoice.create", "invoice.lines"]
    headers = dict(to.requests[1].headers)
    assert (headers["x-source"], headers["x-source-software"]) == ("billy", "HARVEST")
    assert sent_body(to)["draft"] is True
    assert judge(PROVIDER.foresee(submission(of, GATEWAY)).fields, receipt.stored).state == "proven"


def test_a_linked_product_keeps_our_figures() -> None:
    company = practice()
    product_id = company.state()["records"]["products"][0]["id"]  # type: ignore[index,call-overload]
    of = draft(rows=[line(product={"catalogue_id": "cat-1"})])
    receipt, to = send(of, company, known={"item:cat-1": str(product_id)})
    sent = sent_body(to)["invoice_lines"][0]
    assert sent["product_id"] == product_id
    assert sent["raw_currency_unit_price"] == "640"
    assert receipt.stored["totals.net"] == "1600"


@pytest.mark.parametrize(("mode", "is_made"), [("find", False), ("create", True)])
def test_products_are_created_only_when_the_person_wants_it(mode: str, is_made: bool) -> None:
    company = practice()
    _, to = send(draft(), company, options={"products": mode})
    assert ("product_id" in sent_body(to)["invoice_lines"][0]) is is_made
    assert ("item.r1.create" in steps(to.calls)) is is_made


def test_two_hundred_and_fifty_lines_are_read_back_page_by_page() -> None:
    of = draft(rows=[line(label=f"n° {n}", quantity="1", unit_price="1.01") for n in range(250)])
    receipt, to = send(of)
    assert [step for step in steps(to.calls) if step.startswith("invoice.lines")] == [
        "invoice.lines",
        "invoice.lines.2",
        "invoice.lines.3",
    ]
    assert receipt.stored["rows.r250.label"] == "n° 249"
    assert judge(PROVIDER.foresee(submission(of)).fields, receipt.stored).state == "proven"


@pytest.mark.parametrize("connection", [DIRECT, GATEWAY], ids=["direct", "gateway"])
def test_an_altered_cent_in_their_answer_is_found(connection: Any) -> None:
    of = draft(rows=[line(), line(unit_price="3.33", vat_rate="5.5")])
    company = practice(connection.dialect or None)
    to = a_line_to(company, connection)
    receipt = to.run(PROVIDER.submit(submission(of, connection)), of)
    foresight = PROVIDER.foresee(submission(of, connection))
    for path in ("totals.net", "totals.tax", "totals.gross", "rows.r1.net", "rows.r2.net", "vat.S.20.basis"):
        altered = {**receipt.stored, path: receipt.stored[path] + "1"}
        differing = [item.path for item in judge(foresight.fields, altered).differences]
        assert differing == [path]
