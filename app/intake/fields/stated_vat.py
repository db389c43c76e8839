"""The document's VAT by rate, where the page states it and it agrees with the sums."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.stated import canonical
from app.intake.fields.choose import Chosen
from app.intake.fields.sums import TOLERANCE
from app.intake.fields.vat_table import VatTable
from app.intake.reading import VatReading


def vat_of(chosen: Chosen) -> tuple[VatReading, ...]:
    """One row a rate; nothing when no table and no single rate gives the document's tax."""
    fields, sums = chosen.fields, chosen.sums
    if "tax" not in fields or "net" not in fields:
        return ()
    net, tax = Decimal(fields["net"].value), Decimal(fields["tax"].value)
    for table in sorted(chosen.tables, key=lambda table: len(table.rows)):
        if abs(table.tax - tax) <= TOLERANCE and abs(table.basis - net) <= TOLERANCE:
            return tuple(
                VatReading(canonical(row.rate), canonical(row.basis), canonical(row.tax))
                for row in table.rows
            )
    if sums is not None and sums.rate is not None and sums.net_value == net and sums.tax_value == tax:
        return (VatReading(canonical(sums.rate), canonical(net), canonical(tax)),)
    return ()


def _by_rate(table: VatTable) -> Iterator[VatReading]:
    for rate in dict.fromkeys(row.rate for row in table.rows):
        rows = [row for row in table.rows if row.rate == rate]
        basis, tax = sum(row.basis for row in rows), sum(row.tax for row in rows)
        yield VatReading(canonical(rate), canonical(Decimal(basis)), canonical(Decimal(tax)))
