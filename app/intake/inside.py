"""What the worker's process does with a file. Everything here may die of the file; nothing else does."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Final, NamedTuple

import pikepdf

from app.intake import ocr
from app.intake.compare import compared
from app.intake.dangers import dangers_in
from app.intake.einvoice.attached import Attached, invoice_in
from app.intake.einvoice.documents import NotAnInvoice, stated_in
from app.intake.einvoice.safe_xml import BadXml
from app.intake.einvoice.stated import reading_of
from app.intake.fields.choose_supplier import KnownSupplier
from app.intake.fields.memory import Memory
from app.intake.fields.read import read_pages
from app.intake.files import FileKind, kind_of
from app.intake.mail import Part, parts_of
from app.intake.names import is_deceiving, safe_name
from app.intake.opening import Unreadable, check_size, opened, taken_apart
from app.intake.page import Pages, PageText
from app.intake.pdf_text import TextLimits, pages_of, text_layer_of
from app.intake.pictures import sheet_of
from app.intake.reading import Reading, Remark

FEWEST_LETTERS: Final = 25
"""With fewer letters a document has no text layer worth the name."""
MOST_ATTACHMENTS: Final = 10
_PROMISED: Final[dict[str, FileKind]] = {
    ".pdf": "pdf",
    ".xml": "xml",
    ".eml": "mail",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif"), "image"),
}
_REFUSED: Final[dict[FileKind, str]] = {
    "empty": "file_empty",
    "archive": "file_archive",
    "office": "file_office",
    "web": "file_web_page",
    "foreign_image": "file_foreign_image",
    "unknown": "file_not_read",
}


@dataclass(frozen=True, slots=True)
class Task:
    """How to read: with which password, whether scans are read by OCR here, and what is known already."""

    password: str = ""
    by_ocr: bool = False
    memory: Memory | None = None
    suppliers: tuple[KnownSupplier, ...] = ()
    today: date | None = None


class _Inside(NamedTuple):
    attached: Attached
    dangers: tuple[Remark, ...]


def read(content: bytes, untrusted_name: str, task: Task) -> Reading:
    """The reading of one file by its best source."""
    digest = hashlib.sha256(content).hexdigest()
    try:
        check_size(content)
        reading = _read(content, task)
    except Unreadable as bad:
        reading = _refused(bad)
    warnings = (*_name_remarks(untrusted_name, content), *reading.warnings)
    return replace(reading, file=safe_name(untrusted_name), sha256=digest, warnings=warnings)


def words(content: bytes, password: str, *, by_ocr: bool) -> Pages:
    """The words of the pages; a scan has none unless it is read by OCR here. Raises Unreadable."""
    kind = kind_of(content)
    if kind not in ("pdf", "image"):
        raise Unreadable("no_picture")
    if by_ocr:
        return ocr.pages_by_ocr(content, password)
    if kind == "image":
        sheet = sheet_of(content, password, 1)
        return Pages((PageText(1, sheet.width_pt, sheet.height_pt, ()),), sheet.page_count)
    with opened(content, password) as document:
        return pages_of(document)


def _read(content: bytes, task: Task) -> Reading:
    kind = kind_of(content)
    if kind == "pdf":
        return _read_pdf(content, task)
    if kind == "xml":
        return _read_xml(content)
    if kind == "mail":
        return _read_mail(content, task)
    if kind == "image":
        pages = words(content, task.password, by_ocr=task.by_ocr)
        return _of_pages(pages, task)
    raise Unreadable(_REFUSED[kind])


def _read_xml(content: bytes) -> Reading:
    try:
        return reading_of(stated_in(content))
    except BadXml as bad:
        raise Unreadable(f"xml_{bad.code}") from None
    except NotAnInvoice as other:
        raise Unreadable("xml_order" if other.code == "order" else "xml_other") from None


def _read_pdf(content: bytes, task: Task) -> Reading:
    inside = _inside(content, task.password)
    attached = inside.attached
    with opened(content, task.password) as document:
        pages, is_blank = text_layer_of(document, TextLimits())
    if not pages.pages:
        raise Unreadable("pdf_damaged")
    if attached.problem == "order_x":
        raise Unreadable("order_x")
    remarks = (*inside.dangers, *((Remark(attached.problem),) if attached.problem else ()))
    if attached.invoice is not None:
        shown = _shown(pages, task) if _is_legible(pages) else None
        reading = compared(reading_of(attached.invoice), shown, pages)
        reading = replace(reading, page_count=pages.page_count)
    elif is_blank:
        reading = Reading("", "unreadable", error=Remark("pdf_blank"), page_count=pages.page_count)
    else:
        if task.by_ocr and not _is_legible(pages):
            pages = ocr.pages_by_ocr(content, task.password)
        reading = _of_pages(pages, task)
    return replace(reading, warnings=(*remarks, *reading.warnings))


def _shown(pages: Pages, task: Task) -> Reading:
    return read_pages(pages, memory=task.memory, suppliers=task.suppliers, today=task.today)


def _of_pages(pages: Pages, task: Task) -> Reading:
    """The reading of words; a scan that was not read, or in which nothing can be read, says so."""
    if not _is_legible(pages):
        code = "nothing_legible" if task.by_ocr else "scan"
        return Reading("", "unreadable", error=Remark(code), page_count=pages.page_count)
    reading = replace(_shown(pages, task), page_count=pages.page_count)
    if len(pages.pages) < pages.page_count:
        left_out = Remark("pages_left_out", {"read": str(len(pages.pages)), "pages": str(pages.page_count)})
        reading = replace(reading, warnings=(left_out, *reading.warnings))
    return reading


def _read_mail(content: bytes, task: Task) -> Reading:
    """The reading of the attachment that is most of an invoice; the others are named."""
    parts = parts_of(content)
    if not parts:
        raise Unreadable("mail_without_files")
    readings = [_read_part(part, task) for part in parts[:MOST_ATTACHMENTS]]
    ranks = {"invoice": 0, "credit_note": 0, "other": 1, "unreadable": 2}
    best = min(range(len(readings)), key=lambda place: (ranks[readings[place].kind], place))
    remarks = [Remark("mail_attachment", {"name": parts[best].name})]
    if len(parts) > 1:
        others = [part.name for place, part in enumerate(parts) if place != best]
        remarks.append(Remark("mail_has_more", {"count": str(len(others)), "names": ", ".join(others)[:500]}))
    return replace(readings[best], warnings=(*remarks, *readings[best].warnings))


def _read_part(part: Part, task: Task) -> Reading:
    try:
        return _read(part.content, task)
    except Unreadable as bad:
        return _refused(bad)


def _inside(content: bytes, password: str) -> _Inside:
    try:
        with taken_apart(content, password) as pdf:
            return _Inside(_attached(pdf), dangers_in(pdf))
    except Unreadable as bad:
        if bad.code != "pdf_damaged":
            raise
        # PDFium may still show what another reader cannot repair; it has no e-invoice then.
        return _Inside(Attached(None, "", "", 0), ())


def _attached(pdf: pikepdf.Pdf) -> Attached:
    try:
        return invoice_in(pdf)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError):
        return Attached(None, "", "", 0)


def _is_legible(pages: Pages) -> bool:
    letters = 0
    for page in pages.pages:
        for word in page.words:
            letters += sum(character.isalnum() for character in word.text)
            if letters >= FEWEST_LETTERS:
                return True
    return False


def _name_remarks(untrusted_name: str, content: bytes) -> tuple[Remark, ...]:
    remarks = []
    if is_deceiving(untrusted_name):
        remarks.append(Remark("name_deceives", {"name": safe_name(untrusted_name)}))
    ending = PurePath(safe_name(untrusted_name)).suffix.lower()
    promised, kind = _PROMISED.get(ending), kind_of(content)
    if promised is not None and kind not in (promised, "empty", "unknown"):
        remarks.append(Remark("name_misleads", {"ending": ending, "kind": kind}))
    return tuple(remarks)


def _refused(bad: Unreadable) -> Reading:
    return Reading("", "unreadable", error=Remark(bad.code, bad.params))
