"""Several lines of text, growing with what is written, whose undo is the document's undo."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.ui.forms.line_edit import is_redo, is_undo
from app.ui.theme import FIELD_HEIGHT, SPACE_XS

MOST_LINES_SHOWN = 8
FRAME_PX = 5


class TextEdit(QPlainTextEdit):
    """A text box as high as its text, up to a few lines; hands undo, redo and Escape on."""

    undo_asked = Signal()
    redo_asked = Signal()
    restore_asked = Signal()
    text_edited = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, least_lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_restore = False
        self._least_lines = least_lines
        self._is_shown_by_us = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setViewportMargins(SPACE_XS, 0, SPACE_XS, 0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            escapes = event.key() == Qt.Key.Key_Escape and self.can_restore
            if is_undo(event) or is_redo(event) or escapes:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            self.undo_asked.emit()
        elif is_redo(event):
            self.redo_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.can_restore:
                self.restore_asked.emit()
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:
            if action.objectName() in {"edit-undo", "edit-redo"} or action.isSeparator():
                menu.removeAction(action)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def replace_text(self, text: str) -> None:
        """Show another text and leave the caret where it is."""
        if text == self.toPlainText():
            return
        cursor = self.textCursor()
        place = cursor.position()
        self._is_shown_by_us = True
        self.setPlainText(text)
        self._is_shown_by_us = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _on_text_changed(self) -> None:
        self._fit()
        if not self._is_shown_by_us:
            self.text_edited.emit(self.toPlainText())

    def _fit(self) -> None:
        """Take the height of the text; a plain text document measures itself in lines."""
        needed = ceil(self.document().size().height())
        lines = min(max(needed, self._least_lines), MOST_LINES_SHOWN)
        frame = 2 * (FRAME_PX + ceil(self.document().documentMargin()))
        height = FIELD_HEIGHT if lines == 1 else lines * self.fontMetrics().lineSpacing() + frame
        scrolls = needed > MOST_LINES_SHOWN
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if height != self.height():
            self.setFixedHeight(height)
