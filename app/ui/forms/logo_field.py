"""The logo: chosen as a picture file, read in the background, kept inside the document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.forms.binding import Binding
from app.ui.forms.field import Field
from app.ui.jobs import JobControl, Jobs
from app.ui.logo import PREFIX, LogoRefused, logo_from_file
from app.ui.theme import FIELD_HEIGHT, SPACE_S, set_role


class LogoField(Field):
    """Shows the logo, and buttons to choose another or to take it away."""

    def __init__(self, path: str, label: str, binding: Binding, jobs: Jobs) -> None:
        editor = QWidget()
        super().__init__(path, label, editor, binding)
        self._jobs = jobs
        self.picture = QLabel()
        self.choose = QPushButton(self.tr("Choose a picture…"))
        self.choose.setAccessibleName(f"{label}: {self.choose.text()}")
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setAccessibleName(f"{label}: {self.remove.text()}")
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
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(picture.scaled(tile, keep, smooth))
        self.remove.setVisible(bool(value))

    def take_file(self, file: Path) -> None:
        """Make this picture the logo, or say under the field why it cannot be."""

        def read(_control: JobControl) -> str:
            return logo_from_file(file)

        self._jobs.run(read).then(self._on_read, self._on_refused)

    def _on_read(self, logo: str) -> None:
        self.set_error("")
        self.new_stay()
        self.put(logo)

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, LogoRefused):
            raise error
        self.set_error(str(error))

    def _on_choose_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a logo"), "", self.tr("Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp)")
        )
        if name:
            self.take_file(Path(name))

    def _on_remove_clicked(self) -> None:
        self.set_error("")
        self.new_stay()
        self.put("")
