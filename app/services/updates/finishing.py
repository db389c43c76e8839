"""Puts the chosen version in place: after the last window was closed, or before the next one opens.

First a copy of the documents, then what each system wants. What hinders it is remembered and told by
the next window; the program that is there stays.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.resources import resource
from app.services.outside import outside
from app.services.updates import versions
from app.services.updates.asking import offered
from app.services.updates.choosing import Choice, alone, chosen, let_be
from app.services.updates.fetching import is_proven
from app.services.updates.installed import Installation, file_for
from app.services.updates.manifest import Manifest
from app.services.updates.memory import Memory, remember, remembered
from app.services.updates.problems import UpdateProblem
from app.services.updates.publisher import Publisher
from app.store.problems import StoreProblem
from app.store.records import StoreLocation

MAC_SWAP: Final = "updates/swap-app.sh"
PREVIOUS_SETUP: Final = "setup-previous.exe"
PREVIOUS_APP: Final = "Factotum (previous).app"
_ARGUMENTS_OF_SETUP: Final = ("/S", "/UPDATE")


def finish(folder: Path, here: Installation, publisher: Publisher, location: StoreLocation) -> bool:
    """Put the chosen version in place if one is chosen and nobody uses the program; whether it is.

    On Windows and macOS a program of theirs is started, which waits for this process to end.
    """
    choice = chosen(folder)
    if choice is None or not here.changes_itself:
        return False
    if choice.version == here.version:
        let_be(folder)
        return False
    with alone(folder) as is_alone:
        if not is_alone:
            return False
        memory = remembered(folder)
        try:
            if choice.way == "on":
                _go_on(folder, choice.version, here, publisher, location, memory)
            else:
                _go_back(folder, choice, here, location, memory)
        except UpdateProblem as problem:
            hindered = problem.code
        except (OSError, StoreProblem):
            hindered = "place"
        else:
            return True
        with suppress(OSError):
            let_be(folder)
            remember(folder, memory.model_copy(update={"hindered": hindered}))
        return False


def _go_on(
    folder: Path,
    version: str,
    here: Installation,
    publisher: Publisher,
    location: StoreLocation,
    memory: Memory,
) -> None:
    manifest = offered(publisher, memory, here.version)
    if manifest is None or manifest.version != version:
        raise UpdateProblem("archive")
    if here.kind == "folder" and not versions.is_staged(here.root, version):
        raise UpdateProblem("archive")
    file = None if here.kind == "folder" else proven_file(folder, manifest, here)
    backup = copy_of_documents(folder, location, version)
    kept = {"went_from": here.version, "schema_before": known_schema(), "backup": backup, "hindered": ""}
    remember(folder, memory.model_copy(update=kept))
    if file is None:
        versions.switch(here.root, version)
        let_be(folder)
        versions.tidy(here.root, "")
        return
    let_be(folder)
    hand_over(_command(here, file), folder)


def _go_back(
    folder: Path, choice: Choice, here: Installation, location: StoreLocation, memory: Memory
) -> None:
    if way_back(here, memory) != choice.version:
        raise UpdateProblem("no_previous")
    # Not offered again by itself: there was a reason to leave it.
    remember(folder, memory.model_copy(update={"skipped": here.version, "hindered": ""}))
    if choice.way == "back-with-documents" and memory.backup:
        from app.store import backups
        from app.store.database import database_path

        backups.restore(database_path(location), Path(memory.backup))
    if here.kind == "folder":
        versions.go_back(here.root)
        let_be(folder)
        return
    let_be(folder)
    if here.kind == "setup":
        hand_over(_setup(here.root / PREVIOUS_SETUP), folder)
    else:
        hand_over(_swap("back", here.root, here.root.with_name(PREVIOUS_APP)), folder)


def proven_file(folder: Path, manifest: Manifest, here: Installation) -> Path:
    """What was fetched for this copy, if it is still what was signed for. Raises UpdateProblem."""
    file = file_for(manifest, here)
    if file is None or not is_proven(folder / file.name, file):
        raise UpdateProblem("changed")
    return folder / file.name


def known_schema() -> int:
    """The number of the database that this version writes."""
    from app.store.migrations import MIGRATIONS

    return MIGRATIONS[-1].number


def copy_of_documents(folder: Path, location: StoreLocation, version: str) -> str:
    """A copy of its own of the documents, which the thinning of backups does not reach; where it is.

    Empty for a database server, whose copies are not ours, and where there are no documents yet.
    Raises StoreProblem, OSError.
    """
    from app.store import backups
    from app.store.database import FILE_NAME

    if location.folder is None or not (location.folder / FILE_NAME).is_file():
        return ""
    made = backups.make(location.folder / FILE_NAME, location.backups_kept)
    for old in folder.glob("documents-before-*.sqlite3"):
        old.unlink(missing_ok=True)
    kept = folder / f"documents-before-{version}.sqlite3"
    try:
        kept.hardlink_to(made.path)
    except OSError:
        shutil.copy2(made.path, kept)
    return str(kept)


def way_back(here: Installation, memory: Memory) -> str:
    """The version one can go back to, by its number; empty if there is none."""
    if here.kind == "folder":
        return versions.previous(here.root)
    kept = {"setup": here.root / PREVIOUS_SETUP, "image": here.root.with_name(PREVIOUS_APP)}.get(here.kind)
    is_kept = kept is not None and kept.exists()
    return memory.went_from if is_kept and memory.went_from != here.version else ""


def hand_over(command: list[str], folder: Path) -> None:
    """Start what goes on when this process has ended; what it says is kept in `updates/log.txt`."""
    with (folder / "log.txt").open("wb") as log:
        subprocess.Popen(
            command,
            env=outside(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def restart(here: Installation, arguments: list[str]) -> None:
    """Become the version that is current now. Returns only where that cannot be."""
    if here.kind == "folder" and sys.platform != "win32":
        launcher = here.root / versions.PROGRAM
        with suppress(OSError):
            os.execve(launcher, [str(launcher), *arguments], outside(os.environ))


def _command(here: Installation, file: Path) -> list[str]:
    if here.kind == "setup":
        return _setup(file)
    return _swap("on", here.root, file)


def _setup(setup: Path) -> list[str]:
    return [str(setup), *_ARGUMENTS_OF_SETUP, f"/PID={os.getpid()}"]


def _swap(way: str, app: Path, source: Path) -> list[str]:
    return ["/bin/sh", str(resource(MAC_SWAP)), way, str(os.getpid()), str(app), str(source)]
