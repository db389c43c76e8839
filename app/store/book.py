"""What is kept beside the documents: contacts, catalogue, and who we are."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Self

from pydantic import Field, model_validator

from app.domain.draft import DocumentKind, DocumentLanguage, Paper, PaymentTerms, Rounding
from app.domain.exact import CurrencyCode, Label, Percent, Price, Rate, Text
from app.domain.parties import Party, Value
from app.domain.rows import PriceEntry, VatCategory
from app.store.numbering import check_pattern


class Contact(Value):
    """A customer of the address book."""

    id: str = Field("", max_length=64, description="empty: not saved yet")
    party: Party = Party()
    language: DocumentLanguage | None = None
    currency: CurrencyCode | None = None
    payment_days: int | None = Field(None, ge=0, le=3650)
    discount_percent: Percent | None = None
    note: Text = ""
    updated_at: datetime | None = None


class CurrencyPrice(Value):
    """What an item costs in one currency."""

    currency: CurrencyCode
    price: Price


class ItemText(Value):
    """What an item is called in one document language."""

    label: Label = ""
    description: Text = ""


class CatalogueItem(Value):
    """Something sold again and again."""

    id: str = Field("", max_length=64, description="empty: not saved yet")
    code: Label = ""
    label: Label = ""
    description: Text = ""
    unit: Label = ""
    prices: tuple[CurrencyPrice, ...] = ()
    price_entry: PriceEntry = "net"
    vat_category: VatCategory = "S"
    vat_rate: Rate | None = None
    texts: dict[DocumentLanguage, ItemText] = Field(default_factory=dict)
    updated_at: datetime | None = None


class Series(Value):
    """One run of numbers for one kind of document."""

    id: str = Field("default", min_length=1, max_length=64)
    kind: DocumentKind = "invoice"
    pattern: str = Field("F{year}-{counter:04}", max_length=100)
    reset: Literal["year", "month", "never"] = "year"
    next: int | None = Field(None, ge=1, le=10**11, description="continue here; None: after the last one")

    @model_validator(mode="after")
    def _gives_unique_numbers(self) -> Self:
        check_pattern(self.pattern, self.reset)
        return self


DEFAULT_SERIES = (
    Series(),
    Series(kind="credit_note", pattern="A{year}-{counter:04}"),
)


class Profile(Value):
    """Who we are and how a new document starts."""

    seller: Party = Party()
    paper: Paper = Paper()
    language: DocumentLanguage = "en"
    currency: CurrencyCode = "EUR"
    rounding: Rounding = "per_group"
    price_entry: PriceEntry = "net"
    payment_terms: PaymentTerms = PaymentTerms()
    special_mention: Text = ""
    footer: Text = ""
    series: tuple[Series, ...] = DEFAULT_SERIES

    @model_validator(mode="after")
    def _names_each_series_once(self) -> Self:
        names = [(series.id, series.kind) for series in self.series]
        if len(set(names)) != len(names):
            raise ValueError("two series of one kind have the same id")
        return self

    def series_of(self, series_id: str, kind: DocumentKind) -> Series | None:
        """The series of that name for that kind; the default one exists always."""
        for series in (*self.series, *DEFAULT_SERIES):
            if (series.id, series.kind) == (series_id, kind):
                return series
        return None
