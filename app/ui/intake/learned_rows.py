"""What the lists of the learned layouts say: a supplier a row, a fact a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.formats import date_text
from app.ui.intake.field_values import shown
from app.ui.intake.names import field_title
from app.ui.pages.table import Column

if TYPE_CHECKING:
    from app.services.intake.facts import Fact
    from app.services.intake.learning import Learnt

translate = QCoreApplication.translate


class Row:
    """A supplier in the words of the list."""

    def __init__(self, learnt: Learnt) -> None:
        self.kept = learnt.kept
        self.id = learnt.kept.key
        self.name = learnt.described.name
        self.examples = learnt.described.examples
        self.day = date_text(learnt.updated_at.astimezone().date())
        self.fields = ", ".join(dict.fromkeys(field_title(fact.field) for fact in learnt.facts))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and self.kept == other.kept

    def __hash__(self) -> int:
        return hash((self.id, self.kept.body))


class FactRow:
    """One fact as a sentence."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self.id = (fact.field, fact.kind, fact.at)
        self.title = field_title(fact.field)
        self.value = shown(fact.field, fact.text) if fact.kind == "always" else fact.text
        self.text = _told(fact).format(text=self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FactRow) and self.fact == other.fact

    def __hash__(self) -> int:
        return hash(self.fact)


def supplier_columns() -> list[Column[Row]]:
    """Who, from how much, and since when."""
    return [
        Column[Row](translate("Intake", "Supplier"), lambda row: row.name),
        Column[Row](translate("Intake", "Examples"), lambda row: str(row.examples), is_number=True),
        Column[Row](translate("Intake", "Fields"), lambda row: row.fields, stretches=True, is_secondary=True),
        Column[Row](translate("Intake", "Last"), lambda row: row.day),
    ]


def fact_columns() -> list[Column[FactRow]]:
    """Of which field, and what."""
    return [
        Column[FactRow](translate("Intake", "Field"), lambda row: row.title),
        Column[FactRow](translate("Intake", "What is known"), lambda row: row.text, stretches=True),
    ]


def _told(fact: Fact) -> str:
    return {
        "beside": translate("Intake", "stands right of “{text}”"),
        "above": translate("Intake", "stands below “{text}”"),
        "always": translate("Intake", "is always “{text}”"),
        "never": translate("Intake", "is not on the page"),
    }[fact.kind]
