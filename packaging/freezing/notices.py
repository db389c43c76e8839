"""NOTICE of a bundle: the libraries from their metadata, Python, what the host adds, the LGPL's texts."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from app.services.notices import Part, as_text, installed_parts
from freezing.trimming import Entry

LGPL: Final = """\
PySide6, Shiboken, Qt and psycopg are used under the LGPL, version 3. Their files lie beside the program
as they were made; you may replace them by your own of the same interface. Their sources are published by
The Qt Company and the psycopg project. The texts of the LGPL and of the GPL, which it builds on, stand at
the end."""


def write(target: Path, root: Path, binaries: Iterable[Entry]) -> Path:
    """Write NOTICE for a bundle of these binaries, made in the environment this runs in."""
    parts = (*installed_parts(), _python(), _bootloader(), *_host_parts(binaries))
    texts = "\n\n".join(
        (root / "packaging" / "licences" / name).read_text(encoding="utf-8")
        for name in ("LGPL-3.0.txt", "GPL-3.0.txt")
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"{LGPL}\n\n{as_text(parts)}\n{texts}", encoding="utf-8")
    return target


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    stated = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if not stated.is_file():  # beside the interpreter on Windows; Debian's lies with its package
        stated = Path(sys.base_prefix, "LICENSE.txt")
    texts = (stated.read_text(encoding="utf-8").strip(),) if stated.is_file() else ()
    return Part("Python", version, "PSF-2.0", texts)


def _bootloader() -> Part:
    import PyInstaller

    text = "The program's starter is PyInstaller's, used under the exception that its licence grants."
    return Part(
        "PyInstaller bootloader",
        PyInstaller.__version__,
        "GPL-2.0-or-later WITH Bootloader-exception",
        (text,),
    )


def _host_parts(binaries: Iterable[Entry]) -> list[Part]:
    """Libraries taken from Debian packages of the build machine, with what those say of their licences."""
    if shutil.which("dpkg-query") is None:
        return []
    sources = {str(Path(source).resolve()) for _, source, _ in binaries}
    # Debian lists a file under /lib or under /usr/lib, whichever its package says.
    asked = {name for source in sources for name in (source, source.removeprefix("/usr"))}
    answer = subprocess.run(["dpkg-query", "-S", *sorted(asked)], capture_output=True, text=True, check=False)
    packages = {line.split(":")[0] for line in answer.stdout.splitlines()}
    return [_host_part(package) for package in sorted(packages)]


def _host_part(package: str) -> Part:
    version = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\n", package], capture_output=True, text=True, check=True
    ).stdout.splitlines()[0]
    stated = Path("/usr/share/doc", package, "copyright")
    text = stated.read_text(encoding="utf-8", errors="replace").strip() if stated.is_file() else ""
    return Part(f"{package} (Debian)", version, "see below" if text else "unstated", (text,) if text else ())
