"""One font face: which characters it has, how wide they are, how it is shaped."""

import struct
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from app.documents.text.outline import outline

EM = 1000  # every width and offset of a face is in thousandths of the type size

# Narrow white space that many faces lack: drawn as their space, but so wide. (Readers would take the gap
# after a space that is widened for another space.)
# Source: Unicode 15, 6.2 "Space Characters"; U+202F is as wide as U+2009, a fifth of an em.
BLANK_WIDTHS = {
    "\u2005": 250, "\u2006": 167, "\u2009": 200, "\u200a": 100, "\u202f": 200, "\u205f": 222,
}  # fmt: skip


_BLANK_CODES = frozenset(map(ord, BLANK_WIDTHS))


class MissingGlyph(LookupError):
    """The face has no glyph for a character."""


class _Advances(dict[str, int]):
    """Width of each character, measured when first asked for; raises MissingGlyph."""

    __slots__ = ("_font",)

    def __init__(self, font: hb.Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, char: str) -> int:
        glyph = self._font.get_nominal_glyph(ord(char))
        if glyph:
            width = int(self._font.get_glyph_h_advance(glyph))
        elif char in BLANK_WIDTHS and self._font.get_nominal_glyph(ord(" ")):
            width = BLANK_WIDTHS[char]
        else:
            raise MissingGlyph(char)
        self[char] = width
        return width


class Face:
    """A TrueType face in memory or in a file; cheap until it is asked for something.

    Attributes:
        advances: width of a character in thousandths of the type size; raises MissingGlyph.
    """

    def __init__(self, source: bytes | Path, index: int = 0) -> None:
        blob = hb.Blob(source) if isinstance(source, bytes) else hb.Blob.from_file_path(str(source))
        self.hb_face = hb.Face(blob, index)
        self.hb_font = hb.Font(self.hb_face)
        self.hb_font.scale = (EM, EM)
        self.advances = _Advances(self.hb_font)
        self._outlines: dict[int, str] = {}

    def has(self, char: str) -> bool:
        """Whether the face has a glyph for this character, or can leave its blank."""
        return char in self.advances or bool(self.glyph(char))

    def glyph(self, char: str) -> int:
        """The glyph number of a character, 0 if there is none; blanks that are missing are drawn as space."""
        nominal = self.hb_font.get_nominal_glyph
        return nominal(ord(char)) or (char in BLANK_WIDTHS and nominal(ord(" "))) or 0

    def glyph_width(self, glyph: int) -> int:
        """The advance of a glyph in thousandths of the type size."""
        return int(self.hb_font.get_glyph_h_advance(glyph))

    def outline(self, glyph: int) -> str:
        """The operators of a glyph's path in thousandths of the type size, to be filled."""
        path = self._outlines.get(glyph)
        if path is None:
            path = self._outlines[glyph] = outline(self.hb_font, glyph)
        return path

    @cached_property
    def codes_by_glyph(self) -> dict[int, int]:
        """The lowest character of the Basic Multilingual Plane that has each glyph."""
        nominal = self.hb_font.get_nominal_glyph
        codes: dict[int, int] = {}
        for code in sorted(self.codes):
            glyph = nominal(code)
            if glyph:
                codes.setdefault(glyph, code)
        return codes

    @cached_property
    def codes(self) -> frozenset[int]:
        """The characters of the Basic Multilingual Plane that the face prints."""
        return frozenset(code for code in self.hb_face.unicodes if 0 < code < 0x10000) | _BLANK_CODES

    @cached_property
    def tables(self) -> frozenset[str]:
        """The tags of the tables in the font file."""
        return frozenset(self.hb_face.table_tags)

    def table(self, tag: str) -> bytes:
        """The bytes of one table, empty if the face has none."""
        if tag not in self.tables:
            return b""
        return bytes(self.hb_face.reference_table(tag).data)

    @cached_property
    def name(self) -> str:
        """The PostScript name, reduced to letters, digits and hyphens."""
        found = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Face"
        return "".join(char for char in found if char.isascii() and (char.isalnum() or char == "-")) or "Face"

    @cached_property
    def ascent(self) -> int:
        """Height above the baseline, in thousandths of the type size."""
        return int(self.hb_font.get_font_extents("ltr").ascender)

    @cached_property
    def descent(self) -> int:
        """Depth below the baseline as a positive number, in thousandths of the type size."""
        return -int(self.hb_font.get_font_extents("ltr").descender)

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The box that holds every glyph, in thousandths of the type size."""
        x0, y0, x1, y1 = struct.unpack_from(">4h", self.table("head"), 36)
        upem = self.hb_face.upem
        return x0 * EM // upem, y0 * EM // upem, -(-x1 * EM // upem), -(-y1 * EM // upem)

    @cached_property
    def weight_class(self) -> int:
        """Boldness from 100 to 900; 400 is regular."""
        os2 = self.table("OS/2")
        return int(struct.unpack_from(">H", os2, 4)[0]) if len(os2) >= 6 else 400

    @cached_property
    def is_italic(self) -> bool:
        """Whether the face says it is slanted."""
        os2 = self.table("OS/2")
        return len(os2) >= 64 and bool(struct.unpack_from(">H", os2, 62)[0] & 0x201)

    @cached_property
    def is_embeddable(self) -> bool:
        """Whether a PDF may hold a subset: TrueType outlines, not variable, and allowed by its maker.

        Source: OpenType 1.9, OS/2 fsType (bit 1 restricted, bit 8 no subsetting, bit 9 bitmaps only).
        """
        if "glyf" not in self.tables or "loca" not in self.tables or "fvar" in self.tables:
            return False
        os2 = self.table("OS/2")
        permission = int(struct.unpack_from(">H", os2, 8)[0]) if len(os2) >= 10 else 0
        return (permission & 0xF) != 2 and not permission & 0x300
