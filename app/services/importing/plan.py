"""The dry run: what would become of each row, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from app.domain.money import plain
from app.services.book_columns import ITEM_COLUMNS, as_meant, contact_texts, item_texts
from app.services.importing.cells import BadCell
from app.services.importing.headings import Kind
from app.services.importing.matching import (
    SEVERAL,
    Marks,
    Matcher,
    contact_marks,
    item_marks,
    marks_of,
    repeated,
)
from app.services.importing.records import Terms, Values, contact_from, item_from, name_of
from app.services.importing.tables import Reason, Row, Table
from app.store.book import CatalogueItem, Contact

Record = Contact | CatalogueItem
Known = Literal["update", "leave", "add"]
"""What is to be done with what is known already and differs."""
State = Literal["new", "changed", "left", "same", "refused"]
Tick = Callable[[int, int], None]

_STEP: Final = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """One member of a record that would not be what it was."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What would become of one row, or of the rows of one item."""

    line: int
    name: str
    state: State
    reason: Reason | None = None
    before: Record | None = None
    after: Record | None = None

    def differences(self) -> tuple[Difference, ...]:
        """Member by member what changes; nothing for a new record."""
        if self.before is None or self.after is None:
            return ()
        before, after = shown_texts(self.before), shown_texts(self.after)
        return tuple(
            Difference(column, before[column], after[column])
            for column in after
            if before[column] != after[column]
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """Every row with what would become of it, in the order of the file."""

    kind: Kind
    entries: tuple[Entry, ...]

    def counts(self) -> Mapping[State, int]:
        """How many rows of each state."""
        return Counter(entry.state for entry in self.entries)

    def writes(self) -> list[Entry]:
        """What would be written."""
        return [entry for entry in self.entries if entry.state in ("new", "changed")]


@dataclass(frozen=True, slots=True)
class _Group:
    """The rows that make one record: one of a customer, one for each price of an item."""

    line: int
    rows: tuple[Values, ...]
    marks: Marks


def shown_texts(record: Record) -> dict[str, str]:
    """The record by column; an item's prices together."""
    if isinstance(record, Contact):
        return {name: text for name, text in contact_texts(record).items() if name != "id"}
    texts = next(item_texts(record))
    texts["price"] = "; ".join(f"{plain(price.price)} {price.currency}" for price in record.prices)
    return {name: texts[name] for name in ITEM_COLUMNS if name not in ("id", "currency")}


def planned(
    kind: Kind,
    table: Table,
    mapping: Sequence[str],
    records: Sequence[Record],
    terms: Terms,
    known: Known = "update",
    tick: Tick = lambda _done, _total: None,
) -> Plan:
    """What would become of each row of the table beside these records. `tick` may raise to stop."""
    entries = [Entry(line, "", "refused", reason) for line, reason in table.broken]
    groups: list[_Group] = []
    again: list[Entry] = []
    if kind == "items":
        groups, again = _item_groups(table, mapping, terms)
    else:
        rows = [(row.line, _values(row, mapping, terms)) for row in table.rows]
        groups = [_Group(line, (values,), contact_marks(values)) for line, values in rows]
    twice = repeated([group.marks for group in groups], lambda at: groups[at].line)
    rows_left = [group for at, group in enumerate(groups) if at not in twice]
    matches = Matcher(map(marks_of, records)).matched([group.marks for group in rows_left])
    ids = {record.id for record in records}
    entries += again
    entries += [
        Entry(groups[at].line, _name(groups[at]), "refused", Reason("twice", {"line": str(line)}))
        for at, line in twice.items()
    ]
    for done, (group, place) in enumerate(zip(rows_left, matches, strict=True)):
        if not done % _STEP:
            tick(done, len(rows_left))
        if place == SEVERAL and known != "add":
            entries.append(Entry(group.line, _name(group), "refused", Reason("several")))
            continue
        before = None if place is None or place == SEVERAL else records[place]
        entries.append(_entry(kind, group, before, terms, known, ids))
    return Plan(kind, tuple(sorted(entries, key=lambda entry: entry.line)))


def _entry(
    kind: Kind, group: _Group, before: Record | None, terms: Terms, known: Known, ids: set[str]
) -> Entry:
    name = _name(group)
    try:
        if not name and before is None:
            return Entry(group.line, name, "refused", Reason("nameless"))
        after = _made(kind, group, before, terms)
        if before is not None:
            name = name or _called(before)
            if after == before:
                return Entry(group.line, name, "same", None, before, after)
            if known == "update":
                return Entry(group.line, name, "changed", None, before, after)
            if known == "leave":
                return Entry(group.line, name, "left", None, before, after)
            after = _made(kind, group, None, terms)
        wanted = group.marks.id
        after = after.model_copy(update={"id": "" if wanted in ids else wanted})
        return Entry(group.line, name, "new", None, None, after)
    except BadCell as bad:
        return Entry(group.line, name, "refused", bad.reason)


def _made(kind: Kind, group: _Group, before: Record | None, terms: Terms) -> Record:
    if len(group.marks.id) > 64:
        raise BadCell("misfit", "id", group.marks.id, misfit="string_too_long", max_length="64", reason="")
    if kind == "customers":
        return contact_from(group.rows[0], before if isinstance(before, Contact) else Contact(), terms)
    return item_from(group.rows, before if isinstance(before, CatalogueItem) else CatalogueItem(), terms)


def _called(record: Record) -> str:
    return record.party.name if isinstance(record, Contact) else record.label or record.code


def _name(group: _Group) -> str:
    values = group.rows[0]
    return name_of(values) or values.get("label", "") or values.get("code", "")


def _values(row: Row, mapping: Sequence[str], terms: Terms) -> Values:
    """The cells that hold something and are wanted, without the blanks around them."""
    values: dict[str, str] = {}
    for target, cell in zip(mapping, row.cells, strict=False):
        if target and (cell if terms.is_ours else cell.strip()):
            meant = as_meant(cell)
            values[target] = meant if terms.is_ours else meant.strip()
    return values


def _item_groups(table: Table, mapping: Sequence[str], terms: Terms) -> tuple[list[_Group], list[Entry]]:
    """Rows of the same item in different currencies are one; a second price in one currency is refused."""
    places: dict[object, int] = {}
    groups: list[_Group] = []
    refused: list[Entry] = []
    for row in table.rows:
        values = _values(row, mapping, terms)
        marks = item_marks(values)
        key: object = marks.id or marks.whole
        place = places.get(key)
        if place is None or not (marks.id or marks.firms or marks.name):
            places[key] = len(groups)
            groups.append(_Group(row.line, (values,), marks))
            continue
        group = groups[place]
        if values.get("currency", "") in {each.get("currency", "") for each in group.rows}:
            reason = Reason("twice", {"line": str(group.line)})
            refused.append(Entry(row.line, _name(group), "refused", reason))
        else:
            groups[place] = _Group(group.line, (*group.rows, values), marks)
    return groups, refused
