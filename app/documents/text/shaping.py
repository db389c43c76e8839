"""Text that needs HarfBuzz: pieces of one face, script and direction, and the glyphs of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import uharfbuzz as hb

from app.documents.text.bidi import visual_runs
from app.documents.text.characters import is_ignorable, is_simple
from app.documents.text.clusters import cluster_starts
from app.documents.text.cut import Cut
from app.documents.text.face import Face
from app.documents.text.line import Glyph, Run
from app.documents.text.scripts import script_of

_WORD = re.compile(" +|[^ ]+")
_FLAGS = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES | hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring characters that are drawn in one go; `script` is empty where no shaping is needed."""

    start: int
    end: int
    level: int
    face: Face
    script: str
    is_simple: bool


def pieces(text: str, levels: Sequence[int], cut: Cut) -> list[Piece]:
    """The pieces of a text, in logical order; every visible character has a face."""
    found: list[Piece] = []
    first = 0
    current: tuple[int, Face, bool] | None = None
    current_script = ""
    for start, face, simple, script in _clusters(text, levels, cut):
        kind = (levels[start], face, simple)
        same_script = simple or not script or not current_script or script == current_script
        if kind == current and same_script:
            current_script = current_script or script
            continue
        if current:
            found.append(Piece(first, start, *current[:2], current_script, current[2]))
        first, current, current_script = start, kind, script
    if current:
        found.append(Piece(first, len(text), *current[:2], current_script, current[2]))
    return found


def _clusters(text: str, levels: Sequence[int], cut: Cut) -> Iterator[tuple[int, Face, bool, str]]:
    starts = cluster_starts(text)
    ends = [*starts[1:], len(text)] if starts else []
    known: dict[tuple[str, bool], tuple[Face | None, bool, str]] = {}
    for start, end in zip(starts, ends, strict=True):
        chars = text[start:end]
        odd = bool(levels[start] & 1)
        look = known.get((chars, odd))
        if look is None:
            script = next((script for char in chars if (script := script_of(char))), "")
            look = known[chars, odd] = (cut.face_of_cluster(chars), not odd and is_simple(chars), script)
        face, simple, script = look
        if face is not None:
            yield start, face, simple, script
            continue
        for position in range(start, end):
            yield position, cut.face_for(text[position]) or cut.primary, False, script


def shape(text: str, piece: Piece, lang: str | None = None) -> Iterator[tuple[int, Glyph]]:
    """The glyphs of a piece from left to right, each with the position of its cluster in `text`."""
    rtl = bool(piece.level & 1)
    words = list(_WORD.finditer(text, piece.start, piece.end))
    for word in reversed(words) if rtl else words:
        start = word.start()
        for position, glyph in _shape_word(word[0], piece.face, piece.script, rtl, lang):
            yield start + position, glyph


@lru_cache(maxsize=20_000)
def _shape_word(
    word: str, face: Face, script: str, rtl: bool, lang: str | None
) -> tuple[tuple[int, Glyph], ...]:
    """The glyphs of a word from left to right, each with the place of its cluster in the word."""
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.flags = _FLAGS
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    if script:
        buffer.script = script
    if lang:
        buffer.language = lang
    hb.shape(face.hb_font, buffer)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    if not infos:
        return ()
    ends = [*sorted({info.cluster for info in infos})[1:], len(word)]
    shaped: list[tuple[int, Glyph]] = []
    for end, (start, group) in zip(
        reversed(ends) if rtl else ends,
        groupby(zip(infos, places, strict=True), key=lambda pair: pair[0].cluster),
        strict=True,
    ):
        pairs = [pair for pair in group if pair[0].codepoint]
        for (info, place), told in zip(pairs, _told(word[start:end], len(pairs), rtl), strict=True):
            glyph = Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset, told)
            shaped.append((start, glyph))
    return tuple(shaped)


def _told(chars: str, count: int, rtl: bool) -> str | list[str]:
    """What each of the glyphs of a cluster, from left to right, stands for."""
    if len(chars) != count:
        chars = "".join(char for char in chars if not is_ignorable(char)) or chars
    if len(chars) == count:
        return chars[::-1] if rtl else chars
    rest = [""] * (count - 1)
    return ([*rest, chars] if rtl else [chars, *rest]) if count else []


def shaped_runs(text: str, levels: Sequence[int], cut: Cut, lang: str | None = None) -> list[Run]:
    """The runs of one line from left to right; `levels` are those after rule L1."""
    runs: list[Run] = []
    offset = 0
    by_start = {piece.start: piece for piece in pieces(text, levels, cut)}
    for start, end, level in visual_runs(levels):
        inside = [by_start[position] for position in range(start, end) if position in by_start]
        for piece in reversed(inside) if level & 1 else inside:
            part = text[piece.start : piece.end]
            if piece.is_simple:
                new = cut.simple_runs(part, offset)
            else:
                glyphs = tuple(glyph for _, glyph in shape(text, piece, lang))
                width = sum(glyph.advance for glyph in glyphs)
                run = Run(piece.face, part, offset, width, glyphs=glyphs, rtl=bool(piece.level & 1))
                new = [run] if glyphs else []
            runs += new
            offset += sum(run.width for run in new)
    return runs


def advances(text: str, levels: Sequence[int], cut: Cut, lang: str | None = None) -> list[int]:
    """The width that each position of a paragraph adds, in thousandths of the type size.

    What a cluster takes is booked on its first character.
    """
    widths = [0] * len(text)
    for piece in pieces(text, levels, cut):
        if piece.is_simple:
            widths[piece.start : piece.end] = map(cut.widths.__getitem__, text[piece.start : piece.end])
        else:
            for position, glyph in shape(text, piece, lang):
                widths[position] += glyph.advance
    return widths
