"""Opens a file, a folder or an address in the program the person has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.services.outside import outside


def open_outside(url: QUrl) -> bool:
    """Whether a program for it was started."""
    opener = shutil.which("xdg-open") if _brings_libraries() else None
    if opener is None:
        return QDesktopServices.openUrl(url)
    address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    try:
        # xdg-open may stay as long as what it opened; a new session outlives this window.
        subprocess.Popen(
            [opener, address],
            env=outside(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _brings_libraries() -> bool:
    return sys.platform == "linux" and bool(getattr(sys, "frozen", False))
