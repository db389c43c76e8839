"""What is wanted of the provider for a supplier's document: options, our reference, a rate to the euro."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from app.domain.draft import ExchangeRate
from app.domain.entry import EntryError, parse_number
from app.ui.formats import number_text
from app.ui.forms.words import entry_words
from app.ui.intake.wished_draft import WishedDraft
from app.ui.sending.options_dialog import OptionsDialog
from app.ui.sending.remote_edit import Lists
from app.ui.theme import SPACE_L, SPACE_XS, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import ProviderCard

translate = QCoreApplication.translate
HOME = "EUR"


class ImportOptions(OptionsDialog):
    """The form of options with two more fields over those of the whole document."""

    def __init__(
        self,
        provider: ProviderCard,
        wished: WishedDraft,
        theme: Theme,
        lists: Lists | None,
        parent: QWidget | None = None,
    ) -> None:
        self._wished = wished
        self.reference: QLineEdit
        self.rate: QLineEdit
        self.rate_told: QLabel
        super().__init__(provider, wished, theme, lists, parent)

    def parts_above(self, row_id: str) -> Sequence[QWidget]:
        """Our reference, and the rate where the document has another currency."""
        return () if row_id else (self._own_fields(),)

    def _own_fields(self) -> QWidget:
        draft, theme = self._wished.draft, self.theme
        self.reference = QLineEdit(draft.external_reference)
        self.reference.setPlaceholderText(translate("Intake", "made by itself"))
        self.reference.textChanged.connect(self._on_reference)
        rate = draft.exchange.rate if draft.exchange is not None else None
        self.rate = QLineEdit(number_text(rate) if rate is not None else "")
        self.rate.setPlaceholderText(translate("Intake", "empty: the provider's own rate"))
        self.rate.textChanged.connect(self._on_rate)
        self.rate_told = QLabel()
        set_role(self.rate_told, "error")
        self.rate_told.hide()
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, theme.px(SPACE_L))
        grid.setHorizontalSpacing(theme.px(SPACE_L))
        grid.setVerticalSpacing(theme.px(SPACE_XS))
        fields = [(translate("Intake", "Our reference"), self.reference)]
        if draft.currency != HOME:
            words = translate("Intake", "Euros for one {currency}").format(currency=draft.currency)
            fields.append((words, self.rate))
        for column in range(2):
            grid.setColumnStretch(column, 1)
        for column, (title, edit) in enumerate(fields):
            label = QLabel(title)
            set_role(label, "label")
            label.setBuddy(edit)
            edit.setAccessibleName(title)
            grid.addWidget(label, 0, column)
            grid.addWidget(edit, 1, column)
        grid.addWidget(self.rate_told, 2, 1)
        return inside

    def _on_reference(self, text: str) -> None:
        self._wished.edit("", external_reference=text.strip()[:200])

    def _on_rate(self, text: str) -> None:
        told = ""
        try:
            rate = parse_number(text, group=QLocale().groupSeparator()) if text.strip() else None
            if rate is not None and rate <= Decimal(0):
                told = translate("Intake", "A rate is more than nothing.")
        except EntryError as error:
            rate, told = None, entry_words(error, text)
        self.rate_told.setText(told)
        self.rate_told.setVisible(bool(told))
        if not told:
            exchange = ExchangeRate(rate=rate) if rate is not None else None
            self._wished.edit("", exchange=exchange)
