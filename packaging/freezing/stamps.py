"""The one moment that is written into what is built, so that two builds are the same."""

from __future__ import annotations

import subprocess
from pathlib import Path


def commit_time(root: Path) -> str:
    """When the commit was made, in seconds of the epoch; 0 outside a checkout."""
    shown = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=False
    )
    return shown.stdout.strip() or "0"
