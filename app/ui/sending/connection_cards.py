"""What the list of connections shows, and the changes one can make to them, as jobs of the desk."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Mapping
from dataclasses import dataclass
from shutil import which
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QProcess, QProcessEnvironment

from app.ui.formats import matches
from app.ui.language import QT_TRANSLATE_NOOP
from app.ui.sending.words import account_words, mode_word

if TYPE_CHECKING:
    from app.services.sending import Connection, ConnectionCard, ProviderCard
    from app.services.sending.sending import Sending

_STATES: Final[Mapping[str, str]] = {
    "ready": QT_TRANSLATE_NOOP("Connections", "ready"),
    "signed_out": QT_TRANSLATE_NOOP("Connections", "not signed in"),
    "keyring_locked": QT_TRANSLATE_NOOP("Connections", "keyring locked"),
    "keyring_missing": QT_TRANSLATE_NOOP("Connections", "no keyring"),
    "keyring_refused": QT_TRANSLATE_NOOP("Connections", "keyring refused"),
}


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    """One connection with its provider; `trouble` is what was ordered of the `troubles` of practice."""

    card: ConnectionCard
    provider: ProviderCard
    trouble: str
    troubles: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The connection's own id."""
        return self.card.connection.id

    @property
    def title(self) -> str:
        """What the person calls it."""
        return account_words(self.card.connection.title or self.card.provider_title)

    @property
    def is_own_practice(self) -> bool:
        """Whether it is the practice account that is there from the beginning."""
        return self.id.startswith("practice-")


def state_words(row: ConnectionRow) -> str:
    """Whether it can send, in a word or two."""
    return QCoreApplication.translate("Connections", _STATES[row.card.state])


def listed(sending: Sending, text: str) -> tuple[ConnectionRow, ...]:
    """Connections that answer the text: live, test, practice. Asks the keyring."""
    providers = {card.id: card for card in sending.providers()}
    rows = [
        ConnectionRow(
            card,
            providers[card.connection.provider],
            sending.practice.ordered(card.connection.id) or "",
            frozenset(sending.practice.troubles(card.connection.provider)),
        )
        for card in sending.connections()
        if card.connection.provider in providers
    ]
    order = ("live", "test", "practice")
    rows.sort(key=lambda row: (order.index(row.card.mode), row.title.casefold()))
    return tuple(row for row in rows if not text or matches(text, *_told(row)))


def _told(row: ConnectionRow) -> tuple[str, ...]:
    return row.title, row.card.provider_title, mode_word(row.card.mode), row.card.connection.account


def problem_of(connection: Connection, provider: ProviderCard) -> str:
    """Why a connection cannot be kept as it stands; empty if it can."""
    translate = QCoreApplication.translate
    dialect = next((d for d in provider.dialects if d.id == connection.dialect), provider.dialects[0])
    address = connection.base_url
    if not address and not dialect.is_base_url_known:
        return translate("Connections", "Its address is not public. Enter the one you were given.")
    if address and not address.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        return translate("Connections", "An address begins with https://, so that nobody reads the key.")
    return ""


def open_browser(link: str) -> bool:
    """Open a link in the person's browser; whether it did.

    A bundled program lends its own libraries to what it starts, and a browser breaks with them: there
    the system's opener is started without them.
    """
    if sys.platform.startswith("linux") and getattr(sys, "frozen", False):
        opener = which("xdg-open")
        if opener is None:
            return False
        environment = QProcessEnvironment.systemEnvironment()
        environment.remove("LD_LIBRARY_PATH")
        original = environment.value("LD_LIBRARY_PATH_ORIG")
        if original:
            environment.insert("LD_LIBRARY_PATH", original)
        process = QProcess()
        process.setProgram(opener)
        process.setArguments([link])
        process.setProcessEnvironment(environment)
        return bool(process.startDetached())
    return webbrowser.open(link)
