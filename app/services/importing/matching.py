"""Which row is which record: by its id or code, by VAT or company number, then by name and postal code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.identifiers import compact
from app.services.book_columns import contact_texts
from app.services.importing.records import Values, name_of
from app.store.book import CatalogueItem, Contact
from app.store.words import words_of

SEVERAL: Final = -1
"""More than one record answers, and nothing tells which is meant."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells one record from another. `firms` are numbers of a company, `branch` that of one place."""

    id: str = ""
    firms: frozenset[str] = frozenset()
    branch: str = ""
    name: str = ""
    postcode: str = ""

    @property
    def whole(self) -> tuple[frozenset[str], str, str, str]:
        """All but the id: two rows that agree in it are the same thing said twice."""
        return self.firms, self.branch, self.name, self.postcode


def contact_marks(values: Values) -> Marks:
    """What tells the customer of this row."""
    vat, siren, siret = (compact(values.get(name, "")) for name in ("vat_id", "siren", "siret"))
    firms = {f"vat {vat}"} if vat else set()
    if vat.startswith("FR") and len(vat) == 13:
        firms.add(f"siren {vat[4:]}")
    for number in (siren, siret[:9]):
        if number:
            firms.add(f"siren {number}")
    postcode = compact(values.get("postal_code", ""))
    return Marks(values.get("id", ""), frozenset(firms), siret, " ".join(words_of(name_of(values))), postcode)


def item_marks(values: Values) -> Marks:
    """What tells the item of this row: its code, and only where it has none its label."""
    code = compact(values.get("code", ""))
    name = "" if code else " ".join(words_of(values.get("label", "")))
    return Marks(values.get("id", ""), frozenset({f"code {code}"} if code else ()), name=name)


def marks_of(record: Contact | CatalogueItem) -> Marks:
    """What tells this record."""
    if isinstance(record, Contact):
        return contact_marks(contact_texts(record))
    known = item_marks({"id": record.id, "code": record.code, "label": record.label})
    return Marks(record.id, known.firms, name=" ".join(words_of(record.label)))


class Matcher:
    """Finds for each row the record it is about; none is found twice."""

    def __init__(self, records: Iterable[Marks]) -> None:
        self._marks = list(records)
        self._taken: set[int] = set()
        self._by_id = {marks.id: at for at, marks in enumerate(self._marks)}
        self._by_firm: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for at, marks in enumerate(self._marks):
            for firm in marks.firms:
                self._by_firm[firm].append(at)
            if marks.name:
                self._by_name[marks.name].append(at)

    def matched(self, rows: Sequence[Marks]) -> list[int | None]:
        """For each row the place of its record, None for a new one, or SEVERAL.

        What fits in more ways goes first, so that the order of the rows does not decide.
        """
        found: list[int | None] = [None] * len(rows)
        for find, is_exact in (
            (self._same_id, True),
            (self._same_in_all, True),
            (self._firm, False),
            (self._same_place, True),
            (self._same_name, False),
        ):
            for at, row in enumerate(rows):
                if found[at] is None:
                    found[at] = self._one(find(row), is_exact)
        return found

    def _one(self, places: list[int], is_exact: bool) -> int | None:
        """The record that is still free; of those that answer in all, the first will do."""
        free = [place for place in places if place not in self._taken]
        if len(free) > 1 and not is_exact:
            return SEVERAL
        if not free:
            return None
        self._taken.add(free[0])
        return free[0]

    def _same_id(self, row: Marks) -> list[int]:
        return [self._by_id[row.id]] if row.id in self._by_id else []

    def _same_in_all(self, row: Marks) -> list[int]:
        return [at for at in self._firm(row) if self._is_at(at, row)]

    def _same_place(self, row: Marks) -> list[int]:
        return [at for at in self._by_name.get(row.name, ()) if self._is_at(at, row) and self._fits(at, row)]

    def _same_name(self, row: Marks) -> list[int]:
        """The same name where one of the two says no postal code and no number speaks against it."""
        return [
            at
            for at in self._by_name.get(row.name, ())
            if not (row.postcode and self._marks[at].postcode)
            and self._fits(at, row)
            and (not row.firms or not self._marks[at].firms or row.firms & self._marks[at].firms)
        ]

    def _firm(self, row: Marks) -> list[int]:
        places = {at for firm in row.firms for at in self._by_firm.get(firm, ())}
        return sorted(at for at in places if self._fits(at, row))

    def _is_at(self, at: int, row: Marks) -> bool:
        return self._marks[at].name == row.name and self._marks[at].postcode == row.postcode

    def _fits(self, at: int, row: Marks) -> bool:
        branch = self._marks[at].branch
        return not branch or not row.branch or branch == row.branch


def repeated(rows: Sequence[Marks], line_of: Callable[[int], int]) -> dict[int, int]:
    """The rows that say again what an earlier row says, with the line of that one."""
    first: dict[object, int] = {}
    again: dict[int, int] = {}
    for at, row in enumerate(rows):
        key: object = row.id or row.whole
        if key in first:
            again[at] = line_of(first[key])
        else:
            first[key] = at
    return again
