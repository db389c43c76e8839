"""The sheet: its size, its margins, and where a window envelope shows the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from app.domain.draft import Paper

MM: Final = 72 / 25.4
_SIZES_PT: Final = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}


@dataclass(frozen=True)
class Frame:
    """Lengths in points from the top left corner of the sheet.

    The address stands where the envelope's window is: left by DIN 5008 form B (address zone from
    62.7 mm down, text from 25 mm right), right by the French custom of NF Z 11-001 (a window 20 mm
    from the right and the bottom of a DL envelope shows, however the sheet slides, what stands 55 to
    79 mm down and 110 to 190 mm across).
    """

    width_pt: float
    height_pt: float
    left_pt: float
    right_pt: float
    top_pt: float
    bottom_pt: float
    window: Literal["none", "left", "right"]
    address_x_pt: float
    address_y_pt: float
    aside_x_pt: float
    foot_y_pt: float

    @property
    def content_width_pt(self) -> float:
        """Between the left and the right margin."""
        return self.right_pt - self.left_pt

    @property
    def body_height_pt(self) -> float:
        """Between the top and the bottom margin."""
        return self.bottom_pt - self.top_pt


def frame_for(paper: Paper) -> Frame:
    """The frame of this paper."""
    width_pt, height_pt = _SIZES_PT[paper.page_size]
    window = paper.window_envelope
    left_pt = 25 * MM if window == "left" else 18 * MM
    right_pt = width_pt - 18 * MM
    middle_pt = width_pt - 210 * MM + 110 * MM
    return Frame(
        width_pt=width_pt,
        height_pt=height_pt,
        left_pt=left_pt,
        right_pt=right_pt,
        top_pt=18 * MM,
        bottom_pt=height_pt - 22 * MM,
        window=window,
        address_x_pt=left_pt if window == "left" else middle_pt,
        address_y_pt={"left": 62.7, "right": 55.0, "none": 0.0}[window] * MM,
        aside_x_pt=middle_pt if window == "left" else left_pt,
        foot_y_pt=height_pt - 13 * MM,
    )
