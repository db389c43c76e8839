"""What the firms of the samples are called; alone, so that the window can ask without reading samples."""

from __future__ import annotations

from typing import Final

ATELIER: Final = "Atelier Marchetti"
WERKSTATT: Final = "Werkstatt Ahlers GmbH"
PLANNERS: Final = "Studio Verhoeven BV"
TRANSLATORS: Final = "مكتب النخيل للترجمة"
ILLUSTRATOR: Final = "Kawa Illustration"


def is_sample_name(name: str) -> bool:
    """Whether a firm is called so in our samples only; case, blanks and punctuation do not matter."""
    return letters_and_digits(name) in _KNOWN


def letters_and_digits(text: str) -> str:
    """What is left of a text when it is compared with others."""
    return "".join(character for character in text.casefold() if character.isalnum())


_KNOWN: Final = frozenset(
    letters_and_digits(name) for name in (ATELIER, WERKSTATT, PLANNERS, TRANSLATORS, ILLUSTRATOR)
)
