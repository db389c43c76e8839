"""A typeset line: what stands where, in units that do not depend on the document or the place on the page."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from app.documents.text.face import BLANK_WIDTHS, Face

_BLANKS = frozenset(BLANK_WIDTHS)


class Glyph(NamedTuple):
    """A glyph of a shaped run; lengths in thousandths of the type size.

    `text` is what it stands for: nothing, for the later glyphs of a cluster with more glyphs than characters.
    """

    number: int
    advance: int
    dx: int
    dy: int
    text: str


@dataclass(frozen=True, eq=False)
class Run:
    """Text in one face, drawn from left to right; lengths in thousandths of the type size.

    Attributes:
        text: the characters in logical order.
        offset: where the run starts on its line.
        glyphs: what is drawn if the run is shaped, from left to right.
        rtl: whether the characters run right to left.
    """

    face: Face
    text: str
    offset: int
    width: int
    glyphs: tuple[Glyph, ...] = ()
    rtl: bool = False

    @cached_property
    def show(self) -> str:
        """The operator that draws the characters of a run that is not shaped, each under its own code."""
        if _BLANKS.isdisjoint(self.text):
            return f"{pdf_string(self.text)}Tj"
        parts = []
        for blanks, chars in groupby(self.text, key=_BLANKS.__contains__):
            part = "".join(chars)
            parts.append(self._blank(part) if blanks else pdf_string(part))
        return f"[{''.join(parts)}]TJ"

    def _blank(self, text: str) -> str:
        """White space as wide as it ought to be, whatever glyph stands for it."""
        face = self.face
        return "".join(
            f"{pdf_string(char)}{too_wide}" if too_wide else pdf_string(char)
            for char in text
            for too_wide in (face.glyph_width(face.glyph(char)) - face.advances[char],)
        )

    @property
    def is_told_apart(self) -> bool:
        """Whether glyphs and characters differ, so that a reader must be told the text."""
        return self.rtl or any(
            (len(glyph.text) != 1 or glyph.dx or glyph.dy or not glyph.advance) for glyph in self.glyphs
        )


@dataclass(frozen=True, slots=True, eq=False)
class TextLine:
    """One line, ready to be drawn anywhere.

    Attributes:
        text: the characters in logical order, as they are copied out of the PDF.
        width_pt: the sum of the advances, in points.
        rtl: whether the paragraph of the line runs right to left.
        runs: what is drawn, from left to right.
        is_told_apart: whether glyphs and characters differ, so that a reader must be told the text.
    """

    text: str
    width_pt: float
    rtl: bool = False
    runs: tuple[Run, ...] = ()
    is_told_apart: bool = False


def pdf_string(codes: str) -> str:
    """The characters as a PDF literal string of two-byte codes, one Latin-1 character a byte."""
    raw = codes.encode("utf_16_be", "surrogatepass").decode("latin-1")
    raw = raw.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\r", "\\r")
    return f"({raw})"
