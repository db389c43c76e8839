"""What archived files are called: a pattern, typed or put together, with an example that follows each key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.services.intake import FieldName
from app.services.intake.file_names import DEFAULT_PATTERN, MEMBERS, PatternFault, archive_name, fault_of
from app.ui.clock import today
from app.ui.dialogs.frame import Sheet
from app.ui.intake.names import field_title
from app.ui.theme import SPACE_XS, Theme, set_role

translate = QCoreApplication.translate
LONGEST: Final = 200


class PatternDialog(Sheet):
    """Accepted only with a pattern that can be filled; `pattern` is empty for our own."""

    def __init__(
        self, pattern: str, values: Mapping[FieldName, str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("Intake", "Names of archived files"), theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._values = values or _sample()
        self.add_text(
            translate(
                "Intake", "For files that are saved, exported and sent. Words in braces are filled in."
            ),
            "secondary",
        )
        self.edit = QLineEdit(pattern or DEFAULT_PATTERN)
        self.edit.setMaxLength(LONGEST)
        self.edit.setAccessibleName(translate("Intake", "Pattern of the names"))
        self.body.addWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_XS))
        self.members: dict[str, QPushButton] = {}
        for member, field in MEMBERS.items():
            button = self.members[member] = QPushButton(field_title(field))
            button.setAutoDefault(False)
            button.setToolTip(f"{{{member}}}")
            set_role(button, "link")
            button.clicked.connect(self._on_member)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.example = self.add_text("")
        self.fault: QLabel = self.add_text("", "error")
        self.own = self.add_button(translate("Intake", "As it was at first"))
        self.own.clicked.connect(self._on_own)
        self.cancel = self.add_button(translate("Intake", "Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.use = self.add_button(translate("Intake", "Use this pattern"), "primary")
        self.use.clicked.connect(self.accept)
        self.edit.textChanged.connect(self._show)
        self.edit.setFocus()
        self._show()

    @property
    def pattern(self) -> str:
        """What was chosen."""
        chosen = self.edit.text().strip()
        return "" if chosen == DEFAULT_PATTERN else chosen

    def _show(self) -> None:
        text = self.edit.text().strip()
        fault = fault_of(text)
        self.fault.setText(_words(fault) if fault is not None else "")
        self.fault.setVisible(fault is not None)
        self.use.setEnabled(fault is None)
        self.example.setVisible(fault is None)
        name = archive_name(self._values, "application/pdf", "", text)
        self.example.setText(translate("Intake", "Example: {name}").format(name=name))
        self.edit.setAccessibleDescription(self.fault.text() or self.example.text())

    def _on_member(self) -> None:
        pressed = self.sender()
        for member, button in self.members.items():
            if button is pressed:
                self.edit.insert(f"{{{member}}}")
        self.edit.setFocus()

    def _on_own(self) -> None:
        self.edit.setText(DEFAULT_PATTERN)


def _words(fault: PatternFault) -> str:
    known = ", ".join(f"{{{member}}}" for member in MEMBERS)
    template = {
        "braces": translate("Intake", "A brace is not closed, or not opened. Write a field as {{date}}."),
        "unknown": translate("Intake", "There is no field “{name}”. There are {known}."),
        "nothing": translate("Intake", "All files would be called alike. Put in one of {known}."),
    }[fault.code]
    return template.format(name=fault.name, known=known)


def _sample() -> dict[FieldName, str]:
    """For an archive without a file."""
    day = today().isoformat()
    supplier = field_title("supplier_name")
    return {
        "date": day,
        "due_date": day,
        "supplier_name": supplier,
        "invoice_number": "2026-117",
        "currency": "EUR",
        "gross": "240.00",
    }
