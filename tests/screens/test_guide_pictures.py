"""The pictures of the guide are of the real window, in the language of their page.

`FACTOTUM_WRITE_SCREENSHOTS=1 pytest tests/screens` also writes them beside the pages.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from app.resources import resource_folder
from tests.screens.studio import GUIDE_SCENES, Scene, environment

ROOT = Path(__file__).resolve().parents[2]
WIDTH_PX = 1000
COLOURS = 64
MOST_BYTES = 70_000
PATIENCE_S = 180


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guide")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.screens.studio", str(folder), "guide"],
        cwd=ROOT,
        env=environment(folder / "studio"),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert ran.returncode == 0, ran.stderr
    if os.environ.get("FACTOTUM_WRITE_SCREENSHOTS") == "1":
        for scene in GUIDE_SCENES:
            publish(folder / f"{scene.name}.png", published(scene))
    return folder


def published(scene: Scene) -> Path:
    return ROOT / "resources" / "guide" / scene.language / f"{scene.room}.png"


def publish(taken: Path, place: Path) -> None:
    """Write the picture small: narrower, in few colours."""
    with Image.open(taken) as picture:
        height = round(picture.height * WIDTH_PX / picture.width)
        narrow = picture.convert("RGB").resize((WIDTH_PX, height), Image.Resampling.LANCZOS)
    narrow.quantize(COLOURS, dither=Image.Dither.NONE).save(place, optimize=True)


def test_every_picture_can_be_taken_without_a_warning_of_qt(shots: Path):
    told = json.loads((shots / "seen.json").read_text("utf-8"))
    known = "This plugin does not support propagateSizeHints"
    assert told["scenes"].keys() == {scene.name for scene in GUIDE_SCENES}
    assert [text for text in told["warnings"] if known not in text] == []


def test_the_pictures_of_both_languages_differ_in_their_words(shots: Path):
    for room in {scene.room for scene in GUIDE_SCENES}:
        english, french = ((shots / f"{room}-{language}.png").read_bytes() for language in ("en", "fr"))
        assert english != french


@pytest.mark.parametrize("scene", GUIDE_SCENES, ids=lambda scene: scene.name)
def test_a_published_picture_is_there_and_small(scene: Scene):
    assert published(scene).stat().st_size < MOST_BYTES
    with Image.open(published(scene)) as picture:
        assert picture.width == WIDTH_PX


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_show_every_picture_there_is_and_no_other(language: str):
    folder = resource_folder() / "guide" / language
    shown = {
        name
        for page in folder.glob("*.md")
        for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text("utf-8"))
    }
    assert shown == {path.name for path in folder.glob("*.png")}
