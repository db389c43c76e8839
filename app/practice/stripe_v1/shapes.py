"""Records as Stripe shows them, in the shape of either version."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.practice.stripe_v1.sums import Taxed

Record = dict[str, Any]


def _exact(percent: Fraction) -> int | Decimal:
    """The percentage as Stripe writes it: whole, or with its decimals."""
    if percent.denominator == 1:
        return percent.numerator
    return Decimal(percent.numerator) / Decimal(percent.denominator)


def address(given: object) -> Record | None:
    """An address with all its members."""
    if not isinstance(given, dict):
        return None
    return {name: given.get(name) for name in ("city", "country", "line1", "line2", "postal_code", "state")}


def listing(url: str, data: Sequence[Record], *, has_more: bool) -> Record:
    """A page of a list."""
    return {"object": "list", "url": url, "has_more": has_more, "data": list(data)}


def customer(held: Record) -> Record:
    """A customer."""
    shipping = held.get("shipping")
    return {
        "id": held["id"],
        "object": "customer",
        "address": address(held.get("address")),
        "balance": 0,
        "created": held["created"],
        "currency": None,
        "default_source": None,
        "delinquent": False,
        "description": held.get("description"),
        "discount": None,
        "email": held.get("email"),
        "invoice_prefix": f"PRAC{held['serial']:04d}",
        "livemode": False,
        "metadata": held.get("metadata", {}),
        "name": held.get("name"),
        "phone": held.get("phone"),
        "preferred_locales": held.get("preferred_locales", []),
        "shipping": {**shipping, "address": address(shipping["address"])} if shipping else None,
        "tax_exempt": held.get("tax_exempt") or "none",
        "test_clock": None,
    }


def tax_rate(held: Record) -> Record:
    """A tax rate. The percentage is a number."""
    percent = Fraction(held["percentage"])
    return {
        "id": held["id"],
        "object": "tax_rate",
        "active": held.get("active", True),
        "country": held.get("country"),
        "created": held["created"],
        "description": held.get("description"),
        "display_name": held["display_name"],
        "inclusive": held["inclusive"],
        "jurisdiction": held.get("jurisdiction"),
        "livemode": False,
        "metadata": held.get("metadata", {}),
        "percentage": _exact(percent),
        "state": held.get("state"),
        "tax_type": held.get("tax_type"),
    }


def coupon(held: Record) -> Record:
    """A coupon."""
    percent = held.get("percent_off")
    return {
        "id": held["id"],
        "object": "coupon",
        "amount_off": held.get("amount_off"),
        "created": held["created"],
        "currency": held.get("currency"),
        "duration": held.get("duration") or "once",
        "duration_in_months": held.get("duration_in_months"),
        "livemode": False,
        "max_redemptions": held.get("max_redemptions"),
        "metadata": held.get("metadata", {}),
        "name": held.get("name"),
        "percent_off": _exact(Fraction(percent)) if percent else None,
        "redeem_by": held.get("redeem_by"),
        "times_redeemed": held.get("times_redeemed", 0),
        "valid": True,
    }


def _price(item: Record) -> Record:
    unit = Fraction(item["unit"])
    plain = unit.denominator == 1
    return {
        "id": f"price_{item['id'].removeprefix('ii_')}",
        "object": "price",
        "active": False,
        "billing_scheme": "per_unit",
        "created": item["created"],
        "currency": item["currency"],
        "custom_unit_amount": None,
        "livemode": False,
        "lookup_key": None,
        "metadata": {},
        "nickname": None,
        "product": f"prod_{item['id'].removeprefix('ii_')}",
        "recurring": None,
        "tax_behavior": item.get("tax_behavior") or "unspecified",
        "tiers_mode": None,
        "transform_quantity": None,
        "type": "one_time",
        "unit_amount": int(unit) if plain else None,
        "unit_amount_decimal": item["unit_text"],
    }


def _pricing(item: Record) -> Record:
    stem = item["id"].removeprefix("ii_")
    return {
        "type": "price_details",
        "price_details": {"price": f"price_{stem}", "product": f"prod_{stem}"},
        "unit_amount_decimal": item["unit_text"],
    }


def invoice_item(held: Record, rates: Sequence[Record], *, newest: bool) -> Record:
    """An invoice item."""
    told: Record = {
        "id": held["id"],
        "object": "invoiceitem",
        "amount": held["amount"],
        "currency": held["currency"],
        "customer": held["customer"],
        "date": held["created"],
        "description": held.get("description"),
        "discountable": held["discountable"],
        "discounts": [discount["id"] for discount in held["discounts"]],
        "invoice": held.get("invoice"),
        "livemode": False,
        "metadata": held.get("metadata", {}),
        "period": held["period"],
        "proration": False,
        "quantity": int(Fraction(held["quantity"])),
        "tax_rates": [tax_rate(rate) for rate in rates],
        "test_clock": None,
    }
    if newest:
        return {
            **told,
            "parent": None,
            "pricing": _pricing(held),
            "quantity_decimal": held["quantity"],
            "net_amount": held["amount"],
        }
    unit = Fraction(held["unit"])
    return {
        **told,
        "price": _price(held),
        "subscription": None,
        "unit_amount": int(unit) if unit.denominator == 1 else None,
        "unit_amount_decimal": held["unit_text"],
    }


def line(held: Record, taxed: Taxed, rates: Sequence[Record], *, newest: bool) -> Record:
    """A line of an invoice, made of one item."""
    stem = held["id"].removeprefix("ii_")
    off = [{"amount": amount, "discount": name} for name, amount in (*taxed.own_off, *taxed.shared_off)]
    told: Record = {
        "id": f"il_{stem}",
        "object": "line_item",
        "amount": held["amount"],
        "currency": held["currency"],
        "description": held.get("description"),
        "discount_amounts": off,
        "discountable": held["discountable"],
        "discounts": [discount["id"] for discount in held["discounts"]],
        "livemode": False,
        "metadata": held.get("metadata", {}),
        "period": held["period"],
        "quantity": int(Fraction(held["quantity"])),
    }
    if newest:
        details = {"invoice_item": held["id"], "proration": False, "subscription": None}
        return {
            **told,
            "invoice": held["invoice"],
            "parent": {"type": "invoice_item_details", "invoice_item_details": details},
            "pretax_credit_amounts": [],
            "pricing": _pricing(held),
            "quantity_decimal": held["quantity"],
            "subscription": None,
            "subtotal": held["amount"],
            "taxes": [newest_tax(tax, taxed.taxable) for tax in taxed.taxes],
        }
    taxes = [
        {"amount": amount, "inclusive": inclusive, "tax_rate": name}
        for name, amount, inclusive in taxed.taxes
    ]
    return {
        **told,
        "amount_excluding_tax": held["amount"] - inside_of(taxed),
        "invoice_item": held["id"],
        "price": _price(held),
        "proration": False,
        "proration_details": {"credited_items": None},
        "subscription": None,
        "tax_amounts": taxes,
        "tax_rates": [tax_rate(rate) for rate in rates],
        "type": "invoiceitem",
        "unit_amount_excluding_tax": held["unit_text"],
    }


def newest_tax(tax: tuple[str, int, bool], taxable: int) -> Record:
    """One tax in the newest version's shape."""
    name, amount, inclusive = tax
    return {
        "amount": amount,
        "tax_behavior": "inclusive" if inclusive else "exclusive",
        "tax_rate_details": {"tax_rate": name},
        "taxability_reason": "not_available",
        "taxable_amount": taxable - amount if inclusive else taxable,
        "type": "tax_rate_details",
    }


def inside_of(taxed: Taxed) -> int:
    """The tax that is part of the line's amount."""
    return sum(amount for _, amount, inclusive in taxed.taxes if inclusive)
