"""What each cell shows, what stands in its editor, and what an entry changes.

Reading an entry gives the fields to replace, or raises EntryError; nothing here touches a widget.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import IntEnum
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.entry import EntryError, parse_number
from app.domain.rows import Discount, Line, Section
from app.ui.grid.figures import decimals_needed, entry_text, number_text, percent_text
from app.ui.grid.units import CODES, ONE, unit_code, unit_name
from app.ui.grid.vat import read_vat, vat_entry, vat_text
from app.ui.language import QT_TRANSLATE_NOOP

_SPACE: Final = "\u00a0"


class Column(IntEnum):
    """The columns of the grid, from left to right."""

    DESCRIPTION = 0
    QUANTITY = 1
    PRICE = 2
    DISCOUNT = 3
    VAT = 4
    NET = 5


TITLES: Final[dict[Column, str]] = {
    Column.DESCRIPTION: QT_TRANSLATE_NOOP("Grid", "Description"),
    Column.QUANTITY: QT_TRANSLATE_NOOP("Grid", "Quantity"),
    Column.PRICE: QT_TRANSLATE_NOOP("Grid", "Unit price"),
    Column.DISCOUNT: QT_TRANSLATE_NOOP("Grid", "Discount"),
    Column.VAT: QT_TRANSLATE_NOOP("Grid", "VAT"),
    Column.NET: QT_TRANSLATE_NOOP("Grid", "Net"),
}
EDIT_LABELS: Final[dict[str, str]] = {
    "label": QT_TRANSLATE_NOOP("Grid", "Edit description"),
    "description": QT_TRANSLATE_NOOP("Grid", "Edit details of the description"),
    "quantity": QT_TRANSLATE_NOOP("Grid", "Edit quantity"),
    "unit_price": QT_TRANSLATE_NOOP("Grid", "Edit price"),
    "discount": QT_TRANSLATE_NOOP("Grid", "Edit discount"),
    "vat_rate": QT_TRANSLATE_NOOP("Grid", "Edit VAT"),
    "title": QT_TRANSLATE_NOOP("Grid", "Edit section title"),
}
FIELDS: Final[dict[Column, str]] = {
    Column.DESCRIPTION: "label",
    Column.QUANTITY: "quantity",
    Column.PRICE: "unit_price",
    Column.DISCOUNT: "discount",
    Column.VAT: "vat_rate",
    Column.NET: "net",
}
COLUMN_OF: Final[dict[str, Column]] = {
    "label": Column.DESCRIPTION,
    "description": Column.DESCRIPTION,
    "title": Column.DESCRIPTION,
    "quantity": Column.QUANTITY,
    "unit": Column.QUANTITY,
    "unit_price": Column.PRICE,
    "price_base_quantity": Column.PRICE,
    "price_entry": Column.PRICE,
    "discount": Column.DISCOUNT,
    "vat_rate": Column.VAT,
    "vat_category": Column.VAT,
    "net": Column.NET,
}
"""Fields with a place in the grid; the others are in the line's details."""

MAX_QUANTITY: Final = Decimal(10) ** 12
MAX_PRICE: Final = Decimal(10) ** 15
MAX_AMOUNT: Final = Decimal(10) ** 18
MAX_PERCENT: Final = Decimal(10) ** 4
QUANTITY_DECIMALS: Final = 6
PRICE_DECIMALS: Final = 8
LABEL_LIMIT: Final = 2_000

_WITH_UNIT: Final = re.compile(r"(?P<number>.*?[\d)])[ \u00a0\u202f]*(?P<unit>[^\W\d_x].*|%)?", re.DOTALL)
_WITH_ENTRY: Final = re.compile(r"(?P<number>.*?)[ \u00a0]*(?P<word>[^\W\d_]+)\.?", re.DOTALL)
_GROSS_WORDS: Final = frozenset(("incl", "gross", "ttc", "brutto"))
_NET_WORDS: Final = frozenset(("net", "excl", "ht", "netto"))


class Locale(NamedTuple):
    """How the interface writes numbers."""

    qt: QLocale

    @property
    def group(self) -> str:
        """The mark that groups by thousands where it could be taken for a decimal mark, else empty."""
        mark = self.qt.groupSeparator()
        return mark if mark in ".," and mark != self.qt.decimalPoint() else ""


def words(text: str) -> str:
    """A text of the grid in the interface language."""
    return QCoreApplication.translate("Grid", text)


def price_text(price: Decimal, decimals: int, locale: QLocale) -> str:
    """The price with the currency's decimals, and more where it has more."""
    return number_text(price, max(decimals, decimals_needed(price)), locale)


def quantity_text(line: Line, locale: QLocale) -> str:
    """The quantity with its unit."""
    number = number_text(line.quantity, None, locale)
    return f"{number}{_SPACE}{unit_name(line.unit)}" if line.unit not in ("", ONE) else number


def discount_text(discount: Discount | None, decimals: int, locale: QLocale) -> str:
    """The discount in percent or as an amount; nothing where there is none."""
    if discount is None:
        return ""
    if discount.kind == "percent":
        return percent_text(discount.value, locale)
    return price_text(discount.value, decimals, locale)


def cell_text(line: Line, column: Column, decimals: int, locale: QLocale) -> str:
    """What a line's cell shows of what was entered; `decimals` of the document's amounts."""
    if column is Column.DESCRIPTION:
        return line.label
    if column is Column.QUANTITY:
        return quantity_text(line, locale)
    if column is Column.PRICE:
        return price_text(line.unit_price, decimals, locale)
    if column is Column.DISCOUNT:
        return discount_text(line.discount, decimals, locale)
    return vat_text(line, locale)


def entry_of(row: Line | Section, column: Column, decimals: int, locale: QLocale) -> str:
    """What stands in the cell's editor before anything is typed."""
    if isinstance(row, Section):
        return row.title
    if column is Column.DESCRIPTION:
        return row.label
    if column is Column.QUANTITY:
        number = entry_text(row.quantity, 0, locale)
        return f"{number} {unit_name(row.unit)}" if row.unit else number
    if column is Column.PRICE:
        return entry_text(row.unit_price, decimals, locale)
    if column is Column.DISCOUNT:
        if row.discount is None:
            return ""
        if row.discount.kind == "percent":
            return f"{entry_text(row.discount.value, 0, locale)} %"
        return entry_text(row.discount.value, decimals, locale)
    return vat_entry(row, locale)


def read_entry(
    row: Line | Section, column: Column, text: str, locale: Locale, *, keep_unit: bool = True
) -> dict[str, Any]:
    """The fields an entry changes, complete and within the bounds of the model.

    `keep_unit`: a quantity typed without a unit leaves the unit as it is. Raises EntryError.
    """
    if isinstance(row, Section):
        return {"title": _one_line(text)}
    if column is Column.DESCRIPTION:
        return {"label": _one_line(text)}
    if column is Column.QUANTITY:
        return _read_quantity(text, locale, keep_unit=keep_unit)
    if column is Column.PRICE:
        return _with_list_price(row, _read_price(text, locale))
    if column is Column.DISCOUNT:
        return {"discount": read_discount(row.discount, text, locale)}
    return read_vat(row, text, locale.group)


def _one_line(text: str) -> str:
    if len(text) > LABEL_LIMIT:
        raise EntryError("label_too_long", {"limit": str(LABEL_LIMIT)})
    return " ".join(text.splitlines()) if "\n" in text or "\r" in text else text


def bounded(value: Decimal, limit: Decimal, text: str) -> Decimal:
    """The value, if it is below the limit of its field. Raises EntryError: too_large."""
    if abs(value) >= limit:
        raise EntryError("too_large", {"text": text.strip()[:40]})
    return value


def _read_quantity(text: str, locale: Locale, *, keep_unit: bool) -> dict[str, Any]:
    found = _WITH_UNIT.fullmatch(text.strip())
    number, unit = (found["number"], found["unit"]) if found else (text, None)
    code = None if unit is None else unit_code(unit)
    if code is not None and code not in CODES and any(c.isdigit() for c in code):
        parse_number(text, group=locale.group)
        raise EntryError("unreadable", {"text": code[:40]})
    value = parse_number(number, decimals=QUANTITY_DECIMALS, group=locale.group)
    bounded(value, MAX_QUANTITY, number)
    if code is not None:
        return {"quantity": value, "unit": code}
    return {"quantity": value} if keep_unit else {"quantity": value, "unit": ""}


def _read_price(text: str, locale: Locale) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    number = text.strip()
    if found := _WITH_ENTRY.fullmatch(number):
        word = found["word"].lower()
        if word in _GROSS_WORDS:
            number, changes["price_entry"] = found["number"], "gross"
        elif word in _NET_WORDS:
            number, changes["price_entry"] = found["number"], "net"
    if not number:
        return changes or {"unit_price": Decimal(0)}
    value = parse_number(number, decimals=PRICE_DECIMALS, group=locale.group)
    return {"unit_price": bounded(value, MAX_PRICE, number), **changes}


def _with_list_price(line: Line, changes: dict[str, Any]) -> dict[str, Any]:
    """Another price leaves the list price as it is stated."""
    list_price = line.list_price
    if list_price is None or "unit_price" not in changes:
        return changes
    return {**changes, "price_discount": bounded(list_price - changes["unit_price"], MAX_PRICE, "")}


def read_discount(current: Discount | None, text: str, locale: Locale) -> Discount | None:
    """The discount that was typed: `5%`, `12.50`, or nothing. Its reason stays. Raises EntryError."""
    word = text.strip()
    if not word:
        return None
    is_percent = word.endswith("%")
    number = word.rstrip("% \u00a0\u202f")
    decimals = QUANTITY_DECIMALS if is_percent else PRICE_DECIMALS
    value = parse_number(number, decimals=decimals, group=locale.group)
    bounded(value, MAX_PERCENT if is_percent else MAX_AMOUNT, number)
    kind = "percent" if is_percent else "amount"
    return (current or Discount()).model_copy(update={"kind": kind, "value": value})
