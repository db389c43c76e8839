"""One connection: its form, its state, and what can be done: keep, test, sign in, delete, practise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.forms.flow_layout import FlowLayout
from app.ui.jobs import JobControl
from app.ui.language import QT_TRANSLATE_NOOP
from app.ui.messages import Message
from app.ui.sending.connection_acts import ConnectionActs
from app.ui.sending.connection_cards import ConnectionRow, state_words
from app.ui.sending.connection_form import ConnectionForm
from app.ui.sending.desk import Errand, SendingDesk
from app.ui.sending.entry_dialogs import SureDialog
from app.ui.sending.remote_edit import Lists
from app.ui.sending.signing_in import SigningIn
from app.ui.sending.words import account_words, error_detail, error_words, mode_role, mode_word, quoted
from app.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import Connection, Identity, Secret, StopSwitch
    from app.services.sending.sending import Sending

PANEL_WIDTH = 520
TROUBLES: Final = (
    ("", QT_TRANSLATE_NOOP("Trouble", "nothing goes wrong")),
    ("offline", QT_TRANSLATE_NOOP("Trouble", "no network, until you choose otherwise")),
    ("drop_after", QT_TRANSLATE_NOOP("Trouble", "the next one is done, but the answer is lost")),
    ("drop_before", QT_TRANSLATE_NOOP("Trouble", "the connection breaks before the next one is done")),
    ("throttled", QT_TRANSLATE_NOOP("Trouble", "too many requests: asked to wait")),
    ("unavailable", QT_TRANSLATE_NOOP("Trouble", "the provider is out of order for a moment")),
    ("error_after", QT_TRANSLATE_NOOP("Trouble", "the next one is done, but answered as an error")),
    ("page", QT_TRANSLATE_NOOP("Trouble", "a network's sign-in page answers instead")),
    (
        "other_tax",
        QT_TRANSLATE_NOOP("Trouble", "taxed at another rate, until you choose otherwise"),
    ),
    ("garbage", QT_TRANSLATE_NOOP("Trouble", "the answer cannot be read")),
)
"""What one can let go wrong in practice; each shows what the outbox makes of it."""


class ConnectionPanel(QFrame):
    """Hidden while nothing is chosen."""

    kept = Signal(str)  # id of the connection
    deleted = Signal()
    message = Signal(object)  # Message

    def __init__(self, desk: SendingDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self.row: ConnectionRow | None = None
        self._pending: tuple[Connection, Mapping[str, Secret]] | None = None
        self._errand: Errand | None = None
        self._after_keeping: Callable[[], object] | None = None
        self._news = ""
        set_role(self, "surface")
        self.setFixedWidth(theme.px(PANEL_WIDTH))
        self.heading = QLabel()
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.heading, "title")
        self.mode = QLabel()
        set_role(self.mode, "pill")
        self.state = QLabel()
        set_role(self.state, "secondary")
        self.told = QLabel()
        set_role(self.told, "hint")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form = ConnectionForm(theme)
        self.sign = SigningIn(desk, theme)
        self.begins = ConnectionActs(desk, theme)
        self.keep = QPushButton(self.tr("Save the connection"))
        set_role(self.keep, "primary")
        self.test = QPushButton(self.tr("Test connection"))
        self.delete_button = QPushButton(self.tr("Delete"))
        set_role(self.delete_button, "danger")
        self.unlock = QPushButton(self.tr("Try the keyring again"))
        self.run_only = QPushButton(self.tr("For this run only"))
        self.trouble_title = QLabel(self.tr("Let something go wrong, to see what happens"))
        set_role(self.trouble_title, "label")
        self.trouble = QComboBox()
        self.trouble.setAccessibleName(self.trouble_title.text())
        self.trouble_title.setBuddy(self.trouble)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        theme = self._theme
        pills = QHBoxLayout()
        pills.setSpacing(theme.px(SPACE_S))
        pills.addWidget(self.mode)
        pills.addWidget(self.state, 1)
        acts = QWidget()
        flow = FlowLayout(acts)
        for button in (self.keep, self.test, self.delete_button):
            flow.addWidget(button)
        keyring = QWidget()
        flow = FlowLayout(keyring)
        for button in (self.unlock, self.run_only):
            flow.addWidget(button)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(theme.px(SPACE_XL), theme.px(SPACE_L), theme.px(SPACE_XL), theme.px(SPACE_L))
        body.setSpacing(theme.px(SPACE_M))
        body.addWidget(self.heading)
        body.addLayout(pills)
        for widget in (
            self.told,
            keyring,
            self.trouble_title,
            self.trouble,
            self.begins,
            self.form,
            self.sign,
            acts,
        ):
            body.addWidget(widget)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(scroll, "surface")
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._on_keep_clicked)
        self.test.clicked.connect(self._on_test_clicked)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.unlock.clicked.connect(self._on_unlock_clicked)
        self.run_only.clicked.connect(self._on_run_only_clicked)
        self.trouble.activated.connect(self._on_trouble_chosen)
        self.sign.wanted.connect(self._on_sign_in_wanted)
        self.sign.signed_in.connect(self._on_tested)
        self.sign.signed_out.connect(self._on_signed_out)
        self.sign.failed.connect(self._on_failed)
        self.form.edited.connect(self._on_form_edited)

    def show_row(self, row: ConnectionRow, *, is_new: bool = False) -> None:
        """Show this connection; a new one is only kept when the person says so."""
        self._forget_secrets()
        self.row = row
        connection = row.card.connection
        lists = None if is_new else Lists(self._desk, connection.id, row.provider.id)
        self.heading.setText(
            self.tr("New connection to {provider}").format(provider=account_words(row.provider.title))
            if is_new
            else row.title
        )
        set_role(self.mode, mode_role(connection.mode))
        self.mode.setText(mode_word(connection.mode))
        told = state_words(row) if not is_new else self.tr("not saved yet")
        if connection.account:
            told = self.tr("{state} · signed in as {who}").format(state=told, who=connection.account)
        self.state.setText(told)
        self.form.show_connection(connection, row.provider, lists, is_kept=row.card.state == "ready")
        self._show_sign_in()
        self.begins.show_row(row)
        self.test.setVisible(not is_new)
        self.delete_button.setVisible(not is_new and not row.is_own_practice)
        self._show_trouble(row)
        is_keyring = row.card.state.startswith("keyring")
        self._show_keyring(is_keyring)
        news, self._news = self._news, ""
        told = self._keyring_words(row.card.state) if is_keyring else self._practice_words(connection)
        self._say(news or told)
        self.show()

    def flush(self) -> None:
        """Leave nothing secret in the fields."""
        self._forget_secrets()
        self.form.secrets.wipe()

    def _practice_words(self, connection: Connection) -> str:
        if connection.mode != "practice":
            return ""
        return self.tr(
            "Practice: the provider is played by this program, strictly by its rules. Nothing leaves this "
            "computer, and no account is needed."
        )

    def _keyring_words(self, state: str) -> str:
        return {
            "keyring_locked": self.tr(
                "The keyring is locked. Unlock it and try again, or keep secrets in memory for this run only."
            ),
            "keyring_missing": self.tr(
                "This system has no keyring. Start one and try again, or keep secrets in memory for this run "
                "only. They are never written to a file."
            ),
        }.get(state, self.tr("The keyring did not do what was asked. Try again, or use memory for this run."))

    def _show_trouble(self, row: ConnectionRow) -> None:
        connection = row.card.connection
        is_practice = connection.mode == "practice" and bool(connection.id)
        self.trouble_title.setVisible(is_practice)
        self.trouble.setVisible(is_practice)
        self.trouble.clear()
        for kind, words in TROUBLES:
            if not kind or kind in row.troubles:
                self.trouble.addItem(self._trouble_words(words), kind)
        self.trouble.setCurrentIndex(max(0, self.trouble.findData(row.trouble)))

    @staticmethod
    def _trouble_words(words: str) -> str:
        from PySide6.QtCore import QCoreApplication

        return QCoreApplication.translate("Trouble", words)

    def _show_keyring(self, is_shown: bool) -> None:
        self.unlock.setVisible(is_shown)
        self.run_only.setVisible(is_shown)

    def _say(self, text: str, role: str = "hint") -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        set_role(self.told, role)

    def _on_form_edited(self) -> None:
        self._show_sign_in()

    def _show_sign_in(self) -> None:
        assert self.row is not None
        card = self.row.card
        self.sign.show_scheme(
            None if card.mode == "practice" else self.form.scheme,
            signed_in=card.connection.id if card.state == "ready" else "",
        )

    def _on_keep_clicked(self) -> None:
        entered = self.form.entered()
        if entered is not None:
            self._after_keeping = None
            self._keep(*entered)

    def _keep(self, connection: Connection, secrets: Mapping[str, Secret]) -> None:
        self._pending = (connection, secrets)
        self._set_busy(True)

        def work(sending: Sending, _stop: StopSwitch, _control: JobControl) -> Connection:
            return sending.save_connection(connection, secrets)

        self._errand = self._desk.send_for(work)
        self._errand.job.then(self._on_kept, self._on_failed)

    def _on_kept(self, connection: Connection) -> None:
        self._forget_secrets()
        self._set_busy(False)
        self._show_keyring(False)
        self._news = self.tr("Saved.")
        self._say(self._news)
        self._desk.changed.emit()
        go_on, self._after_keeping = self._after_keeping, None
        self.kept.emit(connection.id)
        if go_on is not None:
            go_on()

    def _on_test_clicked(self) -> None:
        assert self.row is not None
        connection_id = self.row.id
        self._set_busy(True)
        self._say(self.tr("Asking who you are …"))

        def work(sending: Sending, stop: StopSwitch, _control: JobControl) -> Identity:
            return sending.test_connection(connection_id, stop)

        self._errand = self._desk.send_for(work)
        self._errand.job.then(self._on_tested, self._on_failed)

    def _on_tested(self, identity: Identity) -> None:
        self._set_busy(False)
        self._show_keyring(False)
        who = " · ".join(filter(None, (identity.name, identity.detail)))
        said = self.tr("It works. You are signed in as {who}.").format(who=who)
        if identity.scopes:
            said += " " + self.tr("Allowed: {scopes}.").format(scopes=", ".join(identity.scopes[:12]))
        self._news = said
        self._say(said)
        self._desk.changed.emit()
        if self.row is not None:
            self.kept.emit(self.row.id)

    def _on_signed_out(self, is_ended: bool) -> None:
        self._news = (
            self.tr("Signed out, here and at the provider.")
            if is_ended
            else self.tr("Signed out here. The provider did not confirm it: end the access there as well.")
        )
        self._say(self._news)
        self._desk.changed.emit()
        if self.row is not None:
            self.kept.emit(self.row.id)

    def _on_sign_in_wanted(self) -> None:
        """Keep what is entered first: the browser's answer needs the application's id and secret."""
        entered = self.form.entered()
        if entered is not None:
            connection_id = entered[0].id
            self._after_keeping = lambda: self.sign.begin(connection_id)
            self._keep(*entered)

    def _on_delete_clicked(self) -> None:
        assert self.row is not None
        dialog = SureDialog(
            self.tr("Delete this connection"),
            self.tr(
                "“{name}” is signed out at the provider where that can be done, and its secrets are removed "
                "from the keyring. What was sent stays in the outbox."
            ).format(name=self.row.title),
            self.tr("Delete"),
            self._theme,
            self.window(),
        )
        is_wanted = dialog.exec() == dialog.DialogCode.Accepted
        dialog.deleteLater()
        if not is_wanted:
            return
        connection_id = self.row.id
        self._set_busy(True)

        def work(sending: Sending, _stop: StopSwitch, _control: JobControl) -> None:
            sending.delete_connection(connection_id)

        self._errand = self._desk.send_for(work)
        self._errand.job.then(self._on_deleted, self._on_failed)

    def _on_deleted(self, _nothing: Any) -> None:
        self._set_busy(False)
        self.row = None
        self.hide()
        self._desk.changed.emit()
        self.deleted.emit()
        self.message.emit(Message(self.tr("The connection and its secrets are gone."), topic="connection"))

    def _on_unlock_clicked(self) -> None:
        self._desk.use_the_keyring()
        self._again()

    def _on_run_only_clicked(self) -> None:
        self._desk.keep_secrets_for_this_run()
        self._again()

    def _again(self) -> None:
        if self._pending is not None:
            self._keep(*self._pending)
        elif self.row is not None:
            self.kept.emit(self.row.id)

    def _on_trouble_chosen(self, place: int) -> None:
        assert self.row is not None
        connection_id, kind = self.row.id, self.trouble.itemData(place)
        self._desk.ask(lambda sending: sending.practice.order(connection_id, kind or None)).then(
            self._on_trouble_ordered
        )

    def _on_trouble_ordered(self, _nothing: object) -> None:
        if not self.trouble.currentData():
            self._desk.drain(is_asked_for=True)

    def _on_failed(self, error: Exception) -> None:
        from app.services.vault import VaultProblem

        self._set_busy(False)
        provider = self.row.provider if self.row is not None else None
        said = error_words(error, provider.id if provider is not None else "")
        quote = quoted(provider.title if provider is not None else "", error_detail(error))
        self._say(f"{said}\n{quote}" if quote else said, "hint_bad")
        self._show_keyring(isinstance(error, VaultProblem))
        if not isinstance(error, VaultProblem):
            self._forget_secrets()

    def _set_busy(self, is_busy: bool) -> None:
        for button in (self.keep, self.test, self.delete_button):
            button.setEnabled(not is_busy)

    def _forget_secrets(self) -> None:
        self._pending = None
