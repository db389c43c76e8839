"""The page of a document: pages, zoom, turn, and where a new document begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.services.intake.clicking import Clickable
from app.ui.intake.page_canvas import MARGIN, Marked, PageCanvas
from app.ui.intake.placing import PagePlacing
from app.ui.theme import SPACE_M, SPACE_S, Theme, set_role

A4_PT: Final = (595.0, 842.0)
STEP: Final = 1.25
LEAST_SCALE, MOST_SCALE = 0.2, 6.0
SHARPEN_MS = 120
MOST_PX = 4_000


class PageView(QWidget):
    """Shows one page at a time; asks for its picture in the size it is shown in."""

    picture_wanted = Signal(int, int, int)  # page, width in pixels before it is turned, rotation
    page_changed = Signal(int)
    turned = Signal(int, int)  # page, how far it is turned clockwise now, in degrees
    word_taken = Signal(int)
    split_asked = Signal(int)  # the page a new document begins with

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.page = 1
        self._count = 0
        self._turns: dict[int, int] = {}
        self._zoom: float | None = None
        self._clickable: Clickable | None = None
        self._size_pt = A4_PT
        self.canvas = PageCanvas(theme)
        self.canvas.word_taken.connect(self.word_taken)
        self.area = _ZoomedArea(self)
        self.area.setWidget(self.canvas)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.message = QLabel()
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        set_role(self.message, "secondary")
        self._sharpen = QTimer(self, singleShot=True, interval=SHARPEN_MS)
        self._sharpen.timeout.connect(self._ask_picture)
        self._lay_out()
        self.clear("")

    def _lay_out(self) -> None:
        theme = self._theme
        self.previous = self._button("‹", self.tr("Page before"), self.go_back, "PgUp")
        self.next = self._button("›", self.tr("Next page"), self.go_on, "PgDown")
        self.place = QLabel()
        set_role(self.place, "secondary")
        self.split = self._button(
            self.tr("New document from here"), self.tr("A new document begins on this page"), self._ask_split
        )
        self.smaller = self._button("−", self.tr("Smaller"), self.zoom_out, "Ctrl+-")
        self.larger = self._button("+", self.tr("Larger"), self.zoom_in, "Ctrl++")
        QShortcut(QKeySequence("Ctrl+="), self, self.zoom_in)
        self.fit = self._button(
            self.tr("Fit"), self.tr("Show the whole page"), self.zoom_to_fit, "Ctrl+Alt+0"
        )
        self.turn = self._button(self.tr("Turn"), self.tr("Turn to the right"), self.turn_right, "Ctrl+R")
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.px(SPACE_M), theme.px(SPACE_S), theme.px(SPACE_M), 0)
        bar.setSpacing(theme.px(2))
        for part in (self.previous, self.place, self.next):
            bar.addWidget(part)
        bar.addSpacing(theme.px(SPACE_M))
        bar.addWidget(self.split)
        bar.addStretch(1)
        for button in (self.smaller, self.fit, self.larger, self.turn):
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.message, 1)
        column.addWidget(self.area, 1)

    def _button(self, words: str, name: str, slot: Callable[[], None], keys: str = "") -> QPushButton:
        button = QPushButton(words)
        set_role(button, "link")
        button.setAccessibleName(name)
        shown = QKeySequence(keys)
        native = shown.toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{name} ({native})" if keys else name)
        button.clicked.connect(slot)
        if keys:
            QShortcut(shown, self, slot)
        return button

    def clear(self, message: str) -> None:
        """Show no page, and say why."""
        self._count, self._clickable = 0, None
        self._sharpen.stop()
        self.canvas.show_picture(None)
        self.canvas.show_words(None, 1)
        self.canvas.mark(())
        self.message.setText(message)
        self.area.hide()
        self.message.show()
        self._show_place()

    def show_document(self, page_count: int, turns: Mapping[int, int]) -> None:
        """Begin a document at its first page, turned as it was left; pictures and words come later."""
        self._count, self._turns, self._zoom, self._clickable = max(1, page_count), dict(turns), None, None
        self._size_pt = A4_PT
        self.message.hide()
        self.area.show()
        self.canvas.show_words(None, 1)
        self._enter(1)

    def show_words(self, clickable: Clickable) -> None:
        """The words of the document, with the sizes of its pages."""
        self._clickable = clickable
        self._count = max(self._count, clickable.pages.page_count)
        self._measure()
        self.canvas.show_words(clickable, self.page)
        self._fit()
        self._show_place()

    def show_picture(self, image: QImage) -> None:
        """The page drawn, turned already."""
        if self._clickable is None and image.width():
            width, height = image.width(), image.height()
            if self.rotation % 180:
                width, height = height, width
            self._size_pt = (A4_PT[0], A4_PT[0] * height / width)
            self._fit()
        self.canvas.show_picture(image)

    @property
    def rotation(self) -> int:
        """How far the page that is shown is turned clockwise, in degrees."""
        return self._turns.get(self.page, 0)

    def mark(self, marked: Sequence[Marked]) -> None:
        """The boxes on the page that is shown."""
        self.canvas.mark(marked)
        in_hand = next((each for each in marked if each.is_in_hand), None)
        if in_hand is not None:
            place = self.canvas.box_rect(in_hand.box).center()
            self.area.ensureVisible(place.x(), place.y(), 80, 80)

    def go_to(self, page: int) -> None:
        """Show that page."""
        if 1 <= page <= self._count and page != self.page:
            self._enter(page)

    def go_back(self) -> None:
        """One page back."""
        self.go_to(self.page - 1)

    def go_on(self) -> None:
        """One page on."""
        self.go_to(self.page + 1)

    def zoom_in(self) -> None:
        """Larger."""
        self._zoom_to(self.canvas.placing.scale * STEP)

    def zoom_out(self) -> None:
        """Smaller."""
        self._zoom_to(self.canvas.placing.scale / STEP)

    def zoom_to_fit(self) -> None:
        """The whole page."""
        self._zoom = None
        self._fit()

    def turn_right(self) -> None:
        """A quarter to the right."""
        self._turns[self.page] = (self.rotation + 90) % 360
        self.turned.emit(self.page, self.rotation)
        self.canvas.show_picture(None)
        self._fit()
        self._ask_picture()

    def _zoom_to(self, scale: float) -> None:
        self._zoom = min(MOST_SCALE, max(LEAST_SCALE, scale))
        self._fit()

    def _enter(self, page: int) -> None:
        self.page = page
        self.canvas.show_picture(None)
        self.canvas.show_words(self._clickable, page)
        self._measure()
        self._fit()
        self._show_place()
        self._ask_picture()
        self.page_changed.emit(page)

    def _measure(self) -> None:
        if self._clickable is None:
            return
        for page in self._clickable.pages.pages:
            if page.number == self.page and page.width_pt > 0 and page.height_pt > 0:
                self._size_pt = (page.width_pt, page.height_pt)

    def _fit(self) -> None:
        width, height = self._size_pt
        placing = PagePlacing(width, height, self.rotation)
        if self._zoom is None:
            room = self.area.size()
            across = (room.width() - 2 * MARGIN - 4) / placing.turned_width_pt
            down = (room.height() - 2 * MARGIN - 4) / placing.turned_height_pt
            scale = max(LEAST_SCALE, min(across, down))
        else:
            scale = self._zoom
        before = self.canvas.placing
        self.canvas.place(placing._replace(scale=scale))
        if self._count and before != self.canvas.placing:
            self._sharpen.start()

    def _ask_picture(self) -> None:
        if self._count:
            pixels = self._size_pt[0] * self.canvas.placing.scale * self.devicePixelRatioF()
            self.picture_wanted.emit(self.page, max(1, min(MOST_PX, round(pixels))), self.rotation)

    def _ask_split(self) -> None:
        self.split_asked.emit(self.page)

    def _show_place(self) -> None:
        is_there = self._count > 0
        has_more = self._count > 1
        self.place.setText(
            self.tr("Page {page} of {count}").format(page=self.page, count=self._count) if has_more else ""
        )
        for part in (self.previous, self.next):
            part.setVisible(has_more)
        self.previous.setEnabled(self.page > 1)
        self.next.setEnabled(self.page < self._count)
        self.split.setVisible(has_more and self.page > 1)
        for button in (self.smaller, self.fit, self.larger, self.turn):
            button.setVisible(is_there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._theme.px(600))


class _ZoomedArea(QScrollArea):
    """Scrolls; with Ctrl held, the wheel zooms."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self._view.zoom_in()
            elif event.angleDelta().y() < 0:
                self._view.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)
