"""What may be said aloud: in logs, in the details of an error, in what is kept of an answer."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qsl, quote, urlsplit

HIDDEN: Final = "[hidden]"
_SHORTEST: Final = 4
_SHAPES: Final = re.compile(
    r"\b(?P<head>Bearer|Basic|Token)\s+[\w.~+/=-]{8,}"
    r"|\b(?:sk|rk|pk)_(?:live|test)_\w{4,}|\bwhsec_\w{4,}"
    r"|\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*"
    r"|(?P<name>co_(?:signature|public_key|nonce))=\"[^\"]*\"",
    re.IGNORECASE,
)
_LOUD_NAMES: Final = re.compile(
    r"token|secret|key|password|auth|sign|code|session|credential|mail|phone|iban|name", re.IGNORECASE
)


class Redactor:
    """Replaces known secrets, however they are written, and whatever has the shape of one."""

    def __init__(self, secrets: Iterable[str]) -> None:
        known = [secret for secret in secrets if len(secret) >= _SHORTEST]
        forms = {form for secret in known for form in _forms(secret)}
        self._texts = sorted(forms, key=len, reverse=True)

    def text(self, said: str) -> str:
        """The text without secrets, known or by their shape."""
        for secret in self._texts:
            said = said.replace(secret, HIDDEN)
        return _SHAPES.sub(_hide, said)

    def content(self, content: bytes) -> bytes:
        """The bytes without the known secrets."""
        for secret in self._texts:
            content = content.replace(secret.encode(), HIDDEN.encode())
        return content

    def url(self, url: str) -> str:
        """The path, and the query without values that may be secret or somebody's own."""
        split = urlsplit(url)
        told = [
            f"{name}={HIDDEN if _LOUD_NAMES.search(name) else self._short(value)}"
            for name, value in parse_qsl(split.query, keep_blank_values=True)
        ]
        return self.text(split.path + ("?" + "&".join(told) if told else ""))

    def _short(self, value: str) -> str:
        return value if len(value) <= 40 and value.isascii() and "@" not in value else HIDDEN


def _forms(secret: str) -> Iterable[str]:
    yield secret
    yield quote(secret, safe="")
    yield secret.replace("/", "\\/")
    for pair in (secret, f"{secret}:"):
        encoded = base64.b64encode(pair.encode()).decode()
        yield encoded
        yield encoded.rstrip("=")


def _hide(found: re.Match[str]) -> str:
    if found["head"]:
        return f"{found['head']} {HIDDEN}"
    return f'{found["name"]}="{HIDDEN}"' if found["name"] else HIDDEN
