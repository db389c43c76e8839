"""The documents, contacts and numbers of one office: what the window and the command line call.

All methods are plain blocking functions, called from one thread at a time. Importing this module
loads no database library; opening a workspace does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.draft import DocumentKind, Draft
from app.domain.figures import Totals
from app.services.history import HistoryChange
from app.services.opened import OpenedDocument
from app.store.book import CatalogueItem, Contact, Profile, Series
from app.store.problems import (
    CannotIssue,
    DocumentNewer,
    NoSuchDocument,
    NotADraft,
    NotBackedUp,
    NotBroughtUpToDate,
    NotExported,
    NotRestored,
    PageDamaged,
    StaleDocument,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreNewer,
    StoreProblem,
    StoreReadOnly,
)
from app.store.records import (
    Backup,
    Counts,
    DocumentCard,
    ExportReport,
    IssuedRecord,
    MissingNumber,
    SeriesGaps,
    Shelf,
    Status,
    StoreLocation,
)

if TYPE_CHECKING:
    from app.services.importing.importing import Importing
    from app.services.sending.sending import Sending
    from app.services.vault import Vault
    from app.store.database import Database

__all__ = [
    "Backup",
    "CannotIssue",
    "CatalogueItem",
    "Contact",
    "Counts",
    "DocumentCard",
    "DocumentNewer",
    "ExportReport",
    "IssuedRecord",
    "MissingNumber",
    "NoSuchDocument",
    "NotADraft",
    "NotBackedUp",
    "NotBroughtUpToDate",
    "NotExported",
    "NotRestored",
    "OpenedDocument",
    "PageDamaged",
    "Profile",
    "Series",
    "SeriesGaps",
    "StaleDocument",
    "Status",
    "StoreBusy",
    "StoreDamaged",
    "StoreFull",
    "StoreLocation",
    "StoreNewer",
    "StoreProblem",
    "StoreReadOnly",
    "Workspace",
]

BACKUP_AGE = timedelta(hours=20)
BIN_AGE = timedelta(days=90)

Render = Callable[[Draft, Totals], bytes]


class Workspace:
    """One open store. Whatever a method cannot do it says with a StoreProblem; nothing is lost then."""

    def __init__(self, database: Database, location: StoreLocation, render: Render) -> None:
        from app.services.drafts import Drafts
        from app.services.issuing import Issuing

        self._database = database
        self._location = location
        self._backup_problem: StoreProblem | None = None
        self._drafts = Drafts(database)
        self._issuing = Issuing(database, self._drafts, render)

    @classmethod
    def open(cls, location: StoreLocation, *, render: Render | None = None) -> Workspace:
        """The store at this place, made or brought up to date if need be.

        `render` makes the page of an issued document; by default our own. Raises StoreProblem:
        StoreBusy, StoreDamaged, StoreNewer, StoreReadOnly, StoreFull, NotBroughtUpToDate.
        """
        from app.store.opening import open_database

        return cls(open_database(location), location, render or _issued_page)

    @classmethod
    def open_to_read(cls, location: StoreLocation, newer: StoreNewer) -> Workspace:
        """The store that `open` refused because a newer version wrote it, to look at and to export.

        Whatever would change it raises `newer`; a document that cannot be read, DocumentNewer.
        """
        from app.store.opening import open_to_read

        return cls(open_to_read(location, newer), location, _issued_page)

    @property
    def newer(self) -> StoreNewer | None:
        """Why nothing here can be changed; None when all can."""
        return self._database.newer

    @classmethod
    def restore(cls, location: StoreLocation, backup: Path) -> Path | None:
        """Put a backup in the place of the database; where the former file is kept."""
        from app.store import backups
        from app.store.database import database_path

        return backups.restore(database_path(location), backup)

    @classmethod
    def sound_backups(cls, location: StoreLocation) -> list[Backup]:
        """The backups that could take the place of this store, newest first; each is read whole."""
        from app.store import backups
        from app.store.database import database_path

        return backups.sound(database_path(location))

    def close(self) -> None:
        """Make the backup that is due, and let go of the database. What fails here loses nothing."""
        with suppress(StoreProblem):
            self._drafts.settle()
        self._back_up_if_due()
        self.release()

    def release(self) -> None:
        """Let go of the database and do nothing else: for a second workspace beside the one in use."""
        self._database.close()

    def create(self, draft: Draft) -> OpenedDocument:
        """Keep a new draft under a new id."""
        return self._drafts.create(draft)

    def open_document(self, document_id: str) -> OpenedDocument:
        """The document with its whole history. Raises NoSuchDocument."""
        return self._drafts.open(document_id)

    def record(self, document_id: str, changes: Sequence[HistoryChange]) -> None:
        """Make the changes durable before returning; safe to repeat.

        Raises StaleDocument (another window was quicker; nothing is overwritten), NotADraft,
        NoSuchDocument, or another StoreProblem when the disk does not take it.
        """
        self._drafts.record(document_id, changes)

    def take_in(self, draft: Draft) -> OpenedDocument:
        """Keep a draft that comes from a file as a new one; without its number if that is issued here."""
        return self._drafts.create(self._issuing.without_issued_number(draft))

    def duplicate(self, document_id: str) -> OpenedDocument:
        """A new draft like this document, without its number and its dates of issue."""
        return self._drafts.duplicate(document_id)

    def delete_draft(self, document_id: str) -> None:
        """Put the draft into the bin. Raises NotADraft for an issued document."""
        self._drafts.set_deleted(document_id, True)

    def restore_draft(self, document_id: str) -> None:
        """Take the draft out of the bin."""
        self._drafts.set_deleted(document_id, False)

    def empty_bin(self, older_than: timedelta = BIN_AGE) -> int:
        """Remove for good the drafts that have been in the bin so long; how many."""
        return self._drafts.forget_deleted(datetime.now(UTC) - older_than)

    def cards(self, shelf: Shelf, text: str = "", limit: int = 200) -> list[DocumentCard]:
        """The documents of a shelf that answer the text, the ones changed last first."""
        return self._drafts.cards(shelf, text, limit)

    def counts(self) -> Counts:
        """How many documents lie on each shelf."""
        return self._drafts.counts()

    def rebuild_index(self) -> int:
        """Make the search index anew from the documents; how many there are."""
        return self._drafts.rebuild_index()

    def next_number(self, series: str, kind: DocumentKind, on: date) -> str:
        """The number the next document would take; nothing is consumed."""
        return self._issuing.next_number(series, kind, on)

    def issue(self, document_id: str, *, today: date) -> OpenedDocument:
        """Number, snapshot, page and hashes in one transaction. Raises CannotIssue with problems."""
        issued = self._issuing.issue(document_id, today)
        self._back_up_if_due()
        return issued

    @property
    def backup_problem(self) -> StoreProblem | None:
        """Why the last automatic backup could not be made; None when all is well."""
        return self._backup_problem

    def credit_note_of(self, document_id: str) -> OpenedDocument:
        """A draft credit note that cancels the issued invoice."""
        return self._issuing.credit_note_of(document_id)

    def void(self, document_id: str, reason: str) -> OpenedDocument:
        """Say that an issued document does not count; its number, record and page stay."""
        return self._issuing.void(document_id, reason)

    def gaps(self) -> list[SeriesGaps]:
        """Each series and period in use, with the numbers that have no valid document and why."""
        return self._issuing.gaps()

    def pdf_of(self, document_id: str) -> bytes:
        """The page of an issued document, byte for byte as it was issued."""
        return self._issuing.pdf_of(document_id)

    def contacts(self, text: str = "", limit: int = 50) -> list[Contact]:
        """The contacts whose name, numbers or city answer the text, those used last first."""
        from app.store import shelves

        with self._database.reading() as connection:
            return shelves.contacts(connection, text, limit)

    def save_contact(self, contact: Contact) -> Contact:
        """Keep the contact, as the one used last."""
        from app.store import clock, shelves

        with self._database.writing() as connection:
            return shelves.save_contact(connection, contact, clock.now())

    def keep_buyer(self, draft: Draft) -> Contact:
        """Keep the buyer of a document as a contact: the one it came from, or one of the same name.

        A new contact remembers the language and the currency it was written to in.
        """
        from app.store import clock, shelves

        with self._database.writing() as connection:
            known = shelves.contact(connection, draft.buyer.contact_id or "")
            known = known or shelves.contact_like(connection, draft.buyer)
            contact = known or Contact(language=draft.language, currency=draft.currency)
            party = draft.buyer.model_copy(update={"contact_id": None})
            return shelves.save_contact(connection, contact.model_copy(update={"party": party}), clock.now())

    def delete_contact(self, contact_id: str) -> None:
        """Remove the contact; documents keep their own copy."""
        from app.store import shelves

        with self._database.writing() as connection:
            shelves.delete_contact(connection, contact_id)

    def items(self, text: str = "", limit: int = 50) -> list[CatalogueItem]:
        """The items whose code or texts answer the text, those used last first."""
        from app.store import shelves

        with self._database.reading() as connection:
            return shelves.items(connection, text, limit)

    def save_item(self, item: CatalogueItem) -> CatalogueItem:
        """Keep the item, as the one used last."""
        from app.store import clock, shelves

        with self._database.writing() as connection:
            return shelves.save_item(connection, item, clock.now())

    def delete_item(self, item_id: str) -> None:
        """Remove the item; lines keep their own copy."""
        from app.store import shelves

        with self._database.writing() as connection:
            shelves.delete_item(connection, item_id)

    def touch(self, *, contact_id: str | None = None, item_id: str | None = None) -> None:
        """Say that a contact or an item was put into a document now."""
        from app.store import clock, shelves

        with self._database.writing() as connection:
            shelves.touch(connection, [contact_id], [item_id], clock.now())

    def profile(self) -> Profile:
        """Who we are and how a new document starts."""
        from app.store import shelves

        with self._database.reading() as connection:
            return shelves.profile(connection)

    def save_profile(self, profile: Profile) -> None:
        """Keep the profile. Issued documents keep what they were issued with."""
        from app.store import shelves

        with self._database.writing() as connection:
            shelves.save_profile(connection, profile)

    def begin_profile(self, make: Callable[[], Profile]) -> None:
        """Keep the profile this makes, unless one is kept already."""
        from app.store import shelves

        with self._database.reading() as connection:
            if shelves.has_profile(connection):
                return
        with self._database.writing() as connection:
            if not shelves.has_profile(connection):
                shelves.save_profile(connection, make())

    def export_everything(
        self,
        folder: Path,
        progress: Callable[[int, int, str], None] = lambda _done, _total, _text: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ExportReport:
        """Write everything as plain files that need no program of ours to be read."""
        from app.services.export import export_everything

        return export_everything(self._database, self._drafts, folder, progress, cancelled)

    def importing(self) -> Importing:
        """What takes customers and items in from tables of other programs."""
        from app.services.importing.importing import Importing

        return Importing(self._database)

    def sending(self, folder: Path, vault: Callable[[], Vault] | None = None) -> Sending:
        """What sends the documents of this store. `folder` is this seat's own; `vault` has its secrets.

        It ends with the workspace, and may be used from other threads.
        """
        from app.services.sending.sending import Sending
        from app.services.vault import Vault

        return Sending(self._database, folder, vault or Vault.of_system)

    def document_of_file(self, draft: Draft) -> OpenedDocument:
        """The document made of a file with just this content; made now if there is none."""
        from app.services.sending.documents import document_of_file

        return document_of_file(self._drafts, self._database, draft)

    def back_up(self) -> Path | None:
        """Copy the database now; None when a server keeps it, whose own backups count."""
        from app.store import backups

        if self._database.newer is not None:
            raise self._database.newer
        if self._database.path is None:
            return None
        return backups.make(self._database.path, self._location.backups_kept).path

    def backups(self) -> list[Backup]:
        """The copies there are, newest first."""
        from app.store import backups

        return [] if self._database.path is None else backups.all_of(self._database.path)

    def _back_up_if_due(self) -> None:
        from app.store import backups

        if self._database.path is None or self._database.newer is not None:
            return
        try:
            newest = next(iter(backups.all_of(self._database.path)), None)
            if newest is None or datetime.now(UTC) - newest.made_at >= BACKUP_AGE:
                self.back_up()
            self._backup_problem = None
        except StoreProblem as problem:
            # What was asked for is done and durable; that there is no copy of it is told beside.
            self._backup_problem = problem


def _issued_page(draft: Draft, totals: Totals) -> bytes:
    from app.documents import render_pdf

    return render_pdf(draft, totals, stage="issued")
