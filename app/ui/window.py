"""The window: top bar, messages, rooms at the left, and the room one is in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QStyle, QVBoxLayout, QWidget

from app.ui.actions import Actions, Scope
from app.ui.assembly import assemble
from app.ui.autosave import SaveState
from app.ui.composer import Composer, stacked
from app.ui.failures import failure_details, failure_text
from app.ui.flows import DocumentFlows
from app.ui.intake.side import SuppliersSide
from app.ui.issued_bar import IssuedBar
from app.ui.issuing import Issuing
from app.ui.menus import MenuOfMenus, fill_menu_bar
from app.ui.messages import Message, MessageBar
from app.ui.newer_store import Reading
from app.ui.placing import placed
from app.ui.reading import reason
from app.ui.recovery import Recovery
from app.ui.rooms import COMPOSER, Rooms
from app.ui.seat import Seat
from app.ui.sending.side import SendingSide
from app.ui.sidebar import Sidebar
from app.ui.supply import Supply
from app.ui.topbar import TopBar
from app.ui.visits import Visits

if TYPE_CHECKING:
    from app.ui.updates.line import UpdateLine

WINDOW_WIDTH, WINDOW_HEIGHT = 1440, 900
LEAST_WIDTH, LEAST_HEIGHT = 860, 560
CLOSING_MS = 5_000


class MainWindow(QMainWindow):
    """Composer, lists and settings of one seat."""

    closed = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.seat = seat
        theme = seat.theme
        self.setWindowTitle("Factotum")
        self._fit_screen()
        self.messages = MessageBar(theme)
        self.flows = DocumentFlows(seat.store, seat.autosave, seat.session, seat.jobs, self)
        self.issuing = Issuing(seat.store, seat.autosave, seat.session, seat.jobs, theme, self)
        self.parts = assemble(seat.store, seat.jobs, theme, seat.settings)
        self.issued_bar = IssuedBar(seat.store, theme)
        self.sending = SendingSide(seat, self, self._enter_room)
        self.composer = Composer(self.parts, stacked(self.issued_bar, self.sending.bar), theme)
        self.supply = Supply(seat.store, seat.session, self.parts.form, self.parts.grid, self)
        self.recovery = Recovery(
            seat.jobs, seat.session, seat.autosave, seat.location, self.flows.save_file, self
        )
        self.top_bar = TopBar(seat.store, theme)
        self.sidebar = Sidebar(theme)
        self.stack = QStackedWidget()
        names = self.parts.form.names
        self.rooms = Rooms(self.stack, seat, self.flows, self.messages, names, self.tell_failure)
        self.rooms.use_sending(self.sending)
        self.suppliers = SuppliersSide(seat, self, self._enter_room)
        self.rooms.use_suppliers(self.suppliers)
        self.rooms.add_composer(self.composer)
        self.visits = Visits(self)
        self.actions_by_name = Actions(
            self,
            (
                self.flows,
                self.issuing,
                self.sending,
                self.suppliers,
                self.supply,
                self.visits,
                self.parts.grid,
                self,
            ),
        )
        self.issued_bar.offer(self.actions_by_name)
        self._under_messages = QVBoxLayout()
        self._update_line: UpdateLine | None = None
        self._is_closing = False
        self._give_up = QTimer(self, singleShot=True, interval=CLOSING_MS)
        self._lay_out()
        self._connect()
        self._show_document()
        self.top_bar.set_save_state(seat.autosave.state)
        self.reading = Reading(self)
        self.composer.take_focus()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.messages)
        right.addLayout(self._under_messages)
        right.addWidget(self.stack, 1)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.sidebar)
        below.addLayout(right, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(below, 1)
        self.setCentralWidget(centre)
        if sys.platform == "darwin":
            fill_menu_bar(self.menuBar(), self.actions_by_name)
            self.top_bar.menu_button.hide()
        else:
            self.top_bar.set_menu(MenuOfMenus(self.actions_by_name, self))

    def _connect(self) -> None:
        seat, store = self.seat, self.seat.store
        store.opened.connect(self._show_document)
        store.history_changed.connect(self._enable_actions)
        store.focus_requested.connect(self._on_focus_requested)
        store.refused.connect(self._on_store_refused)
        store.saved.connect(self._on_store_saved)
        seat.autosave.state_changed.connect(self._on_save_state_changed)
        seat.autosave.failed.connect(self.tell_failure)
        seat.autosave.idle.connect(self._on_autosave_idle)
        seat.session.opened.connect(self._on_session_opened)
        seat.session.opened_to_read.connect(self._on_session_opened)
        seat.session.open_failed.connect(self.tell_failure)
        seat.session.changed.connect(self._ask_counts)
        seat.settings_not_kept.connect(self.tell_failure)
        seat.crashes.crashed.connect(self._on_crashed)
        for part in (
            self.flows,
            self.issuing,
            self.sending,
            self.suppliers,
            self.supply,
            self.recovery,
        ):
            part.message.connect(self.messages.say)
            part.failed.connect(self.tell_failure)
        self.flows.shown.connect(self.visits.show_composer)
        self.flows.left.connect(self.visits.show_drafts)
        self.issuing.shown.connect(self.visits.show_composer)
        self.sending.counted.connect(self.sidebar.set_counts)
        self.suppliers.counted.connect(self.sidebar.set_counts)
        self.sending.file_asked.connect(self.suppliers.show_in_archive)
        self.flows.supplier_files_came.connect(self.suppliers.take_in)
        self.sending.reviewing.issue_asked.connect(self.issuing.issue_document)
        self.sidebar.room_chosen.connect(self.visits.show_room)
        self.top_bar.send.clicked.connect(self.sending.send_document)
        self.top_bar.finder.clicked.connect(self.visits.show_palette)
        self.parts.totals.issue_requested.connect(self.issuing.issue_document)
        self.parts.preview.mode_chosen.connect(self._on_preview_mode_chosen)
        self._give_up.timeout.connect(self._on_closing_too_long)

    # What the window shows.

    def set_room(self, room: str) -> None:
        """Mark where one is."""
        self.sidebar.set_room("drafts" if room == COMPOSER else room)
        if room == COMPOSER and self.seat.store.status != "draft":
            self.sidebar.set_room("issued")
        self._enable_actions()

    def _enter_room(self, name: str) -> QWidget:
        self.visits.show_room(name)
        return self.rooms.page(name)

    def tell_failure(self, error: Exception) -> None:
        """Say what went wrong, calmly, with details to copy."""
        if self.recovery.takes(error) or self.reading.takes(error):
            return
        details = failure_details(error)
        self.messages.say(
            Message(
                failure_text(error),
                "warn",
                f"failure {type(error).__name__}",
                ((self.tr("Copy details"), lambda: QGuiApplication.clipboard().setText(details)),),
                stays=True,
            )
        )

    def _show_document(self) -> None:
        self.top_bar.refresh()
        self.set_room(self.rooms.current)
        if self.rooms.current == COMPOSER:
            self.composer.take_focus()

    def _enable_actions(self) -> None:
        store = self.seat.store
        scopes: set[Scope] = set()
        self.top_bar.send.setVisible(self.rooms.current == COMPOSER and not self.actions_by_name.why_not)
        if self.rooms.current == COMPOSER:
            scopes.add("document")
            if not store.is_read_only:
                scopes |= {"draft", "lines"}
            elif store.status == "issued":
                scopes.add("issued")
        self.actions_by_name.enable(frozenset(scopes))
        undo, redo = self.actions_by_name["undo"], self.actions_by_name["redo"]
        undo.setEnabled(undo.isEnabled() and store.history.can_undo)
        redo.setEnabled(redo.isEnabled() and store.history.can_redo)
        why_not = self.actions_by_name.why_not
        undo.setToolTip(why_not or store.history.undo_label)
        redo.setToolTip(why_not or store.history.redo_label)

    def _ask_counts(self) -> None:
        self.seat.session.call(lambda workspace: workspace.counts()).then(
            self._on_counted, self._on_not_counted
        )

    def _on_counted(self, counts: object) -> None:
        names = ("drafts", "issued", "bin")
        self.sidebar.set_counts({name: getattr(counts, name) for name in names})

    def _on_not_counted(self, _error: Exception) -> None:
        """The failure that matters is told by whoever wanted to keep something."""

    def show_updates(self) -> None:
        """Make room for the line that tells of newer versions; it shows itself when it has something."""
        from app.ui.updates.line import UpdateLine

        if self._update_line is None:
            self._update_line = UpdateLine(self.seat.updates, self.seat.theme)
            self._under_messages.addWidget(self._update_line)

    # What happens elsewhere.

    def _on_focus_requested(self, path: str) -> None:
        self.visits.show_composer()
        self.composer.show_form()
        self.parts.form.focus_path(path)

    def _on_store_refused(self, _label: str) -> None:
        words = self.tr("This document is issued and stays as it is. Duplicate it, or make a credit note.")
        if self.seat.store.is_closed:
            words = reason()
        elif self.seat.store.is_held:
            words = self.tr("This document is with a provider. Withdraw it from the outbox, or duplicate it.")
        self.messages.say(
            Message(
                words,
                topic="read only",
            )
        )

    def _on_store_saved(self, _moment: object) -> None:
        for kind in ("StoreFull", "StoreReadOnly", "StoreBusy", "StoreProblem"):
            self.messages.withdraw(f"failure {kind}")

    def _on_save_state_changed(self, state: SaveState) -> None:
        self.top_bar.set_save_state(state)

    def _on_session_opened(self) -> None:
        self._ask_counts()
        if self.rooms.current != COMPOSER:
            self.rooms.enter(self.rooms.current)

    def _on_crashed(self, details: str) -> None:
        self.messages.say(
            Message(
                self.tr("Something went wrong inside Factotum. Your work is kept, and you can go on."),
                "warn",
                "crash",
                ((self.tr("Copy details"), lambda: QGuiApplication.clipboard().setText(details)),),
                stays=True,
            )
        )

    def _on_preview_mode_chosen(self, mode: str) -> None:
        self.seat.change_settings(self.seat.settings.model_copy(update={"preview_mode": mode}))

    # Size, keys, end.

    def _fit_screen(self) -> None:
        """As large as the design has it, but never larger than the screen."""
        theme, room = self.seat.theme, self._rooms_on_screens()[0].size()
        self.setMinimumSize(QSize(theme.px(LEAST_WIDTH), theme.px(LEAST_HEIGHT)).boundedTo(room))
        self.resize(QSize(theme.px(WINDOW_WIDTH), theme.px(WINDOW_HEIGHT)).boundedTo(room))

    def _rooms_on_screens(self) -> list[QRect]:
        """What windows can cover of each screen, below their title bars; the main screen first."""
        title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        main = QGuiApplication.primaryScreen()
        screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
        return [screen.availableGeometry().adjusted(0, title, 0, 0) for screen in screens]

    def restore_place(self) -> None:
        """Put the window where it was, or where it can be seen if that screen is gone."""
        geometry = QSettings(str(self.seat.places.geometry_file), QSettings.Format.IniFormat).value("window")
        if geometry is not None:
            self.restoreGeometry(geometry)
            if not self.isMaximized() and not self.isFullScreen():
                self.setGeometry(placed(self.geometry(), self._rooms_on_screens()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.composer.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?":
            self.visits.show_keys()
        elif event.key() == Qt.Key.Key_Escape and self.rooms.current != COMPOSER:
            self.visits.show_composer()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.parts.grid.finish_editing()
        if not self.seat.autosave.is_idle:
            event.ignore()
            if not self._is_closing:
                self._is_closing = True
                self._give_up.start()
                self.seat.autosave.save_now()
            return
        QSettings(str(self.seat.places.geometry_file), QSettings.Format.IniFormat).setValue(
            "window", self.saveGeometry()
        )
        self.parts.preview.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _on_autosave_idle(self) -> None:
        if self._is_closing:
            self._is_closing = False
            self._give_up.stop()
            self.close()

    def _on_closing_too_long(self) -> None:
        self._is_closing = False
        self.messages.say(
            Message(
                self.tr("The last edits are not on disk yet, so the window stays open."),
                "warn",
                "closing",
                (
                    (self.tr("Save a copy…"), self.flows.save_file),
                    (self.tr("Close and lose them"), self.close_anyway),
                ),
                stays=True,
            )
        )

    def close_anyway(self) -> None:
        """Close without waiting for the disk."""
        self.seat.autosave.give_up()
        self.close()
