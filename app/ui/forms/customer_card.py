"""Who the invoice is for: the name to type or to find, the address and the number below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.draft import Draft
from app.domain.parties import Party
from app.domain.rows import Discount
from app.ui.forms.binding import Binding
from app.ui.forms.codecs import Words
from app.ui.forms.following import due_by
from app.ui.forms.party_lines import address_line, tax_id_line
from app.ui.forms.suggestions import Suggestion, Suggestions
from app.ui.forms.typed_field import LineField
from app.ui.theme import SPACE_S, SPACE_XS, set_role


class KnownCustomer(Protocol):
    """What the form takes over from the address book; `Contact` of the services is one."""

    @property
    def id(self) -> str: ...
    @property
    def party(self) -> Party: ...
    @property
    def language(self) -> Any: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def payment_days(self) -> int | None: ...
    @property
    def discount_percent(self) -> Any: ...


Deliver = Callable[[str, Sequence[KnownCustomer]], None]
ContactSearch = Callable[[str, Deliver], None]
"""Looks for contacts and calls `deliver(text, found)` on the GUI thread, at once or later."""


def filled_from(draft: Draft, contact: KnownCustomer) -> dict[str, Any]:
    """What choosing this customer changes: party, language, currency, terms and usual discount."""
    changes: dict[str, Any] = {"buyer": contact.party.model_copy(update={"contact_id": contact.id})}
    if contact.language:
        changes["language"] = contact.language
    if contact.currency:
        changes["currency"] = contact.currency
    if contact.payment_days is not None:
        terms = draft.payment_terms.model_copy(update={"days": contact.payment_days, "end_of_month": False})
        changes["payment_terms"] = terms
        due = due_by(draft.issue_date, terms)
        if due is not None:
            changes["due_date"] = due
    if contact.discount_percent and draft.discount is None:
        changes["discount"] = Discount(kind="percent", value=contact.discount_percent)
    return changes


class CustomerCard(QWidget):
    """The card of the buyer."""

    path = "buyer"
    edit_asked = Signal()

    def __init__(self, binding: Binding) -> None:
        super().__init__()
        self._binding = binding
        self._search: ContactSearch | None = None
        self.name = LineField(
            "buyer.name",
            self.tr("Customer"),
            Words(),
            binding,
            placeholder=self.tr("Type a name, or find one you know"),
        )
        set_role(self.name.editor, "bare_strong")
        self.name.hide_label()
        label = QLabel(self.tr("Customer"))
        label.setBuddy(self.name.editor)
        set_role(label, "label")
        self.edit = QPushButton(self.tr("F2 edit"))
        self.edit.setAccessibleName(self.tr("Edit the customer"))
        self.edit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(self.edit, "link_small")
        self.address = QLabel()
        self.number = QLabel()
        for line in (self.address, self.number):
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setContentsMargins(SPACE_S - 2, 0, 0, 0)
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_role(self.number, "label")
        self.suggestions = Suggestions(self.name.editor, self.tr("Customers"))
        self.frame = QFrame()
        set_role(self.frame, "field_card")
        self._lay_out(label)
        binding.attach(self.name)
        binding.attach(self)
        self.name.editor.textEdited.connect(self._on_name_edited)
        self.name.editor.installEventFilter(self)
        self.frame.installEventFilter(self)
        self.suggestions.chosen.connect(self._on_contact_chosen)
        self.edit.clicked.connect(self.edit_asked)

    def set_contacts(self, search: ContactSearch) -> None:
        """Complete the name from here on with what this finds."""
        self._search = search

    def show_value(self, value: Party) -> None:
        """Show where the buyer is and its number."""
        self.address.setText(address_line(self._binding.draft.bill_to))
        text, is_wrong = tax_id_line(value)
        self.number.setText(text)
        set_role(self.number, "warning" if is_wrong else "label")

    def start_over(self, value: Party) -> None:
        """Another document is shown."""
        self.suggestions.close()
        self.show_value(value)

    def set_read_only(self, read_only: bool) -> None:
        """Whether the document takes no edit."""
        self.edit.setEnabled(not read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.name.editor and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if event.key() == Qt.Key.Key_F2 and event.type() in (
                QEvent.Type.KeyPress,
                QEvent.Type.ShortcutOverride,
            ):
                event.accept()
                if is_press:
                    self.suggestions.close()
                    self.edit_asked.emit()
                return True
            if is_press and event.key() == Qt.Key.Key_Down and not self.suggestions.is_open:
                self._ask(self.name.editor.text())
                return True
        if (
            watched is self.frame
            and event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
        ):
            self.name.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().eventFilter(watched, event)

    def _lay_out(self, label: QLabel) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(SPACE_S)
        first.addWidget(self.name, 1)
        first.addWidget(self.edit)
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(SPACE_XS, SPACE_XS, SPACE_S, SPACE_S)
        inside.setSpacing(0)
        inside.addLayout(first)
        inside.addWidget(self.address)
        inside.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(label)
        column.addWidget(self.frame)

    def _on_name_edited(self, text: str) -> None:
        if text.strip():
            self._ask(text)
        else:
            self.suggestions.close()

    def _ask(self, text: str) -> None:
        if self._search is not None and not self._binding.store.is_read_only:
            self._search(text, self._on_found)

    def _on_found(self, text: str, found: Sequence[KnownCustomer]) -> None:
        if text != self.name.editor.text() or not self.name.editor.hasFocus():
            return
        self.suggestions.show([Suggestion(_described(contact.party), contact) for contact in found])

    def _on_contact_chosen(self, contact: KnownCustomer) -> None:
        draft = self._binding.draft
        changes = filled_from(draft, contact)
        self._binding.store.edit(
            self.tr("Choose customer {name}").format(name=contact.party.name),
            key=f"buyer.name@{self.name.stay}",
            **changes,
        )
        self.name.new_stay()
        self.name.settle()


def _described(party: Party) -> str:
    where = address_line(party.address())
    return f"{party.name} — {where}" if where else party.name
