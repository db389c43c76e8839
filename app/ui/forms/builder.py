"""Makes the widget that a field plan describes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLayout

from app.ui.forms import codecs
from app.ui.forms.binding import Binding
from app.ui.forms.choices import Choice, ChoiceField, SwitchField
from app.ui.forms.field import Field
from app.ui.forms.names import COMMON_CURRENCIES, DOCUMENT_LANGUAGES, NameList
from app.ui.forms.picker import CodeWithName, Picker
from app.ui.forms.plans import FieldPlan
from app.ui.forms.typed_field import LineField, TextField
from app.ui.theme import SPACE_M


def said(text: str) -> str:
    """A text of the plans in the interface language."""
    return QCoreApplication.translate("Composer", text) if text else ""


class Builder(NamedTuple):
    """Builds fields for one form."""

    binding: Binding
    names: NameList

    def field(self, plan: FieldPlan) -> Field:
        """The widget for this plan, in step with the draft from now on."""
        field = self._made(plan)
        self.binding.attach(field)
        return field

    def row(self, plans: tuple[FieldPlan, ...]) -> QLayout:
        """Fields side by side, each as wide as its share."""
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        for plan in plans:
            row.addWidget(self.field(plan), plan.width)
        return row

    def _made(self, plan: FieldPlan) -> Field:
        label = said(plan.label)
        if plan.kind == "choice":
            choices: list[Choice] = [(value, said(text)) for value, text in plan.choices]
            return ChoiceField(plan.path, label, choices, self.binding)
        if plan.kind == "switch":
            return SwitchField(plan.path, label, self.binding)
        if plan.kind == "colour":
            from app.ui.forms.colour_field import ColourField

            return ColourField(plan.path, label, self.binding)
        if plan.kind == "logo":
            from app.ui.forms.logo_field import LogoField

            return LogoField(plan.path, label, self.binding, self.names.jobs)
        if plan.kind in {"currency", "country", "language"}:
            return self._picker(plan, label)
        if plan.kind in {"text", "labels"}:
            codec: codecs.Codec = codecs.Labels() if plan.kind == "labels" else codecs.Words()
            return TextField(
                plan.path,
                label,
                codec,
                self.binding,
                placeholder=said(plan.placeholder),
                least_lines=plan.lines,
            )
        return LineField(
            plan.path,
            label,
            self._codec(plan),
            self.binding,
            placeholder=said(plan.placeholder),
            align_right=plan.kind in {"number", "amount"},
        )

    def _picker(self, plan: FieldPlan, label: str) -> Picker:
        names = {
            "currency": self._currencies,
            "country": self._countries,
            "language": _languages,
        }[plan.kind]
        is_money = plan.kind == "currency"
        codec = CodeWithName(names, show_code=is_money, common=COMMON_CURRENCIES if is_money else ())
        picker = Picker(plan.path, label, codec, names, self.binding, placeholder=said(plan.placeholder))
        self.names.arrived.connect(picker.names_arrived)
        return picker

    def _currencies(self) -> Any:
        return self.names.currencies

    def _countries(self) -> Any:
        return self.names.countries

    def _codec(self, plan: FieldPlan) -> codecs.Codec:
        empty: Decimal | None = plan.empty
        if plan.kind == "number" or plan.kind == "amount":
            return codecs.Number(empty)
        if plan.kind == "percent":
            return codecs.Percent(empty)
        if plan.kind == "count":
            return codecs.Count()
        if plan.kind == "day":
            return codecs.Day()
        if plan.kind == "tags":
            return codecs.Tags()
        return codecs.Words()


def _languages() -> Any:
    return DOCUMENT_LANGUAGES
