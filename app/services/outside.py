"""Programs that are no part of the bundle, started as if it were not there."""

from __future__ import annotations

from collections.abc import Mapping


def outside(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment as it was before the bundle's starter put our libraries first.

    A browser or viewer that inherits the bundle's LD_LIBRARY_PATH loads our libraries and may crash;
    another bundle would take itself for a part of this one.
    """
    clean = {name: value for name, value in environment.items() if not name.startswith("_PYI_")}
    before = clean.pop("LD_LIBRARY_PATH_ORIG", "")
    clean.pop("LD_LIBRARY_PATH", None)
    if before:
        clean["LD_LIBRARY_PATH"] = before
    return clean
