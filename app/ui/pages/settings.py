"""The settings: the window, who we are, our numbers, and where everything lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.pages.settings_paper import PaperSettings
from app.ui.pages.settings_profile import NumberSettings, SellerSettings
from app.ui.pages.settings_store import StoreSettings
from app.ui.pages.settings_window import WindowSettings
from app.ui.reading import Lock
from app.ui.seat import Seat
from app.ui.theme import SPACE_L, SPACE_M, SPACE_XL, Theme, set_role
from app.ui.updates.card import UpdateSettings

if TYPE_CHECKING:
    from app.services.contacts import Profile

PAGE_WIDTH = 720


class SettingsPage(QWidget):
    """Every setting, kept as soon as it is changed."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        set_role(self, "ground")
        theme = seat.theme
        self.window_part = WindowSettings(seat)
        self.seller_part = SellerSettings(theme)
        self.paper_part = PaperSettings(seat.jobs, theme)
        self.number_part = NumberSettings(seat.session, theme)
        self.store_part = StoreSettings(seat)
        self.update_part = UpdateSettings(seat)
        heading = QLabel(self.tr("Settings"))
        set_role(heading, "sheet_title")
        inside = QWidget()
        inside.setFixedWidth(theme.px(PAGE_WIDTH))
        column = QVBoxLayout(inside)
        column.setContentsMargins(
            theme.px(SPACE_XL), theme.px(SPACE_L), theme.px(SPACE_XL), theme.px(SPACE_XL)
        )
        column.setSpacing(theme.px(SPACE_M))
        column.addWidget(heading)
        for title, part in (
            (self.tr("This window"), self.window_part),
            (self.tr("Who we are, on new documents"), self.seller_part),
            (self.tr("How our paper looks"), self.paper_part),
            (self.tr("Our numbers"), self.number_part),
            (self.tr("Where everything is"), self.store_part),
            (self.tr("Newer versions"), self.update_part),
        ):
            column.addWidget(_card(title, part, theme))
        column.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(self.window_part.form.editor("interface_language"))
        self._profile: Profile | None = None
        for part in (self.seller_part, self.paper_part, self.number_part):
            part.setEnabled(False)
            part.edited.connect(self._on_profile_edited)
        Lock(seat.session, self.seller_part, self.paper_part, self.number_part, self.store_part.back_up)
        self.store_part.message.connect(self.message)
        self.store_part.failed.connect(self.failed)

    def refresh(self) -> None:
        """Ask the store for the profile and the backups."""
        self._seat.session.call(lambda workspace: workspace.profile()).then(
            self._on_profile_found, self.failed.emit
        )
        self.store_part.refresh()

    def show_part(self, part: QWidget) -> None:
        """Bring one part of the page into view."""
        self._scroll.ensureWidgetVisible(part)

    def _on_profile_found(self, profile: Profile) -> None:
        if profile == self._profile:
            return
        self._profile = profile
        for part in (self.seller_part, self.paper_part, self.number_part):
            part.setEnabled(self._seat.session.newer is None)
            part.show_profile(profile)

    def _on_profile_edited(self) -> None:
        if self._profile is None:
            return
        profile = self._profile
        for part in (self.seller_part, self.paper_part, self.number_part):
            profile = part.changed(profile)
        if profile == self._profile:
            return
        self._profile = profile
        self._seat.session.call(lambda workspace: workspace.save_profile(profile)).then(
            self.number_part.refresh_preview, self.failed.emit
        )

    def hideEvent(self, event: QHideEvent) -> None:
        for form in (self.seller_part.form, self.paper_part.form, self.number_part.form):
            form.flush()
        super().hideEvent(event)


def _card(title: str, part: QWidget, theme: Theme) -> QFrame:
    card = QFrame()
    set_role(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(theme.px(SPACE_L), theme.px(SPACE_L), theme.px(SPACE_L), theme.px(SPACE_L))
    column.setSpacing(theme.px(SPACE_M))
    heading = QLabel(title)
    set_role(heading, "title")
    column.addWidget(heading)
    column.addWidget(part)
    return card
