"""The head of the form: who, when, in which currency and language, about what."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.parties import Party
from app.services.sample_names import is_sample_name
from app.ui.forms import codecs
from app.ui.forms.binding import Binding
from app.ui.forms.builder import Builder
from app.ui.forms.customer_card import CustomerCard
from app.ui.forms.plans import FieldPlan
from app.ui.forms.typed_field import LineField
from app.ui.language import QT_TRANSLATE_NOOP
from app.ui.theme import SPACE_M, SPACE_XS, set_role


class SellerLine(QWidget):
    """One quiet line: who the invoice is from, and the way to change it."""

    path = "seller"

    def __init__(self, binding: Binding) -> None:
        super().__init__()
        self.name = QLabel()
        set_role(self.name, "label")
        self.edit = QPushButton(self.tr("edit"))
        self.edit.setAccessibleName(self.tr("Edit who the invoice is from"))
        set_role(self.edit, "link_small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        row.addWidget(self.name)
        row.addWidget(self.edit)
        row.addStretch(1)
        binding.attach(self)

    def show_value(self, value: Party) -> None:
        """Show the seller's name, and whether it is the firm of a sample."""
        name = value.name or self.tr("nobody yet")
        text = self.tr("From: {name} (sample)") if is_sample_name(name) else self.tr("From: {name}")
        self.name.setText(text.format(name=name))

    def start_over(self, value: Party) -> None:
        """Another document is shown."""
        self.show_value(value)

    def set_read_only(self, read_only: bool) -> None:
        """Whether the document takes no edit."""
        self.edit.setEnabled(not read_only)


class Header(QWidget):
    """The fields every invoice has, above its lines."""

    def __init__(self, builder: Builder) -> None:
        super().__init__()
        self._binding = binding = builder.binding
        self.customer = CustomerCard(binding)
        self.seller = SellerLine(binding)
        self.issue_date = LineField(
            "issue_date",
            self.tr("Date"),
            codecs.Day(),
            binding,
            placeholder=self.tr("day of issue"),
        )
        self.due_date = LineField(
            "due_date",
            self.tr("Due"),
            codecs.Day(self._day_of_issue),
            binding,
            placeholder=self.tr("+30, eom …"),
            remark=self._days_to_pay,
        )
        for field in (self.issue_date, self.due_date):
            binding.attach(field)
        self.currency = builder.field(
            FieldPlan("currency", QT_TRANSLATE_NOOP("Composer", "Currency"), "currency")
        )
        self.language = builder.field(
            FieldPlan("language", QT_TRANSLATE_NOOP("Composer", "Document language"), "language")
        )
        self.subject = builder.field(
            FieldPlan(
                "subject",
                QT_TRANSLATE_NOOP("Composer", "Subject"),
                placeholder=QT_TRANSLATE_NOOP("Composer", "What the invoice is about"),
            )
        )
        self._lay_out()

    def refresh_remarks(self) -> None:
        """Say again how many days the buyer has."""
        self.due_date.refresh_remark()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE_XS)
        left.addWidget(self.customer)
        left.addWidget(self.seller)
        left.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_M)
        grid.addLayout(left, 0, 0, 2, 1)
        grid.addWidget(self.issue_date, 0, 1)
        grid.addWidget(self.due_date, 0, 2)
        grid.addWidget(self.currency, 1, 1)
        grid.addWidget(self.language, 1, 2)
        grid.addWidget(self.subject, 2, 0, 1, 3)
        for column, share in enumerate((34, 20, 20)):
            grid.setColumnStretch(column, share)
            grid.setColumnMinimumWidth(column, 1)

    def _day_of_issue(self) -> date:
        return self._binding.draft.issue_date or codecs.this_day()

    def _days_to_pay(self) -> str:
        draft = self._binding.draft
        if draft.issue_date is None or draft.due_date is None:
            return ""
        days = (draft.due_date - draft.issue_date).days
        return self.tr("{days} days").format(days=days) if days > 1 else ""
