"""Parts of a block that are more than a field: the exact total, the worth in the home currency."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.currencies import minor_units
from app.domain.figures import Totals
from app.ui.draft_store import DraftStore
from app.ui.forms.codecs import Number, Unreadable
from app.ui.forms.limits import fitting
from app.ui.forms.line_edit import LineEdit
from app.ui.theme import SPACE_S, SPACE_XS, set_role
from app.ui.totals.figures import amount_text, number_text


class ExactTotal(QWidget):
    """Makes what is to be paid exactly the amount typed, by way of the rounding amount (BT-114)."""

    def __init__(self, store: DraftStore) -> None:
        super().__init__()
        self._store = store
        self.editor = LineEdit()
        self.editor.setPlaceholderText(self.tr("leave as computed"))
        label = QLabel(self.tr("Make the total exactly"))
        label.setBuddy(self.editor)
        set_role(label, "label")
        self.editor.setAccessibleName(label.text())
        self.apply = QPushButton(self.tr("Set"))
        self.error = QLabel()
        self.error.setWordWrap(True)
        set_role(self.error, "error")
        self.error.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(self.editor, 3)
        row.addWidget(self.apply)
        row.addStretch(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.error)
        self.editor.returnPressed.connect(self._on_asked)
        self.editor.undo_asked.connect(store.undo)
        self.editor.redo_asked.connect(store.redo)
        self.apply.clicked.connect(self._on_asked)
        store.opened.connect(self._on_opened)

    def _on_asked(self) -> None:
        totals = self._store.totals
        try:
            wanted: Decimal | None = Number().value_of(self.editor.text())
            if wanted is None:
                return
            difference = fitting("rounding_amount", wanted - (totals.payable - totals.rounding))
        except Unreadable as unreadable:
            self._say(unreadable.sentence)
            return
        exponent = wanted.normalize().as_tuple().exponent
        if isinstance(exponent, int) and -exponent > totals.decimals:
            self._say(
                self.tr("{currency} has {count} decimals. Write the total with no more than that.").format(
                    currency=totals.currency, count=totals.decimals
                )
            )
            return
        self._say("")
        self.editor.clear()
        self._store.edit(
            self.tr("Make the total exactly {total}").format(total=number_text(wanted, totals.decimals)),
            rounding_amount=difference or None,
        )

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)

    def _on_opened(self, _document: object) -> None:
        self.editor.clear()
        self._say("")
        self.setEnabled(not self._store.is_read_only)


class Equivalent(QLabel):
    """The worth of the document in the home currency, in one line."""

    def __init__(self, store: DraftStore) -> None:
        super().__init__()
        self._store = store
        self.setWordWrap(True)
        set_role(self, "secondary")
        self.setAccessibleName(self.tr("Worth in the home currency"))
        store.totals_changed.connect(self._on_totals_changed)
        self._on_totals_changed(store.totals)

    def _on_totals_changed(self, totals: Totals) -> None:
        home = totals.home
        if home is None:
            self.setText(
                self.tr(
                    "Choose a home currency other than {currency} to see the worth of this document."
                ).format(currency=totals.currency)
            )
            return
        decimals = minor_units(home.currency)
        self.setText(
            self.tr("Worth: net {net}, VAT {tax}, to pay {payable}").format(
                net=amount_text(home.net, home.currency, decimals),
                tax=amount_text(home.tax, home.currency, decimals),
                payable=amount_text(home.payable, home.currency, decimals),
            )
        )
