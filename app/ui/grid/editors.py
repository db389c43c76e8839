"""The editors that stand in cells, and the line of explanation under them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.domain.exact import LONG_TEXT_LIMIT
from app.ui.grid.cells import TITLES, Column, words
from app.ui.grid.session import CellStay
from app.ui.grid.suggestions import place_beside
from app.ui.theme import SIZE_LABEL, SPACE_S, Theme, set_role


class CellEntry(QLineEdit):
    """One line of text or figures in a cell."""

    def __init__(self, parent: QWidget, theme: Theme, stay: CellStay, place: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self.stay = stay
        self.setFont(theme.font())
        self.setFrame(False)
        if stay.column is not Column.DESCRIPTION:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        name = (
            QCoreApplication.translate("Grid", "Section title")
            if stay.field == "title"
            else words(TITLES[Column(stay.column)])
        )
        self.setAccessibleName(f"{place}, {name}" if place else name)
        self.show_state("good")

    def show_state(self, state: str) -> None:
        """Outline the editor as holding a readable ("good") or unreadable ("bad") text."""
        set_role(self, "cell_bad" if state == "bad" else "cell")

    def text_now(self) -> str:
        """What is typed."""
        return self.text()

    def load(self, text: str) -> None:
        """Show this text, all of it selected."""
        self.setText(text)
        self.selectAll()


class DescriptionEntry(QPlainTextEdit):
    """Several lines of description, over the rows below while it is open."""

    def __init__(self, parent: QWidget, theme: Theme, stay: CellStay, place: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self.stay = stay
        self.setFont(theme.font())
        self.setTabChangesFocus(True)
        name = QCoreApplication.translate("Grid", "Details of the description")
        self.setAccessibleName(f"{place}, {name}" if place else name)
        self.setPlaceholderText(
            QCoreApplication.translate(
                "Grid", "Details, printed under the description. Shift+Enter: new line"
            )
        )
        set_role(self, "cell")

    def text_now(self) -> str:
        """What is typed, cut at the limit of the model."""
        return self.toPlainText()[:LONG_TEXT_LIMIT]

    def load(self, text: str) -> None:
        """Show this text, the cursor at its end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def break_line(self) -> None:
        """Begin a new line where the cursor is."""
        self.insertPlainText("\n")


Editor = CellEntry | DescriptionEntry


class CellHint(QLabel):
    """A small note at a cell: the result of a sum, or why an entry cannot be read."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFont(theme.font(SIZE_LABEL))
        self.setWordWrap(True)
        set_role(self, "hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str, editor: QWidget, *, is_bad: bool) -> None:
        """Show a note at the editor; an empty text hides it."""
        if not text:
            self.hide()
            return
        theme = self._theme
        set_role(self, "hint_bad" if is_bad else "hint")
        self.setText(text)
        self.setAccessibleName(text)
        metrics = self.fontMetrics()
        padding = 2 * theme.px(SPACE_S) + 12
        width = min(metrics.horizontalAdvance(text) + padding, theme.px(300))
        lines = metrics.boundingRect(
            0, 0, width - padding, 1000, int(Qt.TextFlag.TextWordWrap), text
        ).height()
        place_beside(self, editor, QSize(width, lines + 2 * theme.px(2) + 4))
        self.show()
        self.raise_()
