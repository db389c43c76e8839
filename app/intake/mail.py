"""The files a mail brings. Their names are a stranger's, their contents untrusted as any."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from typing import Final, NamedTuple

from app.intake.files import LARGEST_BYTES, FileKind, kind_of
from app.intake.names import safe_name

MOST_PARTS: Final = 100
MOST_DEPTH: Final = 5
SMALLEST_PICTURE: Final = 20_000
"""A picture of fewer bytes, shown inside the mail, is a logo."""


class Part(NamedTuple):
    """One file of a mail, its name made safe."""

    name: str
    content: bytes


def parts_of(content: bytes) -> list[Part]:
    """The files of the mail and of mails in it that can be invoices, in their order."""
    return _parts(content, 0)


def _parts(content: bytes, depth: int) -> list[Part]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    found: list[Part] = []
    for seen, part in enumerate(message.walk()):
        if seen >= MOST_PARTS or len(found) >= MOST_PARTS:
            break
        if part.is_multipart():
            continue
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes) or not body or len(body) > LARGEST_BYTES:
            continue
        kind = kind_of(body)
        if kind == "mail" and _is_attached(part) and depth < MOST_DEPTH:
            found += _parts(body, depth + 1)
        elif kind == "pdf" or (kind in ("xml", "image") and _is_attached(part)) or _is_large(kind, body):
            found.append(Part(safe_name(_name(part)), body))
    return found


def _is_large(kind: FileKind, body: bytes) -> bool:
    return kind == "image" and len(body) >= SMALLEST_PICTURE


def _is_attached(part: EmailMessage) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except (ValueError, IndexError, AttributeError, TypeError):
        return False


def _name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""
