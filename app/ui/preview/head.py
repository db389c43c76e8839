"""The bar above the paper: which page, how it follows, how large."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from app.ui.theme import BAR_HEIGHT, SPACE_M, SPACE_S, Theme, set_role

PreviewMode = Literal["live", "pause", "manual"]
PREVIEW_MODES: Final[tuple[PreviewMode, ...]] = ("live", "pause", "manual")
ZOOM_CHOICES: Final = (50, 75, 100, 125, 150, 200, 300)


class HeadBar(QWidget):
    """Shows page, mode and zoom; offers the modes and zooms.

    Signals: mode_picked(str), zoom_picked(int, or None to fit the width), refresh_picked.
    """

    mode_picked = Signal(str)
    zoom_picked = Signal(object)
    refresh_picked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(BAR_HEIGHT))
        self._page = (1, 1)
        self._mode: PreviewMode = "live"
        self._zoom = (100, True)
        self._is_stale = False
        self._page_label = QLabel()
        set_role(self._page_label, "strong")
        self._mode_button = self._menu_button()
        self._zoom_button = self._menu_button()
        self._refresh_button = QToolButton()
        self._refresh_button.clicked.connect(self.refresh_picked)
        self._mode_actions: dict[PreviewMode, QAction] = {}
        self._zoom_actions: dict[int | None, QAction] = {}
        self._fill_menus()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(SPACE_M), 0, theme.px(SPACE_S), 0)
        row.setSpacing(theme.px(SPACE_S))
        row.addWidget(self._page_label)
        row.addWidget(self._mode_button)
        row.addWidget(self._refresh_button)
        row.addStretch(1)
        row.addWidget(self._zoom_button)
        self._retell()

    def show_page(self, page: int, count: int) -> None:
        """Pages are counted from 1."""
        if (page, count) != self._page:
            self._page = (page, count)
            self._retell()

    def show_mode(self, mode: PreviewMode, *, is_stale: bool) -> None:
        """How the paper follows, and whether it is behind the form."""
        if (mode, is_stale) != (self._mode, self._is_stale):
            self._mode, self._is_stale = mode, is_stale
            self._retell()

    def show_zoom(self, percent: int, *, fits_width: bool) -> None:
        """The zoom in force."""
        if (percent, fits_width) != self._zoom:
            self._zoom = (percent, fits_width)
            self._retell()

    @property
    def page_text(self) -> str:
        """Which page, in words."""
        return self._page_label.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retell()

    def _menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def _fill_menus(self) -> None:
        modes = QActionGroup(self)
        for mode in PREVIEW_MODES:
            action = self._mode_button.menu().addAction("")
            action.setCheckable(True)
            action.setData(mode)
            modes.addAction(action)
            self._mode_actions[mode] = action
        modes.triggered.connect(self._on_mode_triggered)
        zooms = QActionGroup(self)
        for percent in (None, *ZOOM_CHOICES):
            action = self._zoom_button.menu().addAction("")
            action.setCheckable(True)
            action.setData(percent)
            zooms.addAction(action)
            self._zoom_actions[percent] = action
        zooms.triggered.connect(self._on_zoom_triggered)

    def _on_mode_triggered(self, action: QAction) -> None:
        self.mode_picked.emit(action.data())

    def _on_zoom_triggered(self, action: QAction) -> None:
        self.zoom_picked.emit(action.data())

    def _retell(self) -> None:
        page, count = self._page
        percent, fits_width = self._zoom
        self._page_label.setText(self.tr("Page {page} of {count}").format(page=page, count=count))
        names: dict[PreviewMode, tuple[str, str]] = {
            "live": (self.tr("live"), self.tr("Live: follow every key")),
            "pause": (self.tr("on pause"), self.tr("On pause: when typing rests")),
            "manual": (self.tr("manual"), self.tr("Manual: only when asked (F5)")),
        }
        for mode, action in self._mode_actions.items():
            action.setText(names[mode][1])
            action.setChecked(mode == self._mode)
        self._mode_button.setText(_with_arrow(names[self._mode][0]))
        self._mode_button.setAccessibleName(
            self.tr("How the preview follows: {mode}").format(mode=names[self._mode][0])
        )
        self._refresh_button.setText(self.tr("Out of date · refresh"))
        self._refresh_button.setToolTip(self.tr("Draw the paper as the form is now (F5)"))
        self._refresh_button.setVisible(self._is_stale)
        shown = self.tr("{percent} %").format(percent=percent)
        for choice, action in self._zoom_actions.items():
            action.setText(
                self.tr("Fit width") if choice is None else self.tr("{percent} %").format(percent=choice)
            )
            action.setChecked(choice is None if fits_width else choice == percent)
        self._zoom_button.setText(_with_arrow(shown))
        self._zoom_button.setAccessibleName(self.tr("Zoom of the preview: {zoom}").format(zoom=shown))


def _with_arrow(text: str) -> str:
    return QCoreApplication.translate("HeadBar", "{choice} ▾").format(choice=text)
