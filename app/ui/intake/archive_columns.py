"""What the list of the archive says of each file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.services.intake import FieldName, day_of, values_of
from app.services.intake.documents import Document
from app.ui.formats import date_text
from app.ui.intake.field_values import total_text
from app.ui.language import QT_TRANSLATE_NOOP
from app.ui.pages.table import Column
from app.ui.sending.words import mode_word, state_role, state_word

if TYPE_CHECKING:
    from app.services.intake.shelves import Shelf, Shelved
    from app.services.sending import Entry

translate = QCoreApplication.translate
SHELVES: Final[tuple[tuple[Shelf, str], ...]] = (
    ("filed", QT_TRANSLATE_NOOP("Intake", "All that is filed")),
    ("unsent", QT_TRANSLATE_NOOP("Intake", "Not sent yet")),
    ("under_way", QT_TRANSLATE_NOOP("Intake", "On their way")),
    ("sent", QT_TRANSLATE_NOOP("Intake", "Sent")),
    ("refused", QT_TRANSLATE_NOOP("Intake", "Refused")),
    ("kept", QT_TRANSLATE_NOOP("Intake", "Kept as they are")),
    ("bin", QT_TRANSLATE_NOOP("Intake", "Bin")),
)
_VERDICTS: Final = {
    "proven": QT_TRANSLATE_NOOP("Intake", "sent, proven"),
    "changed": QT_TRANSLATE_NOOP("Intake", "sent, as planned"),
    "differs": QT_TRANSLATE_NOOP("Intake", "sent, but differs"),
    "unproven": QT_TRANSLATE_NOOP("Intake", "sent, not proven"),
}


def columns() -> list[Column[Shelved]]:
    """Who, what, when, how much, and where it is."""
    return [
        Column["Shelved"](
            translate("Intake", "Supplier"), lambda row: supplier_of(row.document), stretches=True
        ),
        Column["Shelved"](translate("Intake", "Number"), lambda row: _value(row.document, "invoice_number")),
        Column["Shelved"](translate("Intake", "Date"), lambda row: _day(row.document, "date")),
        Column["Shelved"](translate("Intake", "Due date"), lambda row: _day(row.document, "due_date")),
        Column["Shelved"](translate("Intake", "Total"), lambda row: _total(row.document), is_number=True),
        Column["Shelved"](translate("Intake", "State"), state_of, pill=role_of),
        Column["Shelved"](translate("Intake", "File"), lambda row: row.document.file.name, is_secondary=True),
    ]


def supplier_of(document: Document) -> str:
    """Whose it is; of what is no invoice, what the file is called."""
    return document.file.supplier_name or document.file.name


def state_of(row: Shelved) -> str:
    """Where it is, in a word or three."""
    file, entry = row.document.file, row.entry
    if file.state == "bin":
        return translate("Intake", "removed")
    if file.decision == "kept":
        return translate("Intake", "kept as it is")
    if entry is None or entry.state == "withdrawn":
        return translate("Intake", "not sent")
    return f"{_sent(entry)} · {mode_word('practice')}" if row.is_practice else _sent(entry)


def role_of(row: Shelved) -> str:
    """The pill of that state."""
    file, entry = row.document.file, row.entry
    is_plain = file.state == "bin" or file.decision == "kept" or entry is None or row.is_practice
    return "pill" if is_plain or entry is None else state_role(entry)


def _sent(entry: Entry) -> str:
    if entry.state != "done":
        return state_word(entry)
    return translate("Intake", _VERDICTS.get(entry.verdict, "sent, not proven"))


def _value(document: Document, name: FieldName) -> str:
    return values_of(document.reading, document.answer).get(name, "") if document.reading else ""


def _day(document: Document, name: FieldName) -> str:
    return date_text(day_of(_value(document, name)))


def _total(document: Document) -> str:
    return total_text(document.file.gross, _value(document, "currency")) if document.file.gross else ""
