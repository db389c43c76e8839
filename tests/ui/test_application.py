"""A file that the system hands to the running program is opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from app.ui.application import Application

app = Application(["factotum"])
app.file_handed.connect(lambda path: print(path.name))
Application.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(sys.argv[1])))
Application.sendEvent(app, QFileOpenEvent(QUrl("factotum:no-file")))
"""


def test_a_file_handed_over_is_told_and_an_address_is_not(tmp_path: Path) -> None:
    # In a process of its own: there is one application in each, and the tests have theirs.
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "draft.json")]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["draft.json"]
