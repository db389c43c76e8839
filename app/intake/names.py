"""Names of files that strangers chose: what may be shown and kept of them."""

from __future__ import annotations

import unicodedata
from typing import Final

LONGEST: Final = 200
_TURNING: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of text: `fdp.exe` then reads `exe.pdf`."""


def safe_name(untrusted_name: str) -> str:
    """The last part of the name without folders, control and direction marks; never empty, nor `..`."""
    last = untrusted_name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(
        letter
        for letter in unicodedata.normalize("NFC", last)
        if letter.isprintable() and letter not in _TURNING and not 0xD800 <= ord(letter) < 0xE000
    ).strip()
    return shown[-LONGEST:] if shown.strip(". ") else "?"


def is_deceiving(untrusted_name: str) -> bool:
    """Whether the name leads elsewhere, or reads other than it is written."""
    parts = untrusted_name.replace("\\", "/").split("/")
    return ".." in parts or any(letter in _TURNING or ord(letter) < 0x20 for letter in untrusted_name)
