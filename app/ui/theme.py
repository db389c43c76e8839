"""Colours, sizes and fonts: the one module that names any of them.

Widgets ask for `theme.colour("accent")`, `theme.px(SPACE_S)` and `theme.font(SIZE_TITLE)`, mark
themselves with `set_role(widget, "primary")` for the stylesheet, and repaint on `theme.changed`.
"""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from app.resources import resource
from app.ui.stylesheet import stylesheet

Scheme = Literal["light", "dark", "high_contrast"]
SchemeChoice = Literal["system", "light", "dark", "high_contrast"]

SPACE_XS: Final = 4
SPACE_S: Final = 8
SPACE_M: Final = 12
SPACE_L: Final = 16
SPACE_XL: Final = 24
SPACE_XXL: Final = 32

SIZE_LABEL: Final = 11
SIZE_BODY: Final = 13
SIZE_TITLE: Final = 15
SIZE_SHEET: Final = 20
SIZE_TOTAL: Final = 24

FIELD_HEIGHT: Final = 32
ROW_HEIGHT: Final = 32
COMPACT_ROW_HEIGHT: Final = 28
BUTTON_HEIGHT: Final = 34
BAR_HEIGHT: Final = 44
RADIUS_FIELD: Final = 6
RADIUS_TABLE: Final = 8
RADIUS_SHEET: Final = 12
FOCUS_WIDTH: Final = 2
SIDEBAR_WIDTH: Final = 208
FORM_MIN_WIDTH: Final = 620
PREVIEW_MIN_WIDTH: Final = 320
PREVIEW_AS_TAB_BELOW: Final = 1100
FADE_MS: Final = 120

LEAST_CONTRAST: Final = 4.5

WEIGHT_NORMAL: Final = QFont.Weight.Normal
WEIGHT_STRONG: Final = QFont.Weight.DemiBold

TOKENS: Final[dict[Literal["light", "dark"], dict[str, str]]] = {
    "light": {
        "ground": "#F4F2EE",
        "surface": "#FFFFFF",
        "sunk": "#FAF8F5",
        "ink": "#1D1B19",
        "ink2": "#5F5A54",
        "hair": "#DFDAD3",
        "accent": "#0B665D",
        "on_accent": "#FFFFFF",
        "accent_soft": "#E3F1EF",
        "warn": "#8A4B00",
        "warn_soft": "#FFF2DD",
        "bad": "#A8201A",
        "bad_soft": "#FCEAE8",
        "good": "#1B6B3A",
        "good_soft": "#E6F4EA",
        "paper": "#FFFFFF",
    },
    "dark": {
        "ground": "#161513",
        "surface": "#201F1C",
        "sunk": "#1B1A18",
        "ink": "#ECE9E4",
        "ink2": "#A9A39B",
        "hair": "#37342F",
        "accent": "#63C9BC",
        "on_accent": "#07211E",
        "accent_soft": "#17332F",
        "warn": "#F0B25E",
        "warn_soft": "#35270F",
        "bad": "#F28B82",
        "bad_soft": "#3B1B19",
        "good": "#7FCF9A",
        "good_soft": "#17301F",
        "paper": "#FFFFFF",
    },
}

_FROM_PALETTE: Final[dict[str, QPalette.ColorRole]] = {
    "ground": QPalette.ColorRole.Window,
    "surface": QPalette.ColorRole.Base,
    "sunk": QPalette.ColorRole.Window,
    "ink": QPalette.ColorRole.WindowText,
    "ink2": QPalette.ColorRole.WindowText,
    "hair": QPalette.ColorRole.WindowText,
    "accent": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "accent_soft": QPalette.ColorRole.Base,
    "warn": QPalette.ColorRole.WindowText,
    "warn_soft": QPalette.ColorRole.Base,
    "bad": QPalette.ColorRole.WindowText,
    "bad_soft": QPalette.ColorRole.Base,
    "good": QPalette.ColorRole.WindowText,
    "good_soft": QPalette.ColorRole.Base,
}


def set_role(widget: QWidget, role: str) -> None:
    """Let the stylesheet paint the widget as this role (see `stylesheet.py`)."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


class Theme(QObject):
    """The colours and fonts in force; follows the system unless a scheme was chosen."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: SchemeChoice = "system"
        self._scheme: Scheme = "light"
        self._scale = 1.0
        self._colours = {name: QColor(value) for name, value in TOKENS["light"].items()}
        self._applying = False

    @property
    def scheme(self) -> Scheme:
        """What is shown now."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.colour("ground").lightnessF() < self.colour("ink").lightnessF()

    def colour(self, name: str) -> QColor:
        """A token's colour; raises KeyError for a name that is none."""
        return QColor(self._colours[name])

    def px(self, length: int) -> int:
        """A length of the design in logical pixels, larger when the system's text is larger."""
        return round(length * self._scale)

    def font(self, size: int = SIZE_BODY, weight: QFont.Weight = WEIGHT_NORMAL) -> QFont:
        """The interface font with figures of one width; `size` is one of the SIZE constants."""
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def apply(self, app: QApplication, choice: SchemeChoice, *, with_sheet: bool = True) -> None:
        """Paint the whole application in this scheme, now and whenever the system changes.

        Without the stylesheet, `apply_sheet` must follow: while there is one, Qt styles each widget
        again with everything in it whenever it is put into another.
        """
        self._choice = choice
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_scheme_changed, Qt.ConnectionType.UniqueConnection)
        self._applying = True
        try:
            if choice == "dark":
                hints.setColorScheme(Qt.ColorScheme.Dark)
            elif choice == "light":
                hints.setColorScheme(Qt.ColorScheme.Light)
            else:
                hints.unsetColorScheme()
        finally:
            self._applying = False
        self._repaint(app, with_sheet=with_sheet)

    def apply_sheet(self, app: QApplication) -> None:
        """Style every widget there is, and every one that comes."""
        tint = "dark" if self.is_dark else "light"
        icons = {name: resource(f"icons/{name}-{tint}.svg").as_posix() for name in ("chevron", "check")}
        colours = {name: colour.name() for name, colour in self._colours.items()}
        app.setStyleSheet(stylesheet(colours, self.px, **icons))

    @Slot(object)
    def _on_system_scheme_changed(self, _scheme: object) -> None:
        app = QApplication.instance()
        if not self._applying and isinstance(app, QApplication):
            self._repaint(app)

    def _repaint(self, app: QApplication, *, with_sheet: bool = True) -> None:
        system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._scale = max(1.0, QFontInfo(system_font).pixelSize() / SIZE_BODY)
        if app.style().name() != "fusion":
            app.setStyle(QStyleFactory.create("Fusion"))
        if self._choice == "high_contrast":
            self._scheme = "high_contrast"
            app.setPalette(QPalette())
            palette = app.palette()
            self._colours = _colours_of(palette)
        else:
            tone = self._tone()
            self._scheme = tone
            self._colours = {name: QColor(value) for name, value in TOKENS[tone].items()}
            palette = self._palette()
        app.setPalette(palette)
        app.setFont(self.font())
        if with_sheet:
            self.apply_sheet(app)
        self.changed.emit()

    def _tone(self) -> Literal["light", "dark"]:
        if self._choice == "dark" or self._choice == "light":
            return self._choice
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if is_dark else "light"

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        by_token = {
            "ground": (role.Window,),
            "surface": (role.Base, role.Button, role.ToolTipBase),
            "sunk": (role.AlternateBase,),
            "ink": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText),
            "ink2": (role.PlaceholderText,),
            "hair": (role.Mid, role.Midlight, role.Dark, role.Light),
            "accent": (role.Highlight, role.Link, role.LinkVisited, role.Accent),
            "on_accent": (role.HighlightedText,),
        }
        for token, roles in by_token.items():
            for each in roles:
                palette.setColor(each, self.colour(token))
        for each in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, each, self.colour("ink2"))
        return palette


def _colours_of(palette: QPalette) -> dict[str, QColor]:
    """The tokens in the system's own colours; an accent too faint to be read gives way to the ink."""
    colours = {name: palette.color(role) for name, role in _FROM_PALETTE.items()}
    colours["paper"] = QColor(TOKENS["light"]["paper"])
    if contrast(colours["accent"], colours["surface"]) < LEAST_CONTRAST:
        colours["accent"], colours["on_accent"] = colours["ink"], colours["surface"]
    return colours


def contrast(one: QColor, other: QColor) -> float:
    """How well one colour reads on the other, 1 to 21.

    Source: WCAG 2.2, contrast ratio.
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
