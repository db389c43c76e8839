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
from app.intake.unseen import Sight

HYPHENS: Final = {0x02: "-", 0xFFFE: "-", 0xAD: "-", 0x2010: "-", 0x2011: "-"}
"""What PDFium reports for a hyphen of some fonts, and hyphens no one types."""
NOWHERE: Final = Box(0.0, 0.0, 0.0, 0.0)
"""Where a space is does not matter."""
BOLD_WEIGHT: Final = 600
GAP_OF_KERNING: Final = 0.125
"""Letters nearer than this part of the type's height belong to one word, whatever PDFium makes of it."""
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


class TextLayer(NamedTuple):
    """The words, and whether nothing at all is drawn on the pages that were looked at."""

    pages: Pages
    is_blank: bool


def pages_of(document: pdfium.PdfDocument, limits: TextLimits | None = None) -> Pages:
    """The words of the document's pages, as far as the limits allow."""
    return text_layer_of(document, limits or TextLimits()).pages


def text_layer_of(document: pdfium.PdfDocument, limits: TextLimits) -> TextLayer:
    """The words of the document's pages, as far as the limits allow; pages that are damaged are left out."""
    count = len(document)
    wanted = sorted(
        {*range(min(count, limits.first_pages)), *range(max(0, count - limits.last_pages), count)}
    )
    pages = []
    is_blank = True
    for place in wanted:
        try:
            page = document[place]
        except pdfium.PdfiumError:
            continue
        try:
            is_blank = is_blank and raw.FPDFPage_CountObjects(page.raw) <= 0
            pages.append(_page(page, place, limits))
        except pdfium.PdfiumError:
            continue
        finally:
            page.close()
    return TextLayer(Pages(tuple(pages), count), is_blank)


def _page(page: pdfium.PdfPage, place: int, limits: TextLimits) -> PageText:
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        sight = Sight(page, text.raw, width, height)
        to_sheet = _mapping(page, width, height)
        found = list(_words(text.raw, to_sheet, sight, limits.characters))
    finally:
        text.close()
    if found and all(is_invisible for _, is_invisible in found):
        # A scan whose words a scanner read and laid invisibly over the picture: all there is to read.
        return PageText(place + 1, width, height, tuple(word for word, _ in found), "ocr")
    words = tuple(word._replace(is_hidden=word.is_hidden or unseen) for word, unseen in found)
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
        if x0 <= x1 and y1 <= y0:  # a page that is not turned
            return Box(x0, y1, x1, y0)
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


def _words(text: Any, to_sheet: _Mapping, sight: Sight, most: int) -> Iterator[tuple[Word, bool]]:
    """The words, and with each whether it is in the invisible mode."""
    run: list[_Character] = []
    space: _Character | None = None
    for character in _characters(text, to_sheet, most):
        if character.text.isspace():
            space = character
            continue
        if run and (
            _parts(run[-1].box, character.box)
            if space is None
            else not _joins(text, run[-1], space, character)
        ):
            yield _word(text, run, sight)
            run = []
        run.append(character)
        space = None
    if run:
        yield _word(text, run, sight)


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
        if letter == " ":
            yield _Character(letter, NOWHERE, place)
            continue
        if not raw.FPDFText_GetLooseCharBox(text, place, rectangle):
            continue
        box = to_sheet.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        yield _Character(letter, box, place)


def _joins(text: Any, before: _Character, space: _Character, after: _Character) -> bool:
    """Whether the space is none that anyone wrote: PDFium makes one of the kerning between two letters."""
    if not (after.text.islower() and before.text.isalpha()) or space.place != before.place + 1:
        return False
    tall = max(before.box.y1 - before.box.y0, 1.0)
    gap = after.box.x0 - before.box.x1
    return 0 <= gap < GAP_OF_KERNING * tall and raw.FPDFText_IsGenerated(text, space.place) == 1


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


def _word(text: Any, run: list[_Character], sight: Sight) -> tuple[Word, bool]:
    lefts, tops, rights, bottoms = zip(*(character.box for character in run), strict=True)
    box = Box(min(lefts), min(tops), max(rights), max(bottoms))
    first = run[0].place
    size = raw.FPDFText_GetFontSize(text, first)
    is_bold = raw.FPDFText_GetFontWeight(text, first) >= BOLD_WEIGHT
    word = Word("".join(c.text for c in run), box, size, is_bold, sight.is_unseen(first, box, size))
    return word, sight.is_invisible(first)
