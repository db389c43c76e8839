"""The form of one connection: what it is called, how it speaks, how one signs in, its own settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.ui.language import wording_language
from app.ui.pages.record_form import RecordField, RecordForm
from app.ui.sending.connection_cards import problem_of
from app.ui.sending.options_form import OptionsForm
from app.ui.sending.remote_edit import Lists
from app.ui.sending.secret_fields import SecretFields
from app.ui.theme import SPACE_M, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import AuthScheme, Connection, ProviderCard, Secret


class ConnectionForm(QWidget):
    """Shows a connection; `entered` gives it back with what was typed."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._provider: ProviderCard | None = None
        self._connection: Connection | None = None
        self._settings: dict[str, Any] = {}
        self._is_kept = False
        self._is_showing = False
        self.basics = RecordForm(
            [
                RecordField("title", self.tr("What you call it"), span=6),
                RecordField("mode", self.tr("What it is for"), "choice", span=6),
                RecordField("dialect", self.tr("How it speaks"), "choice", span=6),
                RecordField("base_url", self.tr("Address, if it is another one"), span=6),
                RecordField("scheme", self.tr("How you sign in"), "choice", span=6),
            ],
            theme,
        )
        self.secrets = SecretFields(theme)
        self.settings: OptionsForm | None = None
        self._settings_title = QLabel(self.tr("Settings of this connection"))
        set_role(self._settings_title, "title")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(SPACE_M))
        self._column.addWidget(self.basics)
        self._column.addWidget(self.secrets)
        self._column.addWidget(self._settings_title)
        self.basics.edited.connect(self._on_basics_edited)
        self.secrets.entered.connect(self.edited)
        scheme = self.basics.editor("scheme")
        assert isinstance(scheme, QComboBox)
        scheme.currentIndexChanged.connect(self._on_scheme_changed)

    def show_connection(
        self, connection: Connection, provider: ProviderCard, lists: Lists | None, *, is_kept: bool
    ) -> None:
        """Show this connection; `is_kept`: its secrets are in the keyring already."""
        self._is_showing = True
        self._provider, self._connection, self._is_kept = provider, connection, is_kept
        self._settings = dict(connection.settings)
        is_practice = connection.mode == "practice"
        modes = (("test", self.tr("test: nothing real is made")), ("live", self.tr("LIVE: real documents")))
        self.basics.set_choices(
            "mode",
            (("practice", self.tr("practice: nothing leaves this computer")),) if is_practice else modes,
        )
        self.basics.set_choices("dialect", [(d.id, self._word(f"dialect.{d.id}")) for d in provider.dialects])
        self.basics.set_choices("scheme", [(s.id, self._word(f"scheme.{s.id}")) for s in provider.schemes])
        self.basics.show_values(
            {
                "title": connection.title,
                "mode": connection.mode,
                "dialect": connection.dialect or provider.dialects[0].id,
                "base_url": connection.base_url,
                "scheme": connection.scheme or provider.schemes[0].id,
            }
        )
        for name in ("mode", "base_url", "scheme"):
            self.basics.editor(name).setEnabled(not is_practice)
        self.secrets.setVisible(not is_practice)
        self._show_scheme()
        self._show_settings(lists)
        self._is_showing = False

    @property
    def scheme(self) -> AuthScheme:
        """The way in that is chosen."""
        assert self._provider is not None
        wanted = self.basics.values()["scheme"]
        return next((s for s in self._provider.schemes if s.id == wanted), self._provider.schemes[0])

    def entered(self) -> tuple[Connection, Mapping[str, Secret]] | None:
        """The connection as it is entered, with an id, and its secrets, taken once; None if it does not fit.

        What does not fit is said under its field.
        """
        assert self._connection is not None
        assert self._provider is not None
        values = self.basics.values()
        if self.settings is not None:
            self.settings.flush()
        connection = self._connection.model_copy(
            update={
                "id": self._connection.id or uuid4().hex,
                "title": values["title"].strip() or self._provider.title,
                "mode": values["mode"] or self._connection.mode,
                "dialect": values["dialect"],
                "base_url": values["base_url"].strip(),
                "scheme": values["scheme"],
                "settings": dict(self._settings),
            }
        )
        problem = problem_of(connection, self._provider) if connection.mode != "practice" else ""
        self.basics.set_errors({"base_url": problem} if problem else {})
        has_secrets = connection.mode == "practice" or self.secrets.check()
        is_valid = self.settings is None or self.settings.is_valid()
        if problem or not has_secrets or not is_valid:
            return None
        return connection, {} if connection.mode == "practice" else self.secrets.take()

    def focus_option(self, name: str) -> None:
        """Put the caret on a setting of the connection."""
        if self.settings is not None and name:
            self.settings.focus_option(name)

    def _show_scheme(self) -> None:
        if self._provider is not None and self._connection is not None:
            same = self._connection.scheme in ("", self.scheme.id)
            self.secrets.show_scheme(self._provider, self.scheme, is_kept=self._is_kept and same)

    def _show_settings(self, lists: Lists | None) -> None:
        assert self._provider is not None
        if self.settings is not None:
            self._column.removeWidget(self.settings)
            self.settings.hide()
            self.settings.deleteLater()
            self.settings = None
        specs = [spec for spec in self._provider.options if spec.level == "connection"]
        self._settings_title.setVisible(bool(specs))
        if specs:
            self.settings = OptionsForm(specs, self._provider, self._theme, lists)
            self.settings.show_values(self._settings)
            self.settings.edited.connect(self._on_setting_edited)
            self._column.addWidget(self.settings)

    def _word(self, code: str) -> str:
        assert self._provider is not None
        told = self._provider.words.get(code)
        return told[wording_language() == "fr"] if told is not None else code.partition(".")[2]

    def _on_basics_edited(self) -> None:
        if not self._is_showing:
            self.edited.emit()

    def _on_scheme_changed(self, _place: int) -> None:
        if not self._is_showing:
            self._show_scheme()
            self.edited.emit()

    def _on_setting_edited(self, name: str, value: object) -> None:
        if value is None:
            self._settings.pop(name, None)
        else:
            self._settings[name] = value
        self.edited.emit()
