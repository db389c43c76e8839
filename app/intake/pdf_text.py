"""The text layer of a PDF as words with places. Runs PDFium: only ever in the worker's process.

Loose character boxes are used throughout: with tight ones hyphens, apostrophes and the digit 1 fall
out of their word or their line.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from app.intake.page import Box, Pages, PageText, Word

HYPHENS: Final = {0x02: "-", 0xFFFE: "-", 0xAD: "-", 0x2010: "-", 0x2011: "-"}
"""What PDFium reports for a hyphen of some fonts, and hyphens no one types."""
INVISIBLE_MODE: Final = 3
BOLD_WEIGHT: Final = 600
GAP_OF_WORDS: Final = 0.28
"""A gap wider than this part of the type's height parts two words that no space parts."""


@dataclass(frozen=True, slots=True)
class TextLimits:
    """How much of a document is looked at: the first and last pages, and so many characters of each."""

    first_pages: int = 20
    last_pages: int = 4
    characters: int = 40_000


class _Character(NamedTuple):
    text: str
    box: Box
    place: int


def pages_of(document: pdfium.PdfDocument, limits: TextLimits | None = None) -> Pages:
    """The words of the document's pages, as far as the limits allow."""
    limits = limits or TextLimits()
    count = len(document)
    wanted = sorted(
        {*range(min(count, limits.first_pages)), *range(max(0, count - limits.last_pages), count)}
    )
    return Pages(tuple(_page(document, number, limits) for number in wanted), count)


def _page(document: pdfium.PdfDocument, place: int, limits: TextLimits) -> PageText:
    page = document[place]
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            to_sheet = _mapping(page, width, height)
            words = tuple(_words(text.raw, to_sheet, width, height, limits.characters))
        finally:
            text.close()
    finally:
        page.close()
    return PageText(place + 1, width, height, words)


class _Mapping(NamedTuple):
    """From the page's own coordinates to those of the sheet as it is shown."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        x0, y0 = self.a * left + self.c * bottom + self.e, self.b * left + self.d * bottom + self.f
        x1, y1 = self.a * right + self.c * top + self.e, self.b * right + self.d * top + self.f
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _mapping(page: pdfium.PdfPage, width: float, height: float) -> _Mapping:
    scale = 1000
    device_x, device_y = ctypes.c_int(), ctypes.c_int()

    def at(x: float, y: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(
            page.raw, 0, 0, round(width * scale), round(height * scale), 0, x, y, device_x, device_y
        )
        return device_x.value / scale, device_y.value / scale

    x0, y0 = at(0, 0)
    x1, y1 = at(100, 0)
    x2, y2 = at(0, 100)
    return _Mapping((x1 - x0) / 100, (y1 - y0) / 100, (x2 - x0) / 100, (y2 - y0) / 100, x0, y0)


def _words(text: Any, to_sheet: _Mapping, width: float, height: float, most: int) -> Iterator[Word]:
    sheet = Box(0, 0, width, height)
    run: list[_Character] = []
    for character in _characters(text, to_sheet, most):
        if character.text.isspace() or (run and _parts(run[-1].box, character.box)):
            if run:
                yield _word(text, run, sheet)
            run = []
        if not character.text.isspace():
            run.append(character)
    if run:
        yield _word(text, run, sheet)


def _characters(text: Any, to_sheet: _Mapping, most: int) -> Iterator[_Character]:
    rectangle = raw.FS_RECTF()
    count = min(raw.FPDFText_CountChars(text), most)
    high = 0
    for place in range(count):
        code = raw.FPDFText_GetUnicode(text, place)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
            high = 0
        letter = HYPHENS.get(code) or (chr(code) if code >= 0x20 else " ")
        if not raw.FPDFText_GetLooseCharBox(text, place, rectangle):
            continue
        box = to_sheet.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        yield _Character(letter, box, place)


def _parts(before: Box, after: Box) -> bool:
    """Whether two neighbours belong to two words though no space stands between them."""
    tall = max(before.y1 - before.y0, after.y1 - after.y0, 1.0)
    if before.x1 - before.x0 < 0.01 and after.x1 - after.x0 < 0.01:
        return abs(after.x0 - before.x0) > tall
    same_line = abs((before.y0 + before.y1) - (after.y0 + after.y1)) / 2 < 0.5 * tall
    if not same_line:
        # Upright text runs along y: its letters share their x instead.
        same_column = abs((before.x0 + before.x1) - (after.x0 + after.x1)) / 2 < 0.3 * (after.x1 - after.x0)
        step = min(abs(after.y0 - before.y1), abs(before.y0 - after.y1))
        return not (same_column and step < 0.5 * (after.x1 - after.x0))
    return after.x0 - before.x1 > GAP_OF_WORDS * tall or after.x1 < before.x0


def _word(text: Any, run: list[_Character], sheet: Box) -> Word:
    box = Box(
        min(c.box.x0 for c in run),
        min(c.box.y0 for c in run),
        max(c.box.x1 for c in run),
        max(c.box.y1 for c in run),
    )
    first = run[0].place
    is_outside = box.x1 <= sheet.x0 or box.x0 >= sheet.x1 or box.y1 <= sheet.y0 or box.y0 >= sheet.y1
    shape = raw.FPDFText_GetTextObject(text, first)
    is_unseen = bool(shape) and raw.FPDFTextObj_GetTextRenderMode(shape) == INVISIBLE_MODE
    return Word(
        "".join(c.text for c in run),
        box,
        raw.FPDFText_GetFontSize(text, first),
        raw.FPDFText_GetFontWeight(text, first) >= BOLD_WEIGHT,
        is_outside or is_unseen,
    )
