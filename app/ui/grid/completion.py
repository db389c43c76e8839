"""What the grid proposes while one types: catalogue items, labels used before, units, VAT."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QLocale

from app.domain.rows import Line, Product
from app.ui.draft_store import DraftStore
from app.ui.grid.cells import Column, discount_text, price_text, quantity_text
from app.ui.grid.figures import entry_text
from app.ui.grid.session import CellStay
from app.ui.grid.suggestions import MAX_SHOWN, Item, Search, Suggestion
from app.ui.grid.units import CODES, unit_code, unit_name
from app.ui.grid.vat import vat_choices, vat_text

_OPERATORS = frozenset("+*/×÷():x")
_QUANTITY = re.compile(r"(?P<number>.*?[\d)])\s*(?P<unit>[^\W\d_]*)", re.DOTALL)


class _Others(NamedTuple):
    """The labels of all lines but one, as they were when its cell was entered."""

    row_id: str
    row_count: int
    labels: list[tuple[str, Line]]


class Completion:
    """Finds suggestions for the cell that is edited, and the result of what is typed."""

    def __init__(self, store: DraftStore) -> None:
        self._store = store
        self._search: Search | None = None
        self._others: _Others | None = None

    def begin(self) -> None:
        """A stay in a cell begins: the labels of the other lines are read anew when first needed."""
        self._others = None

    def take_search(self, search: Search | None) -> None:
        """Look labels up with this from now on."""
        self._search = search

    def suggestions(self, stay: CellStay, text: str, *, all_of_them: bool = False) -> list[Suggestion]:
        """What could be meant by the text; with `all_of_them` even by an empty one."""
        row = stay.row
        if not isinstance(row, Line):
            return []
        word = text.strip()
        if stay.field == "label":
            if not word and not all_of_them:
                return []
            found = self._search(word) if self._search is not None else ()
            return self.for_items(row, word, found)
        if stay.column is Column.QUANTITY:
            return self._units(row, word, all_of_them=all_of_them)
        if stay.column is Column.VAT:
            return self._vat(row, "" if all_of_them else word)
        return []

    def for_items(self, row: Line, word: str, items: Sequence[Item]) -> list[Suggestion]:
        """Catalogue items first, then lines of this document that begin alike."""
        found = [self._of_item(row, item) for item in items[:MAX_SHOWN]]
        known = {suggestion.entry.casefold() for suggestion in found} | {word.casefold()}
        start = word.casefold()
        if not start:
            return found
        for label, line in self._labels_beside(row):
            if len(found) >= MAX_SHOWN:
                break
            if start in label and label not in known:
                found.append(self._of_line(line))
        return found

    def _labels_beside(self, row: Line) -> list[tuple[str, Line]]:
        """Each label of the other lines once, folded: among thousands of lines, not for every key."""
        count = len(self._store.draft.rows)
        if self._others is None or (self._others.row_id, self._others.row_count) != (row.id, count):
            labels: dict[str, Line] = {}
            for line in self._store.draft.lines:
                if line.label and line.id != row.id:
                    labels.setdefault(line.label.casefold(), line)
            self._others = _Others(row.id, count, list(labels.items()))
        return self._others.labels

    def result(self, stay: CellStay) -> str:
        """The value of a sum, or what a discount or a quantity was taken for; empty when it is plain."""
        row, text = stay.row, stay.text
        if not isinstance(row, Line) or not text.strip():
            return ""
        locale, decimals = QLocale(), self._store.totals.decimals
        is_sum = any(c in _OPERATORS for c in text) or "-" in text.strip()[1:]
        if stay.column is Column.PRICE and is_sum:
            return f"= {price_text(row.unit_price, decimals, locale)}"
        if stay.column is Column.QUANTITY:
            shown = quantity_text(row, locale)
            return f"= {shown}" if is_sum or (stay.keeps_unit and row.unit) else ""
        if stay.column is Column.DISCOUNT and row.discount is not None:
            shown = discount_text(row.discount, decimals, locale)
            if row.discount.kind == "amount":
                return f"= {shown} {self._store.draft.currency}"
            return f"= {shown}" if is_sum else ""
        if stay.column is Column.VAT and any(c.isalpha() for c in text):
            return f"= {vat_text(row, locale)}"
        return ""

    def _of_item(self, row: Line, item: Item) -> Suggestion:
        draft = self._store.draft
        changes: dict[str, Any] = {
            "label": item.label,
            "unit": item.unit,
            "vat_category": item.vat_category,
            "vat_rate": item.vat_rate,
            "product": (row.product or Product()).model_copy(
                update={"catalogue_id": item.id, "seller_code": item.code}
            ),
        }
        if item.description:
            changes["description"] = item.description
        label = item.label
        texts = getattr(item, "texts", None)
        translated = texts.get(draft.language) if isinstance(texts, dict) else None
        if isinstance(translated, str) and translated:
            changes["label"] = label = translated
        if entry := getattr(item, "price_entry", None):
            changes["price_entry"] = entry
        price = next((price for currency, price in item.prices if currency == draft.currency), None)
        shown = ""
        if price is not None:
            changes["unit_price"] = price
            shown = f" · {price_text(price, self._store.totals.decimals, QLocale())}"
        code = f" · {item.code}" if item.code else ""
        return Suggestion(f"{label}{code}{shown}", changes, label)

    def _of_line(self, line: Line) -> Suggestion:
        kept = (
            "label", "description", "unit", "unit_price", "price_base_quantity", "price_entry",
            "vat_category", "vat_rate", "vat_code", "product",
        )  # fmt: skip
        price = price_text(line.unit_price, self._store.totals.decimals, QLocale())
        return Suggestion(f"{line.label} · {price}", {name: getattr(line, name) for name in kept}, line.label)

    def _units(self, row: Line, word: str, *, all_of_them: bool) -> list[Suggestion]:
        split = _QUANTITY.fullmatch(word)
        if word and split is None:
            return []
        number, typed = (split["number"], split["unit"].lower()) if split else ("", "")
        if (not typed and not all_of_them) or (typed and unit_code(typed) in CODES):
            return []
        quantity = number or entry_text(row.quantity)
        found = []
        for code in CODES:
            name = unit_name(code)
            if name.lower().startswith(typed) or code.lower().startswith(typed):
                entry = f"{quantity} {name}"
                found.append(Suggestion(entry, {"unit": code}, entry))
        return found if all_of_them else found[:MAX_SHOWN]

    def _vat(self, row: Line, word: str) -> list[Suggestion]:
        country = self._store.draft.seller.country
        found = []
        for choice in vat_choices(country, QLocale()):
            if word and word.casefold() not in choice.text.casefold():
                continue
            changes: dict[str, Any] = {"vat_category": choice.category, "vat_rate": choice.rate}
            if all(getattr(row, name) == value for name, value in changes.items()) and word:
                continue
            found.append(Suggestion(choice.text, changes, choice.text))
        return found
