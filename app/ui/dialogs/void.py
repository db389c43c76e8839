"""Asked before an issued document is declared void: why, in words that stay with its number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.ui.dialogs.frame import Sheet
from app.ui.theme import Theme, set_role


class VoidDialog(Sheet):
    """Accepted with a reason."""

    def __init__(self, number: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("VoidDialog", "Void {number}").format(number=number), theme, parent
        )
        self.add_text(
            self.tr(
                "The number stays taken and the document stays readable, marked as void. "
                "If the customer has it already, make a credit note instead."
            )
        )
        label = QLabel(self.tr("Reason"))
        set_role(label, "label")
        self.reason_field = QLineEdit()
        self.reason_field.setMaxLength(500)
        self.reason_field.setAccessibleName(self.tr("Reason"))
        label.setBuddy(self.reason_field)
        self.body.addWidget(label)
        self.body.addWidget(self.reason_field)
        self.add_button(self.tr("Keep it")).clicked.connect(self.reject)
        self.confirm = self.add_button(self.tr("Void {number}").format(number=number), "primary")
        self.confirm.setEnabled(False)
        self.confirm.clicked.connect(self.accept)
        self.reason_field.textChanged.connect(self._on_reason_changed)
        self.reason_field.setFocus()

    @property
    def reason(self) -> str:
        """What the person wrote."""
        return self.reason_field.text().strip()

    def _on_reason_changed(self) -> None:
        self.confirm.setEnabled(bool(self.reason))
