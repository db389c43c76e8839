"""Text copied from a spreadsheet or a CSV file, taken apart into cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

MAX_COLUMNS: Final = 60
_QUOTE: Final = '"'


def cells_of(text: str) -> list[list[str]]:
    """The rows and their cells; rows without any text are left out.

    Separated by tabs if there is one, else by semicolons or commas where these give a regular
    table; failing that every line is one cell.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if "\t" in text:
        return _filled(_split(text, "\t"))
    for separator in (";", ","):
        rows = _filled(_split(text, separator))
        widths = [len(row) for row in rows]
        if rows and min(widths) > 1 and _is_regular(widths, separator):
            return rows
    return _filled(_split(text, "\t"))


def sheet_text(rows: Sequence[Sequence[str]]) -> str:
    """The cells as text that spreadsheets paste; a cell with a tab, a break or a quote is quoted."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _is_regular(widths: list[int], separator: str) -> bool:
    if separator == ";":
        return max(widths) <= MAX_COLUMNS
    return len(widths) > 1 and len(set(widths)) == 1 and widths[0] <= MAX_COLUMNS


def _filled(rows: list[list[str]]) -> list[list[str]]:
    return [row for row in rows if any(cell.strip() for cell in row)]


def _split(text: str, separator: str) -> list[list[str]]:
    if _QUOTE not in text:
        return [line.split(separator) for line in text.split("\n")]
    rows: list[list[str]] = [[]]
    at, end = 0, len(text)
    while at <= end:
        cell, at = _quoted_cell(text, at, separator) or _plain_cell(text, at, separator)
        rows[-1].append(cell)
        if at < end and text[at] == "\n":
            rows.append([])
        at += 1
    return rows


def _plain_cell(text: str, at: int, separator: str) -> tuple[str, int]:
    stops = [stop for mark in (separator, "\n") if (stop := text.find(mark, at)) >= 0]
    end = min(stops, default=len(text))
    return text[at:end], end


def _quoted_cell(text: str, at: int, separator: str) -> tuple[str, int] | None:
    """A cell in quotes and the index after it; None where the quote is just a character."""
    if not text.startswith(_QUOTE, at):
        return None
    close = at
    while True:
        close = text.find(_QUOTE, close + 1)
        if close < 0:
            return None
        if text.startswith(_QUOTE, close + 1):
            close += 1
            continue
        after = close + 1
        if after == len(text) or text[after] in (separator, "\n"):
            return text[at + 1 : close].replace(_QUOTE * 2, _QUOTE), after
        return None


def _quoted(cell: str) -> str:
    if not any(mark in cell for mark in ("\t", "\n", "\r", _QUOTE)):
        return cell
    return f"{_QUOTE}{cell.replace(_QUOTE, _QUOTE * 2)}{_QUOTE}"
