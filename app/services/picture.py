"""A page of a PDF as a PNG file, for the eye and for other programs."""

from __future__ import annotations

from io import BytesIO

import pypdfium2


def page_png(pdf: bytes, index: int = 0, scale: float = 1.5) -> bytes:
    """The page as PNG, `scale` pixels a point (1.5 is 108 dpi). Raises IndexError if there is none."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 0 <= index < len(document):
            raise IndexError(f"there is no page {index + 1}; the document has {len(document)}")
        picture = document[index].render(scale=scale).to_pil()
        sink = BytesIO()
        picture.save(sink, format="PNG")
        return sink.getvalue()
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    """The number of pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
