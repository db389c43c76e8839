"""A supplier's invoice into Pennylane: what is sent, who the supplier is, and that it comes once."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.client.calls import JsonBody, MultipartBody, Reply
from app.client.errors import Refused, Throttled, Unauthorised, Unexpected
from app.client.provider import ActionRequest, Connection
from app.client.rehearsal import rehearse
from app.client.transport import WireReply
from app.client.verdict import judge
from app.domain.credit import credit_note_of
from app.domain.draft import Draft
from app.domain.totals import compute
from app.practice.pennylane.desk import TOKEN
from app.practice.pennylane.supplier import SupplierSimulator
from app.providers.pennylane.supplier import PROVIDER, read
from tests.providers import strategies
from tests.providers.pennylane.import_cases import (
    PDF,
    TODAY,
    draft,
    errors_in,
    file,
    submission,
    uncovered,
    unequal,
    unworded,
)
from tests.providers.pennylane.import_contracts import Judge, contract
from tests.providers.pennylane.import_driving import Line, steps, written

GATEWAY_URL = "https://gateway.example.invalid"
DIRECT = Connection(provider="pennylane_supplier", mode="practice", dialect="direct")
GATEWAY = Connection(provider="pennylane_supplier", mode="practice", dialect="gateway", base_url=GATEWAY_URL)
_DIRECT_FILE = contract("pennylane/company-v2.official-2026-07-28.invoicing.json")
_GATEWAY_FILE = contract("pennylane/billy-gateway-v2.own.yaml")
JUDGES = {
    "direct": Judge(_DIRECT_FILE) if _DIRECT_FILE else None,
    "gateway": Judge(_GATEWAY_FILE, GATEWAY_URL) if _GATEWAY_FILE else None,
}


def line(simulator: SupplierSimulator | None = None, connection: Connection = DIRECT, **more: Any) -> Line:
    simulator = simulator or SupplierSimulator()
    return Line(PROVIDER, connection, simulator, TOKEN, watch=JUDGES[connection.dialect], **more)


def sent(of: Draft, options: dict[str, Any] | None = None, connection: Connection = DIRECT) -> dict[str, Any]:
    """The body of the import."""
    calls, _ = rehearse(PROVIDER.submit(submission(connection, of, options)))
    body = next(call.body for call in calls if call.step == "invoice.import")
    assert isinstance(body, JsonBody)
    told: dict[str, Any] = json.loads(written(body.value), parse_float=Decimal)
    return told


def problems(of: Draft, options: dict[str, Any] | None = None, connection: Connection = DIRECT) -> list[str]:
    return errors_in(PROVIDER.foresee(submission(connection, of, options)).problems)


DOCUMENTS = strategies.drafts(
    currencies=("EUR", "USD", "JPY"),
    uncharged=("Z", "E", "AE", "K", "G", "O"),
    entries=("net", "gross"),
    roundings=("per_group", "per_line"),
).map(lambda of: of.edited(number="S-2026-1", issue_date=of.issue_date or TODAY))


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS, st.sampled_from([DIRECT, GATEWAY]), st.booleans())
def test_what_the_plan_says_is_what_pennylane_holds(of: Draft, connection: Connection, rated: bool) -> None:
    if rated and of.currency != "EUR":
        of = Draft.model_validate({**of.model_dump(), "exchange": {"home_currency": "EUR", "rate": "0.8731"}})
    options = {"supplier_id": "1"} if connection is GATEWAY else {}
    given_to = submission(connection, of, options)
    foresight = PROVIDER.foresee(given_to)
    assert errors_in(foresight.problems) == []
    road = line(connection=connection)
    receipt = road.run(PROVIDER.submit(given_to), of)
    judged = judge(foresight.fields, receipt.stored)
    assert judged.differences == ()
    assert judged.state == "proven"
    rehearsed, _ = rehearse(PROVIDER.submit(given_to))
    planned_calls = [call for call in rehearsed if not call.step.startswith("supplier.")]
    made_calls = [call for call in road.calls if not call.step.startswith("supplier.")]
    for planned, made in zip(planned_calls, made_calls, strict=True):
        assert planned.step == made.step
        assert _unnumbered(planned.body) == _unnumbered(made.body)


def _unnumbered(body: Any) -> Any:
    """A body without the ids that only an answer gives."""
    if isinstance(body, JsonBody) and isinstance(body.value, dict):
        return {k: v for k, v in body.value.items() if k not in ("supplier_id", "file_attachment_id")}
    return body


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS, st.data())
def test_every_altered_cent_of_an_answer_is_seen(of: Draft, data: st.DataObject) -> None:
    given_to = submission(DIRECT, of)
    road = line()
    road.run(PROVIDER.submit(given_to))
    invoice = road.simulator.documents()[0]
    state = road.simulator.state()
    assert isinstance(invoice, dict)
    assert isinstance(state, dict)
    lines = state["lines"]
    assert isinstance(lines, list)
    holder = data.draw(st.sampled_from([invoice, *lines]))
    assert isinstance(holder, dict)
    name = data.draw(st.sampled_from(["currency_amount", "currency_amount_before_tax", "currency_tax"]))
    holder[name] = str(Decimal(str(holder[name])) + Decimal("0.01"))
    stored = read.receipt(invoice, lines, given_to).stored
    assert judge(PROVIDER.foresee(given_to).fields, stored).state == "differs"


def test_every_field_of_a_document_is_sent_or_left_for_a_reason() -> None:
    assert uncovered(PROVIDER) == []


def test_every_code_has_words_in_both_languages() -> None:
    folder = "app/providers/pennylane"
    assert unworded(PROVIDER, f"{folder}/supplier", f"{folder}/firm.py") == []
    assert unequal(PROVIDER) == []


def test_the_file_goes_byte_for_byte_before_the_invoice() -> None:
    of = draft()
    road = line()
    road.run(PROVIDER.submit(submission(DIRECT, of)), of)
    upload = next(call for call in road.calls if call.step == "file.upload")
    assert isinstance(upload.body, MultipartBody)
    assert upload.body.files[0].content == PDF
    assert steps(road.calls)[-3:] == ["file.upload", "invoice.import", "invoice.lines.1"]


def test_a_long_name_of_a_file_is_cut_before_its_ending() -> None:
    road = line()
    given_to = submission(DIRECT, draft(), content=file(name="x" * 300 + ".pdf"))
    road.run(PROVIDER.submit(given_to))
    upload = next(call for call in road.calls if call.step == "file.upload")
    assert isinstance(upload.body, MultipartBody)
    assert upload.body.files[0].filename == "x" * 251 + ".pdf"


def test_amounts_are_decimal_strings_and_lines_carry_their_vat() -> None:
    body = sent(draft(discount={"kind": "percent", "value": "10"}))
    assert (body["currency_amount_before_tax"], body["currency_tax"], body["currency_amount"]) == (
        "206.97",
        "37.48",
        "244.45",
    )
    assert sum(Decimal(row["currency_amount"]) for row in body["invoice_lines"]) == Decimal("244.45")
    assert sum(Decimal(row["currency_tax"]) for row in body["invoice_lines"]) == Decimal("37.48")
    assert {row["vat_rate"] for row in body["invoice_lines"]} == {"FR_200", "FR_55"}
    assert "amount" not in body


def test_another_currency_goes_in_euros_too_where_the_document_has_a_rate() -> None:
    of = draft(currency="USD", exchange={"home_currency": "EUR", "rate": "0.9"})
    body = sent(of)
    assert (body["amount"], body["tax"]) == ("244.46", "37.49")
    assert sum(Decimal(row["amount"]) for row in body["invoice_lines"]) == Decimal("244.46")
    bare = draft(currency="USD")
    assert "amount" not in sent(bare)
    found = PROVIDER.foresee(submission(DIRECT, bare)).problems
    assert ("exchange", "their_rate", "note") in [(one.path, one.code, one.severity) for one in found]


def test_options_go_where_the_page_has_them() -> None:
    row_options = {
        "pennylane_supplier": {
            "ledger_account_id": "606",
            "imputation_start": "2026-11-01",
            "imputation_end": "2026-12-31",
        }
    }
    row = {"label": "Étude", "unit_price": "80", "vat_rate": "20", "provider_options": row_options}
    of = draft(rows=[row])
    options = {
        "import_as_incomplete": True,
        "label": "Études",
        "line_labels": "ledger_entry",
        "transaction_reference.banking_provider": "gocardless",
        "transaction_reference.provider_field_name": "payment_id",
        "transaction_reference.provider_field_value": "PM1",
    }
    body = sent(of, options)
    assert body["import_as_incomplete"] is True
    assert body["label"] == "Études"
    assert body["transaction_reference"] == {
        "banking_provider": "gocardless",
        "provider_field_name": "payment_id",
        "provider_field_value": "PM1",
    }
    assert body["invoice_lines"][0] == {
        "currency_amount": "96.00",
        "currency_tax": "16.00",
        "vat_rate": "FR_200",
        "ledger_entry_line": {"label": "Étude"},
        "ledger_account_id": 606,
        "imputation_dates": {"start_date": "2026-11-01", "end_date": "2026-12-31"},
    }
    given_to = submission(DIRECT, of, options)
    receipt = line().run(PROVIDER.submit(given_to), of)
    assert receipt.state == "incomplete"
    assert judge(PROVIDER.foresee(given_to).fields, receipt.stored).differences == ()


def test_the_gateway_gets_its_own_members_and_headers() -> None:
    body = sent(draft(), {"supplier_id": "1", "label": "x"}, GATEWAY)
    assert not {"label", "external_reference"} & set(body)
    assert dict(PROVIDER.request_headers(GATEWAY))["x-source"] == "billy"
    assert PROVIDER.request_headers(DIRECT) == ()
    quiet = GATEWAY.model_copy(update={"settings": {"sends_source": False}})
    assert PROVIDER.request_headers(quiet) == ()


def test_a_credit_note_is_negative_however_it_states_its_amounts() -> None:
    ours = credit_note_of(draft()).edited(number="A-1", issue_date=TODAY)
    for of in (ours, draft(kind="credit_note", number="A-1")):
        given_to = submission(DIRECT, of)
        assert sent(of)["currency_amount"] == "-271.62"
        receipt = line().run(PROVIDER.submit(given_to), of)
        judged = judge(PROVIDER.foresee(given_to).fields, receipt.stored)
        assert (judged.differences, judged.state) == ((), "proven")


# who the supplier is


def supplier_after(seller: dict[str, Any], options: dict[str, Any] | None = None) -> tuple[Line, Any]:
    of = draft(seller=seller)
    road = line()
    receipt = road.run(PROVIDER.submit(submission(DIRECT, of, options)), of)
    return road, receipt


def test_a_supplier_is_found_by_its_identifier_under_another_name() -> None:
    seller = {"name": "Renommé SAS", "tax_ids": [{"scheme": "siret", "value": "404 833 048 00022"}]}
    road, receipt = supplier_after({**seller, "addresses": [{"country": "FR"}]})
    assert "supplier.create" not in steps(road.calls)
    assert road.simulator.documents()[0]["supplier"]["id"] == 1  # type: ignore[call-overload,index]
    assert receipt.notices == ()


def test_a_supplier_found_by_its_name_alone_is_told() -> None:
    road, receipt = supplier_after({"name": "ATELIER  Connu", "addresses": [{"country": "FR"}]})
    assert "supplier.create" in steps(road.calls)
    road, receipt = supplier_after({"name": "ATELIER connu", "addresses": [{"country": "FR"}]})
    assert "supplier.create" not in steps(road.calls)
    assert [notice.code for notice in receipt.notices] == ["notice.supplier_by_name"]


def test_a_supplier_of_the_same_name_with_another_number_is_another() -> None:
    ids = [{"scheme": "vat", "value": "FR44 732829320"}]
    road, _ = supplier_after({"name": "Atelier Connu", "tax_ids": ids, "addresses": [{"country": "FR"}]})
    assert "supplier.create" in steps(road.calls)
    assert len(road.simulator.suppliers) == 2  # type: ignore[attr-defined]


def test_a_new_supplier_is_created_with_what_the_document_says() -> None:
    seller = {
        "name": "Neuf SAS",
        "email": "compta@neuf.example",
        "tax_ids": [
            {"scheme": "siret", "value": "732 829 320 00074"},
            {"scheme": "vat", "value": "FR44 732829320"},
        ],
        "addresses": [
            {"line1": "1 rue", "line2": "Bât. B", "postal_code": "69001", "city": "Lyon", "country": "FR"}
        ],
        "bank_accounts": [{"iban": "FR76 3000 6000 0112 3456 7890 189"}],
    }
    road, receipt = supplier_after(seller, {"supplier_payment_method": "card", "supplier_due_date_delay": 30})
    created = next(call.body for call in road.calls if call.step == "supplier.create")
    assert isinstance(created, JsonBody)
    assert created.value == {
        "name": "Neuf SAS",
        "vat_number": "FR44732829320",
        "establishment_no": "73282932000074",
        "iban": "FR7630006000011234567890189",
        "postal_address": {
            "address": "1 rue, Bât. B",
            "postal_code": "69001",
            "city": "Lyon",
            "country_alpha2": "FR",
        },
        "emails": ["compta@neuf.example"],
        "supplier_payment_method": "card",
        "supplier_due_date_delay": 30,
        "external_reference": "factotum-5b1f7c1e-aaaa-4bbb-8ccc-000000000001",
    }
    assert [notice.code for notice in receipt.notices] == ["notice.supplier_created"]


def test_a_supplier_among_many_pages_is_found() -> None:
    simulator = SupplierSimulator()
    state = simulator.state()
    assert isinstance(state, dict)
    first = state["suppliers"]
    assert isinstance(first, list)
    assert isinstance(first[0], dict)
    many = [{**first[0], "id": n, "vat_number": f"FR{n:011}", "reg_no": f"{n:09}"} for n in range(1, 251)]
    simulator.restore({**state, "suppliers": many})
    of = draft(seller={"name": "Autre", "tax_ids": [{"scheme": "siren", "value": "000000007"}]})
    road = line(simulator)
    road.run(PROVIDER.submit(submission(DIRECT, of)))
    assert steps(road.calls)[:4] == [
        "supplier.find.1",
        "supplier.list.1",
        "supplier.list.2",
        "supplier.list.3",
    ]
    assert simulator.documents()[0]["supplier"]["id"] == 7  # type: ignore[call-overload,index]


def test_two_suppliers_that_fit_stop_the_sending() -> None:
    simulator = SupplierSimulator()
    state = simulator.state()
    assert isinstance(state, dict)
    known = state["suppliers"]
    assert isinstance(known, list)
    assert isinstance(known[0], dict)
    simulator.restore({**state, "suppliers": [known[0], {**known[0], "id": 2}]})
    of = draft(seller={"name": "Atelier Connu", "tax_ids": [{"scheme": "siren", "value": "404833048"}]})
    with pytest.raises(Refused) as refused:
        line(simulator).run(PROVIDER.submit(submission(DIRECT, of)))
    assert (refused.value.code, refused.value.params) == ("supplier_ambiguous", {"ids": "2, 1"})
    assert simulator.documents() == []


def test_no_supplier_is_created_against_the_option() -> None:
    with pytest.raises(Refused) as refused:
        supplier_after({"name": "Neuf"}, {"create_supplier": False})
    assert refused.value.code == "supplier_not_found"


def test_at_the_gateway_an_import_without_a_supplier_is_never_taken() -> None:
    road = line(connection=GATEWAY)
    road.watch = None
    with pytest.raises(Refused) as refused:
        road.run(PROVIDER.submit(submission(GATEWAY, draft())))
    assert refused.value.path == "seller.name"
    assert road.simulator.documents() == []


def test_a_gateway_that_passes_questions_on_is_asked_for_suppliers() -> None:
    told = GATEWAY.model_copy(update={"settings": {"searches_on_gateway": True}})
    calls, _ = rehearse(PROVIDER.submit(submission(told, draft())))
    assert steps(calls)[0] == "supplier.find.1"


def test_a_supplier_used_before_is_known_without_asking() -> None:
    of = draft(seller={"name": "Neuf", "contact_id": "c-3", "addresses": [{"country": "FR"}]})
    road = line()
    road.run(PROVIDER.submit(submission(DIRECT, of, known={"supplier:c-3": "1"})))
    assert steps(road.calls) == ["file.upload", "invoice.import", "invoice.lines.1"]


# exactly once


@pytest.mark.parametrize("connection", [DIRECT, GATEWAY])
@pytest.mark.parametrize("lost", ["request", "answer"])
@pytest.mark.parametrize("step", ["supplier.create", "file.upload", "invoice.import"])
def test_whatever_is_lost_there_is_one_invoice_and_one_supplier(
    connection: Connection, lost: Any, step: str
) -> None:
    is_direct = connection is DIRECT
    of = draft(seller={"name": "Neuf", "addresses": [{"country": "FR"}]})
    given_to = submission(connection, of, {} if is_direct else {"supplier_id": "1"})
    road = line(connection=connection, loses={step: lost})
    receipt = road.run(PROVIDER.submit(given_to), of)
    assert len(road.simulator.documents()) == 1
    assert len(road.simulator.suppliers) == (2 if is_direct else 1)  # type: ignore[attr-defined]
    assert judge(PROVIDER.foresee(given_to).fields, receipt.stored).differences == ()


def test_at_the_gateway_the_repeated_import_tells_that_it_was_done() -> None:
    road = line(connection=GATEWAY, loses={"invoice.import": "answer"})
    receipt = road.run(PROVIDER.submit(submission(GATEWAY, draft(), {"supplier_id": "1"})))
    assert steps(road.calls) == ["file.upload", "invoice.import", "invoice.existing"]
    assert [notice.code for notice in receipt.notices] == ["notice.already_imported"]


def test_a_file_imported_before_leads_to_the_document_that_exists() -> None:
    road = line()
    first = road.run(PROVIDER.submit(submission(DIRECT, draft())))
    again = road.run(PROVIDER.submit(submission(DIRECT, draft(), key="another")))
    assert again.remote_id == first.remote_id
    assert ("notice.already_imported", {"id": first.remote_id}) in [
        (notice.code, notice.params) for notice in again.notices
    ]
    assert len(road.simulator.documents()) == 1


def test_a_conflict_that_names_no_document_is_refused() -> None:
    said = WireReply(409, {"content-type": "application/json"}, b'{"error":"Already there","status":409}')
    road = line(answers={"invoice.import": said})
    with pytest.raises(Refused) as refused:
        road.run(PROVIDER.submit(submission(DIRECT, draft())))
    assert refused.value.code == "already_imported"


def test_a_reference_of_ones_own_is_checked_for_earlier_use() -> None:
    road = line()
    of = draft(external_reference="cmd-7")
    road.run(PROVIDER.submit(submission(DIRECT, of)))
    other = submission(DIRECT, of, key="another", content=file(b"%PDF-1.7 another"))
    with pytest.raises(Refused) as refused:
        road.run(PROVIDER.submit(other))
    assert (refused.value.code, refused.value.path) == ("reference_used", "external_reference")
    assert len(road.simulator.documents()) == 1


# problems, errors, actions, lists


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"issue_date": None}, "date_missing"),
        ({"due_date": "2026-11-01"}, "deadline_before_date"),
        ({"currency": "BTC"}, "currency_unknown"),
        ({"seller": {"name": " "}}, "supplier_name_missing"),
        ({"rows": []}, "no_lines"),
        ({"rows": [{"label": "x", "unit_price": "1", "vat_rate": "19"}]}, "no_vat_code"),
        (
            {"rows": [{"label": "x", "unit_price": "1", "vat_rate": "20", "vat_code": "XX"}]},
            "vat_code_unknown",
        ),
        (
            {"rows": [{"label": "x", "unit_price": "1", "vat_rate": "20", "vat_code": "FR_100"}]},
            "vat_code_other_rate",
        ),
        ({"additional_taxes": [{"label": "Éco", "rate": "1"}]}, "extra_tax"),
    ],
)
def test_what_would_be_refused_is_a_problem_before_sending(members: dict[str, Any], code: str) -> None:
    assert code in problems(draft(**members))


def test_each_dialect_has_its_own_demands() -> None:
    told = {"supplier_id": "1"}
    assert problems(draft(number="")) == []
    assert "number_missing" in problems(draft(number=""), told, GATEWAY)
    assert "supplier_id_needed" in problems(draft(), {}, GATEWAY)
    nowhere = GATEWAY.model_copy(update={"base_url": ""})
    assert "gateway_address_missing" in problems(draft(), told, nowhere)
    assert "currency_unknown" not in problems(draft(currency="BTC"), told, GATEWAY)
    german = draft(rows=[{"label": "x", "unit_price": "1", "vat_rate": "19", "vat_code": "DE_190_BU0003"}])
    assert "vat_code_unknown" not in problems(german)
    assert "vat_code_unknown" in problems(german, told, GATEWAY)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (file(b"<xml/>", "application/xml"), "file_type"),
        (file(b""), "file_empty"),
    ],
)
def test_a_file_they_do_not_take_is_a_problem(content: Any, code: str) -> None:
    found = PROVIDER.foresee(submission(DIRECT, draft(), content=content)).problems
    assert code in errors_in(found)


def test_without_a_file_nothing_is_sent() -> None:
    given_to = submission(DIRECT, draft())
    bare = type(given_to)(given_to.key, DIRECT, given_to.draft, given_to.totals, TODAY, {})
    assert "file_missing" in errors_in(PROVIDER.foresee(bare).problems)
    with pytest.raises(Refused) as refused:
        next(PROVIDER.submit(bare))
    assert refused.value.code == "file_missing"


@pytest.mark.parametrize(
    ("reply", "kind", "code"),
    [
        (Reply(400, body={"message": "bad", "code": "ValidateError"}), Refused, "malformed"),
        (Reply(401, body={"error": "invalid", "status": 401}), Unauthorised, "token_rejected"),
        (Reply(403, body={"error": 'requires scope "suppliers:all"'}), Unauthorised, "scope_missing"),
        (Reply(404, body={"error": "Couldn't find Supplier with 'id'=9"}), Refused, "not_found"),
        (Reply(409, body={"error": "conflict"}), Refused, "already_imported"),
        (Reply(422, body={"error": "VAT mismatch"}), Refused, "declined"),
        (Reply(429, headers={"retry-after": "3"}, text="slow down"), Throttled, "too_many_requests"),
        (Reply(503, text="<html>"), Unexpected, "server_failed"),
    ],
)
def test_each_refusal_has_its_class_and_its_words(reply: Reply, kind: type, code: str) -> None:
    error = PROVIDER.error_of(reply, draft())
    assert isinstance(error, kind)
    assert error.code == code
    assert f"error.{code}" in PROVIDER.words


def test_a_refusal_that_names_a_line_leads_to_the_row() -> None:
    of = draft()
    body = {"message": "no", "code": "NotEnumInclude", "field": "invoice_lines/1/vat_rate"}
    assert PROVIDER.error_of(Reply(400, body=body), of).path == f"rows.{list(of.lines)[1].id}.vat_code"


@pytest.mark.parametrize("body", [{"id": 1, "currency_amount": {}}, {"id": 1, "date": "soon"}])
def test_an_invoice_that_is_there_is_reported_however_senseless_its_answer(body: Any) -> None:
    said = WireReply(201, {"content-type": "application/json"}, json.dumps(body).encode())
    lines = WireReply(200, {"content-type": "application/json"}, b"null")
    road = line(answers={"invoice.import": said, "invoice.lines.1": lines})
    road.watch = None
    receipt = road.run(PROVIDER.submit(submission(DIRECT, draft())))
    assert (receipt.remote_id, receipt.state) == ("1", "unknown")
    assert receipt.notices[-1].code == "notice.not_read_back"


def test_an_invoice_is_validated_paid_and_read_again() -> None:
    of = draft()
    road = line()
    receipt = road.run(PROVIDER.submit(submission(DIRECT, of)))
    actions = {action.id: action for action in PROVIDER.actions}
    assert receipt.state in actions["finalise"].from_states

    def request(**arguments: Any) -> ActionRequest:
        return ActionRequest("k", DIRECT, receipt.remote_id, of, compute(of), TODAY, arguments)

    validated = road.run(actions["finalise"].flow(request()))
    assert validated.stored == receipt.stored
    paid = road.run(actions["mark_paid"].flow(request(payment_status="paid")))
    assert paid.state == "paid"
    unpaid = road.run(actions["mark_paid"].flow(request(payment_status="to_be_paid")))
    assert unpaid.state == "open"
    assert road.run(actions["pdf"].flow(request())).links["pdf"].startswith("https://")


def test_the_gateway_does_nothing_its_pages_do_not_print() -> None:
    of = draft()
    road = line(connection=GATEWAY)
    receipt = road.run(PROVIDER.submit(submission(GATEWAY, of, {"supplier_id": "1"})))
    request = ActionRequest("k", GATEWAY, receipt.remote_id, of, compute(of), TODAY)
    actions = {action.id: action for action in PROVIDER.actions}
    for name in ("finalise", "mark_paid"):
        with pytest.raises(Refused) as refused:
            road.run(actions[name].flow(request))
        assert refused.value.code == "not_on_gateway"
    assert road.run(actions["fetch"].flow(request)).remote_id == receipt.remote_id
    for listed in PROVIDER.lists:
        assert road.run(listed.page(GATEWAY, "")).records == ()


def test_lists_are_leafed_through_page_by_page() -> None:
    simulator = SupplierSimulator()
    state = simulator.state()
    assert isinstance(state, dict)
    first = state["suppliers"]
    assert isinstance(first, list)
    assert isinstance(first[0], dict)
    many = [{**first[0], "id": n, "name": f"Fournisseur {n}"} for n in range(1, 231)]
    simulator.restore({**state, "suppliers": many})
    road = line(simulator)
    suppliers, accounts = PROVIDER.lists
    found, cursor = [], ""
    while True:
        page = road.run(suppliers.page(DIRECT, cursor))
        found += page.records
        cursor = page.cursor
        if not cursor:
            break
    assert sorted(int(record.id) for record in found) == list(range(1, 231))
    assert "FR83404833048" in found[0].words
    assert [record.title for record in road.run(accounts.page(DIRECT, "")).records] == [
        "622600 Honoraires",
        "606300 Petit équipement",
    ]


def test_the_connection_says_whose_it_is() -> None:
    identity = line().run(PROVIDER.identify(DIRECT))
    assert identity.name == "Practice Company"
    assert "supplier_invoices:all" in identity.scopes
