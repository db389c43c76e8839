"""The folder of versions that install.sh makes on Linux, and the change from one to another.

    factotum       the launcher, packaging/linux/launcher.sh
    versions/X     one bundle each
    current        -> versions/X; what the launcher starts
    previous       -> versions/W; what one can go back to
    trial/         is there until the window of a new version has come up; see the launcher
    fell-back/     the launcher went back by itself; `version` in it says from which

Each step leaves a program that starts: `current` is changed in one stroke, and to a version that lies
there whole.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final

from app.client.errors import Cancelled
from app.client.transport import Cancel
from app.services.outside import outside
from app.services.updates.problems import UpdateProblem

PROGRAM: Final = "factotum"
_BUNDLE: Final = "factotum"
"""The folder in an archive, below its own name, that is the bundle."""
_CURRENT, _PREVIOUS, _VERSIONS, _TRIAL, _FELL_BACK = "current", "previous", "versions", "trial", "fell-back"
_BEGUN: Final = ".new-"
_LOOK_S: Final = 0.2
_SELF_TEST_WITHIN_S: Final = 900
_MOST_ENTRIES: Final = 20_000


def current(root: Path) -> str:
    """The version that starts; empty if there is none."""
    return _version_at(root / _CURRENT)


def previous(root: Path) -> str:
    """The version one can go back to; empty if there is none."""
    name = _version_at(root / _PREVIOUS)
    return name if name != current(root) and (root / _VERSIONS / name / PROGRAM).is_file() else ""


def is_staged(root: Path, version: str) -> bool:
    """Whether this version lies there whole."""
    return bool(version) and (root / _VERSIONS / version / PROGRAM).is_file()


def stage(
    root: Path,
    archive: Path,
    version: str,
    progress: Callable[[int, int], None],
    cancel: Cancel,
    environment: Mapping[str, str] = os.environ,
) -> None:
    """Put the bundle of this archive beside the others, once it has passed its own self-test.

    Raises UpdateProblem `archive` or `self_test`, Cancelled, OSError; nothing is left of it then.
    """
    if is_staged(root, version):
        return
    begun = root / _VERSIONS / f"{_BEGUN}{version}"
    shutil.rmtree(begun, ignore_errors=True)
    try:
        _unpack(archive, begun, progress, cancel)
        _self_test(begun / PROGRAM, environment, cancel)
        os.sync()
        begun.rename(root / _VERSIONS / version)
    except BaseException:
        shutil.rmtree(begun, ignore_errors=True)
        raise


def switch(root: Path, version: str) -> None:
    """Let this version start from now on, on trial. Raises UpdateProblem `archive` if it is not there."""
    if not is_staged(root, version):
        raise UpdateProblem("archive")
    before = current(root)
    if before == version:
        return
    trial = root / _TRIAL
    shutil.rmtree(trial, ignore_errors=True)
    trial.mkdir()
    (trial / "version").write_text(version + "\n", "utf-8")
    _point(root / _PREVIOUS, before)
    _point(root / _CURRENT, version)


def go_back(root: Path) -> str:
    """Let the version before start from now on; which one. Raises UpdateProblem `no_previous`."""
    name = previous(root)
    if not name:
        raise UpdateProblem("no_previous")
    shutil.rmtree(root / _TRIAL, ignore_errors=True)
    _point(root / _CURRENT, name)
    return name


def prove(root: Path) -> None:
    """The window of this version has come up: its trial is over."""
    with suppress(OSError):
        shutil.rmtree(root / _TRIAL)


def fell_back_from(root: Path) -> str:
    """The version the launcher gave up, told once; empty if it did not."""
    told = root / _FELL_BACK
    try:
        version = (told / "version").read_text("utf-8").strip()
    except OSError:
        return ""
    shutil.rmtree(told, ignore_errors=True)
    return version


def tidy(root: Path, keep: str) -> None:
    """Remove versions nobody can go to any more, and what a break left; `keep` is one that waits."""
    staying = {current(root), _version_at(root / _PREVIOUS), keep}
    for path in (root / _VERSIONS).iterdir():
        if path.name not in staying:
            shutil.rmtree(path, ignore_errors=True)


def _version_at(link: Path) -> str:
    try:
        return link.readlink().name
    except OSError:
        return ""


def _point(link: Path, version: str) -> None:
    """Let the link lead to this version, in one stroke."""
    beside = link.with_name(f".{link.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    beside.symlink_to(f"{_VERSIONS}/{version}")
    beside.replace(link)
    folder = os.open(link.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _unpack(archive: Path, target: Path, progress: Callable[[int, int], None], cancel: Cancel) -> None:
    total = archive.stat().st_size
    target.mkdir(parents=True)
    try:
        with archive.open("rb") as packed, tarfile.open(fileobj=packed) as entries:
            for count, entry in enumerate(entries):
                if cancel.is_set:
                    raise Cancelled("cancelled")
                if count > _MOST_ENTRIES:
                    raise UpdateProblem("archive", detail="too many entries")
                progress(min(packed.tell(), total), total)
                parts = PurePosixPath(entry.name).parts
                if len(parts) > 2 and parts[1] == _BUNDLE:
                    _put(entries, entry, target, PurePosixPath(*parts[2:]))
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise UpdateProblem("archive", detail=str(error)) from error
    except OSError as error:
        if error.errno is None:  # of the packing, not of the disk
            raise UpdateProblem("archive", detail=str(error)) from error
        raise
    if not (target / PROGRAM).is_file():
        raise UpdateProblem("archive", detail=f"no {PROGRAM} in it")


def _put(entries: tarfile.TarFile, entry: tarfile.TarInfo, target: Path, place: PurePosixPath) -> None:
    """One entry below the target; never above it, and nothing but folders, files and links inside."""
    if place.is_absolute() or ".." in place.parts:
        raise UpdateProblem("archive", detail=entry.name)
    path = target / place
    if entry.isdir():
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if target.resolve() not in (path.parent.resolve(), *path.parent.resolve().parents):
        raise UpdateProblem("archive", detail=entry.name)
    if entry.issym():
        inside = os.path.normpath(place.parent / entry.linkname)
        if entry.linkname.startswith("/") or inside.startswith(".."):
            raise UpdateProblem("archive", detail=f"{entry.name} -> {entry.linkname}")
        path.symlink_to(entry.linkname)
        return
    content = entries.extractfile(entry) if entry.isreg() else None
    if content is None:
        raise UpdateProblem("archive", detail=entry.name)
    with content, path.open("xb") as file:
        shutil.copyfileobj(content, file, 1 << 20)
    path.chmod(0o755 if entry.mode & 0o100 else 0o644)


def _self_test(program: Path, environment: Mapping[str, str], cancel: Cancel) -> None:
    calm = ["nice", "-n", "10"] if shutil.which("nice") else []
    own = {**outside(environment), "QT_QPA_PLATFORM": "offscreen"}
    try:
        process = subprocess.Popen(
            [*calm, str(program), "self-test"],
            env=own,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except OSError as error:
        raise UpdateProblem("self_test", {"seen": str(error)}) from error
    waited = 0
    with process:
        while True:
            try:
                told, _ = process.communicate(timeout=_LOOK_S)
                break
            except subprocess.TimeoutExpired:
                waited += 1
                if cancel.is_set or waited * _LOOK_S > _SELF_TEST_WITHIN_S:
                    process.kill()
                    process.communicate()
                    if cancel.is_set:
                        raise Cancelled("cancelled") from None
                    raise UpdateProblem("self_test", {"seen": "…"}) from None
    if process.returncode != 0:
        lines = told.decode("utf-8", "replace").splitlines()
        failed = [line for line in lines if line.startswith("FAILED")] or lines[-1:]
        raise UpdateProblem("self_test", {"seen": " ".join(failed)[:300] or str(process.returncode)})
