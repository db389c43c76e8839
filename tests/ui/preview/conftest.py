from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from app.domain.draft import Draft
from app.domain.rows import Line
from app.services.history import History
from app.ui.draft_store import DraftStore
from app.ui.preview import PreviewPane
from app.ui.preview.drawer import Drawer
from app.ui.theme import Theme
from tests.fakes.paper import FakePaper


class Bench:
    """A store, a preview of it drawn by a plain paper, and a clock moved by hand."""

    def __init__(self, qtbot: Any, theme: Theme) -> None:
        self.qtbot = qtbot
        self.theme = theme
        self.now_s = 1000.0
        self.paper = FakePaper()
        self.papers_made = 0
        self.gaps: list[tuple[str, str]] = []
        self.store = DraftStore()
        self.painted: list[int] = []
        self.pane: PreviewPane

    def show(self, draft: Draft, mode: Any = "live", status: str = "draft") -> PreviewPane:
        self.open(draft, status=status)
        self.pane = PreviewPane(
            self.store,
            self.theme,
            mode,
            drawer=Drawer(self._make_paper, lambda _draft: self.gaps),
            clock=lambda: self.now_s,
        )
        self.pane.painted.connect(self.painted.append)
        self.qtbot.addWidget(self.pane)
        self.pane.resize(420, 700)
        self.pane.show()
        self.wait_for_paper()
        return self.pane

    def open(self, draft: Draft, document_id: str = "a", status: str = "draft") -> None:
        self.store.open(
            SimpleNamespace(
                id=document_id, status=status, draft=draft, history=History(draft), issued=None, is_held=False
            )
        )

    def wait_for_paper(self) -> None:
        self.qtbot.waitUntil(lambda: self.pane.revision in self.painted)

    def wait(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds)

    def _make_paper(self) -> FakePaper:
        self.papers_made += 1
        return self.paper


@pytest.fixture
def bench(qtbot: Any, qapp: Any) -> Iterator[Bench]:
    theme = Theme()
    theme.apply(qapp, "light")
    made = Bench(qtbot, theme)
    yield made
    if made.paper.gate is not None:
        made.paper.gate.set()
    if hasattr(made, "pane"):
        made.pane.stop()


def invoice(rows: int = 25, subject: str = "Work") -> Draft:
    return Draft(subject=subject, rows=tuple(Line(id=f"r{i}", label=f"line {i}") for i in range(rows)))
