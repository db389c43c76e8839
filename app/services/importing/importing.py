"""An import from file to store: read, planned, kept in one transaction, taken back as one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import Table as StoreTable

from app.services.importing import headings
from app.services.importing.cells import DecimalMark, decimal_mark_of
from app.services.importing.headings import Kind
from app.services.importing.plan import Known, Plan, Record, Tick, planned
from app.services.importing.records import Terms
from app.services.importing.tables import Layout, Table, read_table
from app.store import clock, imports, meta, shelves
from app.store.book import CatalogueItem, Contact
from app.store.database import Database
from app.store.problems import StoreProblem
from app.store.schema import CONTACTS, ITEMS

ALL = 10_000_000
REMEMBERED = 30

_NUMBERS = frozenset(("price", "price_gross", "vat_rate", "discount_percent"))


class NotAsPlanned(StoreProblem):
    """Another window changed what the import was to change; nothing was written."""


class NotTakenBack(StoreProblem):
    """Some of what was imported was changed since; `names` are the first of it. Nothing was taken back."""

    def __init__(self, names: Sequence[str], count: int) -> None:
        super().__init__(
            "The import cannot be taken back.", f"{count} records were changed since.", "Delete one by one."
        )
        self.names = tuple(names)
        self.count = count


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose in place of what was found out; None and empty: as found."""

    mapping: tuple[str, ...] | None = None
    mark: DecimalMark | None = None
    known: Known = "update"


@dataclass(frozen=True, slots=True)
class Preview:
    """The table, how it was understood, and what would become of each row."""

    table: Table
    mapping: tuple[str, ...]
    mark: DecimalMark
    plan: Plan


@dataclass(frozen=True, slots=True)
class Taken:
    """An import that was kept: when, of which file, and how much."""

    at: datetime
    file: str
    added: int
    changed: int


class Importing:
    """Imports of one store. Methods that take long report to `tick`, which may raise to stop them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, kind: Kind, content: bytes, layout: Layout, tick: Tick) -> Table:
        """The table of a file. Raises UnreadableTable."""
        return read_table(content, layout, lambda row: headings.known(kind, row), tick)

    def preview(self, kind: Kind, table: Table, choices: Choices, tick: Tick) -> Preview:
        """What would become of each row; nothing is written."""
        with self._database.reading() as connection:
            records: list[Any] = (
                shelves.contacts(connection, "", ALL)
                if kind == "customers"
                else shelves.items(connection, "", ALL)
            )
            currency = shelves.profile(connection).currency
            remembered = self._mappings(connection, kind).get(headings.signature(table.headings))
        mapping = (
            choices.mapping or _fitting(kind, remembered, table) or headings.mapped(kind, table.headings)
        )
        is_ours = choices.mapping in (None, mapping) and headings.is_ours(kind, table.headings)
        mark = choices.mark or ("." if is_ours else _mark_of(table, mapping))
        terms = Terms(mark, currency, is_ours)
        plan = planned(kind, table, mapping, records, terms, choices.known, tick)
        return Preview(table, mapping, mark, plan)

    def keep(self, preview: Preview, file: str, tick: Tick) -> Taken:
        """Write what was planned, all or nothing, and remember how to take it back.

        Raises NotAsPlanned when a record that is to change is no longer what the plan was made for.
        """
        kind, table = preview.plan.kind, _shelf(preview.plan.kind)
        moment = datetime.now(UTC)
        writes = preview.plan.writes()
        rows: list[dict[str, Any]] = []
        for done, entry in enumerate(writes):
            assert entry.after is not None
            # The first of the file is the one used last, so that lists have the order of the file.
            now = clock.written(moment - timedelta(microseconds=done))
            rows.append(_row(entry.after, now))
            if not done % 500:
                tick(done, len(writes))
        changed = {entry.before.id: entry.before for entry in writes if entry.before is not None}
        added = [row["id"] for row in rows if row["id"] not in changed]
        log: dict[str, Any] = {"at": clock.written(moment), "file": file}
        log["written"] = {row["id"]: _print(row["body"]) for row in rows}
        with self._database.writing() as connection:
            before = imports.bodies_of(connection, table, [row["id"] for row in rows])
            if set(before) != set(changed) or any(
                _read(kind, before[each]) != changed[each] for each in changed
            ):
                raise NotAsPlanned(
                    "Another window has changed some of these records.", "", "Look at the preview once more."
                )
            log["before"] = before
            imports.put(connection, table, rows)
            if rows:
                imports.remember(connection, f"import.{kind}", json.dumps(log))
            mappings = self._mappings(connection, kind)
            mappings.pop(headings.signature(preview.table.headings), None)
            mappings[headings.signature(preview.table.headings)] = list(preview.mapping)
            latest = dict(list(mappings.items())[-REMEMBERED:])
            imports.remember(connection, f"import.mappings.{kind}", json.dumps(latest))
        return Taken(moment, file, len(added), len(changed))

    def last(self, kind: Kind) -> Taken | None:
        """The import that can be taken back; None when there is none."""
        with self._database.reading() as connection:
            log = self._log(connection, kind)
        if log is None:
            return None
        changed = len(log["before"])
        return Taken(clock.read(log["at"]), log["file"], len(log["written"]) - changed, changed)

    def take_back(self, kind: Kind) -> Taken | None:
        """Put everything the last import wrote back to what it was; None when there is nothing to.

        Raises NotTakenBack when any of it was changed since. What was deleted since stays deleted.
        """
        table = _shelf(kind)
        with self._database.writing() as connection:
            log = self._log(connection, kind)
            if log is None:
                return None
            written, before = log["written"], log["before"]
            now = imports.bodies_of(connection, table, list(written))
            other = [body for each, body in now.items() if _print(body) != written[each]]
            if other:
                names = [_name(_read(kind, body)) for body in other[:3]]
                raise NotTakenBack(names, len(other))
            imports.remove(connection, table, [each for each in written if each not in before])
            moment = clock.written(datetime.now(UTC))
            # The body as it was, to the letter, so that what it was changed from can be compared again.
            rows = [
                shelves.row_of(_read(kind, body), moment) | {"body": body}
                for each, body in before.items()
                if each in now
            ]
            imports.put(connection, table, rows)
            imports.remember(connection, f"import.{kind}", None)
        return Taken(clock.read(log["at"]), log["file"], len(written) - len(before), len(before))

    def _mappings(self, connection: Connection, kind: Kind) -> dict[str, list[str]]:
        kept = meta.value(connection, f"import.mappings.{kind}")
        return {} if kept is None else dict(json.loads(kept, parse_float=Decimal))

    def _log(self, connection: Connection, kind: Kind) -> dict[str, Any] | None:
        kept = meta.value(connection, f"import.{kind}")
        return None if kept is None else dict(json.loads(kept, parse_float=Decimal))


def _fitting(kind: Kind, remembered: Sequence[str] | None, table: Table) -> tuple[str, ...] | None:
    """A mapping used before for these headings, unless it is not of this version or the file has none."""
    if remembered is None or len(remembered) != len(table.headings) or not any(table.headings):
        return None
    targets = {"", *headings.TARGETS[kind]}
    return tuple(remembered) if set(remembered) <= targets else None


def _mark_of(table: Table, mapping: Sequence[str]) -> DecimalMark:
    columns = [place for place, target in enumerate(mapping) if target in _NUMBERS]
    texts = (row.cells[place] for row in table.rows for place in columns if place < len(row.cells))
    # Where lists are written with semicolons the comma is taken by numbers.
    return decimal_mark_of(texts) or ("," if table.layout.separator == ";" else ".")


def _shelf(kind: Kind) -> StoreTable:
    return CONTACTS if kind == "customers" else ITEMS


def _row(record: Record, now: str) -> dict[str, Any]:
    if isinstance(record, Contact):
        return shelves.row_of(shelves.dated(record, now), now)
    return shelves.row_of(shelves.dated(record, now), now)


def _read(kind: Kind, body: str) -> Record:
    model = Contact if kind == "customers" else CatalogueItem
    return model.model_validate_json(body)


def _name(record: Record) -> str:
    return record.party.name if isinstance(record, Contact) else record.label or record.code


def _print(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:24]
