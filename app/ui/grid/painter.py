"""How rows look: label over description, figures in columns, bold heads on the sunk surface."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from app.domain.rows import Line, Section
from app.ui.grid.figures import number_text
from app.ui.grid.metrics import RowMetrics
from app.ui.theme import FOCUS_WIDTH, RADIUS_FIELD, Theme

_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def hidden_words(section: Section) -> list[str]:
    """What the customer will not see of a section, in words."""
    found = []
    if not section.show_lines:
        found.append(QCoreApplication.translate("Grid", "lines hidden"))
    if not section.show_prices:
        found.append(QCoreApplication.translate("Grid", "prices hidden"))
    if not section.show_quantities:
        found.append(QCoreApplication.translate("Grid", "quantities hidden"))
    if not section.show_subtotal:
        found.append(QCoreApplication.translate("Grid", "subtotal hidden"))
    return found


def no_description() -> str:
    """What stands for a line that says nothing yet."""
    return QCoreApplication.translate("Grid", "No description yet")


class CellPainter:
    """Draws the pieces of one cell; the delegate decides which."""

    def __init__(self, theme: Theme, metrics: RowMetrics) -> None:
        self._theme = theme
        self._metrics = metrics

    def ground(
        self, painter: QPainter, rect: QRect, *, is_head: bool, is_selected: bool, is_last: bool
    ) -> None:
        """Background, and the hairline between this row and the next."""
        name = "accent_soft" if is_selected else ("sunk" if is_head else "surface")
        painter.fillRect(rect, self._theme.colour(name))
        if not is_last:
            painter.setPen(QPen(self._theme.colour("hair"), 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def focus(self, painter: QPainter, rect: QRect) -> None:
        """The accent outline of the current cell."""
        width = FOCUS_WIDTH
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = QRectF(rect).adjusted(width / 2 + 1, width / 2 + 1, -width / 2 - 1, -width / 2 - 2)
        radius = self._theme.px(RADIUS_FIELD) - 2
        painter.drawRoundedRect(inner, radius, radius)
        painter.restore()

    def label(self, painter: QPainter, rect: QRect, line: Line) -> None:
        """Label on the first line of the row, description beneath."""
        inner = self._inner(rect)
        first = QRect(inner.left(), inner.top(), inner.width(), self._metrics.base_height)
        if line.label or not line.description:
            text, colour = (line.label, "ink") if line.label else (no_description(), "ink2")
            self._text(painter, first, text, self._metrics.body, self._theme.colour(colour), _LEFT)
        self._second(painter, inner, line.description)

    def head(
        self, painter: QPainter, rect: QRect, section: Section, title: str, *, hidden_lines: int | None
    ) -> None:
        """Title of a section over the whole width, with what is folded away or hidden in words."""
        metrics = self._metrics
        inner = self._inner(rect)
        first = QRect(inner.left(), inner.top(), inner.width(), inner.height() - self._second_height(section))
        if hidden_lines is not None:
            self._folded_mark(painter, first)
            first.adjust(self._theme.px(16), 0, 0, 0)
        shown = self._text(painter, first, title, metrics.strong, self._theme.colour("ink"), _LEFT)
        notes = hidden_words(section)
        if hidden_lines is not None:
            notes.insert(
                0, QCoreApplication.translate("Grid", "folded: {count} lines").format(count=hidden_lines)
            )
        if notes:
            first.adjust(shown + self._theme.px(12), 0, 0, 0)
            note = " · ".join(notes)
            self._text(painter, first, note, metrics.small, self._theme.colour("ink2"), _LEFT)
        if section.text:
            height = metrics.second_line_height
            below = QRect(inner.left(), first.bottom() - self._theme.px(5), inner.width(), height)
            text = section.text.splitlines()[0]
            self._text(painter, below, text, metrics.second, self._theme.colour("ink2"), _LEFT)

    def figure(self, painter: QPainter, rect: QRect, text: str, colour: str, *, is_strong: bool) -> int:
        """A right-aligned text on the first line of the row; returns its width."""
        inner = self._inner(rect)
        inner.setHeight(self._metrics.base_height)
        font = self._metrics.strong if is_strong else self._metrics.body
        return self._text(painter, inner, text, font, self._theme.colour(colour), _RIGHT)

    def price(self, painter: QPainter, rect: QRect, line: Line, text: str) -> None:
        """The price; with the word that it includes VAT and the number of units it is for."""
        if line.price_base_quantity not in (0, 1):
            text = f"{text} / {number_text(Decimal(line.price_base_quantity))}"
        shown = self.figure(painter, rect, text, "ink", is_strong=False)
        if line.price_entry == "gross":
            inner = self._inner(rect)
            inner.setHeight(self._metrics.base_height)
            inner.setRight(inner.right() - shown - self._metrics.gap)
            self._text(
                painter,
                inner,
                QCoreApplication.translate("Grid", "incl."),
                self._metrics.small,
                self._theme.colour("ink2"),
                _RIGHT,
            )

    def invitation(self, painter: QPainter, rect: QRect) -> None:
        """The last row: what can be done from here, keys drawn as keys."""
        at = self._inner(rect)
        at.setHeight(self._metrics.base_height)
        ink2 = self._theme.colour("ink2")
        for text, is_key in (
            (QCoreApplication.translate("Grid", "Enter"), True),
            (QCoreApplication.translate("Grid", "adds a line"), False),
            (QCoreApplication.translate("Grid", "Ctrl Shift Enter"), True),
            (QCoreApplication.translate("Grid", "a section"), False),
            (QCoreApplication.translate("Grid", "paste rows from a spreadsheet"), False),
        ):
            font = self._metrics.small if is_key else self._metrics.body
            width = self._metrics.of(font).horizontalAdvance(text)
            if is_key:
                height = self._metrics.of(font).height() + 2
                box = QRectF(at.left(), at.center().y() - height / 2, width + 10, height)
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._theme.colour("hair"), 1))
                painter.drawRoundedRect(box, 4, 4)
                painter.restore()
                painter.setPen(ink2)
                painter.setFont(font)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
                at.setLeft(at.left() + width + 16)
            else:
                self._text(painter, at, text, font, ink2, _LEFT)
                at.setLeft(at.left() + width + self._theme.px(16))

    def _second_height(self, section: Section) -> int:
        return self._metrics.second_line_height if section.text else 0

    def _second(self, painter: QPainter, inner: QRect, text: str) -> None:
        if not text:
            return
        top = inner.top() + self._metrics.second_top
        for line in self._metrics.second_lines(text, inner.width()):
            rect = QRect(inner.left(), top, inner.width(), self._metrics.second_line_height)
            self._text(painter, rect, line, self._metrics.second, self._theme.colour("ink2"), _LEFT)
            top += self._metrics.second_line_height

    def _folded_mark(self, painter: QPainter, rect: QRect) -> None:
        size = self._theme.px(4)
        x, y = rect.left() + 1, rect.center().y() + 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink2"))
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - size), QPointF(x + size * 1.4, y), QPointF(x, y + size)])
        )
        painter.restore()

    def _inner(self, rect: QRect) -> QRect:
        return rect.adjusted(self._metrics.padding, 0, -self._metrics.padding, -1)

    def _text(
        self, painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor, align: int
    ) -> int:
        metrics = self._metrics.of(font)
        width = metrics.horizontalAdvance(text)
        if width > rect.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            width = metrics.horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(rect, align, text)
        return width
