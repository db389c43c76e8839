"""The objects V2 answers with, each with every member its file lists."""

from __future__ import annotations

from datetime import date
from typing import Final

from pydantic import JsonValue

from app.practice.pennylane.pages import Record
from app.providers.pennylane.codes import GATEWAY

ROOT: Final = "https://app.pennylane.com/api/external/v2"
_SUB: Final = (
    "invoice_line_sections",
    "invoice_lines",
    "custom_header_fields",
    "categories",
    "payments",
    "matched_transactions",
    "appendices",
)
_TEXTS: Final = ("pdf_invoice_free_text", "pdf_invoice_subject")
_GATEWAY_STATUS: Final = {"partially_paid": "upcoming"}


def invoice(held: Record, dialect: str, today: date) -> Record:
    """An invoice. `held` has what was sent and what became of it."""
    link = f"{ROOT}/customer_invoices/{held['id']}"
    shown: Record = {
        "id": held["id"],
        "label": held.get("label") or f"Facture {held['invoice_number'] or held['id']}",
        "invoice_number": held["invoice_number"],
        "currency": held["currency"],
        "amount": held["gross"],
        "currency_amount": held["gross"],
        "currency_amount_before_tax": held["net"],
        "exchange_rate": "1.0",
        "date": held["date"],
        "deadline": held["deadline"],
        "currency_tax": held["tax"],
        "tax": held["tax"],
        "language": held["language"],
        "paid": held["paid"],
        "status": status(held, today),
        "discount": held.get("discount") or {"type": "absolute", "value": "0"},
        "ledger_entry": {"id": 900_000 + _number(held["id"])},
        "public_file_url": held.get("public_file_url"),
        "filename": None,
        "remaining_amount_with_tax": "0.0" if held["paid"] else held["gross"],
        "remaining_amount_without_tax": "0.0" if held["paid"] else held["net"],
        "draft": held["draft"],
        "special_mention": held.get("special_mention"),
        "customer": {
            "id": held["customer_id"],
            "url": f"{ROOT}/customers/{held['customer_id']}",
        },
        "pdf_description": held.get("pdf_description"),
        "billing_subscription": None,
        "credited_invoice": _credited(held),
        "customer_invoice_template": _referred(held.get("customer_invoice_template_id")),
        "transaction_reference": held.get("transaction_reference"),
        "quote": _referred(held.get("quote_id")),
        "external_reference": held["external_reference"],
        "e_invoicing": None,
        "factur_x": False,
        "schematron_validation_status": "pending",
        "archived_at": None,
        "created_at": held["created_at"],
        "updated_at": held["updated_at"],
    }
    shown |= {name: held.get(name) or "" for name in _TEXTS}
    shown |= {name: {"url": f"{link}/{name}"} for name in _SUB}
    return _for_gateway(shown, held) if dialect == GATEWAY else shown


def _for_gateway(shown: Record, held: Record) -> Record:
    absent = ("quote", "e_invoicing", "factur_x", "schematron_validation_status", "categories")
    gone = {*absent, "invoice_line_sections", "custom_header_fields"}
    kept = {name: value for name, value in shown.items() if name not in gone}
    kept["status"] = _GATEWAY_STATUS.get(str(kept["status"]), kept["status"])
    kept |= {"estimate": None, "from_estimate_id": None, "v1_external_id": None, "v2_id": held["id"]}
    return kept


def status(held: Record, today: date) -> str:
    """The published name of the state an invoice is in."""
    if held["draft"]:
        return "draft"
    if held["is_credit_note"]:
        return "credit_note"
    if held.get("credited_by"):
        return "cancelled"
    if held["paid"]:
        return "paid"
    return "late" if str(held["deadline"]) < today.isoformat() else "upcoming"


def line(held: Record) -> Record:
    """A line: the quantity, a number when sent, comes back as text."""
    product = held.get("product_id")
    code = str(held["vat_rate"])
    return {
        "id": held["id"],
        "label": held["label"],
        "unit": held["unit"],
        "quantity": str(held["quantity"]),
        "amount": held["gross"],
        "currency_amount": held["gross"],
        "description": held.get("description") or "",
        "product": {"id": product, "url": f"{ROOT}/products/{product}"} if product else None,
        "vat_rate": code,
        "currency_amount_before_tax": held["net"],
        "currency_tax": held["tax"],
        "tax": held["tax"],
        "raw_currency_unit_price": held["raw_currency_unit_price"],
        "discount": held.get("discount") or {"type": "absolute", "value": "0"},
        "section_rank": held.get("section_rank"),
        "imputation_dates": held.get("imputation_dates"),
        "created_at": held["created_at"],
        "updated_at": held["created_at"],
        "substance": held.get("substance") or "services",
    }


def section(held: Record) -> Record:
    """A section."""
    return {
        "id": held["id"],
        "title": held.get("title"),
        "description": held.get("description"),
        "rank": held["rank"],
        "created_at": held["created_at"],
        "updated_at": held["created_at"],
    }


def customer(held: Record) -> Record:
    """A customer, company or person."""
    link = f"{ROOT}/customers/{held['id']}"
    none: Record = {"address": "", "postal_code": "", "city": "", "country_alpha2": ""}
    shown: Record = {
        "id": held["id"],
        "customer_type": held["customer_type"],
        "name": held["name"],
        "billing_iban": held.get("billing_iban"),
        "payment_conditions": held.get("payment_conditions") or "30_days",
        "recipient": held.get("recipient") or "",
        "phone": held.get("phone") or "",
        "reference": held.get("reference"),
        "notes": held.get("notes"),
        "ledger_account": {"id": 411},
        "emails": held.get("emails") or [],
        "billing_address": held["billing_address"],
        "delivery_address": held.get("delivery_address") or none,
        "external_reference": held["external_reference"],
        "billing_language": held.get("billing_language") or "fr_FR",
        "mandates": {"url": f"{link}/mandates"},
        "pro_account_mandates": {"url": f"{link}/pro_account_mandates"},
        "contacts": {"url": f"{link}/contacts"},
        "created_at": held["created_at"],
        "updated_at": held["created_at"],
    }
    if held["customer_type"] == "company":
        return shown | {"vat_number": held.get("vat_number") or "", "reg_no": held.get("reg_no") or ""}
    return shown | {"first_name": held["first_name"], "last_name": held["last_name"]}


def created_customer(held: Record) -> Record:
    """A customer as its creation answers: without the type, which the address of the call told."""
    return {name: value for name, value in customer(held).items() if name != "customer_type"}


def product(held: Record) -> Record:
    """A product."""
    return {
        "id": held["id"],
        "label": held["label"],
        "description": held.get("description") or "",
        "external_reference": held["external_reference"],
        "price_before_tax": held["price_before_tax"],
        "vat_rate": held["vat_rate"],
        "price": held["price_before_tax"],
        "unit": held.get("unit") or "",
        "currency": held.get("currency") or "EUR",
        "reference": held.get("reference"),
        "ledger_account": {"id": 706},
        "substance": held.get("substance") or "services",
        "archived_at": None,
        "created_at": held["created_at"],
        "updated_at": held["created_at"],
    }


def quote(held: Record) -> Record:
    """A quote."""
    link = f"{ROOT}/quotes/{held['id']}"
    shown: Record = {
        name: held[name]
        for name in ("id", "quote_number", "currency", "date", "deadline", "status", "external_reference")
    }
    subs = ("invoice_line_sections", "invoice_lines", "linked_invoices", "appendices")
    return shown | {
        "label": f"Devis {held['quote_number']}",
        "amount": held["gross"],
        "currency_amount": held["gross"],
        "currency_amount_before_tax": held["net"],
        "exchange_rate": "1.0",
        "currency_tax": held["tax"],
        "tax": held["tax"],
        "language": "fr_FR",
        "discount": {"type": "absolute", "value": "0"},
        "public_file_url": None,
        "filename": None,
        "special_mention": None,
        "customer": {"id": held["customer_id"], "url": f"{ROOT}/customers/{held['customer_id']}"},
        "pdf_invoice_free_text": "",
        "pdf_invoice_subject": "",
        "pdf_description": None,
        "quote_template": None,
        "archived_at": None,
        "created_at": held["created_at"],
        "updated_at": held["created_at"],
        **{name: {"url": f"{link}/{name}"} for name in subs},
    }


def _credited(held: Record) -> JsonValue:
    credited = held.get("credited_invoice_id")
    return {"id": credited, "url": f"{ROOT}/customer_invoices/{credited}"} if credited else None


def _referred(identifier: JsonValue) -> JsonValue:
    return {"id": identifier} if identifier else None


def _number(identifier: JsonValue) -> int:
    return identifier if isinstance(identifier, int) else 0
