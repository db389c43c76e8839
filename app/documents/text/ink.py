"""Lines onto pages: the texts of a page share one text object, and state changes only when it must."""

from functools import lru_cache
from typing import Literal

from app.documents.text.canvas import TextCanvas
from app.documents.text.embedding import FontSet, FontUse, add_font
from app.documents.text.face import EM, Face
from app.documents.text.faces import FontFaces
from app.documents.text.glyph_operators import actual_text, mark_paths, shaped_operators
from app.documents.text.line import TextLine
from app.documents.text.style import TextStyle

Align = Literal["left", "right", "centre"]


class PdfFonts:
    """The fonts of one PDF being written, or of a preview that lives for long.

    With `keep_subsets` the font programs outlive a document: as long as no new glyph is drawn, the next one
    embeds the very same bytes.
    """

    def __init__(self, faces: FontFaces, *, keep_subsets: bool = False) -> None:
        self._faces = faces
        self._kept = FontSet() if keep_subsets else None

    def begin(self, canvas: TextCanvas) -> "PageInk":
        """The ink for the current page of a canvas made by `new_canvas`."""
        if canvas.fonts is None:
            canvas.fonts = self._kept or FontSet()
        return PageInk(canvas, canvas.fonts)


class PageInk:
    """Collects the texts of one page; nothing is on the canvas before `end`."""

    def __init__(self, canvas: TextCanvas, fonts: FontSet) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._operators: list[str] = []
        self._paths: list[str] = []
        self._uses: dict[Face, tuple[FontUse, list[str]]] = {}
        self._font: tuple[Face, float] | None = None
        self._colour = ""
        self._open_marks = 0

    def text(self, line: TextLine, x_pt: float, y_pt: float, style: TextStyle, align: Align = "left") -> None:
        """Draw a line with its baseline at `y_pt`; `x_pt` is its left end, right end or middle."""
        if align != "left":
            x_pt -= line.width_pt if align == "right" else line.width_pt / 2
        out = self._operators
        if style.colour != self._colour:
            self._colour = style.colour
            out.append(fill_operator(style.colour))
        size_pt = style.size_pt
        told_apart = line.is_told_apart and not line.rtl
        if told_apart:
            out.append(actual_text(line.text))
        for run in line.runs:
            face = run.face
            if (face, size_pt) != self._font:
                self._font = (face, size_pt)
                out.append(f"/{self._use(face)[0].name} {size_pt:g} Tf")
            x = x_pt + run.offset * size_pt / EM if run.offset else x_pt
            if run.glyphs:
                out.append(f"1 0 0 1 {x:.2f} {y_pt:.2f} Tm")
                between = line.rtl and not run.rtl and run.is_told_apart
                out += [actual_text(run.text)] if between else []
                out += shaped_operators(run, self._uses[face][0], size_pt)
                out += ["EMC"] if between else []
                paths = mark_paths(run, x, y_pt, size_pt)
                self._paths += [fill_operator(style.colour), *paths] if paths else []
            else:
                self._uses[face][1].append(run.text)
                out.append(f"1 0 0 1 {x:.2f} {y_pt:.2f} Tm {run.show}")
        if told_apart:
            out.append("EMC")

    def mark(self, tag: str, mcid: int | None) -> None:
        """Begin marked content around the texts that follow; without a number there is only the tag."""
        self._open_marks += 1
        self._operators.append(f"/{tag} BMC" if mcid is None else f"/{tag} <</MCID {mcid}>> BDC")

    def unmark(self) -> None:
        """End the marked content begun last."""
        if not self._open_marks:
            raise ValueError("unmark without mark")
        self._open_marks -= 1
        self._operators.append("EMC")

    def end(self) -> None:
        """Write what was collected onto the canvas, above all that is drawn there already."""
        if self._open_marks:
            raise ValueError("marked content is still open")
        for use, texts in self._uses.values():
            use.use_chars(texts)
        if self._operators:
            body = "\n".join(self._operators)
            self._canvas._code.append(f"q BT\n{body}\nET Q")
        if self._paths:
            self._canvas._code.append("\n".join(("/Artifact BMC q", *self._paths, "Q EMC")))
        self._operators = []
        self._paths = []
        self._uses = {}
        self._font = None
        self._colour = ""

    def _use(self, face: Face) -> tuple[FontUse, list[str]]:
        entry = self._uses.get(face)
        if entry is None:
            use = self._fonts.use(face)
            add_font(self._canvas._doc, use)
            entry = self._uses[face] = (use, [])
        return entry


@lru_cache(maxsize=256)
def fill_operator(colour: str) -> str:
    """The operator that fills with a colour given as `#RRGGBB`."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return f"{red:.4g} {green:.4g} {blue:.4g} rg"
