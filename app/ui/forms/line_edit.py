"""One line of text whose undo is the document's undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_SHIFT_REDO = QKeySequence("Ctrl+Shift+Z")


def is_undo(event: QKeyEvent) -> bool:
    """Whether the key asks for undo on this system."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Whether the key asks for redo, in the system's way or with Ctrl+Shift+Z."""
    return event.matches(QKeySequence.StandardKey.Redo) or (
        QKeySequence(event.keyCombination()) == _SHIFT_REDO
    )


class LineEdit(QLineEdit):
    """A line edit that hands undo, redo and Escape on instead of keeping a history of its own."""

    undo_asked = Signal()
    redo_asked = Signal()
    restore_asked = Signal()
    entered = Signal()
    left = Signal()
    down_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_restore = False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_undo(event) or is_redo(event):
                event.accept()
                return True
            if event.key() == Qt.Key.Key_Escape and self.can_restore:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            self.undo_asked.emit()
        elif is_redo(event):
            self.redo_asked.emit()
        elif event.key() == Qt.Key.Key_Escape and self.can_restore:
            self.restore_asked.emit()
        elif event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.down_pressed.emit()
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

    def replace_text(self, text: str) -> None:
        """Show another text and leave the caret where it is."""
        if text == self.text():
            return
        place = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)
