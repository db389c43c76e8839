"""A real preview on a real store, and how long a key press takes to reach its screen."""

from __future__ import annotations

import time
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.draft import Draft
from app.services.history import History
from app.ui.draft_store import DraftStore
from app.ui.garbage import GuiThreadGarbage
from app.ui.preview import PreviewPane
from app.ui.preview.desk import Desk
from app.ui.preview.drawer import Drawer
from app.ui.theme import Theme

VIEW = (457, 860)
PATIENCE_MS = 60_000


def application() -> QApplication:
    """The one application of the run."""
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["bench"])


def opened(draft: Draft) -> Any:
    """The document as a workspace would open it."""
    return SimpleNamespace(
        id=draft.id, status="draft", draft=draft, history=History(draft), issued=None, is_held=False
    )


@dataclass
class Trial:
    """One document open beside its preview."""

    draft: Draft
    drawer: Drawer | None = None

    def __post_init__(self) -> None:
        app = application()
        self.garbage = GuiThreadGarbage()
        theme = Theme()
        theme.apply(app, "light")
        self.store = DraftStore()
        self.store.open(opened(self.draft))
        self.pane = PreviewPane(self.store, theme, "live", drawer=self.drawer)
        self.painted_at: dict[int, float] = {}
        self.loop = QEventLoop()
        self.pane.painted.connect(self._on_painted)
        self.pane.resize(*VIEW)
        self.pane.show()
        self.until_painted()

    def _on_painted(self, revision: int) -> None:
        self.painted_at[revision] = time.perf_counter()
        self.loop.quit()

    def until_painted(self) -> float:
        """Wait until what was asked for last is on the screen; answers when that was, in seconds."""
        patience = QTimer(singleShot=True, interval=PATIENCE_MS)
        patience.timeout.connect(self.loop.quit)
        patience.start()
        while self.pane.revision not in self.painted_at:
            self.loop.exec()
            if not patience.isActive():
                raise TimeoutError("the preview did not paint")
        return self.painted_at[self.pane.revision]

    def show_row(self, row_id: str) -> None:
        """Bring the page with this row into view and wait for it."""
        desk = self.desk
        self.pane.show_path(f"rows.{row_id}.label")
        patience = time.perf_counter() + PATIENCE_MS / 1000
        while not any(desk.spot_of(f"rows.{row_id}", page) for page in desk.outlook.visible_pages):
            application().processEvents()
            if time.perf_counter() > patience:
                raise TimeoutError("the row did not come into view")
        self.pane.show_path("")
        self.settle()

    def settle(self) -> None:
        """Let pauses pass and pages ahead be drawn."""
        calm = QEventLoop()
        QTimer.singleShot(500, calm.quit)
        calm.exec()

    @property
    def desk(self) -> Desk:
        """The desk of the pane."""
        desk = self.pane.findChild(Desk)
        if not isinstance(desk, Desk):
            raise LookupError("the pane has no desk")
        return desk

    def key_press_ms(self, row_id: str, **changes: Any) -> float:
        """From the edit to the painted page."""
        start = time.perf_counter()
        self.store.edit_row(row_id, "Edit", key=row_id, **changes)
        return (self.until_painted() - start) * 1000

    def close(self) -> None:
        """End the thread and the window."""
        self.garbage.stop()
        self.pane.close()
        self.pane.deleteLater()
        application().processEvents()
