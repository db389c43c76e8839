"""UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD 2, XRechnung, and ZUGFeRD 1 with its own names."""

from __future__ import annotations

from lxml import etree

from app.intake.einvoice.safe_xml import every, first, name_of, text
from app.intake.einvoice.stated import StatedInvoice, plain_amount, plain_date
from app.intake.reading import LineReading, VatReading

ROOTS = {"CrossIndustryInvoice": "CII", "CrossIndustryDocument": "CII-ZUGFeRD-1"}
"""Root elements and the syntax they begin."""

_TRADE = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction"
_AGREEMENT = "ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement"
_SETTLEMENT = "ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement"
_SUMS = "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation"
_LINE_AGREEMENT = "SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement"
_LINE_DELIVERY = "SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery"
_LINE_SETTLEMENT = "SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement"
_LINE_SUMS = "SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation"


def read(root: etree._Element) -> StatedInvoice:
    """What the document states."""
    document = first(root, "ExchangedDocument|HeaderExchangedDocument")
    trade = first(root, _TRADE)
    agreement, settlement = first(trade, _AGREEMENT), first(trade, _SETTLEMENT)
    seller = first(agreement, "SellerTradeParty")
    sums = first(settlement, _SUMS)
    return StatedInvoice(
        syntax=ROOTS[name_of(root)],
        profile=text(
            root,
            "ExchangedDocumentContext|SpecifiedExchangedDocumentContext",
            "GuidelineSpecifiedDocumentContextParameter",
            "ID",
        ),
        type_code=text(document, "TypeCode"),
        supplier_name=text(seller, "Name"),
        supplier_vat_id=_vat_id(seller),
        supplier_legal_ids=tuple(
            value
            for value in (
                text(seller, "SpecifiedLegalOrganization", "ID"),
                *(" ".join((e.text or "").split()) for e in every(seller, "GlobalID|ID")),
            )
            if value
        ),
        buyer_name=text(agreement, "BuyerTradeParty", "Name"),
        iban=_iban(settlement),
        invoice_number=text(document, "ID"),
        issue_date=plain_date(text(document, "IssueDateTime", "DateTimeString|DateTime")),
        due_date=_due_date(settlement),
        currency=text(settlement, "InvoiceCurrencyCode"),
        net=plain_amount(text(sums, "TaxBasisTotalAmount")),
        tax=_tax_total(sums, text(settlement, "InvoiceCurrencyCode")),
        gross=plain_amount(text(sums, "GrandTotalAmount")),
        payable=plain_amount(text(sums, "DuePayableAmount")),
        vat=tuple(_vat(tax) for tax in every(settlement, "ApplicableTradeTax")),
        lines=tuple(
            _line(item) for item in every(trade, "IncludedSupplyChainTradeLineItem") if _counts(item)
        ),
    )


def _vat_id(party: etree._Element | None) -> str:
    for registration in every(party, "SpecifiedTaxRegistration", "ID"):
        if registration.get("schemeID") == "VA":
            return " ".join((registration.text or "").split())
    return ""


def _iban(settlement: etree._Element | None) -> str:
    for means in every(settlement, "SpecifiedTradeSettlementPaymentMeans"):
        iban = text(means, "PayeePartyCreditorFinancialAccount", "IBANID")
        if iban:
            return iban
    return ""


def _due_date(settlement: etree._Element | None) -> str:
    for terms in every(settlement, "SpecifiedTradePaymentTerms"):
        due = plain_date(text(terms, "DueDateDateTime", "DateTimeString|DateTime"))
        if due:
            return due
    return ""


def _tax_total(sums: etree._Element | None, currency: str) -> str:
    """BT-110: the one in the document's currency, where a second in the home currency stands beside."""
    totals = every(sums, "TaxTotalAmount")
    for total in sorted(totals, key=lambda e: e.get("currencyID") not in (currency, None)):
        amount = plain_amount(total.text or "")
        if amount:
            return amount
    return ""


def _vat(tax: etree._Element) -> VatReading:
    return VatReading(
        plain_amount(text(tax, "RateApplicablePercent|ApplicablePercent")),
        plain_amount(text(tax, "BasisAmount")),
        plain_amount(text(tax, "CalculatedAmount")),
    )


def _counts(item: etree._Element) -> bool:
    """Whether the line is one of the sum: information and group lines of EXTENDED are not."""
    reason = text(item, "AssociatedDocumentLineDocument", "LineStatusReasonCode")
    return reason not in ("INFORMATION", "GROUP")


def _line(item: etree._Element) -> LineReading:
    settlement = first(item, _LINE_SETTLEMENT)
    return LineReading(
        label=text(item, "SpecifiedTradeProduct", "Name"),
        quantity=plain_amount(text(item, _LINE_DELIVERY, "BilledQuantity")),
        unit_price=plain_amount(text(item, _LINE_AGREEMENT, "NetPriceProductTradePrice", "ChargeAmount")),
        vat_rate=plain_amount(
            text(settlement, "ApplicableTradeTax", "RateApplicablePercent|ApplicablePercent")
        ),
        net=plain_amount(text(settlement, _LINE_SUMS, "LineTotalAmount")),
    )
