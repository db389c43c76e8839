"""The e-invoice inside a PDF: among its attachments, by content first and by name where several are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import pikepdf

from app.intake.einvoice.documents import NotAnInvoice, stated_in
from app.intake.einvoice.safe_xml import LARGEST_BYTES, BadXml
from app.intake.einvoice.stated import StatedInvoice

_KNOWN_NAMES: Final = ("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml", "order-x.xml")
_SYNTAX_ORDER: Final = ("CII", "UBL", "UBL-CreditNote", "CII-ZUGFeRD-1")
MOST_ATTACHMENTS: Final = 200


class Attached(NamedTuple):
    """What was found: the invoice, or why there is none. `problem` is a code, empty when all is well;
    `attachments` counts all files of the PDF."""

    invoice: StatedInvoice | None
    filename: str
    problem: str
    attachments: int


def invoice_in(pdf: pikepdf.Pdf) -> Attached:
    """The e-invoice of this PDF; of several versions of it, the newest format."""
    found: list[tuple[int, int, StatedInvoice, str]] = []
    problem = ""
    count = 0
    for name, content in _files(pdf):
        count += 1
        is_named = name.lower() in _KNOWN_NAMES
        if content is None:
            problem = "xml_too_large" if is_named else problem
            continue
        if not is_named and not _looks_like_xml(content):
            continue
        try:
            stated = stated_in(content)
        except BadXml as bad:
            problem = problem if not is_named else f"xml_{bad.code}"
            continue
        except NotAnInvoice as other:
            problem = "order_x" if other.code == "order" else problem
            continue
        rank = _SYNTAX_ORDER.index(stated.syntax)
        found.append((rank, 0 if is_named else 1, stated, name))
    if not found:
        return Attached(None, "", problem, count)
    _, _, stated, name = min(found, key=lambda item: item[:2])
    return Attached(stated, name, "", count)


def _files(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes | None]]:
    """Name and content of every attachment, those reached only through the catalog's /AF included.

    None stands for a content too large to be an invoice, nothing for one that cannot be unpacked.
    """
    seen: set[tuple[int, int]] = set()
    specs: list[Any] = []
    try:
        specs += [spec.obj for spec in pdf.attachments.values()]
    except (ValueError, KeyError, pikepdf.PdfError):
        specs = []
    associated = pdf.Root.get("/AF")
    if isinstance(associated, pikepdf.Array):
        specs += list(associated)[:MOST_ATTACHMENTS]
    for spec in specs[:MOST_ATTACHMENTS]:
        if not isinstance(spec, pikepdf.Dictionary):
            continue
        key = spec.objgen
        if key != (0, 0) and key in seen:
            continue
        seen.add(key)
        name = str(spec.get("/UF", spec.get("/F", "")))
        files = spec.get("/EF")
        stream = files.get("/UF", files.get("/F")) if isinstance(files, pikepdf.Dictionary) else None
        if isinstance(stream, pikepdf.Stream):
            try:
                content = stream.read_bytes()
            except MemoryError:
                yield name, None
                continue
            except pikepdf.PdfError:
                yield name, b""
                continue
            yield name, content if len(content) <= LARGEST_BYTES else None


def _looks_like_xml(content: bytes) -> bool:
    head = content[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    return head.startswith(b"<")
