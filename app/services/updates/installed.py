"""How this copy was installed, and which file of a version is for it."""

from __future__ import annotations

import os
import platform
import re
import sys
from pathlib import Path
from typing import Final, Literal, NamedTuple

from app import __version__
from app.services.updates.manifest import FileKind, Manifest, ReleaseFile

InstallKind = Literal["source", "folder", "package", "setup", "image", "other"]
"""`folder`: by install.sh, in a place of the person's own; `package`: by the system's package manager;
`setup`, `image`: by the Windows installer, the app of macOS; `other`: a bundle put somewhere by hand."""

MARK: Final = ".installed-by-factotum"
_FILE_KINDS: Final[dict[InstallKind, FileKind]] = {
    "folder": "archive",
    "other": "archive",
    "package": "deb",
    "setup": "setup",
    "image": "image",
}


class Installation(NamedTuple):
    """This copy. `root` is the folder that holds its versions, its program or its app."""

    kind: InstallKind
    root: Path
    version: str
    system: str
    machine: str
    system_version: str

    @property
    def changes_itself(self) -> bool:
        """Whether this program may put a newer version in place; else it only fetches the file."""
        return self.kind in ("folder", "setup", "image")


def this_installation() -> Installation:
    """What this process was started from."""
    if not getattr(sys, "frozen", False):
        return Installation("source", Path(), __version__, sys.platform, platform.machine(), "")
    kind, root = kind_of(Path(sys.executable), sys.platform, Path("/var/lib/dpkg/info/factotum.list"))
    return Installation(kind, root, __version__, sys.platform, platform.machine(), _system_version())


def kind_of(program: Path, system: str, package_list: Path) -> tuple[InstallKind, Path]:
    """How the bundle of this program came there, and the folder that counts."""
    folder = program.parent
    if system == "win32":
        return ("setup" if (folder / "uninstall.exe").is_file() else "other"), folder
    if system == "darwin":
        app = folder.parent.parent
        is_app = app.suffix == ".app" and os.access(app.parent, os.W_OK)
        # From the disk image, or from where macOS shows a program that was never moved, nothing is replaced.
        is_in_place = is_app and not str(app).startswith(("/Volumes/", "/private/"))
        return ("image" if is_in_place else "other"), app
    root = folder.parent.parent
    if folder.parent.name == "versions" and (root / MARK).is_file() and os.access(root, os.W_OK):
        return "folder", root
    try:
        is_packaged = f"{program}\n" in package_list.read_text("utf-8")
    except OSError:
        is_packaged = False
    return ("package" if is_packaged else "other"), folder


def file_for(manifest: Manifest, here: Installation) -> ReleaseFile | None:
    """The file of this version that this copy is replaced by; None if there is none."""
    wanted = _FILE_KINDS.get(here.kind)
    for file in manifest.files:
        if (file.system, file.machine.lower(), file.kind) == (here.system, here.machine.lower(), wanted):
            return file
    return None


def runs_here(file: ReleaseFile, here: Installation) -> bool:
    """Whether this system is new enough. One that does not say its version is."""
    least, present = _numbers(file.minimum), _numbers(here.system_version)
    return not least or not present or present >= least


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _system_version() -> str:
    if sys.platform == "darwin":
        return platform.mac_ver()[0]
    if sys.platform == "win32":
        return platform.version()
    return platform.libc_ver()[1]
