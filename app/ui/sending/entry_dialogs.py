"""What is asked of a person about an entry: what she saw at the provider, and whether she means it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.dialogs.frame import Sheet
from app.ui.pages.record_form import RecordField, RecordForm
from app.ui.sending.options_form import OptionsForm
from app.ui.sending.requests_view import RequestsView
from app.ui.sending.words import account_words
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.sending import ActionCard, PlannedRequest, ProviderCard
    from app.ui.sending.remote_edit import Lists

LEAST_HEIGHT = 240
REQUESTS_WIDTH, REQUESTS_HEIGHT = 760, 600


class FoundDialog(Sheet):
    """It is there: under which id, and with what number."""

    def __init__(self, provider: str, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("FoundDialog", "It is at {provider}")
        super().__init__(title.format(provider=provider), theme, parent)
        self.add_text(
            self.tr(
                "Then nothing is sent again. Copy its id from {provider}; with it, what is there can be read "
                "and compared."
            ).format(provider=provider)
        )
        self.form = RecordForm(
            [
                RecordField("remote_id", self.tr("Id at the provider"), span=3),
                RecordField("number", self.tr("Number, if it has one"), span=3),
            ],
            theme,
        )
        self.body.addWidget(self.form)
        self.add_button(self.tr("Not now")).clicked.connect(self.reject)
        self.confirm = self.add_button(self.tr("It is there"), "primary")
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.form.focus("remote_id")

    @property
    def found(self) -> tuple[str, str]:
        """The id and the number that were entered."""
        values = self.form.values()
        return values["remote_id"].strip(), values["number"].strip()

    def _on_confirm_clicked(self) -> None:
        if self.found[0]:
            self.accept()
        else:
            self.form.set_error(
                "remote_id", self.tr("Its id is needed: it stands in the address of its page.")
            )


class SureDialog(Sheet):
    """One sentence that says what follows, and two buttons."""

    def __init__(
        self, title: str, sentence: str, confirm: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, theme, parent)
        self.add_text(sentence)
        self.add_button(self.tr("Not now")).clicked.connect(self.reject)
        self.confirm = self.add_button(confirm, "primary")
        self.confirm.clicked.connect(self.accept)


class RequestsDialog(Sheet):
    """The requests of an entry as they were planned, to read and to copy."""

    def __init__(
        self, requests: Sequence[PlannedRequest], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("RequestsDialog", "The requests"), theme, parent)
        self.resize(theme.px(REQUESTS_WIDTH), theme.px(REQUESTS_HEIGHT))
        self.add_text(
            self.tr("Keys and passwords stand as a placeholder.")
            if requests
            else self.tr("They hold a file, and can only be shown before sending."),
            "secondary",
        )
        self.view = RequestsView(theme)
        self.view.show_requests(requests)
        self.body.addWidget(self.view, 1)
        self.copy = self.add_button(self.tr("Copy"))
        self.copy.clicked.connect(self.view.copy_all)
        self.confirm = self.add_button(self.tr("Done"), "primary")
        self.confirm.clicked.connect(self.accept)


class PracticeDialog(Sheet):
    """What a practice account holds, to look there as one would at the provider."""

    def __init__(self, held: Sequence[object], theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("PracticeDialog", "In the practice account")
        super().__init__(title, theme, parent)
        self.resize(theme.px(REQUESTS_WIDTH), theme.px(REQUESTS_HEIGHT))
        self.add_text(
            self.tr("The newest document is at the end. Compare its customer and its total with yours.")
            if held
            else self.tr("There is no document in it.")
        )
        self.view = RequestsView(theme)
        self.view.setAccessibleName(title)
        self.view.show_values(held)
        self.view.setVisible(bool(held))
        self.body.addWidget(self.view, 1)
        self.confirm = self.add_button(self.tr("Done"), "primary")
        self.confirm.clicked.connect(self.accept)


class ActionDialog(Sheet):
    """An action at the provider: what it needs to know, and whether it can be taken back."""

    def __init__(
        self,
        action: ActionCard,
        title: str,
        provider: ProviderCard,
        is_live: bool,
        theme: Theme,
        parent: QWidget | None = None,
        lists: Lists | None = None,
    ) -> None:
        super().__init__(title, theme, parent)
        self._arguments: dict[str, Any] = {}
        if action.is_irreversible:
            self.add_text(
                self.tr("This cannot be taken back at {provider}.").format(
                    provider=account_words(provider.title)
                )
            )
        if is_live:
            self.add_text(self.tr("This connection is LIVE: it is done for real."), "strong")
        self.form = OptionsForm(action.arguments, provider, theme, lists)
        self.form.edited.connect(self._on_form_edited)
        if action.arguments:
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            scroll.setMinimumHeight(theme.px(LEAST_HEIGHT))
            scroll.setWidget(self.form)
            self.body.addWidget(scroll, 1)
        else:
            self.form.setParent(self)
            self.form.hide()
        self.add_button(self.tr("Not now")).clicked.connect(self.reject)
        self.confirm = self.add_button(title, "primary")
        self.confirm.clicked.connect(self._on_confirm_clicked)

    @property
    def arguments(self) -> Mapping[str, Any]:
        """What was entered."""
        return dict(self._arguments)

    def _on_form_edited(self, name: str, value: object) -> None:
        if value is None:
            self._arguments.pop(name, None)
        else:
            self._arguments[name] = value

    def _on_confirm_clicked(self) -> None:
        self.form.flush()
        if self.form.is_valid():
            self.accept()
