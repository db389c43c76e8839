"""What an e-invoice states, whatever syntax it is written in. Terms follow EN 16931."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.identifiers import compact, is_siren, is_siret
from app.domain.stated import canonical
from app.intake.reading import FieldName, FieldReading, Kind, LineReading, Reading, VatReading

CREDIT_TYPES = frozenset({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"})
"""UNTDID 1001 codes of documents that give money back."""


@dataclass(frozen=True, slots=True)
class StatedInvoice:
    """The terms read; each text is empty where the document is silent."""

    syntax: str
    profile: str = ""
    type_code: str = ""
    supplier_name: str = ""
    supplier_vat_id: str = ""
    supplier_legal_ids: tuple[str, ...] = ()
    buyer_name: str = ""
    iban: str = ""
    invoice_number: str = ""
    issue_date: str = ""
    due_date: str = ""
    currency: str = ""
    net: str = ""
    tax: str = ""
    gross: str = ""
    payable: str = ""
    vat: tuple[VatReading, ...] = ()
    lines: tuple[LineReading, ...] = field(default=())


def plain_amount(text: str) -> str:
    """The amount in canonical text; nothing if it is none."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return ""
    return canonical(value) if value.is_finite() and abs(value) < Decimal(10) ** 15 else ""


def plain_date(text: str) -> str:
    """A date of `YYYYMMDD` or `YYYY-MM-DD`, time apart, in ISO form; nothing if it is none."""
    digits = text.strip()[:10].replace("-", "")[:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])).isoformat()
    except ValueError:
        return ""


def siren_of(ids: tuple[str, ...]) -> str:
    """The SIREN among these legal identifiers, from a SIRET if need be."""
    for value in ids:
        digits = compact(value)
        if len(digits) == 14 and is_siret(digits):
            return digits[:9]
        if len(digits) == 9 and is_siren(digits):
            return digits
    return ""


def reading_of(stated: StatedInvoice) -> Reading:
    """The reading of an e-invoice by its XML alone: what is stated is sure."""
    values: dict[FieldName, str] = {
        "supplier_name": stated.supplier_name,
        "supplier_vat_id": compact(stated.supplier_vat_id),
        "supplier_siren": siren_of(stated.supplier_legal_ids),
        "iban": compact(stated.iban),
        "invoice_number": stated.invoice_number,
        "date": stated.issue_date,
        "due_date": stated.due_date,
        "currency": stated.currency,
        "net": stated.net,
        "tax": stated.tax or ("0" if stated.net and stated.net == stated.gross else ""),
        "gross": stated.gross,
    }
    fields = {name: FieldReading(value, 1.0, "xml", True) for name, value in values.items() if value}
    kind: Kind = "credit_note" if stated.type_code in CREDIT_TYPES else "invoice"
    return Reading("", kind, fields, stated.vat, stated.lines)
