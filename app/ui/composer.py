"""Form and totals beside the page; one at a time when the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QTabBar, QVBoxLayout, QWidget

from app.ui.assembly import Parts
from app.ui.theme import (
    FORM_MIN_WIDTH,
    PREVIEW_AS_TAB_BELOW,
    PREVIEW_MIN_WIDTH,
    Theme,
    set_role,
)

FORM_TAB, PREVIEW_TAB = 0, 1
FORM_SHARE, PREVIEW_SHARE = 8, 5


def stacked(*bars: QWidget) -> QWidget:
    """Bars one below the other, each shown when it has something to say."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for bar in bars:
        column.addWidget(bar)
    return holder


class Composer(QWidget):
    """Lays out the parts of the composer."""

    swapped = Signal()

    def __init__(
        self, parts: Parts, issued_bar: QWidget, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.parts = parts
        self._theme = theme
        set_role(self, "ground")
        self._is_narrow = False
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.addTab(self.tr("Compose"))
        self._tabs.addTab(self.tr("Preview"))
        self._tabs.setAccessibleName(self.tr("Compose or preview"))
        self._tabs.hide()
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(issued_bar)
        left.addWidget(parts.form, 1)
        left.addWidget(parts.totals)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(parts.preview)
        self._splitter.setStretchFactor(0, FORM_SHARE)
        self._splitter.setStretchFactor(1, PREVIEW_SHARE)
        self._splitter.setSizes([theme.px(FORM_SHARE * 100), theme.px(PREVIEW_SHARE * 100)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._splitter, 1)
        self._tabs.currentChanged.connect(self._show_side)

    @property
    def is_narrow(self) -> bool:
        """Whether form and preview take turns."""
        return self._is_narrow

    def fit(self, window_width: int) -> None:
        """Choose between side by side and tabs for a window this wide."""
        is_narrow = window_width < self._theme.px(PREVIEW_AS_TAB_BELOW)
        if is_narrow == self._is_narrow and self._left.minimumWidth():
            return
        self._is_narrow = is_narrow
        self._left.setMinimumWidth(self._theme.px(FORM_MIN_WIDTH))
        self.parts.preview.setMinimumWidth(0 if is_narrow else self._theme.px(PREVIEW_MIN_WIDTH))
        self._tabs.setVisible(is_narrow)
        self._show_side()

    def swap(self) -> None:
        """Go to the other side: by tab when narrow, by focus when both are in view."""
        if self._is_narrow:
            self._tabs.setCurrentIndex(PREVIEW_TAB if self._tabs.currentIndex() == FORM_TAB else FORM_TAB)
        target = self.parts.preview if self._goes_to_preview() else self.parts.form
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.swapped.emit()

    def take_focus(self) -> None:
        """Be where the keys go: where they went here last, else to the lines."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.parts.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_form(self) -> None:
        """Bring the form into view."""
        self._tabs.setCurrentIndex(FORM_TAB)

    def _goes_to_preview(self) -> bool:
        if self._is_narrow:
            return self._tabs.currentIndex() == PREVIEW_TAB
        focus = QApplication.focusWidget()
        return not (
            (focus is not None and self.parts.preview.isAncestorOf(focus)) or focus is self.parts.preview
        )

    def _show_side(self) -> None:
        self._left.setVisible(not self._is_narrow or self._tabs.currentIndex() == FORM_TAB)
        self.parts.preview.setVisible(not self._is_narrow or self._tabs.currentIndex() == PREVIEW_TAB)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(self.window().width())
