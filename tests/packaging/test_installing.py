"""install.sh lays versions side by side under one launcher, and removes only what it made."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


def unpacked(folder: Path, version: str) -> Path:
    """What a tarball of this version holds, around a program of two lines."""
    tree = folder / version
    (tree / "factotum").mkdir(parents=True)
    program = tree / "factotum" / "factotum"
    program.write_text(f"#!/bin/sh\necho {version}\n")
    program.chmod(0o755)
    (tree / "version").write_text(f"{version}\n")
    for name in ("install.sh", "launcher.sh"):
        (tree / name).write_bytes((LINUX / name).read_bytes())
        (tree / name).chmod(0o755)
    for place, source in (
        ("mime/packages/factotum.xml", LINUX / "factotum-mime.xml"),
        ("applications/factotum.desktop", LINUX / "factotum.desktop"),
        ("icons/hicolor/scalable/apps/factotum.svg", LINUX / "factotum-mime.xml"),
    ):
        (tree / "share" / place).parent.mkdir(parents=True)
        (tree / "share" / place).write_bytes(source.read_bytes())
    return tree


def run(tree: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "FACTOTUM_PREFIX": str(home)}
    return subprocess.run(
        [str(tree / "install.sh"), *arguments], env=environment, capture_output=True, text=True, check=False
    )


def program_of(home: Path) -> Path:
    for place in (home / "opt" / "factotum", home / ".local" / "lib" / "factotum"):
        if place.exists():
            return place
    raise AssertionError("nothing was installed")


def started(home: Path) -> str:
    (command,) = [*home.glob("usr/local/bin/factotum"), *home.glob(".local/bin/factotum")]
    return subprocess.run([str(command)], capture_output=True, text=True, check=True).stdout.strip()


def test_the_version_before_stays_beside_the_newer_one(tmp_path: Path, home: Path) -> None:
    assert run(unpacked(tmp_path, "0.1.0"), home).returncode == 0
    assert started(home) == "0.1.0"
    program = program_of(home)
    assert not (program / "previous").exists()
    assert run(unpacked(tmp_path, "0.2.0"), home).returncode == 0
    assert started(home) == "0.2.0"
    assert (program / "previous").readlink() == Path("versions/0.1.0")
    assert sorted(path.name for path in (program / "versions").iterdir()) == ["0.1.0", "0.2.0"]
    (desktop,) = home.rglob("factotum.desktop")
    assert f'Exec="{program}/factotum" %F' in desktop.read_text()


def test_the_same_version_is_replaced_wholly(tmp_path: Path, home: Path) -> None:
    tree = unpacked(tmp_path, "0.1.0")
    run(tree, home)
    stale = program_of(home) / "current" / "stale.py"
    stale.touch()
    assert run(tree, home).returncode == 0
    assert not stale.exists()
    assert started(home) == "0.1.0"
    assert [path.name for path in (program_of(home) / "versions").iterdir()] == ["0.1.0"]


def test_removing_takes_the_versions_and_nothing_of_the_persons(tmp_path: Path, home: Path) -> None:
    tree = unpacked(tmp_path, "0.1.0")
    run(tree, home)
    mine = home / ".local" / "share" / "factotum" / "draft.json"
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.touch()
    assert run(tree, home, "--remove").returncode == 0
    left = [path for path in home.rglob("*factotum*") if not path.is_dir()]
    assert left == []
    assert mine.exists()


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, home: Path) -> None:
    tree = unpacked(tmp_path, "0.1.0")
    run(tree, home)
    (program_of(home) / ".installed-by-factotum").unlink()
    for arguments in ((), ("--remove",)):
        ran = run(tree, home, *arguments)
        assert ran.returncode == 1
        assert "not made by this installer" in ran.stderr
    assert started(home) == "0.1.0"
