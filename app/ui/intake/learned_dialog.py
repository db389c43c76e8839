"""What was learned of suppliers' layouts: seen, and forgotten one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.dialogs.frame import Sheet
from app.ui.formats import date_text
from app.ui.intake.desk import SupplierDesk
from app.ui.intake.field_values import shown
from app.ui.intake.names import field_title
from app.ui.pages.list_view import ListView
from app.ui.pages.table import Column
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.intake.learning import Learnt
    from app.ui.jobs import Job

translate = QCoreApplication.translate
LIST_WIDTH, LIST_HEIGHT = 760, 360


class LearnedDialog(Sheet):
    """One row a supplier."""

    def __init__(self, desk: SupplierDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate("Intake", "What was learned"), theme, parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_text(
            translate(
                "Intake",
                "Each accepted document teaches where its supplier writes what. It is used only where the "
                "sums agree. Forget a supplier if it leads astray.",
            ),
            "secondary",
        )
        columns = [
            Column["Row"](translate("Intake", "Supplier"), lambda row: row.name),
            Column["Row"](translate("Intake", "Examples"), lambda row: str(row.examples), is_number=True),
            Column["Row"](
                translate("Intake", "Found by"), lambda row: row.told, stretches=True, is_secondary=True
            ),
            Column["Row"](translate("Intake", "Last"), lambda row: row.day),
        ]
        self.list = ListView(translate("Intake", "Suppliers"), columns, theme, self._find)
        self.list.heading.hide()
        self.list.set_empty_words(
            translate("Intake", "Nothing learned yet."), translate("Intake", "No supplier matches “{text}”.")
        )
        self.list.setMinimumSize(theme.px(LIST_WIDTH), theme.px(LIST_HEIGHT))
        self.body.addWidget(self.list, 1)
        self.forget: QPushButton = self.add_button(translate("Intake", "Forget"), "danger")
        self.forget.setEnabled(False)
        self.forget.clicked.connect(self._on_forget)
        self.add_button(translate("Intake", "Close"), "primary").clicked.connect(self.accept)
        self.list.current_changed.connect(self._on_current_changed)
        self.list.refresh()

    def _find(self, text: str) -> Job:
        return self._desk.ask(
            lambda desk: [
                row for row in map(Row, desk.learning.learnt()) if text.casefold() in row.name.casefold()
            ]
        )

    def _on_current_changed(self, row: Row | None) -> None:
        self.forget.setEnabled(row is not None)

    def _on_forget(self) -> None:
        row: Row | None = self.list.current
        if row is not None:
            key = row.id
            self._desk.ask(lambda desk: desk.learning.forget(key)).then(self._on_forgotten)

    def _on_forgotten(self, _nothing: None) -> None:
        self.list.refresh()


class Row:
    """A supplier in the words of the list."""

    def __init__(self, learnt: Learnt) -> None:
        described = learnt.described
        self.id = described.key
        self.name = described.name
        self.examples = described.examples
        self.day = date_text(learnt.updated_at.astimezone().date())
        self.told = " · ".join(
            _told(
                [(name, f"“{words}”") for name, words in described.found_by.items() if words],
                [(name, shown(name, value)) for name, value in described.always.items()],
            )
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and (self.id, self.told) == (other.id, other.told)

    def __hash__(self) -> int:
        return hash((self.id, self.told))


def _told(found_by: Sequence[tuple[str, str]], always: Sequence[tuple[str, str]]) -> list[str]:
    return [f"{field_title(name)}: {words}" for name, words in (*found_by, *always)]
