"""Why an entry cannot be read, as a sentence: what, why, what now."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.entry import DateOrder, EntryError
from app.ui.language import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_SENTENCES: Final[dict[str, str]] = {
    "empty": QT_TRANSLATE_NOOP("Entry", "Nothing is written here. Type a value, or press Esc."),
    "too_long": QT_TRANSLATE_NOOP("Entry", "This is longer than {limit} characters. Type a number or a sum."),
    "scientific": QT_TRANSLATE_NOOP("Entry", "“{text}” is scientific notation. Write all its digits."),
    "unreadable": QT_TRANSLATE_NOOP(
        "Entry", "“{text}” cannot be read as a number. Type one such as 12.50, or a sum such as 3*12.50."
    ),
    "unfinished": QT_TRANSLATE_NOOP("Entry", "The sum is not finished. Add the missing number or bracket."),
    "too_deep": QT_TRANSLATE_NOOP("Entry", "There are too many brackets here. Write the sum more simply."),
    "division_by_zero": QT_TRANSLATE_NOOP("Entry", "This divides by zero. Change the divisor."),
    "too_large": QT_TRANSLATE_NOOP("Entry", "This number is too large for an invoice. Check the digits."),
    "duration": QT_TRANSLATE_NOOP(
        "Entry", "“{text}” has more than 59 minutes. Write 1:30 for an hour and a half."
    ),
    "date_unreadable": QT_TRANSLATE_NOOP(
        "Entry", "“{text}” is not a date. Type one such as 31/12/2026, or t, +30, eom."
    ),
    "date_impossible": QT_TRANSLATE_NOOP(
        "Entry", "There is no day “{text}” in the calendar. Check the day and the month."
    ),
}
_OTHERWISE: Final = QT_TRANSLATE_NOOP("Entry", "“{text}” cannot be read here. Correct it, or press Esc.")


def entry_words(error: EntryError, text: str) -> str:
    """The sentence for what cannot be read, with the text in question."""
    sentence = translate("Entry", _SENTENCES.get(error.code, _OTHERWISE))
    return sentence.format(**{"text": text.strip()[:40], "limit": "", **error.params})


def date_order(locale: QLocale) -> DateOrder:
    """Whether this language's short dates put the month before the day."""
    shape = locale.dateFormat(QLocale.FormatType.ShortFormat).lower()
    return "mdy" if shape.find("m") < shape.find("d") else "dmy"
