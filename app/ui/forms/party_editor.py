"""Everything an invoice can state of its seller or its buyer, edited in place."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.ui.forms.builder import Builder
from app.ui.forms.group import Group
from app.ui.forms.party_plans import party_parts
from app.ui.forms.plans import GroupPlan
from app.ui.theme import SPACE_L, SPACE_M, SPACE_S, set_role

Role = Literal["seller", "buyer"]


class PartyEditor(QFrame):
    """The fields of one party; what is typed is in the invoice at once."""

    keep_asked = Signal()
    done = Signal()

    def __init__(self, role: Role, builder: Builder) -> None:
        super().__init__()
        self.role: Role = role
        set_role(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_M)
        head = QHBoxLayout()
        title = QLabel(self.tr("Customer") if role == "buyer" else self.tr("From"))
        set_role(title, "strong")
        self.setAccessibleName(title.text())
        self.keep = QPushButton(
            self.tr("Keep this customer") if role == "buyer" else self.tr("Use on every new invoice")
        )
        self.close_button = QPushButton(self.tr("Done"))
        for button in (self.keep, self.close_button):
            set_role(button, "link")
        head.addWidget(title, 1)
        head.addWidget(self.keep)
        head.addWidget(self.close_button)
        column.addLayout(head)
        for part in party_parts(role):
            if isinstance(part, GroupPlan):
                column.addWidget(Group(part, part.path, builder))
            else:
                column.addLayout(builder.row(part))
        self.keep.clicked.connect(self.keep_asked)
        self.close_button.clicked.connect(self.done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)
