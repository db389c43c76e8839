"""Asked once more before something real is made that cannot be taken back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.draft import Draft
from app.ui.dialogs.frame import Sheet
from app.ui.formats import money_text
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.sending import Plan, ProviderCard


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


def is_final(provider: ProviderCard, plan: Plan) -> bool:
    """Whether what this plan makes cannot be deleted there: it is no draft, or drafts cannot be deleted."""
    deletes_drafts = any(act.id == "delete" and "draft" in act.from_states for act in provider.actions)
    options = plan.submission.options
    makes_draft = (
        str(options.get("draft", "true")).lower() != "false"
        and options.get("after_creation", "draft") in ("draft", "")
        and options.get("auto_advance") is not True
        and not options.get("automatically_finalizes_at")
    )
    return not (deletes_drafts and makes_draft)
