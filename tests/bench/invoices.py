"""Invoices of any length, the same at each run."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.draft import Draft
from app.domain.rows import Discount, Line, Row, Section
from app.services.samples import sample

_WORK = (
    "Ateliers de cadrage",
    "Maquettes responsives",
    "Formation de l’équipe",
    "Manuel imprimé",
    "Reprise des contenus existants",
    "Recette et mise en ligne",
    "Hébergement annuel",
    "Photographies du catalogue",
)
_RATES = (Decimal(20), Decimal(10), Decimal("5.5"))


def invoice(line_count: int) -> Draft:
    """A French invoice: a section each 12 lines, three rates, some descriptions and discounts."""
    rows: list[Row] = []
    for number in range(line_count):
        if number % 12 == 0:
            rows.append(Section(id=f"s{number}", title=f"Lot {number // 12 + 1} : réalisation"))
        rows.append(
            Line(
                id=f"r{number}",
                label=f"{_WORK[number % len(_WORK)]} {number + 1}",
                description="Deux ateliers à Lyon, compte rendu illustré" if number % 5 == 0 else "",
                quantity=Decimal(number % 7 + 1) / 2,
                unit="DAY",
                unit_price=Decimal(64000 + 1750 * (number % 40)) / 100,
                discount=Discount(value=Decimal(5)) if number % 9 == 0 else None,
                vat_rate=_RATES[number % 3],
            )
        )
    return sample("atelier").edited(
        id="bench", rows=tuple(rows), adjustments=(), issue_date=date(2026, 11, 21)
    )


def middle_line(draft: Draft) -> Line:
    """A line half way down."""
    lines = list(draft.lines)
    return lines[len(lines) // 2]
