"""Draft and totals to paper: words (`view`), pages (`layout`), PDF (`render`).

`render_pdf` gives the whole document, `LivePaper` its pages while it is edited; both draw by the
same code.
"""

from app.documents.layout.maker import SheetMaker
from app.documents.live import LivePaper, PaperState, Spot, Stage, default_faces, lay_out
from app.documents.printable import unprintable
from app.documents.render import write_pdf
from app.documents.text import FontFaces, PdfFonts
from app.documents.view import PaperWriter
from app.domain.draft import Draft
from app.domain.totals import Totals

__all__ = ["LivePaper", "PaperState", "Spot", "Stage", "render_pdf", "unprintable"]


def render_pdf(
    draft: Draft, totals: Totals, *, stage: Stage = "draft", faces: FontFaces | None = None
) -> bytes:
    """The document as a PDF; the same input gives the same bytes.

    A draft carries the word for it instead of a number, and across the page.
    """
    faces = faces or default_faces()
    sheet = lay_out(draft, totals, stage, PaperWriter(), SheetMaker(faces))
    return write_pdf(sheet, PdfFonts(faces), range(len(sheet.pages)))
