"""A composer with a real store, real jobs and the real grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.draft import Draft
from app.services.history import History
from app.services.samples import SAMPLES
from app.ui.draft_store import DraftStore
from app.ui.forms import ComposerForm
from app.ui.grid import LineGrid
from app.ui.jobs import Jobs
from app.ui.theme import Theme


@dataclass(frozen=True)
class Shown:
    """A document as the workspace would hand it over."""

    draft: Draft
    history: History
    id: str = "d1"
    status: Literal["draft", "issued", "void", "credited"] = "draft"
    issued: Any = None
    is_held: bool = False


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    qtbot.waitUntil(lambda: not jobs.is_busy())
    jobs.shut_down()


@pytest.fixture
def store(jobs: Jobs) -> DraftStore:
    store = DraftStore(jobs)
    draft = SAMPLES["atelier"]()
    store.open(Shown(draft, History(draft)))
    return store


@pytest.fixture
def theme() -> Theme:
    return Theme()


@pytest.fixture
def form(qtbot: QtBot, store: DraftStore, jobs: Jobs, theme: Theme) -> ComposerForm:
    form = ComposerForm(store, jobs, theme, LineGrid(store, theme))
    qtbot.addWidget(form)
    form.resize(730, 800)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: bool(form.names.countries))
    return form


@pytest.fixture
def show(store: DraftStore) -> Callable[..., None]:
    """Open another document: `show(draft)`, `show(draft, status="issued")`."""

    def show(draft: Draft, **how: Any) -> None:
        store.open(Shown(draft, History(draft), **how))

    return show


@pytest.fixture
def enter(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Put the focus into an editor and wait until it is there."""

    def enter(editor: QWidget) -> None:
        editor.setFocus()
        qtbot.waitUntil(editor.hasFocus)

    return enter
