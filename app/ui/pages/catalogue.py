"""The catalogue: what is sold again and again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from app.services.contacts import CatalogueItem, CurrencyPrice
from app.ui.formats import number_text
from app.ui.jobs import Job
from app.ui.pages.codes import currencies, vat_categories
from app.ui.pages.invalid import Entries, from_validation
from app.ui.pages.record_form import RecordField
from app.ui.pages.records import RecordsPage
from app.ui.pages.table import Column

if TYPE_CHECKING:
    from app.services.importing.headings import Kind


class CataloguePage(RecordsPage):
    """Items with a code, a price, a unit and a VAT rate."""

    def title(self) -> str:
        return self.tr("Catalogue")

    def import_kind(self) -> Kind:
        return "items"

    def new_words(self) -> str:
        return self.tr("New item")

    def empty_words(self) -> tuple[str, str]:
        return (
            self.tr(
                "No items yet. Add one here, or import a file of your former program; Ctrl+J in the lines of "
                "an invoice completes from them."
            ),
            self.tr("No item matches “{text}”."),
        )

    def columns(self) -> Sequence[Column[Any]]:
        return [
            Column[CatalogueItem](self.tr("Code"), lambda item: item.code, is_secondary=True),
            Column[CatalogueItem](self.tr("Label"), lambda item: item.label, stretches=True),
            Column[CatalogueItem](self.tr("Unit"), lambda item: item.unit, is_secondary=True),
            Column[CatalogueItem](self.tr("Price"), _price, is_number=True),
            Column[CatalogueItem](self.tr("VAT"), _rate, is_number=True),
        ]

    def fields(self) -> Sequence[RecordField]:
        return [
            RecordField("label", self.tr("Label")),
            RecordField("code", self.tr("Code"), span=3),
            RecordField("unit", self.tr("Unit"), span=3, placeholder="C62, HUR, DAY …"),
            RecordField("description", self.tr("Description"), "text"),
            RecordField("price", self.tr("Price"), span=3),
            RecordField("currency", self.tr("Currency"), "choice", span=3, choices=currencies()),
            RecordField(
                "price_entry",
                self.tr("The price is"),
                "choice",
                span=3,
                choices=(("net", self.tr("without VAT")), ("gross", self.tr("with VAT"))),
            ),
            RecordField("vat_rate", self.tr("VAT, %"), span=3),
            RecordField("vat_category", self.tr("VAT category"), "choice", choices=vat_categories()),
        ]

    def found_by(self, text: str) -> Job:
        return self.session.call(lambda workspace: workspace.items(text, limit=500))

    def blank(self) -> CatalogueItem:
        return CatalogueItem()

    def name_of(self, record: CatalogueItem) -> str:
        return record.label or record.code

    def texts_of(self, record: CatalogueItem) -> dict[str, str]:
        first = next(iter(record.prices), None)
        return {
            "label": record.label,
            "code": record.code,
            "unit": record.unit,
            "description": record.description,
            "price": "" if first is None else number_text(first.price),
            "currency": "EUR" if first is None else first.currency,
            "price_entry": record.price_entry,
            "vat_rate": "" if record.vat_rate is None else number_text(record.vat_rate),
            "vat_category": record.vat_category,
        }

    def record_from(self, texts: dict[str, str], before: CatalogueItem) -> CatalogueItem:
        entries = Entries(texts)
        price, rate = entries.number("price"), entries.number("vat_rate")
        entries.finish()
        try:
            first = () if price is None else (CurrencyPrice(currency=entries.text("currency"), price=price),)
            changes = {
                "label": entries.text("label"),
                "code": entries.text("code"),
                "unit": entries.text("unit"),
                "description": texts["description"],
                "prices": first + before.prices[1:],
                "price_entry": entries.text("price_entry"),
                "vat_rate": rate,
                "vat_category": entries.text("vat_category"),
            }
            return CatalogueItem.model_validate(dict(before) | changes)
        except ValidationError as error:
            names = ("label", "code", "unit", "description", "vat_rate", "price")
            raise from_validation(error, {name: name for name in names}) from error

    def save(self, record: CatalogueItem) -> Job:
        return self.session.call(lambda workspace: workspace.save_item(record))

    def delete(self, record: CatalogueItem) -> Job:
        return self.session.call(lambda workspace: workspace.delete_item(record.id))


def _price(item: CatalogueItem) -> str:
    return "  ".join(f"{number_text(each.price)}\u00a0{each.currency}" for each in item.prices)


def _rate(item: CatalogueItem) -> str:
    return "" if item.vat_rate is None else f"{number_text(item.vat_rate)}\u00a0%"
