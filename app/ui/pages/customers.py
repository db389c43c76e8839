"""The customers: listed, searched, edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from app.services.contacts import Contact
from app.ui.formats import number_text
from app.ui.jobs import Job
from app.ui.pages.codes import currencies, document_languages
from app.ui.pages.invalid import Entries, from_validation
from app.ui.pages.party_fields import MODEL_NAMES, party_fields, party_from, texts_of
from app.ui.pages.record_form import RecordField
from app.ui.pages.records import RecordsPage
from app.ui.pages.table import Column

if TYPE_CHECKING:
    from app.services.importing.headings import Kind


class CustomersPage(RecordsPage):
    """Customers with their language, currency, terms and usual discount."""

    def title(self) -> str:
        return self.tr("Customers")

    def import_kind(self) -> Kind:
        return "customers"

    def new_words(self) -> str:
        return self.tr("New customer")

    def empty_words(self) -> tuple[str, str]:
        return (
            self.tr(
                "No customers yet. Add one here, import a file of your former program, or type a name in an "
                "invoice and keep it from there."
            ),
            self.tr("No customer matches “{text}”."),
        )

    def columns(self) -> Sequence[Column[Any]]:
        return [
            Column[Contact](self.tr("Name"), lambda contact: contact.party.name, stretches=True),
            Column[Contact](self.tr("City"), _city, is_secondary=True),
            Column[Contact](self.tr("Country"), lambda contact: contact.party.country, is_secondary=True),
        ]

    def fields(self) -> Sequence[RecordField]:
        usual = (("", self.tr("as usual")),)
        return [
            *party_fields(),
            RecordField(
                "language",
                self.tr("Document language"),
                "choice",
                span=3,
                choices=usual + document_languages(),
            ),
            RecordField("currency", self.tr("Currency"), "choice", span=3, choices=usual + currencies()),
            RecordField("payment_days", self.tr("Days to pay"), span=3),
            RecordField("discount_percent", self.tr("Usual discount, %"), span=3),
            RecordField("note", self.tr("Note for us, never printed"), "text"),
        ]

    def found_by(self, text: str) -> Job:
        return self.session.call(lambda workspace: workspace.contacts(text, limit=500))

    def blank(self) -> Contact:
        return Contact()

    def name_of(self, record: Contact) -> str:
        return record.party.name

    def texts_of(self, record: Contact) -> dict[str, str]:
        discount = record.discount_percent
        return texts_of(record.party) | {
            "language": record.language or "",
            "currency": record.currency or "",
            "payment_days": "" if record.payment_days is None else str(record.payment_days),
            "discount_percent": "" if discount is None else number_text(discount),
            "note": record.note,
        }

    def record_from(self, texts: dict[str, str], before: Contact) -> Contact:
        entries = Entries(texts)
        days = entries.count("payment_days", 3650)
        discount = entries.number("discount_percent")
        entries.finish()
        try:
            changes = {
                "party": party_from(entries, before.party, with_bank=False),
                "language": entries.text("language") or None,
                "currency": entries.text("currency") or None,
                "payment_days": days,
                "discount_percent": discount,
                "note": texts["note"],
            }
            return Contact.model_validate(dict(before) | changes)
        except ValidationError as error:
            names = {"discount_percent": "discount_percent", "note": "note"} | MODEL_NAMES
            raise from_validation(error, names) from error

    def save(self, record: Contact) -> Job:
        return self.session.call(lambda workspace: workspace.save_contact(record))

    def delete(self, record: Contact) -> Job:
        return self.session.call(lambda workspace: workspace.delete_contact(record.id))


def _city(contact: Contact) -> str:
    address = contact.party.address()
    return address.city if address is not None else ""
