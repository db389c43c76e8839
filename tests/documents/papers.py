"""Drafts for the tests of the paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pypdfium2

from app.domain.draft import (
    AdditionalTax,
    Draft,
    ExchangeRate,
    Paper,
    PaymentTerms,
    PrecedingInvoice,
)
from app.domain.parties import Address, BankAccount, ElectronicAddress, Party, TaxId
from app.domain.rows import (
    CustomField,
    Discount,
    DocumentAdjustment,
    Line,
    LineAdjustment,
    Product,
    Section,
)

IBAN = "FR7630006000011234567890189"


def line(row_id: str, label: str = "", **changes: Any) -> Line:
    """A line at 20 % VAT."""
    values = {"unit_price": Decimal(100), "vat_rate": Decimal(20), **changes}
    return Line(id=row_id, label=label or f"Line {row_id}", **values)


def invoice(*rows: Line | Section, **changes: Any) -> Draft:
    """An English invoice between two French companies."""
    values: dict[str, Any] = {
        "language": "en",
        "number": "F-7",
        "issue_date": date(2026, 11, 21),
        "seller": Party(
            name="Atelier Marchetti",
            addresses=(Address(line1="12 rue des Cordeliers", postal_code="69002", city="Lyon"),),
            bank_accounts=(BankAccount(iban=IBAN, bic="AGRIFRPP"),),
        ),
        "buyer": Party(name="Lumen SAS"),
        "rows": rows,
        **changes,
    }
    return Draft(**values)


def long_invoice(count: int, **changes: Any) -> Draft:
    """Lines in sections of 25, every third with a description."""
    rows: list[Line | Section] = []
    for i in range(count):
        if i % 25 == 0:
            rows.append(Section(id=f"s{i}", title=f"Part {i // 25 + 1}"))
        description = "Two workshops in Lyon, with an illustrated report" if i % 3 == 0 else ""
        rows.append(line(f"r{i}", f"Service {i}", description=description, unit_price=Decimal(640 + i)))
    return invoice(*rows, **changes)


def everything() -> Draft:
    """A credit note on which every printed field has a value."""
    address = Address(
        name="Desk 4",
        line1="1 High Street",
        line2="Yard",
        line3="Door 2",
        postal_code="1000",
        city="Bruges",
        subdivision="West",
        country="BE",
    )
    party = {
        "legal_form": "SAS",
        "registration": "RCS 1",
        "contact_name": "Ann",
        "email": "a@example.org",
        "phone": "+33 1",
        "website": "example.org",
        "addresses": (address,),
        "electronic_address": ElectronicAddress(scheme="0088", value="4012345"),
    }
    return Draft(
        kind="credit_note",
        number="A-1",
        title="Correction",
        currency="USD",
        rounding="per_line",
        issue_date=date(2026, 1, 2),
        due_date=date(2026, 2, 3),
        delivery_date=date(2026, 1, 4),
        service_start=date(2026, 1, 5),
        service_end=date(2026, 1, 6),
        payment_terms=PaymentTerms(days=30, text="Terms", reference="REF"),
        seller=Party(name="Seller", tax_ids=(TaxId(value="FR1", label="Id"),), **party),
        buyer=Party(name="Buyer", tax_ids=(TaxId(scheme="other", value="B1"),), **party),
        billing_address=address,
        shipping_address=address.model_copy(update={"line1": "Dock 9"}),
        bank_account=BankAccount(
            account_name="Holder", iban=IBAN, bic="AGRIFRPP", bank_name="Bank", other="X"
        ),
        buyer_reference="BR",
        purchase_order="PO",
        contract_reference="CR",
        project_reference="PR",
        sales_order="SO",
        receiving_advice="RA",
        despatch_advice="DA",
        tender_reference="TR",
        object_reference="OR",
        accounting_reference="GL",
        payee=Party(name="Payee", tax_ids=(TaxId(scheme="national", value="P1"),), **party),
        tax_representative=Party(name="Deputy", tax_ids=(TaxId(value="FR2"),), **party),
        preceding_invoices=(PrecedingInvoice(number="P-1", issue_date=date(2025, 12, 1)),),
        subject="Subject",
        free_text="Free",
        description="About",
        special_mention="Special",
        memo="Memo",
        footer="Footer",
        custom_fields=(CustomField(name="Site", value="B"),),
        rows=(
            Section(id="s", title="Part", text="Text"),
            Line(
                id="l",
                label="Label",
                description="Long",
                quantity=Decimal(2),
                unit="HUR",
                unit_price=Decimal("12.5"),
                price_discount=Decimal("2.5"),
                price_base_quantity=Decimal(10),
                discount=Discount(value=Decimal(5), reason="Loyal"),
                adjustments=(
                    LineAdjustment(base=Decimal(50), percent=Decimal(1), reason="Pack"),
                    LineAdjustment(is_charge=True, amount=Decimal(3), reason="Crate"),
                ),
                vat_category="E",
                vat_rate=Decimal(0),
                exemption_reason="Why",
                exemption_code="VATEX-EU-132",
                product=Product(seller_code="SC", buyer_code="BC", standard_code="GC"),
                service_start=date(2026, 1, 7),
                service_end=date(2026, 1, 8),
                order_line_reference="OL",
                accounting_reference="AC",
                custom_fields=(CustomField(name="Lot", value="9"),),
            ),
            line("m", "Other"),
        ),
        discount=Discount(kind="percent", value=Decimal(2), reason="Season"),
        adjustments=(
            DocumentAdjustment(
                id="a",
                is_charge=True,
                kind="shipping",
                amount=Decimal(8),
                reason="Post",
                vat_rate=Decimal(20),
            ),
            DocumentAdjustment(id="b", percent=Decimal(1), reason="Gift", vat_rate=Decimal(20)),
        ),
        additional_taxes=(
            AdditionalTax(label="Eco", rate=Decimal(1), on_tax=True),
            AdditionalTax(rate=Decimal(-5)),
        ),
        prepaid=Decimal(4),
        cash_step=Decimal("0.05"),
        exchange=ExchangeRate(rate=Decimal("0.9"), rate_date=date(2026, 1, 1), source="ECB"),
        vat_on_debits=True,
        paper=Paper(show_line_numbers=True),
    )


def text_of(pdf: bytes, page: int | None = None) -> str:
    """The text a reader extracts, without line ends."""
    document = pypdfium2.PdfDocument(pdf)
    pages = range(len(document)) if page is None else (page,)
    return " ".join(" ".join(document[i].get_textpage().get_text_bounded().split()) for i in pages)


def pixels(pdf: bytes, page: int, scale: float = 1.5) -> bytes:
    """The page as it is seen."""
    return bytes(pypdfium2.PdfDocument(pdf)[page].render(scale=scale).buffer)
