"""The faces this machine can print with, and which of them prints a given character."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from app.documents.text.characters import printable_part
from app.documents.text.face import Face
from app.documents.text.found import faces_in, named_dirs, system_dirs
from app.documents.text.languages import language_distance
from app.documents.text.style import Weight

_CUTS = {
    ("regular", False): "Regular",
    ("regular", True): "Italic",
    ("bold", False): "Bold",
    ("bold", True): "BoldItalic",
}


@cache
def bundled_face(module: str) -> Face:
    """A face of the `pymupdf-fonts` package, by the name of its module."""
    return Face(import_module(f"pymupdf_fonts.{module}").fontbuffer)


class FontFaces:
    """The faces of one machine: FiraGO first, Noto Sans for what it lacks, then faces found on the system."""

    def __init__(self, directories: Sequence[Path] = ()) -> None:
        self._directories = tuple(directories)
        self._found: list[Face] | None = None
        self._choices: dict[tuple[str, Weight, bool, str | None], Face | None] = {}

    @classmethod
    def default(cls, extra_dirs: Sequence[Path] = ()) -> "FontFaces":
        """The bundled faces and those found in `extra_dirs`, in FACTOTUM_FONT_DIRS and on the system."""
        return cls([*extra_dirs, *named_dirs(), *system_dirs()])

    def primary(self, weight: Weight, italic: bool) -> Face:
        """The face that prints whatever it can."""
        return bundled_face("FiraGO_" + _CUTS[weight, italic])

    def face_for(self, char: str, weight: Weight, italic: bool, lang: str | None = None) -> Face | None:
        """The face that prints this character in this cut, None if no face has it."""
        key = (char, weight, italic, lang)
        try:
            return self._choices[key]
        except KeyError:
            choice = self._choices[key] = self._choose(char, weight, italic, lang)
            return choice

    def missing(self, text: str) -> str:
        """The distinct characters of the text that no face can print, sorted; empty if all is well.

        Control characters and others that are never seen do not count.
        """
        return "".join(
            sorted(char for char in printable_part(text) if self.face_for(char, "regular", False) is None)
        )

    def _choose(self, char: str, weight: Weight, italic: bool, lang: str | None) -> Face | None:
        if "\ud800" <= char <= "\udfff":
            return None
        cut = _CUTS[weight, italic]
        for module in (f"FiraGO_{cut}", f"NotoSans_{cut}"):
            face = bundled_face(module)
            if face.has(char):
                return face
        return min(
            (face for face in self._found_faces() if face.has(char)),
            key=lambda face: _distance(face, weight, italic, lang),
            default=None,
        )

    def _found_faces(self) -> list[Face]:
        if self._found is None:
            self._found = list(faces_in(self._directories))
        return self._found


def _distance(face: Face, weight: Weight, italic: bool, lang: str | None) -> tuple[int, bool, int]:
    """How far a found face is from what is wanted: first the language, then the slant, then the weight."""
    wanted_weight = 700 if weight == "bold" else 400
    return language_distance(face, lang), face.is_italic != italic, abs(face.weight_class - wanted_weight)
