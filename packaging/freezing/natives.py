"""Which libraries that are no Python packages lie in a bundle, and of which version.

Three kinds: files that come from a Debian package of the build machine, files that a wheel brings along,
and what was built into a wheel's own modules, which only the module itself can name.
"""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Final

from freezing.trimming import Entry


@dataclass(frozen=True, slots=True)
class Native:
    """One library. `holder` is the package it came in; `places` are its files in the bundle."""

    name: str
    version: str
    purl: str
    holder: str
    places: tuple[str, ...] = ()


_LIBRARY: Final = re.compile(
    r"(^|/)lib[^/]*\.so(\.[\d.]+)?$|\.dll$|\.dylib$|\.framework/Versions/\w+/\w+$", re.IGNORECASE
)
_VENDORED: Final = re.compile(
    r"(?:^|/)(?P<wheel>[^/]+)\.libs/lib(?P<name>[^/]+?)-[0-9a-f]{8}\.so\.?(?P<version>[\d.]*)"
)
_PYTHON: Final = r"(^|/)libpython|(^|/)python3\d+\.dll"
_QT: Final = re.compile(
    r"(^|/)PySide6/.*Qt6|(^|/)Qt\w+\.framework/|(^|/)libQt6|(^|/)PySide6/(Qt/)?plugins/|^plugins/"
)
_ICU: Final = re.compile(r"(^|/)libicu\w+\.so\.(\d+)|(^|/)icu\w*?(\d+)\.dll", re.IGNORECASE)


def is_library(place: str) -> bool:
    """Whether this file is a shared library, and no module of Python's."""
    name = PurePosixPath(place.replace("\\", "/")).name
    return bool(_LIBRARY.search(place)) and not re.search(r"\.(cpython|abi3)[^/]*\.(so|pyd)$", name)


def natives(binaries: Iterable[Entry]) -> tuple[Native, ...]:
    """Every library of these files, and every one built into the modules among them."""
    entries = [entry for entry in binaries if entry[2] != "SYMLINK"]
    files = {place.replace("\\", "/"): source for place, source, _ in entries if is_library(place)}
    found = [*_built_in(place.replace("\\", "/") for place, _, _ in entries)]
    owned = debian_owners(files)
    for place, source in files.items():
        if source in owned or not re.search(_PYTHON, place):
            found.append(_of_file(place, owned.get(source, "")))
    return merged(found)


def merged(found: Sequence[Native]) -> tuple[Native, ...]:
    """The same library of the same holder once, with all its files."""
    places: dict[tuple[str, str, str, str], list[str]] = {}
    for each in found:
        places.setdefault((each.name, each.version, each.purl, each.holder), []).extend(each.places)
    return tuple(Native(*key, tuple(sorted(listed))) for key, listed in sorted(places.items()))


def _of_file(place: str, debian: str) -> Native:
    if debian:
        name, _, version = debian.partition(" ")
        return Native(name, version, f"pkg:deb/debian/{name}@{version}", "Debian", (place,))
    if icu := _ICU.search(place):
        return _generic("icu", icu[2] or icu[4], "PySide6", place)
    if _QT.search(place):
        return _generic("qt", _said("PySide6.QtCore", lambda m: m.qVersion()), "PySide6", place)
    if vendored := _VENDORED.search(place):
        wheel = vendored["wheel"].replace("_", "-")
        # What the file's name says is the version of its interface; the wheel may know the library's own.
        version = _known(vendored["name"]) or vendored["version"]
        return _generic(vendored["name"].lower(), version, wheel, place)
    name = PurePosixPath(place).name
    first = PurePosixPath(place).parts[0]
    holder = first if len(PurePosixPath(place).parts) > 1 else "Python"
    bare = re.sub(r"^lib|(\.so.*|\.dll|\.dylib)$", "", name)
    return _generic(bare.lower(), _known(bare), holder, place)


def _generic(name: str, version: str, holder: str, *places: str) -> Native:
    return Native(
        name, version, f"pkg:generic/{name}@{version}" if version else f"pkg:generic/{name}", holder, places
    )


_OWN_WORDS: Final[Mapping[str, tuple[str, Callable[[Any], str]]]] = {
    # Name of the library, or of its file: the module that knows its version, and how to ask.
    "freetype": ("PIL.features", lambda m: m.version("freetype2") or ""),
    "lcms2": ("PIL.features", lambda m: m.version("littlecms2") or ""),
    "openjp2": ("PIL.features", lambda m: m.version("jpg_2000") or ""),
    "tiff": ("PIL.features", lambda m: m.version("libtiff") or ""),
    "webp": ("PIL.features", lambda m: m.version("webp") or ""),
    "avif": ("PIL.features", lambda m: m.version("avif") or ""),
    "pyside6.abi3": ("PySide6", lambda m: str(m.__version__)),
    "shiboken6.abi3": ("shiboken6", lambda m: str(m.__version__)),
    "qpdf": ("pikepdf", lambda m: m.__libqpdf_version__),
    "pdfium": ("pypdfium2", lambda m: str(m.PDFIUM_INFO).partition("@")[0]),
    "pq": ("psycopg.pq", lambda m: f"{m.version() // 10000}.{m.version() % 10000}"),
    "sqlite3": ("sqlite3", lambda m: m.sqlite_version),
    "crypto-3": ("ssl", lambda m: m.OPENSSL_VERSION.split()[1]),
    "ssl-3": ("ssl", lambda m: m.OPENSSL_VERSION.split()[1]),
}
_BUILT_IN: Final[tuple[tuple[str, str, str, str, Callable[[Any], str]], ...]] = (
    # Pattern of the module's file, library, holder, module to ask, and how.
    (_PYTHON, "python", "Python", "platform", lambda m: m.python_version()),
    (
        r"(^|/)cryptography/.*_rust",
        "openssl",
        "cryptography",
        "cryptography.hazmat.backends.openssl",
        lambda m: m.backend.openssl_version_text().split()[1],
    ),
    (r"(^|/)lxml/etree", "libxml2", "lxml", "lxml.etree", lambda m: ".".join(map(str, m.LIBXML_VERSION))),
    (r"(^|/)lxml/etree", "libxslt", "lxml", "lxml.etree", lambda m: ".".join(map(str, m.LIBXSLT_VERSION))),
    (r"(^|/)uharfbuzz/", "harfbuzz", "uharfbuzz", "uharfbuzz", lambda m: m.version_string()),
    (r"(^|/)PIL/_imagingft", "raqm", "pillow", "PIL.features", lambda m: m.version("raqm") or ""),
    (
        r"(^|/)PIL/_imaging\.",
        "libjpeg-turbo",
        "pillow",
        "PIL.features",
        lambda m: m.version("libjpeg_turbo") or "",
    ),
    (r"(^|/)PIL/_imaging\.", "zlib-ng", "pillow", "PIL.features", lambda m: m.version("zlib_ng") or ""),
)


def _built_in(places: Iterable[str]) -> Iterator[Native]:
    listed = list(places)
    for pattern, name, holder, module, ask in _BUILT_IN:
        inside = [place for place in listed if re.search(pattern, place)]
        if inside:
            yield _generic(name, _said(module, ask), holder, *inside)


def _known(name: str) -> str:
    module, ask = _OWN_WORDS.get(name.lower(), ("", str))
    return _said(module, ask) if module else ""


@cache
def _said(module: str, ask: Callable[[Any], str]) -> str:
    """A version by the word of the module it is in; empty where that is not installed."""
    try:
        return ask(importlib.import_module(module))
    except ImportError:
        return ""


def debian_owners(files: Mapping[str, str]) -> dict[str, str]:
    """`package version` of each source file that a Debian package put on this machine."""
    if shutil.which("dpkg-query") is None:
        return {}
    asked: dict[str, str] = {}
    for source in files.values():
        real = str(Path(source).resolve())
        # Debian lists a file under /lib or under /usr/lib, whichever its package says.
        asked |= {real: source, real.removeprefix("/usr"): source}
    if not asked:
        return {}
    answer = subprocess.run(["dpkg-query", "-S", *sorted(asked)], capture_output=True, text=True, check=False)
    owners = {}
    for line in answer.stdout.splitlines():
        package, _, path = line.partition(": ")
        if path in asked:
            owners[asked[path]] = f"{package.split(':')[0]} {_debian_version(package.split(',')[0])}"
    return owners


@cache
def _debian_version(package: str) -> str:
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\n", package], capture_output=True, text=True, check=True
    )
    return answer.stdout.splitlines()[0]
