"""Faces for columns of figures: every digit as wide as every other.

FiraGO's digits differ in width; its OpenType feature `tnum` has others of one width.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import uharfbuzz as hb

from app.documents.text import FontFaces, Weight
from app.documents.text.face import Face

_DIGITS: Final = "0123456789"


class TabularFace(Face):
    """A face with its tabular digits in the place of the others; reads as the same text."""

    def __init__(self, base: Face) -> None:
        super().__init__(bytes(base.hb_face.blob.data))
        self._instead = _tabular_digits(self.hb_font)
        for char, glyph in self._instead.items():
            self.advances[char] = self.glyph_width(glyph)

    def glyph(self, char: str) -> int:
        """The glyph number of a character, a tabular one for digits; 0 if there is none."""
        return self._instead.get(char) or super().glyph(char)


class TabularFaces(FontFaces):
    """The faces of another set, with tabular digits."""

    def __init__(self, faces: FontFaces) -> None:
        super().__init__()
        self._faces = faces

    def primary(self, weight: Weight, italic: bool) -> Face:
        """The face that prints whatever it can."""
        return _tabular(self._faces.primary(weight, italic))

    def face_for(self, char: str, weight: Weight, italic: bool, lang: str | None = None) -> Face | None:
        """The face that prints this character in this cut, None if no face has it."""
        primary = self.primary(weight, italic)
        return primary if primary.has(char) else self._faces.face_for(char, weight, italic, lang)


@lru_cache(maxsize=8)
def _tabular(base: Face) -> TabularFace:
    return TabularFace(base)


def _tabular_digits(font: hb.Font) -> dict[str, int]:
    buffer = hb.Buffer()
    buffer.add_str(_DIGITS)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"tnum": True, "kern": False})
    return {char: shaped.codepoint for char, shaped in zip(_DIGITS, buffer.glyph_infos, strict=True)}
