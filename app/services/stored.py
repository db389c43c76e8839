"""What the store keeps and what can be wrong with it, for window and command line.

Free of any database library, so that it can be imported before the store is open.
"""

from app.store.book import CatalogueItem, Contact, CurrencyPrice, ItemText, Profile, Series
from app.store.numbering import BadPattern
from app.store.problems import (
    CannotIssue,
    NoSuchDocument,
    NotADraft,
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
    SeriesGaps,
    Status,
    StoreLocation,
)

__all__ = [
    "Backup",
    "BadPattern",
    "CannotIssue",
    "CatalogueItem",
    "Contact",
    "Counts",
    "CurrencyPrice",
    "DocumentCard",
    "ExportReport",
    "IssuedRecord",
    "ItemText",
    "NoSuchDocument",
    "NotADraft",
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
]
