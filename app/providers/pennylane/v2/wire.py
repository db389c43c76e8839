"""The bodies of their requests. Members that say nothing are left out: a null is refused.

Money and prices are decimal strings, the quantity a JSON number.
"""

from __future__ import annotations

from decimal import Decimal

from pydantic import JsonValue

from app.client.provider import Submission
from app.domain.parties import Address
from app.domain.stated import canonical
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.v2.held import HeldDocument, HeldLine, Reduction
from app.providers.pennylane.v2.options import chosen, of_line

TRANSACTION = ("banking_provider", "provider_field_name", "provider_field_value")


def invoice(
    submission: Submission, held: HeldDocument, customer_id: str, products: dict[str, str]
) -> dict[str, object]:
    """The body of `POST /customer_invoices`. `products` are product ids by line id."""
    draft = submission.draft
    body: dict[str, object] = {
        "draft": held.is_draft,
        "date": held.day.isoformat(),
        "deadline": held.deadline.isoformat(),
        "customer_id": whole(customer_id),
        "currency": draft.currency,
        "language": held.language,
        "external_reference": held.reference,
    }
    template = chosen(submission, "template_id")
    if template:
        body["customer_invoice_template_id"] = whole(template)
    said = {
        "pdf_invoice_subject": draft.subject,
        "pdf_invoice_free_text": held.free_text,
        "pdf_description": draft.description,
        "special_mention": held.mention,
        "label": chosen(submission, "label") if held.dialect == DIRECT else "",
    }
    body |= {member: text for member, text in said.items() if text}
    if held.discount:
        body["discount"] = reduction(held.discount)
    if held.sections:
        body["invoice_line_sections"] = [
            {
                "rank": rank,
                **({"title": section.title} if section.title else {}),
                **({"description": section.text} if section.text else {}),
            }
            for rank, section in enumerate(held.sections, 1)
        ]
    reference = transaction_reference(submission, held)
    if reference:
        body["transaction_reference"] = reference
    body["invoice_lines"] = [
        _line(submission, held, line, products.get(line.id, line.product_id)) for line in held.lines
    ]
    return body


def transaction_reference(submission: Submission, held: HeldDocument) -> dict[str, str]:
    """The payment it is reconciled with; empty unless all three members are chosen and it can be sent."""
    told = {name: chosen(submission, f"transaction_reference.{name}") for name in TRANSACTION}
    return told if all(told.values()) and held.dialect == DIRECT and not held.is_draft else {}


def takes_periods(held: HeldDocument) -> bool:
    """Whether lines may have `imputation_dates`: final documents, and all of the gateway's."""
    return held.dialect != DIRECT or not held.is_draft


def _line(submission: Submission, held: HeldDocument, line: HeldLine, product_id: str) -> dict[str, object]:
    body: dict[str, object] = {"product_id": whole(product_id)} if product_id else {}
    body |= {
        "label": line.label,
        "quantity": number(line.quantity),
        "unit": line.unit,
        "raw_currency_unit_price": canonical(line.price),
        "vat_rate": line.code,
    }
    if line.description:
        body["description"] = line.description
    if line.discount:
        body["discount"] = reduction(line.discount)
    if line.section_rank:
        body["section_rank"] = line.section_rank
    row = line.row
    if row is None:
        return body
    if row.service_start and row.service_end and takes_periods(held):
        body["imputation_dates"] = {
            "start_date": row.service_start.isoformat(),
            "end_date": row.service_end.isoformat(),
        }
    account = of_line(row, "ledger_account_id")
    if account:
        body["ledger_account_id"] = whole(account)
    substance = of_line(row, "substance") or chosen(submission, "substance")
    if substance and held.dialect == DIRECT:
        body["substance"] = substance
    return body


def customer(
    submission: Submission, held: HeldDocument, reference: str, *, individual: bool
) -> dict[str, JsonValue]:
    """The body of a new customer."""
    draft = submission.draft
    buyer = draft.buyer
    body: dict[str, JsonValue] = {"external_reference": reference, "billing_language": held.language}
    if individual:
        first, last = names_of(buyer.name)
        body |= {"first_name": first, "last_name": last}
    else:
        body["name"] = buyer.name
        vat_number, reg_no = buyer.tax_id("vat"), registration_of(submission)
        body |= {"vat_number": vat_number} if vat_number else {}
        body |= {"reg_no": reg_no} if reg_no else {}
    if draft.bill_to:
        body["billing_address"] = address(draft.bill_to)
    if draft.deliver_to and is_whole(draft.deliver_to):
        body["delivery_address"] = address(draft.deliver_to)
    if buyer.email:
        body["emails"] = [buyer.email]
    if buyer.phone:
        body["phone"] = buyer.phone
    if recipient_of(submission):
        body["recipient"] = recipient_of(submission)
    return body


def product(submission: Submission, line: HeldLine, reference: str) -> dict[str, object]:
    """The body of a new product, made of a line."""
    body: dict[str, object] = {
        "label": line.label,
        "external_reference": reference,
        "price_before_tax": canonical(line.price),
        "vat_rate": line.code,
        "unit": line.unit,
        "currency": submission.draft.currency,
    }
    if line.row and line.row.description:
        body["description"] = line.row.description
    if line.row and line.row.product and line.row.product.seller_code:
        body["reference"] = line.row.product.seller_code
    return body


def address(stated: Address) -> dict[str, JsonValue]:
    """An address with the four members they want."""
    return {
        "address": street_of(stated),
        "postal_code": stated.postal_code,
        "city": stated.city,
        "country_alpha2": stated.country,
    }


def street_of(stated: Address) -> str:
    """The lines of the street as one text."""
    return "\n".join(line for line in (stated.line1, stated.line2, stated.line3) if line)


def is_whole(stated: Address | None) -> bool:
    """Whether an address has the four members they want."""
    return bool(stated and street_of(stated) and stated.postal_code and stated.city and stated.country)


def names_of(name: str) -> tuple[str, str]:
    """First and last name of a person: the last word is the last name."""
    first, _, last = name.strip().rpartition(" ")
    return first.strip(), last


def registration_of(submission: Submission) -> str:
    """The company's number: SIREN, else that in a SIRET, else that in a French VAT number."""
    buyer = submission.draft.buyer
    told = buyer.tax_id("siren") or buyer.tax_id("siret")[:9]
    vat_number = buyer.tax_id("vat").replace(" ", "").upper()
    if not told and vat_number.startswith("FR") and len(vat_number) == 13:
        told = vat_number[4:]
    return told.replace(" ", "")


def recipient_of(submission: Submission) -> str:
    """Who the document is addressed to by name, if anyone."""
    bill_to = submission.draft.bill_to
    return submission.draft.buyer.contact_name or (bill_to.name if bill_to else "")


def reduction(stated: Reduction) -> dict[str, str]:
    """A discount: its kind and its value as text."""
    return {"type": stated[0], "value": canonical(stated[1])}


def number(value: Decimal) -> Decimal | int:
    """A quantity as a JSON number without closing zeros."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def whole(identifier: str) -> int | str:
    """An id as the number they want; a plan's placeholder stays as it is."""
    return int(identifier) if identifier.isdecimal() else identifier
