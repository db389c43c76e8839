"""How the window speaks and looks."""

from __future__ import annotations

from pydantic import ValidationError
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.settings import Settings
from app.ui.pages.record_form import RecordField, RecordForm
from app.ui.seat import Seat


class WindowSettings(QWidget):
    """Language, colours, preview and density; in force at once."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.form = RecordForm(
            [
                RecordField(
                    "interface_language",
                    self.tr("Language of the window"),
                    "choice",
                    span=3,
                    choices=(
                        ("system", self.tr("As the system")),
                        ("en", "English"),
                        ("fr", "Français"),
                    ),
                ),
                RecordField(
                    "colour_scheme",
                    self.tr("Colours"),
                    "choice",
                    span=3,
                    choices=(
                        ("system", self.tr("As the system")),
                        ("light", self.tr("Light")),
                        ("dark", self.tr("Dark")),
                        ("high_contrast", self.tr("High contrast, from the system")),
                    ),
                ),
                RecordField(
                    "preview_mode",
                    self.tr("Preview"),
                    "choice",
                    span=3,
                    choices=(
                        ("live", self.tr("follows each key")),
                        ("pause", self.tr("follows when you pause")),
                        ("manual", self.tr("only with F5")),
                    ),
                ),
                RecordField("compact_rows", self.tr("Lower rows in the lines"), "switch", span=3),
            ],
            seat.theme,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self._show(seat.settings)
        self.form.edited.connect(self._on_form_edited)
        seat.settings_changed.connect(self._on_settings_changed)

    def _show(self, settings: Settings) -> None:
        self.form.show_values(
            {
                "interface_language": settings.interface_language,
                "colour_scheme": settings.colour_scheme,
                "preview_mode": settings.preview_mode,
                "compact_rows": "yes" if settings.compact_rows else "",
            }
        )

    def _on_settings_changed(self, _before: Settings, after: Settings) -> None:
        self._show(after)

    def _on_form_edited(self) -> None:
        values = self.form.values()
        changes = {**values, "compact_rows": bool(values["compact_rows"])}
        try:
            settings = Settings.model_validate(self._seat.settings.model_dump() | changes)
        except ValidationError:
            self._show(self._seat.settings)
            return
        self._seat.change_settings(settings)
