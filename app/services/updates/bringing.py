"""Brings an offered version here: fetched, proven, tried out, and chosen for when the window is closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from app.client.clock import StopSwitch
from app.client.errors import Cancelled, ProviderError
from app.services.updates import choosing, fetching, versions
from app.services.updates.installed import Installation, file_for
from app.services.updates.manifest import Manifest
from app.services.updates.problems import UpdateProblem
from app.services.updates.publisher import Publisher

__all__ = ["Cancelled", "NoNetwork", "StopSwitch", "bring"]

NoNetwork = ProviderError
"""Nothing came, or not all of it: whatever the network can do wrong."""

Told = Callable[[int, int, Literal["fetching", "trying"]], None]
"""Bytes done, bytes in all, and what is being done with them."""


def bring(
    manifest: Manifest,
    publisher: Publisher,
    folder: Path,
    here: Installation,
    told: Told,
    stop: StopSwitch,
) -> Path:
    """The file of this version that is for this copy, proven. Where this program changes itself, the version
    also lies ready and is chosen.

    Raises UpdateProblem, NoNetwork, Cancelled, OSError; what was fetched is kept for the next time.
    """
    file = file_for(manifest, here)
    if file is None:
        raise UpdateProblem("no_file")
    folder.mkdir(parents=True, exist_ok=True)
    fetching.forget_others(folder, file.name)
    fetching.look_for_room(folder, file.size + file.unpacked)
    path = fetching.fetched(publisher, file, folder, lambda done, total: told(done, total, "fetching"), stop)
    if here.kind == "folder":
        versions.stage(
            here.root, path, manifest.version, lambda done, total: told(done, total, "trying"), stop
        )
    if here.changes_itself:
        choosing.choose(folder, choosing.Choice(manifest.version))
    return path
