"""The result of reading one file: values, how sure they are, and where on which page they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from app.intake.page import Box

FieldName = Literal[
    "supplier_name",
    "supplier_vat_id",
    "supplier_siren",
    "iban",
    "invoice_number",
    "date",
    "due_date",
    "currency",
    "net",
    "tax",
    "gross",
]
FIELD_NAMES: Final[tuple[FieldName, ...]] = get_args(FieldName)
Source = Literal["xml", "text", "ocr", "learned"]
Kind = Literal["invoice", "credit_note", "other", "unreadable"]


@dataclass(frozen=True, slots=True)
class FieldReading:
    """One value. `value` is canonical: plain decimal, ISO date, ISO 4217 code, text as printed.

    `confidence` is 0 to 1; `is_sure` says that label, type and arithmetic agree and nothing else comes
    near: only then may it be accepted unseen. `box` is where it stands, None when nowhere on a page.
    """

    value: str
    confidence: float
    source: Source
    is_sure: bool = False
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class VatReading:
    """One rate of the document. Percent and amounts as plain decimals, empty if not read."""

    rate: str
    basis: str = ""
    tax: str = ""


@dataclass(frozen=True, slots=True)
class LineReading:
    """One line, as far as it can be read; amounts as plain decimals."""

    label: str
    quantity: str = ""
    unit_price: str = ""
    vat_rate: str = ""
    net: str = ""
    gross: str = ""
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person is to know: a code for `app.services.wording`, its params, the fields concerned."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[FieldName, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of one file. `error` is set exactly if `kind` is unreadable."""

    file: str
    kind: Kind
    fields: Mapping[FieldName, FieldReading] = field(default_factory=dict)
    vat: tuple[VatReading, ...] = ()
    lines: tuple[LineReading, ...] = ()
    warnings: tuple[Remark, ...] = ()
    error: Remark | None = None
    language: str = ""
    page_count: int = 0
    sha256: str = ""
