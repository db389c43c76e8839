"""A reviewed document as a draft, as UBL, as a row of a table: to the cent what the person checked."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.problems import Problem
from app.domain.totals import compute
from app.intake.einvoice.documents import stated_in
from app.intake.reading import FieldReading, LineReading, Reading, VatReading
from app.services.intake.answers import Answer, checked
from app.services.intake.csv_table import csv_of
from app.services.intake.desk import IntakeDesk
from app.services.intake.documents import Document
from app.services.intake.export import export_archive
from app.services.intake.incoming import incoming_draft, original_of
from app.services.intake.problems import CannotFile
from app.services.intake.ubl import ubl_of
from app.store.supplier_files import SupplierFile
from tests.services.intake.papers import Bill, bill_pdf
from tests.services.intake.test_answers import VALUES

Read = Callable[..., Document]
NOW = datetime(2026, 3, 12, tzinfo=UTC)


def document(
    vat: tuple[VatReading, ...] = (),
    lines: tuple[LineReading, ...] = (),
    kind: str = "invoice",
    **changed: str,
) -> Document:
    values = {**VALUES, **changed}
    fields = {name: FieldReading(value, 1.0, "text", is_sure=True) for name, value in values.items() if value}
    reading = Reading("bill.pdf", kind, fields, vat, lines)  # type: ignore[arg-type]
    file = SupplierFile("f1", "0" * 64, "bill.pdf", "application/pdf", "filed", NOW, decision="accepted")
    return Document(file, reading, Answer(), None, tuple(checked(reading, Answer())))


def test_one_rate_makes_one_line_at_that_rate() -> None:
    draft = incoming_draft(document())
    [line] = draft.lines
    assert (line.unit_price, line.vat_rate) == (Decimal(200), Decimal(20))
    assert (draft.number, draft.seller.name, draft.id) == ("QB-1", "Brunel", "f1")


def test_several_rates_make_a_line_each() -> None:
    vat = (VatReading("20", "100", "20"), VatReading("5.5", "100", "5.50"))
    draft = incoming_draft(document(vat, tax="25.50", gross="225.50"))
    assert [line.vat_rate for line in draft.lines] == [Decimal("20"), Decimal("5.5")]
    assert compute(draft).gross == Decimal("225.50")


def test_lines_that_make_the_totals_are_kept_and_others_are_not() -> None:
    lines = (LineReading("Hinges", net="150", vat_rate="20"), LineReading("Nails", net="50", vat_rate="20"))
    assert [line.label for line in incoming_draft(document(lines=lines)).lines] == ["Hinges", "Nails"]
    assert [line.label for line in incoming_draft(document(lines=lines[:1])).lines] == ["Brunel"]


def test_a_cent_the_page_is_off_by_stays_visible_as_rounding() -> None:
    draft = incoming_draft(document(gross="240.01"))
    totals = compute(draft)
    assert (totals.gross, totals.payable) == (Decimal(240), Decimal("240.01"))


def test_signs_that_no_rate_can_make_are_said() -> None:
    with pytest.raises(CannotFile) as refused:
        incoming_draft(document(net="200", tax="-40", gross="160"))
    assert [p.code for p in refused.value.problems] == ["intake_no_rate"]


def test_a_document_with_errors_makes_no_draft() -> None:
    with pytest.raises(CannotFile):
        incoming_draft(document(invoice_number=""))


@given(
    st.decimals(-(10**6), 10**6, places=2),
    st.sampled_from(["0", "2.1", "5.5", "7", "10", "19", "20", "21", "25"]),
)
def test_whatever_was_checked_the_draft_has_it_to_the_cent(net: Decimal, rate: str) -> None:
    tax = (net * Decimal(rate) / 100).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    draft = incoming_draft(document(net=str(net), tax=str(tax), gross=str(net + tax)))
    totals = compute(draft)
    assert (totals.net, totals.tax, totals.gross) == (net, tax, net + tax)


@pytest.mark.parametrize("kind", ["invoice", "credit_note"])
def test_the_ubl_we_write_is_read_as_what_it_was_made_of(kind: str) -> None:
    draft = incoming_draft(
        document(kind=kind, supplier_vat_id="FR83404833048", iban="FR7630006000011234567890189")
    )
    stated = stated_in(ubl_of(draft))
    assert (stated.supplier_name, stated.supplier_vat_id) == ("Brunel", "FR83404833048")
    assert (stated.invoice_number, stated.issue_date, stated.due_date) == ("QB-1", "2026-03-12", "2026-04-11")
    assert (stated.net, stated.tax, stated.gross, stated.currency) == ("200", "40", "240", "EUR")
    assert stated.iban == "FR7630006000011234567890189"
    assert stated.type_code == ("380" if kind == "invoice" else "381")


def test_no_cell_of_the_table_is_taken_for_a_formula() -> None:
    evil = document(
        supplier_name='=HYPERLINK("http://example.org")',
        invoice_number="+1+1",
        net="-200",
        tax="-40",
        gross="-240",
    )
    table = csv_of([(evil, "evil.pdf")]).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(table))
    assert row["supplier_name"].startswith("'=")
    assert row["invoice_number"] == "'+1+1"
    assert row["gross"] == "-240"


def test_the_file_goes_along_byte_for_byte(desk: IntakeDesk, read: Read) -> None:
    found = read(bill_pdf())
    original = original_of(found, desk.original(found.id) or b"")
    assert original.content == bill_pdf()
    assert (original.content_type, original.sha256) == ("application/pdf", found.file.sha256)


def test_the_archive_is_exported_as_files_a_table_and_ubl(desk: IntakeDesk, read: Read, folder: Path) -> None:
    for number in ("QB-1", "QB-2"):
        desk.accept(read(bill_pdf(Bill(number=number))).id)
    desk.keep(read(b"a contract", "contract.txt").id)
    (folder / "2026-03-12 Quincaillerie Brunel SARL QB-1.pdf").write_bytes(b"mine")
    done = export_archive(desk, [row.document for row in desk.shelf("filed")], folder)
    assert (done.files, done.e_invoices, done.is_whole) == (3, 2, True)
    assert (folder / "2026-03-12 Quincaillerie Brunel SARL QB-1.pdf").read_bytes() == b"mine"
    assert (folder / "2026-03-12 Quincaillerie Brunel SARL QB-1 (2).pdf").read_bytes() == bill_pdf(
        Bill(number="QB-1")
    )
    assert (folder / "contract.txt").read_bytes() == b"a contract"
    with (folder / "suppliers.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["kind"] for row in rows} == {"invoice", "other"}
    assert all((folder / row["file"]).exists() for row in rows)


def test_a_stopped_export_says_that_it_is_not_whole(desk: IntakeDesk, read: Read, folder: Path) -> None:
    desk.accept(read(bill_pdf()).id)
    assert not export_archive(
        desk, [row.document for row in desk.shelf("filed")], folder, cancelled=lambda: True
    ).is_whole


def test_the_finding_of_a_missing_rate_has_its_words() -> None:
    from app.services.wording import problem_text

    told = Problem("tax", "intake_no_rate", "error", {"net": "1", "tax": "-1"})
    assert "{" not in "".join(problem_text(told, "fr") + problem_text(told, "en"))
