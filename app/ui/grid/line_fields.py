"""Every field of a line and of a section head as text to be typed: how it reads, what it changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QDate, QLocale

from app.domain.entry import EntryError, parse_date, parse_number
from app.domain.exact import LONG_TEXT_LIMIT
from app.domain.rows import CustomField, Discount, Line, LineAdjustment, Product, Section
from app.ui.grid.cells import (
    LABEL_LIMIT,
    MAX_AMOUNT,
    MAX_PERCENT,
    MAX_PRICE,
    MAX_QUANTITY,
    PRICE_DECIMALS,
    Column,
    Locale,
    bounded,
    entry_of,
    read_entry,
)
from app.ui.grid.figures import entry_text
from app.ui.language import QT_TRANSLATE_NOOP

Row = Line | Section
FACTOR_DECIMALS: Final = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading an entry depends on besides the text."""

    locale: Locale
    decimals: int
    today: date


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its name in the model, its label, its text, and the changes a text means."""

    field: str
    label: str
    show: Callable[[Any, Reading], str]
    read: Callable[[Any, str, Reading], dict[str, Any]]
    is_long: bool = False
    hint: str = ""


def _plain(field: str, label: str, *, is_long: bool = False) -> FieldSpec:
    limit = LONG_TEXT_LIMIT if is_long else LABEL_LIMIT

    def read(_row: Any, text: str, _at: Reading) -> dict[str, Any]:
        if len(text) > limit:
            raise EntryError("text_too_long", {"limit": str(limit)})
        return {field: text}

    return FieldSpec(field, label, lambda row, _: str(getattr(row, field)), read, is_long)


def _cell(field: str, label: str, column: Column) -> FieldSpec:
    return FieldSpec(
        field,
        label,
        lambda row, at: entry_of(row, column, at.decimals, at.locale.qt),
        lambda row, text, at: read_entry(row, column, text, at.locale, keep_unit=False),
    )


def _date(field: str, label: str) -> FieldSpec:
    def show(row: Any, at: Reading) -> str:
        day = getattr(row, field)
        return "" if day is None else date_entry(day, at.locale.qt)

    def read(_row: Any, text: str, at: Reading) -> dict[str, Any]:
        return {field: parse_date(text, at.today) if text.strip() else None}

    return FieldSpec(field, label, show, read)


def _product(member: str, label: str) -> FieldSpec:
    def show(line: Any, _at: Reading) -> str:
        return getattr(line.product, member) or "" if line.product else ""

    def read(line: Any, text: str, _at: Reading) -> dict[str, Any]:
        value = text or (None if member == "catalogue_id" else "")
        product = (line.product or Product()).model_copy(update={member: value})
        return {"product": None if product == Product() else product}

    return FieldSpec(f"product.{member}", label, show, read)


def _reason(member: str, label: str) -> FieldSpec:
    def read(line: Any, text: str, _at: Reading) -> dict[str, Any]:
        if line.discount is None and not text:
            return {}
        return {"discount": (line.discount or Discount()).model_copy(update={member: text})}

    return FieldSpec(
        f"discount.{member}",
        label,
        lambda line, _: getattr(line.discount, member) if line.discount else "",
        read,
    )


def _base_quantity() -> FieldSpec:
    def read(_row: Any, text: str, at: Reading) -> dict[str, Any]:
        value = parse_number(text or "1", decimals=FACTOR_DECIMALS, group=at.locale.group)
        if value <= 0:
            raise EntryError("not_positive")
        return {"price_base_quantity": bounded(value, MAX_QUANTITY, text)}

    return FieldSpec(
        "price_base_quantity",
        QT_TRANSLATE_NOOP("LineDetails", "Price is for so many units"),
        lambda line, at: entry_text(line.price_base_quantity, 0, at.locale.qt),
        read,
    )


def _list_price() -> FieldSpec:
    def show(line: Any, at: Reading) -> str:
        return "" if line.list_price is None else entry_text(line.list_price, at.decimals, at.locale.qt)

    def read(line: Any, text: str, at: Reading) -> dict[str, Any]:
        if not text.strip():
            return {"price_discount": None}
        price = parse_number(text, decimals=PRICE_DECIMALS, group=at.locale.group)
        return {"price_discount": bounded(price - line.unit_price, MAX_PRICE, text)}

    return FieldSpec(
        "price_discount",
        QT_TRANSLATE_NOOP("LineDetails", "List price"),
        show,
        read,
        hint=QT_TRANSLATE_NOOP("LineDetails", "printed beside the unit price, changes no total"),
    )


def _tags() -> FieldSpec:
    return FieldSpec(
        "tags",
        QT_TRANSLATE_NOOP("LineDetails", "Tags"),
        lambda line, _: ", ".join(line.tags),
        lambda _line, text, _: {"tags": tuple(tag for part in text.split(",") if (tag := part.strip()))},
        hint=QT_TRANSLATE_NOOP("LineDetails", "separated by commas"),
    )


def _provider_options() -> FieldSpec:
    def show(line: Any, _at: Reading) -> str:
        options = line.provider_options
        return json.dumps(options, ensure_ascii=False, indent=1) if options else ""

    def read(_line: Any, text: str, _at: Reading) -> dict[str, Any]:
        from app.domain.codec import UnreadableDraft, object_from_json

        try:
            return {"provider_options": object_from_json(text) if text.strip() else {}}
        except UnreadableDraft:
            raise EntryError("json") from None

    return FieldSpec(
        "provider_options",
        QT_TRANSLATE_NOOP("LineDetails", "Options for providers"),
        show,
        read,
        is_long=True,
        hint=QT_TRANSLATE_NOOP("LineDetails", "JSON, by provider id"),
    )


GROUPS: Final[tuple[tuple[str, tuple[FieldSpec, ...]], ...]] = (
    (
        QT_TRANSLATE_NOOP("LineDetails", "What"),
        (
            _plain("label", QT_TRANSLATE_NOOP("LineDetails", "Description")),
            _plain("description", QT_TRANSLATE_NOOP("LineDetails", "Details"), is_long=True),
            _cell("quantity", QT_TRANSLATE_NOOP("LineDetails", "Quantity and unit"), Column.QUANTITY),
            _date("service_start", QT_TRANSLATE_NOOP("LineDetails", "Service from")),
            _date("service_end", QT_TRANSLATE_NOOP("LineDetails", "Service to")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("LineDetails", "Price"),
        (
            _cell("unit_price", QT_TRANSLATE_NOOP("LineDetails", "Unit price"), Column.PRICE),
            _list_price(),
            _base_quantity(),
            _cell("discount", QT_TRANSLATE_NOOP("LineDetails", "Discount"), Column.DISCOUNT),
            _reason("reason", QT_TRANSLATE_NOOP("LineDetails", "Reason of the discount")),
            _reason("reason_code", QT_TRANSLATE_NOOP("LineDetails", "Code of that reason (UNCL 5189)")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("LineDetails", "VAT"),
        (
            _cell("vat_rate", QT_TRANSLATE_NOOP("LineDetails", "Rate or category"), Column.VAT),
            _plain("vat_code", QT_TRANSLATE_NOOP("LineDetails", "Provider's rate code")),
            _plain("exemption_reason", QT_TRANSLATE_NOOP("LineDetails", "Why no VAT is charged")),
            _plain("exemption_code", QT_TRANSLATE_NOOP("LineDetails", "Code of that reason (VATEX)")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("LineDetails", "Codes and references"),
        (
            _product("seller_code", QT_TRANSLATE_NOOP("LineDetails", "Our product code")),
            _product("buyer_code", QT_TRANSLATE_NOOP("LineDetails", "Customer's product code")),
            _product("standard_code", QT_TRANSLATE_NOOP("LineDetails", "GTIN")),
            _product("catalogue_id", QT_TRANSLATE_NOOP("LineDetails", "Record in the catalogue")),
            _plain("order_line_reference", QT_TRANSLATE_NOOP("LineDetails", "Line of the order")),
            _plain("accounting_reference", QT_TRANSLATE_NOOP("LineDetails", "Accounting reference")),
            _tags(),
            _provider_options(),
        ),
    ),
)
"""The text fields of a line, grouped; price entry, adjustments and custom fields have their own controls."""

SECTION_FIELDS: Final = (
    _plain("title", QT_TRANSLATE_NOOP("LineDetails", "Title")),
    _plain("text", QT_TRANSLATE_NOOP("LineDetails", "Text under the title"), is_long=True),
)


@dataclass(frozen=True, slots=True)
class PartSpec:
    """One column of a small table of parts, such as the name of a custom field."""

    field: str
    title: str
    show: Callable[[Any, Reading], str]
    read: Callable[[str, Reading], Any]


def _words(field: str, title: str) -> PartSpec:
    return PartSpec(field, title, lambda part, _: str(getattr(part, field)), lambda text, _: text)


def _optional(field: str, title: str, limit: Decimal) -> PartSpec:
    def show(part: Any, at: Reading) -> str:
        value = getattr(part, field)
        return "" if value is None else entry_text(value, 0, at.locale.qt)

    def read(text: str, at: Reading) -> Decimal | None:
        number = text.strip().rstrip("% \u00a0")
        return (
            bounded(parse_number(number, decimals=6, group=at.locale.group), limit, text) if number else None
        )

    return PartSpec(field, title, show, read)


def _sign() -> PartSpec:
    return PartSpec(
        "is_charge",
        QT_TRANSLATE_NOOP("LineDetails", "+ or −"),
        lambda part, _: "+" if part.is_charge else "−",
        lambda text, _: text.strip().startswith("+"),
    )


ADJUSTMENT_PARTS: Final = (
    _sign(),
    _optional("amount", QT_TRANSLATE_NOOP("LineDetails", "Amount"), MAX_AMOUNT),
    _optional("percent", QT_TRANSLATE_NOOP("LineDetails", "Percent"), MAX_PERCENT),
    _optional("base", QT_TRANSLATE_NOOP("LineDetails", "of"), MAX_AMOUNT),
    _words("reason", QT_TRANSLATE_NOOP("LineDetails", "Reason")),
    _words("reason_code", QT_TRANSLATE_NOOP("LineDetails", "Code")),
)
CUSTOM_FIELD_PARTS: Final = (
    _words("name", QT_TRANSLATE_NOOP("LineDetails", "Name")),
    _words("value", QT_TRANSLATE_NOOP("LineDetails", "Value")),
)
NEW_ADJUSTMENT: Final = LineAdjustment.model_construct()
NEW_CUSTOM_FIELD: Final = CustomField.model_construct()


def date_entry(day: date, locale: QLocale) -> str:
    """A day as it is typed: day first, or year first where the language writes it so."""
    return locale.toString(QDate(day.year, day.month, day.day), "dd/MM/yyyy")
