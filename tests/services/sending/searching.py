"""Looks for secrets in everything a session leaves behind, in all the forms they take on their way."""

from __future__ import annotations

import base64
import gzip
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, quote_plus

SHORTEST = 6
_ZLIB = (b"\x78\x01", b"\x78\x9c", b"\x78\xda")


def forms(secrets: Iterable[str]) -> set[bytes]:
    """Each secret as it is, escaped, in hexadecimal, in base64 wherever it stands in what is encoded, and in
    Basic's form with each of the others."""
    known = list(secrets)
    plain = {secret for secret in known if len(secret) >= SHORTEST}
    pairs = {f"{one}:{other}" for one in plain for other in (*known, "")}
    found: set[bytes] = set()
    for secret in plain:
        escaped = {secret, quote(secret, safe=""), quote_plus(secret), secret.replace("/", "\\/")}
        found |= {form.encode() for form in escaped}
        found |= {secret.encode("utf-16-le"), secret.encode().hex().encode()}
        found.add(secret.encode().hex().upper().encode())
    for text in plain | pairs:
        found |= set(_base64(text.encode()))
    return found


def _base64(content: bytes) -> Iterator[bytes]:
    """What of its encoding does not depend on its neighbours, at each place within a group of three."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + content)
        inner = encoded[(before * 8 + 5) // 6 : (before + len(content)) * 8 // 6]
        yield inner
        yield inner.replace(b"+", b"-").replace(b"/", b"_")


def contents(path: Path) -> Iterator[bytes]:
    """The bytes of a file, and of all that is packed in it."""
    content = path.read_bytes()
    yield content
    if content[:2] == b"\x1f\x8b":
        yield gzip.decompress(content)
    for mark in _ZLIB:
        start = content.find(mark)
        while start >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(content[start:])
            start = content.find(mark, start + 1)


def places_with(secrets: Iterable[str], folder: Path, said: Iterable[str] = ()) -> list[str]:
    """The files under the folder, and the texts among those said, in which a form of a secret stands."""
    wanted = forms(secrets)
    found = [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(form in content for content in contents(path) for form in wanted)
    ]
    return found + [text[:200] for text in said if any(form in text.encode() for form in wanted)]
