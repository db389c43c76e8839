"""The signed list of the newest version: proven first, and only then read.

The first line holds the signatures, base64 and a space between two; the rest is JSON. What is signed is
the fixed word MARK and then the rest, byte for byte, so that a signature made for anything else does
not fit. The form is decided in docs/adr/0012.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from app.services.updates.problems import UpdateProblem

LARGEST_LIST: Final = 100_000
"""Bytes."""
LARGEST_FILE: Final = 1_000_000_000
MARK: Final = b"factotum newest version\n"
_MOST_SIGNATURES: Final = 2
_SIGNATURE_BYTES: Final = 64

VersionText = Annotated[str, StringConstraints(pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$")]
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$")]
Notes = Annotated[str, StringConstraints(max_length=8_000)]
FileKind = Literal["archive", "deb", "setup", "image"]


class ReleaseFile(BaseModel):
    """One file a version is given out as. `system` and `machine` are Python's words for them."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    system: Literal["linux", "win32", "darwin"]
    machine: str = Field(max_length=40)
    kind: FileKind
    name: FileName
    size: int = Field(gt=0, le=LARGEST_FILE, description="bytes")
    unpacked: int = Field(0, ge=0, le=10 * LARGEST_FILE, description="bytes it needs when it is unpacked")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    minimum: str = Field("", max_length=40, description="oldest C library, Windows or macOS it runs on")


class NotesByLanguage(BaseModel):
    """What is new, for people."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    en: Notes
    fr: Notes


class Manifest(BaseModel):
    """What the publisher says of the newest version."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: Literal[1]
    serial: int = Field(ge=1, description="grows with each list that is signed")
    version: VersionText
    released: date
    schema_number: int = Field(ge=1, description="of the database this version writes")
    notes: NotesByLanguage
    files: Annotated[tuple[ReleaseFile, ...], Field(max_length=40)]


class Version(NamedTuple):
    """A version that can be compared."""

    major: int
    minor: int
    patch: int

    @classmethod
    def of(cls, text: str) -> Version:
        """Raises ValueError for what is no version of three numbers."""
        if not re.fullmatch(r"\d+\.\d+\.\d+", text, re.ASCII):
            raise ValueError(f"{text!r} is no version")
        return cls(*(int(part) for part in text.split(".")))


def opened(content: bytes, keys: Iterable[bytes]) -> Manifest:
    """The list, if one of these public keys (32 bytes each, Ed25519) has signed it.

    Raises UpdateProblem: `unsigned` before anything of the content was read, `unreadable` after.
    """
    import json

    head, newline, body = content.partition(b"\n")
    if not newline or len(content) > LARGEST_LIST or not _is_signed(head, body, list(keys)):
        raise UpdateProblem("unsigned")
    try:
        return Manifest.model_validate(json.loads(body, parse_float=Decimal))
    except (ValueError, RecursionError, ValidationError) as error:
        raise UpdateProblem("unreadable", detail=str(error)[:500]) from error


def sealed(body: bytes, signatures: Sequence[bytes]) -> bytes:
    """The list as it is given out."""
    return b" ".join(base64.b64encode(each) for each in signatures) + b"\n" + body


def _is_signed(head: bytes, body: bytes, keys: Sequence[bytes]) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    stated = head.split(b" ")
    if len(stated) > _MOST_SIGNATURES:
        return False
    try:
        signatures = [base64.b64decode(each, validate=True) for each in stated]
    except binascii.Error:
        return False
    for signature in signatures:
        for key in keys:
            try:
                Ed25519PublicKey.from_public_bytes(key).verify(signature, MARK + body)
            except InvalidSignature:
                continue
            return len(signature) == _SIGNATURE_BYTES
    return False
