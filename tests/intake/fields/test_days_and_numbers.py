"""The day a document is made out, the day it is due, and its number, under whatever words they stand."""

from __future__ import annotations

import pytest

from app.intake.fields.read import read_pages
from app.intake.reading import FieldName
from tests.intake.fields.drawn import page


def _value(name: FieldName, *lines: str) -> str:
    found = read_pages(page([(50, 100 + 15 * place, line) for place, line in enumerate(lines)])).fields
    return found[name].value if name in found else ""


@pytest.mark.parametrize(
    "line",
    [
        "À payer pour le : 22/06/2026",
        "Montant prélevé le 22/06/2026 sur votre compte",
        "Kindly remit payment no later than 22/06/2026",
        "Der Betrag wird am 22.06.2026 von Ihrem Konto abgebucht.",
        "Het bedrag wordt op 22-06-2026 van uw rekening afgeschreven.",
        "Importo addebitato il 22/06/2026 sul vostro conto",
        "Importe pagadero hasta el 22/06/2026",
        "Pagamento até 22/06/2026",
    ],
)
def test_whatever_is_said_of_paying_leads_to_the_day_it_is_due(line: str) -> None:
    assert _value("due_date", "Facture n° 12 du 01/06/2026", line) == "2026-06-22"


@pytest.mark.parametrize(
    "line",
    [
        "Bei Zahlung bis 08.06.2026 2 % Skonto = 947,76 €",
        "Korting 84,81 bij betaling voor 08-06-2026",
        "2 % discount if paid by 08/06/2026: 12.40",
        "Descuento por pronto pago hasta el 08/06/2026: 12,40",
        "Data de carga: 08/06/2026",
        "Offre valable jusqu'au 08/06/2026",
    ],
)
def test_the_last_day_of_a_discount_or_of_something_else_is_not_the_day_it_is_due(line: str) -> None:
    assert _value("due_date", "Facture n° 12 du 01/06/2026", line) == ""


@pytest.mark.parametrize("word", ["Emitida em", "Emesso il", "Ausgestellt am", "Uitgegeven op", "Établi le"])
def test_whatever_is_said_of_making_out_leads_to_the_invoices_date(word: str) -> None:
    assert _value("date", "Commande du 12/05/2026", f"{word} 01/06/2026") == "2026-06-01"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Our invoice 25.15956", "25.15956"),
        ("Rg.-Nr. : F2604-93615", "F2604-93615"),
        ("Nº Fra. : 195564", "195564"),
        ("Fatt. n. RE-202405-2391", "RE-202405-2391"),
        ("Rechnung RE-2026-12", "RE-2026-12"),
        ("Rechnung-Nr. 4711", "4711"),
        ("DocTipo: 80, DocNro 30000000007", ""),
    ],
)
def test_shortened_words_lead_to_the_number_and_its_letters_belong_to_it(line: str, number: str) -> None:
    assert _value("invoice_number", line) == number


def test_the_beginning_of_an_account_is_no_number_though_a_sentence_above_speaks_of_one() -> None:
    lines = ("Vermeld bij betaling het factuurnummer.", "NL66 RABO 7721 6273 52")
    assert _value("invoice_number", *lines) == ""


def test_an_article_before_a_day_leaves_the_words_before_it_their_say() -> None:
    found = read_pages(
        page(
            (
                (50, 100, "Livré le"),
                (200, 100, "le 2 avril 2026"),
                (50, 115, "Date facture"),
                (200, 115, "le 4 avril 2026"),
            )
        )
    ).fields
    assert found["date"].value == "2026-04-04"
