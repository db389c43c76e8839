"""The draft: one frozen value that holds everything an invoice states.

The same value is the file on disk, the undo step, the input of every total and of every page. Its
JSON form has `schema_version`; amounts are decimal strings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, JsonValue, StringConstraints, model_validator

from app.domain.exact import Amount, CurrencyCode, Factor, Label, Percent, Text
from app.domain.parties import Address, BankAccount, Party, Value
from app.domain.rows import CustomField, Discount, DocumentAdjustment, Line, PriceEntry, Row, Section

SCHEMA_VERSION: Literal[1] = 1
MAX_ROWS = 20_000
PAPER_TEMPLATES: Final = ("classic", "plain", "bold")
"""The looks the paper knows; another name, from another program, looks like the first."""

DocumentKind = Literal["invoice", "credit_note"]
DocumentLanguage = Literal["en", "fr", "de", "es", "it", "nl", "pt"]
Rounding = Literal["per_group", "per_line"]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]


class ExchangeRate(Value):
    """What one unit of the document's currency is worth at home, who says so and when."""

    home_currency: CurrencyCode = "EUR"
    rate: Factor = Decimal(1)
    rate_date: date | None = None
    source: Label = ""


class AdditionalTax(Value):
    """A tax on the whole document beside VAT: a second sales tax, or one the buyer withholds.

    A negative rate is withheld: it lowers what is paid, not the gross. `on_tax` computes it on the
    net with all tax before it (compound).
    """

    label: Label = ""
    rate: Percent = Decimal(0)
    on_tax: bool = False


class PrecedingInvoice(Value):
    """An earlier invoice: what a credit note corrects, a final invoice follows (BG-3)."""

    number: Label = ""
    issue_date: date | None = None
    document_id: str | None = None


class PaymentTerms(Value):
    """When and how the document is to be paid (BT-20, BG-16)."""

    days: int | None = Field(None, ge=0, le=3650, description="due so many days after the issue date")
    end_of_month: bool = False
    text: Text = Field("", description="BT-20, printed as it stands")
    means: Literal["transfer", "card", "direct_debit", "cash", "cheque", "other"] = "transfer"
    reference: Label = Field("", description="BT-83, what the payer is to quote")
    show_qr: bool = Field(
        True, description="print an EPC QR code when there is an IBAN and the currency is EUR"
    )


class Paper(Value):
    """How the page looks."""

    template: Label = Field("classic", description="one of PAPER_TEMPLATES")
    page_size: Literal["A4", "Letter"] = "A4"
    accent: Colour = "#0B665D"
    ink: Colour = "#1D1B19"
    logo: str = Field("", max_length=2_000_000, description="data:image/png;base64,... or empty")
    window_envelope: Literal["none", "left", "right"] = "right"
    carried_forward: bool = Field(False, description="print the running net at the foot and head of pages")
    show_unit_price: bool = True
    show_vat_column: bool = True
    show_line_numbers: bool = False
    label_overrides: dict[str, Label] = Field(default_factory=dict, description="by label name")


class Draft(Value):
    """An invoice or credit note, before or after it has a number."""

    schema_version: Literal[1] = SCHEMA_VERSION
    id: str = Field("", max_length=64, description="ours, never printed")
    kind: DocumentKind = "invoice"
    number: Label = Field("", description="BT-1; empty until issued, unless another program gave it")
    series: Label = Field("default", description="the series the number is taken from at issue")
    title: Label = Field("", description="replaces the printed word for the kind of document")

    currency: CurrencyCode = "EUR"
    language: DocumentLanguage = "en"
    rounding: Rounding = "per_group"
    amount_decimals: int | None = Field(None, ge=0, le=8, description="None: as many as the currency has")
    price_entry: PriceEntry = Field("net", description="how the price of a new line is meant")

    issue_date: date | None = Field(None, description="BT-2; None: the day of issue")
    due_date: date | None = Field(None, description="BT-9")
    delivery_date: date | None = Field(None, description="BT-72")
    service_start: date | None = Field(None, description="BT-73")
    service_end: date | None = Field(None, description="BT-74")
    payment_terms: PaymentTerms = PaymentTerms.model_construct()

    seller: Party = Party.model_construct()
    buyer: Party = Party.model_construct()
    billing_address: Address | None = Field(None, description="instead of the buyer's own billing address")
    shipping_address: Address | None = Field(
        None, description="BG-15, instead of the buyer's shipping address"
    )
    payee: Party | None = Field(None, description="BG-10, who is paid when it is not the seller")
    tax_representative: Party | None = Field(
        None, description="BG-11, who answers for the seller's VAT where the seller is not established"
    )
    bank_account: BankAccount | None = Field(
        None, description="None: the first of the payee if one is named, otherwise of the seller"
    )

    buyer_reference: Label = Field("", description="BT-10")
    purchase_order: Label = Field("", description="BT-13")
    contract_reference: Label = Field("", description="BT-12")
    project_reference: Label = Field("", description="BT-11")
    sales_order: Label = Field("", description="BT-14, the seller's own number of the order")
    receiving_advice: Label = Field("", description="BT-15")
    despatch_advice: Label = Field("", description="BT-16, the delivery note")
    tender_reference: Label = Field("", description="BT-17, the tender or lot")
    object_reference: Label = Field("", description="BT-18, what is invoiced: a meter, a subscription")
    accounting_reference: Label = Field("", description="BT-19, where the buyer books it")
    external_reference: Label = Field("", description="ours for another program, to find the document again")
    preceding_invoices: tuple[PrecedingInvoice, ...] = ()

    subject: Label = ""
    free_text: Text = Field("", description="above the lines")
    description: Text = Field("", description="what the document is about, under the subject")
    special_mention: Text = Field("", description="a legal sentence below the totals")
    memo: Text = Field("", description="a note to the buyer, under the lines (BT-22)")
    footer: Text = Field("", description="small, at the foot of the last page")
    custom_fields: tuple[CustomField, ...] = ()
    tags: tuple[Label, ...] = ()

    rows: tuple[Row, ...] = Field((), max_length=MAX_ROWS)
    discount: Discount | None = Field(None, description="on the sum of the lines, before tax")
    adjustments: tuple[DocumentAdjustment, ...] = ()
    additional_taxes: tuple[AdditionalTax, ...] = ()
    prepaid: Amount = Field(Decimal(0), description="BT-113")
    rounding_amount: Amount | None = Field(None, description="BT-114; None: computed")
    cash_step: Amount | None = Field(
        None, gt=0, description="round the payable to a multiple of this, e.g. 0.05"
    )
    exchange: ExchangeRate | None = None
    vat_on_debits: bool = Field(False, description="France: VAT due on debits, BT-8")

    paper: Paper = Paper.model_construct()
    provider_options: dict[str, JsonValue] = Field(default_factory=dict, description="by provider id")

    @model_validator(mode="before")
    @classmethod
    def _name_rows(cls, untrusted: Any) -> Any:
        """Give each row and adjustment without an id, or with one already taken, an id of its own."""
        if not isinstance(untrusted, dict):
            return untrusted
        named = dict(untrusted)
        for member, prefix in (("rows", "r"), ("adjustments", "a")):
            rows = named.get(member)
            if isinstance(rows, list | tuple):
                named[member] = _with_ids(rows, prefix)
        return named

    @property
    def lines(self) -> Iterator[Line]:
        """The lines in order, without the section heads."""
        return (row for row in self.rows if isinstance(row, Line))

    @property
    def paying_account(self) -> BankAccount | None:
        """The account the document asks to be paid to."""
        return self.bank_account or next(iter(self.creditor.bank_accounts), None)

    @property
    def creditor(self) -> Party:
        """Who is to be paid: the payee if one is named, otherwise the seller."""
        return self.payee if self.payee is not None and self.payee.name.strip() else self.seller

    @property
    def bill_to(self) -> Address | None:
        """The buyer's address on the document."""
        return self.billing_address or self.buyer.address("billing")

    @property
    def deliver_to(self) -> Address | None:
        """The delivery address, if there is one of its own."""
        return self.shipping_address or self.buyer.address("shipping")

    def edited(self, **changes: Any) -> Self:
        """A copy with these fields replaced by values that are already of the model's types."""
        return self.model_copy(update=changes)


def _with_ids(rows: Sequence[Any], prefix: str) -> list[Any]:
    ids = [row.get("id") if isinstance(row, dict) else getattr(row, "id", None) for row in rows]
    taken = {i for i in ids if isinstance(i, str)}
    if len(taken) == len(rows) and not taken & {"", "-"}:
        return [*rows]
    seen: set[str] = set()
    named: list[Any] = []
    count = 0
    for row, row_id in zip(rows, ids, strict=True):
        if row_id in (None, "", "-") or (isinstance(row_id, str) and row_id in seen):
            count += 1
            while f"{prefix}{count}" in taken:
                count += 1
            row_id = f"{prefix}{count}"
            taken.add(row_id)
            if isinstance(row, dict):
                row = {**row, "id": row_id}
            elif isinstance(row, Value):
                row = row.model_copy(update={"id": row_id})
        if isinstance(row_id, str):
            seen.add(row_id)
        named.append(row)
    return named


def sections_of(rows: Sequence[Line | Section]) -> Iterator[tuple[Section | None, list[Line]]]:
    """Each section with its lines, in order; lines above the first head come with None."""
    head: Section | None = None
    lines: list[Line] = []
    for row in rows:
        if isinstance(row, Section):
            if head is not None or lines:
                yield head, lines
            head, lines = row, []
        else:
            lines.append(row)
    if head is not None or lines:
        yield head, lines
