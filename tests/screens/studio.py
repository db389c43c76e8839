"""`python -m tests.screens.studio FOLDER [guide]`: pictures of the real window, and what was seen meanwhile.

Runs as a process of its own, on the offscreen platform at one pixel a logical pixel. The only fonts it
knows are those of the declared package `pymupdf-fonts`, FiraGO first, so the pictures look the same on
every machine. Writes one PNG a scene, and `seen.json`: for each scene its size and font, the texts that
are cut, and where the preview lies; for all of them what Qt warned of.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Literal

WIDTH_PX, HEIGHT_PX = 1440, 900
REVIEW_WIDTH_PX, REVIEW_HEIGHT_PX = 1120, 700
REVIEWED = "Stripe"
PATIENCE_MS = 30_000
FAMILY = "FiraGO"
FACES = (
    *(f"{FAMILY}_{cut}" for cut in ("Regular", "Italic", "Bold", "BoldItalic")),
    *("NotoSans_Regular", "NotoSansSymbols_Regular", "NotoSansSymbols2_Regular"),  # what FiraGO lacks
)
_FONT_RULES = f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{{fonts}}</dir>
  <cachedir>{{cache}}</cachedir>
  <match><edit name="family" mode="prepend" binding="strong"><string>{FAMILY}</string></edit></match>
</fontconfig>
"""


@dataclass(frozen=True)
class Scene:
    """One picture: which room, in which language and colours."""

    name: str
    room: str
    language: Literal["en", "fr"]
    scheme: Literal["light", "dark"]


SCENES: Final = (
    Scene("composer-light", "composer", "en", "light"),
    Scene("composer-dark", "composer", "fr", "dark"),
    Scene("issued-light", "issued", "en", "light"),
    Scene("settings-light", "settings", "en", "light"),
)

GUIDE_SCENES: Final = tuple(
    Scene(f"{room}-{language}", room, language, "light")
    for language in ("en", "fr")
    for room in ("composer", "review")
)
"""What the pages of the guide show, in the language of each."""


def environment(folder: Path) -> dict[str, str]:
    """What the process needs so that its pictures do not depend on the machine; writes the fonts there."""
    fonts = folder / "fonts"
    fonts.mkdir(parents=True)
    for face in FACES:
        (fonts / f"{face}.ttf").write_bytes(import_module(f"pymupdf_fonts.{face}").fontbuffer)
    rules = folder / "fonts.conf"
    rules.write_text(_FONT_RULES.format(fonts=fonts, cache=folder / "font-cache"), "utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_"))}
    return {
        **kept,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "1",
        "QT_QPA_FONTDIR": str(fonts),
        "FONTCONFIG_FILE": str(rules),
        "LC_ALL": "C.UTF-8",
    }


def take_pictures(folder: Path, scenes: Sequence[Scene] = SCENES) -> None:
    """Take a picture of each scene into the folder."""
    from PySide6.QtCore import qInstallMessageHandler

    from app.bootstrap import application

    warnings: list[str] = []
    qInstallMessageHandler(lambda _kind, _context, text: warnings.append(text))
    app = application()
    seen = {scene.name: _take(app, scene, folder) for scene in scenes}
    qInstallMessageHandler(None)
    (folder / "seen.json").write_text(
        json.dumps({"scenes": seen, "warnings": sorted(set(warnings))}, ensure_ascii=False, indent=1), "utf-8"
    )


def _take(app: Any, scene: Scene, folder: Path) -> dict[str, Any]:
    from PySide6.QtGui import QFontInfo

    from app.bootstrap import Program
    from app.services.settings import Settings
    from tests.screens.office import furnish

    places = furnish(folder / scene.name)
    program = Program(app, places, Settings(interface_language=scene.language, colour_scheme=scene.scheme))
    window, preview = program.window, program.window.parts.preview
    painted: set[int] = set()
    preview.painted.connect(painted.add)
    window.resize(WIDTH_PX, HEIGHT_PX)
    program.start()
    _until(app, lambda: program.seat.session.is_open and not program.seat.jobs.is_busy())
    _until(app, lambda: preview.revision in painted)
    _until(app, lambda: bool(window.parts.form.names.countries))  # they come after the first paint
    shown = window
    if scene.room == "review":
        reviewing = window.sending.reviewing
        window.actions_by_name["send"].trigger()
        _until(app, lambda: reviewing.sheet is not None and reviewing.sheet.send.isEnabled())
        shown = reviewing.sheet
        shown.resize(REVIEW_WIDTH_PX, REVIEW_HEIGHT_PX)
        place = next(i for i in range(shown.connections.count()) if REVIEWED in shown.connections.itemText(i))
        shown.connections.setCurrentIndex(place)
        shown.connections.activated.emit(place)
        _until(app, lambda: REVIEWED in shown.title.text() and shown.send.isEnabled())
    elif scene.room != "composer":
        window.visits.show_room(scene.room)
    _until(app, lambda: not program.seat.jobs.is_busy() and program.seat.autosave.is_idle)
    picture = shown.grab()
    picture.save(str(folder / f"{scene.name}.png"))
    seen = {
        "width": picture.width(),
        "height": picture.height(),
        "font": QFontInfo(app.font()).family(),
        "cut": cut_texts(window),
        "preview": _place(preview, window) if preview.isVisible() else None,
    }
    if shown is not window:
        shown.close()
    window.close()
    program.stop()
    return seen


def cut_texts(window: Any) -> list[str]:
    """The texts of labels and buttons that have less room than they ask for."""
    from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

    cut = []
    for kind in (QLabel, QPushButton, QToolButton):
        for widget in window.findChildren(kind):
            if not widget.isVisible() or not widget.text():
                continue
            wanted = widget.sizeHint()
            if kind is QLabel and widget.wordWrap():
                fits = widget.heightForWidth(widget.width()) <= widget.height()
            else:
                fits = wanted.width() <= widget.width() and wanted.height() <= widget.height()
            if not fits:
                cut.append(
                    f"{widget.text()} ({wanted.width()} x {wanted.height()} in {widget.size().toTuple()})"
                )
    return cut


def _place(part: Any, window: Any) -> list[int]:
    from PySide6.QtCore import QPoint

    corner = part.mapTo(window, QPoint(0, 0))
    return [corner.x(), corner.y(), corner.x() + part.width(), corner.y() + part.height()]


def _until(app: Any, holds: Callable[[], bool]) -> None:
    from PySide6.QtCore import QDeadlineTimer, QEventLoop

    patience = QDeadlineTimer(PATIENCE_MS)
    while True:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if holds():
            app.processEvents()
            return
        if patience.hasExpired():
            raise TimeoutError("the window did not come to rest")


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]), GUIDE_SCENES if "guide" in sys.argv[2:] else SCENES)
