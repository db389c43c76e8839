"""Colours and sizes: named in one place, as the design says, readable, and alive."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.theme import LEAST_CONTRAST, SPACE_S, TOKENS, Theme, contrast

ROOT = Path(__file__).resolve().parents[3]
UI = ROOT / "app" / "ui"
READ_ON = [
    ("ink", "ground"), ("ink", "surface"), ("ink", "sunk"), ("ink2", "ground"), ("ink2", "surface"),
    ("accent", "surface"), ("accent", "accent_soft"), ("on_accent", "accent"), ("warn", "warn_soft"),
    ("bad", "bad_soft"), ("good", "good_soft"),
]  # fmt: skip


@pytest.fixture
def theme(qapp: QApplication):
    theme = Theme()
    yield theme
    theme.apply(qapp, "light")


@pytest.mark.parametrize("tone", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), READ_ON)
def test_every_pair_of_text_and_ground_can_be_read(tone, ink, ground):
    colours = TOKENS[tone]
    assert contrast(QColor(colours[ink]), QColor(colours[ground])) >= LEAST_CONTRAST


def test_contrast_is_that_of_the_standard():
    assert round(contrast(QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)), 2) == 21


def test_both_tones_name_the_same_tokens():
    assert TOKENS["light"].keys() == TOKENS["dark"].keys()


def test_the_paper_stays_white_in_the_dark(theme: Theme, qapp: QApplication):
    theme.apply(qapp, "dark")
    assert theme.scheme == "dark"
    assert theme.is_dark
    assert theme.colour("paper") == QColor(Qt.GlobalColor.white)


def test_a_change_of_scheme_is_told_and_repaints(theme: Theme, qapp: QApplication, qtbot: QtBot):
    theme.apply(qapp, "light")
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, "dark")
    assert qapp.palette().color(QPalette.ColorRole.Base) == theme.colour("surface")


def test_high_contrast_takes_the_colours_of_the_system(theme: Theme, qapp: QApplication):
    theme.apply(qapp, "high_contrast")
    assert theme.colour("ground") == qapp.palette().color(QPalette.ColorRole.Window)
    assert theme.colour("ink") == qapp.palette().color(QPalette.ColorRole.WindowText)
    assert contrast(theme.colour("accent"), theme.colour("surface")) >= LEAST_CONTRAST


def test_figures_have_one_width(theme: Theme):
    assert theme.font().isFeatureSet(QFont.Tag("tnum"))
    assert theme.px(SPACE_S) >= SPACE_S


def test_no_other_module_names_a_colour_or_sets_a_stylesheet():
    own = {UI / "theme.py", UI / "stylesheet.py"}
    wrong = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in UI.rglob("*.py")
        if path not in own
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "setStyleSheet" in line or re.search(r"""["']#[0-9A-Fa-f]{3,8}["']""", line)
    ]
    assert not wrong, "ask theme.colour(...) or give the widget a role"


def test_icons_have_the_colours_of_their_tone():
    for tone, ink, on_accent in (("light", "ink2", "on_accent"), ("dark", "ink2", "on_accent")):
        icons = ROOT / "resources" / "icons"
        assert TOKENS[tone][ink] in (icons / f"chevron-{tone}.svg").read_text()
        assert TOKENS[tone][on_accent] in (icons / f"check-{tone}.svg").read_text()


def test_every_role_that_a_widget_takes_is_painted():
    sheet = (UI / "stylesheet.py").read_text("utf-8")
    taken = {
        role
        for path in UI.rglob("*.py")
        for role in re.findall(r'set_role\([^,()]+, "([a-z_]+)"\)', path.read_text("utf-8"))
    }
    assert {role for role in taken if f'role="{role}"' not in sheet} == set()
