"""The calm bar above the paper: why a page could not be drawn, or what no font here can print."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.preview.wanted import Gap
from app.ui.theme import SPACE_M, SPACE_S, Theme, set_role

_CHARACTERS_SHOWN = 12


class Notice(QFrame):
    """Hidden while there is nothing to say. Signal: go_to_asked(field path)."""

    go_to_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "notice_warn")
        self._reason = ""
        self._gaps: tuple[Gap, ...] = ()
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._go = QPushButton()
        set_role(self._go, "link")
        self._go.clicked.connect(self._on_go_clicked)
        row = QHBoxLayout(self)
        pad_x, pad_y = theme.px(SPACE_M), theme.px(SPACE_S)
        row.setContentsMargins(pad_x, pad_y, pad_x, pad_y)
        row.addWidget(self._text, 1)
        row.addWidget(self._go)
        self._retell()

    @property
    def text(self) -> str:
        """What the bar says; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell_undrawn(self, reason: str) -> None:
        """Say why the page is not of the newest state; an empty reason says that it is again."""
        if reason != self._reason:
            self._reason = reason
            self._retell()

    def tell_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Say which characters are missing on the paper."""
        if gaps != self._gaps:
            self._gaps = gaps
            self._retell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retell()

    def _retell(self) -> None:
        self._go.setText(self.tr("Go to the field"))
        self._go.setVisible(not self._reason and bool(self._gaps))
        self.setVisible(bool(self._reason or self._gaps))
        if self._reason:
            self._text.setText(
                self.tr(
                    "The paper could not be drawn: {reason}. "
                    "The last good page stays; nothing you typed is lost."
                ).format(reason=self._reason.rstrip("."))
            )
        elif self._gaps:
            characters = "".join(dict.fromkeys("".join(characters for _, characters in self._gaps)))
            self._text.setText(
                self.tr("No font on this computer can print {characters}. The paper lacks them.").format(
                    characters=" ".join(characters[:_CHARACTERS_SHOWN])
                )
            )

    def _on_go_clicked(self) -> None:
        if self._gaps:
            self.go_to_asked.emit(self._gaps[0][0])
