"""What others would do: a full Platypus rebuild, and the least a ReportLab canvas can do."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pymupdf_fonts
import pypdfium2.raw as pdfium
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate, TableStyle

from app.domain.draft import Draft
from app.domain.rows import Line
from app.domain.totals import Totals

A4_PT = (595.2755905511812, 841.8897637795277)


@cache
def _embedded_face(name: str, key: str) -> str:
    pdfmetrics.registerFont(TTFont(name, io.BytesIO(pymupdf_fonts.myfont(key))))
    return name


def platypus_pdf(draft: Draft, totals: Totals) -> bytes:
    """The same invoice as one LongTable of plain strings with a repeated head, face embedded."""
    plain, bold = _embedded_face("BenchFira", "figo"), _embedded_face("BenchFiraBold", "figbo")
    cells = [["Désignation", "Qté", "Prix unitaire", "TVA", "Montant HT"]]
    strong: list[int] = []
    for row in draft.rows:
        if isinstance(row, Line):
            net = totals.by_line[row.id].net
            label = f"{row.label}\n{row.description}" if row.description else row.label
            cells.append(
                [label, f"{row.quantity}", f"{row.unit_price:,.2f}", f"{row.vat_rate} %", f"{net:,.2f}"]
            )
        else:
            strong.append(len(cells))
            cells.append([row.title, "", "", "", ""])
    style = TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), plain, 8),
            ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, 0), 1, colors.teal),
            *(("FONT", (0, at), (-1, at), bold, 8) for at in strong),
        ]
    )
    body = ParagraphStyle("body", fontName=plain, fontSize=8, leading=10)
    sums = [
        ["Total HT", f"{totals.net:,.2f}"],
        ["TVA", f"{totals.tax:,.2f}"],
        ["À payer", f"{totals.payable:,.2f}"],
    ]
    story: list[Flowable] = [
        Paragraph(draft.seller.name, body),
        Paragraph(draft.buyer.name, body),
        Paragraph(draft.subject, body),
        LongTable(cells, colWidths=(250, 50, 80, 50, 80), repeatRows=1, style=style),
        LongTable(sums, style=TableStyle([("FONT", (0, 0), (-1, -1), plain, 8)])),
        Paragraph(draft.payment_terms.text, body),
    ]
    pdf = io.BytesIO()
    SimpleDocTemplate(pdf, pagesize=A4_PT, invariant=1).build(story)
    return pdf.getvalue()


@dataclass(frozen=True)
class Drawn:
    """A string where a page has it, in points from the bottom left."""

    text: str
    x_pt: float
    y_pt: float
    size_pt: float


_TO_BASE_14 = str.maketrans({"\u202f": "\xa0", "\u2212": "-", "\u2019": "'"})


def strings_of(pdf: bytes) -> list[list[Drawn]]:
    """The strings of each page, one for each text object on it."""
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    pages = [_strings_on(document, index) for index in range(pdfium.FPDF_GetPageCount(document))]
    pdfium.FPDF_CloseDocument(document)
    return pages


def _strings_on(document: object, index: int) -> list[Drawn]:
    page = pdfium.FPDF_LoadPage(document, index)
    text_page = pdfium.FPDFText_LoadPage(page)
    found: list[Drawn] = []
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        length = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
        letters = (ctypes.c_ushort * (length // 2 + 1))()
        pdfium.FPDFTextObj_GetText(item, text_page, letters, length)
        text = bytes(letters)[: max(0, length - 2)].decode("utf-16-le", "replace")
        matrix, size = pdfium.FS_MATRIX(), ctypes.c_float()
        pdfium.FPDFPageObj_GetMatrix(item, matrix)
        pdfium.FPDFTextObj_GetFontSize(item, size)
        clean = text.translate(_TO_BASE_14).encode("cp1252", "replace").decode("cp1252").strip()
        if clean:
            found.append(Drawn(clean, matrix.e, matrix.f, size.value * (matrix.d or 1)))
    pdfium.FPDFText_ClosePage(text_page)
    pdfium.FPDF_ClosePage(page)
    return _joined(found)


def _joined(strings: Sequence[Drawn]) -> list[Drawn]:
    """Neighbours on one line as one string, so that a page cut into many pieces has no dear floor."""
    joined: list[Drawn] = []
    end_pt = 0.0
    for each in strings:
        last = joined[-1] if joined else None
        width_pt = pdfmetrics.stringWidth(each.text, "Helvetica", each.size_pt)
        if (
            last is not None
            and abs(last.y_pt - each.y_pt) < 0.1
            and abs(last.size_pt - each.size_pt) < 0.1
            and -1.0 <= each.x_pt - end_pt < each.size_pt
        ):
            joined[-1] = Drawn(f"{last.text} {each.text}", last.x_pt, last.y_pt, last.size_pt)
        else:
            joined.append(each)
        end_pt = each.x_pt + width_pt
    return joined


def bare_pdf(pages: Sequence[Sequence[Drawn]]) -> bytes:
    """These strings and nothing else, in Helvetica, one drawString each."""
    pdf = io.BytesIO()
    canvas = Canvas(pdf, pagesize=A4_PT, invariant=1)
    for strings in pages:
        for each in strings:
            canvas.setFont("Helvetica", each.size_pt)
            canvas.drawString(each.x_pt, each.y_pt, each.text)
        canvas.showPage()
    canvas.save()
    return pdf.getvalue()
