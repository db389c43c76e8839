"""How a piece of text looks: size, weight, slant and colour."""

from dataclasses import dataclass
from typing import Literal

Weight = Literal["regular", "bold"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of one text; size in points, colour as `#RRGGBB` (sRGB)."""

    size_pt: float
    weight: Weight = "regular"
    italic: bool = False
    colour: str = "#1D1B19"
