"""The preview: the open document as paper, following the form without ever holding it up."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.draft import Draft
from app.domain.totals import Totals
from app.ui.draft_store import DraftStore
from app.ui.preview.desk import Desk
from app.ui.preview.drawer import Drawer
from app.ui.preview.edits import edited_path
from app.ui.preview.head import PREVIEW_MODES, HeadBar, PreviewMode
from app.ui.preview.notice import Notice
from app.ui.preview.sheets import A4_PT, LETTER_PT
from app.ui.preview.wanted import Drawn, Looked, PageWish, Stage, Undrawn, Wanted
from app.ui.theme import PREVIEW_MIN_WIDTH, Theme

__all__ = ["PREVIEW_MODES", "PreviewMode", "PreviewPane"]

PAUSE_MS = 400
AHEAD_PAUSE_MS = 200
HAND_REST_S = 4.0
"""For so long after scrolling by hand the preview does not follow edits to other pages."""


class _State(NamedTuple):
    """What the paper is to show: one state of one document."""

    revision: int
    draft: Draft
    totals: Totals
    stage: Stage


class PreviewPane(QWidget):
    """The paper beside the form.

    Signals: `mode_chosen(str)` when the user picks how the preview follows, to be kept in the
    settings; `painted(revision)` when a new state of the paper reached the screen.

    `stop()` ends the drawing thread; it is called on close and when the application quits.
    """

    mode_chosen = Signal(str)
    painted = Signal(int)

    def __init__(
        self,
        store: DraftStore,
        theme: Theme,
        mode: PreviewMode = "live",
        *,
        drawer: Drawer | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._mode: PreviewMode = mode
        self._drawer = drawer if drawer is not None else Drawer()
        self._drawer.setParent(self)
        self._opening = 0
        self._state = _State(0, store.draft, store.totals, _stage(store))
        self._refused_revision = -1
        self._looked_revision = -1
        self._place = (0, 0)
        self._was_painted = False
        self._is_waiting = False
        self._is_stopped = False
        self._outlined = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._sought: str | None = None
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_PAUSE_MS)
        self._head = HeadBar(theme)
        self._desk = Desk(theme, clock)
        self._notice = Notice(theme)
        self._build(theme)
        self._connect()
        self._show_opened()

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._notice)
        column.addWidget(self._desk, 1)
        self.setMinimumWidth(theme.px(PREVIEW_MIN_WIDTH))
        self.setFocusProxy(self._desk)
        self._desk.setAccessibleName(self.tr("Preview of the pages"))

    def _connect(self) -> None:
        self._store.opened.connect(self._on_store_opened)
        self._store.draft_changed.connect(self._on_store_draft_changed)
        self._drawer.drawn.connect(self._on_drawer_drawn)
        self._drawer.undrawn.connect(self._on_drawer_undrawn)
        self._drawer.looked.connect(self._on_drawer_looked)
        self._notice.go_to_asked.connect(self._store.focus_requested)
        self._desk.moved.connect(self._on_desk_moved)
        self._desk.pointed_at.connect(self._store.focus_requested)
        self._desk.painted.connect(self.painted)
        self._pause.timeout.connect(self.refresh)
        self._turn.timeout.connect(self._on_turn)
        self._ahead.timeout.connect(self._on_ahead_pause_over)
        self._head.mode_picked.connect(self._on_head_mode_picked)
        self._head.zoom_picked.connect(self._desk.set_zoom)
        self._head.refresh_picked.connect(self.refresh)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    # For the window

    @property
    def mode(self) -> PreviewMode:
        """How the paper follows the form."""
        return self._mode

    def set_mode(self, mode: PreviewMode) -> None:
        """Follow every key, on a pause, or only on `refresh`; what is behind is drawn unless manual."""
        self._mode = mode
        self._pause.stop()
        if mode != "manual" and self.is_behind:
            self.refresh()
        self._tell_mode()

    @property
    def is_behind(self) -> bool:
        """Whether the form has moved on since the state on the paper."""
        return self._state.draft is not self._store.draft or self._state.stage != _stage(self._store)

    @property
    def revision(self) -> int:
        """The number of the state asked for last; `painted` names it when it is on the screen."""
        return self._state.revision

    @Slot()
    def refresh(self) -> None:
        """Draw the document as it is now."""
        self._pause.stop()
        self._take_state()
        self._want()
        self._tell_mode()

    @Slot(str)
    def show_path(self, path: str) -> None:
        """Outline the field on the paper and bring it into view."""
        self._outlined = path
        self._desk.outline(path)
        if not path:
            return
        for index in self._desk.outlook.visible_pages:
            spot = self._desk.spot_of(path, index)
            if spot is not None:
                self._desk.scroll_to(index, spot)
                return
        self._want(seek=path)

    @Slot()
    def zoom_in(self) -> None:
        """The next larger zoom."""
        self._desk.zoom_in()

    @Slot()
    def zoom_out(self) -> None:
        """The next smaller zoom."""
        self._desk.zoom_out()

    @Slot()
    def zoom_to_width(self) -> None:
        """Fit the page to the width of the pane."""
        self._desk.set_zoom(None)

    def current_page_image(self) -> QImage:
        """The picture of the page in view; a null image while there is none."""
        picture = self._desk.picture(self._desk.outlook.current_page)
        return picture.image if picture is not None else QImage()

    @Slot()
    def stop(self) -> None:
        """End the drawing thread and wait for it; the pane shows what it has from then on."""
        if self._is_stopped:
            return
        self._is_stopped = True
        self._store.opened.disconnect(self._on_store_opened)
        self._store.draft_changed.disconnect(self._on_store_draft_changed)
        self._desk.moved.disconnect(self._on_desk_moved)
        for timer in (self._pause, self._turn, self._ahead):
            timer.stop()
        self._drawer.stop()

    # The document

    @Slot(object)
    def _on_store_opened(self, _document: object) -> None:
        self._show_opened()

    def _show_opened(self) -> None:
        self._opening += 1
        self._pause.stop()
        self._turn.stop()
        self._outlined = ""
        self._take_state()
        self._notice.tell_undrawn("")
        self._notice.tell_gaps(())
        self._desk.blank(*(LETTER_PT if self._store.draft.paper.page_size == "Letter" else A4_PT))
        self._want()
        self._tell_mode()
        self._tell_place()

    @Slot(object, object)
    def _on_store_draft_changed(self, before: Draft, after: Draft) -> None:
        if after is self._state.draft:
            return
        if self._mode == "live":
            self._take_state()
            self._sought = self._worth_following(before, after)
            self._ahead.stop()
            self._turn.start()
        elif self._mode == "pause":
            self._pause.start()
        self._tell_mode()

    @Slot()
    def _on_turn(self) -> None:
        """After form and grid have repainted: two threads running Python only hold each other up."""
        self._want(seek=self._sought)

    def _worth_following(self, before: Draft, after: Draft) -> str | None:
        if self._desk.was_moved_by_hand_within(HAND_REST_S):
            return None
        return edited_path(before, after)

    def _take_state(self) -> None:
        store = self._store
        self._state = _State(self._state.revision + 1, store.draft, store.totals, _stage(store))

    # The drawing thread

    def _want(self, seek: str | None = None, pages: tuple[PageWish, ...] | None = None) -> None:
        if not self._was_painted or not self.isVisible():
            self._is_waiting = True
            return
        self._is_waiting = False
        if pages is None:
            self._ahead.stop()
            pages = self._desk.wishes()
        self._drawer.want(self._wanted(pages, seek))

    def _wanted(self, pages: tuple[PageWish, ...], seek: str | None = None) -> Wanted:
        outlook, state = self._desk.outlook, self._state
        ratio = outlook.pixel_ratio
        return Wanted(
            self._opening,
            self._store.document_id,
            state.revision,
            state.draft,
            state.totals,
            state.stage,
            pages,
            outlook.device_scale,
            (round(outlook.width * ratio), round(outlook.height * ratio)),
            seek,
        )

    @Slot(object)
    def _on_drawer_drawn(self, drawn: Drawn) -> None:
        wanted = drawn.wanted
        if wanted.opening != self._opening:
            return
        self._desk.show_paper(drawn.paper)
        self._desk.show_picture(drawn.picture)
        if drawn.found == drawn.picture.index and wanted.seek is not None:
            self._desk.scroll_to(drawn.found, self._desk.spot_of(wanted.seek, drawn.found))
        if wanted.revision > self._refused_revision:
            self._notice.tell_undrawn("")
        self._tell_place()
        self._ahead.start()

    @Slot(object)
    def _on_drawer_undrawn(self, undrawn: Undrawn) -> None:
        if undrawn.wanted.opening != self._opening:
            return
        self._refused_revision = undrawn.wanted.revision
        self._notice.tell_undrawn(undrawn.reason)

    @Slot(object)
    def _on_drawer_looked(self, looked: Looked) -> None:
        if looked.wanted.opening == self._opening:
            self._notice.tell_gaps(looked.gaps)

    @Slot()
    def _on_ahead_pause_over(self) -> None:
        pages = self._desk.wishes_ahead(self._state.revision)
        if pages:
            self._want(pages=pages)
        elif self._looked_revision != self._state.revision:
            self._looked_revision = self._state.revision
            self._drawer.look_for_gaps(self._wanted(()))

    # The desk

    @Slot()
    def _on_desk_moved(self) -> None:
        self._tell_place()
        if self._desk.lacks(self._state.revision) and self._state.revision > self._refused_revision:
            self._want()

    @Slot(str)
    def _on_head_mode_picked(self, mode: PreviewMode) -> None:
        self.set_mode(mode)
        self.mode_chosen.emit(mode)

    def _tell_place(self) -> None:
        outlook = self._desk.outlook
        place = (outlook.current_page + 1, outlook.sheets.count)
        self._head.show_zoom(self._desk.zoom_percent, fits_width=self._desk.fits_width)
        if place != self._place:
            self._place = place
            self._head.show_page(*place)
            self._desk.setAccessibleDescription(self._head.page_text)

    def _tell_mode(self) -> None:
        self._head.show_mode(self._mode, is_stale=self._mode == "manual" and self.is_behind)

    # The widget

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._on_first_paint_over)

    @Slot()
    def _on_first_paint_over(self) -> None:
        if self._is_waiting:
            self._want()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_waiting and self._was_painted:
            self._want()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)


def _stage(store: DraftStore) -> Stage:
    return "draft" if store.status == "draft" else "issued"
