"""The frame all dialogs share: a title, a sentence or two, and buttons that say what they do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.theme import SPACE_M, SPACE_S, SPACE_XL, Theme, set_role

DIALOG_WIDTH = 460


class Sheet(QDialog):
    """A dialog with its title inside, its body below and its buttons at the right of the foot."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._primary: QPushButton | None = None
        self.setWindowTitle(title)
        margin = theme.px(SPACE_XL)
        heading = QLabel(title)
        # Of the heading, not of the dialog: the widest content may ask for more, and is never cut.
        heading.setMinimumWidth(theme.px(DIALOG_WIDTH) - 2 * margin)
        set_role(heading, "sheet_title")
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(SPACE_M))
        self._foot = QHBoxLayout()
        self._foot.setSpacing(theme.px(SPACE_S))
        self._foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(SPACE_M))
        column.addWidget(heading)
        column.addLayout(self.body, 1)
        column.addSpacing(theme.px(SPACE_S))
        column.addLayout(self._foot)

    def add_text(self, text: str, role: str = "") -> QLabel:
        """A paragraph of the body."""
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            set_role(label, role)
        self.body.addWidget(label)
        return label

    def showEvent(self, event: QShowEvent) -> None:
        """A dialog that has no field to begin with begins on what Enter presses."""
        super().showEvent(event)
        if self._primary is not None and self.focusWidget() is None and not self._begins_with_field():
            self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begins_with_field(self) -> bool:
        stop = self.nextInFocusChain()
        while stop is not None and stop is not self:
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisibleTo(self) and stop.isEnabled():
                return not isinstance(stop, QPushButton | QLabel)
            stop = stop.nextInFocusChain()
        return False

    def add_button(self, words: str, role: str = "") -> QPushButton:
        """A button of the foot. Enter presses the one in focus, else the `primary` one."""
        button = QPushButton(words)
        if role:
            set_role(button, role)
        if role == "primary":
            button.setDefault(True)
            self._primary = button
        self._foot.addWidget(button)
        return button
