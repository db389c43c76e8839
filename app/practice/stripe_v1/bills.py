"""Invoices as Stripe shows them, in the shape of either version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.practice.stripe_v1.shapes import Record, address, inside_of, line, listing, newest_tax, tax_rate
from app.practice.stripe_v1.sums import Taxed

_NULLS: Final = """account_name account_tax_ids application application_fee_amount default_payment_method
default_source ending_balance from_invoice last_finalization_error latest_revision next_payment_attempt
on_behalf_of quote receipt_number shipping_cost statement_descriptor test_clock transfer_data
webhooks_delivered_at"""
_SEED_ONLY: Final = {"charge": None, "payment_intent": None, "quote": None, "discount": None}


def invoice(
    held: Record,
    owner: Record,
    items: Sequence[tuple[Record, Taxed, Sequence[Record]]],
    rates: Mapping[str, Record],
    *,
    newest: bool,
) -> Record:
    """An invoice with the first ten of its lines."""
    taxed = [one for _, one, _ in items]
    inside = sum(inside_of(one) for one in taxed)
    added = sum(amount for one in taxed for _, amount, inclusive in one.taxes if not inclusive)
    subtotal = sum(one.after_own for one in taxed)
    total = sum(one.taxable for one in taxed) + added
    due = max(total, 0)
    paid = held["status"] == "paid"
    lines = [line(item, one, own, newest=newest) for item, one, own in items]
    url = f"/v1/invoices/{held['id']}/lines"
    told: Record = {
        **dict.fromkeys(_NULLS.split()),
        **{name: held.get(name) for name in ("application_fee_amount", "default_payment_method")},
        "id": held["id"],
        "object": "invoice",
        "account_country": "FR",
        "account_tax_ids": held.get("account_tax_ids") or None,
        "amount_due": due,
        "amount_paid": due if paid and not held.get("paid_out_of_band") else 0,
        "amount_remaining": 0 if paid else due,
        "amount_shipping": 0,
        "attempt_count": 0,
        "attempted": paid,
        "auto_advance": held.get("auto_advance", False),
        "automatic_tax": {"enabled": bool(held.get("automatic_tax", {}).get("enabled")), "status": None},
        "billing_reason": "manual",
        "collection_method": held["collection_method"],
        "created": held["created"],
        "currency": held["currency"],
        "custom_fields": held.get("custom_fields") or None,
        **_owner(held, owner),
        "default_source": held.get("default_source"),
        "default_tax_rates": [
            tax_rate(rates[name]) for name in held.get("default_tax_rates", []) if name in rates
        ],
        "description": held.get("description"),
        "discounts": [discount["id"] for discount in held["discounts"]],
        "due_date": held.get("due_date"),
        "footer": held.get("footer"),
        "hosted_invoice_url": _url(held, ""),
        "invoice_pdf": _url(held, "/pdf"),
        "lines": {**listing(url, lines[:10], has_more=len(lines) > 10), "total_count": len(lines)},
        "livemode": False,
        "metadata": held.get("metadata", {}),
        "number": held.get("number"),
        "on_behalf_of": held.get("on_behalf_of"),
        "payment_settings": {
            "default_mandate": held.get("payment_settings", {}).get("default_mandate"),
            "payment_method_options": None,
            "payment_method_types": held.get("payment_settings", {}).get("payment_method_types") or None,
        },
        "period_end": held["created"],
        "period_start": held["created"],
        "post_payment_credit_notes_amount": 0,
        "pre_payment_credit_notes_amount": 0,
        "shipping_details": _shipping(held.get("shipping_details")),
        "starting_balance": 0,
        "statement_descriptor": held.get("statement_descriptor"),
        "status": held["status"],
        "status_transitions": held["transitions"],
        "subtotal": subtotal,
        "subtotal_excluding_tax": subtotal - inside,
        "total": total,
        "total_discount_amounts": _by_discount(taxed),
        "total_excluding_tax": total - inside - added,
    }
    return _newest(told, held, taxed) if newest else _seed(told, held, taxed)


def _seed(told: Record, held: Record, taxed: Sequence[Taxed]) -> Record:
    totals = [
        {"amount": amount, "inclusive": inclusive, "tax_rate": name}
        for (name, inclusive), amount in _by_rate(taxed).items()
    ]
    return {
        **told,
        **_SEED_ONLY,
        "paid": held["status"] == "paid",
        "paid_out_of_band": bool(held.get("paid_out_of_band")),
        "rendering_options": held.get("rendering_options") or None,
        "subscription": held.get("subscription"),
        "tax": sum(entry["amount"] for entry in totals) if totals else None,
        "total_tax_amounts": totals,
        "transfer_data": _transfer(held),
    }


def _newest(told: Record, held: Record, taxed: Sequence[Taxed]) -> Record:
    basis = {
        key: sum(one.taxable for one in taxed if key in {(tax[0], tax[2]) for tax in one.taxes})
        for key in _by_rate(taxed)
    }
    totals = [
        newest_tax((name, amount, inclusive), basis[name, inclusive])
        for (name, inclusive), amount in _by_rate(taxed).items()
    ]
    for gone in ("application_fee_amount", "quote", "transfer_data"):
        told.pop(gone, None)
    rendering = held.get("rendering")
    return {
        **told,
        "amount_overpaid": 0,
        "automatic_tax": {
            **told["automatic_tax"],
            "disabled_reason": None,
            "liability": None,
            "provider": None,
        },
        "automatically_finalizes_at": held.get("automatically_finalizes_at"),
        "confirmation_secret": None,
        "customer_account": None,
        "effective_at": held.get("effective_at"),
        "issuer": {"type": "self"},
        "parent": None,
        "rendering": {
            "amount_tax_display": (rendering or {}).get("amount_tax_display"),
            "pdf": {"page_size": (rendering or {}).get("pdf", {}).get("page_size", "auto")},
            "template": (rendering or {}).get("template"),
            "template_version": None,
        }
        if rendering
        else None,
        "total_pretax_credit_amounts": [],
        "total_taxes": totals,
    }


def _owner(held: Record, owner: Record) -> Record:
    """The customer on the invoice: as it is now, or as it was when the invoice was finalised."""
    told = held.get("frozen") or owner
    ids = [{"type": one["type"], "value": one["value"]} for one in told.get("tax_id_data", [])]
    return {
        "customer": held["customer"],
        "customer_address": address(told.get("address")),
        "customer_email": told.get("email"),
        "customer_name": told.get("name"),
        "customer_phone": told.get("phone"),
        "customer_shipping": None,
        "customer_tax_exempt": told.get("tax_exempt") or "none",
        "customer_tax_ids": ids,
    }


def _shipping(given: object) -> Record | None:
    if not isinstance(given, dict):
        return None
    return {"address": address(given["address"]), "name": given["name"], "phone": given.get("phone")}


def _transfer(held: Record) -> Record | None:
    given = held.get("transfer_data")
    return {"amount": given.get("amount"), "destination": given["destination"]} if given else None


def _url(held: Record, tail: str) -> str | None:
    if held["status"] == "draft":
        return None
    return f"https://invoice.stripe.com/i/practice/{held['id']}{tail}"


def _by_rate(taxed: Sequence[Taxed]) -> dict[tuple[str, bool], int]:
    sums: dict[tuple[str, bool], int] = {}
    for one in taxed:
        for name, amount, inclusive in one.taxes:
            sums[name, inclusive] = sums.get((name, inclusive), 0) + amount
    return sums


def _by_discount(taxed: Sequence[Taxed]) -> list[Record]:
    sums: dict[str, int] = {}
    for one in taxed:
        for name, amount in (*one.own_off, *one.shared_off):
            sums[name] = sums.get(name, 0) + amount
    return [{"amount": amount, "discount": name} for name, amount in sums.items()]
