"""Asked once before issuing: the number, the date, the total, and that there is no way back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.draft import Draft
from app.ui.dialogs.frame import Sheet
from app.ui.formats import date_text, money_text
from app.ui.theme import Theme


class IssueDialog(Sheet):
    """Accepted when the person wants the document issued."""

    def __init__(
        self,
        draft: Draft,
        payable: Decimal,
        number: str,
        issue_date: date,
        warnings: int,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        kind = draft.kind
        title = (
            QCoreApplication.translate("IssueDialog", "Issue this credit note")
            if kind == "credit_note"
            else QCoreApplication.translate("IssueDialog", "Issue this invoice")
        )
        super().__init__(title, theme, parent)
        self.sentence = self.add_text(
            self.tr(
                "It takes the number {number}, dated {date}, over {total} for {customer}, and this cannot be "
                "undone."
            ).format(
                number=number,
                date=date_text(issue_date),
                total=money_text(payable, draft.currency),
                customer=draft.buyer.name or self.tr("a customer without a name"),
            )
        )
        self.add_text(
            self.tr("From then on it stays as it is. A mistake is corrected with a credit note."), "secondary"
        )
        if warnings == 1:
            self.add_text(self.tr("One finding is still open; it does not block issuing."), "secondary")
        elif warnings:
            self.add_text(
                self.tr("{count} findings are still open; they do not block issuing.").format(count=warnings),
                "secondary",
            )
        self.later = self.add_button(self.tr("Not now"))
        self.later.clicked.connect(self.reject)
        self.confirm = self.add_button(self.tr("Issue {number}").format(number=number), "primary")
        self.confirm.clicked.connect(self.accept)
        self.confirm.setFocus()
