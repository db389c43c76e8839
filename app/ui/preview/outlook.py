"""What of the desk is in view, and where pages and fields lie in it: plain geometry, no widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF

from app.ui.preview.sheets import MARGIN, Sheets
from app.ui.preview.wanted import Clip, Picture, SpotLike


class Outlook(NamedTuple):
    """The view's size, how far it is scrolled, and device pixels per logical pixel."""

    sheets: Sheets
    width: int
    height: int
    scroll_x: int
    scroll_y: int
    pixel_ratio: float

    @property
    def device_scale(self) -> float:
        """Device pixels per point."""
        return self.sheets.width * self.pixel_ratio / self.sheets.width_pt

    @property
    def visible_pages(self) -> range:
        """Indexes of the pages of which something is in view."""
        return self.sheets.visible(self.scroll_y, self.height)

    @property
    def current_page(self) -> int:
        """Index of the page a reader is on."""
        return self.sheets.current(self.scroll_y, self.height)

    def page_rect(self, index: int) -> QRect:
        """A page in the coordinates of the view."""
        x = max(MARGIN, (self.width - self.sheets.width) // 2) - self.scroll_x
        return QRect(x, self.sheets.top(index) - self.scroll_y, self.sheets.width, self.sheets.height)

    def spot_rect(self, index: int, spot: SpotLike) -> QRect:
        """A field's place in the coordinates of the view."""
        scale, page = self.sheets.scale, self.page_rect(index)
        left, top = page.x() + spot.x0_pt * scale, page.y() + spot.y0_pt * scale
        width, height = (spot.x1_pt - spot.x0_pt) * scale, (spot.y1_pt - spot.y0_pt) * scale
        return QRectF(left, top, width, height).toAlignedRect()

    def seen_part(self, index: int, ahead: float = 0.0) -> Clip:
        """The part of a page in view, and `ahead` views more to each side, in device pixels."""
        page, ratio = self.page_rect(index), self.pixel_ratio
        more_x, more_y = round(self.width * ahead), round(self.height * ahead)
        return Clip(
            round((-page.x() - more_x) * ratio),
            round((-page.y() - more_y) * ratio),
            round((self.width + 2 * more_x) * ratio),
            round((self.height + 2 * more_y) * ratio),
        )

    def picture_rect(self, picture: Picture) -> QRectF:
        """Where a picture is to be painted; stretched if it was drawn for another zoom."""
        page, clip, scale = self.page_rect(picture.index), picture.clip, self.device_scale
        unit = (1 if picture.scale == scale else scale / picture.scale) / self.pixel_ratio
        return QRectF(
            page.x() + clip.x * unit, page.y() + clip.y * unit, clip.width * unit, clip.height * unit
        )

    def spot_at(
        self, point: QPoint, picture_of: Callable[[int], Picture | None]
    ) -> tuple[int, SpotLike] | None:
        """The page and the smallest field under a point of the view."""
        for index in self.visible_pages:
            page, picture = self.page_rect(index), picture_of(index)
            if picture is None or not page.contains(point):
                continue
            x_pt = (point.x() - page.x()) / self.sheets.scale
            y_pt = (point.y() - page.y()) / self.sheets.scale
            hits = [
                spot
                for spot in picture.spots
                if spot.x0_pt <= x_pt <= spot.x1_pt and spot.y0_pt <= y_pt <= spot.y1_pt
            ]
            if hits:
                return index, min(hits, key=lambda s: (s.x1_pt - s.x0_pt) * (s.y1_pt - s.y0_pt))
        return None
