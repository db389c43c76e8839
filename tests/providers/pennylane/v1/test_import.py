"""An invoice into V1: what is sent, what comes of it, and that it comes once."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.client.calls import JsonBody, Reply
from app.client.errors import OutcomeUnknown, Refused, Throttled, Unauthorised, Unexpected
from app.client.provider import ActionRequest, Connection
from app.client.rehearsal import rehearse
from app.client.transport import WireReply, WireRequest
from app.client.verdict import judge
from app.domain.credit import credit_note_of
from app.domain.draft import Draft
from app.domain.money import ZERO
from app.domain.totals import compute
from app.practice.pennylane.desk import TOKEN
from app.practice.pennylane.v1 import V1Simulator
from app.providers.pennylane.v1 import PROVIDER, read, wire
from tests.providers import strategies
from tests.providers.pennylane.import_cases import (
    TODAY,
    draft,
    errors_in,
    submission,
    uncovered,
    unequal,
    unworded,
)
from tests.providers.pennylane.import_contracts import Judge, contract
from tests.providers.pennylane.import_driving import Line, steps, written

CONNECTION = Connection(provider="pennylane_v1", mode="practice")
_FILE = contract("pennylane/company-v1-import.own.yaml")
_JUDGE = Judge(_FILE, silent_on=(("GET", "/api/external/v1/customer_invoices"),)) if _FILE else None


def line(simulator: V1Simulator | None = None, **more: Any) -> Line:
    return Line(PROVIDER, CONNECTION, simulator or V1Simulator(), TOKEN, watch=_JUDGE, **more)


def sent(of: Draft, options: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """The body of the import."""
    calls, _ = rehearse(PROVIDER.submit(submission(CONNECTION, of, options, **more)))
    body = calls[-1].body
    assert isinstance(body, JsonBody)
    told: dict[str, Any] = json.loads(written(body.value), parse_float=Decimal)
    return told


def problems(of: Draft, options: dict[str, Any] | None = None, **more: Any) -> list[str]:
    return [found.code for found in PROVIDER.foresee(submission(CONNECTION, of, options, **more)).problems]


DOCUMENTS = strategies.drafts(
    currencies=("EUR", "USD", "JPY"),
    uncharged=("Z", "E", "AE", "K", "G", "O"),
    entries=("net", "gross"),
    roundings=("per_group", "per_line"),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
def test_what_the_plan_says_is_what_v1_holds(written_draft: Draft) -> None:
    of = written_draft.edited(number="F-2026-7")
    given_to = submission(CONNECTION, of)
    foresight = PROVIDER.foresee(given_to)
    assert errors_in(foresight.problems) == []
    road = line()
    receipt = road.run(PROVIDER.submit(given_to), of)
    judged = judge(foresight.fields, receipt.stored)
    assert judged.differences == ()
    assert judged.state in ("proven", "changed")
    assert receipt.stored["totals.gross"] == next(
        planned.ours for planned in foresight.fields if planned.path == "totals.gross"
    )
    rehearsed, _ = rehearse(PROVIDER.submit(given_to))
    assert [call.body for call in rehearsed] == [call.body for call in road.calls]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
def test_the_lines_sum_to_the_gross_of_the_document(of: Draft) -> None:
    totals = compute(of)
    items = wire.items(submission(CONNECTION, of))
    assert sum((item.share.gross for item in items), ZERO) == totals.gross
    for group in totals.vat:
        own = [item.share for item in items if item.share.vat == (group.category, group.rate)]
        assert sum((share.tax for share in own), ZERO) == group.tax
        assert sum((share.net for share in own), ZERO) == group.basis


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS, st.data())
def test_every_altered_cent_of_an_answer_is_seen(of: Draft, data: st.DataObject) -> None:
    given_to = submission(CONNECTION, of.edited(number="F-2026-7"))
    fields = PROVIDER.foresee(given_to).fields
    road = line()
    road.run(PROVIDER.submit(given_to))
    invoice = road.simulator.documents()[0]
    assert isinstance(invoice, dict)
    rows = invoice["line_items"]
    assert isinstance(rows, list)
    holder = data.draw(st.sampled_from([invoice, *rows]))
    assert isinstance(holder, dict)
    names = ["currency_amount", "currency_tax"]
    names.append("currency_amount_before_tax" if holder is invoice else "currency_price_before_tax")
    name = data.draw(st.sampled_from(names))
    holder[name] = str(Decimal(str(holder[name])) + Decimal("0.01"))
    receipt = read.receipt(Reply(200, body={"invoice": invoice}), given_to)
    assert judge(fields, receipt.stored).state == "differs"


def test_every_field_of_a_document_is_sent_or_left_for_a_reason() -> None:
    assert uncovered(PROVIDER) == []


def test_every_code_has_words_in_both_languages() -> None:
    folder = "app/providers/pennylane"
    assert unworded(PROVIDER, f"{folder}/v1", f"{folder}/firm.py", f"{folder}/errors.py") == []
    assert unequal(PROVIDER) == []


def test_the_page_goes_along_and_money_is_a_number_with_vat() -> None:
    body = sent(draft())
    assert body["file"] == "JVBERi0xLjcgYSBwYWdl"
    assert [row["currency_amount"] for row in body["invoice"]["line_items"]] == [
        Decimal("240.00"),
        Decimal("31.62"),
    ]
    assert body["invoice"]["line_items"][0]["quantity"] == Decimal("2.5")
    assert body["invoice"]["invoice_number"] == "F-2026-7"
    assert body["create_customer"] is True


def test_a_discount_of_the_document_becomes_a_line_for_each_rate() -> None:
    rows = sent(draft(discount={"kind": "percent", "value": "10"}))["invoice"]["line_items"]
    assert [(row["label"], row["vat_rate"], row["currency_amount"]) for row in rows[2:]] == [
        ("Remise", "FR_200", Decimal("-24.00")),
        ("Remise", "FR_55", Decimal("-3.17")),
    ]


def test_an_address_of_the_pdf_goes_instead_of_it_and_is_warned_of() -> None:
    body = sent(draft(), {"file_url": "https://files.example.com/F-2026-7.pdf"})
    assert "file" not in body
    assert body["file_url"] == "https://files.example.com/F-2026-7.pdf"
    assert "file_url_once" in problems(draft(), {"file_url": "https://files.example.com/F-2026-7.pdf"})
    shared = {"file_url": "https://files.example.com/invoice.pdf"}
    assert "file_url_looks_shared" in problems(draft(), shared)
    assert "file_url_unfit" in problems(draft(), {"file_url": "http://files.example.com/F-2026-7.pdf"})


def test_an_address_kept_with_the_connection_would_be_shared_by_all() -> None:
    url = {"file_url": "https://files.example.com/F-2026-7.pdf"}
    shared = CONNECTION.model_copy(update={"settings": url})
    found = PROVIDER.foresee(submission(shared, draft(), url)).problems
    assert "file_url_of_connection" in errors_in(found)


def test_two_invoices_with_one_address_are_refused_and_the_second_is_not_made() -> None:
    road = line()
    url = {"file_url": "https://files.example.com/a.pdf"}
    road.run(PROVIDER.submit(submission(CONNECTION, draft(), url)))
    second = submission(CONNECTION, draft(number="F-2026-8"), url, key="another")
    with pytest.raises(Refused) as refused:
        road.run(PROVIDER.submit(second))
    assert refused.value.code == "duplicate"
    assert len(road.simulator.documents()) == 1


def test_a_known_customer_goes_by_its_identifier_alone() -> None:
    body = sent(draft(), {"create_customer": False, "customer_source_id": "CUST-1"})
    assert body["create_customer"] is False
    assert body["invoice"]["customer"] == {"source_id": "CUST-1"}
    of = draft()
    given_to = submission(CONNECTION, of, {"customer_source_id": "CUST-1", "create_customer": False})
    receipt = line().run(PROVIDER.submit(given_to), of)
    assert judge(PROVIDER.foresee(given_to).fields, receipt.stored).differences == ()


def test_a_contact_sent_before_is_known_without_asking() -> None:
    of = draft(buyer={"name": "Client", "contact_id": "c-9"})
    body = sent(of, known={"customer:c-9": "CUST-1"})
    assert body["invoice"]["customer"] == {"source_id": "CUST-1"}


def test_nobody_known_and_nobody_to_be_created_is_a_problem() -> None:
    assert "customer_unknown" in problems(draft(), {"create_customer": False})


def test_a_private_customer_has_two_names() -> None:
    of = draft(buyer={"name": "Ada de Lovelace", "addresses": [{"country": "FR"}]})
    whom = sent(of, {"customer_type": "individual", "gender": "madam"})["invoice"]["customer"]
    assert whom == {
        "customer_type": "individual",
        "country_alpha2": "FR",
        "first_name": "Ada",
        "last_name": "de Lovelace",
        "gender": "madam",
    }
    alone = draft(buyer={"name": "Ada", "addresses": [{"country": "FR"}]})
    assert "two_names_needed" in problems(alone, {"customer_type": "individual"})
    given_to = submission(CONNECTION, of, {"customer_type": "individual"})
    receipt = line().run(PROVIDER.submit(given_to), of)
    assert judge(PROVIDER.foresee(given_to).fields, receipt.stored).differences == ()


def test_a_company_without_its_address_is_a_problem_at_each_part() -> None:
    found = PROVIDER.foresee(submission(CONNECTION, draft(buyer={"name": "Client"}))).problems
    assert [(one.path, one.code) for one in found if one.severity == "error"] == [
        ("buyer.addresses.0.line1", "customer_needs"),
        ("buyer.addresses.0.postal_code", "customer_needs"),
        ("buyer.addresses.0.city", "customer_needs"),
        ("buyer.addresses.0.country", "customer_needs"),
    ]


def test_a_product_goes_with_a_price_that_gives_the_amount_or_not_at_all() -> None:
    options = {"pennylane_v1": {"product_source_id": "PROD-1", "plan_item_number": "706000"}}
    row = {"label": "Conseil", "quantity": "2", "unit_price": "100", "vat_rate": "20", "unit": "hour"}
    of = draft(rows=[{**row, "provider_options": options}])
    told = sent(of)["invoice"]["line_items"][0]
    assert told["product"] == {
        "source_id": "PROD-1",
        "unit": "hour",
        "price": Decimal(120),
        "vat_rate": "FR_200",
    }
    assert told["plan_item_number"] == "706000"
    given_to = submission(CONNECTION, of)
    receipt = line().run(PROVIDER.submit(given_to), of)
    assert judge(PROVIDER.foresee(given_to).fields, receipt.stored).differences == ()
    third = draft(rows=[{**row, "quantity": "3", "unit_price": "33.3333", "provider_options": options}])
    assert sent(third)["invoice"]["line_items"][0]["product"]["price"] == Decimal("40")
    seventh = draft(rows=[{**row, "quantity": "7", "unit_price": "1", "provider_options": options}])
    assert "product_price_inexact" not in problems(seventh)
    uneven = draft(rows=[{**row, "quantity": "7", "unit_price": "1.01", "provider_options": options}])
    assert "product_price_inexact" in problems(uneven)
    theirs = {"pennylane_v1": {"product_source_id": "PROD-1", "product_price": "theirs"}}
    own = draft(rows=[{**row, "provider_options": theirs}])
    assert sent(own)["invoice"]["line_items"][0]["product"] == {"source_id": "PROD-1"}
    assert "product_price_theirs" in problems(own)


def test_categories_period_and_transaction_go_along_whole_or_are_problems() -> None:
    options = {
        "categories.weight": {"CAT-1": "0.8", "CAT-2": "0.2"},
        "categories.amount": [{"name": "CAT-3", "value": "12.50"}],
        "imputation_start": "2026-11-01",
        "imputation_end": "2027-01-31",
        "customer_validation_needed": True,
        "transactions_reference.banking_provider": "stripe",
        "transactions_reference.provider_field_name": "payment_id",
        "transactions_reference.provider_field_value": "pi_1",
    }
    of = draft()
    told = sent(of, options)["invoice"]
    assert told["categories"] == [
        {"source_id": "CAT-1", "weight": Decimal("0.8")},
        {"source_id": "CAT-2", "weight": Decimal("0.2")},
        {"source_id": "CAT-3", "amount": Decimal("12.50")},
    ]
    assert told["imputation_dates"] == {"start_date": "2026-11-01", "end_date": "2027-01-31"}
    assert told["transactions_reference"]["provider_field_value"] == "pi_1"
    receipt = line().run(PROVIDER.submit(submission(CONNECTION, of, options)), of)
    assert receipt.state == "incomplete"
    bad = {
        "categories.weight": {"CAT-1": "1.5"},
        "imputation_start": "2026-11-01",
        "transactions_reference.banking_provider": "stripe",
    }
    assert errors_in(PROVIDER.foresee(submission(CONNECTION, of, bad)).problems) == [
        "imputation_incomplete",
        "transaction_incomplete",
        "category_weight",
    ]


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"number": ""}, "number_required"),
        ({"external_reference": "a/b"}, "reference_not_searchable"),
        ({"due_date": "2026-11-01"}, "deadline_before_date"),
        ({"rows": []}, "no_lines"),
        ({"rows": [{"label": "", "unit_price": "1", "vat_rate": "20"}]}, "label_required"),
        ({"rows": [{"label": "x", "unit_price": "1", "vat_rate": "19"}]}, "no_vat_code"),
        (
            {"rows": [{"label": "x", "unit_price": "1", "vat_rate": "20", "vat_code": "FR_1"}]},
            "vat_code_unknown",
        ),
        (
            {"rows": [{"label": "x", "unit_price": "1", "vat_rate": "20", "vat_code": "FR_100"}]},
            "vat_code_other_rate",
        ),
        ({"additional_taxes": [{"label": "Éco", "rate": "1"}]}, "extra_tax"),
    ],
)
def test_what_v1_would_refuse_is_a_problem_before_sending(members: dict[str, Any], code: str) -> None:
    found = PROVIDER.foresee(submission(CONNECTION, draft(**members))).problems
    assert code in errors_in(found)


def test_the_plan_says_that_v1_is_at_its_end() -> None:
    assert "v1_announced_end" in problems(draft())


def test_the_header_that_announces_the_end_becomes_a_notice() -> None:
    receipt = line().run(PROVIDER.submit(submission(CONNECTION, draft())))
    assert [(notice.code, notice.params) for notice in receipt.notices] == [
        ("notice.v1_ends", {"when": "2025-12-31T23:00:00Z"})
    ]


def test_a_credit_note_is_negative_however_it_states_its_amounts() -> None:
    ours = credit_note_of(draft()).edited(number="A-1", issue_date=TODAY)
    positive = draft(kind="credit_note", number="A-1")
    for of in (ours, positive):
        given_to = submission(CONNECTION, of)
        assert sent(of)["invoice"]["line_items"][0]["currency_amount"] == Decimal("-240.00")
        receipt = line().run(PROVIDER.submit(given_to), of)
        judged = judge(PROVIDER.foresee(given_to).fields, receipt.stored)
        assert judged.differences == ()
        assert judged.state == "proven"


# exactly once


def test_an_answer_lost_is_found_by_our_reference() -> None:
    road = line(loses={"invoice.import": "answer"})
    receipt = road.run(PROVIDER.submit(submission(CONNECTION, draft())))
    assert steps(road.looked) == ["invoice.find.reference"]
    assert receipt.remote_id == "V100000001"
    assert len(road.simulator.documents()) == 1


def test_a_request_lost_is_sent_again_after_both_look_ups() -> None:
    road = line(loses={"invoice.import": "request"})
    road.run(PROVIDER.submit(submission(CONNECTION, draft())))
    assert steps(road.looked) == ["invoice.find.reference", "invoice.find.page.1"]
    assert len(road.simulator.documents()) == 1


class ByTheirIdOnly(V1Simulator):
    """V1 as other material describes it: one invoice is asked for by their id alone."""

    def __init__(self, list_status: int = 200) -> None:
        super().__init__()
        self._list_status = list_status

    def answer(self, request: WireRequest) -> WireReply:
        if request.method == "GET" and "factotum-" in request.url:
            return WireReply(404, {"content-type": "application/json"}, b'{"error":"Not Found","status":404}')
        if request.method == "GET" and "page=" in request.url and self._list_status != 200:
            return WireReply(self._list_status, {"content-type": "application/json"}, b'{"error":"no"}')
        return super().answer(request)


def test_an_answer_lost_is_found_by_number_where_the_reference_finds_nothing() -> None:
    simulator = ByTheirIdOnly()
    before = line(simulator)
    for number in range(150):
        of = draft(number=f"F-1-{number}")
        before.run(PROVIDER.submit(submission(CONNECTION, of, key=f"k{number}")))
    road = line(simulator, loses={"invoice.import": "answer"})
    receipt = road.run(PROVIDER.submit(submission(CONNECTION, draft())))
    assert steps(road.looked) == ["invoice.find.reference", "invoice.find.page.1", "invoice.find.page.2"]
    assert receipt.number == "F-2026-7"
    assert len(simulator.documents()) == 151


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_list_closed_to_us_leaves_the_outcome_to_the_person(status: int) -> None:
    simulator = ByTheirIdOnly(status)
    with pytest.raises(OutcomeUnknown) as unknown:
        line(simulator, loses={"invoice.import": "answer"}).run(
            PROVIDER.submit(submission(CONNECTION, draft()))
        )
    assert unknown.value.code == "v1_list_closed"
    assert len(simulator.documents()) == 1


def test_our_number_on_another_invoice_leaves_the_outcome_to_the_person() -> None:
    simulator = ByTheirIdOnly()
    other = draft(issue_date="2026-01-05")
    line(simulator).run(PROVIDER.submit(submission(CONNECTION, other, key="other")))
    with pytest.raises(OutcomeUnknown) as unknown:
        line(simulator, loses={"invoice.import": "request"}).run(
            PROVIDER.submit(submission(CONNECTION, draft()))
        )
    assert unknown.value.code == "v1_number_on_another"
    assert len(simulator.documents()) == 1


def test_a_reference_of_ones_own_is_checked_for_earlier_use() -> None:
    of = draft(external_reference="chantier-12")
    road = line()
    road.run(PROVIDER.submit(submission(CONNECTION, of)))
    again = of.edited(number="F-2026-8")
    with pytest.raises(Refused) as refused:
        road.run(PROVIDER.submit(submission(CONNECTION, again, key="other")))
    assert (refused.value.code, refused.value.path) == ("reference_used", "external_reference")
    assert len(road.simulator.documents()) == 1


def test_the_same_sending_once_more_leads_to_the_invoice_that_is_there() -> None:
    road = line()
    given_to = submission(CONNECTION, draft())
    first = road.run(PROVIDER.submit(given_to))
    second = road.run(PROVIDER.submit(given_to))
    assert second.remote_id == first.remote_id
    assert second.notices[0].code == "notice.already_there"
    assert len(road.simulator.documents()) == 1


def test_a_number_taken_by_another_invoice_is_refused_at_the_number() -> None:
    road = line()
    road.run(PROVIDER.submit(submission(CONNECTION, draft())))
    with pytest.raises(Refused) as refused:
        road.run(PROVIDER.submit(submission(CONNECTION, draft(), key="another")))
    assert (refused.value.code, refused.value.path) == ("duplicate", "number")


def test_without_a_page_nothing_is_sent() -> None:
    given_to = submission(CONNECTION, draft())
    bare = type(given_to)(given_to.key, CONNECTION, given_to.draft, given_to.totals, TODAY, given_to.options)
    with pytest.raises(Refused) as refused:
        next(PROVIDER.submit(bare))
    assert refused.value.code == "page_missing"
    assert "page_missing" in errors_in(PROVIDER.foresee(bare).problems)


# errors and hostile answers


@pytest.mark.parametrize(
    ("reply", "kind", "code"),
    [
        (Reply(400, body={"message": "bad", "code": "ValidateError"}), Refused, "malformed"),
        (Reply(401, body={"error": "invalid token"}), Unauthorised, "token_rejected"),
        (Reply(403, body={"error": 'requires scope "customer_invoices"'}), Unauthorised, "scope_missing"),
        (Reply(404, body={"error": "Not Found"}), Refused, "not_found"),
        (Reply(409, body={"error": "conflict"}), Refused, "duplicate"),
        (Reply(410, text="Gone"), Refused, "v1_switched_off"),
        (Reply(422, body={"error": "invoice_number has already been taken"}), Refused, "duplicate"),
        (Reply(422, body={"error": "the VAT rate is invalid"}), Refused, "declined"),
        (Reply(429, text="You made too many requests. Retry in 60s !"), Throttled, "too_many_requests"),
        (Reply(500, text="<html>"), Unexpected, "server_failed"),
    ],
)
def test_each_refusal_has_its_class_and_its_words(reply: Reply, kind: type, code: str) -> None:
    error = PROVIDER.error_of(reply, draft())
    assert isinstance(error, kind)
    assert error.code == code
    assert f"error.{code}" in PROVIDER.words


def test_a_429_that_says_when_is_waited_for() -> None:
    error = PROVIDER.error_of(Reply(429, text="You made too many requests. Retry in 60s !"), None)
    assert isinstance(error, Throttled)
    assert error.retry_after_s == 60


def test_a_refusal_that_names_a_line_leads_to_the_row() -> None:
    of = draft()
    reply = Reply(
        400, body={"message": "no", "code": "NotEnumInclude", "field": "invoice/line_items/1/vat_rate"}
    )
    assert PROVIDER.error_of(reply, of).path == f"rows.{list(of.lines)[1].id}.vat_rate"


@pytest.mark.parametrize(
    "invoice",
    [
        {"id": "V1", "currency_amount": {"a": 1}},
        {"id": "V1", "currency_amount": "many"},
        {"id": "V1", "line_items": "none"},
        {"id": "V1", "date": 7},
    ],
)
def test_an_invoice_that_is_there_is_reported_however_senseless_its_answer(invoice: Any) -> None:
    flow = PROVIDER.submit(submission(CONNECTION, draft()))
    next(flow)
    with pytest.raises(StopIteration) as done:
        flow.send(Reply(200, body={"invoice": invoice}))
    receipt = done.value.value
    assert (receipt.remote_id, receipt.state, receipt.stored) == ("V1", "unknown", {})
    assert receipt.notices[0].code == "notice.not_read_back"


@pytest.mark.parametrize(
    "body", [None, [], {"invoice": None}, {"invoice": {"id": None}}, {"invoice": {"id": []}}]
)
def test_an_answer_without_an_id_is_looked_for(body: Any) -> None:
    flow = PROVIDER.submit(submission(CONNECTION, draft()))
    next(flow)
    assert flow.send(Reply(200, body=body)).step == "invoice.find.reference"
    flow.send(Reply(404))
    with pytest.raises(OutcomeUnknown) as unknown:
        flow.send(Reply(200, body={"total_pages": 1, "invoices": []}))
    assert unknown.value.code == "answer_senseless"


def test_the_invoice_can_be_read_again_with_new_links() -> None:
    of = draft()
    road = line()
    first = road.run(PROVIDER.submit(submission(CONNECTION, of)))
    request = ActionRequest("k", CONNECTION, first.remote_id, of, compute(of), TODAY)
    for action in PROVIDER.actions:
        again = road.run(action.flow(request))
        assert again.stored == first.stored
        assert again.links["pdf"].startswith("https://")


def test_the_connection_says_whose_it_is() -> None:
    assert line().run(PROVIDER.identify(CONNECTION)).name == "Practice Company"
    road = line()
    road.token = "wrong"
    with pytest.raises(Unauthorised):
        road.run(PROVIDER.identify(CONNECTION))
