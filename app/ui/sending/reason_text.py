"""A reason that wraps, with the link to where one can change it at its end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption


class ReasonText:
    """One reason laid out to a width in pixels; `link` is the last word, or empty."""

    def __init__(self, text: str, link: str, font: QFont, width: int) -> None:
        self._start = len(text) + 1 if text and link else len(text)
        self._length = len(link)
        self._layout = QTextLayout(f"{text} {link}".strip() if link else text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self.height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, self.height))
            self.height += line.height()
        self._layout.endLayout()

    def paint(self, painter: QPainter, at: QPoint, ink: QColor, accent: QColor) -> None:
        """Draw it with its upper left corner there."""
        painter.setPen(ink)
        marked = []
        if self._length:
            link = QTextLayout.FormatRange()
            link.start, link.length = self._start, self._length
            told = QTextCharFormat()
            told.setForeground(accent)
            told.setFontUnderline(True)
            link.format = told
            marked.append(link)
        self._layout.draw(painter, QPointF(at), marked)

    def is_link(self, point: QPoint) -> bool:
        """Whether the link is at this point, counted from the upper left corner."""
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            if self._length and line.y() <= point.y() < line.y() + line.height():
                return point.x() <= line.naturalTextWidth() and line.xToCursor(point.x()) >= self._start
        return False
