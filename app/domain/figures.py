"""The figures of a document, as they come out of `app.domain.totals`.

Names in capitals are the business terms of EN 16931-1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from app.domain.draft import Rounding
from app.domain.money import ZERO, plain
from app.domain.rows import DocumentAdjustment, Line, Row, Section, VatCategory

VatKey = tuple[VatCategory, Decimal]


class AdjustmentTotals(NamedTuple):
    """One allowance or charge: `amount` = the stated amount or round(base x percent / 100)."""

    is_charge: bool
    amount: Decimal
    base: Decimal
    percent: Decimal | None


class LineTotals(NamedTuple):
    """The figures of one line.

    `list_amount` is quantity x price / base quantity, exact. `entered` is what the line comes to in
    the terms it was entered in, rounded: the net of a net line, the gross of a gross one. `tax` is
    the line's own VAT: it counts only under `per_line` rounding, and is information otherwise.
    """

    line: Line
    list_amount: Decimal
    discount: Decimal
    adjustments: tuple[AdjustmentTotals, ...]
    entered: Decimal
    net: Decimal
    tax: Decimal
    gross: Decimal
    vat: VatKey

    @property
    def id(self) -> str:
        """Id of the row in the draft."""
        return self.line.id


class SectionTotals(NamedTuple):
    """The sum of a section's lines; `rank` counts from 1."""

    section: Section
    rank: int
    net: Decimal
    gross: Decimal

    @property
    def id(self) -> str:
        """Id of the row in the draft."""
        return self.section.id


class GroupSums(NamedTuple):
    """What the lines of one VAT group come to; `stated_gross` is None without a line entered gross."""

    lines_net: Decimal
    line_taxes: Decimal
    gross_lines_net: Decimal
    stated_gross: Decimal | None
    exemption_reason: str
    exemption_code: str


class RowSums(NamedTuple):
    """The figures of the rows alone, kept so that the next edit adds only its difference."""

    rows: tuple[Row, ...]
    decimals: int
    lines: tuple[LineTotals, ...]
    sections: tuple[SectionTotals, ...]
    groups: Mapping[VatKey, GroupSums]
    lines_net: Decimal


class VatGroup(NamedTuple):
    """One row of the VAT breakdown (BG-23) with what it is made of."""

    category: VatCategory
    rate: Decimal
    lines_net: Decimal
    discount: Decimal
    allowances: Decimal
    charges: Decimal
    basis: Decimal
    tax: Decimal
    line_taxes: Decimal
    tax_by_group: Decimal
    stated_gross: Decimal | None
    gross_difference: Decimal
    exemption_reason: str
    exemption_code: str


def group_key(group: VatGroup) -> str:
    """The name of a VAT group in step keys, for example `vat.S.20`."""
    return f"vat.{group.category}.{plain(group.rate.normalize() if group.rate else ZERO)}"


class AdditionalTaxTotals(NamedTuple):
    """A second tax, or a withheld one (negative `amount`)."""

    label: str
    rate: Decimal
    basis: Decimal
    amount: Decimal


class HomeEquivalent(NamedTuple):
    """The same document in the home currency, each figure rounded by itself."""

    currency: str
    rate: Decimal
    net: Decimal
    tax: Decimal
    gross: Decimal
    payable: Decimal


@dataclass(frozen=True)
class Totals:
    """Every figure of one draft."""

    currency: str
    decimals: int
    policy: Rounding
    lines: tuple[LineTotals, ...]
    sections: tuple[SectionTotals, ...]
    lines_net: Decimal
    """BT-106"""
    discount: Decimal
    adjustments: tuple[tuple[DocumentAdjustment, AdjustmentTotals], ...]
    allowances: Decimal
    """BT-107, the document discount included"""
    charges: Decimal
    """BT-108"""
    net: Decimal
    """BT-109"""
    vat: tuple[VatGroup, ...]
    additional_taxes: tuple[AdditionalTaxTotals, ...]
    tax: Decimal
    """BT-110, with additional taxes that are not withheld"""
    gross: Decimal
    """BT-112"""
    withheld: Decimal
    prepaid: Decimal
    """BT-113"""
    gross_difference: Decimal
    cash_difference: Decimal
    rounding: Decimal
    """BT-114"""
    payable: Decimal
    """BT-115"""
    conformance_difference: Decimal
    """`per_line` only: what the tax exceeds the tax of EN 16931 by"""
    home: HomeEquivalent | None
    row_sums: RowSums = field(repr=False, compare=False)

    @cached_property
    def by_line(self) -> dict[str, LineTotals]:
        """Line figures by row id."""
        return {line.line.id: line for line in self.lines}

    @cached_property
    def by_section(self) -> dict[str, SectionTotals]:
        """Section figures by row id."""
        return {section.section.id: section for section in self.sections}
