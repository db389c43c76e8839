"""Fields for keys and passwords: what is typed is never shown, logged, undone or kept in the window."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.language import wording_language
from app.ui.theme import SPACE_S, SPACE_XS, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import AuthScheme, ProviderCard, Secret

LONGEST = 200_000


class SecretLine(QLineEdit):
    """Dots instead of letters; nothing can be copied out of it or brought back by undo."""

    def __init__(self, is_secret: bool) -> None:
        super().__init__()
        self._is_secret = is_secret
        self.setMaxLength(LONGEST)
        if is_secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            self.setInputMethodHints(
                Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
            )
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        undoing = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if self._is_secret and any(event.matches(key) for key in undoing):
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._is_secret:
            super().contextMenuEvent(event)

    def wipe(self) -> None:
        """Forget what was typed, and every step that led to it."""
        self.setText("")  # setText empties the undo history of the field too


class SecretFields(QWidget):
    """The fields of one way to sign in, each with where its value is found."""

    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: dict[str, SecretLine] = {}
        self._patterns: dict[str, str] = {}
        self._errors: dict[str, QLabel] = {}
        self._is_kept = False
        self._may_be_empty: frozenset[str] = frozenset()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(SPACE_S))

    def show_scheme(self, provider: ProviderCard, scheme: AuthScheme, *, is_kept: bool) -> None:
        """Ask for the fields of this way in. `is_kept`: there are values; those not typed anew stay."""
        self.wipe()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines, self._patterns, self._errors = {}, {}, {}
        self._is_kept = is_kept
        # With Basic, a site may want the key as the user and no password.
        self._may_be_empty = frozenset({"password"} if scheme.kind == "basic" else ())
        for field in scheme.fields:
            self._add(provider, field.name, field.pattern, is_secret=field.is_secret, is_kept=is_kept)

    def wipe(self) -> None:
        """Forget everything that was typed."""
        for line in self.lines.values():
            line.wipe()

    def take(self) -> Mapping[str, Secret]:
        """What was typed, once: the fields are empty afterwards. Those left empty are not in it."""
        from app.services.sending import Secret

        typed = {
            name: Secret(line.text().strip()) for name, line in self.lines.items() if line.text().strip()
        }
        self.wipe()
        return typed

    def check(self) -> bool:
        """Say under each field what is wrong with it; whether all are right."""
        is_right = True
        for name, line in self.lines.items():
            text, error = line.text().strip(), ""
            pattern = self._patterns[name]
            if not text and not self._is_kept and name not in self._may_be_empty:
                error = self.tr("This is needed.")
            elif text and pattern and not re.fullmatch(pattern, text):
                error = self.tr("This does not look like such a key. Copy it again, whole.")
            self._errors[name].setText(error)
            self._errors[name].setVisible(bool(error))
            is_right = is_right and not error
        return is_right

    def _add(
        self, provider: ProviderCard, name: str, pattern: str, *, is_secret: bool, is_kept: bool
    ) -> None:
        place = wording_language() == "fr"
        label_words = provider.words.get(f"secret.{name}", (name, name))[place]
        help_words = provider.words.get(f"secret.{name}.help", ("", ""))[place]
        line = SecretLine(is_secret)
        line.setAccessibleName(label_words)
        line.setAccessibleDescription(help_words)
        if is_kept:
            line.setPlaceholderText(self.tr("kept in the keyring; type to replace it"))
        line.textChanged.connect(self._on_typed)
        label = QLabel(label_words)
        label.setBuddy(line)
        set_role(label, "label")
        error = QLabel()
        error.setWordWrap(True)
        error.hide()
        set_role(error, "error")
        help_label = QLabel(help_words)
        help_label.setWordWrap(True)
        set_role(help_label, "label")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(SPACE_XS))
        for widget in (label, line, error, help_label):
            column.addWidget(widget)
        help_label.setVisible(bool(help_words))
        self._column.addWidget(holder)
        self.lines[name] = line
        self._errors[name] = error
        self._patterns[name] = pattern

    def _on_typed(self, _text: str) -> None:
        self.entered.emit()
