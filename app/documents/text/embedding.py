"""The faces one PDF uses, and the objects it holds for them.

A face becomes a composite font (Type0, Identity-H). The code of a character is its own number in Unicode, so
a line can be encoded before it is known which document it goes to; glyphs that no character leads to get
codes the face has no character for.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from app.documents.text.face import Face
from app.documents.text.font_program import FontProgram, font_program

_NOTHING = "\u200b"


class FontUse:
    """What has been used of one face so far.

    Attributes:
        name: the resource name of the font on the pages.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._chars: set[str] = set()
        self._codes: dict[tuple[int, str], int] = {}
        self._texts: dict[int, str] = {}
        self._free: Iterator[int] = (code for code in range(1, 0x10000) if code not in face.codes)
        self._program: FontProgram | None = None
        self._program_size = -1

    def use_chars(self, texts: Iterable[str]) -> None:
        """Note that simple characters are drawn under their own codes."""
        self._chars.update(*texts)

    def code_for(self, glyph: int, text: str) -> str:
        """The code, as a character, of a glyph that stands for `text`."""
        if len(text) == 1 and text < "\U00010000" and self.face.glyph(text) == glyph:
            self._chars.add(text)
            return text
        if len(text) == 1 and unicodedata.mirrored(text) and glyph in self.face.codes_by_glyph:
            mirrored = chr(self.face.codes_by_glyph[glyph])
            self._chars.add(mirrored)
            return mirrored
        code = self._codes.get((glyph, text))
        if code is None:
            code = self._codes[glyph, text] = next(self._free)
            self._texts[code] = text or _NOTHING
        return chr(code)

    def program(self) -> FontProgram:
        """The font program for all that is used; the same object until something new is used."""
        size = len(self._chars) + len(self._codes)
        if self._program is None or size != self._program_size:
            glyphs = {ord(char): self.face.glyph(char) for char in self._chars}
            glyphs.update((code, glyph) for (glyph, _), code in self._codes.items())
            self._program = font_program(self.face, glyphs, self._texts)
            self._program_size = size
        return self._program


class FontSet:
    """The faces in use together, by page resource name."""

    def __init__(self) -> None:
        self._uses: dict[int, FontUse] = {}

    def use(self, face: Face) -> FontUse:
        """The record of what is used of a face."""
        use = self._uses.get(id(face))
        if use is None:
            use = self._uses[id(face)] = FontUse(face, f"T{len(self._uses)}")
        return use


def add_font(document: Any, use: FontUse) -> None:
    """Make a font known to every page of a ReportLab document; its bytes are fixed when that is saved."""
    fonts = document.idToObject["BasicFonts"].dict
    if use.name not in fonts:
        fonts[use.name] = document.Reference(_Type0Font(use), f"text font {use.name}")


class Stream(PDFObject):  # type: ignore[misc]
    """A compressed stream, written as it is."""

    __RefOnly__ = 1

    def __init__(self, compressed: bytes, entries: str = "") -> None:
        self._compressed = compressed
        self._entries = entries

    def format(self, document: Any) -> bytes:  # noqa: ARG002
        """The stream object."""
        head = f"<< /Length {len(self._compressed)} /Filter /FlateDecode {self._entries}>>\nstream\n"
        return head.encode("ascii") + self._compressed + b"\nendstream\n"


class _Type0Font(PDFObject):  # type: ignore[misc]
    __RefOnly__ = 1

    def __init__(self, use: FontUse) -> None:
        self._use = use

    def format(self, document: Any) -> bytes:
        program = self._use.program()
        outlines = _reference(document, Stream(program.outlines, f"/Length1 {program.outlines_length} "))
        descriptor = _reference(
            document,
            _Plain(
                f"<< /Type /FontDescriptor /FontName /{program.name} {program.descriptor} "
                f"/FontFile2 {outlines} >>"
            ),
        )
        descendant = _reference(
            document,
            _Plain(
                f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{program.name} "
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                f"/FontDescriptor {descriptor} /DW 0 /W {program.widths} "
                f"/CIDToGIDMap {_reference(document, Stream(program.glyph_map))} >>"
            ),
        )
        to_unicode = _reference(document, Stream(program.to_unicode))
        return (
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{program.name} /Encoding /Identity-H "
            f"/DescendantFonts [{descendant}] /ToUnicode {to_unicode} >>"
        ).encode("ascii")


class _Plain(PDFObject):  # type: ignore[misc]
    __RefOnly__ = 1

    def __init__(self, text: str) -> None:
        self._text = text

    def format(self, document: Any) -> bytes:  # noqa: ARG002
        return self._text.encode("ascii")


def _reference(document: Any, item: Any) -> str:
    return str(document.Reference(item).format(document).decode("ascii"))
