"""Where the files that are no code lie: beside the source, in the installed package or in the bundle."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_INSTALLED_AS = Path("share", "factotum")


class MissingResource(FileNotFoundError):
    """A file that belongs to the program is not there: the installation is incomplete."""


@cache
def resource_folder() -> Path:
    """The folder of all resources; raises MissingResource when there is none."""
    tried = tuple(_candidates())
    for folder in tried:
        if folder.is_dir():
            return folder
    raise MissingResource(
        f"The program's own files are missing. Looked in: {', '.join(map(str, tried))}. "
        "Install Factotum again."
    )


def resource(name: str) -> Path:
    """The path of one resource, e.g. `icons/find.svg`; raises MissingResource when it is not there."""
    path = resource_folder() / name
    if not path.exists():
        raise MissingResource(f"{path} is missing. Install Factotum again.")
    return path


def _candidates() -> Iterator[Path]:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        yield Path(bundle) / "resources"
    yield Path(__file__).resolve().parent.parent / "resources"
    yield Path(sysconfig.get_path("data")) / _INSTALLED_AS
    user_scheme = sysconfig.get_preferred_scheme("user")
    yield Path(sysconfig.get_path("data", user_scheme)) / _INSTALLED_AS
    # pip install --target puts data files beside the packages.
    yield Path(__file__).resolve().parent.parent / _INSTALLED_AS
