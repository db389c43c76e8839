"""One cut (weight and slant) of all the faces together: the face and the width of each character."""

from collections.abc import Iterable
from itertools import groupby

from app.documents.text.characters import is_ignorable, is_simple
from app.documents.text.face import Face, MissingGlyph
from app.documents.text.faces import FontFaces
from app.documents.text.line import Run
from app.documents.text.style import Weight

REPLACEMENTS = "\ufffd?"


class NotSimple(LookupError):
    """A character that plain advances do not place."""


class Cut:
    """The faces for one weight and slant.

    Attributes:
        widths: width of a character in thousandths of the type size, in the face that prints it; raises
            MissingGlyph.
        plain_widths: the same for simple characters only; raises NotSimple or MissingGlyph.
    """

    def __init__(self, faces: FontFaces, weight: Weight, italic: bool, lang: str | None) -> None:
        self._faces = faces
        self._key = (weight, italic, lang)
        self.primary = faces.primary(weight, italic)
        self.widths = _Widths(self)
        self.plain_widths = _PlainWidths(self.widths)

    def face_for(self, char: str) -> Face | None:
        """The face that prints the character, None if there is none."""
        weight, italic, lang = self._key
        return self._faces.face_for(char, weight, italic, lang)

    def width(self, text: str) -> int:
        """The sum of the widths of simple characters; raises MissingGlyph."""
        return sum(map(self.widths.__getitem__, text))

    def plain_width(self, text: str) -> int | None:
        """The width of a text of simple characters that can be printed, None for any other."""
        try:
            return sum(map(self.plain_widths.__getitem__, text))
        except LookupError:
            return None

    def simple_runs(self, text: str, offset: int = 0) -> list[Run]:
        """Runs of simple characters, one for each change of face; raises MissingGlyph."""
        width = self.width(text)
        if self.widths.foreign.isdisjoint(text):
            return [Run(self.primary, text, offset, width)] if text else []
        runs = []
        for face, chars in groupby(text, key=lambda char: self.face_for(char) or self.primary):
            part = "".join(chars)
            run = Run(face, part, offset, self.width(part))
            runs.append(run)
            offset += run.width
        return runs

    def printable(self, text: str) -> str:
        """The text with U+FFFD, or `?`, in place of each character that no face has."""
        missing = [char for char in set(text) if not is_ignorable(char) and self.face_for(char) is None]
        if not missing:
            return text
        instead = next(char for char in REPLACEMENTS if self.face_for(char))
        return text.translate(dict.fromkeys(map(ord, missing), instead))

    def face_of_cluster(self, chars: str) -> Face | None:
        """A face that has every visible character of a cluster, None if no single one has."""
        visible = [char for char in chars if not is_ignorable(char)]
        for face in (self.primary, *self._faces_of(visible)):
            if all(map(face.has, visible)):
                return face
        return None

    def _faces_of(self, chars: Iterable[str]) -> Iterable[Face]:
        return (face for char in chars if (face := self.face_for(char)))


class _PlainWidths(dict[str, int]):
    """Widths of simple characters, so that one sum tells whether a text is simple and how wide it is."""

    def __init__(self, widths: dict[str, int]) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, char: str) -> int:
        if not is_simple(char):
            raise NotSimple(char)
        width = self[char] = self._widths[char]
        return width


class _Widths(dict[str, int]):
    """Widths by character; `foreign` are those that the primary face lacks."""

    def __init__(self, cut: Cut) -> None:
        super().__init__()
        self._cut = cut
        self.foreign: set[str] = set()

    def __missing__(self, char: str) -> int:
        face = self._cut.face_for(char)
        if face is None:
            raise MissingGlyph(char)
        if face is not self._cut.primary:
            self.foreign.add(char)
        width = self[char] = face.advances[char]
        return width
