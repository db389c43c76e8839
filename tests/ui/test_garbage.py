from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer

from app.ui.garbage import WORTH_COLLECTING, GuiThreadGarbage

pytestmark = pytest.mark.usefixtures("qtbot")


class Knot(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self, interval=10_000)
        self.timer.start()
        self.knot = self


def test_a_busy_thread_does_not_destroy_qt_objects_of_the_gui_thread():
    garbage = GuiThreadGarbage()
    lost = weakref.ref(Knot())
    kept: list[list[object]] = []
    busy = threading.Thread(target=lambda: kept.extend([] for _ in range(4 * WORTH_COLLECTING)))
    busy.start()
    busy.join()
    assert lost() is not None
    garbage.look()
    assert lost() is None
    garbage.stop()


def test_stopping_gives_the_collector_back():
    GuiThreadGarbage().stop()
    assert gc.isenabled()
