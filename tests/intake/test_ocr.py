"""Scans are read by the optional component, in a process of their own."""

from __future__ import annotations

import io

import pypdfium2 as pdfium

from app.intake.worker import Held, Reader
from tests.intake.papers import invoice_pdf


def scan(kind: str) -> bytes:
    """The invoice as a picture, 150 dots to the inch."""
    with pdfium.PdfDocument(invoice_pdf()) as document:
        image = document[0].render(scale=150 / 72).to_pil().convert("RGB")
    into = io.BytesIO()
    image.save(into, kind, resolution=150, dpi=(150, 150))
    return into.getvalue()


def test_a_scanned_invoice_is_read_with_its_places(reader: Reader) -> None:
    assert reader.has_ocr
    for name, content in (("scan.pdf", scan("PDF")), ("scan.jpg", scan("JPEG"))):
        reading = reader.read(Held(name, content))
        assert reading.fields["gross"].value == "120"
        gross = reading.fields["gross"]
        assert (gross.source, gross.page) == ("ocr", 1)
        assert gross.box is not None
        assert abs(gross.box.y1 - (842 - 470)) < 12
        words = reader.words(Held(name, content)).pages[0]
        assert words.source == "ocr"
        assert "F-2026-0042" in {word.text for word in words.words}


def test_a_picture_without_text_says_so(reader: Reader) -> None:
    with pdfium.PdfDocument(invoice_pdf()) as document:
        blank = document[0].render(scale=1, crop=(0, 0, 500, 800)).to_pil().convert("RGB")
    into = io.BytesIO()
    blank.save(into, "PNG")
    reading = reader.read(Held("blank.png", into.getvalue()))
    assert reading.error is not None
    assert reading.error.code == "nothing_legible"
