"""The table of provider parameters names only fields that exist."""

from __future__ import annotations

import re
from pathlib import Path

from app.domain.fields import fields

TABLE = Path(__file__).resolve().parents[2] / "docs" / "parameters.md"


def test_every_field_named_for_a_parameter_exists() -> None:
    paths = {spec.path for spec in fields()}
    places = [
        row.split("|")[2] for row in TABLE.read_text(encoding="utf-8").splitlines() if row.startswith("| ")
    ]
    named = {name for place in places for name in re.findall(r"`([a-z_.\[\]0-9]+)`", place)}
    figures = {"net", "tax", "gross"}
    assert len(named) > 50
    assert named - paths - figures == set()
