"""Typesetting: texts into measured lines, and lines into the pages of a PDF with embedded fonts.

faces = FontFaces.default()
line = Typesetter(faces).line("Facture", style)
canvas = new_canvas(stream, (595, 842), title="Facture", lang="fr-FR")
ink = PdfFonts(faces).begin(canvas)
ink.text(line, 40, 700, style)
ink.end()
"""

from app.documents.text.canvas import TextCanvas, new_canvas
from app.documents.text.characters import isolated
from app.documents.text.faces import FontFaces
from app.documents.text.ink import Align, PageInk, PdfFonts
from app.documents.text.line import TextLine
from app.documents.text.style import TextStyle, Weight
from app.documents.text.typesetter import Typesetter

__all__ = [
    "Align",
    "FontFaces",
    "PageInk",
    "PdfFonts",
    "TextCanvas",
    "TextLine",
    "TextStyle",
    "Typesetter",
    "Weight",
    "isolated",
    "new_canvas",
]
