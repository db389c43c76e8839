"""A shaped run as PDF operators: each glyph where HarfBuzz wants it, each character copied out in its order.

A line of a left-to-right paragraph carries its text as /ActualText. In a right-to-left paragraph readers put
the characters back into logical order themselves, from the way they stand on the page (PDFium reverses even
an /ActualText): there each character has one code, from left to right, and the characters that a ligature
swallows, or that are drawn as paths, ride on glyphs that leave no ink.
"""

import unicodedata
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


def mark_paths(run: Run, x_pt: float, y_pt: float, size_pt: float) -> list[str]:
    """The points and signs around right-to-left letters, as paths that no reader takes for characters.

    As glyphs they would stand before or above their letter, and readers that order characters by
    their place (PDFium) would copy them with blanks between, or on lines of their own.
    """
    if not _has_marks(run):
        return []
    found, pen, scale = [], 0, size_pt / EM
    for glyph in run.glyphs:
        if _is_mark(glyph):
            place = f"{x_pt + (pen + glyph.dx) * scale:.3f} {y_pt + glyph.dy * scale:.3f}"
            found.append(f"q {scale:.5f} 0 0 {scale:.5f} {place} cm {run.face.outline(glyph.number)} f Q")
        pen += glyph.advance
    return found


def _is_mark(glyph: Glyph) -> bool:
    return not glyph.advance and all(unicodedata.category(char) == "Mn" for char in glyph.text)


def _has_marks(run: Run) -> bool:
    """Whether the run has marks that stand apart, each after a letter of its text."""
    if not run.rtl or not any(map(_is_mark, run.glyphs)):
        return False
    return len(_letters(run.text)) == sum(len(_letters(g.text)) for g in run.glyphs if not _is_mark(g))


def _letters(text: str) -> list[str]:
    """The letters, each with the marks after it."""
    letters: list[str] = []
    for char in text:
        if letters and unicodedata.category(char) == "Mn":
            letters[-1] += char
        else:
            letters.append(char)
    return letters


def _one_character_each(run: Run) -> Iterator[Glyph]:
    blank = run.face.glyph(" ")
    for glyph in _with_marks_told(run) if _has_marks(run) else run.glyphs:
        if len(glyph.text) <= 1:
            yield glyph
            continue
        for char in reversed(glyph.text[1:]):
            yield Glyph(blank, 0, 0, 0, char)
        yield Glyph(glyph.number, glyph.advance, glyph.dx, glyph.dy, glyph.text[0])


def _with_marks_told(run: Run) -> list[Glyph]:
    """The glyphs without the marks, each of them standing for its letters with their marks."""
    letters = iter(_letters(run.text))
    told = [
        glyph._replace(text="".join(next(letters) for _ in _letters(glyph.text)))
        for glyph in reversed(run.glyphs)
        if not _is_mark(glyph)
    ]
    return told[::-1]


def _array(parts: list[str]) -> list[str]:
    return [f"[{''.join(parts)}]TJ"] if parts else []
