"""The archive as a person looks through it: shelves of files, each with what became of it at providers."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.intake.documents import Document, document_of
from app.services.sending.book import entry_of
from app.services.sending.entries import Entry
from app.store import supplier_files
from app.store.database import Database
from app.store.supplier_files import Shelf

__all__ = ["Shelf", "Shelved", "shelved"]


@dataclass(frozen=True, slots=True)
class Shelved:
    """One file of the archive or the bin. `entry` is what the outbox has of it; None: it was never sent."""

    document: Document
    entry: Entry | None

    @property
    def id(self) -> str:
        """The file's."""
        return self.document.id

    @property
    def is_practice(self) -> bool:
        """Whether it was only practised to send it."""
        return self.entry is not None and bool(self.entry.related)


def shelved(database: Database, shelf: Shelf, text: str = "", limit: int = 500) -> list[Shelved]:
    """What lies on that shelf and answers the text, the newest first."""
    with database.reading() as connection:
        return [
            Shelved(document_of(connection, file), None if row is None else entry_of(row))
            for file, row in supplier_files.shelved(connection, shelf, text, limit)
        ]
