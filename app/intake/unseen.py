"""Words of a page that no one can see: invisible, off the sheet, tiny, or in the colour of their ground.

Whoever put them there may want a program to read other than a person does.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from app.intake.page import Box

if TYPE_CHECKING:
    from PIL.Image import Image

INVISIBLE_MODE: Final = 3
LEAST_SIZE_PT: Final = 1.0
LEAST_ALPHA: Final = 26
LIGHT: Final = 200
"""From here on a colour may be that of its ground; the page is then looked at as it is drawn."""
LEAST_CONTRAST: Final = 24
_MOST_PIXELS: Final = 4_000_000


class Sight:
    """What can be seen of one page."""

    def __init__(self, page: pdfium.PdfPage, text: Any, width_pt: float, height_pt: float) -> None:
        self._page = page
        self._text = text
        self._width = width_pt
        self._height = height_pt
        self._drawn: Image | None = None
        self._colour = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()

    def is_invisible(self, place: int) -> bool:
        """Whether this character is in the invisible mode that programs use for the words of a scan."""
        shape = raw.FPDFText_GetTextObject(self._text, place)
        return bool(shape) and raw.FPDFTextObj_GetTextRenderMode(shape) == INVISIBLE_MODE

    def is_unseen(self, place: int, box: Box, size_pt: float) -> bool:
        """Whether the word that begins with this character cannot be seen, the invisible mode apart."""
        if box.x1 <= 0 or box.x0 >= self._width or box.y1 <= 0 or box.y0 >= self._height:
            return True
        tall = max(box.y1 - box.y0, box.x1 - box.x0)
        if tall < LEAST_SIZE_PT and size_pt < LEAST_SIZE_PT:
            return True
        red, green, blue, alpha = self._colour
        if not raw.FPDFText_GetFillColor(self._text, place, red, green, blue, alpha):
            return False
        if alpha.value < LEAST_ALPHA:
            return True
        return min(red.value, green.value, blue.value) >= LIGHT and self._contrast(box) < LEAST_CONTRAST

    def _contrast(self, box: Box) -> int:
        """The difference of the lightest and the darkest dot where the word stands, of 255."""
        if self._drawn is None:
            scale = min(1.5, (_MOST_PIXELS / max(self._width * self._height, 1.0)) ** 0.5)
            self._drawn = self._page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
        drawn = self._drawn
        across, down = drawn.width / max(self._width, 1.0), drawn.height / max(self._height, 1.0)
        left, top = int(max(box.x0, 0) * across), int(max(box.y0, 0) * down)
        right = min(drawn.width, max(left + 1, round(box.x1 * across)))
        bottom = min(drawn.height, max(top + 1, round(box.y1 * down)))
        if right <= left or bottom <= top:
            return 0
        least, most = drawn.crop((left, top, right, bottom)).convert("L").getextrema()
        return int(most) - int(least)  # type: ignore[arg-type]
