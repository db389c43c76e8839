"""Where on the screens a window may stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize


def placed(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """The rectangle on the screen it shares most with: moved and, if it must, made smaller to lie there.

    `screens` are the free parts of the screens there are, the main one first; one that the rectangle
    touches nowhere, because its screen is gone, comes to stand in the middle of the main one.
    """
    if not screens:
        return wanted
    room = max(screens, key=lambda screen: _area(screen.intersected(wanted)))
    size = wanted.size().boundedTo(room.size())
    if not room.intersects(wanted):
        return centred(size, screens[0])
    left = min(max(wanted.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(wanted.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def centred(size: QSize, room: QRect) -> QRect:
    """A rectangle of this size, or as much of it as there is room, in the middle of the room."""
    rectangle = QRect(room.topLeft(), size.boundedTo(room.size()))
    rectangle.moveCenter(room.center())
    return rectangle


def _area(rectangle: QRect) -> int:
    return rectangle.width() * rectangle.height() if rectangle.isValid() else 0
