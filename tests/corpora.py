"""Where the corpora are: real cases with expected results, kept outside the project."""

from __future__ import annotations

import os
from pathlib import Path

_DEFAULT = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
ROOT = Path(os.environ.get("FACTOTUM_CORPORA") or _DEFAULT)


def corpus(name: str) -> Path | None:
    """The folder of a corpus, or None when it is not on this machine."""
    folder = ROOT / name
    return folder if folder.is_dir() else None
