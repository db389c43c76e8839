"""`read`: suppliers' files to JSON, one object a file and a line; and teaching by a right answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from app.cli.console import answer, finish_answers, report
from app.cli.exits import CommandFailed, Exit
from app.cli.files import STANDARD, explain_error
from app.services.intake.file_reading import (
    LARGEST_BYTES,
    FileReading,
    Held,
    NotTaught,
    NotUsable,
    Reading,
    answer_of,
    spoken,
    suppliers_of,
)

LARGEST_LIST: Final = 50_000_000
SHOWN: Final = ("supplier_name", "invoice_number", "date", "gross", "currency")


def print_readings(
    files: Sequence[str],
    *,
    from_stdin: bool,
    suppliers: str | None,
    lesson: Sequence[str] | None,
    state: str | None,
    as_json: bool,
) -> Exit:
    """Print what each file says as soon as it is read; FILE if one of them could not be."""
    if not files and not from_stdin and lesson is None:
        raise CommandFailed(Exit.USAGE, "name a file, or give --stdin or --learn; see factotum read --help")
    try:
        known = suppliers_of(_json_in(suppliers)) if suppliers is not None else ()
        taught = (lesson[0], answer_of(_json_in(lesson[1]))) if lesson is not None else None
        reading = FileReading(Path(state) if state else None, known, today=date.today())  # noqa: DTZ011
    except NotUsable as unusable:
        raise CommandFailed(Exit.FILE, str(unusable)) from None
    try:
        code = Exit.DONE
        if taught is not None:
            name, values = taught
            try:
                _print(name, reading.learn(Path(name), values), as_json=as_json)
            except NotTaught as untaught:
                report(f"{name}: {untaught}")
                code = Exit.FILE
            except NotUsable as unusable:
                raise CommandFailed(Exit.FILE, str(unusable)) from None
        for name in _names(files, from_stdin):
            found = reading.read(_on_stdin() if name == STANDARD else Path(name))
            _print(name, found, as_json=as_json)
            if found.error is not None:
                code = Exit.FILE
        return code
    finally:
        reading.close()


def _print(name: str, reading: Reading, *, as_json: bool) -> None:
    said = {**spoken(reading), "file": name}
    if as_json:
        answer(json.dumps(said, ensure_ascii=False))
    elif reading.error is None:
        answer(_summary(name, reading))
    finish_answers()
    if reading.error is not None:
        report(f"{name}: {said['error']}")


def _summary(name: str, reading: Reading) -> str:
    """One line for a person: a question mark follows what is unsure, a dash stands for what is not there."""
    shown = []
    for field_name in SHOWN:
        field = reading.fields.get(field_name)
        shown.append("-" if field is None else f"{field.value}{'' if field.is_sure else '?'}")
    return "  ".join((name, reading.kind, *shown))


def _names(files: Iterable[str], from_stdin: bool) -> Iterator[str]:
    yield from files
    if not from_stdin:
        return
    if sys.stdin is None:
        raise CommandFailed(Exit.FILE, "stdin is closed; name the files instead")
    for line in sys.stdin.buffer:
        name = line.decode("utf-8", "surrogateescape").rstrip("\r\n")
        if name:
            yield name


def _on_stdin() -> Held:
    if sys.stdin is None:
        raise CommandFailed(Exit.FILE, "stdin is closed; name a file instead")
    return Held("stdin", sys.stdin.buffer.read(LARGEST_BYTES + 1))


def _json_in(name: str) -> Any:
    """The JSON in the file, with exact numbers. Raises CommandFailed."""
    try:
        with Path(name).open("rb") as file:
            content = file.read(LARGEST_LIST + 1)
    except (OSError, ValueError) as error:
        raise CommandFailed(Exit.FILE, f"{name}: cannot read this: {explain_error(error)}") from None
    if len(content) > LARGEST_LIST:
        raise CommandFailed(Exit.FILE, f"{name}: more than {LARGEST_LIST // 10**6} MB are not read")
    try:
        return json.loads(content, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise CommandFailed(Exit.FILE, f"{name}: this is not JSON: {error}") from None
