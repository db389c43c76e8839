"""Whether a window can open here, asked before Qt is: Qt ends the whole process when it cannot."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from typing import Final

OFFSCREEN_LIBRARIES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt needs of a Linux system even without a screen, with the Debian package that has it."""

SCREEN_LIBRARIES: Final = {
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt needs beyond that to talk to an X11 screen."""


def obstacle_to_window() -> str | None:
    """What keeps a window from opening on this system, with the way out; None when nothing is known to."""
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if not platform and not _has_screen(os.environ):
        return (
            "there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set); "
            "`factotum --help` shows what works without one"
        )
    needs_x11 = platform == "xcb" or (not platform and not os.environ.get("WAYLAND_DISPLAY"))
    missing = _missing_libraries({**OFFSCREEN_LIBRARIES, **(SCREEN_LIBRARIES if needs_x11 else {})})
    if missing is None and needs_x11 and not _x11_answers():
        return f"the screen {os.environ.get('DISPLAY', '')} does not answer; check DISPLAY"
    return missing


def draw_offscreen_if_needed() -> None:
    """Let Qt draw off screen when no window can open. Raises OSError if it could not draw at all."""
    if sys.platform.startswith("linux") and obstacle_to_window() is not None:
        missing = _missing_libraries(OFFSCREEN_LIBRARIES)
        if missing is not None:
            raise OSError(missing)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _has_screen(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _x11_answers() -> bool:
    """Whether the X server that DISPLAY names lets us in."""
    if not _loads("libxcb.so.1"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        return int(xcb.xcb_connection_has_error(connection)) == 0
    finally:
        xcb.xcb_disconnect(connection)


def _missing_libraries(libraries: Mapping[str, str]) -> str | None:
    packages = [package for library, package in libraries.items() if not _loads(library)]
    if not packages:
        return None
    return f"libraries of the system are missing; on Debian or Ubuntu: apt-get install {' '.join(packages)}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
