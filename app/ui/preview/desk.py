"""The quiet desk: the pages of one document, painted and pointed at."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.ui.preview.column import PageColumn
from app.ui.preview.outlook import Outlook
from app.ui.preview.pictures import Pictures
from app.ui.preview.sheets import Sheets
from app.ui.preview.strokes import SPILL, draw_focus, draw_outline, draw_shadow
from app.ui.preview.wanted import PageWish, PaperStateLike, Picture, SpotLike, shows
from app.ui.theme import TOKENS, Theme

DRAWN_AHEAD = 0.5
"""How much more than the view is drawn, in views to each side, so that scrolling meets drawn paper."""


class Desk(PageColumn):
    """Shows pictures of pages and says when it may lack one.

    Signals: `pointed_at(path)` for a click on a field, `painted(revision)` after a state of the paper
    has reached the screen for the first time.
    """

    pointed_at = Signal(str)
    painted = Signal(int)

    def __init__(
        self, theme: Theme, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(clock, parent)
        self._theme = theme
        self._pictures = Pictures()
        self._painted_revision = -1
        self._hovered: tuple[int, SpotLike] | None = None
        self._outlined_path = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._on_theme_changed)

    # What is shown

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

    # Places

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

    def _on_theme_changed(self) -> None:
        self.viewport().update()

    # Hands

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
