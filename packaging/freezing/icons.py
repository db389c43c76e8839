"""The program's drawing as the picture files that each system wants."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

ICO_SIDES: Final = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS_SIDE: Final = 1024


def picture(drawing: Path, side: int) -> Image:
    """The SVG drawn anew at this many pixels a side, so that no size is a shrunk one."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QSize
    from PySide6.QtGui import QImageReader

    reader = QImageReader(str(drawing))
    reader.setScaledSize(QSize(side, side))
    drawn = reader.read()
    if drawn.isNull():
        raise ValueError(f"{drawing} cannot be drawn: {reader.errorString()}")
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    drawn.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGBA")


def write_png(drawing: Path, target: Path, side: int) -> Path:
    """One picture, for desktops that show no SVG."""
    picture(drawing, side).save(target, "PNG")
    return target


def write_ico(drawing: Path, target: Path) -> Path:
    """All sizes Windows asks for."""
    pictures = [picture(drawing, side) for side in ICO_SIDES]
    sizes = [(side, side) for side in ICO_SIDES]
    pictures[-1].save(target, "ICO", sizes=sizes, append_images=pictures[:-1])
    return target


def write_icns(drawing: Path, target: Path) -> Path:
    """All sizes of macOS."""
    picture(drawing, ICNS_SIDE).save(target, "ICNS")
    return target
