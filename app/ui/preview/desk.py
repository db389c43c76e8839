"""The quiet desk: the pages of one document in a column, scrolled, zoomed and pointed at."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from app.ui.preview.outlook import Outlook
from app.ui.preview.pictures import Pictures
from app.ui.preview.sheets import A4_PT, GAP, MARGIN, Sheets, fit_scale
from app.ui.preview.strokes import SPILL, draw_focus, draw_outline, draw_shadow
from app.ui.preview.wanted import PageWish, PaperStateLike, Picture, SpotLike, shows
from app.ui.theme import FADE_MS, TOKENS, Theme

PIXELS_PER_POINT = 96 / 72
ZOOM_STEPS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
DRAWN_AHEAD = 0.5
"""How much more than the view is drawn, in views to each side, so that scrolling meets drawn paper."""
_LINE_STEP = 40


class Desk(QAbstractScrollArea):
    """Shows pictures of pages and says when it may lack one.

    Signals: `moved` when the place or the zoom may have changed, `pointed_at(path)` for a click on a
    field, `painted(revision)` after a state of the paper has reached the screen for the first time.
    """

    moved = Signal()
    pointed_at = Signal(str)
    painted = Signal(int)

    def __init__(
        self, theme: Theme, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._pictures = Pictures()
        self._sheets = Sheets(1, *A4_PT, scale=1.0)
        self._zoom_percent: int | None = None
        self._painted_revision = -1
        self._hovered: tuple[int, SpotLike] | None = None
        self._outlined_path = ""
        self._moved_by_hand_at = float("-inf")
        self._glide = QVariantAnimation(self, duration=FADE_MS)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._connect()

    def _connect(self) -> None:
        self._glide.valueChanged.connect(self._on_glide_moved)
        self._theme.changed.connect(self._on_theme_changed)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)
            bar.actionTriggered.connect(self._note_hand)

    # What is shown

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

    def picture(self, index: int) -> Picture | None:
        """The picture of a page as kept, if any."""
        return self._pictures.get(index)

    def blank(self, width_pt: float, height_pt: float) -> None:
        """Lay one empty sheet of this size on the desk; nothing of the last document remains."""
        self._glide.stop()
        self._pictures.clear()
        self._hovered = None
        self._outlined_path = ""
        self._sheets = Sheets(1, width_pt, height_pt, self._sheets.scale)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def show_paper(self, paper: PaperStateLike) -> None:
        """Take over page count and size, keeping the place."""
        sheets = Sheets(paper.page_count, paper.width_pt, paper.height_pt, self._sheets.scale)
        if sheets != self._sheets:
            self._sheets = sheets
            self._pictures.cut(paper.page_count)
            self._lay_out()
            self.viewport().update()
            self.moved.emit()

    def show_picture(self, picture: Picture) -> None:
        """Put a picture in place of the last one of its page, unless that shows a newer state."""
        last = self._pictures.get(picture.index)
        if last is not None and last.revision > picture.revision:
            return
        outlook = self.outlook
        self._pictures.put(picture, outlook.visible_pages)
        if self._hovered is not None and self._hovered[0] == picture.index:
            self._hovered = None
        if last is None or last.image is not picture.image:
            self.viewport().update(outlook.page_rect(picture.index))
        elif not self._outlined_path:
            self._note_painted(picture.revision)
        else:
            self.viewport().update(outlook.page_rect(picture.index))

    def wishes(self) -> tuple[PageWish, ...]:
        """The pages in view and the part of each to draw, the current page first."""
        outlook = self.outlook
        current = outlook.current_page
        pages = sorted(outlook.visible_pages, key=lambda index: index != current)
        return tuple(PageWish(index, outlook.seen_part(index, DRAWN_AHEAD)) for index in pages)

    def wishes_ahead(self, revision: int) -> tuple[PageWish, ...]:
        """The pages just out of view whose pictures are missing or of an older state."""
        outlook = self.outlook
        near = outlook.sheets.visible(
            outlook.scroll_y - round(outlook.height * DRAWN_AHEAD),
            outlook.height + 2 * round(outlook.height * DRAWN_AHEAD),
        )
        return tuple(
            PageWish(index, outlook.seen_part(index, 2 * DRAWN_AHEAD))
            for index in near
            if index not in outlook.visible_pages
            and ((picture := self._pictures.peek(index)) is None or picture.revision < revision)
        )

    def lacks(self, revision: int) -> bool:
        """Whether some page in view has no picture of this state at this zoom."""
        outlook = self.outlook
        for index in outlook.visible_pages:
            picture = self._pictures.get(index)
            if picture is None or picture.revision < revision or picture.scale != outlook.device_scale:
                return True
            if not picture.clip.holds(outlook.seen_part(index).within(picture.full)):
                return True
        return False

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

    def outline(self, path: str) -> None:
        """Outline the field wherever it is shown; nothing for an empty path."""
        if path != self._outlined_path:
            self._outlined_path = path
            self.viewport().update()

    def spot_of(self, path: str, index: int) -> SpotLike | None:
        """The first place on a page that shows the field."""
        picture = self._pictures.get(index)
        spots = picture.spots if picture is not None else ()
        return next((spot for spot in spots if shows(spot.path, path)), None)

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

    def _on_theme_changed(self) -> None:
        self.viewport().update()

    # Hands

    def _note_hand(self) -> None:
        self._glide.stop()
        self._moved_by_hand_at = self._clock()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                (self.zoom_in if turned > 0 else self.zoom_out)(event.position().toPoint())
            event.accept()
            return
        self._note_hand()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
                self.zoom_in()
            elif key == Qt.Key.Key_Minus:
                self.zoom_out()
            elif key == Qt.Key.Key_0:
                self.set_zoom(None)
            else:
                super().keyPressEvent(event)
        elif key == Qt.Key.Key_Home:
            self._note_hand()
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            self._note_hand()
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.outlook.spot_at(event.position().toPoint(), self.picture))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self.outlook.spot_at(event.position().toPoint(), self.picture)
        if hit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pointed_at.emit(hit[1].path)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _hover(self, hit: tuple[int, SpotLike] | None) -> None:
        if hit == self._hovered:
            return
        outlook = self.outlook
        for index, spot in filter(None, (self._hovered, hit)):
            self.viewport().update(outlook.spot_rect(index, spot).adjusted(-SPILL, -SPILL, SPILL, SPILL))
        self._hovered = hit
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if hit is not None else Qt.CursorShape.ArrowCursor
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        outlook, dirty = self.outlook, event.rect()
        pages = {index: outlook.page_rect(index) for index in outlook.visible_pages}
        newest = -1
        painter = QPainter(self.viewport())
        is_around_pages = not any(page.contains(dirty) for page in pages.values())
        if is_around_pages:
            painter.fillRect(dirty, self._theme.colour("ground"))
            for page in pages.values():
                draw_shadow(painter, page, is_dark=self._theme.is_dark)
        for index, page in pages.items():
            if not page.intersects(dirty):
                continue
            picture = self._pictures.get(index)
            if picture is None or picture.clip != picture.full:
                painter.fillRect(page, self._theme.colour("paper"))
            if picture is not None:
                painter.setClipRect(page)
                painter.drawImage(outlook.picture_rect(picture), picture.image)
                painter.setClipping(False)
                self._paint_outlines(painter, outlook, picture)
                newest = max(newest, picture.revision)
        if self.hasFocus():
            draw_focus(painter, self.viewport().rect(), self._theme.colour("accent"))
        painter.end()
        self._note_painted(newest)

    def _paint_outlines(self, painter: QPainter, outlook: Outlook, picture: Picture) -> None:
        """In the light scheme's accent, since the paper is white in every scheme."""
        accent, index = QColor(TOKENS["light"]["accent"]), picture.index
        if self._outlined_path:
            for spot in picture.spots:
                if shows(spot.path, self._outlined_path):
                    draw_outline(painter, outlook.spot_rect(index, spot), accent, is_soft=False)
        if self._hovered is not None and self._hovered[0] == index:
            draw_outline(painter, outlook.spot_rect(index, self._hovered[1]), accent, is_soft=True)

    def _note_painted(self, revision: int) -> None:
        if revision > self._painted_revision:
            self._painted_revision = revision
            self.painted.emit(revision)
