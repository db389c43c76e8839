"""The archive as plain files: every original under a telling name, a table, and UBL where it is checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from app.services.intake.answers import values_of
from app.services.intake.csv_table import csv_of
from app.services.intake.desk import IntakeDesk
from app.services.intake.documents import Document
from app.services.intake.file_names import DEFAULT_PATTERN, archive_name
from app.services.intake.incoming import incoming_draft
from app.services.intake.problems import CannotFile
from app.services.intake.ubl import ubl_of
from app.services.whole_file import write_whole

TABLE = "suppliers.csv"


class Exported(NamedTuple):
    """How many originals were written and how many of them also as UBL; `is_whole` unless cancelled."""

    files: int
    e_invoices: int
    is_whole: bool


def export_archive(
    desk: IntakeDesk,
    documents: Sequence[Document],
    folder: Path,
    *,
    pattern: str = DEFAULT_PATTERN,
    progress: Callable[[int, int, str], None] = lambda _done, _total, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Write these documents into the folder; a file that is there keeps its place. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = {path.name for path in folder.iterdir()}
    rows: list[tuple[Document, str]] = []
    count = 0
    for document in documents:
        if cancelled():
            break
        content = desk.original(document.id)
        if content is None:
            continue
        reading = document.reading
        values = values_of(reading, document.answer) if reading is not None else {}
        name = archive_name(values, document.file.media_type, document.file.name, pattern, taken)
        write_whole(folder / name, content)
        taken.add(name)
        if ubl := _ubl(document):
            beside = f"{name}.ubl.xml"
            write_whole(folder / beside, ubl)
            taken.add(beside)
            count += 1
        rows.append((document, name))
        progress(len(rows), len(documents), name)
    table, number = TABLE, 1
    while table in taken:
        number += 1
        table = f"suppliers ({number}).csv"
    write_whole(folder / table, csv_of(rows))
    return Exported(len(rows), count, len(rows) == len(documents))


def _ubl(document: Document) -> bytes:
    if document.file.decision == "kept":
        return b""
    try:
        return ubl_of(incoming_draft(document))
    except CannotFile:
        return b""
