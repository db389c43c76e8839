"""What an entry error means, in the interface language: what is wrong and what to type instead."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.entry import EntryError
from app.ui.language import QT_TRANSLATE_NOOP

_MESSAGES: Final[dict[str, str]] = {
    "empty": QT_TRANSLATE_NOOP("Entry", "Nothing is typed yet. Type a number, or Esc to leave it as it was."),
    "too_long": QT_TRANSLATE_NOOP("Entry", "This is too long to be a number: at most {limit} characters."),
    "label_too_long": QT_TRANSLATE_NOOP(
        "Entry", "At most {limit} characters fit here. Put the rest into the description (Shift+Enter)."
    ),
    "text_too_long": QT_TRANSLATE_NOOP("Entry", "At most {limit} characters fit here. Shorten the text."),
    "not_positive": QT_TRANSLATE_NOOP("Entry", "This must be more than zero."),
    "json": QT_TRANSLATE_NOOP("Entry", 'This is not a JSON object. Write it like {{"name": "value"}}.'),
    "scientific": QT_TRANSLATE_NOOP("Entry", "“{text}” is scientific notation. Write all the digits."),
    "unreadable": QT_TRANSLATE_NOOP(
        "Entry", "“{text}” is not part of a number. Type one like 12.50, or a sum like 3*12.50."
    ),
    "unfinished": QT_TRANSLATE_NOOP("Entry", "This sum is not finished yet."),
    "too_deep": QT_TRANSLATE_NOOP("Entry", "Too many brackets in one another. Work it out in steps."),
    "division_by_zero": QT_TRANSLATE_NOOP("Entry", "This divides by zero. Change the divisor."),
    "too_large": QT_TRANSLATE_NOOP("Entry", "This number is too large for an invoice."),
    "duration": QT_TRANSLATE_NOOP("Entry", "“{text}” is no duration: minutes go from 00 to 59."),
    "vat_rate_range": QT_TRANSLATE_NOOP("Entry", "A VAT rate is between 0 and 999 %."),
    "date_unreadable": QT_TRANSLATE_NOOP("Entry", "“{text}” is not a date. Type 24/12, +30 or t for today."),
    "date_impossible": QT_TRANSLATE_NOOP("Entry", "There is no such day: “{text}”."),
}


def entry_message(error: EntryError) -> str:
    """The sentence for an entry error."""
    text = QCoreApplication.translate("Entry", _MESSAGES.get(error.code, _MESSAGES["unreadable"]))
    params = dict(error.params)
    params.setdefault("text", "")
    return text.format_map(params)
