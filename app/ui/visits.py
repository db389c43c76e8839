"""Going from room to room, and the sheets one can open from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, Qt

from app.ui.language import wording_language
from app.ui.rooms import COMPOSER

if TYPE_CHECKING:
    from app.services.contacts import CatalogueItem, Contact
    from app.ui.guide.window import GuideWindow
    from app.ui.pages.records import RecordsPage
    from app.ui.pages.settings import SettingsPage
    from app.ui.pages.settings_store import StoreSettings
    from app.ui.window import MainWindow


class Visits(QObject):
    """What the actions of the window call to show something."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._guide: GuideWindow | None = None

    def show_room(self, name: str) -> None:
        """Enter a room; the one of the shown document is its list."""
        self._window.rooms.enter(name)
        self._window.set_room(name)

    def show_composer(self) -> None:
        """Back to the document."""
        if self._window.rooms.current != COMPOSER:
            self.show_room(COMPOSER)
        else:
            self._window.set_room(COMPOSER)

    def show_drafts(self) -> None:
        """The drafts."""
        self.show_room("drafts")

    def show_issued(self) -> None:
        """What was issued."""
        self.show_room("issued")

    def show_bin(self) -> None:
        """What was deleted."""
        self.show_room("bin")

    def show_outbox(self) -> None:
        """What is sent and what is to be sent."""
        self.show_room("outbox")

    def show_connections(self) -> None:
        """The accounts one can send to."""
        self.show_room("connections")

    def show_customers(self) -> None:
        """The customers."""
        self.show_room("customers")

    def show_catalogue(self) -> None:
        """The catalogue."""
        self.show_room("catalogue")

    def show_settings(self) -> None:
        """The settings."""
        self.show_room("settings")

    def import_customers(self) -> None:
        """Go to the customers, and open the sheet in which a file is taken in."""
        self._import("customers")

    def import_items(self) -> None:
        """Go to the catalogue, and open the sheet in which a file is taken in."""
        self._import("catalogue")

    def _import(self, room: str) -> None:
        self.show_room(room)
        cast("RecordsPage", self._window.rooms.page(room)).ask_import()

    def export_everything(self) -> None:
        """Go where the export shows how far it is, and ask into which folder."""
        self._store_settings().ask_export()

    def back_up(self) -> None:
        """Go where the backups are, and make one."""
        self._store_settings().back_up_now()

    def look_for_newer_version(self) -> None:
        """Ask whether there is a newer version, and show the answer."""
        self.show_room("settings")
        page = cast("SettingsPage", self._window.rooms.page("settings"))
        page.show_part(page.update_part)
        page.update_part.look_now()

    def _store_settings(self) -> StoreSettings:
        self.show_room("settings")
        page = cast("SettingsPage", self._window.rooms.page("settings"))
        page.show_part(page.store_part)
        return page.store_part

    def undo(self) -> None:
        """Take back the last step."""
        self._window.parts.grid.finish_editing()
        self._window.seat.store.undo()

    def redo(self) -> None:
        """Do it again."""
        self._window.seat.store.redo()

    def refresh_preview(self) -> None:
        """Draw the page as the document is now."""
        self._window.parts.preview.refresh()

    def swap_composer_and_preview(self) -> None:
        """Go to the other side."""
        self._window.composer.swap()

    def go_to_next_finding(self) -> None:
        """Go to the field of the next finding, round and round."""
        store = self._window.seat.store
        store.check_now()
        paths = list(dict.fromkeys(problem.path for problem in store.problems))
        if not paths:
            return
        last = self.property("path")
        place = (paths.index(last) + 1) % len(paths) if last in paths else 0
        self.setProperty("path", paths[place])
        store.focus_requested.emit(paths[place])

    def show_menu(self) -> None:
        """Open the menu by key."""
        self._window.top_bar.menu_button.showMenu()

    def show_palette(self) -> None:
        """Find or do anything."""
        from app.ui.palette import Palette

        window = self._window
        can_edit = window.rooms.current == COMPOSER and not window.seat.store.is_read_only
        palette = Palette(
            window.actions_by_name,
            window.seat.session,
            window.seat.theme,
            open_document=window.flows.open_document,
            choose_customer=window.supply.choose_customer if can_edit else self._show_customer,
            insert_item=window.supply.insert_item if can_edit else self._show_item,
            parent=window,
        )
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.move(
            window.mapToGlobal(window.rect().center()).x() - palette.width() // 2,
            window.mapToGlobal(window.rect().topLeft()).y() + window.top_bar.height() * 2,
        )
        palette.open()

    def show_history(self) -> None:
        """The steps of the document."""
        from app.ui.dialogs.history import HistoryDialog

        dialog = HistoryDialog(self._window.seat.store, self._window.seat.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def show_guide(self) -> None:
        """The guide, at the page on where one is."""
        from app.ui.guide.pages import page_for
        from app.ui.guide.window import GuideWindow

        window = self._window
        if self._guide is None:
            self._guide = GuideWindow(window.seat.theme, wording_language(), window)
        self._guide.show_page(page_for(self._place()))
        self._guide.show()
        self._guide.activateWindow()

    def _place(self) -> str:
        """The room, or the part of the composer, one is in."""
        room, parts = self._window.rooms.current, self._window.parts
        if room != COMPOSER:
            return room
        if self._window.seat.store.is_read_only:
            return "kept"
        focus = self._window.focusWidget()
        if focus is not None and parts.grid.isAncestorOf(focus):
            return "grid"
        return "totals" if focus is not None and parts.totals.isAncestorOf(focus) else room

    def show_keys(self) -> None:
        """The keys that work here."""
        from app.ui.dialogs.keys import KeysDialog

        further: list[tuple[str, str]] = []
        if self._window.rooms.current == COMPOSER and not self._window.seat.store.is_read_only:
            translate = QCoreApplication.translate
            further = [
                ("Return", translate("Keys", "In the lines: keep, and go down")),
                ("Tab", translate("Keys", "In the lines: next cell, then a new line")),
                ("F2", translate("Keys", "Edit the cell, or the customer")),
                ("Esc", translate("Keys", "Leave the cell as it was")),
            ]
        dialog = KeysDialog(self._window.actions_by_name, further, self._window.seat.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_about(self) -> None:
        """What this is."""
        from app.ui.dialogs.about import AboutDialog

        dialog = AboutDialog(self._window.seat.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_customer(self, contact: Contact) -> None:
        self._show_record("customers", contact.id)

    def _show_item(self, item: CatalogueItem) -> None:
        self._show_record("catalogue", item.id)

    def _show_record(self, room: str, record_id: str) -> None:
        from app.ui.pages.records import RecordsPage

        page = self._window.rooms.enter(room)
        self._window.set_room(room)
        if isinstance(page, RecordsPage):
            page.edit(record_id)
