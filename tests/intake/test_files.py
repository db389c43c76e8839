"""A file is what its bytes say, whatever its name says."""

from __future__ import annotations

import pytest

from app.intake.files import FileKind, image_type, kind_of
from app.intake.names import is_deceiving, safe_name
from tests.intake.papers import invoice_pdf, mail_with, picture_file


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"\x00" * 5_000, "empty"),
        (b" \r\n\t", "empty"),
        (invoice_pdf(), "pdf"),
        (b"\xef\xbb\xbf\r\n" + b"junk before " + invoice_pdf(), "pdf"),
        *((picture_file(name), "image") for name in ("PNG", "JPEG", "TIFF", "BMP", "GIF")),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 30, "foreign_image"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "foreign_image"),
        (b"<?xml version='1.0'?><a/>", "xml"),
        ("\ufeff<Invoice/>".encode("utf-16-le"), "xml"),
        (b"<!DOCTYPE html><html>", "web"),
        (b"\n<HTML><body>", "web"),
        (mail_with(), "mail"),
        (b"Received: by mx\r\nReturn-Path: <a@b>\r\n\r\n", "mail"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"a.txt", "archive"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"[Content_Types].xml", "office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 50, "office"),
        (b"MZ\x90\x00\x03", "unknown"),
        (b"Dear reader, date: today", "unknown"),
    ],
)
def test_kinds_of_files_are_told_by_their_bytes(content: bytes, kind: FileKind) -> None:
    assert kind_of(content) == kind


def test_a_picture_has_its_media_type() -> None:
    names = ("PNG", "JPEG", "TIFF", "BMP", "GIF")
    assert [image_type(picture_file(name)) for name in names] == [f"image/{name.lower()}" for name in names]
    assert image_type(b"?") == "application/octet-stream"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("facture.pdf", "facture.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\evil.pdf", "evil.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\x00b\nc.pdf", "abc.pdf"),
        ("\ud800x.pdf", "x.pdf"),
        ("..", "?"),
        ("", "?"),
        ("e\u0301t\u00e9.pdf", "\u00e9t\u00e9.pdf"),
        ("n" * 500 + ".pdf", "n" * 196 + ".pdf"),
    ],
)
def test_names_lose_what_leads_elsewhere_or_misleads(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_names_that_deceive_are_known_as_such() -> None:
    assert is_deceiving("invoice\u202efdp.exe")
    assert is_deceiving("../up.pdf")
    assert is_deceiving("a\nb.pdf")
    assert not is_deceiving("facture n° 3..pdf")
