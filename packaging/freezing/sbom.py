"""The list of parts as a CycloneDX document: packages by their metadata, native libraries by the bundle."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from app.services.notices import Part, installed_parts
from freezing.natives import Native
from freezing.stamps import commit_time

_EXPRESSION: Final = re.compile(r"[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*")
_PUNCTUATED: Final = re.compile(r"[-0-9]|GPL|^MIT$|^ISC$|^Zlib$")
_ROOT: Final = "factotum"


def write(folder: Path, root: Path, natives: Sequence[Native]) -> Path:
    """The document of a bundle that holds these libraries, made in the environment this runs in."""
    from app import __version__

    made = datetime.fromtimestamp(int(commit_time(root)), UTC)
    document = cyclonedx(__version__, installed_parts(), natives, made=made)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "factotum.cdx.json"
    target.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return target


def cyclonedx(
    version: str, parts: Sequence[Part], natives: Sequence[Native] = (), *, made: datetime
) -> dict[str, Any]:
    """The document, version 1.5 of the format. The same parts give the same document."""
    known = {_reference(part): part for part in parts}
    libraries = {f"{native.purl}#{native.holder}": native for native in natives}
    names = {_canonical(part.name): reference for reference, part in known.items()}
    serial = uuid.uuid5(uuid.NAMESPACE_URL, f"factotum {version} {sorted([*known, *libraries])}")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": _ROOT,
                "name": _ROOT,
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": [
            {
                "type": "library",
                "bom-ref": reference,
                "name": part.name,
                "version": part.version,
                "purl": reference,
                "licenses": [_licence(part.licence)],
            }
            for reference, part in sorted(known.items())
        ]
        + [_library(reference, native) for reference, native in sorted(libraries.items())],
        "dependencies": [
            {"ref": _ROOT, "dependsOn": sorted([*known, *_of_nobody(libraries, names)])},
            *(
                {
                    "ref": reference,
                    "dependsOn": sorted(
                        {names[each] for each in part.requires if each in names}
                        | {
                            place
                            for place, native in libraries.items()
                            if _holder(native, names) == reference
                        }
                    ),
                }
                for reference, part in sorted(known.items())
            ),
        ],
    }


def _library(reference: str, native: Native) -> dict[str, Any]:
    stated = {"version": native.version} if native.version else {}
    return {
        "type": "library",
        "bom-ref": reference,
        "name": native.name,
        **stated,
        "purl": native.purl,
        "properties": [
            {"name": "factotum:holder", "value": native.holder},
            *({"name": "factotum:file", "value": place} for place in native.places),
        ],
    }


def _holder(native: Native, names: Mapping[str, str]) -> str | None:
    """The reference of the package this library came in; None for those of the system and of Python."""
    wanted = _canonical(native.holder)
    found = sorted(
        name for name in names if name == wanted or name.startswith(f"{wanted}-") or wanted == f"{name}-raw"
    )
    return names[found[0]] if found else None


def _of_nobody(libraries: Mapping[str, Native], names: Mapping[str, str]) -> list[str]:
    return [reference for reference, native in libraries.items() if _holder(native, names) is None]


def _licence(stated: str) -> dict[str, Any]:
    """An expression of SPDX as such; any other words as a name."""
    if _EXPRESSION.fullmatch(stated) and _PUNCTUATED.search(stated):
        return {"expression": stated}
    return {"license": {"name": stated}}


def _reference(part: Part) -> str:
    return f"pkg:pypi/{_canonical(part.name)}@{part.version}"


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
