"""Pages as pixels, for the window and for reading scans. Only ever in the worker's process."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NamedTuple

from app.intake.files import kind_of
from app.intake.opening import Unreadable, frames_of, opened, opened_image

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS: Final = 12_000_000
POINTS_AN_INCH: Final = 72
DPI_OF_SCANS: Final = 150
"""What a picture that does not say its resolution was made with, and what pages are read at."""


class Sheet(NamedTuple):
    """One page as it is shown. Sizes in points; `page_count` is that of the whole file."""

    image: Image
    width_pt: float
    height_pt: float
    page_count: int


def picture(
    content: bytes, password: str, page: int, width: int, rotation: int = 0
) -> tuple[bytes, int, int]:
    """PNG, width and height in pixels of a page (from 1), so many pixels wide, then turned clockwise by
    `rotation` degrees: a multiple of 90. Raises Unreadable."""
    image = sheet_of(content, password, page, width=width).image
    if rotation % 360:
        image = image.rotate(-rotation, expand=True)
    into = io.BytesIO()
    image.save(into, "PNG", compress_level=1)
    return into.getvalue(), image.width, image.height


def sheet_of(
    content: bytes, password: str, page: int, *, width: int | None = None, dpi: int = DPI_OF_SCANS
) -> Sheet:
    """The page (from 1), so many pixels wide, else so many to the inch; never more than MOST_PIXELS.

    Raises Unreadable.
    """
    kind = kind_of(content)
    if kind == "image":
        return _of_image(content, page, width, dpi)
    if kind != "pdf":
        raise Unreadable("no_picture")
    with opened(content, password) as document:
        count = len(document)
        if not 1 <= page <= count:
            raise Unreadable("no_such_page", page=str(page))
        sheet = document[page - 1]
        try:
            width_pt, height_pt = sheet.get_size()
            # A little less than the width asked for, because PDFium rounds up what is a hair more.
            scale = (width - 0.01) / max(width_pt, 1.0) if width else dpi / POINTS_AN_INCH
            scale = min(scale, _scale_of_most(width_pt, height_pt))
            image = sheet.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        finally:
            sheet.close()
    return Sheet(image, width_pt, height_pt, count)


def _of_image(content: bytes, page: int, width: int | None, dpi: int) -> Sheet:
    from PIL import ImageOps

    with opened_image(content) as image:
        count = frames_of(image)
        if not 1 <= page <= count:
            raise Unreadable("no_such_page", page=str(page))
        image.seek(page - 1)
        made_with = _resolution(image)
        flat = image.convert("RGBA") if "transparency" in image.info or "A" in image.mode else image
        upright = ImageOps.exif_transpose(flat)
        if upright.mode == "RGBA":
            from PIL import Image as pillow

            upright = pillow.alpha_composite(pillow.new("RGBA", upright.size, "white"), upright)
        shown = upright.convert("RGB")
    width_pt, height_pt = (max(side, 1) * POINTS_AN_INCH / made_with for side in shown.size)
    scale = width / shown.width if width else min(1.0, dpi / made_with)
    scale = min(scale, _scale_of_most(*shown.size))
    size = (max(1, round(shown.width * scale)), max(1, round(shown.height * scale)))
    return Sheet(shown if size == shown.size else shown.resize(size), width_pt, height_pt, count)


def _resolution(image: Image) -> float:
    """Pixels to the inch: as the picture says if that gives a sheet of paper, else so that it does."""
    told = image.info.get("dpi", (0, 0))
    try:
        dpi = float(told[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dpi = 0
    longest = max(image.size)
    if 72 <= dpi <= 1200 and 4 <= longest / dpi <= 20:
        return dpi
    return max(72.0, longest / 11.7)


def _scale_of_most(width: float, height: float) -> float:
    return float((MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
