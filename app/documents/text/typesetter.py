"""Texts into lines: measured, wrapped, ordered and shaped, without a document."""

import re
from collections.abc import Iterator

from app.documents.text.bidi import line_levels, paragraph_levels
from app.documents.text.breaks import SOFT_HYPHEN, ZERO_WIDTH_SPACE
from app.documents.text.characters import compose, has_rtl, is_simple, without_isolates
from app.documents.text.cut import Cut
from app.documents.text.face import EM, MissingGlyph
from app.documents.text.faces import FontFaces
from app.documents.text.line import TextLine
from app.documents.text.shaping import advances, shaped_runs
from app.documents.text.style import TextStyle, Weight
from app.documents.text.wrapping import wrap_shaped, wrap_simple

_PARAGRAPH_END = re.compile("\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_BREAK_MARKS = {ord(SOFT_HYPHEN): None, ord(ZERO_WIDTH_SPACE): None}
_REMEMBERED_LINES = 2_000
_REMEMBERED_WORDS = 30_000
_SLACK_PT = 1e-6


class Typesetter:
    """Measures and breaks text; remembers words and lines, so one should live as long as a window.

    `lang` is a BCP 47 tag that chooses between faces for Chinese, Japanese and Korean.
    """

    def __init__(self, faces: FontFaces, lang: str | None = None) -> None:
        self._faces = faces
        self._lang = lang
        self._cuts: dict[tuple[Weight, bool], Cut] = {}
        self._lines: dict[tuple[str, float, Weight, bool], TextLine] = {}
        self._words: dict[tuple[Weight, bool], _WordWidths] = {}

    def line(self, text: str, style: TextStyle) -> TextLine:
        """The whole text as one line; line ends and tabs become spaces."""
        key = (text, style.size_pt, style.weight, style.italic)
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) >= _REMEMBERED_LINES:
                self._lines.clear()
            line = self._lines[key] = self._set(text, style)
        return line

    def width_pt(self, text: str, style: TextStyle) -> float:
        """The width of the text as one line, in points."""
        width = self._cut(style).plain_width(text)
        return self.line(text, style).width_pt if width is None else width * style.size_pt / EM

    def wrap(
        self, text: str, style: TextStyle, width_pt: float, base_rtl: bool | None = None
    ) -> tuple[TextLine, ...]:
        """The text in lines no wider than `width_pt`, at least one; a line end in the text ends a line.

        Only a single cluster wider than that stands out. `base_rtl` sets the direction of the paragraphs; by
        default each follows its first letter.
        """
        if not base_rtl and self._fits(text, style, width_pt):
            return (self.line(text, style),)
        return tuple(
            line
            for paragraph in _PARAGRAPH_END.split(text)
            for line in self._wrap_paragraph(paragraph, style, width_pt, base_rtl)
        )

    def line_count(self, text: str, style: TextStyle, width_pt: float) -> int:
        """How many lines `wrap` gives."""
        return 1 if self._fits(text, style, width_pt) else len(self.wrap(text, style, width_pt))

    def ascent_pt(self, style: TextStyle) -> float:
        """Height of the face above the baseline, in points."""
        return self._cut(style).primary.ascent * style.size_pt / EM

    def descent_pt(self, style: TextStyle) -> float:
        """Depth of the face below the baseline, in points, as a positive number."""
        return self._cut(style).primary.descent * style.size_pt / EM

    def _fits(self, text: str, style: TextStyle, width_pt: float) -> bool:
        """Whether the text is surely one line as it stands: simple, no wider, no white space at its ends."""
        width = self._cut(style).plain_width(text)
        return (
            width is not None
            and width <= (width_pt + _SLACK_PT) * EM / style.size_pt
            and text == text.strip()
        )

    def _cut(self, style: TextStyle) -> Cut:
        key = (style.weight, style.italic)
        cut = self._cuts.get(key)
        if cut is None:
            cut = self._cuts[key] = Cut(self._faces, style.weight, style.italic, self._lang)
            self._words[key] = _WordWidths(cut)
        return cut

    def _set(self, text: str, style: TextStyle) -> TextLine:
        cut = self._cut(style)
        if is_simple(text):
            try:
                return _simple_line(text, style, cut)
            except MissingGlyph:
                return _simple_line(cut.printable(text), style, cut)
        text = cut.printable(compose(text).translate(_BREAK_MARKS))
        if is_simple(text):
            return _simple_line(text, style, cut)
        levels, rtl = paragraph_levels(text) if has_rtl(text) else ([0] * len(text), False)
        return self._shaped_line(text, levels, rtl, style)

    def _shaped_line(self, text: str, levels: list[int], rtl: bool, style: TextStyle) -> TextLine:
        if rtl or any(levels):
            levels = line_levels(text, levels, rtl)
            text, levels = without_isolates(text, levels)
        runs = tuple(shaped_runs(text, levels, self._cut(style), self._lang))
        width_pt = sum(run.width for run in runs) * style.size_pt / EM
        return TextLine(text, width_pt, rtl, runs, any(run.is_told_apart for run in runs))

    def _wrap_paragraph(
        self, text: str, style: TextStyle, width_pt: float, base_rtl: bool | None
    ) -> Iterator[TextLine]:
        cut = self._cut(style)
        if cut.plain_width(text) is None:
            text = cut.printable(compose(text))
        limit_pt = width_pt + _SLACK_PT
        limit = limit_pt * EM / style.size_pt
        visible = text.translate(_BREAK_MARKS) if SOFT_HYPHEN in text or ZERO_WIDTH_SPACE in text else text
        if is_simple(visible) and not base_rtl:
            words = self._words[style.weight, style.italic]
            for part in wrap_simple(text, limit, words.__getitem__, cut.widths):
                yield _simple_line(part, style, cut)
            return
        if not visible:
            yield TextLine("", 0.0, bool(base_rtl))
            return
        levels, rtl = [0] * len(visible), False
        if base_rtl or has_rtl(visible):
            levels, rtl = paragraph_levels(visible, base_rtl)
        widths = advances(visible, levels, cut, self._lang)

        def set_part(start: int, end: int) -> TextLine:
            return self._shaped_line(visible[start:end], levels[start:end], rtl, style)

        yield from wrap_shaped(visible, limit, widths, limit_pt, set_part)


class _WordWidths(dict[str, int]):
    """The widths of words of simple characters, remembered."""

    def __init__(self, cut: Cut) -> None:
        super().__init__()
        self._cut = cut

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED_WORDS:
            self.clear()
        width = self[word] = self._cut.width(word)
        return width


def _simple_line(text: str, style: TextStyle, cut: Cut) -> TextLine:
    runs = tuple(cut.simple_runs(text))
    return TextLine(text, sum(run.width for run in runs) * style.size_pt / EM, False, runs)
