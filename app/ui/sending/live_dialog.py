"""Asked once more before something real is made that cannot be taken back."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.draft import Draft
from app.ui.dialogs.frame import Sheet
from app.ui.formats import money_text
from app.ui.theme import Theme


class LiveDialog(Sheet):
    """Accepted when the person wants it made for good."""

    def __init__(
        self, draft: Draft, payable: Decimal, provider: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("LiveDialog", "Send for good"), theme, parent)
        self.add_text(
            self.tr(
                "This connection is LIVE. {provider} makes a real document over {total} for {customer}, and "
                "it cannot be deleted there afterwards."
            ).format(
                provider=provider,
                total=money_text(payable, draft.currency),
                customer=draft.buyer.name or self.tr("a customer without a name"),
            )
        )
        self.later = self.add_button(self.tr("Not now"))
        self.later.clicked.connect(self.reject)
        self.confirm = self.add_button(self.tr("Send for good"), "primary")
        self.confirm.clicked.connect(self.accept)
        self.later.setFocus()
