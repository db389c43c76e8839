"""A ReportLab canvas that never mentions a font of its own and writes the same bytes for the same drawing."""

import zlib
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas

from app.documents.text.embedding import FontSet, Stream

_NO_FONT = "no font: draw text through PageInk"


class TextCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose text comes from PageInk; ReportLab's own text methods raise KeyError on it.

    Attributes:
        fonts: the faces in use in this document, None before the first page begins.
    """

    def __init__(self, stream: BinaryIO, size_pt: tuple[float, float], lang: str) -> None:
        self.fonts: FontSet | None = None
        super().__init__(
            stream,
            pagesize=size_pt,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=_NO_FONT,
            enforceColorSpace="rgb",
            lang=lang,
        )

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    def showPage(self) -> None:
        """Close the page; its content is compressed at once."""
        name = self._doc.thisPageName()
        super().showPage()
        page: Any = self._doc.idToObject[name]
        content = page.stream.encode("latin-1", "replace")
        page.stream = None
        page.Contents = Stream(zlib.compress(content))


def new_canvas(
    stream: BinaryIO,
    size_pt: tuple[float, float],
    *,
    title: str,
    author: str = "",
    subject: str = "",
    lang: str = "",
    keywords: str = "",
) -> TextCanvas:
    """A canvas for one PDF 1.7, page size in points, `lang` as a BCP 47 tag.

    CMYK colours raise ValueError, but for greys, which become RGB.
    """
    canvas = TextCanvas(stream, size_pt, lang)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setKeywords(keywords)
    canvas.setCreator("Factotum")
    return canvas
