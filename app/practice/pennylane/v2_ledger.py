"""What the practice company's books hold, and the rules of business that guard them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from pydantic import JsonValue

from app.practice.pennylane.desk import Declined, conflict, not_found, unprocessable
from app.practice.pennylane.pages import Record
from app.practice.pennylane.v2_money import reckon

KINDS = ("customers", "products", "templates", "quotes", "invoices", "lines", "sections", "mails")
FIRST_ID = 1_000


@dataclass
class Ledger:
    """All records by kind. `each_line`: VAT is rounded on each line."""

    today: Callable[[], date]
    each_line: bool = False
    last_id: int = FIRST_ID
    last_number: int = 0
    records: dict[str, list[Record]] = field(default_factory=lambda: {kind: [] for kind in KINDS})

    def all(self, kind: str) -> list[Record]:
        """Every record of a kind, oldest first."""
        return self.records[kind]

    def find(self, kind: str, identifier: JsonValue) -> Record:
        """The record with this id. Raises Declined."""
        for record in self.records[kind]:
            if str(record["id"]) == str(identifier):
                return record
        name = {"customers": "Customer", "invoices": "Invoice"}.get(kind, kind[:-1].capitalize())
        raise not_found(f"Couldn't find {name} with 'id'={identifier}")

    def add(self, kind: str, record: Record) -> Record:
        """Keep a new record under the next id."""
        self.last_id += 1
        stamp = f"{self.today().isoformat()}T00:00:00.{self.last_id % 1_000_000:06d}Z"
        kept: Record = {"id": self.last_id, **record, "created_at": stamp, "updated_at": stamp}
        self.records[kind].append(kept)
        return kept

    def add_customer(self, body: Record, customer_type: str) -> Record:
        """A new customer. Raises Declined when there is one of that reference or number."""
        reference = body.get("external_reference")
        for record in self.all("customers"):
            same_number = body.get("reg_no") and record.get("reg_no") == body.get("reg_no")
            if (reference and record["external_reference"] == reference) or same_number:
                raise conflict(
                    "Conflict with the current state of the target resource. Resource already exists."
                )
        name = body.get("name") or f"{body.get('first_name')} {body.get('last_name')}"
        made = self.add("customers", {**body, "name": name, "customer_type": customer_type})
        made["external_reference"] = reference or f"pennylane-{made['id']}"
        return made

    def add_product(self, body: Record) -> Record:
        """A new product."""
        self._unused("products", body.get("external_reference"))
        made = self.add("products", dict(body))
        made["external_reference"] = body.get("external_reference") or f"pennylane-{made['id']}"
        return made

    def add_invoice(self, body: Record) -> Record:
        """A new invoice with its lines and sections. Raises Declined."""
        self._known("customers", body["customer_id"], "Customer")
        if body.get("customer_invoice_template_id"):
            self._known("templates", body["customer_invoice_template_id"], "CustomerInvoiceTemplate")
        self._unused("invoices", body.get("external_reference"))
        lines = [self._whole_line(line) for line in _list(body["invoice_lines"])]
        sections = [dict(section) for section in _list(body.get("invoice_line_sections") or [])]
        ranks = [section["rank"] for section in sections]
        if sorted(map(str, ranks)) != sorted(str(n) for n in range(1, len(ranks) + 1)):
            raise unprocessable("Invoice line sections must have unique ranks starting from 1")
        for line in lines:
            if line.get("section_rank") is not None and line["section_rank"] not in ranks:
                raise unprocessable("Section rank does not correspond to a section")
        currency = str(body.get("currency") or "EUR")
        worth = reckon(lines, body.get("discount"), currency, each_line=self.each_line)
        left_out = ("invoice_lines", "invoice_line_sections")
        head: Record = {name: value for name, value in body.items() if name not in left_out}
        made = self.add(
            "invoices",
            {
                **head,
                "currency": currency,
                "language": body.get("language") or "fr_FR",
                "draft": bool(body.get("draft", False)),
                "invoice_number": "",
                "paid": False,
                "net": worth.whole.net,
                "tax": worth.whole.tax,
                "gross": worth.whole.gross,
                "is_credit_note": worth.is_negative,
                "pdf_wait": 0,
                "links": 0,
            },
        )
        made["external_reference"] = body.get("external_reference") or f"pennylane-{made['id']}"
        for line, told in zip(lines, worth.lines, strict=True):
            self.add(
                "lines",
                {**line, "invoice": made["id"], "net": told.net, "tax": told.tax, "gross": told.gross},
            )
        for section in sections:
            self.add("sections", {**section, "invoice": made["id"]})
        if not made["draft"]:
            self.number(made)
        return made

    def number(self, invoice: Record) -> None:
        """Make an invoice final: it gets its number, and its PDF is begun."""
        self.last_number += 1
        prefix = "AV" if invoice["is_credit_note"] else "F"
        invoice |= {
            "draft": False,
            "invoice_number": f"{prefix}-{self.today().year}-{self.last_number:04d}",
            "pdf_wait": 1,
        }

    def finalise(self, identifier: str) -> Record:
        """Raises Declined for what is final already."""
        invoice = self.find("invoices", identifier)
        if not invoice["draft"]:
            raise unprocessable("This invoice is already finalized")
        self.number(invoice)
        return invoice

    def mail(self, identifier: str, recipients: JsonValue) -> None:
        """Send a final invoice. 409 while its PDF is being made."""
        invoice = self._final(identifier)
        if not self.is_pdf_ready(invoice):
            raise conflict("The PDF file of this document is being generated. Please try again later.")
        customer = self.find("customers", invoice["customer_id"])
        to = recipients or customer.get("emails")
        if not to:
            raise unprocessable("The customer has no email address")
        self.add("mails", {"invoice": invoice["id"], "recipients": to})

    def is_pdf_ready(self, invoice: Record) -> bool:
        """Whether the PDF is made; it takes as long as one question."""
        wait = invoice["pdf_wait"]
        if isinstance(wait, int) and wait > 0:
            invoice["pdf_wait"] = wait - 1
            return False
        return not invoice["draft"]

    def pay(self, identifier: str) -> None:
        """Mark a final invoice as paid."""
        self._final(identifier)["paid"] = True

    def delete(self, identifier: str) -> None:
        """Delete a draft with its lines and sections."""
        invoice = self.find("invoices", identifier)
        if not invoice["draft"]:
            raise unprocessable("Only draft invoices can be deleted")
        self.records["invoices"].remove(invoice)
        for kind in ("lines", "sections"):
            self.records[kind] = [one for one in self.all(kind) if one["invoice"] != invoice["id"]]

    def link(self, identifier: str, credit_note_id: JsonValue) -> Record:
        """Tie a credit note to the invoice it corrects."""
        invoice, note = self._final(identifier), self._final(credit_note_id)
        if not note["is_credit_note"] or invoice["is_credit_note"]:
            raise unprocessable("The credit note or the invoice is not of the right kind")
        if note.get("credited_invoice_id"):
            raise unprocessable("The credit note is already linked to an invoice")
        if note["customer_id"] != invoice["customer_id"]:
            raise unprocessable("The credit note belongs to another customer")
        note["credited_invoice_id"] = invoice["id"]
        invoice["credited_by"] = note["id"]
        return note

    def invoice_quote(self, body: Record) -> Record:
        """Make an invoice of a quote."""
        quote = self.find("quotes", body["quote_id"])
        if quote["status"] in ("invoiced", "denied", "expired"):
            raise unprocessable(f"The quote is {quote['status']}")
        copied = ("customer_id", "date", "deadline", "currency", "invoice_lines")
        made = self.add_invoice(
            {
                **{name: quote[name] for name in copied},
                **{name: value for name, value in body.items() if name != "quote_id"},
            }
        )
        made["quote_id"] = quote["id"]
        quote["status"] = "invoiced"
        return made

    def _final(self, identifier: JsonValue) -> Record:
        invoice = self.find("invoices", identifier)
        if invoice["draft"]:
            raise unprocessable("This invoice is a draft and must be finalized first")
        return invoice

    def _whole_line(self, stated: Record) -> Record:
        line = dict(stated)
        if line.get("product_id"):
            product = self._known("products", line["product_id"], "Product")
            line = {
                "label": product["label"],
                "unit": product.get("unit") or "",
                "vat_rate": product["vat_rate"],
                "raw_currency_unit_price": product["price_before_tax"],
                **line,
            }
        return {
            **line,
            "quantity": format(line["quantity"], "f") if _exact(line["quantity"]) else str(line["quantity"]),
        }

    def _known(self, kind: str, identifier: JsonValue, name: str) -> Record:
        try:
            return self.find(kind, identifier)
        except Declined:
            raise not_found(f"Couldn't find {name} with 'id'={identifier}") from None

    def _unused(self, kind: str, reference: JsonValue) -> None:
        if reference and any(record["external_reference"] == reference for record in self.all(kind)):
            raise unprocessable("External reference has already been taken")


def _exact(value: object) -> bool:
    return hasattr(value, "as_tuple")


def _list(value: JsonValue) -> list[Record]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
