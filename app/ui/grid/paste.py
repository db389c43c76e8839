"""Rows pasted from a spreadsheet become lines; what cannot be read is kept as text and reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from app.domain.entry import EntryError
from app.domain.exact import LONG_TEXT_LIMIT
from app.domain.money import round_half_away
from app.domain.rows import Discount, Line, Product
from app.domain.totals import line_totals
from app.ui.grid.cells import (
    LABEL_LIMIT,
    MAX_AMOUNT,
    MAX_PERCENT,
    MAX_PRICE,
    MAX_QUANTITY,
    PRICE_DECIMALS,
    QUANTITY_DECIMALS,
    bounded,
    words,
)
from app.ui.grid.columns import (
    Kind,
    cell_number,
    folded_heading,
    group_mark,
    guessed_kinds,
    heading_kinds,
    is_number,
    split_quantity,
)
from app.ui.grid.sheet import cells_of
from app.ui.grid.units import unit_code
from app.ui.grid.vat import read_vat
from app.ui.language import QT_TRANSLATE_NOOP

_SUMS: Final = frozenset(
    (
        "total", "subtotal", "sub total", "sous total", "total ht", "total ttc", "summe", "gesamt",
        "zwischensumme", "grand total",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that is not what its column should hold; its text is in the line's description."""

    row: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """The lines a paste makes and what is to be said about it; rows count from 1, headings included."""

    lines: tuple[Line, ...]
    unread: tuple[Unread, ...] = ()
    sums_left_out: tuple[int, ...] = ()
    net_differs: tuple[int, ...] = ()


@dataclass(slots=True)
class _Sheet:
    kinds: list[Kind]
    headings: list[str]
    group: str
    unread: list[Unread] = field(default_factory=list)


def read_sheet(
    text: str,
    new_line: Callable[[], Line],
    *,
    rates: Sequence[Decimal] = (),
    group: str = "",
    decimals: int = 2,
) -> Pasted:
    """The lines in a text copied from a spreadsheet.

    `new_line` makes an empty line with the defaults of the place; `rates` are VAT rates likely here;
    `group` is the mark that groups thousands where the sheet itself does not tell, `decimals` those of
    the document's amounts.
    """
    rows = cells_of(text)
    if not rows:
        return Pasted(())
    group = group_mark(rows, group)
    kinds = heading_kinds(rows[0])
    first = 0 if kinds is None else 1
    width = max(map(len, rows))
    if kinds is None:
        kinds = guessed_kinds(rows, frozenset((*rates, Decimal(0))), group)
    kinds += ["other"] * (width - len(kinds))
    sheet = _Sheet(kinds, rows[0] if first else [""] * width, group)
    lines: list[Line] = []
    sums: list[int] = []
    differs: list[int] = []
    for number, row in enumerate(rows[first:], first + 1):
        cells = {i: cell.strip() for i, cell in enumerate(row) if cell.strip()}
        if _is_sum(cells, kinds):
            sums.append(number)
            continue
        line, net = _line(cells, number, sheet, new_line())
        lines.append(line)
        if net is not None:
            figures = line_totals(line, decimals)
            if round_half_away(net, decimals) not in (figures.entered, figures.net, figures.gross):
                differs.append(number)
    return Pasted(tuple(lines), tuple(sheet.unread), tuple(sums), tuple(differs))


def _is_sum(cells: dict[int, str], kinds: list[Kind]) -> bool:
    texts = [cell for i, cell in cells.items() if not is_number(cell)]
    numbers = [i for i, cell in cells.items() if is_number(cell)]
    return (
        len(texts) == 1
        and folded_heading(texts[0]) in _SUMS
        and all(kinds[i] in ("net", "other", "vat") for i in numbers)
    )


def _line(cells: dict[int, str], number: int, sheet: _Sheet, line: Line) -> tuple[Line, Decimal | None]:
    changes: dict[str, Any] = {}
    details: list[str] = []
    net: Decimal | None = None
    for i, cell in cells.items():
        kind = sheet.kinds[i]
        heading = sheet.headings[i].strip() if i < len(sheet.headings) else ""
        if kind == "description":
            details.append(cell)
        elif kind == "other":
            details.append(f"{heading}: {cell}" if heading else cell)
        else:
            try:
                if kind == "net":
                    net = cell_number(cell, PRICE_DECIMALS, sheet.group)
                else:
                    changes |= _changes(kind, cell, heading, line, sheet.group)
            except EntryError:
                name = heading or words(_NAMES[kind])
                sheet.unread.append(Unread(number, name, cell[:80]))
                details.append(f"{name}: {cell}")
    if net is not None and "unit_price" not in changes:
        quantity = changes.get("quantity", Decimal(1))
        changes["unit_price"] = round_half_away(net / quantity, PRICE_DECIMALS) if quantity else net
    label = changes.get("label", "")
    first, _, rest = label.partition("\n")
    if rest or len(first) > LABEL_LIMIT:
        details.insert(0, rest or first[LABEL_LIMIT:])
        changes["label"] = first[:LABEL_LIMIT]
    if details:
        changes["description"] = "\n".join(details)[:LONG_TEXT_LIMIT]
    return line.model_copy(update=changes), net


def _changes(kind: Kind, cell: str, heading: str, line: Line, group: str) -> dict[str, Any]:
    if kind == "label":
        return {"label": cell}
    if kind == "code":
        return {"product": Product(seller_code=cell[:LABEL_LIMIT])}
    if kind == "unit":
        return {"unit": unit_code(cell[:LABEL_LIMIT])}
    if kind == "quantity":
        figure, unit = split_quantity(cell)
        value = bounded(cell_number(figure, QUANTITY_DECIMALS, group), MAX_QUANTITY, cell)
        return {"quantity": value, "unit": unit_code(unit)} if unit else {"quantity": value}
    if kind == "price":
        return {"unit_price": bounded(cell_number(cell, PRICE_DECIMALS, group), MAX_PRICE, cell)}
    if kind == "discount":
        is_percent = "%" in cell or "%" in heading
        value = cell_number(cell, QUANTITY_DECIMALS if is_percent else PRICE_DECIMALS, group)
        bounded(value, MAX_PERCENT if is_percent else MAX_AMOUNT, cell)
        return {
            "discount": Discount(kind="percent" if is_percent else "amount", value=value) if value else None
        }
    if not is_number(cell) and any(c.isdigit() for c in cell):
        raise EntryError("unreadable", {"text": cell})
    return read_vat(line, cell, group)


_NAMES: Final[dict[Kind, str]] = {
    "label": QT_TRANSLATE_NOOP("Grid", "Description"),
    "description": QT_TRANSLATE_NOOP("Grid", "Description"),
    "code": QT_TRANSLATE_NOOP("Grid", "Product code"),
    "quantity": QT_TRANSLATE_NOOP("Grid", "Quantity"),
    "unit": QT_TRANSLATE_NOOP("Grid", "Unit"),
    "price": QT_TRANSLATE_NOOP("Grid", "Unit price"),
    "discount": QT_TRANSLATE_NOOP("Grid", "Discount"),
    "vat": QT_TRANSLATE_NOOP("Grid", "VAT"),
    "net": QT_TRANSLATE_NOOP("Grid", "Net"),
    "other": QT_TRANSLATE_NOOP("Grid", "Description"),
}
