"""A release tells what is new, what is inside, and by which sums it is known."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import release
from freezing.sbom import cyclonedx

from app import __version__
from app.services.notices import Part

DAY = datetime(2026, 11, 22, tzinfo=UTC)
PARTS = (
    Part("PySide6_Essentials", "6.11.3", "LGPL-3.0-only OR GPL-3.0-only", requires=("shiboken6",)),
    Part("shiboken6", "6.11.3", "see its own text"),
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text('"""A program."""\n\n__version__ = "0.1.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0, 2026-01-01\n\n- Old.\n"
    )
    return tmp_path


def test_a_new_version_is_stamped_into_the_code_and_over_what_is_new(checkout: Path) -> None:
    release.stamp(checkout, "0.2.0", DAY)
    assert '__version__ = "0.2.0"' in (checkout / "app" / "__init__.py").read_text()
    changelog = (checkout / "CHANGELOG.md").read_text()
    assert release.news(changelog, "0.2.0") == "- New."
    assert release.news(changelog, "Unreleased") == ""
    assert release.news(changelog, "0.1.0") == "- Old."
    assert "## 0.2.0, 2026-11-22" in changelog


@pytest.mark.parametrize("version", ["0.2", "0.0.9", "0.1.0", "new"])
def test_a_version_that_cannot_be_is_refused_and_nothing_is_written(checkout: Path, version: str) -> None:
    before = {path: path.read_text() for path in checkout.rglob("*.*")}
    with pytest.raises(release.NotReady):
        release.stamp(checkout, version, DAY)
    assert {path: path.read_text() for path in checkout.rglob("*.*")} == before


def test_a_release_of_nothing_new_is_refused(checkout: Path) -> None:
    (checkout / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- Old.\n")
    with pytest.raises(release.NotReady, match="nothing under Unreleased"):
        release.stamp(checkout, "0.2.0", DAY)


def test_the_sums_are_of_everything_that_is_given_out(tmp_path: Path) -> None:
    (tmp_path / f"factotum_{__version__}_amd64.deb").write_bytes(b"deb")
    (tmp_path / "letter.txt").write_bytes(b"no package")
    out = tmp_path / "release"
    made = release.gather(tmp_path, out)
    assert sorted(path.name for path in out.iterdir()) == sorted(path.name for path in made)
    assert not (out / "letter.txt").exists()
    sums = dict(reversed(line.split("  ")) for line in (out / "SHA256SUMS").read_text().splitlines())
    assert sums == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in out.iterdir()
        if path.name != "SHA256SUMS"
    }
    inside = json.loads((out / "factotum.cdx.json").read_text())
    assert {"reportlab", "httpx", "SQLAlchemy"} <= {each["name"] for each in inside["components"]}


def test_a_package_of_another_version_is_not_given_out(tmp_path: Path) -> None:
    (tmp_path / "factotum_9.9.9_amd64.deb").write_bytes(b"deb")
    with pytest.raises(release.NotReady, match=r"9\.9\.9"):
        release.gather(tmp_path, tmp_path / "release")


def test_the_list_of_parts_names_licences_and_who_needs_whom() -> None:
    bill = cyclonedx("1.0.0", PARTS, made=DAY)
    first, second = bill["components"]
    assert first["purl"] == "pkg:pypi/pyside6-essentials@6.11.3"
    assert first["licenses"] == [{"expression": "LGPL-3.0-only OR GPL-3.0-only"}]
    assert second["licenses"] == [{"license": {"name": "see its own text"}}]
    needs = {each["ref"]: each["dependsOn"] for each in bill["dependencies"]}
    assert needs[first["bom-ref"]] == [second["bom-ref"]]
    assert set(needs["factotum"]) == {first["bom-ref"], second["bom-ref"]}
    assert set(needs) == {"factotum", first["bom-ref"], second["bom-ref"]}


def test_the_same_parts_give_the_same_list() -> None:
    assert cyclonedx("1.0.0", PARTS, made=DAY) == cyclonedx("1.0.0", PARTS[::-1], made=DAY)
