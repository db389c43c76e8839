"""A reviewed supplier's document as OASIS UBL 2.1, for programs that take e-invoices in.

It says what was read and checked, no more: it is a record of the paper, not the supplier's e-invoice.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final
from xml.etree import ElementTree

from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.money import plain
from app.domain.rows import Line
from app.domain.totals import compute

_CBC: Final = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
_CAC: Final = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
_ROOT: Final = "urn:oasis:names:specification:ubl:schema:xsd:{name}-2"
_TRANSFER: Final = "30"
"""UNTDID 4461: credit transfer."""


def ubl_of(draft: Draft) -> bytes:
    """The UBL Invoice or CreditNote of an incoming draft, with its totals as they are computed."""
    totals = compute(draft)
    is_credit = draft.kind == "credit_note"
    name = "CreditNote" if is_credit else "Invoice"
    space = _ROOT.format(name=name)
    root = ElementTree.Element(f"{{{space}}}{name}")
    _basic(root, "ID", draft.number)
    _basic(root, "IssueDate", draft.issue_date.isoformat() if draft.issue_date else "")
    if not is_credit:
        _basic(root, "DueDate", draft.due_date.isoformat() if draft.due_date else "")
    _basic(root, f"{name}TypeCode", "381" if is_credit else "380")
    _basic(root, "DocumentCurrencyCode", draft.currency)
    _party(root, "AccountingSupplierParty", draft, is_supplier=True)
    _party(root, "AccountingCustomerParty", draft, is_supplier=False)
    _payment(root, draft, is_credit=is_credit)
    _taxes(root, totals)
    _sums(root, totals)
    for number, amounts in enumerate(totals.lines, 1):
        _line(root, number, amounts.line, amounts.net, totals.currency, is_credit=is_credit)
    for prefix, uri in (("cbc", _CBC), ("cac", _CAC), ("", space)):
        ElementTree.register_namespace(prefix, uri)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _party(root: ElementTree.Element, role: str, draft: Draft, *, is_supplier: bool) -> None:
    firm = draft.seller if is_supplier else draft.buyer
    party = _aggregate(_aggregate(root, role), "Party")
    if firm.name:
        _basic(_aggregate(party, "PartyName"), "Name", firm.name)
    if vat_id := firm.tax_id("vat"):
        scheme = _aggregate(party, "PartyTaxScheme")
        _basic(scheme, "CompanyID", vat_id)
        _basic(_aggregate(scheme, "TaxScheme"), "ID", "VAT")
    siren = firm.tax_id("siren")
    if firm.name or siren:
        legal = _aggregate(party, "PartyLegalEntity")
        _basic(legal, "RegistrationName", firm.name)
        if siren:
            _basic(legal, "CompanyID", siren, {"schemeID": "0002"})


def _payment(root: ElementTree.Element, draft: Draft, *, is_credit: bool) -> None:
    accounts = [account.iban for account in draft.seller.bank_accounts if account.iban]
    due = draft.due_date.isoformat() if draft.due_date and is_credit else ""
    if accounts or due:
        means = _aggregate(root, "PaymentMeans")
        _basic(means, "PaymentMeansCode", _TRANSFER)
        _basic(means, "PaymentDueDate", due)
        if accounts:
            _basic(_aggregate(means, "PayeeFinancialAccount"), "ID", accounts[0])


def _taxes(root: ElementTree.Element, totals: Totals) -> None:
    total = _aggregate(root, "TaxTotal")
    _amount(total, "TaxAmount", totals.tax, totals.currency)
    for group in totals.vat:
        part = _aggregate(total, "TaxSubtotal")
        _amount(part, "TaxableAmount", group.basis, totals.currency)
        _amount(part, "TaxAmount", group.tax, totals.currency)
        _category(part, "TaxCategory", group.category, group.rate)


def _sums(root: ElementTree.Element, totals: Totals) -> None:
    sums = _aggregate(root, "LegalMonetaryTotal")
    for name, amount in (
        ("LineExtensionAmount", totals.net),
        ("TaxExclusiveAmount", totals.net),
        ("TaxInclusiveAmount", totals.gross),
    ):
        _amount(sums, name, amount, totals.currency)
    if gap := totals.payable - totals.gross:
        _amount(sums, "PayableRoundingAmount", gap, totals.currency)
    _amount(sums, "PayableAmount", totals.payable, totals.currency)


def _line(
    root: ElementTree.Element, number: int, line: Line, net: Decimal, currency: str, *, is_credit: bool
) -> None:
    made = _aggregate(root, "CreditNoteLine" if is_credit else "InvoiceLine")
    _basic(made, "ID", str(number))
    quantity = "CreditedQuantity" if is_credit else "InvoicedQuantity"
    _basic(made, quantity, plain(line.quantity), {"unitCode": "C62"})
    _amount(made, "LineExtensionAmount", net, currency)
    item = _aggregate(made, "Item")
    _basic(item, "Name", line.label or "-")
    _category(item, "ClassifiedTaxCategory", line.vat_category, line.vat_rate or Decimal(0))
    _amount(_aggregate(made, "Price"), "PriceAmount", line.unit_price, currency)


def _category(parent: ElementTree.Element, name: str, category: str, rate: Decimal) -> None:
    made = _aggregate(parent, name)
    _basic(made, "ID", category)
    _basic(made, "Percent", plain(rate))
    _basic(_aggregate(made, "TaxScheme"), "ID", "VAT")


def _aggregate(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{_CAC}}}{name}")


def _amount(parent: ElementTree.Element, name: str, amount: Decimal, currency: str) -> None:
    _basic(parent, name, plain(amount), {"currencyID": currency})


def _basic(
    parent: ElementTree.Element, name: str, text: str, attributes: Mapping[str, str] | None = None
) -> None:
    if text:
        made = ElementTree.SubElement(parent, f"{{{_CBC}}}{name}", dict(attributes or {}))
        made.text = "".join(letter for letter in text if letter.isprintable())
