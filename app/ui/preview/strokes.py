"""The few things painted around a page: its shadow, the outlines of fields, the focus of the desk."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.theme import FOCUS_WIDTH, SPACE_S

_SHADOW_STEPS = 6
_SHADOW_ALPHA = 10
_SHADOW_ALPHA_DARK = 26
_HAIR_ALPHA = 28
_SOFT_FILL_ALPHA = 22
_OUTLINE_PAD = 2
_OUTLINE_RADIUS = 3


def draw_shadow(painter: QPainter, page: QRect, *, is_dark: bool) -> None:
    """A soft shadow a little below the page, and a hair line around it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(Qt.GlobalColor.black)
    shade.setAlpha(_SHADOW_ALPHA_DARK if is_dark else _SHADOW_ALPHA)
    painter.setBrush(shade)
    for step in range(_SHADOW_STEPS, 0, -1):
        grown = page.adjusted(1 - step, 2 - step // 2, step - 1, 2 + step)
        painter.drawRoundedRect(grown, step, step)
    shade.setAlpha(_HAIR_ALPHA)
    painter.setBrush(shade)
    painter.drawRect(page.adjusted(-1, -1, 1, 1))
    painter.restore()


def draw_outline(painter: QPainter, rect: QRect, accent: QColor, *, is_soft: bool) -> None:
    """An outline around a field: soft under the pointer, plain for the field in hand."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = QColor(accent)
    fill.setAlpha(_SOFT_FILL_ALPHA)
    line = QColor(accent)
    if is_soft:
        line.setAlphaF(0.55)
    painter.setPen(QPen(line, 1.0 if is_soft else 1.5))
    painter.setBrush(fill if is_soft else QColor(Qt.GlobalColor.transparent))
    pad = _OUTLINE_PAD
    painter.drawRoundedRect(rect.adjusted(-pad, -pad, pad, pad), _OUTLINE_RADIUS, _OUTLINE_RADIUS)
    painter.restore()


def draw_focus(painter: QPainter, rect: QRect, accent: QColor) -> None:
    """The outline that says the keyboard scrolls here."""
    inset = FOCUS_WIDTH // 2
    painter.setPen(QPen(accent, FOCUS_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))


SPILL = SPACE_S
"""How far shadow and outlines reach beyond what they surround, in logical pixels."""
