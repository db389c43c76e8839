"""A shaped run as PDF operators: each glyph where HarfBuzz wants it, each character copied out in its order.

A line of a left-to-right paragraph carries its text as /ActualText. In a right-to-left paragraph readers put
the characters back into logical order themselves, from the way they stand on the page (PDFium reverses even
an /ActualText): there each character has one code, from left to right, and the characters that a ligature
swallows ride on glyphs that leave no ink.
"""

from collections.abc import Iterator

from app.documents.text.embedding import FontUse
from app.documents.text.face import EM
from app.documents.text.line import Glyph, Run, pdf_string


def shaped_operators(run: Run, use: FontUse, size_pt: float) -> list[str]:
    """The operators that draw a run at the current point; Ts lifts and lowers, TJ moves."""
    glyphs = _one_character_each(run) if run.rtl else run.glyphs
    operators: list[str] = []
    parts: list[str] = []
    codes = ""
    rise = move = 0
    for glyph in glyphs:
        move += glyph.dx
        if codes and (move or glyph.dy != rise):
            parts.append(pdf_string(codes))
            codes = ""
        if glyph.dy != rise:
            operators += _array(parts)
            parts = []
            rise = glyph.dy
            operators.append(f"{rise * size_pt / EM:.3f} Ts")
        if move:
            parts.append(str(-move))
        codes += use.code_for(glyph.number, glyph.text)
        move = glyph.advance - glyph.dx - run.face.glyph_width(glyph.number)
    if codes:
        parts.append(pdf_string(codes))
    operators += _array(parts)
    return [*operators, "0 Ts"] if rise else operators


def actual_text(text: str) -> str:
    """The operator that begins a span with `text` as what is read and copied; `EMC` ends it."""
    return f"/Span <</ActualText <FEFF{text.encode('utf_16_be').hex().upper()}>>> BDC"


def _one_character_each(run: Run) -> Iterator[Glyph]:
    blank = run.face.glyph(" ")
    for glyph in run.glyphs:
        if len(glyph.text) <= 1:
            yield glyph
            continue
        for char in reversed(glyph.text[1:]):
            yield Glyph(blank, 0, 0, 0, char)
        yield Glyph(glyph.number, glyph.advance, glyph.dx, glyph.dy, glyph.text[0])


def _array(parts: list[str]) -> list[str]:
    return [f"[{''.join(parts)}]TJ"] if parts else []
