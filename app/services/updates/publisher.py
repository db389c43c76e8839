"""Where newer versions are looked for and whose signature counts: written into the program."""

from __future__ import annotations

import base64
import json
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urljoin

from app.resources import MissingResource, resource

RESOURCE: Final = "updates.json"
KEY_BYTES: Final = 32
MOST_KEYS: Final = 2


class Publisher(NamedTuple):
    """Who gives the program out. Two keys: the one in use, and the one that follows it."""

    address: str
    keys: tuple[bytes, ...]

    @property
    def is_known(self) -> bool:
        """Whether this copy has somewhere to ask and a key to believe."""
        return bool(self.address and self.keys)

    def address_of(self, name: str) -> str:
        """Where a file lies: beside the list."""
        return urljoin(self.address, name)


NOBODY: Final = Publisher("", ())


def publisher(path: Path | None = None) -> Publisher:
    """The one this copy was given out by; NOBODY if it says none, or says it wrongly."""
    try:
        written = json.loads((path or resource(RESOURCE)).read_bytes(), parse_float=Decimal)
        keys = tuple(base64.b64decode(key, validate=True) for key in written["keys"])
        address = str(written["address"])
    except (MissingResource, OSError, ValueError, KeyError, TypeError):
        return NOBODY
    if len(keys) > MOST_KEYS or any(len(key) != KEY_BYTES for key in keys):
        return NOBODY
    return Publisher(address, keys)
