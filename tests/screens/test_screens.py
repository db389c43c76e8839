"""The pictures of the README are of the real window, and the window looks as it should.

`FACTOTUM_WRITE_SCREENSHOTS=1 pytest tests/screens` also writes them to docs/screenshots.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from math import dist
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.ui.theme import TOKENS
from tests.screens.studio import FAMILY, HEIGHT_PX, SCENES, WIDTH_PX, Scene, environment

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "docs" / "screenshots"
COLOURS_KEPT = 256
MOST_BYTES = 150_000
PATIENCE_S = 120
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Shots:
    """What came out of the studio."""

    folder: Path
    seen: dict[str, Any]
    warnings: list[str]

    def picture(self, scene: Scene) -> Image.Image:
        with Image.open(self.folder / f"{scene.name}.png") as picture:
            return picture.convert("RGB")


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Shots:
    folder = tmp_path_factory.mktemp("screens")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.screens.studio", str(folder)],
        cwd=ROOT,
        env=environment(folder / "studio"),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads((folder / "seen.json").read_text("utf-8"))
    taken = Shots(folder, told["scenes"], told["warnings"])
    if os.environ.get("FACTOTUM_WRITE_SCREENSHOTS") == "1":
        _publish(taken)
    return taken


def _publish(shots: Shots) -> None:
    PUBLISHED.mkdir(exist_ok=True)
    for scene in SCENES:
        few = in_few_colours(
            shots.picture(scene), {token(scene.scheme, name) for name in TOKENS[scene.scheme]}
        )
        few.save(PUBLISHED / f"{scene.name}.png", optimize=True)


def in_few_colours(picture: Image.Image, exact: set[Colour]) -> Image.Image:
    """The picture with a palette: the exact colours and the commonest as they are, others by the nearest."""
    found = shares(picture)
    kept = sorted(found, key=lambda colour: (colour not in exact, -found[colour]))[:COLOURS_KEPT]
    index = {colour: place for place, colour in enumerate(kept)}
    for colour in found.keys() - index.keys():
        index[colour] = min(range(len(kept)), key=lambda place: dist(colour, kept[place]))
    few = Image.new("P", picture.size)
    few.putpalette([part for colour in kept for part in colour])
    raw = picture.tobytes()
    few.putdata([index[colour] for colour in zip(raw[::3], raw[1::3], raw[2::3], strict=True)])
    return few


@pytest.fixture(params=SCENES, ids=lambda scene: scene.name)
def scene(request: pytest.FixtureRequest) -> Iterator[Scene]:
    return request.param


def shares(picture: Image.Image) -> dict[Colour, float]:
    """Which part of the picture has which colour."""
    pixels = picture.width * picture.height
    return {colour: count / pixels for count, colour in picture.getcolors(pixels)}


def token(scheme: Any, name: str) -> Colour:
    value = TOKENS[scheme][name]
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def test_a_picture_has_the_size_of_the_window_and_the_fonts_of_the_declared_package(
    shots: Shots, scene: Scene
) -> None:
    assert shots.picture(scene).size == (WIDTH_PX, HEIGHT_PX)
    assert shots.seen[scene.name]["font"] == FAMILY


def test_no_text_of_a_label_or_button_is_cut(shots: Shots, scene: Scene) -> None:
    assert shots.seen[scene.name]["cut"] == []


def test_qt_warns_of_nothing_while_the_window_is_shown(shots: Shots) -> None:
    known = "This plugin does not support propagateSizeHints"
    assert [text for text in shots.warnings if known not in text] == []


def test_a_picture_is_quiet_ground_and_surface_with_ink_and_little_accent(shots: Shots, scene: Scene) -> None:
    found = shares(shots.picture(scene))
    calm = [found.get(token(scene.scheme, name), 0) for name in ("ground", "surface", "sunk", "paper")]
    assert sum(calm) > 0.8
    assert found.get(token(scene.scheme, "ink"), 0) > 0.001
    accent = [found.get(token(scene.scheme, name), 0) for name in ("accent", "accent_soft")]
    assert 0.001 < sum(accent) < 0.05


def test_the_page_stays_white_also_in_the_dark(shots: Shots) -> None:
    for scene in SCENES:
        place = shots.seen[scene.name]["preview"]
        assert (place is not None) == (scene.room == "composer")
        if place is not None:
            assert shares(shots.picture(scene).crop(place))[token(scene.scheme, "paper")] > 0.4


def test_the_dark_window_has_nothing_white_but_the_page(shots: Shots) -> None:
    scene = next(scene for scene in SCENES if scene.scheme == "dark")
    left, top, right, bottom = shots.seen[scene.name]["preview"]
    picture = shots.picture(scene)
    picture.paste(token("dark", "ground"), (left, top, right, bottom))
    assert shares(picture).get((255, 255, 255), 0) == 0


def test_the_published_pictures_are_there_small_and_of_this_size() -> None:
    for scene in SCENES:
        path = PUBLISHED / f"{scene.name}.png"
        assert path.stat().st_size < MOST_BYTES
        with Image.open(path) as picture:
            assert picture.size == (WIDTH_PX, HEIGHT_PX)
            colours = shares(picture.convert("RGB"))
        assert {token(scene.scheme, name) for name in ("ground", "surface", "ink", "accent")} <= set(colours)
