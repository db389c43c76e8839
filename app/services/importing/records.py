"""A row as a customer or an item: what its cells state of it. An empty cell takes nothing away."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from app.domain.codec import misfit_params
from app.domain.identifiers import compact
from app.domain.parties import Address, BankAccount, Party, TaxId
from app.services.book_columns import BANK, DIRECT, PLACE, SCHEMES
from app.services.importing import cells
from app.services.importing.cells import BadCell, DecimalMark
from app.store.book import CatalogueItem, Contact, CurrencyPrice

Values = Mapping[str, str]
"""The cells of a row that hold something, by target."""

PRICE_ENTRIES: Final = dict.fromkeys(
    (
        "net",
        "ht",
        "hors taxe",
        "hors taxes",
        "netto",
        "neto",
        "excl",
        "excluded",
        "false",
        "no",
        "non",
        "nein",
    ),
    "net",
) | dict.fromkeys(
    ("gross", "ttc", "brutto", "lordo", "bruto", "incl", "included", "true", "yes", "oui", "ja", "si", "sim"),
    "gross",
)
CATEGORIES: Final = {code.lower(): code for code in ("S", "Z", "E", "AE", "K", "G", "O", "B", "L", "M")}
TEXTS: Final = ("code", "label", "description", "unit")
_EXACT: Final = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?")
_Made = TypeVar("_Made")
_SPACELESS: Final = frozenset(("vat_id", "siren", "siret", "iban"))


@dataclass(frozen=True, slots=True)
class Terms:
    """How the cells of a file are read: its decimal mark, and the currency of prices that name none.

    `is_ours`: our own export wrote it, and its texts are taken as they are.
    """

    mark: DecimalMark = "."
    currency: str = "EUR"
    is_ours: bool = False


def contact_from(values: Values, before: Contact, terms: Terms) -> Contact:
    """The customer this row states. Raises BadCell."""
    changes: dict[str, Any] = {"party": _party(values, before.party, terms)}
    if text := values.get("language"):
        changes["language"] = cells.language(text, "language")
    if text := values.get("currency"):
        changes["currency"] = cells.currency(text, "currency")
    if text := values.get("payment_days"):
        changes["payment_days"] = cells.days(text, "payment_days")
    if text := values.get("discount_percent"):
        changes["discount_percent"] = _number(text, "discount_percent", terms)
    if text := values.get("note"):
        changes["note"] = text
    return _valid(lambda: Contact(**(_members(before) | changes)), values)


def item_from(rows: Sequence[Values], before: CatalogueItem, terms: Terms) -> CatalogueItem:
    """The item these rows state: the first says what it is, each of them a price. Raises BadCell."""
    first = rows[0]
    changes: dict[str, Any] = {
        name: first[name] for name in ("code", "label", "description", "unit") if name in first
    }
    if "label" not in changes and not before.label:
        changes["label"] = first.get("code", "")
    entry = before.price_entry
    if text := first.get("price_entry"):
        entry = _entry(cells.choice(text, "price_entry", PRICE_ENTRIES))
    if any("price" in row for row in rows):
        entry = entry if "price_entry" in first else "net"
    elif any("price_gross" in row for row in rows):
        entry = "gross"
    changes["price_entry"] = entry
    rate: Decimal | None = None
    if text := first.get("vat_rate"):
        rate = changes["vat_rate"] = _number(text, "vat_rate", terms)
    if text := first.get("vat_category"):
        changes["vat_category"] = cells.choice(text, "vat_category", CATEGORIES)
    elif rate is not None and not before.id:
        changes["vat_category"] = "S" if rate else "Z"
    prices = {price.currency: price for price in before.prices}
    for row in rows:
        column = "price" if "price" in row else "price_gross"
        if text := row.get(column):
            code = cells.currency(row["currency"], "currency") if "currency" in row else terms.currency
            value = _number(text, column, terms)
            if code not in prices or prices[code].price != value:
                prices[code] = _valid(lambda: CurrencyPrice(currency=code, price=value), row)  # noqa: B023
    changes["prices"] = tuple(prices.values())
    return _valid(lambda: CatalogueItem(**(_members(before) | changes)), first)


def name_of(values: Values) -> str:
    """What a customer's row is called: its name, else the person in it."""
    person = " ".join(values[name] for name in ("first_name", "last_name") if name in values)
    return values.get("name", "") or person or values.get("contact_name", "")


def _party(values: Values, before: Party, terms: Terms) -> Party:
    changes: dict[str, Any] = {name: values[name] for name in DIRECT if name in values}
    person = " ".join(values[name] for name in ("first_name", "last_name") if name in values)
    if name := name_of(values):
        changes["name"] = name
    if person and "contact_name" not in values and person != name:
        changes["contact_name"] = person
    place = {name: values[name] for name in PLACE if name in values}
    if "house_number" in values and not place.get("line1", "").endswith(values["house_number"]):
        place["line1"] = f"{place.get('line1', '')} {values['house_number']}".strip()
    if text := place.get("country"):
        place["country"] = text if terms.is_ours else cells.country(text, "country")
    if place:
        changes["addresses"] = _with_place(before, place, values)
    changes["tax_ids"] = _with_tax_ids(before, values)
    bank = {name: values[name] for name in BANK if name in values}
    if bank:
        account = next(iter(before.bank_accounts), BankAccount())
        if compact(account.iban) == compact(bank.get("iban", "")):
            bank.pop("iban", None)
        account = _valid(lambda: BankAccount(**(_members(account) | bank)), values)
        changes["bank_accounts"] = (account, *before.bank_accounts[1:])
    return _valid(lambda: Party(**(_members(before) | changes)), values)


def _with_place(before: Party, place: dict[str, str], values: Values) -> tuple[Address, ...]:
    address = before.address() or Address()
    changed = _valid(lambda: Address(**(_members(address) | place)), values)
    if not before.addresses:
        return (changed,)
    return tuple(changed if each is address else each for each in before.addresses)


def _with_tax_ids(before: Party, values: Values) -> tuple[TaxId, ...]:
    tax_ids = list(before.tax_ids)
    for name, scheme in SCHEMES.items():
        text = values.get(name, "")
        known = before.tax_id(scheme)
        if not text or (compact(text) == compact(known) and name in _SPACELESS):
            continue
        stated = _valid(lambda: TaxId(scheme=scheme, value=text), values)  # noqa: B023
        place = next((at for at, each in enumerate(tax_ids) if each.scheme == scheme), None)
        if place is None:
            tax_ids.append(stated)
        else:
            tax_ids[place] = stated.model_copy(update={"label": tax_ids[place].label})
    return tuple(tax_ids)


def _number(text: str, column: str, terms: Terms) -> Decimal:
    """The number; of our own files with the decimals it was written with."""
    if terms.is_ours and _EXACT.fullmatch(text):
        return Decimal(text)
    return cells.number(text, column, terms.mark)


def _entry(word: str) -> Any:
    return word


def _members(value: BaseModel) -> dict[str, Any]:
    # What pydantic's own walk over the members gives, in a tenth of its time: rows come by the 10,000.
    return dict(vars(value))


def _valid(make: Callable[[], _Made], values: Values) -> _Made:
    """What this makes; the model's refusal as that of a cell."""
    try:
        return make()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        column = next((str(part) for part in reversed(first["loc"]) if str(part) in values), "")
        params = {name: text for name, text in misfit_params(first).items() if name != "text"}
        raise BadCell("misfit", column, values.get(column, ""), **params) from None
