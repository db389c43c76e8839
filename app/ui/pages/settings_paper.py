"""How new documents look: logo, accent, page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.jobs import Jobs
from app.ui.logo import LogoRefused, logo_from_file, picture_of
from app.ui.pages.record_form import RecordField, RecordForm
from app.ui.theme import SPACE_M, Theme, set_role

if TYPE_CHECKING:
    from app.services.contacts import Profile

TILE_WIDTH, TILE_HEIGHT = 160, 56
SWATCH = 16


class PaperSettings(QWidget):
    """The paper of the profile."""

    edited = Signal()

    def __init__(self, jobs: Jobs, theme: Theme) -> None:
        super().__init__()
        self._jobs = jobs
        self._theme = theme
        self._logo = ""
        self._accent = ""
        self.picture = QLabel()
        self.choose = QPushButton(self.tr("Choose a logo…"))
        self.remove = QPushButton(self.tr("Remove the logo"))
        self.accent = QPushButton(self.tr("Accent colour…"))
        for button in (self.remove,):
            set_role(button, "link")
        self.error = QLabel()
        self.error.setWordWrap(True)
        set_role(self.error, "error")
        self.error.hide()
        self.form = RecordForm(
            [
                RecordField(
                    "template",
                    self.tr("Template"),
                    "choice",
                    span=3,
                    choices=(
                        ("classic", self.tr("Classic")),
                        ("plain", self.tr("Plain")),
                        ("bold", self.tr("Bold")),
                    ),
                ),
                RecordField(
                    "page_size",
                    self.tr("Page"),
                    "choice",
                    span=3,
                    choices=(("A4", "A4"), ("Letter", "Letter")),
                ),
                RecordField(
                    "window_envelope",
                    self.tr("Address for a window envelope"),
                    "choice",
                    span=3,
                    choices=(
                        ("none", self.tr("none")),
                        ("left", self.tr("at the left")),
                        ("right", self.tr("at the right")),
                    ),
                ),
                RecordField("carried_forward", self.tr("Carry the net forward from page to page"), "switch"),
            ],
            theme,
        )
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_M))
        for part in (self.picture, self.choose, self.remove, self.accent):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.error)
        column.addWidget(self.form)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.accent.clicked.connect(self._on_accent_clicked)
        self.form.edited.connect(self.edited)

    def show_profile(self, profile: Profile) -> None:
        """Fill the form."""
        paper = profile.paper
        self._accent = paper.accent
        self._show_logo(paper.logo)
        self._show_accent()
        self.form.show_values(
            {
                "template": paper.template,
                "page_size": paper.page_size,
                "window_envelope": paper.window_envelope,
                "carried_forward": "yes" if paper.carried_forward else "",
            }
        )

    def changed(self, before: Profile) -> Profile:
        """The profile with this paper."""
        values = self.form.values()
        paper = before.paper.model_copy(
            update={
                "logo": self._logo,
                "accent": self._accent,
                "template": values["template"],
                "page_size": values["page_size"],
                "window_envelope": values["window_envelope"],
                "carried_forward": bool(values["carried_forward"]),
            }
        )
        return before.model_copy(update={"paper": paper})

    def take_file(self, path: Path) -> None:
        """Make this picture the logo, or say why it cannot be."""
        self._jobs.run(lambda _control: logo_from_file(path)).then(self._on_logo_read, self._on_logo_refused)

    def _on_logo_read(self, logo: str) -> None:
        self._say("")
        self._show_logo(logo)
        self.edited.emit()

    def _on_logo_refused(self, error: Exception) -> None:
        self._say(str(error) if isinstance(error, LogoRefused) else self.tr("This file cannot be read."))

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _show_logo(self, logo: str) -> None:
        self._logo = logo
        image = picture_of(logo)
        self.picture.setVisible(not image.isNull())
        self.remove.setVisible(not image.isNull())
        if not image.isNull():
            tile = image.scaled(
                self._theme.px(TILE_WIDTH),
                self._theme.px(TILE_HEIGHT),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self.picture.setPixmap(QPixmap.fromImage(tile))
            self.picture.setAccessibleName(self.tr("The logo"))

    def _show_accent(self) -> None:
        swatch = QPixmap(self._theme.px(SWATCH), self._theme.px(SWATCH))
        swatch.fill(QColor(self._accent))
        self.accent.setIcon(swatch)

    def _on_choose_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a logo"), "", self.tr("Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp)")
        )
        if name:
            self.take_file(Path(name))

    def _on_remove_clicked(self) -> None:
        self._show_logo("")
        self.edited.emit()

    def _on_accent_clicked(self) -> None:
        colour = QColorDialog.getColor(QColor(self._accent), self, self.tr("Accent colour of our paper"))
        if colour.isValid():
            self._accent = colour.name().upper()
            self._show_accent()
            self.edited.emit()
