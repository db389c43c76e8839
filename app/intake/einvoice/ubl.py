"""OASIS UBL 2.1 Invoice and CreditNote: Peppol, XRechnung and others."""

from __future__ import annotations

from lxml import etree

from app.intake.einvoice.safe_xml import every, first, name_of, text
from app.intake.einvoice.stated import StatedInvoice, plain_amount, plain_date
from app.intake.reading import LineReading, VatReading

ROOTS = {"Invoice": "UBL", "CreditNote": "UBL-CreditNote"}
"""Root elements and the syntax they begin."""


def read(root: etree._Element) -> StatedInvoice:
    """What the document states."""
    party = first(root, "AccountingSupplierParty", "Party")
    sums = first(root, "LegalMonetaryTotal")
    currency = text(root, "DocumentCurrencyCode")
    is_credit = name_of(root) == "CreditNote"
    return StatedInvoice(
        syntax=ROOTS[name_of(root)],
        profile=text(root, "CustomizationID"),
        type_code=text(root, "CreditNoteTypeCode" if is_credit else "InvoiceTypeCode")
        or ("381" if is_credit else "380"),
        supplier_name=_name(party),
        supplier_vat_id=_vat_id(party),
        supplier_legal_ids=tuple(
            value
            for element in (
                *every(party, "PartyLegalEntity", "CompanyID"),
                *every(party, "PartyIdentification", "ID"),
            )
            if (value := " ".join((element.text or "").split()))
        ),
        buyer_name=_name(first(root, "AccountingCustomerParty", "Party")),
        iban=next(
            (
                value
                for means in every(root, "PaymentMeans")
                if (value := text(means, "PayeeFinancialAccount", "ID"))
            ),
            "",
        ),
        invoice_number=text(root, "ID"),
        issue_date=plain_date(text(root, "IssueDate")),
        due_date=plain_date(text(root, "DueDate") or text(root, "PaymentMeans", "PaymentDueDate")),
        currency=currency,
        net=plain_amount(text(sums, "TaxExclusiveAmount")),
        tax=_tax_total(root, currency),
        gross=plain_amount(text(sums, "TaxInclusiveAmount")),
        payable=plain_amount(text(sums, "PayableAmount")),
        vat=tuple(
            VatReading(
                plain_amount(text(group, "TaxCategory", "Percent")),
                plain_amount(text(group, "TaxableAmount")),
                plain_amount(text(group, "TaxAmount")),
            )
            for group in every(root, "TaxTotal", "TaxSubtotal")
        ),
        lines=tuple(_line(item) for item in every(root, "InvoiceLine|CreditNoteLine")),
    )


def _name(party: etree._Element | None) -> str:
    return text(party, "PartyLegalEntity", "RegistrationName") or text(party, "PartyName", "Name")


def _vat_id(party: etree._Element | None) -> str:
    for scheme in every(party, "PartyTaxScheme"):
        if text(scheme, "TaxScheme", "ID") == "VAT":
            return text(scheme, "CompanyID")
    return ""


def _tax_total(root: etree._Element, currency: str) -> str:
    amounts = every(root, "TaxTotal", "TaxAmount")
    for amount in sorted(amounts, key=lambda e: e.get("currencyID") not in (currency, None)):
        value = plain_amount(amount.text or "")
        if value:
            return value
    return ""


def _line(item: etree._Element) -> LineReading:
    return LineReading(
        label=text(item, "Item", "Name"),
        quantity=plain_amount(text(item, "InvoicedQuantity|CreditedQuantity")),
        unit_price=plain_amount(text(item, "Price", "PriceAmount")),
        vat_rate=plain_amount(text(item, "Item", "ClassifiedTaxCategory", "Percent")),
        net=plain_amount(text(item, "LineExtensionAmount")),
    )
