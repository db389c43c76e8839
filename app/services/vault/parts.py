"""A value as parts that every keyring can hold, and the head that says which parts count.

A Windows credential holds 1280 UTF-16 units (CRED_MAX_CREDENTIAL_BLOB_SIZE is 2560 bytes).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

PART_UNITS: Final = 1200
MARK: Final = "."
"""Begins every part, so that none is empty and none begins with a blank."""


def units(text: str) -> int:
    """The length in UTF-16 units."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def split(value: str) -> tuple[str, ...]:
    """Parts of at most `PART_UNITS`, mark included; at least one, and no character is cut in two."""
    parts: list[str] = []
    begin, used = 0, 1
    for place, letter in enumerate(value):
        size = 2 if letter > "\uffff" else 1
        if used + size > PART_UNITS:
            parts.append(MARK + value[begin:place])
            begin, used = place, 1
        used += size
    parts.append(MARK + value[begin:])
    return tuple(parts)


def digest(value: str) -> str:
    """SHA-256 of the whole value, in hexadecimal."""
    return hashlib.sha256(value.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Head:
    """Which generation of parts is the value. `count` 0: it is forgotten, the parts are on their way out."""

    generation: int
    count: int
    sha256: str

    def text(self) -> str:
        """As it stands in the keyring."""
        return json.dumps({"generation": self.generation, "count": self.count, "sha256": self.sha256})


def read_head(text: str) -> Head | None:
    """The head in this text; None if it is none."""
    try:
        members = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError):
        return None
    if not isinstance(members, dict):
        return None
    generation, count, sha256 = (members.get(name) for name in ("generation", "count", "sha256"))
    if type(generation) is not int or type(count) is not int or not isinstance(sha256, str):
        return None
    return Head(generation, count, sha256) if generation >= 0 and 0 <= count < 10_000 else None
