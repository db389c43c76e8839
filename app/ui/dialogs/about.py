"""What this program is, by whose licence, and with whose work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app import __version__
from app.services.notices import notices
from app.ui.dialogs.frame import Sheet
from app.ui.theme import Theme

LICENCES_HEIGHT = 220


class AboutDialog(Sheet):
    """Name, version and licences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("AboutDialog", "About Factotum"), theme, parent)
        self.add_text(self.tr("Factotum {version}").format(version=__version__), "title")
        self.add_text(
            self.tr(
                "Compose invoices offline and see the exact PDF while you type. Free under the MIT licence."
            )
        )
        self.add_text(
            self.tr(
                "With Qt {qt} and PySide6 under the LGPL, whose libraries you may replace, and the fonts "
                "FiraGO and Noto Sans under the SIL Open Font License."
            ).format(qt=qVersion()),
            "secondary",
        )
        self.licences = QPlainTextEdit(notices())
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setAccessibleName(self.tr("Libraries and their licences"))
        self.licences.setMinimumHeight(theme.px(LICENCES_HEIGHT))
        self.body.addWidget(self.licences)
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)
