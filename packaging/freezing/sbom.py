"""The list of parts as a CycloneDX document, from the metadata of the environment."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from app.services.notices import Part

_EXPRESSION: Final = re.compile(r"[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*")
_PUNCTUATED: Final = re.compile(r"[-0-9]|GPL|^MIT$|^ISC$|^Zlib$")
_ROOT: Final = "factotum"


def cyclonedx(version: str, parts: Sequence[Part], *, made: datetime) -> dict[str, Any]:
    """The document, version 1.5 of the format. The same parts give the same document."""
    known = {_reference(part): part for part in parts}
    names = {_canonical(part.name): reference for reference, part in known.items()}
    serial = uuid.uuid5(uuid.NAMESPACE_URL, f"factotum {version} {sorted(known)}")
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
        ],
        "dependencies": [
            {"ref": _ROOT, "dependsOn": sorted(known)},
            *(
                {
                    "ref": reference,
                    "dependsOn": sorted({names[each] for each in part.requires if each in names}),
                }
                for reference, part in sorted(known.items())
            ),
        ],
    }


def _licence(stated: str) -> dict[str, Any]:
    """An expression of SPDX as such; any other words as a name."""
    if _EXPRESSION.fullmatch(stated) and _PUNCTUATED.search(stated):
        return {"expression": stated}
    return {"license": {"name": stated}}


def _reference(part: Part) -> str:
    return f"pkg:pypi/{_canonical(part.name)}@{part.version}"


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
