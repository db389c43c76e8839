"""Small PDFs for the tests, and what a reader gets out of them."""

import io
import re
import zlib
from collections.abc import Iterable, Sequence

import pypdfium2 as pdfium
from PIL import Image

from app.documents.text import FontFaces, PdfFonts, TextLine, TextStyle, new_canvas

A4_PT = (595.0, 842.0)
STYLE = TextStyle(12)


def printed(
    faces: FontFaces, lines: Sequence[TextLine], style: TextStyle = STYLE, fonts: PdfFonts | None = None
) -> bytes:
    """One page with a line every 26 points."""
    stream = io.BytesIO()
    canvas = new_canvas(stream, A4_PT, title="Test", lang="en")
    ink = (fonts or PdfFonts(faces)).begin(canvas)
    for index, line in enumerate(lines):
        ink.text(line, 40, 800 - 26 * index, style)
    ink.end()
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def copied(pdf: bytes) -> list[str]:
    """The lines of the first page as a reader copies them; PDFium turns no-break spaces into spaces."""
    document = pdfium.PdfDocument(pdf)
    try:
        return document[0].get_textpage().get_text_range().split("\r\n")
    finally:
        document.close()


def picture(pdf: bytes, scale: float = 2) -> Image.Image:
    """The first page in grey."""
    document = pdfium.PdfDocument(pdf)
    try:
        return document[0].render(scale=scale, grayscale=True).to_pil().copy()
    finally:
        document.close()


def streams(pdf: bytes) -> list[bytes]:
    """Every stream of the file, decompressed."""
    return [
        zlib.decompress(pdf[match.end() : match.end() + int(match[1])])
        for match in re.finditer(rb"<< /Length (\d+) /Filter /FlateDecode[^>]*>>\nstream\n", pdf)
    ]


def content(pdf: bytes) -> str:
    """The operators of the only page that draws text."""
    [page] = [data for data in streams(pdf) if b"BT\n" in data]
    return page.decode("latin-1")


def without_space(texts: Iterable[str]) -> str:
    return "".join("".join(texts).split())
