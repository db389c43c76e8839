"""What a file is, by its first bytes: its name says nothing one may trust."""

from __future__ import annotations

from typing import Final, Literal

FileKind = Literal[
    "pdf", "image", "xml", "mail", "archive", "office", "web", "foreign_image", "empty", "unknown"
]
"""`foreign_image` is a picture in a format that is not read: HEIC of telephones, WebP."""

LARGEST_BYTES: Final = 100_000_000
"""The provider takes no larger file either."""

_IMAGES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF87a", b"GIF89a")
_ARCHIVES: Final = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Older Office files, and mails saved by Outlook."""
_OFFICE_PART: Final = b"[Content_Types].xml"
_HEIC: Final = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc", b"ftypavif")
_MAIL_HEADERS: Final = (
    b"from:",
    b"received:",
    b"return-path:",
    b"date:",
    b"subject:",
    b"message-id:",
    b"mime-version:",
    b"delivered-to:",
    b"to:",
)


def kind_of(content: bytes) -> FileKind:
    """What these bytes, or the first few kilobytes of them, are."""
    if not content.strip(b"\x00 \t\r\n"):
        return "empty"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_IMAGES):
        return "image"
    if content[4:12] in _HEIC or (content.startswith(b"RIFF") and content[8:12] == b"WEBP"):
        return "foreign_image"
    if content.startswith(_OFFICE) or (content.startswith(b"PK") and _OFFICE_PART in content[:4096]):
        return "office"
    if content.startswith(_ARCHIVES):
        return "archive"
    head = content[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    if head[:200].lower().startswith((b"<!doctype html", b"<html")):
        return "web"
    if head.startswith(b"<"):
        return "xml"
    lines = [line.lower() for line in content[:4096].splitlines()[:40]]
    if sum(line.startswith(_MAIL_HEADERS) for line in lines) >= 2:
        return "mail"
    return "unknown"


def image_type(content: bytes) -> str:
    """The media type of an image, for upload."""
    for magic, kind in (
        (b"\x89PNG", "image/png"),
        (b"\xff\xd8", "image/jpeg"),
        (b"II*", "image/tiff"),
        (b"MM\x00", "image/tiff"),
        (b"BM", "image/bmp"),
        (b"GIF", "image/gif"),
    ):
        if content.startswith(magic):
            return kind
    return "application/octet-stream"
