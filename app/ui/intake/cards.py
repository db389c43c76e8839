"""What the card of a file says: whose it is, why it needs a person, and its state as a word."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.services.intake import FieldName, values_of
from app.services.intake.documents import Document
from app.services.wording_intake import remark_text
from app.ui.formats import date_text
from app.ui.intake.field_values import problem_words, total_text
from app.ui.intake.names import field_title
from app.ui.language import wording_language

translate = QCoreApplication.translate


class Card(NamedTuple):
    """One row of the queue; `tone` is the role of the pill."""

    title: str
    reason: str
    state: str
    tone: str


def card_of(document: Document) -> Card:
    """The card of a file as it stands."""
    file, reading = document.file, document.reading
    if file.state == "reading" or reading is None:
        return Card(file.name, _earlier(document), translate("Intake", "reading"), "pill")
    values = values_of(reading, document.answer)
    title = values.get("supplier_name") or file.name
    if document.duplicate is not None and not document.answer.is_kept_apart:
        is_sure = document.duplicate.kind == "same_file"
        state = translate("Intake", "duplicate") if is_sure else translate("Intake", "probable duplicate")
        if document.duplicate.kind == "other_total":
            return Card(title, _earlier(document), translate("Intake", "same number"), "pill_warn")
        return Card(title, _earlier(document), state, "pill_bad")
    if reading.error is not None and not document.answer.values:
        reason = remark_text(reading.error, wording_language())[0]
        is_locked = reading.error.code in ("file_encrypted", "password_wrong")
        state = translate("Intake", "password") if is_locked else translate("Intake", "unreadable")
        return Card(file.name, reason, state, "pill_warn" if is_locked else "pill_bad")
    if reading.kind == "other" and not document.answer.values:
        reason = translate("Intake", "does not look like an invoice")
        return Card(title if values.get("supplier_name") else file.name, reason, not_an_invoice(), "pill")
    return _checked_card(document, title, values)


def not_an_invoice() -> str:
    """The word for what is none."""
    return translate("Intake", "not an invoice")


def _checked_card(document: Document, title: str, values: dict[FieldName, str]) -> Card:
    missing = [problem for problem in document.problems if problem.code == "intake_missing"]
    other = [problem for problem in document.errors if problem.code != "intake_missing"]
    currency = values.get("currency", "")
    told = " · ".join(
        part
        for part in (values.get("invoice_number", ""), total_text(values.get("gross", ""), currency))
        if part
    )
    if missing:
        names = ", ".join(field_title(problem.path).lower() for problem in missing[:3])
        state = translate("Intake", "{count} to complete").format(count=len(missing))
        return Card(
            title, translate("Intake", "not found: {fields}").format(fields=names), state, "pill_warn"
        )
    if other:
        return Card(title, problem_words(other[0], currency), translate("Intake", "check"), "pill_warn")
    reading = document.reading
    assert reading is not None
    if document.problems or reading.warnings:
        unsure = [problem for problem in document.problems if problem.code == "intake_unsure"]
        state = translate("Intake", "{count} to check").format(count=max(1, len(unsure)))
        return Card(title, told, state, "pill_warn")
    if any(field.source == "xml" for field in reading.fields.values()):
        return Card(title, told, translate("Intake", "from e-invoice"), "pill_good")
    return Card(title, told, translate("Intake", "ready"), "pill_good")


def _earlier(document: Document) -> str:
    """Why it is a duplicate, and of what."""
    found = document.duplicate
    if found is None:
        return ""
    day = date_text(found.other.added_at.astimezone().date())
    where = {
        "filed": translate("Intake", "in the archive"),
        "bin": translate("Intake", "in the bin"),
    }.get(found.other.state, translate("Intake", "in this list"))
    template = {
        "same_file": translate("Intake", "the same file as of {day}, {where}"),
        "same_invoice": translate("Intake", "same number and total as of {day}, {where}"),
        "other_total": translate("Intake", "same number, other total, as of {day}, {where}"),
    }[found.kind]
    return template.format(day=day, where=where)


def duplicate_words(document: Document) -> str:
    """The same as a sentence for the panel."""
    earlier = _earlier(document)
    return f"{earlier[:1].upper()}{earlier[1:]}." if earlier else ""


def name_in_sentence(document: Document) -> str:
    """What it is called where a sentence ends after it: a name such as "B.V." brings its own full stop."""
    return card_of(document).title.rstrip(".")
