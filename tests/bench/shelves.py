"""Search among many invoices, and the durable record of one edit."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from app.domain.draft import Draft
from app.domain.parties import Party
from app.domain.rows import Line
from app.domain.totals import compute
from app.services.history import HistoryChange
from app.services.workspace import StoreLocation, Workspace
from app.store import documents
from app.store.opening import open_database
from tests.bench.invoices import invoice
from tests.bench.rows import Row, median, percentile

DOCUMENTS_FULL, DOCUMENTS_QUICK = 100_000, 10_000
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
    yield Row(f"make {count:,} invoices of {LINES_EACH} lines, indexed", time.perf_counter() - began, "s")
    workspace = Workspace.open(location)
    took: list[float] = []
    for text in ASKED * (4 if quick else 8):
        start = time.perf_counter()
        workspace.cards("all", text, 50)
        took.append((time.perf_counter() - start) * 1000)
    workspace.close()
    worst = f"p95 {percentile(took, 0.95):.1f}, worst {max(took):.1f}"
    yield Row(f"search {count:,} invoices, 50 cards", median(took), target=5.0, note=worst)


def _fill(location: StoreLocation, count: int) -> None:
    database = open_database(location)
    lines = [
        tuple(
            Line(id=f"r{place}", label=f"{_GOODS[(kind + place) % 7]} {place + kind}", unit_price=Decimal(kind + 7))
            for place in range(LINES_EACH)
        )
        for kind in range(50)
    ]
    totals = [compute(Draft(rows=rows)) for rows in lines]
    first_day = date(2020, 1, 1)
    now = datetime.now(UTC)
    with database.writing() as connection:
        for number in range(count):
            name = f"{_TRADES[number % 7]} {_TOWNS[number % 11]} {number % 4001}"
            draft = Draft(
                id=f"d{number}",
                number=f"F{2020 + number % 7}-{number:06}",
                buyer=Party(name=name),
                subject=f"Lot {number}",
                issue_date=first_day + timedelta(days=number % 2400),
            ).edited(rows=lines[number % 50])
            documents.add(connection, draft, totals[number % 50], (now + timedelta(seconds=number)).isoformat())
    database.close()


def _record(location: StoreLocation, quick: bool) -> Iterator[Row]:
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
