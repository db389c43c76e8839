"""Text that needs HarfBuzz: pieces of one face, script and direction, and the glyphs of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import uharfbuzz as hb

from app.documents.text.bidi import visual_runs
from app.documents.text.characters import is_ignorable, is_simple
from app.documents.text.clusters import cluster_starts
from app.documents.text.cut import Cut
from app.documents.text.face import Face
from app.documents.text.line import Glyph, Run
from app.documents.text.scripts import script_of

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
    for start, end, face, simple, script in _clusters(text, levels, cut):
        last = found[-1] if found else None
        if (
            last is not None
            and (last.level, last.face, last.is_simple) == (levels[start], face, simple)
            and (simple or not script or not last.script or last.script == script)
        ):
            found[-1] = Piece(last.start, end, last.level, face, last.script or script, simple)
        else:
            found.append(Piece(start, end, levels[start], face, script, simple))
    return found


def _clusters(text: str, levels: Sequence[int], cut: Cut) -> Iterator[tuple[int, int, Face, bool, str]]:
    starts = cluster_starts(text)
    known: dict[tuple[str, bool], tuple[Face | None, bool, str]] = {}
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        chars = text[start:end]
        odd = bool(levels[start] & 1)
        look = known.get((chars, odd))
        if look is None:
            script = next((script for char in chars if (script := script_of(char))), "")
            look = known[chars, odd] = (cut.face_of_cluster(chars), not odd and is_simple(chars), script)
        face, simple, script = look
        if face is not None:
            yield start, end, face, simple, script
            continue
        for position in range(start, end):
            yield position, position + 1, cut.face_for(text[position]) or cut.primary, False, script


def shape(text: str, piece: Piece, lang: str | None = None) -> Iterator[tuple[int, Glyph]]:
    """The glyphs of a piece from left to right, each with the position in `text` of the cluster it belongs to."""
    buffer = hb.Buffer()
    buffer.add_str(text[piece.start : piece.end])
    buffer.flags = _FLAGS
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if piece.level & 1 else "ltr"
    if piece.script:
        buffer.script = piece.script
    if lang:
        buffer.language = lang
    hb.shape(piece.face.hb_font, buffer)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    ends = sorted({info.cluster for info in infos})[1:] + [piece.end - piece.start]
    for end, group in zip(
        reversed(ends) if piece.level & 1 else ends,
        groupby(zip(infos, places, strict=True), key=lambda pair: pair[0].cluster),
        strict=True,
    ):
        start, pairs = group[0], [pair for pair in group[1] if pair[0].codepoint]
        chars = text[piece.start + start : piece.start + end]
        for (info, place), told in zip(pairs, _told(chars, len(pairs), bool(piece.level & 1)), strict=True):
            yield piece.start + start, Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset, told)


def _told(chars: str, count: int, rtl: bool) -> list[str]:
    """What each of the glyphs of a cluster, from left to right, stands for."""
    chars = "".join(char for char in chars if not is_ignorable(char)) or chars
    if len(chars) == count:
        return list(reversed(chars)) if rtl else list(chars)
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
                new = [Run(piece.face, part, offset, width, glyphs=glyphs, rtl=bool(piece.level & 1))] if glyphs else []
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
