"""The part of a face that a PDF needs: outlines, widths and the way back from codes to text."""

import hashlib
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import uharfbuzz as hb

from app.documents.text.face import Face

# What ISO 32000-1, 9.9 asks of TrueType outlines behind a CIDToGIDMap, less the hinting.
_KEPT_TABLES = frozenset(("glyf", "head", "hhea", "hmtx", "loca", "maxp"))


@dataclass(frozen=True, slots=True)
class FontProgram:
    """The streams and dictionaries of one embedded face, as bytes.

    Attributes:
        name: the PostScript name with its subset tag.
        outlines: the compressed TrueType subset; `outlines_length` is its length before compression.
        glyph_map: the compressed CIDToGIDMap.
        to_unicode: the compressed ToUnicode CMap.
        widths: the W array.
        descriptor: the entries of the FontDescriptor without the stream.
    """

    name: str
    outlines: bytes
    outlines_length: int
    glyph_map: bytes
    to_unicode: bytes
    widths: str
    descriptor: str


def font_program(face: Face, glyphs: Mapping[int, int], texts: Mapping[int, str]) -> FontProgram:
    """The program for these glyphs by code; `texts` is what codes stand for if not for themselves."""
    outlines = _subset(face, sorted(set(glyphs.values())))
    codes = sorted(glyphs)
    digest = hashlib.sha256(struct.pack(f">{len(codes)}H", *codes) + outlines).digest()
    name = "".join(chr(ord("A") + byte % 26) for byte in digest[:6]) + "+" + face.name
    table = bytearray(2 * (codes[-1] + 1) if codes else 2)
    for code, glyph in glyphs.items():
        struct.pack_into(">H", table, 2 * code, glyph)
    return FontProgram(
        name=name,
        outlines=zlib.compress(outlines),
        outlines_length=len(outlines),
        glyph_map=zlib.compress(bytes(table)),
        to_unicode=zlib.compress(_to_unicode(codes, texts).encode("ascii")),
        widths=_widths(face, glyphs),
        descriptor=_descriptor(face),
    )


def _subset(face: Face, glyphs: Sequence[int]) -> bytes:
    """The outlines of these glyphs under their own numbers."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(
        {int.from_bytes(tag.encode("latin-1"), "big") for tag in face.tables - _KEPT_TABLES}
    )
    return bytes(hb.subset(face.hb_face, wanted).blob.data)


def _consecutive(codes: Sequence[int]) -> Iterator[list[int]]:
    """Runs of codes that follow each other within one high byte."""
    run: list[int] = []
    for code in codes:
        if run and (code != run[-1] + 1 or code >> 8 != run[-1] >> 8):
            yield run
            run = []
        run.append(code)
    if run:
        yield run


def _widths(face: Face, glyphs: Mapping[int, int]) -> str:
    parts = []
    for run in _consecutive(sorted(glyphs)):
        parts.append(f"{run[0]}[{' '.join(str(face.glyph_width(glyphs[code])) for code in run)}]")
    return "[" + " ".join(parts) + "]"


def _to_unicode(codes: Sequence[int], texts: Mapping[int, str]) -> str:
    ranges = [
        f"<{run[0]:04X}> <{run[-1]:04X}> <{run[0]:04X}>"
        for run in _consecutive([code for code in codes if code not in texts])
    ]
    singles = [
        f"<{code:04X}> <{texts[code].encode('utf_16_be').hex().upper()}>" for code in codes if code in texts
    ]
    body = [
        f"{len(chunk)} begin{operator}\n" + "\n".join(chunk) + f"\nend{operator}"
        for entries, operator in ((ranges, "bfrange"), (singles, "bfchar"))
        for chunk in (entries[start : start + 100] for start in range(0, len(entries), 100))
    ]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
            *body,
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
        )
    )


def _descriptor(face: Face) -> str:
    symbolic, italic = 4, 64
    flags = symbolic | (italic if face.is_italic else 0)
    angle = struct.unpack_from(">i", face.table("post"), 4)[0] / 65536 if len(face.table("post")) >= 8 else 0
    stem = 140 if face.weight_class >= 600 else 80
    box = " ".join(map(str, face.box))
    return (
        f"/Flags {flags} /FontBBox [{box}] /ItalicAngle {angle:g} /Ascent {face.ascent} "
        f"/Descent {-face.descent} /CapHeight {face.ascent * 3 // 4} /StemV {stem}"
    )
