"""What stands beside an open editor: the list of suggestions and the note; both float over the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.ui.grid.editors import CellHint
from app.ui.grid.suggestions import Suggestion, SuggestionList, place_beside
from app.ui.theme import Theme


class Company:
    """The list and the note of the one open editor; there are none while no editor is open."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._list: SuggestionList | None = None
        self._hint: CellHint | None = None

    @property
    def hint_text(self) -> str:
        """What the note says; empty when there is none."""
        return self._hint.text() if self._hint is not None and self._hint.isVisible() else ""

    @property
    def chosen(self) -> Suggestion | None:
        """The suggestion the arrow keys are on."""
        return self._list.chosen if self._list is not None else None

    def arrive(self, window: QWidget, accept: Callable[[Suggestion], None]) -> None:
        """Be there for an editor of this window that opens now."""
        self.leave()
        self._list = SuggestionList(window, self._theme, accept)
        self._hint = CellHint(window, self._theme)

    def leave(self) -> None:
        """The editor is closing."""
        for widget in (self._list, self._hint):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._list = self._hint = None

    def hide(self) -> None:
        """Out of sight: the editor moved away from under them."""
        for widget in (self._list, self._hint):
            if widget is not None:
                widget.hide()

    def hide_list(self) -> bool:
        """Put the list away; whether it was there."""
        was_shown = self._list is not None and self._list.isVisible()
        if self._list is not None:
            self._list.hide()
        return was_shown

    def follow(self, editor: QWidget | None) -> None:
        """Stay with the editor while the page around it scrolls; go when it is out of sight."""
        for widget in (self._list, self._hint):
            if editor is None or widget is None or not widget.isVisible():
                continue
            if editor.visibleRegion().isEmpty():
                widget.hide()
            else:
                place_beside(widget, editor, widget.size())

    def offer(self, suggestions: Sequence[Suggestion], editor: QWidget) -> None:
        """Show suggestions under the editor."""
        if self._list is not None:
            self._list.offer(suggestions, editor)

    def step(self, by: int) -> bool:
        """Go up or down in the list; False when there is none to go through."""
        return self._list is not None and self._list.step(by)

    def say(self, text: str, editor: QWidget, *, is_bad: bool) -> None:
        """Show a note at the editor; an empty text takes it away."""
        if self._hint is not None:
            self._hint.say(text, editor, is_bad=is_bad)
