"""The font files on this machine that can lend the characters the bundled faces lack."""

import os
import struct
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from app.documents.text.face import Face

FONT_DIRS_VARIABLE = "FACTOTUM_FONT_DIRS"
_SUFFIXES = (".ttf", ".ttc")


def named_dirs() -> list[Path]:
    """The directories named by the environment, best first."""
    return [Path(part) for part in os.environ.get(FONT_DIRS_VARIABLE, "").split(os.pathsep) if part]


def system_dirs() -> list[Path]:
    """The directories where this operating system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        windows = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        return [windows, *([Path(local) / "Microsoft/Windows/Fonts"] if local else [])]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    user = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "fonts"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [user, home / ".fonts", *(Path(part) / "fonts" for part in shared.split(":") if part)]


def font_files(directories: Sequence[Path]) -> list[Path]:
    """Every TrueType file and collection below the directories, each directory sorted by path."""
    found: dict[Path, None] = {}
    for directory in directories:
        below: list[Path] = []
        for folder, _, names in os.walk(directory):
            below += [Path(folder, name) for name in names if name.lower().endswith(_SUFFIXES)]
        found.update(dict.fromkeys(sorted(below)))
    return list(found)


def faces_in(directories: Sequence[Path]) -> Iterator[Face]:
    """The embeddable faces below the directories; files that are not fonts are passed over."""
    for path in font_files(directories):
        yield from _faces_of(path)


@cache
def _faces_of(path: Path) -> tuple[Face, ...]:
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError:
        return ()
    if len(head) < 12 or head[:4] not in (b"\x00\x01\x00\x00", b"true", b"ttcf"):
        return ()
    count = struct.unpack(">I", head[8:12])[0] if head[:4] == b"ttcf" else 1
    faces = (Face(path, index) for index in range(min(count, 64)))
    return tuple(face for face in faces if face.is_embeddable and "cmap" in face.tables)
