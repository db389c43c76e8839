"""PDF bytes to pixels by PDFium, straight into the memory of a QImage.

PDFium is not thread-safe: this module is imported and used on the drawing thread alone.
"""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium
from PySide6.QtGui import QImage

from app.ui.preview.wanted import Clip

PAPER = 0xFFFFFFFF


class Unrasterable(Exception):
    """PDFium refused the page."""


def whole_page(width_pt: float, height_pt: float, scale: float) -> Clip:
    """A page in device pixels, at `scale` pixels per point."""
    return Clip(0, 0, max(1, round(width_pt * scale)), max(1, round(height_pt * scale)))


def draw_page(pdf: bytes, scale: float, clip: Clip | None = None) -> tuple[QImage, Clip, Clip]:
    """The first page of `pdf` at `scale` device pixels per point, or the part of it in `clip`.

    Answers the pixels, the part of the page they show, and the whole page.

    Annotations and forms are left out. Raises Unrasterable if PDFium cannot read the page.
    """
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    if not document:
        raise Unrasterable(f"PDFium cannot open the page (code {pdfium.FPDF_GetLastError()})")
    try:
        page = pdfium.FPDF_LoadPage(document, 0)
        if not page:
            raise Unrasterable(f"PDFium cannot read the page (code {pdfium.FPDF_GetLastError()})")
        try:
            return _draw(page, scale, clip)
        finally:
            pdfium.FPDF_ClosePage(page)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _draw(page: object, scale: float, clip: Clip | None) -> tuple[QImage, Clip, Clip]:
    full = whole_page(pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page), scale)
    part = full if clip is None else clip.within(full)
    if part.width <= 0 or part.height <= 0:
        part = full._replace(width=1, height=1)
    x, y, width, height = part
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise Unrasterable(f"no memory for a picture of {width} x {height} pixels")
    image.fill(PAPER)
    stride = image.bytesPerLine()
    pixels = (ctypes.c_ubyte * (stride * height)).from_buffer(image.bits())
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, pixels, stride)
    if not bitmap:
        raise Unrasterable(f"no bitmap of {width} x {height} pixels")
    try:
        pdfium.FPDF_RenderPageBitmap(bitmap, page, -x, -y, full.width, full.height, 0, 0)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return image, part, full
