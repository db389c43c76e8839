"""A column of pages that is scrolled and zoomed: where each page lies, and how one gets there."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, QVariantAnimation, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from app.ui.preview.outlook import Outlook
from app.ui.preview.sheets import A4_PT, GAP, MARGIN, Sheets, fit_scale
from app.ui.preview.wanted import SpotLike
from app.ui.theme import FADE_MS
from app.ui.viewport import make_viewport

PIXELS_PER_POINT = 96 / 72
ZOOM_STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
_LINE_STEP = 40


class PageColumn(QAbstractScrollArea):
    """Sheets of one size under one another.

    Signals: `moved` when the place or the zoom may have changed.
    """

    moved = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_viewport(self)
        self._clock = clock
        self._sheets = Sheets(1, *A4_PT, scale=1.0)
        self._zoom_percent: int | None = None
        self._moved_by_hand_at = float("-inf")
        self._glide = QVariantAnimation(self, duration=FADE_MS)
        self._glide.valueChanged.connect(self._on_glide_moved)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)
            bar.actionTriggered.connect(self._note_hand)

    @property
    def outlook(self) -> Outlook:
        """What of the desk is in view now."""
        view = self.viewport().size()
        return Outlook(
            self._sheets,
            view.width(),
            view.height(),
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
            self.devicePixelRatioF(),
        )

    # Zoom

    @property
    def zoom_percent(self) -> int:
        """The zoom as shown; 100 is the paper's real size on a screen of 96 dots an inch."""
        return round(self._sheets.scale / PIXELS_PER_POINT * 100)

    @property
    def fits_width(self) -> bool:
        """Whether the zoom follows the width of the view."""
        return self._zoom_percent is None

    def set_zoom(self, percent: int | None, anchor: QPoint | None = None) -> None:
        """Zoom to a percentage, None to fit the width; the point `anchor` of the view keeps its place."""
        if percent is not None:
            percent = min(max(percent, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        at = anchor or self.viewport().rect().center()
        before = self.outlook
        index = before.sheets.current(before.scroll_y + at.y(), 0)
        old = before.page_rect(index)
        self._zoom_percent = percent
        self._lay_out()
        new = self.outlook.page_rect(index)
        across = (at.x() - old.x()) / old.width() * new.width()
        down = (at.y() - old.y()) / old.height() * new.height()
        bar_x, bar_y = self.horizontalScrollBar(), self.verticalScrollBar()
        bar_x.setValue(bar_x.value() + new.x() + round(across) - at.x())
        bar_y.setValue(bar_y.value() + new.y() + round(down) - at.y())
        self.viewport().update()
        self.moved.emit()

    def zoom_in(self, anchor: QPoint | None = None) -> None:
        """The next larger step."""
        self.set_zoom(next((z for z in ZOOM_STEPS if z > self.zoom_percent), ZOOM_STEPS[-1]), anchor)

    def zoom_out(self, anchor: QPoint | None = None) -> None:
        """The next smaller step."""
        smaller = [z for z in ZOOM_STEPS if z < self.zoom_percent]
        self.set_zoom(smaller[-1] if smaller else ZOOM_STEPS[0], anchor)

    # Places

    def was_moved_by_hand_within(self, seconds: float) -> bool:
        """Whether the user scrolled just now."""
        return self._clock() - self._moved_by_hand_at < seconds

    def scroll_to(self, index: int, spot: SpotLike | None) -> None:
        """Bring a place on a page into view, or the page; stay put if it is in view already."""
        outlook = self.outlook
        if spot is None:
            if index in outlook.visible_pages:
                return
            self._glide_to(outlook.sheets.top(index) - MARGIN)
            return
        target = outlook.spot_rect(index, spot)
        if target.top() >= 0 and target.bottom() <= outlook.height:
            return
        page_top = outlook.page_rect(index).top()
        if target.bottom() - page_top + 2 * MARGIN <= outlook.height:
            self._glide_to(outlook.scroll_y + page_top - MARGIN)
        else:
            self._glide_to(outlook.scroll_y + target.center().y() - outlook.height // 2)

    def _glide_to(self, goal: int) -> None:
        bar = self.verticalScrollBar()
        goal = min(max(goal, bar.minimum()), bar.maximum())
        self._glide.stop()
        style_ms = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if style_ms <= 0 or abs(goal - bar.value()) > self.viewport().height():
            bar.setValue(goal)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(goal)
        self._glide.start()

    def _on_glide_moved(self, value: object) -> None:
        if isinstance(value, int):
            self.verticalScrollBar().setValue(value)

    # Layout

    def _lay_out(self) -> None:
        old, view = self._sheets, self.viewport().size()
        bar, bar_x = self.verticalScrollBar(), self.horizontalScrollBar()
        if self._zoom_percent is None:
            scale = fit_scale(old.width_pt, self.width() - bar.sizeHint().width())
        else:
            scale = self._zoom_percent / 100 * PIXELS_PER_POINT
        pages_above = (bar.value() - MARGIN) / old.pitch
        self._sheets = new = Sheets(old.count, old.width_pt, old.height_pt, scale)
        bar.setPageStep(max(1, view.height() - GAP))
        bar_x.setPageStep(max(1, view.width()))
        for each in (bar, bar_x):
            each.setSingleStep(_LINE_STEP)
        bar.setRange(0, max(0, new.total_height - view.height()))
        bar_x.setRange(0, max(0, new.total_width - view.width()))
        if new.scale != old.scale and bar.value() > 0:
            bar.setValue(round(pages_above * new.pitch) + MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self.moved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_out()
        self.moved.emit()

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self.moved.emit()

    def _note_hand(self) -> None:
        self._glide.stop()
        self._moved_by_hand_at = self._clock()
