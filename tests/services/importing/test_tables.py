"""A file of rows: whatever wrote it, its cells are there as they were meant, or it is said why not."""

from __future__ import annotations

import pytest

from app.services.importing.headings import known
from app.services.importing.tables import MAX_BYTES, MAX_ROWS, Layout, Table, UnreadableTable, read_table

TEXT = "Société;Ville\r\nÉtude & fils;Saint-Étienne\r\nŒuvre;Besançon\r\n"


def read(content: bytes, layout: Layout | None = None) -> Table:
    return read_table(content, layout or Layout(), lambda row: known("customers", row))


@pytest.mark.parametrize(
    ("codec", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1252", "cp1252"),
    ],
)
def test_the_encoding_is_found_out(codec: str, found: str) -> None:
    table = read(TEXT.encode(codec))
    assert table.layout.encoding == found
    assert table.headings == ("Société", "Ville")
    assert [row.cells for row in table.rows] == [("Étude & fils", "Saint-Étienne"), ("Œuvre", "Besançon")]


def test_another_encoding_can_be_chosen() -> None:
    table = read(TEXT.replace("Œ", "É").encode("mac-roman"), Layout(encoding="mac-roman"))
    assert table.rows[0].cells == ("Étude & fils", "Saint-Étienne")
    with pytest.raises(UnreadableTable) as told:
        read(TEXT.encode("cp1252"), Layout(encoding="utf-8"))
    assert (told.value.code, told.value.params["place"]) == ("encoding", "5")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out_though_others_stand_in_the_cells(separator: str) -> None:
    rows = [["Name", "Street", "City"], ["A, B; C", "Rue | 3, bis; 4\tx", "Lyon"], ["D", "E", "F"]]
    text = "".join(separator.join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    table = read(text.encode())
    assert table.layout.separator == separator
    assert [list(row.cells) for row in table.rows] == rows[1:]


def test_lines_within_quotes_belong_to_the_cell_and_rows_know_where_they_begin() -> None:
    table = read(b'name,note\r\nA,"one\r\ntwo ""three"""\r\n\r\n , \r\nB,x\r\n')
    assert [(row.line, row.cells) for row in table.rows] == [
        (2, ("A", 'one\r\ntwo "three"')),
        (6, ("B", "x")),
    ]


def test_the_line_that_tells_a_spreadsheet_the_separator_is_no_row() -> None:
    table = read(b"sep=;\r\nname;city\r\nA, B;Lyon\r\n")
    assert [(row.line, row.cells) for row in table.rows] == [(3, ("A, B", "Lyon"))]


def test_a_file_without_headings_is_seen_to_have_none() -> None:
    table = read(b"Dupont,dupont@example.org,75001\nDurand,durand@example.org,69001\n")
    assert table.headings == ("", "", "")
    assert [row.line for row in table.rows] == [1, 2]
    named = read(b"Dupont,x,y\n", Layout(has_headings=True))
    assert (named.headings, named.rows) == (("Dupont", "x", "y"), ())


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        (b'name,city\nA,Lyon\n"B" GmbH,Bonn\nC,Pau\n', 3, "quotes"),
        (b"name,city\nA,Lyon\nB,Bonn,x\nC,Pau\n", 3, "too_many_cells"),
    ],
)
def test_a_broken_row_is_named_by_its_line_and_stops_no_other(text: bytes, line: int, code: str) -> None:
    table = read(text)
    assert [(where, reason.code) for where, reason in table.broken] == [(line, code)]
    assert [row.cells[0] for row in table.rows] == ["A", "C"]


def test_a_quotation_mark_that_is_never_closed_is_named_where_it_opens() -> None:
    table = read(b'name,city\nA,Lyon\n"B,Bonn\nC,Pau\n')
    assert [(line, reason.code) for line, reason in table.broken] == [(3, "quote_open")]
    assert [row.cells[0] for row in table.rows] == ["A"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\r\n", "empty"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"\xd0\xcf\x11\xe0rest", "spreadsheet"),
        (b"%PDF-1.7", "document"),
        (b"a,b\nx\0y,z\n", "document"),
        (b"x" * (MAX_BYTES + 1), "size"),
        (b"a,b\n" + b"x,y\n" * (MAX_ROWS + 1), "rows"),
        (b"," * 300 + b"\n" + b"x," * 300, "columns"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableTable) as told:
        read(content)
    assert told.value.code == code
