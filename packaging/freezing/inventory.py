"""What lies in a finished bundle, and what must not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from freezing.natives import is_library

LARGEST_BUNDLE: Final = 210_000_000
"""Bytes on Linux, the largest of the three."""

_FORBIDDEN: Final = {
    "under the GPL or AGPL": (
        r"(^|/)(lib)?_?(readline|gdbm|dbm|db-5)\b[^/]*\.(so|dylib|dll|pyd)|DarkGarden|[Ff]itz|mupdf\."
    ),
    "a part of Qt that is not used": r"Qt6?(WebEngine|Quick|Qml|VirtualKeyboard|Multimedia|3D)",
    "of the GTK theme": r"libg(tk|dk)-|qgtk3",
    "a tool of developers": r"(^|/)(pytest|mypy|ruff|hypothesis|PyInstaller|setuptools)(/|$)",
}


@dataclass(frozen=True, slots=True)
class Held:
    """One file of the bundle; a link has what it points to in place of a sum."""

    place: str
    size: int
    sha256: str


def held(bundle: Path) -> tuple[Held, ...]:
    """Every file, by its place."""
    return tuple(sorted(_walk(bundle), key=lambda each: each.place))


def _walk(bundle: Path) -> Iterator[Held]:
    for path in bundle.rglob("*"):
        place = path.relative_to(bundle).as_posix()
        if path.is_symlink():
            yield Held(place, 0, f"-> {path.readlink().as_posix()}")
        elif path.is_file():
            content = path.read_bytes()
            yield Held(place, len(content), hashlib.sha256(content).hexdigest())


def differences(one: Iterable[Held], other: Iterable[Held]) -> list[str]:
    """The places of files that are in one alone, or not the same in both."""
    return sorted({each.place for each in set(one) ^ set(other)})


def refusals(places: Iterable[str]) -> list[str]:
    """What forbids shipping these files, one line each."""
    return [
        f"{place}: {why}"
        for place in places
        for why, pattern in _FORBIDDEN.items()
        if re.search(pattern, place)
    ]


def unlisted(places: Iterable[str], bill: Mapping[str, Any]) -> list[str]:
    """The shared libraries that the list of parts does not name, one line each."""
    named = {
        told["value"]
        for component in bill["components"]
        for told in component.get("properties", ())
        if told["name"] == "factotum:file"
    }
    inside = [place.removeprefix("_internal/").removeprefix("Contents/Frameworks/") for place in places]
    lacking = [place for place in inside if is_library(place) and place not in named]
    return [f"{place}: not in the list of parts" for place in lacking]


def missing(places: Iterable[str]) -> list[str]:
    """What the program wants and is not there, one line each."""
    present = set(places)
    wanted = (
        "resources/NOTICE.txt",
        "resources/factotum.cdx.json",
        "resources/icons/factotum.svg",
        "resources/i18n/factotum_fr.qm",
        "certifi/cacert.pem",
        # LGPL parts as files of their own.
        "PySide6/__init__.py",
        "psycopg/__init__.py",
        "shiboken6/__init__.py",
    )
    return [
        f"{name}: not in the bundle" for name in wanted if not any(each.endswith(name) for each in present)
    ]
