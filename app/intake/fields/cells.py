"""Words gathered to lines, and lines cut to cells where a gap shows that another column begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from app.intake.page import Box, PageText, Word

GAP_OF_CELLS: Final = 0.75
"""A gap wider than this part of the type's height begins another cell."""
SAME_LINE: Final = 0.5
"""Words whose middles are nearer than this part of their height stand on one line."""


class Cell(NamedTuple):
    """Neighbouring words that belong together. `line` and `place` count from 0 on the page.

    `text` has single spaces between the words; `size_pt` is the height of the tallest type.
    """

    words: tuple[Word, ...]
    page: int
    line: int
    place: int
    text: str
    box: Box
    size_pt: float

    @property
    def is_bold(self) -> bool:
        """Whether most of its words are."""
        return 2 * sum(word.is_bold for word in self.words) > len(self.words)


class Grid(NamedTuple):
    """One page as lines of cells, from the top."""

    page: PageText
    lines: tuple[tuple[Cell, ...], ...]


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around these."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))


def grid_of(page: PageText) -> Grid:
    """The page's words in lines and cells; what cannot be seen is left out if anything can be."""
    seen = [word for word in page.words if not word.is_hidden]
    words = [
        word for word in (seen if len(seen) * 3 >= len(page.words) else page.words) if not _is_upright(word)
    ]
    lines = []
    for number, line in enumerate(_lines(words)):
        cells = tuple(
            _cell(tuple(cell), page.number, number, place) for place, cell in enumerate(_cells(line))
        )
        lines.append(cells)
    return Grid(page, tuple(lines))


def _cell(words: tuple[Word, ...], page: int, line: int, place: int) -> Cell:
    text = " ".join(word.text for word in words)
    tallest = max(word.box.y1 - word.box.y0 for word in words)
    return Cell(words, page, line, place, text, around(word.box for word in words), tallest)


def _is_upright(word: Word) -> bool:
    """Whether the word runs along the edge of the page: it belongs to no line."""
    width, height = word.box.x1 - word.box.x0, word.box.y1 - word.box.y0
    return len(word.text) >= 2 and height > 2 * width and height > 1.3 * (word.size_pt or height)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words whose vertical middles agree, from top to bottom, each line from left to right."""
    lines: list[list[Word]] = []
    middles: list[tuple[float, float]] = []  # middle and height of the line's first words
    for word in sorted(words, key=lambda w: (w.box.y0 + w.box.y1, w.box.x0)):
        middle, height = (word.box.y0 + word.box.y1) / 2, max(word.box.y1 - word.box.y0, 1.0)
        for place in range(len(lines) - 1, max(-1, len(lines) - 6), -1):
            line_middle, line_height = middles[place]
            if abs(middle - line_middle) < SAME_LINE * min(height, line_height):
                lines[place].append(word)
                break
        else:
            lines.append([word])
            middles.append((middle, height))
    return [
        sorted(line, key=lambda w: w.box.x0)
        for _, line in sorted(zip(middles, lines, strict=True), key=lambda pair: pair[0][0])
    ]


def _cells(line: Sequence[Word]) -> list[list[Word]]:
    cells: list[list[Word]] = []
    for word in line:
        last = cells[-1][-1] if cells else None
        height = word.box.y1 - word.box.y0
        if last is not None:
            height = min(height, last.box.y1 - last.box.y0)
        if last is None or word.box.x0 - last.box.x1 > GAP_OF_CELLS * height:
            cells.append([word])
        else:
            cells[-1].append(word)
    return cells
