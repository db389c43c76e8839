"""One page as a picture with the boxes of what was read, and words one can click on or walk through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.intake import Box, Word
from app.services.intake.clicking import Clickable
from app.ui.intake.placing import PagePlacing
from app.ui.theme import FOCUS_WIDTH, TOKENS, Theme

MARGIN = 16
PAD = 3
FAINT = 60
_ON_PAPER = TOKENS["light"]
"""The page is white in every scheme, and what is drawn on it has the colours of the light one."""


class Marked(NamedTuple):
    """A box on the page: of the field in hand, or of another one, which is sure or is not."""

    box: Box
    is_in_hand: bool
    is_sure: bool


class PageCanvas(QWidget):
    """Draws the page; tells which word was taken, as its place in `Clickable.words`."""

    word_taken = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._placing = PagePlacing(595, 842)
        self._image: QImage | None = None
        self._clickable: Clickable | None = None
        self._page = 1
        self._marked: tuple[Marked, ...] = ()
        self._pointed: int | None = None
        self._walked: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Page"))
        self.setAccessibleDescription(
            self.tr("The arrow keys go from word to word, Enter takes the word for the field in hand.")
        )
        theme.changed.connect(self.update)

    @property
    def placing(self) -> PagePlacing:
        """How the page is shown."""
        return self._placing

    @property
    def has_picture(self) -> bool:
        """Whether there is something to see of the page."""
        return self._image is not None

    def place(self, placing: PagePlacing) -> None:
        """Show the page at this zoom and turn."""
        self._placing = placing
        self.setFixedSize(self.sizeHint())
        self.update()

    def show_picture(self, image: QImage | None) -> None:
        """The page drawn; stretched to the zoom until a sharper one comes."""
        self._image = image
        self.update()

    def show_words(self, clickable: Clickable | None, page: int) -> None:
        """The words that can be taken."""
        self._clickable, self._page = clickable, page
        self._pointed = self._walked = None
        self.update()

    def mark(self, marked: Sequence[Marked]) -> None:
        """The boxes of what was read."""
        self._marked = tuple(marked)
        self.update()

    def word_rect(self, index: int) -> QRect:
        """Where the word is shown, on this widget."""
        return self._shown(self._words()[index].box).toAlignedRect()

    def box_rect(self, box: Box) -> QRect:
        """Where a box of the page is shown, on this widget."""
        return self._shown(box).toAlignedRect()

    def sizeHint(self) -> QSize:
        placing = self._placing
        width = round(placing.turned_width_pt * placing.scale)
        return QSize(width + 2 * MARGIN, round(placing.turned_height_pt * placing.scale) + 2 * MARGIN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        sheet = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.fillRect(sheet, theme.colour("paper"))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, self._image)
        painter.setPen(QPen(theme.colour("hair"), 1))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in self._marked:
            self._draw_box(painter, each)
        for index in {self._pointed, self._walked if self.hasFocus() else None} - {None}:
            self._draw_word(painter, index or 0)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(sheet.adjusted(1, 1, -1, -1))

    def _draw_box(self, painter: QPainter, marked: Marked) -> None:
        rect = self._shown(marked.box).adjusted(-PAD, -PAD, PAD, PAD)
        ink = QColor(_ON_PAPER["accent" if marked.is_in_hand or marked.is_sure else "warn"])
        fill = QColor(ink)
        fill.setAlpha(FAINT // 2 if marked.is_in_hand else FAINT // 5)
        painter.setBrush(fill)
        edge = QColor(ink)
        if not marked.is_in_hand:
            edge.setAlpha(2 * FAINT)
        painter.setPen(QPen(edge, FOCUS_WIDTH if marked.is_in_hand else 1))
        painter.drawRoundedRect(rect, PAD, PAD)

    def _draw_word(self, painter: QPainter, index: int) -> None:
        words = self._words()
        if index >= len(words):
            return
        rect = self._shown(words[index].box).adjusted(-1, -1, 1, 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(_ON_PAPER["accent"]), 1, Qt.PenStyle.DashLine))
        painter.drawRect(rect)

    def _shown(self, box: Box) -> QRectF:
        return self._placing.rect(box).translated(MARGIN, MARGIN)

    def _words(self) -> Sequence[Word]:
        return self._clickable.words(self._page) if self._clickable is not None else ()

    def _at(self, place: QPointF) -> int | None:
        if self._clickable is None:
            return None
        x, y = self._placing.point(place - QPointF(MARGIN, MARGIN))
        return self._clickable.at(self._page, x, y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointed = self._at(event.position())
        if pointed != self._pointed:
            self._pointed = pointed
            hand = Qt.CursorShape.ArrowCursor if pointed is None else Qt.CursorShape.PointingHandCursor
            self.setCursor(hand)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and (index := self._at(event.position())) is not None:
            self._walked = index
            self.word_taken.emit(index)
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._walked is None and self._words():
            self._walked = 0
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        words = self._words()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._walked is not None and words:
            self.word_taken.emit(self._walked)
        elif key in _STEPS and words:
            self._walked = _beside(words, self._walked or 0, key)
            self.update()
            self.walked_to(self._walked)
        else:
            super().keyPressEvent(event)

    def walked_to(self, index: int) -> None:
        """Bring the word into view, and say it."""
        parent = self.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        rect = self.word_rect(index)
        if area is not None and hasattr(area, "ensureVisible"):
            area.ensureVisible(rect.center().x(), rect.center().y())
        self.setAccessibleName(self._words()[index].text)


_STEPS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def _beside(words: Sequence[Word], at: int, key: int) -> int:
    """The word before or after, or the nearest one on the line above or below."""
    if key == Qt.Key.Key_Left:
        return max(0, at - 1)
    if key == Qt.Key.Key_Right:
        return min(len(words) - 1, at + 1)
    here = words[at].box
    is_up = key == Qt.Key.Key_Up
    middle = (here.x0 + here.x1) / 2
    best, distance = at, float("inf")
    for index, word in enumerate(words):
        box = word.box
        away = here.y0 - box.y1 if is_up else box.y0 - here.y1
        if away < -(here.y1 - here.y0) / 2 or index == at or (box.y0 < here.y1 and box.y1 > here.y0):
            continue
        far = max(0.0, away) * 3 + abs((box.x0 + box.x1) / 2 - middle)
        if far < distance:
            best, distance = index, far
    return best
