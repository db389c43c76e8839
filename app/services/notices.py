"""By whose work and licence this program runs: the libraries that are there, from their own metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from app.resources import MissingResource, resource

BUNDLED: Final = "NOTICE.txt"
"""Of the resources of a bundle, which has no metadata to ask: written when it was made."""

_LICENCE_FILE: Final = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_OF_CLASSIFIER: Final = "License :: "
_LONGEST_EXPRESSION: Final = 100


@dataclass(frozen=True, slots=True)
class Part:
    """One library: its name and version, its licence in a few words, and the texts it comes with."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()


def notices() -> str:
    """All of it as one text to read."""
    try:
        return resource(BUNDLED).read_text(encoding="utf-8")
    except (MissingResource, OSError):
        return as_text(installed_parts())


def as_text(parts: tuple[Part, ...]) -> str:
    """A list of all parts, then what each has to say."""
    listed = "\n".join(f"{part.name} {part.version}: {part.licence}" for part in parts)
    full = "\n\n".join(
        f"{'=' * 78}\n{part.name} {part.version}\n{'=' * 78}\n\n" + "\n\n".join(part.texts)
        for part in parts
        if part.texts
    )
    return f"{listed}\n\n{full}\n" if full else f"{listed}\n"


def installed_parts(root: str = "factotum", extras: tuple[str, ...] = ("postgres",)) -> tuple[Part, ...]:
    """The libraries that the distribution `root` runs with, itself left out, by name."""
    parts: dict[str, Part] = {}
    waiting = list(_required(root, extras))
    while waiting:
        name = _canonical(waiting.pop())
        if name in parts:
            continue
        try:
            found = distribution(name)
        except PackageNotFoundError:  # of another system, or an extra nobody asked for
            continue
        parts[name] = part = _part(found)
        waiting += part.requires
    return tuple(parts[name] for name in sorted(parts))


def _part(found: Distribution) -> Part:
    return Part(
        name=found.metadata["Name"],
        version=found.version,
        licence=_licence(found),
        texts=tuple(_texts(found)),
        requires=tuple(_canonical(name) for name in _required(found.metadata["Name"], ("binary",))),
    )


def _required(name: str, extras: tuple[str, ...]) -> Iterator[str]:
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:
        return
    for line in lines:
        asked_for = re.search(r"extra\s*==\s*['\"]([^'\"]+)", line)
        named = _NAME.match(line)
        if named and (asked_for is None or asked_for[1] in extras):
            yield named[0]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(found: Distribution) -> str:
    expression = _stated(found, "License-Expression") or _stated(found, "License")
    first_line = expression.strip().splitlines()[0] if expression.strip() else ""
    if first_line and len(first_line) <= _LONGEST_EXPRESSION and first_line != "UNKNOWN":
        return first_line
    classifiers = found.metadata.get_all("Classifier") or []
    named = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith(_OF_CLASSIFIER)]
    return ", ".join(named) or first_line or "see its own text"


def _stated(found: Distribution, name: str) -> str:
    values = found.metadata.get_all(name) or [""]
    return str(values[0])


def _texts(found: Distribution) -> Iterator[str]:
    of_metadata = [path for path in found.files or [] if ".dist-info" in path.parts[0]]
    for path in sorted(of_metadata, key=str):
        if "licenses" in path.parts or _LICENCE_FILE.search(path.name):
            text = Path(str(path.locate()))
            if text.is_file():
                yield text.read_text(encoding="utf-8", errors="replace").strip()
