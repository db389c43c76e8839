"""Whether a window can open is answered before Qt, which would end the process, is asked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.cli import screen

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(autouse=True)
def _linux_without_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_no_screen_is_an_obstacle_and_drawing_off_screen_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "OFFSCREEN_LIBRARIES", {})
    assert "no screen" in str(screen.obstacle_to_window())
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert screen.obstacle_to_window() is None


def test_missing_libraries_are_named_by_the_package_that_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(screen, "OFFSCREEN_LIBRARIES", {"libnosuch.so.9": "libnosuch9"})
    monkeypatch.setattr(screen, "SCREEN_LIBRARIES", {"libxcb-nosuch.so.0": "libxcb-nosuch0"})
    assert str(screen.obstacle_to_window()).endswith("apt-get install libnosuch9 libxcb-nosuch0")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert str(screen.obstacle_to_window()).endswith("apt-get install libnosuch9")


def test_a_screen_that_does_not_answer_is_an_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "SCREEN_LIBRARIES", {})
    monkeypatch.setattr(screen, "OFFSCREEN_LIBRARIES", {})
    monkeypatch.setenv("DISPLAY", ":60123")
    assert "the screen :60123 does not answer" in str(screen.obstacle_to_window())


def test_other_systems_need_no_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert screen.obstacle_to_window() is None


@pytest.mark.parametrize("place", ["README.md", "packaging/linux/qt-libraries.sh"])
def test_the_libraries_named_elsewhere_are_the_ones_the_program_asks_for(place: str) -> None:
    text = (ROOT / place).read_text(encoding="utf-8")
    assert [package for package in screen.OFFSCREEN_LIBRARIES.values() if package not in text] == []


def test_ci_installs_what_a_window_on_a_screen_needs() -> None:
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [package for package in screen.SCREEN_LIBRARIES.values() if package not in text] == []
