"""Between the points of a page and the pixels it is shown with, at a zoom and turned by quarters."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.services.intake import Box


class PagePlacing(NamedTuple):
    """A page of `width_pt` by `height_pt`, turned clockwise by `rotation`, `scale` pixels a point."""

    width_pt: float
    height_pt: float
    rotation: int = 0
    scale: float = 1.0

    @property
    def turned_width_pt(self) -> float:
        """Width as it is shown."""
        return self.height_pt if self.rotation % 180 else self.width_pt

    @property
    def turned_height_pt(self) -> float:
        """Height as it is shown."""
        return self.width_pt if self.rotation % 180 else self.height_pt

    def rect(self, box: Box) -> QRectF:
        """Where a box of the page is shown."""
        one, other = self._turned(box.x0, box.y0), self._turned(box.x1, box.y1)
        left, right = sorted((one[0], other[0]))
        top, bottom = sorted((one[1], other[1]))
        scale = self.scale
        return QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)

    def point(self, shown: QPointF) -> tuple[float, float]:
        """The place on the page that is shown there."""
        x, y = shown.x() / self.scale, shown.y() / self.scale
        match self.rotation % 360:
            case 90:
                return y, self.height_pt - x
            case 180:
                return self.width_pt - x, self.height_pt - y
            case 270:
                return self.width_pt - y, x
        return x, y

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation % 360:
            case 90:
                return self.height_pt - y, x
            case 180:
                return self.width_pt - x, self.height_pt - y
            case 270:
                return y, self.width_pt - x
        return x, y
