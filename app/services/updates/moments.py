"""The two moments at which a version may be changed: before the window opens, and after it was closed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from app.services.settings import Settings
from app.services.updates.choosing import FOLDER, READY


def before_the_window(data_folder: Path, settings: Settings, arguments: Sequence[str]) -> None:
    """Let a chosen version take over that could not when the window was closed; then become it.

    Where a program of the system puts it in place, that waits for the close.
    """
    if not getattr(sys, "frozen", False) or not (data_folder / FOLDER / READY).exists():
        return
    from app.services.updates.finishing import restart
    from app.services.updates.installed import this_installation

    here = this_installation()
    if here.kind == "folder" and _finish(data_folder, settings):
        restart(here, list(arguments))


def after_the_window(data_folder: Path, settings: Settings) -> None:
    """The window came up and was closed: this version works, and a chosen one may take over."""
    if not getattr(sys, "frozen", False):
        return
    from app.services.updates import versions
    from app.services.updates.installed import this_installation

    here = this_installation()
    if here.kind == "folder":
        versions.prove(here.root)
    if (data_folder / FOLDER / READY).exists():
        _finish(data_folder, settings)


def _finish(data_folder: Path, settings: Settings) -> bool:
    from app.services.updates.finishing import finish
    from app.services.updates.installed import this_installation
    from app.services.updates.publisher import publisher
    from app.services.workspace import StoreLocation

    folder = None if settings.store_url else data_folder
    location = StoreLocation(folder, settings.store_url, backups_kept=settings.backups_kept)
    return finish(data_folder / FOLDER, this_installation(), publisher(), location)
