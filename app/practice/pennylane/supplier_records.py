"""How Pennylane shows suppliers, their invoices and the lines of these, and what it checks of the sums."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, cast

from pydantic import JsonValue

from app.practice.pennylane.desk import malformed, unprocessable

Record = dict[str, JsonValue]

ROOT: Final = "https://app.pennylane.com/api/external/v2"
NOW: Final = "2026-11-22T12:00:00.000000Z"
_RATE: Final = Decimal("0.9")
"""Euros for one unit of any other currency, when the import states none."""


def supplier(number: int, told: Record) -> Record:
    """A supplier's record."""
    place = cast(Record, told.get("postal_address") or {})
    parts = ("address", "postal_code", "city", "country_alpha2")
    return {
        "id": number,
        "name": told["name"],
        "establishment_no": told.get("establishment_no"),
        "reg_no": told.get("reg_no"),
        "vat_number": told.get("vat_number", ""),
        "ledger_account": {"id": 40_000 + number},
        "emails": told.get("emails", []),
        "iban": told.get("iban", ""),
        "postal_address": {part: place.get(part, "") for part in parts},
        "supplier_payment_method": told.get("supplier_payment_method") or "manual_transfer",
        "supplier_due_date_delay": told.get("supplier_due_date_delay"),
        "supplier_due_date_rule": told.get("supplier_due_date_rule") or "days",
        "external_reference": told.get("external_reference", f"practice-supplier-{number}"),
        "created_at": NOW,
        "updated_at": NOW,
    }


def check_sums(told: Record, is_direct: bool) -> None:
    """Net and VAT make the gross; the lines sum to it, give or take a cent a line. Raises Declined."""
    gross, net, tax = (
        _amount(told, name) for name in ("currency_amount", "currency_amount_before_tax", "currency_tax")
    )
    if net + tax != gross:
        raise _refused(
            "currency_amount does not match currency_amount_before_tax and currency_tax", is_direct
        )
    lines = [cast(Record, line) for line in cast(list[JsonValue], told["invoice_lines"])]
    cent = Decimal("0.01") * len(lines)
    for name, whole in (("currency_amount", gross), ("currency_tax", tax)):
        if abs(sum((_amount(line, name) for line in lines), Decimal(0)) - whole) > cent:
            raise _refused(f"{name} does not match the sum of the invoice lines", is_direct)


def invoice(number: int, told: Record, owner: Record, filename: str) -> Record:
    """An imported invoice as the vendor's own API shows it."""
    currency = str(told.get("currency", "EUR"))
    gross, tax = str(told["currency_amount"]), str(told["currency_tax"])
    rate = Decimal(1) if currency == "EUR" else _RATE
    amount, euro_tax = (
        str(told.get(name) or format((Decimal(value) * rate).quantize(Decimal("0.01")), "f"))
        for name, value in (("amount", gross), ("tax", tax))
    )
    reference = cast(Record | None, told.get("transaction_reference"))
    here = f"{ROOT}/supplier_invoices/{number}"
    return {
        "id": number,
        "label": told.get("label") or f"{owner['name']} - {told.get('invoice_number', '')}",
        "invoice_number": told.get("invoice_number") or "",
        "currency": currency,
        "amount": amount,
        "currency_amount": gross,
        "currency_amount_before_tax": told["currency_amount_before_tax"],
        "exchange_rate": format(rate, "f"),
        "date": told["date"],
        "deadline": told["deadline"],
        "currency_tax": tax,
        "tax": euro_tax,
        "reconciled": False,
        "accounting_status": "entry" if told.get("import_as_incomplete") else "validation_needed",
        "filename": filename,
        "public_file_url": f"https://app.pennylane.com/public/supplier_invoices/{number}.pdf",
        "remaining_amount_with_tax": gross,
        "remaining_amount_without_tax": told["currency_amount_before_tax"],
        "ledger_entry": {"id": 70_000 + number},
        "supplier": {"id": owner["id"], "url": f"{ROOT}/suppliers/{owner['id']}"},
        "invoice_lines": {"url": f"{here}/invoice_lines"},
        "categories": {"url": f"{here}/categories"},
        "transaction_reference": reference,
        "payment_status": "to_be_processed",
        "paid": False,
        "payments": {"url": f"{here}/payments"},
        "matched_transactions": {"url": f"{here}/matched_transactions"},
        "external_reference": told.get("external_reference", f"practice-{number}"),
        "import_source": None,
        "e_invoicing": None,
        "archived_at": None,
        "created_at": NOW,
        "updated_at": NOW,
    }


def line(number: int, told: Record, rate: Decimal) -> Record:
    """A line as the list of lines shows it."""
    gross, tax = _amount(told, "currency_amount"), _amount(told, "currency_tax")
    entry = cast(Record, told.get("ledger_entry_line") or {})
    cents = Decimal("0.01")
    return {
        "id": number,
        "label": told.get("label") or entry.get("label") or "",
        "amount": told.get("amount") or format((gross * rate).quantize(cents), "f"),
        "currency_amount": format(gross, "f"),
        "description": told.get("description") or "",
        "vat_rate": told["vat_rate"],
        "currency_amount_before_tax": format(gross - tax, "f"),
        "currency_tax": format(tax, "f"),
        "tax": told.get("tax") or format((tax * rate).quantize(cents), "f"),
        "imputation_dates": told.get("imputation_dates"),
        "created_at": NOW,
        "updated_at": NOW,
    }


def for_gateway(told: Record) -> Record:
    """The same invoice with the members the gateway's page prints."""
    names = (
        *("invoice_number", "currency", "amount", "currency_amount", "currency_amount_before_tax", "id"),
        *("exchange_rate", "date", "deadline", "currency_tax", "tax", "label", "public_file_url", "filename"),
        *("remaining_amount_with_tax", "remaining_amount_without_tax", "archived_at", "created_at"),
        *("updated_at", "supplier", "reconciled", "external_reference", "payment_status"),
    )
    shown = {name: told[name] for name in names}
    return {**shown, "source": "billy_import", "v1_external_id": None, "v2_id": told["id"]}


def _amount(told: Record, name: str) -> Decimal:
    return Decimal(str(told[name]) or "0")


def _refused(sentence: str, is_direct: bool) -> Exception:
    return unprocessable(sentence) if is_direct else malformed(sentence)
