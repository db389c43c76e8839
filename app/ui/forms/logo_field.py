"""The logo: chosen as a picture file, made small enough, kept inside the document."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.forms.binding import Binding, new_stay
from app.ui.forms.field import Field
from app.ui.theme import FIELD_HEIGHT, SPACE_S, set_role

PREFIX: Final = "data:image/png;base64,"
LONGEST_SIDE_PX: Final = 1200
LARGEST_SIDE_READ_PX: Final = 12_000
LARGEST_FILE_BYTES: Final = 20_000_000


class LogoField(Field):
    """Shows the logo, and buttons to choose another or to take it away."""

    def __init__(self, path: str, label: str, binding: Binding) -> None:
        editor = QWidget()
        super().__init__(path, label, editor, binding)
        self.picture = QLabel()
        self.choose = QPushButton(self.tr("Choose a picture…"))
        self.choose.setAccessibleName(label)
        self.remove = QPushButton(self.tr("Remove"))
        set_role(self.choose, "link")
        set_role(self.remove, "link")
        row = QHBoxLayout(editor)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self.picture)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.label.setBuddy(self.choose)
        editor.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)

    def show_value(self, value: Any) -> None:
        picture = QPixmap()
        if value:
            picture.loadFromData(QByteArray.fromBase64(str(value).removeprefix(PREFIX).encode()))
        self.picture.setVisible(not picture.isNull())
        if not picture.isNull():
            tile = QSize(3 * FIELD_HEIGHT, FIELD_HEIGHT)
            self.picture.setPixmap(
                picture.scaled(
                    tile, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )
        self.remove.setVisible(bool(value))

    def take_file(self, file: Path) -> None:
        """Make this picture the logo, or say under the field why it cannot be."""
        if not file.is_file() or file.stat().st_size > LARGEST_FILE_BYTES:
            self.set_error(self.tr("This file is too large or not there. Choose a PNG or JPEG below 20 MB."))
            return
        reader = QImageReader(str(file))
        reader.setAutoTransform(True)
        size = reader.size()
        if not reader.canRead() or not size.isValid():
            self.set_error(self.tr("This file is no picture that can be read. Choose a PNG or a JPEG."))
            return
        if max(size.width(), size.height()) > LARGEST_SIDE_READ_PX:
            too_large = self.tr(
                "This picture is {width} by {height} pixels, too large. Choose a smaller one."
            )
            self.set_error(too_large.format(width=size.width(), height=size.height()))
            return
        if max(size.width(), size.height()) > LONGEST_SIDE_PX:
            reader.setScaledSize(
                size.scaled(LONGEST_SIDE_PX, LONGEST_SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio)
            )
        image = reader.read()
        if image.isNull():
            self.set_error(self.tr("This picture is damaged. Choose another file."))
            return
        self.set_error("")
        self.stay = new_stay()
        self.put(_written(image))

    def _on_choose_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a logo"), "", self.tr("Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp)")
        )
        if name:
            self.take_file(Path(name))

    def _on_remove_clicked(self) -> None:
        self.set_error("")
        self.stay = new_stay()
        self.put("")


def _written(image: QImage) -> str:
    """The picture as a PNG address, scaled down until the model takes it."""
    while True:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, b"PNG")
        text = PREFIX + base64.b64encode(buffer.data().data()).decode()
        if len(text) <= 2_000_000:
            return text
        image = image.scaledToWidth(image.width() * 2 // 3, Qt.TransformationMode.SmoothTransformation)
