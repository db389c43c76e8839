"""The options of a provider as a form: in groups, rare ones folded, searchable when there are many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.language import wording_language
from app.ui.sending.option_field import OptionField
from app.ui.sending.option_texts import LINES
from app.ui.sending.remote_edit import Lists
from app.ui.theme import SPACE_L, SPACE_M, SPACE_S, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import OptionSpec, ProviderCard

SEARCHED_FROM = 10
"""With fewer options than this a search field would be one more thing to read."""


class OptionsForm(QWidget):
    """Shows stated options and tells each change; None takes an option out."""

    edited = Signal(str, object)  # name, value

    def __init__(
        self,
        specs: Sequence[OptionSpec],
        provider: ProviderCard,
        theme: Theme,
        lists: Lists | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._provider = provider
        self.fields: dict[str, OptionField] = {}
        self._groups: list[_Group] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_L))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search in {count} options").format(count=len(specs)))
        self.search.setAccessibleName(self.tr("Search in the options"))
        self.search.setClearButtonEnabled(True)
        self.search.setVisible(len(specs) >= SEARCHED_FROM)
        self.search.textChanged.connect(self._on_search_changed)
        column.addWidget(self.search)
        for name in dict.fromkeys(spec.group for spec in specs):
            group = _Group(self._title(name), theme)
            for spec in specs:
                if spec.group == name:
                    field = OptionField(spec, provider, theme, lists)
                    field.edited.connect(self._on_field_edited)
                    self.fields[spec.name] = field
                    group.add(field)
            self._groups.append(group)
            column.addWidget(group)
        self.nothing = QLabel(self.tr("No option is called so."))
        set_role(self.nothing, "secondary")
        self.nothing.hide()
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.show_values({})

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show these; options not named are not stated. Nothing is told."""
        for name, field in self.fields.items():
            field.show_value(_at(values, name))
        self._fold()

    def focus_option(self, name: str) -> bool:
        """Bring an option into view and put the caret there; False if there is none of that name."""
        field = self.fields.get(name)
        if field is None:
            return False
        self.search.clear()
        for group in self._groups:
            if field in group.fields:
                group.unfold()
        field.focus_editor()
        return True

    def flush(self) -> None:
        """Tell what is typed and was not told yet."""
        for field in self.fields.values():
            field.flush()

    def is_valid(self) -> bool:
        """Whether every field holds what fits it."""
        return all(field.error.isHidden() for field in self.fields.values())

    def _title(self, group: str) -> str:
        told = self._provider.words.get(f"group.{group}")
        return told[wording_language() == "fr"] if told is not None else self.tr("General")

    def _fold(self) -> None:
        asked = self.search.text().strip()
        shown = [group.fit(asked) for group in self._groups]
        self.nothing.setVisible(bool(asked) and not any(shown))

    def _on_search_changed(self, _text: str) -> None:
        self._fold()

    def _on_field_edited(self, name: str, value: object) -> None:
        self.edited.emit(name, value)


class _Group(QWidget):
    """A heading, the usual options in two columns, and one link to the rare ones."""

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        self.fields: list[OptionField] = []
        self._is_open = False
        self._asked = ""
        heading = QLabel(title)
        set_role(heading, "title")
        self._more = QPushButton()
        self._more.setAutoDefault(False)
        set_role(self._more, "link")
        self._more.clicked.connect(self._on_more_clicked)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(SPACE_L))
        self._grid.setVerticalSpacing(theme.px(SPACE_M))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_S))
        column.addWidget(heading)
        column.addLayout(self._grid)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self, field: OptionField) -> None:
        """One more option of the group."""
        field.setParent(self)
        self.fields.append(field)

    def unfold(self) -> None:
        """Show the rare ones too."""
        self._is_open = True
        self.fit(self._asked)

    def fit(self, asked: str) -> bool:
        """Show what answers the search, or what is usual or in use; whether there is any."""
        self._asked = asked
        rare = [field for field in self.fields if field.spec.is_rare and not field.is_used]
        shown = [
            field
            for field in self.fields
            if (field.matches_text(asked) if asked else self._is_open or field not in rare)
        ]
        place = 0
        for field in self.fields:
            self._grid.removeWidget(field)
            field.setVisible(field in shown)
        for field in shown:
            is_wide = field.spec.kind in LINES
            place += place % 2 if is_wide else 0
            span = 2 if is_wide else 1
            self._grid.addWidget(field, place // 2, place % 2, 1, span, Qt.AlignmentFlag.AlignTop)
            place += 2 if is_wide else 1
        self._more.setVisible(bool(rare) and not asked and not self._is_open)
        self._more.setText(self.tr("+ rare options ({count})").format(count=len(rare)))
        self.setVisible(bool(shown) or not self._more.isHidden())
        return bool(shown)

    def _on_more_clicked(self) -> None:
        first = next((field for field in self.fields if field.isHidden()), None)
        self.unfold()
        if first is not None:
            first.focus_editor()


def _at(values: Mapping[str, Any], name: str) -> Any:
    """The value under the whole name, or under its parts one in the other."""
    if name in values:
        return values[name]
    here: Any = values
    for part in name.split("."):
        if not isinstance(here, Mapping) or part not in here:
            return None
        here = here[part]
    return here
