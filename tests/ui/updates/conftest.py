"""A whole program that was installed by install.sh, and a publisher whose server is on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.services.settings import Settings
from app.services.updates.installed import Installation
from app.services.updates.memory import Memory, remember
from app.ui.updates.desk import UpdateDesk
from app.ui.updates.line import UpdateLine
from tests.services.updates.house import (
    Shop,
    archive,
    file_of,
    installed,
    manifest_body,
    open_shop,
    signed_list,
)
from tests.ui.shell.conftest import places, program, settle, start

__all__ = ["places", "program", "start"]

NAME = "factotum-0.2.0-linux-x86_64.tar.xz"
PATIENCE_MS = 30_000
NOTHING = Memory()


@pytest.fixture(autouse=True)
def begun_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program's own beginning would come in the midst of a test on a slow machine."""
    monkeypatch.setattr("app.bootstrap.QUIET_MS", 1_000_000_000)


@pytest.fixture(autouse=True)
def without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def shop() -> Iterator[Shop]:
    with open_shop() as opened:
        content = archive("0.2.0")
        opened.files[NAME] = content
        opened.files["newest"] = signed_list(manifest_body(files=[file_of(NAME, content)]))
        yield opened


class Clerk:
    """What a person sees and does about newer versions in one program."""

    def __init__(self, program: Program, shop: Shop, here: Installation, qtbot: QtBot) -> None:
        self.program, self.shop, self.here, self.qtbot = program, shop, here, qtbot
        self.desk = UpdateDesk(program.seat, here, shop.publisher)
        program.seat.updates = self.desk
        program.window.show_updates()
        line = program.window.findChild(UpdateLine)
        assert line is not None
        self.line = line
        self.folder = program.seat.places.data_folder / "updates"
        self.desk.begin()
        self.rest()

    def rest(self) -> None:
        """Until everything that was begun is done."""
        settle(self.qtbot, self.program)

    def offers(self) -> list[str]:
        return [button.text() for button in self.line._buttons() if not button.isHidden()]

    def allow(self) -> None:
        self.desk.allow(True)
        self.rest()

    def wait_for(self, stage: str) -> None:
        self.qtbot.waitUntil(lambda: self.desk.news.stage == stage, timeout=PATIENCE_MS)


Begin = Callable[..., Clerk]


@pytest.fixture
def begin(program: Program, shop: Shop, tmp_path: Path, qtbot: QtBot) -> Begin:
    """The window of a program that was started before; `memory` is what it remembers, `kind` how it came."""
    here = installed(tmp_path / "factotum")

    def begin_one(memory: Memory | None = NOTHING, setting: str = "unasked", kind: str = "folder") -> Clerk:
        folder = program.seat.places.data_folder / "updates"
        if memory is not None:
            remember(folder, memory)
        program.seat.settings = Settings.model_validate({"newer_versions": setting})
        return Clerk(program, shop, here._replace(kind=kind), qtbot)

    return begin_one
