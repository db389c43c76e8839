"""How many rows of a plan have each verdict, and buttons to see only those."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.sending.review_rows import SERIOUS
from app.ui.sending.review_table import verdict_word
from app.ui.theme import SPACE_S, Theme, set_role


class ReviewFilters(QWidget):
    """One button a verdict; those pressed are shown, none pressed shows all."""

    changed = Signal(object)  # frozenset of verdicts

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_S))
        for verdict in reversed(SERIOUS):
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            set_role(button, "filter")
            button.toggled.connect(self._on_toggled)
            self.buttons[verdict] = button
            row.addWidget(button)
        row.addStretch(1)

    def show_counts(self, found: Mapping[str, int]) -> None:
        """Say how many rows have each verdict."""
        for verdict, button in self.buttons.items():
            number = found.get(verdict, 0)
            words = self.tr("{count} {verdict}")
            button.setText(words.format(count=number, verdict=verdict_word(verdict)))
            button.setAccessibleName(
                self.tr("Only rows that are {verdict}").format(verdict=verdict_word(verdict))
            )
            button.setVisible(bool(number))
            if not number:
                button.setChecked(False)

    def _on_toggled(self, _is_on: bool) -> None:
        self.changed.emit(frozenset(v for v, button in self.buttons.items() if button.isChecked()))
