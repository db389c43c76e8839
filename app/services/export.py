"""Everything as plain files: JSON, PDF and CSV that need no program of ours to be read."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection

from app.domain.codec import draft_to_json
from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.money import plain
from app.domain.rows import Section
from app.domain.totals import compute
from app.services.book_columns import CONTACT_COLUMNS, ITEM_COLUMNS, contact_texts, harmless, item_texts
from app.services.drafts import Drafts
from app.services.opened import OpenedDocument
from app.services.whole_file import write_whole
from app.store import archive, documents, journal, shelves
from app.store.book import CatalogueItem, Contact
from app.store.database import Database
from app.store.problems import DocumentNewer, NoSuchDocument, NotExported, StoreNewer
from app.store.records import DocumentCard, ExportReport
from app.store.schema import CONTACTS, ITEMS

Progress = Callable[[int, int, str], None]
_Record = TypeVar("_Record", Contact, CatalogueItem)

_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")
_README = """Everything Factotum kept, as plain files.

documents/    one JSON file for each document (drafts and issued ones), named after its number, or after
              its id while it is a draft; beside each issued one its page as PDF, byte for byte as issued.
documents.csv one line for each document, with its totals.
lines.csv     one line for each line and section of every document.
contacts      the address book, as JSON and CSV.
catalogue     the items, as JSON and CSV.
profile.json  who issues, and how new documents start.

Text is UTF-8. Amounts are written with a decimal point. Dates are year-month-day. In the CSV files a
text that a spreadsheet would take for a formula has an apostrophe before it. What a newer version keeps
in a way that this one cannot read is in the JSON as that version keeps it, and not in the CSV.
"""
_DOCUMENT_COLUMNS = [
    "id",
    "status",
    "kind",
    "number",
    "series",
    "issue_date",
    "due_date",
    "buyer_name",
    "buyer_vat_id",
    "subject",
    "currency",
    "net",
    "tax",
    "gross",
    "prepaid",
    "payable",
    "issued_at",
    "pdf_sha256",
    "void_reason",
    "file",
]
_LINE_COLUMNS = [
    "document_id",
    "number",
    "row_id",
    "kind",
    "section",
    "label",
    "description",
    "quantity",
    "unit",
    "unit_price",
    "price_entry",
    "vat_category",
    "vat_rate",
    "net",
    "gross",
]


class _Table(Protocol):
    def writerow(self, row: Sequence[str], /) -> object: ...


@dataclass(slots=True)
class _Tally:
    documents: int = 0
    pdfs: int = 0


def export_everything(
    database: Database, drafts: Drafts, folder: Path, progress: Progress, cancelled: Callable[[], bool]
) -> ExportReport:
    """Write it all into the folder. Raises NotExported when the folder cannot be written."""
    try:
        return _export(database, drafts, folder, progress, cancelled)
    except OSError as error:
        raise NotExported(
            f"The export to {folder} could not be finished.",
            error.strerror or str(error),
            "Nothing in the store was changed. Choose a folder with more room that you may write to.",
        ) from error


def _export(
    database: Database, drafts: Drafts, folder: Path, progress: Progress, cancelled: Callable[[], bool]
) -> ExportReport:
    with database.reading() as connection:
        ids = documents.all_ids(connection)
    pages = folder / "documents"
    pages.mkdir(parents=True, exist_ok=True)
    total = len(ids) + 3
    tally = _Tally()
    names: set[str] = set()
    with (
        (folder / "documents.csv").open("w", encoding="utf-8-sig", newline="") as document_file,
        (folder / "lines.csv").open("w", encoding="utf-8-sig", newline="") as line_file,
    ):
        document_rows, line_rows = csv.writer(document_file), csv.writer(line_file)
        document_rows.writerow(_DOCUMENT_COLUMNS)
        line_rows.writerow(_LINE_COLUMNS)
        for done, document_id in enumerate(ids):
            if cancelled():
                return ExportReport(folder, tally.documents, tally.pdfs, 0, 0, False)
            try:
                opened = drafts.open(document_id)
            except NoSuchDocument:
                continue
            except DocumentNewer as newer:
                name = _file_name(newer.card.number, document_id, names)
                progress(done, total, name)
                tally.pdfs += _write_as_kept(database, document_id, pages / name)
                _write_row(document_rows, _card_row(newer.card, name))
                tally.documents += 1
                continue
            name = _file_name(opened.draft.number if opened.issued else "", opened.id, names)
            progress(done, total, name)
            totals = compute(opened.draft)
            _write(pages / f"{name}.json", draft_to_json(opened.draft).encode())
            if opened.issued is not None:
                with database.reading() as connection:
                    page = archive.pdf_of(connection, document_id)
                if page is not None:
                    _write(pages / f"{name}.pdf", page[0])
                    tally.pdfs += 1
            _write_row(document_rows, _document_row(opened, totals, name))
            for row in _line_rows(opened.draft, totals):
                _write_row(line_rows, row)
            tally.documents += 1
    progress(total - 3, total, "contacts")
    contacts = _records(database, folder / "contacts", shelves.contacts, TypeAdapter(list[Contact]))
    _write_table(folder / "contacts.csv", CONTACT_COLUMNS, map(contact_texts, contacts))
    progress(total - 2, total, "catalogue")
    items = _records(database, folder / "catalogue", shelves.items, TypeAdapter(list[CatalogueItem]))
    _write_table(folder / "catalogue.csv", ITEM_COLUMNS, (row for item in items for row in item_texts(item)))
    progress(total - 1, total, "profile")
    with suppress(StoreNewer), database.reading() as connection:
        profile = shelves.profile(connection)
        _write(folder / "profile.json", profile.model_dump_json(indent=2).encode())
    _write(folder / "README.txt", _README.encode())
    progress(total, total, "")
    return ExportReport(folder, tally.documents, tally.pdfs, len(contacts), len(items), True)


def _records(
    database: Database,
    place: Path,
    find: Callable[[Connection, str, int], list[_Record]],
    writer: TypeAdapter[list[_Record]],
) -> list[_Record]:
    """Write the customers or the items as JSON; those that can be read, for a table of them."""
    path = place.with_suffix(".json")
    try:
        with database.reading() as connection:
            found = find(connection, "", 1_000_000)
    except StoreNewer:
        with database.reading() as connection:
            bodies = shelves.bodies(connection, CONTACTS if place.name == "contacts" else ITEMS)
        _write(path, f"[{','.join(bodies)}]".encode())
        return []
    _write(path, writer.dump_json(found, indent=2))
    return found


def _write_as_kept(database: Database, document_id: str, place: Path) -> int:
    """Write a document that cannot be read as a newer version keeps it; how many PDF files that gave."""
    with database.reading() as connection:
        issued = archive.text_of(connection, document_id)
        text = issued or journal.whole_text(connection, document_id)
        page = archive.pdf_of(connection, document_id)
    _write(place.with_name(f"{place.name}.json"), text.encode())
    if page is None:
        return 0
    _write(place.with_name(f"{place.name}.pdf"), page[0])
    return 1


def _file_name(number: str, document_id: str, taken: set[str]) -> str:
    """The number if there is one, safe on every system and free of clashes; else the id."""
    name = _NOT_IN_A_NAME.sub("_", number or document_id).strip("._")[:80] or document_id
    if name.casefold() in taken:
        name = f"{name}_{document_id}"
    taken.add(name.casefold())
    return name


def _card_row(card: DocumentCard, name: str) -> list[str]:
    """What is known of a document without reading it."""
    known = {
        "id": card.id,
        "status": card.status,
        "kind": card.kind,
        "number": card.number,
        "issue_date": str(card.issue_date or ""),
        "due_date": str(card.due_date or ""),
        "buyer_name": card.buyer_name,
        "subject": card.subject,
        "currency": card.currency,
        "payable": plain(card.payable),
        "file": f"documents/{name}.json",
    }
    return [known.get(column, "") for column in _DOCUMENT_COLUMNS]


def _document_row(opened: OpenedDocument, totals: Totals, name: str) -> list[str]:
    draft, issued = opened.draft, opened.issued
    return [
        opened.id,
        opened.status,
        draft.kind,
        draft.number,
        draft.series,
        str(draft.issue_date or ""),
        str(draft.due_date or ""),
        draft.buyer.name,
        draft.buyer.tax_id("vat"),
        draft.subject,
        draft.currency,
        *(plain(amount) for amount in (totals.net, totals.tax, totals.gross, totals.prepaid, totals.payable)),
        issued.issued_at.isoformat() if issued else "",
        issued.pdf_sha256 if issued else "",
        issued.void_reason if issued else "",
        f"documents/{name}.json",
    ]


def _line_rows(draft: Draft, totals: Totals) -> Iterable[list[str]]:
    section = ""
    for row in draft.rows:
        if isinstance(row, Section):
            section = row.title
            figures = totals.by_section[row.id]
            yield [
                *(draft.id, draft.number, row.id, row.kind, section, row.title, row.text),
                *("", "", "", "", "", "", plain(figures.net), plain(figures.gross)),
            ]
            continue
        line = totals.by_line[row.id]
        yield [
            *(draft.id, draft.number, row.id, row.kind, section, row.label, row.description),
            *(plain(row.quantity), row.unit, plain(row.unit_price), row.price_entry, row.vat_category),
            *("" if row.vat_rate is None else plain(row.vat_rate), plain(line.net), plain(line.gross)),
        ]


def _write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(columns)
        for row in rows:
            _write_row(table, [row[column] for column in columns])


def _write_row(table: _Table, row: Sequence[str]) -> None:
    table.writerow([harmless(cell) for cell in row])


def _write(path: Path, content: bytes) -> None:
    write_whole(path, content, is_durable=False)
