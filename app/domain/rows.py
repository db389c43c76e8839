"""The rows of a document: lines and section heads in one flat order, with their discounts.

A section head governs the lines below it up to the next head, so moving or deleting is a matter of
order alone.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from app.domain.exact import Amount, Factor, Label, Percent, Price, Quantity, Rate, Text
from app.domain.parties import Value

VatCategory = Literal["S", "Z", "E", "AE", "K", "G", "O", "B", "L", "M"]
"""UNCL 5305 as used by EN 16931: standard, zero, exempt, reverse charge, intra-EU, export, outside
the scope, Italian split payment, Canary Islands, Ceuta and Melilla."""
PriceEntry = Literal["net", "gross"]

RowId = Annotated[str, Field(min_length=1, max_length=64)]


class CustomField(Value):
    """A name and a value of the user's own."""

    name: Label = ""
    value: Label = ""


class Discount(Value):
    """A reduction before tax, in percent of what it reduces or as an amount."""

    kind: Literal["percent", "amount"] = "percent"
    value: Amount = Decimal(0)
    reason: Label = ""
    reason_code: Label = Field("", description="UNCL 5189")


class LineAdjustment(Value):
    """An allowance (BG-27) or a charge (BG-28) of one line."""

    is_charge: bool = False
    amount: Amount | None = Field(None, description="None: base x percent, rounded")
    base: Amount | None = Field(None, description="None: quantity x price")
    percent: Percent | None = None
    reason: Label = ""
    reason_code: Label = ""


class DocumentAdjustment(Value):
    """An allowance (BG-20) or a charge (BG-21) of the whole document, with its own VAT."""

    id: RowId = "-"
    is_charge: bool = False
    kind: Literal["other", "shipping"] = "other"
    amount: Amount | None = Field(None, description="None: base x percent, rounded")
    base: Amount | None = Field(None, description="None: the sum of the line nets")
    percent: Percent | None = None
    vat_category: VatCategory = "S"
    vat_rate: Rate | None = None
    reason: Label = ""
    reason_code: Label = ""


class Product(Value):
    """What was sold, by the codes others know it by."""

    catalogue_id: str | None = Field(None, description="the record in this program's catalogue")
    seller_code: Label = Field("", description="BT-155")
    buyer_code: Label = Field("", description="BT-156")
    standard_code: Label = Field("", description="GTIN, BT-157")


class Line(Value):
    """One line (BG-25)."""

    kind: Literal["line"] = "line"
    id: RowId = "-"
    label: Label = Field("", description="BT-153")
    description: Text = Field("", description="BT-154")
    quantity: Quantity = Decimal(1)
    unit: Label = Field("", description="UN/ECE Recommendation 20 code (HUR, DAY, C62 ...) or plain text")
    unit_price: Price = Field(Decimal(0), description="BT-146, after the price discount")
    price_discount: Price | None = Field(
        None, description="BT-147, already taken off the price; None: no list price (BT-148) is stated"
    )
    price_base_quantity: Factor = Field(Decimal(1), description="BT-149, the price is for so many units")
    price_entry: PriceEntry = Field(
        "net", description="gross: the price includes VAT and the gross stays as stated"
    )
    discount: Discount | None = None
    adjustments: tuple[LineAdjustment, ...] = ()
    vat_category: VatCategory = "S"
    vat_rate: Rate | None = Field(None, description="percent; None counts as 0")
    vat_code: Label = Field("", description="a provider's rate code, e.g. FR_200")
    exemption_reason: Text = Field("", description="BT-120")
    exemption_code: Label = Field("", description="BT-121, VATEX list")
    product: Product | None = None
    service_start: date | None = Field(None, description="BT-134")
    service_end: date | None = Field(None, description="BT-135")
    order_line_reference: Label = Field("", description="BT-132")
    accounting_reference: Label = Field("", description="BT-133")
    custom_fields: tuple[CustomField, ...] = ()
    tags: tuple[Label, ...] = ()
    provider_options: dict[str, JsonValue] = Field(default_factory=dict, description="by provider id")

    @property
    def list_price(self) -> Decimal | None:
        """The price before the price discount (BT-148), if one is stated; it changes no total."""
        return None if self.price_discount is None else self.unit_price + self.price_discount


class Section(Value):
    """A heading over the lines below it; its rank is its place in the order."""

    kind: Literal["section"] = "section"
    id: RowId = "-"
    title: Label = ""
    text: Text = ""
    show_subtotal: bool = True
    show_prices: bool = True
    show_quantities: bool = True
    show_lines: bool = True


Row = Annotated[Line | Section, Field(discriminator="kind")]
