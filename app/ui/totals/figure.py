"""One figure of the totals bar: what it is, how much, and the way to its explanation."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import (
    SIZE_TITLE,
    SIZE_TOTAL,
    SPACE_S,
    SPACE_XS,
    WEIGHT_NORMAL,
    WEIGHT_STRONG,
    Theme,
    set_role,
)

_ROOM_FOR = "0,000.00"


class Figure(QFrame):
    """A label over an amount. A click, Enter or Space asks for its explanation; the text can be selected."""

    explain_asked = Signal(str)  # step key

    def __init__(
        self,
        theme: Theme,
        *,
        is_total: bool = False,
        room_for: str = _ROOM_FOR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key = ""
        self._theme = theme
        self._is_total = is_total
        self._room_for = room_for
        self._widest = 0
        self._size = SIZE_TOTAL if is_total else SIZE_TITLE
        set_role(self, "figure")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.label = QLabel()
        set_role(self.label, "label")
        self.amount = QLabel()
        self.amount.setTextFormat(Qt.TextFormat.PlainText)
        self.amount.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.amount.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.amount.installEventFilter(self)
        head = QHBoxLayout()
        head.setSpacing(SPACE_XS)
        head.addStretch(1)
        head.addWidget(self.label)
        if is_total:
            self.explain = QLabel(self.tr("explain"))
            set_role(self.explain, "link_label")
            head.addWidget(self.explain)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XS, SPACE_XS, SPACE_XS, SPACE_XS)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.amount)
        self.take_theme()

    def take_theme(self) -> None:
        """Take the fonts of the theme in force."""
        font = self._theme.font(self._size, WEIGHT_STRONG if self._is_total else WEIGHT_NORMAL)
        self.amount.setFont(font)
        self._widest = max(self._widest, QFontMetrics(font).horizontalAdvance(self._room_for))
        self._hold_width()

    def show_figure(self, key: str, label: str, amount: str) -> None:
        """Show this amount. The place it takes grows when it must and never shrinks."""
        self.key = key
        self.label.setText(label)
        if self.amount.text() != amount:
            self.amount.setText(amount)
        self.setAccessibleName(f"{label} {amount}")
        self.setAccessibleDescription(self.tr("Press Enter to see how this figure came about."))
        self._hold_width()

    def shrink_to(self, size: int) -> None:
        """Set the amount in another size of the theme, for a figure that has no room."""
        if size != self._size:
            self._size = size
            self._widest = 0
            self.take_theme()

    def start_over(self) -> None:
        """Another document: forget how wide the figures of the last one were."""
        self._widest = 0
        self.take_theme()

    def needed_width(self, size: int | None = None) -> int:
        """Width the figure takes, in its own or another size of the theme."""
        if size is None or size == self._size:
            return self.minimumSizeHint().width()
        font = self._theme.font(size, WEIGHT_STRONG if self._is_total else WEIGHT_NORMAL)
        return QFontMetrics(font).horizontalAdvance(self.amount.text()) + 2 * SPACE_S

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.explain_asked.emit(self.key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.explain_asked.emit(self.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.amount
            and event.type() == QEvent.Type.MouseButtonRelease
            and not self.amount.hasSelectedText()
        ):
            self.explain_asked.emit(self.key)
        return False

    def _hold_width(self) -> None:
        metrics = QFontMetrics(self.amount.font())
        self._widest = max(self._widest, metrics.horizontalAdvance(self.amount.text()) + 1)
        self.amount.setMinimumWidth(self._widest)
