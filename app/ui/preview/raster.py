"""PDF bytes to pixels by PDFium, straight into the memory of a QImage.

PDFium is not thread-safe: this module is imported and used on the drawing thread alone.
"""

from __future__ import annotations

import ctypes
import math

import pypdfium2.raw as pdfium
from PySide6.QtGui import QImage

from app.ui.preview.wanted import Clip

PAPER = 0xFFFFFFFF


class Unrasterable(Exception):
    """PDFium refused the page."""


def page_pixels(width_pt: float, height_pt: float, scale: float) -> tuple[int, int]:
    """Width and height of a page in device pixels, at `scale` pixels per point."""
    return max(1, math.ceil(width_pt * scale - 0.01)), max(1, math.ceil(height_pt * scale - 0.01))


def draw_page(pdf: bytes, scale: float, clip: Clip | None = None) -> tuple[QImage, Clip]:
    """The first page of `pdf` at `scale` device pixels per point, or the part of it in `clip`.

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


def _draw(page: object, scale: float, clip: Clip | None) -> tuple[QImage, Clip]:
    full_width, full_height = page_pixels(
        pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page), scale
    )
    x, y, width, height = _inside(clip, full_width, full_height)
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
        pdfium.FPDF_RenderPageBitmap(bitmap, page, -x, -y, full_width, full_height, 0, 0)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return image, Clip(x, y, width, height)


def _inside(clip: Clip | None, full_width: int, full_height: int) -> Clip:
    if clip is None:
        return Clip(0, 0, full_width, full_height)
    x = min(max(clip.x, 0), full_width - 1)
    y = min(max(clip.y, 0), full_height - 1)
    right = min(max(clip.x + clip.width, x + 1), full_width)
    bottom = min(max(clip.y + clip.height, y + 1), full_height)
    return Clip(x, y, right - x, bottom - y)
