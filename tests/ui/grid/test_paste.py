"""Rows from spreadsheets and from this program itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from app.domain.rows import CustomField, Discount, Line, Section
from app.ui.grid.clipboard import MIME_ROWS
from app.ui.grid.paste import Pasted, Unread, read_sheet
from app.ui.grid.sheet import cells_of, sheet_text

from .conftest import FRENCH, Desk

D = Decimal
Make = Callable[..., Line]
RATES = [D(20), D(10), D("5.5"), D("2.1")]


def read(text: str, group: str = "") -> Pasted:
    return read_sheet(text, lambda: Line(vat_rate=D(20)), rates=RATES, group=group)


def figures(pasted: Pasted) -> list[tuple[str, Decimal, str, Decimal, Decimal | None]]:
    return [(line.label, line.quantity, line.unit, line.unit_price, line.vat_rate) for line in pasted.lines]


def test_a_french_sheet_with_headings_is_read() -> None:
    pasted = read(
        "Désignation\tQté\tUnité\tPrix unitaire HT\tRemise %\tTVA\tMontant HT\n"
        "Atelier\t2,5\tjour\t1 640,00 €\t\t20 %\t4 100,00 €\n"
        "Livre\t12\t\t24,50 €\t10\t5,5 %\t264,60 €\n"
    )
    assert figures(pasted) == [
        ("Atelier", D("2.5"), "DAY", D(1640), D(20)),
        ("Livre", D(12), "", D("24.5"), D("5.5")),
    ]
    assert pasted.lines[1].discount == Discount(value=D(10))
    assert pasted == Pasted(pasted.lines)


def test_a_german_sheet_with_its_own_separators_is_read() -> None:
    pasted = read(
        "Bezeichnung;Menge;Einheit;Einzelpreis;MwSt\nBeratung;3;Std.;1.250,00;19\nReise;1;;1.000;7\n"
    )
    assert figures(pasted) == [
        ("Beratung", D(3), "HUR", D(1250), D(19)),
        ("Reise", D(1), "", D(1000), D(7)),
    ]


def test_english_commas_and_quotes_are_read() -> None:
    pasted = read('Item,Qty,Rate,Amount\n"Design, phase 1",2,"1,250.00","2,500.00"\n')
    assert figures(pasted) == [("Design, phase 1", D(2), "", D(1250), D(20))]
    assert not pasted.net_differs


def test_columns_without_headings_are_told_by_their_contents() -> None:
    assert figures(read("Audit\t3\t100\t20%\t300\nTravel\t1\t50.50\t10%\t50.50")) == [
        ("Audit", D(3), "", D(100), D(20)),
        ("Travel", D(1), "", D("50.5"), D(10)),
    ]
    assert figures(read("Audit\t2.5 h\t80\t200\nWork\t3 h\t80\t240")) == [
        ("Audit", D("2.5"), "HUR", D(80), D(20)),
        ("Work", D(3), "HUR", D(80), D(20)),
    ]
    assert figures(read("Audit\t100")) == [("Audit", D(1), "", D(100), D(20))]


def test_plain_lines_of_text_become_labels() -> None:
    assert [line.label for line in read("Hello, world\n\nsecond; third").lines] == [
        "Hello, world",
        "second; third",
    ]


def test_a_cell_with_line_breaks_becomes_label_and_description() -> None:
    line = read('"Audit\nOn site ""Nord""\nTwo days"\t2\t100\n').lines[0]
    assert (line.label, line.description) == ("Audit", 'On site "Nord"\nTwo days')


def test_nothing_is_dropped_what_cannot_be_read_is_kept_and_reported() -> None:
    pasted = read("Name\tFarbe\tMenge\tEinzelpreis\nx\trot\tzwei\t1e400\ny\t\t3\t=A1\n")
    assert pasted.unread == (
        Unread(2, "Menge", "zwei"),
        Unread(2, "Einzelpreis", "1e400"),
        Unread(3, "Einzelpreis", "=A1"),
    )
    assert pasted.lines[0].description == "Farbe: rot\nMenge: zwei\nEinzelpreis: 1e400"
    assert pasted.lines[1].quantity == 3


def test_a_date_or_a_sum_is_not_taken_for_a_price() -> None:
    pasted = read("Item\tPrice\na\t2026-01-15\nb\t3*4\n")
    assert [u.text for u in pasted.unread] == ["2026-01-15", "3*4"]


def test_sums_of_the_sheet_are_left_out_and_said() -> None:
    pasted = read("Item\tQty\tPrice\tTotal\nA\t2\t10\t20\nTotal\t\t\t20\n")
    assert [line.label for line in pasted.lines] == ["A"]
    assert pasted.sums_left_out == (3,)


def test_an_amount_that_does_not_fit_is_said() -> None:
    assert read("Item\tQty\tPrice\tTotal\nA\t2\t10\t25\n").net_differs == (2,)


def test_an_amount_without_a_price_gives_the_price() -> None:
    assert figures(read("Item\tQty\tTotal\nA\t4\t10\n")) == [("A", D(4), "", D("2.5"), D(20))]


def test_negative_amounts_of_bookkeepers_are_read() -> None:
    assert [x.unit_price for x in read("Item\tPrice\nA\t(12.50)\nB\t-3\nC\t−4\n").lines] == [
        D("-12.5"),
        -3,
        -4,
    ]


@given(st.text(max_size=200))
def test_any_text_gives_lines_or_nothing(text: str) -> None:
    pasted = read(text)
    for line in pasted.lines:
        assert Line.model_validate_json(line.model_dump_json()) == line


@given(
    st.lists(
        st.lists(st.text(st.characters(blacklist_characters="\r\0", codec="utf-8"), max_size=8), min_size=2),
        min_size=1,
    )
)
def test_cells_survive_copy_and_paste(rows: list[list[str]]) -> None:
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    assert cells_of(sheet_text(rows)) == kept


@pytest.fixture
def clipboard() -> Iterator[Callable[[str], None]]:
    def put(text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    yield put
    QGuiApplication.clipboard().clear()


def test_ctrl_v_inserts_below_as_one_step_and_tells(
    desk: Desk, line: Make, clipboard: Callable[[str], None]
) -> None:
    desk.open(line("a"), line("z"), seller=FRENCH)
    clipboard("Audit\t2\t100\nTravel\tmany\t50\n")
    desk.go(0)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row.label for row in desk.rows if isinstance(row, Line)] == ["a", "Audit", "Travel", "z"]
    assert desk.store.history.position == 1
    message = desk.grid.notices.shown
    assert message is not None
    assert "“many”" in message.text
    assert message.tone == "warn"
    assert desk.table.selected_ids == [row.id for row in desk.rows[1:3]]
    desk.store.undo()
    assert len(desk.rows) == 2


def test_an_empty_clipboard_is_said(desk: Desk, clipboard: Callable[[str], None]) -> None:
    clipboard("")
    desk.grid.paste_rows()
    message = desk.grid.notices.shown
    assert message is not None
    assert "no text" in message.text


def test_rows_copied_here_come_back_whole(desk: Desk, line: Make) -> None:
    full = line(
        "a",
        "12.5",
        description="two\nlines",
        discount=Discount(value=D(5), reason="Loyalty"),
        custom_fields=(CustomField(name="Colour", value="red"),),
        tags=("x",),
    )
    head = Section(id="s", title="S", text="T", show_prices=False)
    desk.open(head, full)
    desk.go(0)
    desk.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    desk.go(2)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.rows) == 4
    for before, after in zip(desk.rows[:2], desk.rows[2:], strict=True):
        assert before.id != after.id
        assert after.model_copy(update={"id": before.id}) == before


def test_rows_copied_here_are_cells_for_a_spreadsheet(desk: Desk, line: Make) -> None:
    desk.open(line("a", "1234.5", quantity=D("2.5"), unit="DAY"))
    desk.grid.copy_rows()
    text = QGuiApplication.clipboard().text()
    assert text == "a\t2.5\tday\t1234.50\t\t20 %\t3086.25"
    assert figures(read(text)) == [("a", D("2.5"), "DAY", D("1234.5"), D(20))]


@pytest.mark.parametrize(
    "untrusted",
    [b"", b"{", b"[]", b'{"rows": 3}', b'{"rows": [{"kind": "bomb"}]}', b'{"rows": [{"quantity": "1e400"}]}'],
)
def test_rows_of_this_program_that_are_broken_fall_back_to_their_text(desk: Desk, untrusted: bytes) -> None:
    mime = QMimeData()
    mime.setData(MIME_ROWS, untrusted)
    mime.setText("Audit\t2\t100")
    desk.grid.transfer.paste_mime(mime)
    assert [row.label for row in desk.rows if isinstance(row, Line)] == ["Audit"]


def test_a_thousand_rows_are_pasted_as_one_step(desk: Desk, clipboard: Callable[[str], None]) -> None:
    clipboard("\n".join(f"Item {i}\t{i}\t12,50\t20%" for i in range(1000)))
    desk.grid.paste_rows()
    assert len(desk.rows) == 1000
    assert desk.store.history.position == 1


def test_more_rows_than_a_document_holds_are_refused_whole(
    desk: Desk, clipboard: Callable[[str], None]
) -> None:
    clipboard("\n".join(f"Item {i}" for i in range(20_001)))
    desk.grid.paste_rows()
    assert not desk.rows
    message = desk.grid.notices.shown
    assert message is not None
    assert "at most 20000" in message.text
