"""A file of rows: its encoding and separator found out, its broken rows named, nothing in it ever run."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from app.domain.exact import LONG_TEXT_LIMIT

MAX_BYTES: Final = 50_000_000
MAX_ROWS: Final = 100_000
MAX_COLUMNS: Final = 200
ENCODINGS: Final = ("utf-8", "utf-16", "cp1252", "iso8859-15", "cp1250", "mac-roman", "cp850")
SEPARATORS: Final = (",", ";", "\t", "|")

_SAMPLE: Final = 40
_BLINK: Final = 1_000
_MAGIC: Final = (
    (b"PK\x03\x04", "spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "spreadsheet"),
    (b"%PDF", "document"),
    (b"{\\rtf", "document"),
)
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

# A note may be as long as the model allows; the reader's own limit is less.
csv.field_size_limit(LONG_TEXT_LIMIT + _BLINK)


class UnreadableTable(Exception):
    """The file is no table that can be read; `code` and `params` say why to whoever words it.

    Codes: empty, size (size, most), spreadsheet, document, encoding (encoding, place), rows (most),
    columns (most).
    """

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Layout:
    """How the file is written; what is empty or None is found out."""

    encoding: str = ""
    separator: str = ""
    has_headings: bool | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One record; `line` is where in the file it begins, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is refused. `column` is the target whose cell it is about; empty: the row as a whole."""

    code: str
    params: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    column: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of the file, and those that could not be taken apart into cells."""

    layout: Layout
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    broken: tuple[tuple[int, Reason], ...] = ()

    def samples(self, column: int, most: int = 3) -> list[str]:
        """The first different values of a column that are not empty."""
        found: dict[str, None] = {}
        for row in self.rows[:_BLINK]:
            cell = row.cells[column].strip() if column < len(row.cells) else ""
            if cell:
                found[cell] = None
            if len(found) == most:
                break
        return list(found)


def read_table(
    content: bytes,
    layout: Layout,
    knows: Callable[[list[str]], int],
    tick: Callable[[int, int], None] = lambda _done, _total: None,
) -> Table:
    """The table of these bytes. `knows` counts the headings it knows in a row; `tick` may raise to stop.

    Raises UnreadableTable.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableTable("size", size=str(len(content) // 1_000_000), most=str(MAX_BYTES // 1_000_000))
    for magic, code in _MAGIC:
        if content.startswith(magic):
            raise UnreadableTable(code)
    encoding = layout.encoding or _encoding_of(content)
    text, skipped, told = _without_preface(_decoded(content, encoding))
    if not text.strip():
        raise UnreadableTable("empty")
    separator = layout.separator or told or _separator_of(text, knows)
    records: list[Row] = []
    broken: list[tuple[int, Reason]] = []
    total = text.count("\n") or text.count("\r")
    for found in _records(text, separator):
        if isinstance(found, Row):
            records.append(Row(found.line + skipped, found.cells))
            if len(records) > MAX_ROWS + 1:
                raise UnreadableTable("rows", most=str(MAX_ROWS))
            if not len(records) % _BLINK:
                tick(len(records), total)
        else:
            broken.append((found[0] + skipped, found[1]))
    if not records:
        raise UnreadableTable("empty")
    first = list(records[0].cells)
    has_headings = layout.has_headings
    if has_headings is None:
        has_headings = knows(first) > 0 or _look_like_headings(first)
    headings, rows = (records[0].cells, records[1:]) if has_headings else ((), records)
    width = max(len(headings), _usual_width(rows[:_SAMPLE]))
    if width > MAX_COLUMNS:
        raise UnreadableTable("columns", most=str(MAX_COLUMNS))
    headings = tuple(heading.strip() for heading in headings) + ("",) * (width - len(headings))
    whole, torn = _of_width(rows, width)
    return Table(
        Layout(encoding, separator, has_headings),
        headings,
        tuple(whole),
        tuple(sorted([*broken, *torn], key=_line)),
    )


def _line(broken: tuple[int, Reason]) -> int:
    return broken[0]


def _usual_width(rows: list[Row]) -> int:
    widths = Counter(len(row.cells) for row in rows)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _of_width(rows: list[Row], width: int) -> tuple[list[Row], list[tuple[int, Reason]]]:
    """Rows without cells beyond the last column, and those that have some: theirs may have slipped."""
    whole: list[Row] = []
    torn: list[tuple[int, Reason]] = []
    for row in rows:
        if any(cell.strip() for cell in row.cells[width:]):
            params = {"count": str(len(row.cells)), "most": str(width)}
            torn.append((row.line, Reason("too_many_cells", params)))
        else:
            whole.append(Row(row.line, row.cells[:width]))
    return whole, torn


def _encoding_of(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    start = content[:2_000]
    if start and start.count(b"\0") * 3 > len(start):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _decoded(content: bytes, encoding: str) -> str:
    codec = {"utf-8": "utf-8-sig"}.get(encoding, encoding)
    if encoding == "utf-16" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        codec = "utf-16-be" if content[:1] == b"\0" else "utf-16-le"
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        raise UnreadableTable("encoding", encoding=encoding, place=str(error.start + 1)) from None
    if "\0" in text:
        raise UnreadableTable("document")
    return text


def _without_preface(text: str) -> tuple[str, int, str]:
    """The text without the line by which Excel is told the separator; lines left out; that separator."""
    line, _, rest = text.partition("\n")
    told = line.strip("\r\"' ")
    if len(told) == 5 and told.lower().startswith("sep=") and told[4] in SEPARATORS:
        return rest, 1, told[4]
    return text, 0, ""


def _separator_of(text: str, knows: Callable[[list[str]], int]) -> str:
    """The separator that gives the most headings we know; failing that, the most even rows."""
    sample = text[:200_000]

    def fitness(separator: str) -> tuple[int, int, int]:
        rows: list[tuple[str, ...]] = []
        for found in _records(sample, separator):
            if isinstance(found, Row):
                rows.append(found.cells)
            if len(rows) == _SAMPLE:
                break
        if not rows:
            return 0, 0, 0
        width, often = Counter(len(cells) for cells in rows).most_common(1)[0]
        return (knows(list(rows[0])), often * 100 // len(rows) if width > 1 else 0, width)

    return max(SEPARATORS, key=fitness)


def _records(text: str, separator: str) -> Iterator[Row | tuple[int, Reason]]:
    """Each record with its line; those that cannot be taken apart as a reason. Empty ones are left out."""
    start = text[:20_000]
    spaced = f'"{separator} "' in start and f'"{separator}"' not in start
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=spaced
    )
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            open_end = reader.line_num > line
            yield line, Reason("quote_open" if open_end else "quotes")
            continue
        if any(cell.strip() for cell in cells):
            yield Row(line, tuple(cells))


def _look_like_headings(cells: list[str]) -> bool:
    """Whether these are names of columns rather than values: words, all different, no figures among them."""
    words = [cell.strip() for cell in cells if cell.strip()]
    return (
        len(words) > 1
        and len(set(words)) == len(words)
        and not any("@" in word or any(c.isdigit() for c in word) or len(word) > 60 for word in words)
    )
