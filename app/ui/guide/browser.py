"""Shows one page of the guide: Markdown in the colours of the window, keys as this system writes them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from app.resources import resource
from app.ui.guide.pages import folded
from app.ui.theme import (
    SIZE_BODY,
    SIZE_SHEET,
    SIZE_TITLE,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XL,
    WEIGHT_STRONG,
    Theme,
)

LEAST_ZOOM: Final = 0.8
MOST_ZOOM: Final = 2.5
ZOOM_STEP: Final = 1.15
LINE_HEIGHT_PERCENT: Final = 140
PICTURE_WIDTH: Final = 600
LEAST_PICTURE_WIDTH: Final = 240
_KEY = re.compile(
    r"`((?:(?:Ctrl|Alt|Shift)\+)*(?:F\d{1,2}|Return|Enter|Tab|Esc|Backspace|Up|Down|Left|Right)"
    r"|(?:(?:Ctrl|Alt|Shift)\+)+[A-Z0-9,])`"
)


def with_native_keys(text: str) -> str:
    """The text with its keys as the system and its language write them: Ctrl+Maj+I, ⇧⌘I."""

    def native(found: re.Match[str]) -> str:
        keys = QKeySequence(found.group(1), QKeySequence.SequenceFormat.PortableText)
        return f"`{keys.toString(QKeySequence.SequenceFormat.NativeText)}`"

    return _KEY.sub(native, text)


class GuideBrowser(QTextBrowser):
    """Reads pages below the guide's own folder and nothing else; links lead from page to page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder = resource("guide").resolve()
        self._zoom = 1.0
        self._sought: tuple[str, ...] = ()
        self._has_pictures = False
        self._drawn_width = 0
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(theme.px(SPACE_XL))
        self.sourceChanged.connect(self._on_source_changed)
        theme.changed.connect(self._on_theme_changed)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002 - Qt tells both
        """The text of a page or a picture of it; None for whatever lies elsewhere."""
        path = Path(QUrl(name).toLocalFile()).resolve()
        if not path.is_relative_to(self._folder):
            return None
        if path.suffix == ".md":
            self._has_pictures = False
            return with_native_keys(path.read_text("utf-8"))
        if path.suffix == ".png":
            return self._picture(path)
        return None

    @property
    def zoom(self) -> float:
        """How much larger than usual the text is."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Make the text larger or smaller, within bounds, and stay at the same place."""
        self._zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._dress()
        bar.setValue(round(share * bar.maximum()))

    def seek(self, words: tuple[str, ...]) -> None:
        """Mark these words wherever they stand, and bring the first one into view."""
        self._sought = words
        marks = self._mark()
        if marks:
            cursor = QTextCursor(marks[0])
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _picture(self, path: Path) -> QImage:
        """The picture as wide as the column, smooth and as sharp as the screen."""
        self._has_pictures, self._drawn_width = True, self._picture_width()
        ratio = self.devicePixelRatioF()
        width = round(self._picture_width() * ratio)
        picture = QImage(str(path)).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _picture_width(self) -> int:
        room = self.viewport().width() - 2 * self._theme.px(SPACE_XL)
        return min(self._theme.px(PICTURE_WIDTH), max(room, self._theme.px(LEAST_PICTURE_WIDTH)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._has_pictures and self._picture_width() != self._drawn_width:
            self._draw_again()

    def _on_source_changed(self, _url: QUrl) -> None:
        self._dress()

    def _on_theme_changed(self) -> None:
        self._draw_again()

    def _draw_again(self) -> None:
        bar = self.verticalScrollBar()
        place = bar.value()
        self.reload()
        bar.setValue(place)

    def _mark(self) -> list[QTextCursor]:
        document = self.document()
        text = folded(document.toRawText())
        ground, ink = self._theme.colour("warn_soft"), self._theme.colour("ink")
        marks, shown = [], []
        for word in self._sought:
            for found in re.finditer(re.escape(word), text):
                cursor = QTextCursor(document)
                cursor.setPosition(found.start())
                cursor.setPosition(found.end(), QTextCursor.MoveMode.KeepAnchor)
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(ground)
                mark.format.setForeground(ink)
                marks.append(mark)
                shown.append(cursor)
        self.setExtraSelections(marks)
        return sorted(shown, key=lambda cursor: cursor.position())

    def _dress(self) -> None:
        document, theme = self.document(), self._theme
        font = theme.font(SIZE_BODY)
        font.setPixelSize(self._px(SIZE_BODY))
        document.setDefaultFont(font)
        document.setDocumentMargin(theme.px(SPACE_XL))
        block = document.begin()
        while block.isValid():
            self._dress_block(block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        self._mark()

    def _px(self, length: int) -> int:
        return round(self._theme.px(length) * self._zoom)

    def _dress_block(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        shape = QTextBlockFormat()
        shape.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level > 1:
            shape.setTopMargin(self._px(SPACE_XL if level == 2 else SPACE_L))
        if _is_command(block):
            shape.setBackground(self._theme.colour("sunk"))
            shape.setNonBreakableLines(False)
            shape.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            shape.setLeftMargin(self._px(SPACE_S))
            shape.setTopMargin(0)
            shape.setBottomMargin(0 if _is_command(block.next()) else self._px(SPACE_M))
        elif block.begin().fragment().charFormat().isImageFormat():
            shape.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            shape.setTopMargin(self._px(SPACE_S))
            shape.setBottomMargin(self._px(SPACE_M))
        elif cursor.currentTable() is None:
            shape.setBottomMargin(self._px(SPACE_L if level == 1 else SPACE_S))
        cursor.mergeBlockFormat(shape)
        self._dress_fragments(block, level)

    def _dress_fragments(self, block: QTextBlock, level: int) -> None:
        found = []
        parts = block.begin()
        while not parts.atEnd():
            piece = parts.fragment()
            found.append((piece.position(), piece.length(), QTextCharFormat(piece.charFormat())))
            parts += 1
        size = self._px({1: SIZE_SHEET, 2: SIZE_TITLE}.get(level, SIZE_BODY))
        for start, length, letters in found:
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            letters.setProperty(QTextFormat.Property.FontPixelSize, size)
            if level:
                letters.setFontWeight(WEIGHT_STRONG)
            elif letters.isAnchor():
                letters.setForeground(self._theme.colour("accent"))
            elif letters.fontFixedPitch() and not _is_command(block):
                letters.setBackground(self._theme.colour("sunk"))
            elif letters.fontWeight() > WEIGHT_STRONG:
                letters.setFontWeight(WEIGHT_STRONG)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)

    def _dress_table(self, table: QTextTable) -> None:
        shape = table.format()
        shape.setBorder(1)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(QColor(self._theme.colour("hair")))
        shape.setBorderCollapse(True)
        shape.setCellPadding(self._px(6))
        shape.setBottomMargin(self._px(SPACE_L))
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(shape)


def _is_command(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
