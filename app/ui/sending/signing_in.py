"""Signing in with the browser: one button, the link to copy if no browser opened, and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.forms.flow_layout import FlowLayout
from app.ui.jobs import JobControl
from app.ui.language import wording_language
from app.ui.sending.connection_cards import open_browser
from app.ui.sending.desk import Errand, SendingDesk
from app.ui.theme import SPACE_S, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import AuthScheme, Identity, StopSwitch
    from app.services.sending.sending import Sending


class _Link(QObject):
    """Brings the link from the thread that waits for the browser's answer."""

    shown = Signal(str, bool)


class SigningIn(QWidget):
    """Hidden unless the way in is by the browser."""

    wanted = Signal()
    signed_out = Signal(bool)  # whether the provider has ended it too
    signed_in = Signal(object)  # Identity
    failed = Signal(object)  # Exception

    def __init__(self, desk: SendingDesk, theme: Theme, browse: Callable[[str], bool] = open_browser) -> None:
        super().__init__()
        self._desk = desk
        self._browse = browse
        self._errand: Errand | None = None
        self._bridge = _Link(self)
        self.start = QPushButton(self.tr("Sign in with the browser"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.copy = QPushButton(self.tr("Copy the link"))
        self.leave = QPushButton(self.tr("Sign out"))
        self._connection_id = ""
        self.told = QLabel()
        self.told.setWordWrap(True)
        set_role(self.told, "secondary")
        self.link = QLineEdit()
        self.link.setReadOnly(True)
        self.link.setAccessibleName(self.tr("Link to sign in"))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.start, self.copy, self.cancel, self.leave):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_S))
        column.addWidget(self.told)
        column.addWidget(self.link)
        column.addWidget(buttons)
        self.start.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.leave.clicked.connect(self._on_leave_clicked)
        self._bridge.shown.connect(self._on_link_shown, Qt.ConnectionType.QueuedConnection)
        self._rest()

    def show_scheme(self, scheme: AuthScheme | None, signed_in: str = "") -> None:
        """Offer it where the scheme signs in by the browser; `signed_in` is the connection that is."""
        self._connection_id = signed_in
        self.leave.setVisible(bool(signed_in) and self._errand is None)
        self.setVisible(scheme is not None and scheme.kind == "oauth")

    def begin(self, connection_id: str) -> None:
        """Open the browser at the provider's page, and wait for its answer."""
        shown, browse, language = self._bridge.shown.emit, self._browse, wording_language()

        def work(sending: Sending, stop: StopSwitch, _control: JobControl) -> Identity:
            return sending.sign_in(connection_id, browse, shown, stop, language)

        self.told.setText(self.tr("Waiting for your answer in the browser …"))
        self.told.show()
        self.start.hide()
        self.leave.hide()
        self.cancel.show()
        self._errand = self._desk.send_for(work)
        self._errand.job.then(self._on_signed_in, self._on_failed)

    def _rest(self) -> None:
        for widget in (self.cancel, self.copy, self.link, self.told, self.leave):
            widget.hide()
        self.link.clear()
        self.start.show()
        self._errand = None

    def _on_link_shown(self, link: str, is_opened: bool) -> None:
        self.link.setText(link)
        self.link.setCursorPosition(0)
        self.link.show()
        self.copy.show()
        if not is_opened:
            self.told.setText(
                self.tr("No browser opened. Copy the link into one on this computer; it waits for 5 minutes.")
            )

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.link.text())

    def _on_cancel_clicked(self) -> None:
        if self._errand is not None:
            self._errand.stop.set()

    def _on_leave_clicked(self) -> None:
        connection_id = self._connection_id

        def work(sending: Sending, _stop: StopSwitch, _control: JobControl) -> bool:
            return sending.sign_out(connection_id)

        self.leave.hide()
        self._errand = self._desk.send_for(work)
        self._errand.job.then(self._on_signed_out, self._on_failed)

    def _on_signed_out(self, is_ended: bool) -> None:
        self._rest()
        self.signed_out.emit(is_ended)

    def _on_signed_in(self, identity: Identity) -> None:
        self._rest()
        self.signed_in.emit(identity)

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        self.failed.emit(error)
