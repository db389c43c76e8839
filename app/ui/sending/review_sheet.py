"""The sheet before sending: what becomes of each field, what stands in the way, and the one button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.language import wording_language
from app.ui.sending.problem_rows import ProblemRows, Told
from app.ui.sending.requests_view import RequestsView
from app.ui.sending.review_filters import ReviewFilters
from app.ui.sending.review_rows import ReviewRow, counts
from app.ui.sending.review_table import ReviewTable
from app.ui.sending.words import account_words, mode_role, mode_word
from app.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import ConnectionCard, Plan, ProviderCard

SHEET_WIDTH, SHEET_HEIGHT = 1120, 720
CONNECTIONS_WIDTH = 260


class ReviewSheet(QDialog):
    """Shows a plan; asks to send, to plan for another connection, or to change something."""

    send_asked = Signal(object)  # Plan
    connection_chosen = Signal(str)  # its id
    change_asked = Signal(str)  # where, as in `Reason.change`
    options_asked = Signal()
    connections_asked = Signal()
    issue_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan: Plan | None = None
        self.setWindowTitle(self.tr("Review before sending"))
        wanted = QSize(theme.px(SHEET_WIDTH), theme.px(SHEET_HEIGHT))
        self.resize(wanted.boundedTo(QGuiApplication.primaryScreen().availableGeometry().size()))
        self.title = QLabel(self.tr("Review before sending"))
        set_role(self.title, "sheet_title")
        self.mode = QLabel()
        set_role(self.mode, "pill")
        self.mode.hide()
        self.state = QLabel()
        self.state.setWordWrap(True)
        set_role(self.state, "secondary")
        self.connections = QComboBox()
        self.connections.setAccessibleName(self.tr("Send to"))
        self.connections.setFixedWidth(theme.px(CONNECTIONS_WIDTH))
        self.filters = ReviewFilters(theme)
        self.options = QPushButton(self.tr("Options…"))
        set_role(self.options, "link")
        self.problems = ProblemRows(theme)
        self.issue = QPushButton(self.tr("Issue it now…"))
        self.table = ReviewTable(theme)
        self.requests = RequestsView(theme)
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        self.body.addWidget(self.requests)
        self.promise = QLabel(self.tr("Sent once, even if the connection breaks. You can close the lid."))
        self.promise.setWordWrap(True)
        self.promise.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_role(self.promise, "secondary")
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.hide()
        self.show_requests = QPushButton(self.tr("Show the requests"))
        self.show_requests.setCheckable(True)
        self.back = QPushButton(self.tr("Back"))
        self.send = QPushButton(self.tr("Send"))
        set_role(self.send, "primary")
        for button in (self.options, self.issue, self.copy, self.show_requests, self.back):
            button.setAutoDefault(False)
        self.send.setDefault(True)
        self._lay_out()
        self._connect()
        self._rest()

    def _lay_out(self) -> None:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_M))
        head.addWidget(self.title)
        head.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.connections)
        below = QHBoxLayout()
        below.addWidget(self.filters, 1)
        below.addWidget(self.options)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(SPACE_S))
        foot.addWidget(self.promise, 1)
        for button in (self.copy, self.show_requests, self.back, self.issue, self.send):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        margin = theme.px(SPACE_XL)
        column.setContentsMargins(margin, margin, margin, theme.px(SPACE_L))
        column.setSpacing(theme.px(SPACE_M))
        column.addLayout(head)
        column.addWidget(self.state)
        column.addLayout(below)
        column.addWidget(self.problems)
        column.addWidget(self.body, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.reject)
        self.send.clicked.connect(self._on_send_clicked)
        self.issue.clicked.connect(self.issue_asked)
        self.options.clicked.connect(self.options_asked)
        self.copy.clicked.connect(self.requests.copy_all)
        self.show_requests.toggled.connect(self._on_requests_toggled)
        self.table.change_asked.connect(self.change_asked)
        self.problems.field_asked.connect(self.change_asked)
        self.filters.changed.connect(self.table.rows.filter_by)
        self.connections.activated.connect(self._on_connection_activated)

    def show_connections(self, cards: Sequence[ConnectionCard], chosen: str) -> None:
        """Offer these connections, the chosen one marked."""
        self.connections.clear()
        for card in cards:
            title = account_words(card.connection.title or card.provider_title)
            self.connections.addItem(f"{title} · {mode_word(card.mode)}", card.connection.id)
        self.connections.addItem(self.tr("Connections…"), "")
        self.connections.setCurrentIndex(max(0, self.connections.findData(chosen)))

    def show_waiting(self) -> None:
        """A plan is being made."""
        self._rest()
        self.state.setText(self.tr("looking at each field …"))

    def show_plan(
        self,
        plan: Plan,
        rows: Sequence[ReviewRow],
        card: ConnectionCard,
        provider: ProviderCard,
        *,
        can_issue: bool,
    ) -> None:
        """Show what will become of the document, and let it be sent if nothing stands in the way.

        `rows` are those of the plan. `can_issue`: it is a draft that could be given our number first.
        """
        from app.services.sending import problem_words

        language = wording_language()
        self._plan = plan
        self.title.setText(self.tr("Review for {provider}").format(provider=account_words(provider.title)))
        set_role(self.mode, mode_role(card.mode))
        self.mode.setText(mode_word(card.mode))
        self.mode.show()
        self.state.setText(self._state_words(provider))
        self.table.rows.show_rows(rows, account_words(provider.title))
        self.filters.show_counts(counts(rows))
        self._show_requests()
        self.options.setVisible(any(spec.level != "connection" for spec in provider.options))
        self.problems.show_all(
            [
                Told(
                    " ".join(filter(None, problem_words(provider.id, problem, language))),
                    problem.severity == "error",
                    problem.path,
                )
                for problem in plan.problems
            ]
        )
        wants_number = can_issue and (provider.numbers == "ours" or provider.wants == "page")
        self.issue.setVisible(wants_number)
        self.send.setEnabled(not plan.is_blocked and not wants_number)
        words = self.tr("Send LIVE to {provider}") if card.mode == "live" else self.tr("Send to {provider}")
        self.send.setText(words.format(provider=account_words(provider.title)))
        (self.send if self.send.isEnabled() else self.table).setFocus()

    def show_failure(self, text: str) -> None:
        """The plan could not be made, or was not taken; nothing was sent."""
        self.state.setText("")
        self.problems.show_all([Told(text, True, "")])
        self.send.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.connections.hasFocus():
            focus = self.focusWidget()
            if isinstance(focus, QPushButton) and focus is not self.send:
                focus.click()
            else:
                self._on_send_clicked()
            return
        super().keyPressEvent(event)

    def _rest(self) -> None:
        self._plan = None
        self.send.setEnabled(False)
        self.issue.hide()
        self.options.hide()
        self.problems.show_all(())

    def _state_words(self, provider: ProviderCard) -> str:
        if provider.takes == "incoming":
            return self.tr("nothing is sent yet · the number is the supplier’s")
        if provider.numbers == "theirs":
            return self.tr("nothing is sent yet · they give the number, your series is not used")
        if provider.numbers == "ours":
            return self.tr("nothing is sent yet · your number is kept")
        return self.tr("nothing is sent yet · who gives the number is an option")

    def _on_send_clicked(self) -> None:
        if self._plan is not None and self.send.isEnabled():
            self.send.setEnabled(False)  # a second click finds nothing to press
            self.send_asked.emit(self._plan)

    def _on_requests_toggled(self, is_on: bool) -> None:
        self.body.setCurrentWidget(self.requests if is_on else self.table)
        self._show_requests()
        self.copy.setVisible(is_on)
        self.show_requests.setText(self.tr("Show the fields") if is_on else self.tr("Show the requests"))

    def _show_requests(self) -> None:
        """Only where they are looked at: those of a long document take a while to write down."""
        if self.show_requests.isChecked() and self._plan is not None:
            self.requests.show_requests(self._plan.requests)

    def _on_connection_activated(self, place: int) -> None:
        connection_id = self.connections.itemData(place)
        if connection_id:
            self.connection_chosen.emit(connection_id)
        else:
            self.connections_asked.emit()
