"""Who sells, who buys, where they are and how they are paid. Names follow EN 16931 (BG-4, BG-7)."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.domain.exact import CountryCode, Label, Text

AddressRole = Literal["billing", "shipping", "registered", "other"]
TaxIdScheme = Literal["vat", "siren", "siret", "tax_number", "national", "other"]


class Value(BaseModel):
    """A frozen part of the model; unknown members of a file are refused by name, never dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False, defer_build=True)


class Address(Value):
    """A postal address (BG-5, BG-8, BG-15)."""

    role: AddressRole = "billing"
    name: Label = Field("", description="who it is for, when it differs from the party's name")
    line1: Label = Field("", description="street and number, BT-35, BT-50, BT-75")
    line2: Label = ""
    line3: Label = ""
    postal_code: Label = ""
    city: Label = ""
    subdivision: Label = Field("", description="state, province or county")
    country: CountryCode = ""


class TaxId(Value):
    """An identifier given by an authority: VAT number, SIREN, SIRET, Steuernummer, EIN ..."""

    scheme: TaxIdScheme = "vat"
    value: Label = ""
    label: Label = Field("", description="printed before the value when the scheme is 'other'")


class ElectronicAddress(Value):
    """Where e-invoices are delivered (BT-34, BT-49): a scheme of the EAS list and a value."""

    scheme: Label = ""
    value: Label = ""


class BankAccount(Value):
    """Where the buyer pays (BG-17)."""

    account_name: Label = Field("", description="BT-85; empty: the seller's name")
    iban: Label = Field("", description="BT-84")
    bic: Label = Field("", description="BT-86")
    bank_name: Label = ""
    other: Label = Field("", description="an account that has no IBAN, as it is to be printed")


class Party(Value):
    """A seller or a buyer, as the document states it: a copy, not a link."""

    contact_id: str | None = Field(None, description="the record in this program's address book")
    name: Label = Field("", description="BT-27, BT-44")
    legal_form: Label = Field("", description="SAS, GmbH, EI ... with capital if the law wants it, BT-33")
    registration: Label = Field("", description="register and number, e.g. RCS Lyon 732 829 320")
    contact_name: Label = ""
    email: Label = ""
    phone: Label = ""
    website: Label = ""
    addresses: tuple[Address, ...] = ()
    tax_ids: tuple[TaxId, ...] = ()
    electronic_address: ElectronicAddress | None = None
    bank_accounts: tuple[BankAccount, ...] = ()
    note: Text = Field("", description="for us only, never printed or sent")

    def address(self, role: AddressRole = "billing") -> Address | None:
        """The first address of that role; for billing, the registered or first address will do."""
        for wanted in (role, "registered", None) if role == "billing" else (role,):
            for address in self.addresses:
                if wanted is None or address.role == wanted:
                    return address
        return None

    def tax_id(self, scheme: TaxIdScheme) -> str:
        """The value of the first identifier of that scheme, or an empty string."""
        return next((t.value for t in self.tax_ids if t.scheme == scheme), "")

    @property
    def country(self) -> str:
        """Country of the billing address; failing that, of the VAT number; or empty."""
        address = self.address()
        if address and address.country:
            return address.country
        prefix = self.tax_id("vat")[:2].upper()
        return {"EL": "GR"}.get(prefix, prefix) if prefix.isalpha() else ""
