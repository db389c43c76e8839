"""Search among many invoices, and the durable record of one edit."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Connection, text

from app.domain.draft import Draft
from app.domain.parties import Party
from app.domain.rows import Line
from app.domain.totals import compute
from app.services.history import HistoryChange
from app.services.workspace import StoreLocation, Workspace
from app.store import documents
from app.store.opening import open_database
from app.store.schema import DOCUMENTS
from tests.bench.invoices import invoice
from tests.bench.rows import Row, median, percentile
from tests.bench.stopwatch import times_ms

DOCUMENTS_FULL, DOCUMENTS_QUICK = 100_000, 10_000
MADE = 1_000
LINES_EACH = 10
_TOWNS = ("Lyon", "Paris", "Lille", "Nantes", "Brest", "Metz", "Nice", "Pau", "Sète", "Dole", "Albi")
_TRADES = ("Société", "Atelier", "Garage", "Librairie", "Boulangerie", "Cabinet", "Menuiserie")
_GOODS = ("Maquettes", "Formation", "Conseil", "Hébergement", "Photographies", "Impression", "Câblage")
ASKED = ("lyon", "librairie bre", "conseil 4", "F2026-004", "1 234", "maquettes metz", "zzz", "nan")


def measure(quick: bool) -> Iterator[Row]:
    """The rows of this group."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _search(StoreLocation(folder=Path(folder) / "many"), quick)
        yield from _record(StoreLocation(folder=Path(folder) / "one"), quick)


def _search(location: StoreLocation, quick: bool) -> Iterator[Row]:
    count = DOCUMENTS_QUICK if quick else DOCUMENTS_FULL
    began = time.perf_counter()
    _fill(location, count)
    note = f"{MADE:,} made by the store, the others copied"
    yield Row(
        f"fill {count:,} invoices of {LINES_EACH} lines, indexed", time.perf_counter() - began, "s", note=note
    )
    workspace = Workspace.open(location)
    took: list[float] = []
    for asked in ASKED * (4 if quick else 8):
        start = time.perf_counter()
        workspace.cards("all", asked, 50)
        took.append((time.perf_counter() - start) * 1000)
    workspace.close()
    worst = f"p95 {percentile(took, 0.95):.1f}, worst {max(took):.1f}"
    yield Row(f"search {count:,} invoices, 50 cards", median(took), target=5.0, note=worst)


def _fill(location: StoreLocation, count: int) -> None:
    """Make some through the store's own code, then copy their rows until there are enough."""
    database = open_database(location)
    lines = [
        tuple(
            Line(
                id=f"r{place}",
                label=f"{_GOODS[(kind + place) % 7]} {place + kind}",
                unit_price=Decimal(kind + 7),
            )
            for place in range(LINES_EACH)
        )
        for kind in range(50)
    ]
    totals = [compute(Draft(rows=rows)) for rows in lines]
    first_day = date(2020, 1, 1)
    now = datetime.now(UTC)
    with database.writing() as connection:
        for number in range(MADE):
            name = f"{_TRADES[number % 7]} {_TOWNS[number % 11]} {number}"
            draft = Draft(
                id=f"d{number}",
                number=f"F{2020 + number % 7}-{number:06}",
                buyer=Party(name=name),
                subject=f"Lot {number}",
                issue_date=first_day + timedelta(days=number % 2400),
            ).edited(rows=lines[number % 50])
            documents.add(
                connection, draft, totals[number % 50], (now + timedelta(seconds=number)).isoformat()
            )
        _copy(connection, count // MADE - 1)
    database.close()


def _copy(connection: Connection, times: int) -> None:
    others = ", ".join(column.name for column in DOCUMENTS.c if column.name not in ("id", "search_row"))
    connection.execute(text(f"CREATE TEMP TABLE made AS SELECT * FROM documents LIMIT {MADE}"))
    connection.execute(
        text("CREATE TEMP TABLE found AS SELECT rowid AS row, words, snippets FROM search ORDER BY rowid")
    )
    for copy in range(1, times + 1):
        shift = {"shift": copy * MADE * 2, "suffix": f"-{copy}"}
        connection.execute(
            text(
                f"INSERT INTO documents (id, search_row, {others}) "
                f"SELECT id || :suffix, search_row + :shift, {others} FROM made"
            ),
            shift,
        )
        connection.execute(
            text(
                "INSERT INTO search (rowid, words, snippets) SELECT row + :shift, words, snippets FROM found"
            ),
            {"shift": shift["shift"]},
        )


def _record(location: StoreLocation, quick: bool) -> Iterator[Row]:
    yield Row("  one row of 1 kB by bare sqlite3, WAL, synchronous=FULL", _bare_insert_ms(location))
    workspace = Workspace.open(location)
    for lines in (50, 5000):
        opened = workspace.create(invoice(lines))
        history, took = opened.history, []
        row = history.draft.rows[lines // 2]
        place = history.draft.rows.index(row)
        for press in range(40 if quick else 150):
            draft = history.draft
            changed = row.model_copy(update={"description": f"key {press}"})
            after = draft.edited(rows=(*draft.rows[:place], changed, *draft.rows[place + 1 :]))
            change = history.edit("Edit", after, key=f"rows.{row.id}", at=datetime.now(UTC))
            if not isinstance(change, HistoryChange):
                raise TypeError("the edit made no change")
            start = time.perf_counter()
            workspace.record(opened.id, (change,))
            took.append((time.perf_counter() - start) * 1000)
        note = f"p95 {percentile(took, 0.95):.2f}, worst {max(took):.1f}"
        yield Row(f"record an edit durably, {lines} lines", median(took), target=1.0, note=note)
    workspace.close()


def _bare_insert_ms(location: StoreLocation) -> float:
    folder = location.folder or Path()
    folder.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE journal (text)")
        return median(times_ms(lambda: bare.execute("INSERT INTO journal VALUES (?)", ("x" * 1000,)), 100))
