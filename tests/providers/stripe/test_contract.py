"""Every request of a whole journey, and every answer of the practice account, by Stripe's own contracts."""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from app.client.transport import WireReply
from app.domain.draft import Draft
from app.providers.stripe_v1 import PROVIDER
from app.providers.stripe_v1.access import NEWEST, SEED
from tests.providers.stripe import contract
from tests.providers.stripe.desk import DIALECTS, Desk, a_draft, a_line, action, connection, submission
from tests.providers.stripe.test_laws import stripe_drafts

RICH = {
    "custom_fields": [{"name": "Chantier", "value": "Lyon 3"}],
    "purchase_order": "BC-118",
    "memo": "Merci",
    "footer": "Pied",
    "shipping_address": {"line1": "3 quai Nord", "city": "Lyon", "country": "FR"},
    "rows": [
        a_line(quantity="2.5", unit_price="640", discount={"kind": "percent", "value": "10"}),
        a_line(quantity="3", unit_price="0.333", service_start="2026-11-01", service_end="2026-11-30"),
        a_line(quantity="2", unit_price="50", discount={"kind": "amount", "value": "5"}),
        a_line(quantity="-1", unit_price="4", vat_rate="5.5"),
    ],
    "adjustments": [{"is_charge": True, "kind": "shipping", "amount": "12", "vat_rate": "20"}],
    "discount": {"kind": "amount", "value": "20"},
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_whole_journey_speaks_as_the_contract_has_it(dialect: str) -> None:
    desk = Desk(connection(dialect))
    draft = a_draft(**RICH)
    _, receipt, _ = desk.send(draft, after_creation="send")
    paid = next(own for own in PROVIDER.actions if own.id == "mark_paid")
    desk.run(paid.flow(action(draft, receipt, desk.linked)), draft)
    for listed in PROVIDER.lists:
        desk.run(listed.page(desk.linked, ""))
    other = a_draft(rows=[a_line()])
    _, second, _ = desk.send(other, key="another", document_discount="items")
    remove = next(own for own in PROVIDER.actions if own.id == "delete")
    desk.run(remove.flow(action(other, second, desk.linked, key="a2")), other)
    for _, request, answer in desk.sent:
        if "/v1/balance" not in request.url:
            contract.checked(request, answer)


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(draft=stripe_drafts())
def test_any_document_speaks_as_the_contract_has_it(dialect: str, draft: Draft) -> None:
    desk = Desk(connection(dialect))
    desk.run(PROVIDER.submit(submission(draft, desk.linked)), draft)
    for _, request, answer in desk.sent:
        contract.checked(request, answer)


def test_the_check_itself_refuses_what_the_contract_does_not_have() -> None:
    desk = Desk()
    desk.send(a_draft())
    created = next((request, answer) for call, request, answer in desk.sent if call.step == "invoice.create")
    request, answer = created
    unknown = type(request)(
        request.method, request.url, request.headers, request.content + b"&tax_override=1"
    )
    with pytest.raises(jsonschema.ValidationError):
        contract.checked(unknown, answer)
    with pytest.raises(jsonschema.ValidationError):
        contract.checked(request, WireReply(200, {}, b'{"object": "invoice"}'))


def test_both_contracts_are_those_of_the_versions_spoken() -> None:
    assert contract._document(SEED)["info"]["version"].startswith(SEED)
    assert NEWEST.startswith("2026-10-28")
