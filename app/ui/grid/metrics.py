"""Heights of rows and places of text in them, in logical pixels, measured once per text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from app.domain.rows import Line, Section
from app.ui.theme import (
    COMPACT_ROW_HEIGHT,
    ROW_HEIGHT,
    SIZE_BODY,
    SIZE_LABEL,
    SPACE_S,
    SPACE_XS,
    WEIGHT_STRONG,
    Theme,
)

MAX_TEXT_LINES: Final = 3
CACHE_LIMIT: Final = 50_000
LINES_LIMIT: Final = 500


class RowMetrics:
    """Fonts and lengths of the grid for one theme, and how high each row is."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.is_compact = False
        self.take_theme()

    def take_theme(self) -> None:
        """Measure anew: the theme's fonts changed."""
        theme = self._theme
        self.body = theme.font(SIZE_BODY)
        self.strong = theme.font(SIZE_BODY, WEIGHT_STRONG)
        self.small = theme.font(SIZE_LABEL)
        self.second = theme.font(SIZE_BODY - 1)
        self.second_line_height = QFontMetrics(self.second).height()
        self._body_height = QFontMetrics(self.body).height()
        self._strong_extra = theme.px(2)
        self.padding = theme.px(SPACE_S)
        self.gap = theme.px(SPACE_XS)
        self._lines: dict[tuple[str, int], int] = {}
        self._advance: dict[str, int] = {}
        self._wrapped: dict[tuple[str, int], list[str]] = {}
        self._of = {
            id(font): QFontMetrics(font) for font in (self.body, self.strong, self.small, self.second)
        }

    def of(self, font: QFont) -> QFontMetrics:
        """The metrics of one of the fonts here."""
        return self._of[id(font)]

    @property
    def base_height(self) -> int:
        """Height of a row with one line of text."""
        return self._theme.px(COMPACT_ROW_HEIGHT if self.is_compact else ROW_HEIGHT)

    @property
    def second_top(self) -> int:
        """Where the text under the label begins, from the top of the row."""
        return (self.base_height + self._body_height) // 2 + 1

    def height(self, row: Line | Section | None, width: int) -> int:
        """Height of a row whose description column is so wide."""
        base = self.base_height
        if row is None:
            return base
        if isinstance(row, Section):
            return base + self._strong_extra + (self.second_line_height if row.text else 0)
        if not row.description:
            return base
        return base + self.lines_of(row.description, width - 2 * self.padding) * self.second_line_height

    def heights(self, rows: Sequence[Line | Section | None], width: int) -> list[int]:
        """Heights of many rows; a line without description costs next to nothing."""
        base, height = self.base_height, self.height
        return [base if isinstance(row, Line) and not row.description else height(row, width) for row in rows]

    def lines_of(self, text: str, width: int) -> int:
        """How many lines the text takes in that width, at most MAX_TEXT_LINES."""
        key = (text, width)
        known = self._lines.get(key)
        if known is None:
            if len(self._lines) > CACHE_LIMIT:
                self._lines.clear()
            known = self._lines[key] = self._count(text, width)
        return known

    def second_lines(self, text: str, width: int) -> list[str]:
        """The lines of a description as they are shown in that width."""
        key = (text, width)
        known = self._wrapped.get(key)
        if known is None:
            if len(self._wrapped) > LINES_LIMIT:
                self._wrapped.clear()
            known = self._wrapped[key] = text_lines(text, self.second, width)
        return known

    def _count(self, text: str, width: int) -> int:
        count = 0
        for paragraph in text.splitlines()[:MAX_TEXT_LINES] or [""]:
            count += 1 if self._fits(paragraph, width) else len(wrapped(paragraph, self.second, width))
        return min(count, MAX_TEXT_LINES)

    def _fits(self, paragraph: str, width: int) -> bool:
        advance = self._advance.get(paragraph)
        if advance is None:
            if len(self._advance) > CACHE_LIMIT:
                self._advance.clear()
            metrics = QFontMetrics(self.second)
            advance = self._advance[paragraph] = metrics.horizontalAdvance(paragraph[:1_000])
        return advance <= width


def wrapped(paragraph: str, font: QFont, width: int) -> list[str]:
    """The lines of one paragraph in that width, cut after MAX_TEXT_LINES with an ellipsis."""
    metrics = QFontMetrics(font)
    shown = paragraph[:2_000]
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < MAX_TEXT_LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 20))
        start = line.textStart()
        if len(lines) == MAX_TEXT_LINES - 1:
            lines.append(metrics.elidedText(shown[start:], Qt.TextElideMode.ElideRight, width))
        else:
            lines.append(shown[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines or [""]


def text_lines(text: str, font: QFont, width: int) -> list[str]:
    """The lines shown of a description: wrapped, at most MAX_TEXT_LINES, the last with an ellipsis."""
    lines: list[str] = []
    paragraphs = text.splitlines()
    for paragraph in paragraphs[:MAX_TEXT_LINES]:
        lines.extend(wrapped(paragraph, font, width))
    is_cut = len(lines) > MAX_TEXT_LINES or len(paragraphs) > MAX_TEXT_LINES
    lines = lines[:MAX_TEXT_LINES]
    if is_cut and lines and not lines[-1].endswith("…"):
        lines[-1] = QFontMetrics(font).elidedText(f"{lines[-1]} …", Qt.TextElideMode.ElideRight, width)
    return lines
