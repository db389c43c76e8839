"""Drafts that the tests of ChargeOver send."""

from __future__ import annotations

from typing import Any

from app.domain.draft import Draft

BUYER: dict[str, Any] = {
    "contact_id": "k7",
    "name": "Northwind Atelier",
    "contact_name": "Ida Holm",
    "email": "ida@northwind.example",
    "phone": "+45 00 00 00 00",
    "addresses": [
        {"line1": "Kaj 4", "line2": "2. sal", "postal_code": "1000", "city": "Copenhagen", "country": "DK"}
    ],
}


def line(**members: Any) -> dict[str, Any]:
    return {
        "kind": "line",
        "label": "Advice",
        "quantity": "2.5",
        "unit_price": "640",
        "vat_rate": "20",
        **members,
    }


def draft(*rows: dict[str, Any], options: dict[str, Any] | None = None, **members: Any) -> Draft:
    told: dict[str, Any] = {
        "currency": "EUR",
        "issue_date": "2026-11-02",
        "payment_terms": {"days": 30},
        "buyer": BUYER,
        "rows": list(rows) or [line()],
        **members,
    }
    if options is not None:
        told["provider_options"] = {"chargeover_v3": options}
    return Draft.model_validate(told)


def full_draft() -> Draft:
    """A document that has something of everything."""
    return draft(
        {"kind": "section", "title": "Phase one", "text": "Plans"},
        line(
            label="Drawings",
            description="Of both floors",
            unit="HUR",
            discount={"kind": "percent", "value": "5", "reason": "Loyal"},
            tags=["plans", "2026"],
            custom_fields=[{"name": "Site", "value": "B"}],
            service_start="2026-10-01",
            service_end="2026-10-31",
            product={"seller_code": "SERV20", "catalogue_id": None},
        ),
        line(label="Print", quantity="3", unit_price="11.99", price_entry="gross", vat_rate="10"),
        line(
            label="Export",
            quantity="1000",
            unit_price="12.5",
            price_base_quantity="1000",
            vat_category="G",
            vat_rate="0",
            exemption_reason="Export outside the EU",
        ),
        number="F-2026-014",
        external_reference="order-4711",
        memo="Thank you",
        subject="Rebuilding",
        special_mention="Late payment: 3 times the legal rate",
        purchase_order="PO-9",
        delivery_date="2026-10-31",
        custom_fields=[{"name": "Project", "value": "Quay"}, {"name": "Owner", "value": "Ida"}],
        discount={"kind": "percent", "value": "10"},
        adjustments=[{"is_charge": True, "kind": "shipping", "amount": "12", "vat_rate": "20"}],
        shipping_address={"name": "Store 2", "line1": "Quay 9", "city": "Aarhus", "country": "DK"},
    )
