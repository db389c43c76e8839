"""What is read from a page, how sure it is, and what is said about it."""

from __future__ import annotations

from datetime import date

import pytest

from app.intake.fields.choose_supplier import KnownSupplier
from app.intake.fields.read import read_pages
from app.intake.reading import Reading
from tests.intake.fields.drawn import BUYER, HEAD, TABLE, Run, invoice, page, sums


def _values(reading: Reading) -> dict[str, str]:
    return {name: field.value for name, field in reading.fields.items()}


def _codes(reading: Reading) -> set[str]:
    return {remark.code for remark in reading.warnings}


def test_a_plain_invoice_is_read_whole_and_surely() -> None:
    reading = read_pages(page(invoice()))
    assert reading.kind == "invoice"
    assert reading.language == "fr"
    assert _values(reading) == {
        "supplier_name": "Verrerie du Lac SARL",
        "supplier_vat_id": "FR44732829320",
        "invoice_number": "FA-2026-017",
        "date": "2026-03-03",
        "due_date": "2026-04-02",
        "currency": "EUR",
        "net": "100",
        "tax": "20",
        "gross": "120",
    }
    assert all(field.is_sure for name, field in reading.fields.items() if name != "supplier_name")
    assert not reading.warnings


def test_each_value_says_where_it_stands() -> None:
    reading = read_pages(page(invoice()))
    box = reading.fields["gross"].box
    assert reading.fields["gross"].page == 1
    assert box is not None
    assert (box.x0, box.y0) == (500, 430)


def test_rates_and_lines_are_read_from_their_tables() -> None:
    reading = read_pages(page(invoice()))
    assert [(row.rate, row.basis, row.tax) for row in reading.vat] == [("20", "100", "20")]
    (line,) = reading.lines
    assert (line.label, line.quantity, line.unit_price, line.net) == ("Carafe soufflée", "4", "25", "100")


def test_hidden_words_do_not_win_over_what_can_be_seen() -> None:
    reading = read_pages(page(invoice(), hidden=[(380, 460, "Total TTC"), (500, 460, "999,00 €")]))
    assert reading.fields["gross"].value == "120"


def test_sums_that_do_not_add_up_are_said_with_their_figures_and_never_sure() -> None:
    runs = (*HEAD, (50, 200, "Facture n° 12", 16), *sums("100,00 €", "20,00 €", "130,00 €"))
    reading = read_pages(page(runs))
    (remark,) = [remark for remark in reading.warnings if remark.code == "sums_differ"]
    assert remark.params == {"net": "100", "tax": "20", "sum": "120", "gross": "130"}
    assert not any(reading.fields[name].is_sure for name in ("net", "tax", "gross"))


def test_the_total_is_the_invoices_not_what_is_left_after_a_deposit() -> None:
    runs = (
        *invoice(),
        (380, 445, "Acompte versé"),
        (500, 445, "50,00 €"),
        (380, 460, "Solde à payer"),
        (500, 460, "70,00 €"),
    )
    assert read_pages(page(runs)).fields["gross"].value == "120"


def test_several_rates_are_added_up_though_no_total_of_tax_is_printed() -> None:
    runs = (
        *HEAD,
        (50, 200, "Facture n° 12", 16),
        (300, 380, "Taux"),
        (380, 380, "Base HT"),
        (460, 380, "TVA"),
        (300, 395, "20 %"),
        (380, 395, "100,00"),
        (460, 395, "20,00"),
        (300, 410, "5,5 %"),
        (380, 410, "200,00"),
        (460, 410, "11,00"),
        (300, 440, "Total TTC"),
        (380, 440, "331,00 €"),
    )
    reading = read_pages(page(runs))
    assert (reading.fields["net"].value, reading.fields["tax"].value) == ("300", "31")
    assert [(row.rate, row.tax) for row in reading.vat] == [("20", "20"), ("5.5", "11")]


def test_an_exempt_supplier_has_no_tax_and_the_reason_is_shown() -> None:
    runs = (
        *HEAD[:3],
        (50, 200, "Facture n° 12", 16),
        (380, 400, "Total à payer"),
        (500, 400, "300,00 €"),
        (50, 500, "TVA non applicable, art. 293 B du CGI"),
    )
    reading = read_pages(page(runs))
    assert (reading.fields["net"].value, reading.fields["tax"].value) == ("300", "0")
    box = reading.fields["tax"].box
    assert box is not None
    assert box.y0 == 500


def test_a_date_whose_order_nothing_tells_is_not_sure_and_said() -> None:
    runs = (
        (50, 40, "Brightwater Tools Ltd", 14),
        (50, 120, "Invoice no. 77", 16),
        (50, 150, "Invoice date: 04/03/2026"),
        (380, 400, "Total due"),
        (500, 400, "£50.00"),
    )
    reading = read_pages(page(runs))
    assert reading.fields["date"].value == "2026-03-04"
    assert not reading.fields["date"].is_sure
    assert "date_undecided" in _codes(reading)


def test_an_american_invoice_has_the_month_first() -> None:
    runs = (
        (50, 40, "Cedar Forge Inc.", 14),
        (50, 120, "Invoice no. 77", 16),
        (50, 150, "Invoice date: 04/03/2026"),
        (50, 165, "Due date: 04/28/2026"),
        (380, 400, "Total due"),
        (500, 400, "$50.00"),
    )
    values = _values(read_pages(page(runs)))
    assert (values["date"], values["due_date"], values["currency"]) == ("2026-04-03", "2026-04-28", "USD")


def test_a_day_of_delivery_is_not_the_invoices_date() -> None:
    runs = (
        (50, 150, "Lieferdatum: 01.02.2026"),
        (50, 165, "Rechnungsdatum: 05.02.2026"),
        (50, 120, "Rechnung Nr. 2026-88", 16),
        (50, 180, "Kundennummer: 4711"),
    )
    values = _values(read_pages(page(runs)))
    assert (values["date"], values["invoice_number"]) == ("2026-02-05", "2026-88")


def test_a_due_date_in_a_sentence_is_found_and_that_of_the_discount_is_not() -> None:
    runs = (
        (50, 120, "Rechnung Nr. 2026-88", 16),
        (50, 150, "Rechnungsdatum: 05.02.2026"),
        (50, 300, "Zahlbar innerhalb 30 Tagen bis 07.03.2026, 3 % Skonto bis 15.02.2026"),
    )
    assert _values(read_pages(page(runs)))["due_date"] == "2026-03-07"


def test_the_customer_in_her_block_is_not_the_supplier() -> None:
    runs = (
        (200, 40, "STUDIO TECNICO MORANDI", 12),
        (190, 60, "Via Garibaldi 3 - 10122 Torino"),
        (470, 100, "Spett.le"),
        (440, 112, "Acciai Riuniti S.r.l."),
        (440, 124, "20100 Milano"),
        (50, 200, "Fattura n. 12/2026 del 06/10/2026"),
        (330, 320, "Totale fattura"),
        (490, 320, "€ 122,00"),
    )
    assert _values(read_pages(page(runs)))["supplier_name"] == "STUDIO TECNICO MORANDI"


def test_a_block_of_particulars_tells_seller_from_buyer() -> None:
    runs = (
        (50, 40, "Rechnung Nr. 5", 16),
        (70, 100, "Verkäufer"),
        (70, 115, "Name:"),
        (250, 115, "Nordlicht Messebau"),
        (70, 130, "USt.-Id.-Nr.:"),
        (250, 130, "DE136695976"),
        (70, 180, "Käufer"),
        (70, 195, "Name:"),
        (250, 195, "Hafenkontor GmbH"),
        (70, 210, "USt.-Id.-Nr.:"),
        (250, 210, "DE811193231"),
    )
    values = _values(read_pages(page(runs)))
    assert (values["supplier_name"], values["supplier_vat_id"]) == ("Nordlicht Messebau", "DE136695976")


def test_a_labelled_vat_number_with_wrong_check_digits_is_taken_as_doubtful() -> None:
    runs = ((50, 40, "Nordlicht Messebau", 14), (50, 60, "USt-IdNr. DE123456789"))
    reading = read_pages(page(runs))
    assert reading.fields["supplier_vat_id"].value == "DE123456789"
    assert not reading.fields["supplier_vat_id"].is_sure
    assert "check_digits_wrong" in _codes(reading)


def test_a_known_supplier_is_named_by_its_number() -> None:
    known = [KnownSupplier("s1", "Verrerie du Lac", "FR 44 732 829 320")]
    field = read_pages(page(invoice()), suppliers=known).fields["supplier_name"]
    assert (field.value, field.is_sure) == ("Verrerie du Lac", True)


def test_the_customer_is_not_the_supplier_though_she_is_in_the_list_of_suppliers() -> None:
    known = [KnownSupplier("s9", "Hôtel Bellerive SAS")]
    assert _values(read_pages(page(invoice()), suppliers=known))["supplier_name"] == "Verrerie du Lac SARL"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("AVOIR N° 12", "credit_note"),
        ("Gutschrift Nr. 12", "credit_note"),
        ("Bon de commande", "other"),
        ("Auftragsbestätigung", "other"),
        ("Delivery note", "other"),
        ("Zahlungserinnerung", "other"),
    ],
)
def test_what_is_no_invoice_is_told_by_its_title(title: str, kind: str) -> None:
    runs: tuple[Run, ...] = (*HEAD, *BUYER, (50, 200, title, 18), *TABLE, *sums())
    reading = read_pages(page(runs))
    assert reading.kind == kind
    assert ("other_document" in _codes(reading)) == (kind == "other")


def test_a_page_of_prose_is_no_invoice() -> None:
    reading = read_pages(
        page([(50, 40 + 15 * line, "nothing to be paid is written here") for line in range(9)])
    )
    assert reading.kind == "other"
    assert "not_an_invoice" in _codes(reading)


def test_an_invoice_without_a_due_date_is_said_to_have_none() -> None:
    runs = (*HEAD, (50, 200, "Facture n° 12", 16), (50, 225, "Date : 03/03/2026"), *sums())
    reading = read_pages(page(runs))
    assert "due_date" not in reading.fields
    assert "no_due_date" in _codes(reading)


def test_a_date_that_lies_ahead_is_not_sure() -> None:
    reading = read_pages(page(invoice()), today=date(2025, 1, 1))
    assert not reading.fields["date"].is_sure


def test_no_words_give_no_reading_but_a_reason() -> None:
    reading = read_pages(page([]))
    assert (reading.kind, _codes(reading)) == ("other", {"no_text"})


def test_the_total_before_withholding_is_the_invoices_though_it_is_not_printed() -> None:
    runs = (
        (50, 40, "Carpintería Robles", 14),
        (50, 90, "Nº factura: F25/031"),
        (380, 280, "Base imponible"),
        (490, 280, "900,00 €"),
        (380, 294, "IVA 21%"),
        (490, 294, "189,00 €"),
        (380, 308, "IRPF -15%"),
        (490, 308, "-135,00 €"),
        (380, 322, "TOTAL A PAGAR"),
        (490, 322, "954,00 €"),
    )
    values = _values(read_pages(page(runs)))
    assert (values["net"], values["tax"], values["gross"]) == ("900", "189", "1089")


def test_one_row_of_several_rates_is_not_taken_for_the_whole() -> None:
    runs = (
        (50, 120, "Rechnung Nr. 4711", 12),
        (50, 160, "4 x Knödel"),
        (400, 160, "60,00 €"),
        (50, 174, "8 x Most"),
        (400, 174, "44,00 €"),
        (50, 210, "Gesamt"),
        (400, 210, "104,00 €"),
        (50, 240, "inkl. 7% MwSt."),
        (200, 240, "Netto 56,07 €"),
        (330, 240, "MwSt. 3,93 €"),
        (50, 254, "inkl. 19% MwSt."),
        (200, 254, "Netto 36,97 €"),
        (330, 254, "MwSt. 7,03 €"),
    )
    reading = read_pages(page(runs))
    assert (reading.fields["gross"].value, reading.fields["tax"].value) == ("104", "10.96")
    assert [line.gross for line in reading.lines] == ["60", "44"]


def test_capitals_before_the_digits_belong_to_the_number() -> None:
    reading = read_pages(page([(50, 40, "Fattura n. FT 128/2025 del 20/05/2025", 12)]))
    assert reading.fields["invoice_number"].value == "FT 128/2025"


def test_an_invoice_that_another_is_about_lends_it_neither_number_nor_date() -> None:
    runs = (
        (50, 100, "CREDIT NOTE", 18),
        (50, 130, "Credit Note No: CN-0042"),
        (50, 144, "Date: 31/03/2025"),
        (50, 158, "Original invoice: INV-991 of 12/03/2025"),
    )
    values = _values(read_pages(page(runs)))
    assert (values["invoice_number"], values["date"]) == ("CN-0042", "2025-03-31")


def test_headings_lead_to_the_values_below_them() -> None:
    runs = (
        (50, 200, "Factuur", 18),
        (50, 230, "Factuurnummer"),
        (170, 230, "Factuurdatum"),
        (290, 230, "Vervaldatum"),
        (410, 230, "Klantnummer"),
        (50, 244, "2025-0456"),
        (170, 244, "9 januari 2025"),
        (290, 244, "23 januari 2025"),
        (410, 244, "1187"),
    )
    values = _values(read_pages(page(runs)))
    assert (values["invoice_number"], values["date"]) == ("2025-0456", "2025-01-09")
    assert values["due_date"] == "2025-01-23"
