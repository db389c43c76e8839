"""Small files to read: PDFs written by hand, mails, pictures; friendly, broken and hostile ones."""

from __future__ import annotations

import io
import zlib
from email.message import EmailMessage

import pikepdf
from PIL import Image, ImageDraw

INVOICE = (
    (50, 790, 18, "Atelier du Pont SARL"),
    (50, 770, 9, "12 quai des Brumes, 69002 Lyon - SIRET 732 829 320 00074"),
    (50, 755, 9, "TVA FR44732829320"),
    (50, 700, 14, "Facture F-2026-0042"),
    (50, 680, 10, "Date de facture : 12/03/2026"),
    (50, 665, 10, "Date d'echeance : 11/04/2026"),
    (300, 740, 10, "Client : Librairie Sainte-Anne"),
    (50, 560, 10, "Reliure"),
    (450, 560, 10, "100,00 EUR"),
    (350, 500, 10, "Total HT"),
    (450, 500, 10, "100,00 EUR"),
    (350, 485, 10, "TVA 20 %"),
    (450, 485, 10, "20,00 EUR"),
    (350, 470, 10, "Total TTC"),
    (450, 470, 10, "120,00 EUR"),
)
"""x, y from below, size, text."""


def content_stream(*runs: tuple[float, float, float, str], before: bytes = b"") -> bytes:
    """Drawing these texts, after whatever is to come before."""
    shown = b"".join(
        b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n"
        % (size, x, y, text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)"))
        for x, y, size, text in runs
    )
    return before + shown


def pdf_of(*streams: bytes, rotate: int = 0, media: tuple[int, int] = (595, 842)) -> pikepdf.Pdf:
    """A PDF with a page a stream; close it or save it."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )
    for stream in streams:
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=[0, 0, *media],
            Rotate=rotate,
            Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font)),
            Contents=pdf.make_stream(stream),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    """Its bytes."""
    into = io.BytesIO()
    pdf.save(into, **options)  # type: ignore[arg-type]
    pdf.close()
    return into.getvalue()


def invoice_pdf() -> bytes:
    """An invoice over 120.00 EUR."""
    return saved(pdf_of(content_stream(*INVOICE)))


def bomb_pdf(megabytes: int = 500) -> bytes:
    """A page whose content is small on the disk and enormous when it is opened."""
    packer = zlib.compressobj(1)
    block = b"0 0 m 1 1 l S\n" * 71_000
    packed = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    twice = zlib.compress(packed, 9)
    pdf = pdf_of(b"")
    stream = pikepdf.Stream(pdf, b"")
    stream.write(twice, filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]))
    pdf.pages[0].obj.Contents = pdf.make_indirect(stream)
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def picture_file(kind: str = "PNG", size: tuple[int, int] = (400, 300), frames: int = 1) -> bytes:
    """A picture with a black bar in its upper left."""
    sheets = []
    for frame in range(frames):
        sheet = Image.new("RGB", size, "white")
        ImageDraw.Draw(sheet).rectangle((10, 10, 60 + 20 * frame, 30), fill="black")
        sheets.append(sheet)
    into = io.BytesIO()
    more = {"save_all": True, "append_images": sheets[1:]} if frames > 1 else {}
    sheets[0].save(into, kind, **more)
    return into.getvalue()


def mail_with(*files: tuple[str, bytes]) -> bytes:
    """A mail that brings these files."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.com", "b@example.com", "Invoice"
    mail.set_content("Please find our invoice attached.")
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return bytes(mail)
