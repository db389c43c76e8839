"""A word in a pill, as lists paint it; labels take the same roles from the stylesheet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from app.ui.theme import SIZE_LABEL, SPACE_S, WEIGHT_STRONG, Theme

HEIGHT = 20
_COLOURS: Final = {
    "pill": ("", "ink2"),
    "pill_accent": ("accent_soft", "accent"),
    "pill_warn": ("warn_soft", "warn"),
    "pill_bad": ("bad_soft", "bad"),
    "pill_good": ("good_soft", "good"),
}
"""Ground and ink of each role; without a ground it has a line around it."""


def paint_pill(painter: QPainter, room: QRect, word: str, role: str, theme: Theme) -> None:
    """Draw the word at the left of the room, half-way up."""
    ground, ink = _COLOURS[role]
    painter.setFont(theme.font(SIZE_LABEL, WEIGHT_STRONG))
    width = painter.fontMetrics().horizontalAdvance(word) + 2 * theme.px(SPACE_S)
    height = theme.px(HEIGHT)
    pill = QRect(room.left(), room.center().y() - height // 2, min(width, room.width()), height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen if ground else QPen(theme.colour("hair"), 1))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(theme.colour(ink))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), word)
