"""A logo from a picture file: checked before it is decoded, made small, as the text a draft keeps."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

translate = QCoreApplication.translate

PREFIX: Final = "data:image/png;base64,"
LARGEST_FILE_BYTES: Final = 20_000_000
LARGEST_SIDE_READ_PX: Final = 12_000
LONGEST_SIDE_PX: Final = 1200
LONGEST_TEXT: Final = 2_000_000


class LogoRefused(ValueError):
    """A file that cannot be a logo; the text says why and what to choose instead."""


def logo_from_file(path: Path) -> str:
    """The picture as a PNG data address. Raises LogoRefused; to be called off the GUI thread."""
    try:
        size_bytes = path.stat().st_size
    except OSError:
        raise LogoRefused(translate("Logo", "This file cannot be read. Choose a PNG or a JPEG.")) from None
    if size_bytes > LARGEST_FILE_BYTES:
        raise LogoRefused(translate("Logo", "This file is larger than 20 MB. Choose a smaller picture."))
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or not size.isValid():
        raise LogoRefused(
            translate("Logo", "This file is no picture that can be read. Choose a PNG or a JPEG.")
        )
    longest = max(size.width(), size.height())
    if longest > LARGEST_SIDE_READ_PX:
        raise LogoRefused(
            translate("Logo", "This picture is {width} by {height} pixels. Choose one below {most}.").format(
                width=size.width(), height=size.height(), most=LARGEST_SIDE_READ_PX
            )
        )
    if longest > LONGEST_SIDE_PX:
        box = QSize(LONGEST_SIDE_PX, LONGEST_SIDE_PX)
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise LogoRefused(translate("Logo", "This picture is damaged. Choose another file."))
    return _written(image)


def picture_of(logo: str) -> QImage:
    """The logo as a picture; a null one when there is none."""
    image = QImage()
    image.loadFromData(base64.b64decode(logo.removeprefix(PREFIX)))
    return image


def _written(image: QImage) -> str:
    while True:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(image)
        text = PREFIX + base64.b64encode(buffer.data().data()).decode()
        if len(text) <= LONGEST_TEXT:
            return text
        image = image.scaledToWidth(image.width() * 2 // 3, Qt.TransformationMode.SmoothTransformation)
