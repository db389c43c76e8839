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
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.draft import Draft
from app.ui.language import wording_language
from app.ui.sending.requests_view import RequestsView
from app.ui.sending.review_rows import SERIOUS, ReviewRow, counts, review_rows
from app.ui.sending.review_table import ReviewTable, verdict_word
from app.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import ConnectionCard, Plan, ProviderCard

SHEET_WIDTH, SHEET_HEIGHT = 1080, 640
_MODE_ROLE = {"practice": "pill", "test": "pill_warn", "live": "pill_bad"}


class ReviewSheet(QDialog):
    """Shows a plan; asks to send, to plan for another connection, or to change a field."""

    send_asked = Signal(object)  # Plan
    connection_chosen = Signal(str)  # its id
    field_asked = Signal(str)  # the path of a field of the draft
    connections_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan: Plan | None = None
        self._rows: tuple[ReviewRow, ...] = ()
        self._is_live = False
        self.setWindowTitle(self.tr("Review before sending"))
        self.resize(QSize(theme.px(SHEET_WIDTH), theme.px(SHEET_HEIGHT)))
        self.title = QLabel()
        set_role(self.title, "sheet_title")
        self.mode = QLabel()
        self.state = QLabel()
        set_role(self.state, "secondary")
        self.connections = QComboBox()
        self.connections.setAccessibleName(self.tr("Send to"))
        self.connections.setMinimumWidth(theme.px(220))
        self.filters = _Filters(theme)
        self.problems = QLabel()
        self.problems.setWordWrap(True)
        self.problems.setTextFormat(Qt.TextFormat.PlainText)
        self.problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.mend = QPushButton(self.tr("Go to the field"))
        set_role(self.mend, "link")
        self._problem_path = ""
        self.table = ReviewTable(theme)
        self.requests = RequestsView(theme)
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        self.body.addWidget(self.requests)
        self.promise = QLabel(self.tr("Sent once, even if the connection breaks. You can close the lid."))
        self.promise.setWordWrap(True)
        set_role(self.promise, "secondary")
        self.show_requests = QPushButton(self.tr("Show the requests"))
        self.show_requests.setCheckable(True)
        self.back = QPushButton(self.tr("Back"))
        self.send = QPushButton(self.tr("Send"))
        set_role(self.send, "primary")
        for button in (self.show_requests, self.back, self.mend):
            button.setAutoDefault(False)
        self.send.setDefault(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_M))
        head.addWidget(self.title)
        head.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.state, 1)
        head.addWidget(self.connections)
        told = QHBoxLayout()
        told.addWidget(self.problems, 1)
        told.addWidget(self.mend)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(SPACE_S))
        foot.addWidget(self.promise, 1)
        foot.addWidget(self.show_requests)
        foot.addWidget(self.back)
        foot.addWidget(self.send)
        column = QVBoxLayout(self)
        margin = theme.px(SPACE_XL)
        column.setContentsMargins(margin, margin, margin, theme.px(SPACE_L))
        column.setSpacing(theme.px(SPACE_M))
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addLayout(told)
        column.addWidget(self.body, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.back.clicked.connect(self.reject)
        self.send.clicked.connect(self._on_send_clicked)
        self.show_requests.toggled.connect(self._on_requests_toggled)
        self.table.field_asked.connect(self._on_field_asked)
        self.mend.clicked.connect(self._on_mend_clicked)
        self.filters.changed.connect(self.table.rows.filter_by)
        self.connections.activated.connect(self._on_connection_activated)

    def show_connections(self, cards: Sequence[ConnectionCard], chosen: str) -> None:
        """Offer these connections, the chosen one marked."""
        self.connections.clear()
        for card in cards:
            mode = self._mode_word(card.mode)
            title = card.connection.title or card.provider_title
            self.connections.addItem(f"{title} · {mode}", card.connection.id)
        self.connections.addItem(self.tr("Connections…"), "")
        self.connections.setCurrentIndex(max(0, self.connections.findData(chosen)))

    def show_waiting(self, provider_title: str) -> None:
        """A plan is being made."""
        self._plan = None
        self.title.setText(self.tr("Review for {provider}").format(provider=provider_title))
        self.state.setText(self.tr("looking at each field …"))
        self.mode.hide()
        self.send.setEnabled(False)

    def show_plan(self, draft: Draft, plan: Plan, card: ConnectionCard, provider: ProviderCard) -> None:
        """Show what will become of the document, and let it be sent if nothing stands in the way."""
        from app.services.sending import problem_words, word

        language = wording_language()
        self._plan = plan
        self._is_live = card.mode == "live"
        self.title.setText(self.tr("Review for {provider}").format(provider=provider.title))
        self.mode.setText(self._mode_word(card.mode))
        set_role(self.mode, _MODE_ROLE[card.mode])
        self.mode.show()
        self.state.setText(self._state_words(provider))
        self._rows = review_rows(
            draft,
            plan.fields,
            lambda why: word(provider.id, why.code, why.params, language),  # type: ignore[attr-defined]
        )
        self.table.rows.show_rows(self._rows, provider.title)
        self.filters.show_counts(counts(self._rows))
        self.requests.show_requests(plan.requests)
        worst = sorted(plan.problems, key=lambda problem: problem.severity != "error")
        self._problem_path = worst[0].path if worst else ""
        texts = [
            " ".join(filter(None, problem_words(provider.id, problem, language))) for problem in worst[:3]
        ]
        more = len(worst) - 3
        if more > 0:
            texts.append(self.tr("And {count} more.").format(count=more))
        self.problems.setText("\n".join(texts))
        set_role(self.problems, "hint_bad" if plan.is_blocked else "hint")
        self.problems.setVisible(bool(worst))
        self.mend.setVisible(bool(self._problem_path))
        self.send.setEnabled(not plan.is_blocked)
        words = self.tr("Send LIVE to {provider}") if self._is_live else self.tr("Send to {provider}")
        self.send.setText(words.format(provider=provider.title))
        (self.table if plan.is_blocked else self.send).setFocus()

    def show_failure(self, text: str) -> None:
        """The plan could not be made."""
        self.state.setText("")
        self.problems.setText(text)
        set_role(self.problems, "hint_bad")
        self.problems.show()
        self.mend.hide()
        self.send.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            if self.send.isEnabled():
                self._on_send_clicked()
            return
        super().keyPressEvent(event)

    def _mode_word(self, mode: str) -> str:
        return {"practice": self.tr("practice"), "test": self.tr("test"), "live": self.tr("LIVE")}[mode]

    def _state_words(self, provider: ProviderCard) -> str:
        if provider.numbers == "theirs":
            return self.tr("nothing is sent yet · they give the number, your series is not used")
        if provider.numbers == "ours":
            return self.tr("nothing is sent yet · your number is kept")
        return self.tr("nothing is sent yet")

    def _on_send_clicked(self) -> None:
        if self._plan is not None and self.send.isEnabled():
            self.send.setEnabled(False)  # a second click finds nothing to press
            self.send_asked.emit(self._plan)

    def _on_requests_toggled(self, is_on: bool) -> None:
        self.body.setCurrentWidget(self.requests if is_on else self.table)
        self.show_requests.setText(self.tr("Show the fields") if is_on else self.tr("Show the requests"))

    def _on_field_asked(self, path: str) -> None:
        self.field_asked.emit(path)

    def _on_mend_clicked(self) -> None:
        self.field_asked.emit(self._problem_path)

    def _on_connection_activated(self, place: int) -> None:
        connection_id = self.connections.itemData(place)
        if connection_id:
            self.connection_chosen.emit(connection_id)
        else:
            self.connections_asked.emit()

    def copy_requests(self) -> None:
        """Put the requests on the clipboard."""
        QGuiApplication.clipboard().setText(self.requests.toPlainText())


class _Filters(QWidget):
    """One button a verdict, with how many rows have it; those pressed are shown, none pressed shows all."""

    changed = Signal(object)  # frozenset of verdicts

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(SPACE_S))
        for verdict in reversed(SERIOUS):
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            set_role(button, "quiet")
            button.toggled.connect(self._on_toggled)
            self._buttons[verdict] = button
            row.addWidget(button)
        row.addStretch(1)

    def show_counts(self, found: object) -> None:
        """Say how many rows have each verdict."""
        numbers = dict(found) if isinstance(found, dict) else {}
        for verdict, button in self._buttons.items():
            number = numbers.get(verdict, 0)
            button.setText(f"{number} {verdict_word(verdict)}")
            button.setVisible(bool(number))

    def _on_toggled(self, _is_on: bool) -> None:
        self.changed.emit(frozenset(v for v, button in self._buttons.items() if button.isChecked()))
