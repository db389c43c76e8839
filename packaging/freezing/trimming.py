"""Which of the files that PyInstaller collects stay out of the bundle, and why."""

from __future__ import annotations

import posixpath
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

Entry = tuple[str, str, str]
"""One file: its place in the bundle, where it comes from, PyInstaller's word for its kind."""

OUR_LANGUAGES: Final = ("en", "fr", "de", "es", "it", "nl", "pt")
"""Languages of the window and the paper; no other is asked of Babel or Qt."""

EXCLUDED_MODULES: Final = (
    # GPL-3 or AGPL libraries stand behind these on Linux, and PyInstaller takes them unasked.
    "readline",
    "_gdbm",
    "_dbm",
    "dbm.gnu",
    "dbm.ndbm",
    # Tools of developers.
    "tkinter",
    "curses",
    "_curses",
    "_curses_panel",
    "unittest",
    "pydoc",
    "pydoc_data",
    "doctest",
    "pdb",
    "lib2to3",
    "ensurepip",
    "idlelib",
    "setuptools",
    "pkg_resources",
    "pip",
    "IPython",
    "pytest",
    "pygments",
    "rich",
    "mypy",
    # Looked for by libraries that do without.
    "numpy",
    "psycopg2",
    "asyncpg",
    "aiosqlite",
    "MySQLdb",
    "pymysql",
    "pysqlite2",
    "oracledb",
    "pyodbc",
    "PIL.ImageTk",
    "PIL.ImageQt",
    "PIL._avif",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtDBus",
    # Of lxml only etree is used.
    "lxml.objectify",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.sax",
)

_UNWANTED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # A desktop needs one platform for its screen and one for the self-test.
        r"/plugins/platforms/.*(eglfs|linuxfb|minimal|vnc|vkkhr|direct2d)",
        r"/plugins/(egldeviceintegrations|generic|networkinformation|tls|qmltooling|sqldrivers|designer)/",
        r"/plugins/(position|multimedia|printsupport|scxmldatamodel|vectorimageformats|wayland-\w+-server)/",
        r"/plugins/imageformats/.*q(tiff|webp|tga|icns|wbmp|gif|pdf)",
        r"/plugins/platformthemes/.*gtk3",
        r"/plugins/platforminputcontexts/.*virtualkeyboard",
        r"/plugins/xcbglintegrations/.*glx",
        r"PySide6/(Qt/)?qml/",
        r"/translations/(?!qtbase_(en|fr)\.qm$)",
        r"PySide6/(opengl32sw|d3dcompiler_\d+)\.dll$",
        r"Qt6?(Quick|Qml|VirtualKeyboard|EglFSDeviceIntegration|Pdf|Network|OpenGLWidgets)\w*\.(so|dll|abi3|pyd)",
        r"PySide6/.*\.(pyi|typesystem|qch)$",
        # Babel knows over a thousand locales.
        rf"^babel/locale-data/(?!(root|{'|'.join(OUR_LANGUAGES)})(_\w+)?\.dat$)",
        # What a library ships for those who build with it, or prove it.
        r"(^|/)(tests?|testing|include)/(?!.*\.so)",
        r"^pymupdf_fonts/.*\.py$",
        r"\.(pxd|pyx|c|cpp|h|hpp|html|rst)$",
        r"^lxml/(objectify|html/|isoschematron/|sax|builder|_elementpath\.py)",
        # A font of ReportLab's under the GPL, and the others, which are not used either.
        r"^reportlab/fonts/",
        r"(^|/)__pycache__/",
        r"^resources/i18n/.*\.ts$",
        # Left of an installation: which files, by whom, from where.
        r"\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json|WHEEL)$",
    )
)


def is_unwanted(place: str) -> bool:
    """Whether nothing in the program asks for this file of the bundle."""
    path = place.replace("\\", "/")
    return any(pattern.search(path) for pattern in _UNWANTED)


def trimmed(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that stay."""
    return [entry for entry in entries if not is_unwanted(entry[0])]


def without_orphans(binaries: Sequence[Entry], needed_by: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Less the libraries that only a file needed which has been left out, as the GTK theme does.

    Libraries of the host, at the top of the bundle, and Qt's own stay if something that stays needs them,
    directly or through others. `needed_by` gives the names a file is linked against.
    """
    files = [entry for entry in binaries if entry[2] != "SYMLINK"]
    libraries = {Path(place).name: source for place, source, _ in files if _is_on_call(place)}
    reached: set[str] = set()
    sources = [source for place, source, _ in files if not _is_on_call(place)]
    while sources:
        for name in needed_by(sources.pop()):
            if name in libraries and name not in reached:
                reached.add(name)
                sources.append(libraries[name])
    return [
        entry
        for entry in binaries
        if Path(entry[0]).name in reached or Path(entry[0]).name not in libraries or not _is_on_call(entry[0])
    ]


def _is_on_call(place: str) -> bool:
    """Whether this is a library that is there only because another file is linked against it."""
    # An extension module may lie at the top too, as that of cffi does; it is imported by name.
    is_at_top = "/" not in place and place.startswith("lib") and not place.startswith("libpython")
    return ".so" in place and (is_at_top or place.startswith("PySide6/Qt/lib/"))


@cache
def linked_against(file: str) -> tuple[str, ...]:
    """The libraries that an ELF file names; none for any other file."""
    listed = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=False).stdout
    return tuple(re.findall(r"^\s+NEEDED\s+(\S+)", listed, re.MULTILINE))


def without_dangling(entries: Sequence[Entry], kept: Iterable[Entry]) -> list[Entry]:
    """The entries less the links to what is not among those kept."""
    places = {place for place, _, kind in kept if kind != "SYMLINK"}
    return [
        entry
        for entry in entries
        if entry[2] != "SYMLINK" or posixpath.normpath(Path(entry[0]).parent.joinpath(entry[1])) in places
    ]


_TO_STRIP: Final = re.compile(r"^(libpython[^/]*\.so|python3\.\d+/lib-dynload/|sqlalchemy/|cryptography/)")
"""Compiled with their symbols and patched by nobody: what a wheel's repair has patched may break."""


def stripped(binaries: Sequence[Entry], folder: Path) -> list[Entry]:
    """The same, less what only a debugger reads: 35 MB. The slim copies are written to `folder`."""
    strip = shutil.which("strip")
    if strip is None:
        return list(binaries)
    kept = []
    for place, source, kind in binaries:
        slim = source
        if kind in ("BINARY", "EXTENSION") and _TO_STRIP.match(place):
            copy = folder / place
            copy.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run([strip, "--strip-unneeded", "-o", str(copy), source], check=True)
            slim = str(copy)
        kept.append((place, slim, kind))
    return kept
