"""Invented suppliers' invoices as PDFs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


class Bill(NamedTuple):
    """What an invented invoice says."""

    supplier: str = "Quincaillerie Brunel SARL"
    street: str = "4 rue des Forges, 63000 Clermont-Ferrand"
    vat_id: str = "FR83404833048"
    number: str = "QB-2026-0117"
    date: str = "12/03/2026"
    due: str = "11/04/2026"
    net: str = "200,00"
    tax: str = "40,00"
    gross: str = "240,00"


def bill_pdf(*bills: Bill) -> bytes:
    """A PDF with one page a bill."""
    into = io.BytesIO()
    canvas = Canvas(into, A4, invariant=1)
    for bill in bills or (Bill(),):
        _page(canvas, bill)
        canvas.showPage()
    canvas.save()
    return into.getvalue()


def _page(canvas: Canvas, bill: Bill) -> None:
    def rows(x: float, y: float, lines: Sequence[str], size: float = 10) -> None:
        canvas.setFont("Helvetica", size)
        for at, line in enumerate(lines):
            canvas.drawString(x, y - 14 * at, line)

    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(50, 790, bill.supplier)
    rows(50, 770, [bill.street, f"N° TVA : {bill.vat_id}"])
    rows(330, 700, ["Atelier Lumen", "48 avenue Foch", "75116 Paris"])
    rows(
        50,
        640,
        [f"Facture n° : {bill.number}", f"Date de facture : {bill.date}", f"Date d'échéance : {bill.due}"],
    )
    for at, (label, amount) in enumerate(
        (("Total HT", bill.net), ("TVA 20 %", bill.tax), ("Total TTC", bill.gross))
    ):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(350, 400 - 16 * at, label)
        canvas.drawRightString(540, 400 - 16 * at, f"{amount} €" if amount else "")
