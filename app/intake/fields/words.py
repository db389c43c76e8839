"""Text made comparable: small letters without accents, one space, plain quotes and dashes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_PLAIN: Final = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "´": "'",
        "`": "'",
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "ß": "ss",
        "œ": "oe",
        "æ": "ae",
        "№": "no",
        "º": "o",
        "°": "o",
    }
)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text in small letters without accents, with plain quotes, dashes and single spaces."""
    plain = unicodedata.normalize("NFD", text.translate(_PLAIN).lower())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
