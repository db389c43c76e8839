"""What is done with an invoice afterwards, and that doing it twice does no harm."""

from __future__ import annotations

from typing import Any

import pytest

from app.client.calls import Receipt
from app.client.errors import Refused, Throttled
from app.practice.pennylane.v2 import PennylaneV2
from app.providers.pennylane.v2 import PROVIDER
from app.providers.pennylane.v2.actions import ACTIONS
from tests.providers.pennylane.v2.cases import (
    DIRECT,
    GATEWAY,
    a_line_to,
    action,
    draft,
    line,
    practice,
    submission,
)

FLOWS = {each.id: each.flow for each in ACTIONS}


def made(company: PennylaneV2, *, final: bool = False, **told: Any) -> str:
    of = draft(**told)
    sent = submission(of, options={"draft": not final}, key=f"k{len(company.documents())}")
    return str(a_line_to(company).run(PROVIDER.submit(sent), of).remote_id)


def do(company: PennylaneV2, name: str, remote_id: str, loses: Any = None, **told: Any) -> Receipt:
    to = a_line_to(company, loses=loses or {})
    receipt = to.run(FLOWS[name](action(draft(), remote_id, **told)))  # type: ignore[index]
    assert isinstance(receipt, Receipt)
    return receipt


def held(company: PennylaneV2, remote_id: str) -> dict[str, Any]:
    for one in company.documents():
        assert isinstance(one, dict)
        if str(one["id"]) == remote_id:
            return one
    raise AssertionError(remote_id)


def test_a_draft_becomes_final_with_their_number_and_is_read_back() -> None:
    company = practice()
    receipt = do(company, "finalise", made(company))
    assert (receipt.state, receipt.number) == ("open", "F-2026-0001")
    assert receipt.stored["totals.gross"] == "1920"
    assert receipt.stored["buyer.name"] == "Dupont & Fils"


@pytest.mark.parametrize("lost", ["request", "answer"])
def test_a_lost_answer_to_making_final_gives_one_number(lost: str) -> None:
    company = practice()
    receipt = do(company, "finalise", made(company), loses={"invoice.finalize": lost})
    assert receipt.number == "F-2026-0001"
    assert held(company, receipt.remote_id)["draft"] is False


def test_a_mail_before_the_pdf_is_made_is_for_later() -> None:
    company = practice()
    remote_id = made(company, final=True)
    with pytest.raises(Throttled) as later:
        do(company, "email", remote_id)
    assert later.value.code == "pdf_not_ready"
    assert later.value.retry_after_s == 90
    told = do(company, "email", remote_id, recipients=["a@b.example"])
    assert [notice.code for notice in told.notices] == ["notice.mailed"]
    state: Any = company.state()
    assert [mail["recipients"] for mail in state["records"]["mails"]] == [["a@b.example"]]


def test_the_link_to_the_pdf_is_asked_for_anew_each_time() -> None:
    company = practice()
    remote_id = made(company, final=True)
    early = do(company, "pdf", remote_id)
    assert [notice.code for notice in early.notices] == ["notice.pdf_not_ready"]
    first, second = do(company, "pdf", remote_id).links, do(company, "pdf", remote_id).links
    assert first["pdf"] != second["pdf"]


@pytest.mark.parametrize("lost", [None, "request", "answer"])
def test_a_paid_invoice_is_marked_once(lost: str | None) -> None:
    company = practice()
    loses = {"invoice.mark_as_paid": lost} if lost else {}
    assert do(company, "mark_paid", made(company, final=True), loses=loses).state == "paid"


@pytest.mark.parametrize("lost", [None, "request", "answer"])
def test_a_draft_is_deleted(lost: str | None) -> None:
    company = practice()
    do(company, "delete", made(company), loses={"invoice.delete": lost} if lost else {})
    assert company.documents() == []


def test_a_final_invoice_is_not_deleted() -> None:
    company = practice()
    with pytest.raises(Refused) as refused:
        do(company, "delete", made(company, final=True))
    assert refused.value.code == "declined"
    assert len(company.documents()) == 1


@pytest.mark.parametrize("lost", [None, "request", "answer"])
def test_a_credit_note_is_tied_to_its_invoice(lost: str | None) -> None:
    company = practice()
    invoice = made(company, final=True)
    note = made(company, final=True, kind="credit_note", rows=[line(quantity="-2.5")])
    do(company, "link_credit_note", note, loses={"credit_note.link": lost} if lost else {}, related=invoice)
    assert held(company, note)["credited_invoice"]["id"] == int(invoice)


@pytest.mark.parametrize("lost", [None, "request", "answer"])
def test_a_quote_becomes_one_invoice(lost: str | None) -> None:
    company = practice()
    to = a_line_to(company)
    quotes = to.run(next(each for each in PROVIDER.lists if each.id == "quotes").page(DIRECT, ""))
    loses = {"invoice.from_quote": lost} if lost else {}
    receipt = do(company, "from_quote", "", loses=loses, quote_id=quotes.records[0].id)
    assert receipt.state == "draft"
    assert len(company.documents()) == 1
    assert held(company, receipt.remote_id)["quote"] == {"id": int(quotes.records[0].id)}


def test_what_the_gateway_does_not_print_is_not_asked_of_it() -> None:
    for name in ("finalise", "email", "mark_paid", "delete", "link_credit_note", "from_quote"):
        with pytest.raises(Refused) as refused:
            a_line_to(practice("gateway"), GATEWAY).run(FLOWS[name](action(draft(), "1", GATEWAY)))  # type: ignore[index]
        assert refused.value.code == "not_on_gateway"


@pytest.mark.parametrize("connection", [DIRECT, GATEWAY], ids=["direct", "gateway"])
def test_an_invoice_is_fetched_as_it_was_sent(connection: Any) -> None:
    company = practice(connection.dialect or None)
    of = draft()
    sent = a_line_to(company, connection).run(PROVIDER.submit(submission(of, connection)), of)
    again = a_line_to(company, connection).run(FLOWS["fetch"](action(of, sent.remote_id, connection)))
    kept = {path: text for path, text in sent.stored.items() if not path.startswith("buyer")}
    assert kept.items() <= again.stored.items()


@pytest.mark.parametrize("name", ["customers", "products", "templates", "invoices", "quotes"])
def test_each_list_is_leafed_through_to_its_end(name: str) -> None:
    company = practice()
    made(company)
    listed = next(each for each in PROVIDER.lists if each.id == name)
    page = a_line_to(company).run(listed.page(DIRECT, ""))
    assert page.records
    assert all(record.id.isdecimal() and record.title for record in page.records if name != "invoices")
    assert page.cursor == ""


def test_the_connection_says_who_one_is() -> None:
    told = a_line_to(practice()).run(PROVIDER.identify(DIRECT))
    assert (told.name, told.detail) == ("Pennylane (practice)", "camille@practice.example")
    assert "customer_invoices:all" in told.scopes
    assert a_line_to(practice("gateway"), GATEWAY).run(PROVIDER.identify(GATEWAY)).name == "HARVEST"
