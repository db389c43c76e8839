"""The rooms beside the composer, furnished when they are first entered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.composer import Composer
from app.ui.flows import DocumentFlows
from app.ui.forms.names import NameList
from app.ui.intake.side import SuppliersSide
from app.ui.messages import MessageBar
from app.ui.seat import Seat
from app.ui.sending.side import SendingSide

COMPOSER = "composer"
SUPPLIER_ROOMS: Final = ("to_review", "supplier_archive")
SHELVES: Final[dict[str, Literal["drafts", "issued", "bin"]]] = {
    "drafts": "drafts",
    "issued": "issued",
    "bin": "bin",
}


@runtime_checkable
class Room(Protocol):
    """What the window asks of a room that lists something."""

    def refresh(self) -> None: ...


class Rooms(QObject):
    """Makes each page once, shows it, and lets it ask the store anew."""

    def __init__(
        self,
        stack: QStackedWidget,
        seat: Seat,
        flows: DocumentFlows,
        messages: MessageBar,
        names: NameList,
        tell_failure: Callable[[Exception], object],
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._seat = seat
        self._session = seat.session
        self._theme = seat.theme
        self._flows = flows
        self._messages = messages
        self._names = names
        self._tell_failure = tell_failure
        self._pages: dict[str, QWidget] = {}
        self._sending: SendingSide
        self._suppliers: SuppliersSide
        self.current = COMPOSER

    def use_suppliers(self, suppliers: SuppliersSide) -> None:
        """Who makes the rooms of suppliers' files."""
        self._suppliers = suppliers

    def use_sending(self, sending: SendingSide) -> None:
        """Who makes the rooms of sending."""
        self._sending = sending

    def add_composer(self, composer: Composer) -> None:
        """The room that is there from the beginning."""
        self._pages[COMPOSER] = composer
        self._stack.addWidget(composer)

    def enter(self, name: str) -> QWidget:
        """Show a room, and ask its content anew."""
        page = self.page(name)
        self.current = name
        self._stack.setCurrentWidget(page)
        if isinstance(page, Room):
            page.refresh()
            self._pages[name].setFocus()
        elif isinstance(page, Composer):
            page.take_focus()
        return page

    def page(self, name: str) -> QWidget:
        """The page of a room."""
        if name not in self._pages:
            page = self._pages[name] = self._make(name)
            self._stack.addWidget(page)
        return self._pages[name]

    def _make(self, name: str) -> QWidget:
        if name in SHELVES:
            from app.ui.pages.documents import DocumentsPage

            page = DocumentsPage(SHELVES[name], self._session, self._theme)
            page.document_chosen.connect(self._flows.open_document)
            page.restore_asked.connect(self._flows.restore_document)
            page.new_asked.connect(self._flows.new_document)
            return page
        if name in ("outbox", "connections"):
            return self._sending.make_page(name, self._flows.open_document)
        if name == "settings":
            from app.ui.pages.settings import SettingsPage

            settings = SettingsPage(self._seat)
            settings.seller_part.use_names(self._names)
            settings.message.connect(self._messages.say)
            settings.failed.connect(self._tell_failure)
            return settings
        if name in SUPPLIER_ROOMS:
            return self._suppliers.make_page(name)
        from app.ui.pages.catalogue import CataloguePage
        from app.ui.pages.customers import CustomersPage

        make: type[CustomersPage] | type[CataloguePage] = (
            CustomersPage if name == "customers" else CataloguePage
        )
        records = make(self._session, self._theme)
        records.use_names(self._names)
        records.message.connect(self._messages.say)
        records.failed.connect(self._tell_failure)
        return records
