"""The editors that stand in cells, and the line of explanation under them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.domain.exact import LONG_TEXT_LIMIT
from app.ui.grid.cells import TITLES, Column, words
from app.ui.grid.session import CellStay
from app.ui.grid.suggestions import place_beside
from app.ui.theme import FOCUS_WIDTH, RADIUS_FIELD, SIZE_LABEL, SPACE_S, SPACE_XS, Theme


def _style(theme: Theme, kind: str, state: str) -> str:
    border = theme.colour("bad" if state == "bad" else "accent").name()
    return (
        f"{kind}, {kind}:focus {{ border: {FOCUS_WIDTH}px solid {border};"
        f" border-radius: {theme.px(RADIUS_FIELD) - 2}px; padding: 0 {theme.px(SPACE_XS) + 1}px;"
        f" min-height: 0; max-height: 9999px; background: {theme.colour('surface').name()};"
        f" color: {theme.colour('ink').name()}; }}"
    )


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
        name = words("Section title") if stay.field == "title" else words(TITLES[Column(stay.column)])
        self.setAccessibleName(f"{place}, {name}" if place else name)
        self.show_state("good")

    def show_state(self, state: str) -> None:
        """Outline the editor as holding a readable ("good") or unreadable ("bad") text."""
        self.setStyleSheet(_style(self._theme, "QLineEdit", state))

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
        self.setAccessibleName(f"{place}, {words('Details of the description')}")
        self.setPlaceholderText(words("Details, printed under the description. Shift+Enter: new line"))
        self.setStyleSheet(_style(theme, "QPlainTextEdit", "good"))

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
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str, editor: QWidget, *, is_bad: bool) -> None:
        """Show a note at the editor; an empty text hides it."""
        if not text:
            self.hide()
            return
        ink, ground = ("bad", "bad_soft") if is_bad else ("ink2", "sunk")
        line = "bad" if is_bad else "hair"
        theme = self._theme
        self.setStyleSheet(
            f"QLabel {{ color: {theme.colour(ink).name()}; background: {theme.colour(ground).name()};"
            f" border: 1px solid {theme.colour(line).name()}; border-radius: {theme.px(SPACE_XS)}px;"
            f" padding: {theme.px(2)}px {theme.px(SPACE_S)}px; }}"
        )
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
