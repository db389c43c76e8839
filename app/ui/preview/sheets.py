"""Where each page lies on the desk: one column, equal sheets, in logical pixels."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 16
GAP = 16
A4_PT = (595.275590551181, 841.8897637795276)
LETTER_PT = (612.0, 792.0)


@dataclass(frozen=True, slots=True)
class Sheets:
    """A column of pages at one zoom. `scale` is in logical pixels per point."""

    count: int
    width_pt: float
    height_pt: float
    scale: float

    @property
    def width(self) -> int:
        """Width of a page."""
        return max(1, round(self.width_pt * self.scale))

    @property
    def height(self) -> int:
        """Height of a page."""
        return max(1, round(self.height_pt * self.scale))

    @property
    def pitch(self) -> int:
        """From the top of a page to the top of the next."""
        return self.height + GAP

    @property
    def total_width(self) -> int:
        """Width of the column with its margins."""
        return self.width + 2 * MARGIN

    @property
    def total_height(self) -> int:
        """Height of the column with its margins."""
        return self.count * self.pitch - GAP + 2 * MARGIN

    def top(self, index: int) -> int:
        """Upper edge of a page on the desk."""
        return MARGIN + index * self.pitch

    def visible(self, top: int, height: int) -> range:
        """The pages of which something shows between `top` and `top + height`."""
        first = max(0, (top - MARGIN + GAP) // self.pitch)
        last = (top + height - 1 - MARGIN) // self.pitch
        if first < self.count and top >= self.top(first) + self.height:
            first += 1
        return range(min(first, self.count), min(max(last, -1) + 1, self.count))

    def current(self, top: int, height: int) -> int:
        """The page a reader would say she is on: the one a third of the way down the view."""
        return min(max(0, (top + height // 3 - MARGIN) // self.pitch), self.count - 1)


def fit_scale(width_pt: float, room: int) -> float:
    """Logical pixels per point at which a page fills a view `room` pixels wide, margins kept."""
    return max(room - 2 * MARGIN, 40) / width_pt
