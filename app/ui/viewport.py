"""A scrolled view's inside, made where Python knows it."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget


def make_viewport(area: QAbstractScrollArea) -> None:
    """Give the area a viewport like its own, before the first question for it.

    To name the class of a widget that Qt made, PySide6 brings up every class of widgets there is: a
    tenth of a start is spent on the first `viewport()`. Only for what the first paint shows.
    """
    inside = QWidget()
    inside.setObjectName("qt_scrollarea_viewport")
    inside.setBackgroundRole(
        QPalette.ColorRole.NoRole if isinstance(area, QScrollArea) else QPalette.ColorRole.Base
    )
    area.setViewport(inside)
