"""Which column of a pasted sheet holds what: by its heading, or by what stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final, Literal

from app.domain.entry import EntryError, parse_number
from app.ui.grid.units import CODES, unit_code

Kind = Literal["label", "description", "code", "quantity", "unit", "price", "discount", "vat", "net", "other"]

_HEADINGS_OF: Final[dict[Kind, str]] = {
    "label": (
        "description|item|label|designation|article|produit|product|service|prestation|libelle|name|nom"
        "|bezeichnung|artikel|leistung|position|beschreibung|work|task|objet|text"
    ),
    "description": "details|detail|note|notes|remarque|commentaire|comment|bemerkung|zusatz",
    "code": "code|ref|reference|sku|item code|product code|code article|artikelnummer|art nr|artikelnr",
    "quantity": "quantity|qty|quantite|qte|nombre|nb|menge|anzahl|hours|heures|stunden|days|jours|tage",
    "unit": "unit|units|unite|unites|einheit|uom|me",
    "price": (
        "price|unit price|rate|prix|prix unitaire|pu|pu ht|prix unitaire ht|prix ht|tarif|preis"
        "|einzelpreis|stuckpreis|e preis|unit cost|price each|net price|tjm|ep"
    ),
    "discount": "discount|remise|rabais|reduction|rabatt|nachlass|skonto",
    "vat": "vat|vat rate|tax|tax rate|tva|taux tva|taux de tva|mwst|ust|mwst satz|steuersatz|taxe",
    "net": (
        "net|total|amount|line total|total ht|montant|montant ht|total net|gesamt|gesamtpreis|betrag|summe"
        "|netto|net amount|prix total|subtotal"
    ),
}
_HEADINGS: Final = {
    heading: kind for kind, headings in _HEADINGS_OF.items() for heading in headings.split("|")
}
_NUMBER: Final = re.compile(r"\(?[-+−]?\s?[\d.,'’ \u00a0\u2009\u202f]*\d[.,]?\)?")
_QUANTITY: Final = re.compile(r"([-+−]?[\d.,]*\d)[ \u00a0\u202f]?([^\W\d_][^\d]*?)\.?")
_MONEY: Final = re.compile(
    r"(?:[€$£¥₹]|\b(?:EUR|USD|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|JPY|Fr\.?)(?![^\W\d_]))", re.IGNORECASE
)


def folded_heading(cell: str) -> str:
    """A heading without accents, capitals and punctuation."""
    text = unicodedata.normalize("NFKD", cell.replace("ß", "ss")).casefold()
    kept = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return " ".join(kept.split())


def heading_kinds(row: Sequence[str]) -> list[Kind] | None:
    """What each column holds, if this row is one of headings; else None."""
    filled = [cell for cell in row if cell.strip()]
    known = [_HEADINGS.get(folded_heading(cell)) for cell in row]
    count = sum(kind is not None for kind in known)
    if not filled or count * 2 < len(filled) or any(is_number(cell) for cell in filled):
        return None
    if len(filled) == 1 and len(row) == 1:
        return None
    kinds: list[Kind] = []
    for kind in known:
        taken = kind in kinds and kind != "other"
        kinds.append("other" if kind is None or taken else kind)
    if "label" not in kinds and "description" in kinds:
        kinds[kinds.index("description")] = "label"
    return kinds


def guessed_kinds(rows: Sequence[Sequence[str]], rates: frozenset[Decimal], group: str) -> list[Kind]:
    """What each column holds, by its contents. `rates`: VAT rates likely in this document."""
    width = max(map(len, rows), default=0)
    columns = [[row[i].strip() if i < len(row) else "" for row in rows[:200]] for i in range(width)]
    kinds: list[Kind] = ["other"] * width
    figures = [i for i, column in enumerate(columns) if _is_mostly(column, is_number, half=i > 0)]
    for i, column in enumerate(columns):
        if i in figures or not any(column):
            continue
        if _is_mostly(column, _is_quantity) and "quantity" not in kinds:
            kinds[i] = "quantity"
        elif "unit" not in kinds and "label" in kinds and _is_mostly(column, _is_unit):
            kinds[i] = "unit"
        else:
            order: tuple[Kind, ...] = ("label", "description")
            kinds[i] = next((kind for kind in order if kind not in kinds), "other")
    values = {i: [_value(cell, group) for cell in columns[i]] for i in figures}
    _guess_figures(kinds, columns, values, rates, group)
    return kinds


def _guess_figures(
    kinds: list[Kind],
    columns: list[list[str]],
    values: dict[int, list[Decimal | None]],
    rates: frozenset[Decimal],
    group: str,
) -> None:
    left = list(values)
    for i in list(left):
        if any("%" in cell for cell in columns[i]):
            likely = all(value in rates for value in values[i] if value is not None)
            kind: Kind = "vat" if likely and "vat" not in kinds else "discount"
            kinds[i] = "vat" if kind in kinds and "vat" not in kinds else kind
            left.remove(i)
    factors = [values[i] for i in left]
    if "quantity" in kinds:
        factors.insert(
            0, [_value(split_quantity(cell)[0], group) for cell in columns[kinds.index("quantity")]]
        )
    if len(factors) >= 3 and _is_product(factors[0], factors[1], factors[-1]):
        kinds[left.pop()] = "net"
    for i in left[2:]:
        found = [value for value in values[i] if value is not None]
        if "vat" not in kinds and all(value in rates for value in found):
            kinds[i] = "vat"
            left.remove(i)
    order: list[Kind] = ["price"] if len(left) == 1 else ["quantity", "price", "discount"]
    if "quantity" in kinds and "quantity" in order:
        order.remove("quantity")
    for i, kind in zip(left, order, strict=False):
        kinds[i] = kind


def is_number(cell: str) -> bool:
    """Whether a cell is nothing but a number, with a currency or percent sign perhaps."""
    return bool(_NUMBER.fullmatch(bare_number(cell)))


def bare_number(cell: str) -> str:
    """The cell without currency and percent sign."""
    return _MONEY.sub("", cell).replace("%", "").strip(" \u00a0\u202f")


def cell_number(cell: str, decimals: int, group: str) -> Decimal:
    """The number in a cell; in brackets it is negative. Raises EntryError, also for a sum or a date."""
    bare = bare_number(cell)
    if not _NUMBER.fullmatch(bare):
        raise EntryError("unreadable", {"text": cell.strip()[:40]})
    is_bracketed = bare.startswith("(") and bare.endswith(")")
    value = parse_number(bare.strip("()"), decimals=decimals, group=group)
    return -value if is_bracketed else value


def group_mark(rows: Sequence[Sequence[str]], default: str) -> str:
    """The mark that groups by thousands in this sheet, as far as its numbers tell; else `default`."""
    votes: set[str] = set()
    for cell in (bare_number(cell) for row in rows[:500] for cell in row if is_number(cell)):
        comma, point = cell.rfind(","), cell.rfind(".")
        if comma >= 0 and point >= 0:
            votes.add("," if comma < point else ".")
        elif max(comma, point) >= 0 and len(cell.strip("()")) - max(comma, point) - 1 != 3:
            votes.add("." if comma >= 0 else ",")
    return votes.pop() if len(votes) == 1 else default


def _is_mostly(column: list[str], test: Callable[[str], bool], *, half: bool = False) -> bool:
    filled = [cell for cell in column if cell]
    share = sum(map(test, filled))
    return bool(filled) and (share * 2 >= len(filled) if half else share * 5 >= len(filled) * 4)


def _is_unit(cell: str) -> bool:
    return len(cell) <= 12 and unit_code(cell) in CODES


def split_quantity(cell: str) -> tuple[str, str]:
    """Figure and unit of a cell such as `2.5 day`; no unit where there is none."""
    found = _QUANTITY.fullmatch(cell.strip())
    return (found[1], found[2]) if found else (cell, "")


def _is_quantity(cell: str) -> bool:
    _, unit = split_quantity(cell)
    return bool(unit) and _is_unit(unit)


def _value(cell: str, group: str) -> Decimal | None:
    try:
        return cell_number(cell, 8, group)
    except EntryError:
        return None


def _is_product(a: list[Decimal | None], b: list[Decimal | None], c: list[Decimal | None]) -> bool:
    triples = [(x * y, z) for x, y, z in zip(a, b, c, strict=True) if None not in (x, y, z) and x and y and z]
    agree = sum(abs(product - z) <= max(abs(z) / 100, Decimal("0.02")) for product, z in triples)
    return bool(triples) and agree * 2 > len(triples)
