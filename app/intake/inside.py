"""What the worker's process does with a file. Everything here may die of the file; nothing else does."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

import pikepdf
import pypdfium2 as pdfium

from app.intake.compare import compared
from app.intake.einvoice.attached import Attached, invoice_in
from app.intake.einvoice.documents import NotAnInvoice, stated_in
from app.intake.einvoice.safe_xml import BadXml
from app.intake.einvoice.stated import reading_of
from app.intake.fields.read import read_pages
from app.intake.files import LARGEST_BYTES, kind_of
from app.intake.page import Pages
from app.intake.pdf_text import TextLimits, pages_of
from app.intake.reading import Reading, Remark

MOST_PAGES: Final = 5_000
MOST_PIXELS: Final = 12_000_000
FEWEST_LETTERS: Final = 25
"""With fewer letters a page has no text layer worth the name."""


class Unreadable(Exception):
    """The file cannot be read. `code` and `params` as in a Remark."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Picture(NamedTuple):
    """A page as pixels: PNG bytes, and its size in pixels."""

    png: bytes
    width: int
    height: int


def read(content: bytes, name: str, password: str) -> Reading:
    """The reading of one file by its best source."""
    digest = hashlib.sha256(content).hexdigest()
    try:
        reading = _read(content, password)
    except Unreadable as bad:
        reading = Reading("", "unreadable", error=Remark(bad.code, bad.params))
    return replace(reading, file=name, sha256=digest)


def words(content: bytes, password: str) -> Pages:
    """The words of a PDF's pages. Raises Unreadable."""
    with _opened(content, password) as document:
        return pages_of(document)


def picture(content: bytes, password: str, page: int, width: int) -> Picture:
    """One page (from 1) as it is shown, so many pixels wide. Raises Unreadable."""
    if kind_of(content) == "image":
        return _image(content, width)
    with _opened(content, password) as document:
        if not 1 <= page <= len(document):
            raise Unreadable("no_such_page", page=str(page))
        sheet = document[page - 1]
        try:
            page_width, page_height = sheet.get_size()
            scale = width / max(page_width, 1.0)
            scale = min(scale, (MOST_PIXELS / max(page_width * page_height, 1.0)) ** 0.5)
            bitmap = sheet.render(scale=scale, may_draw_forms=False)
            image = bitmap.to_pil()
        finally:
            sheet.close()
    return _png(image)


def _read(content: bytes, password: str) -> Reading:
    if len(content) > LARGEST_BYTES:
        raise Unreadable("file_too_large", megabytes=str(len(content) // 1_000_000))
    kind = kind_of(content)
    if kind == "pdf":
        return _read_pdf(content, password)
    if kind == "xml":
        return _read_xml(content)
    if kind == "image":
        return Reading("", "other", warnings=(Remark("scan"),), page_count=1)
    raise Unreadable({"empty": "file_empty", "archive": "file_archive"}.get(kind, "file_not_read"))


def _read_xml(content: bytes) -> Reading:
    try:
        return reading_of(stated_in(content))
    except BadXml as bad:
        raise Unreadable(f"xml_{bad.code}") from None
    except NotAnInvoice as other:
        raise Unreadable("xml_order" if other.code == "order" else "xml_other") from None


def _read_pdf(content: bytes, password: str) -> Reading:
    attached = _attached(content, password)
    with _opened(content, password) as document:
        if len(document) > MOST_PAGES:
            raise Unreadable("too_many_pages", pages=str(len(document)))
        pages = pages_of(document, TextLimits())
    if attached.problem == "order_x":
        raise Unreadable("order_x")
    letters = sum(
        character.isalnum() for page in pages.pages for word in page.words for character in word.text
    )
    shown = read_pages(pages) if letters >= FEWEST_LETTERS else None
    remarks = (Remark(attached.problem),) if attached.problem else ()
    if attached.invoice is not None:
        reading = compared(reading_of(attached.invoice), shown, pages)
        return replace(reading, page_count=pages.page_count)
    if shown is None:
        return Reading("", "other", warnings=(*remarks, Remark("scan")), page_count=pages.page_count)
    return replace(shown, warnings=(*remarks, *shown.warnings))


def _attached(content: bytes, password: str) -> Attached:
    try:
        with pikepdf.open(io.BytesIO(content), password=password) as pdf:
            return invoice_in(pdf)
    except pikepdf.PasswordError:
        raise Unreadable("file_encrypted") from None
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError):
        # PDFium may still show what another reader cannot repair; it has no e-invoice then.
        return Attached(None, "", "", 0)


def _opened(content: bytes, password: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content, password=password or None)
    except pdfium.PdfiumError as error:
        told = str(error).lower()
        if "password" in told:
            raise Unreadable("file_encrypted") from None
        raise Unreadable("pdf_damaged") from None


def _image(content: bytes, width: int) -> Picture:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content)) as image:
            if image.width * image.height > 20 * MOST_PIXELS:
                raise Unreadable("image_too_large")
            shown = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise Unreadable("image_damaged") from None
    height = max(1, round(shown.height * width / max(shown.width, 1)))
    return _png(shown.resize((max(1, width), min(height, 4 * width))))


def _png(image: Any) -> Picture:
    into = io.BytesIO()
    image.save(into, "PNG", compress_level=1)
    return Picture(into.getvalue(), image.width, image.height)


def content_of(request: Mapping[str, Any]) -> bytes:
    """The bytes the request is about; a file is read whole and once. Raises Unreadable."""
    path = Path(str(request["path"]))
    try:
        size = path.stat().st_size
        if size > LARGEST_BYTES:
            raise Unreadable("file_too_large", megabytes=str(size // 1_000_000))
        content = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("file_gone") from None
    except IsADirectoryError:
        raise Unreadable("file_is_folder") from None
    except PermissionError:
        raise Unreadable("file_forbidden") from None
    except OSError as error:
        raise Unreadable("file_not_readable", reason=error.strerror or "") from None
    if len(content) != size:
        raise Unreadable("file_changing")
    return content
