"""The address book, the catalogue and the profile, for the window and the command line."""

from app.store.book import (
    DEFAULT_SERIES,
    CatalogueItem,
    Contact,
    CurrencyPrice,
    ItemText,
    Profile,
    Series,
)
from app.store.numbering import BadPattern, check_pattern, number_of

__all__ = [
    "DEFAULT_SERIES",
    "BadPattern",
    "CatalogueItem",
    "Contact",
    "CurrencyPrice",
    "ItemText",
    "Profile",
    "Series",
    "check_pattern",
    "number_of",
]
