"""Who sends it: the name by several witnesses, the VAT number by more than its own check digits."""

from __future__ import annotations

from app.intake.fields.read import read_pages
from app.intake.reading import FieldReading
from tests.intake.fields.drawn import Run, page

BODY: tuple[Run, ...] = ((50, 230, "Invoice no. 77", 16), (50, 255, "Date: 3 March 2026"))
WINDOW: tuple[Run, ...] = (
    (330, 130, "Parkside Garage Ltd"),
    (330, 142, "4 High Street"),
    (330, 154, "Leeds LS1 4AP"),
)


def _field(name: str, *runs: Run) -> FieldReading | None:
    fields = {str(key): value for key, value in read_pages(page((*runs, *BODY))).fields.items()}
    return fields.get(name)


def _name(*runs: Run) -> str:
    field = _field("supplier_name", *runs)
    return field.value if field else ""


def test_an_imprint_names_the_supplier_where_the_letter_head_is_a_picture() -> None:
    imprint = "Redfern Catering LLP · 162 High Street · Norwich NR2 1TF"
    assert _name(*WINDOW, (50, 790, imprint, 7), (50, 802, "info@redfern-catering.co.uk", 7)) == (
        "Redfern Catering LLP"
    )


def test_a_vat_number_in_the_customers_window_makes_her_no_supplier() -> None:
    field = _field(
        "supplier_vat_id",
        (50, 40, "Redfern Catering LLP", 14),
        (50, 60, "162 High Street"),
        (50, 72, "Norwich NR2 1TF"),
        (50, 84, "Tel 01603 555 010"),
        *WINDOW,
        (330, 166, "VAT No. GB757356163"),
    )
    assert field is None


def test_a_number_in_the_suppliers_own_block_is_sure() -> None:
    field = _field(
        "supplier_vat_id",
        (50, 120, "Redfern Catering LLP", 12),
        (50, 134, "162 High Street"),
        (50, 146, "Norwich NR2 1TF"),
        (50, 158, "redferncatering.co.uk"),
        (50, 170, "VAT No. GB757356163"),
    )
    assert field is not None
    assert (field.value, field.is_sure) == ("GB757356163", True)


def test_a_portuguese_number_needs_no_country_before_it() -> None:
    field = _field("supplier_vat_id", (50, 40, "Padaria Estrela", 14), (50, 60, "NIPC 509 442 013"))
    assert field is not None
    assert field.value == "PT509442013"


def test_a_name_that_its_domain_spells_is_sure_and_one_without_a_witness_is_not() -> None:
    sure = _field("supplier_name", (50, 40, "Lumen Metrics, Inc.", 16), (50, 60, "billing@lumenmetrics.com"))
    alone = _field("supplier_name", (50, 40, "Lumen Metrics, Inc.", 16))
    assert sure is not None
    assert alone is not None
    assert (sure.is_sure, alone.is_sure) == (True, False)


def test_a_name_spelled_in_two_ways_is_not_sure() -> None:
    field = _field(
        "supplier_name",
        (50, 40, "Lumen Metrics", 16),
        (50, 60, "billing@lumenmetrics.com"),
        (50, 790, "Lumen Metrics, Inc.", 7),
    )
    assert field is not None
    assert not field.is_sure


def test_a_legal_form_that_is_stated_apart_is_no_part_of_the_name_in_the_imprint() -> None:
    imprint = "Au vieux puits SARL - 12 rue des Halles - 84340 Malaucène"
    runs: tuple[Run, ...] = ((150, 30, imprint, 8), (150, 42, "http://www.auvieuxpuits.fr", 8))
    assert _name(*runs) == "Au vieux puits SARL"
    assert _name(*runs, (150, 54, "APE 4778C - SARL au capital de 120 000,00 €", 8)) == "Au vieux puits"


def test_a_name_on_two_lines_of_the_sellers_block_is_read_whole() -> None:
    assert (
        _name(
            (50, 120, "Verkäufer:"),
            (50, 134, "Erster Musterhafter"),
            (50, 146, "Versicherungsverein Neustadt a.G."),
            (50, 158, "Allee 3"),
            (50, 170, "12345 Neustadt"),
        )
        == "Erster Musterhafter Versicherungsverein Neustadt a.G."
    )
