"""Numbers and dates in the forms they are printed in, and the way wordings are written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.fields.amounts import Mark, amounts_in
from app.intake.fields.cells import Cell, grid_of
from app.intake.fields.dates import dates_in
from app.intake.fields.labels import weight
from app.intake.fields.wordings.syntax import pattern_of
from app.intake.fields.words import folded
from tests.intake.fields.drawn import page

GROUPS = st.sampled_from(["", " ", "\u00a0", "\u202f", ".", ",", "'", "’"])
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}


def _cell(text: str) -> Cell:
    return grid_of(page([(50, 50, text)]).pages[0]).lines[0][0]


@given(cents=st.integers(0, 99_999_999_99), group=GROUPS, mark=st.sampled_from([".", ","]))
def test_an_amount_is_read_whatever_parts_its_thousands(cents: int, group: str, mark: Mark) -> None:
    whole, part = divmod(cents, 100)
    text = f"{whole:,}".replace(",", "|" if group != mark else "").replace("|", group) + f"{mark}{part:02d}"
    (amount,) = amounts_in(_cell(text), mark)
    assert amount.value == Decimal(cents) / 100
    assert amount.decimals == 2


@given(cents=st.integers(1, 9_999_999), form=st.sampled_from(["-{}", "- {}", "−{}", "({})", "{}-"]))
def test_an_amount_is_negative_however_that_is_printed(cents: int, form: str) -> None:
    text = form.format(f"{cents // 100},{cents % 100:02d}")
    (amount,) = amounts_in(_cell(text), ",")
    assert amount.value == -Decimal(cents) / 100


@given(
    day=st.dates(date(1990, 1, 1), date(2068, 12, 31)),
    form=st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d.%m.%y", "%d / %m / %Y"]),
)
def test_a_date_in_digits_is_read_day_first(day: date, form: str) -> None:
    if "%y" in form and day.year < 2000:
        day = day.replace(year=2000, day=min(day.day, 28))
    (printed,) = dates_in(_cell(day.strftime(form)))
    assert day in (printed.day, printed.other)
    assert printed.day == day


@given(day=st.dates(date(1990, 1, 1), date(2068, 12, 31)), language=st.sampled_from(sorted(MONTHS)))
def test_a_date_with_its_month_as_a_word_is_read_in_every_language(day: date, language: str) -> None:
    month = MONTHS[language].split()[day.month - 1]
    for text in (
        f"{day.day} {month} {day.year}",
        f"{day.day}. {month} {day.year}",
        f"{month} {day.day}, {day.year}",
    ):
        assert [printed.day for printed in dates_in(_cell(text))] == [day]


@pytest.mark.parametrize("text", ["+33 1 02 03 04 05", "32/13/2026", "IP 10.12.20.30", "99.99.9999"])
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert [printed.day for printed in dates_in(_cell(text)) if printed.day.year > 2026] == []


@pytest.mark.parametrize(
    ("wording", "text", "is_there"),
    [
        ("total ht", "le total ht est", True),
        ("total ht", "totalht", False),
        ("sub-total", "subtotal", True),
        ("sub-total", "sub total", True),
        ("h.t.", "prix h.t", True),
        ("liefer*", "lieferschein", True),
        ("date (de) facture", "date facture", True),
        ("zahlbar bis (zum)", "zahlbar bis", True),
        ("zahlbar ... bis", "zahlbar ohne abzug bis", True),
        ("^client", "votre client", False),
        ("date$", "date :", True),
        ("date$", "date de", False),
    ],
)
def test_wordings_mean_what_their_module_says(wording: str, text: str, is_there: bool) -> None:
    assert bool(pattern_of(wording).search(text)) is is_there


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("number", "facture n°"),
        ("number", "rechnungs-nr."),
        ("number", "nummer factuur"),
        ("number", "numero de factura"),
        ("number", "fattura n."),
        ("number", "tax invoice no."),
        ("date", "date d'emission"),
        ("date", "rechnungsdatum"),
        ("date", "factuurdatum"),
        ("date", "fecha de factura"),
        ("date", "data fattura"),
        ("due_date", "a regler avant le"),
        ("due_date", "zahlbar bis"),
        ("due_date", "te betalen voor"),
        ("due_date", "fecha de vencimiento"),
        ("due_date", "da pagare entro il"),
        ("due_date", "payment due by"),
        ("net", "total ht"),
        ("net", "nettobetrag"),
        ("net", "totaal excl. btw"),
        ("net", "base imponible"),
        ("net", "totale imponibile"),
        ("net", "total excluding vat"),
        ("tax", "montant tva"),
        ("tax", "zzgl. 19% mwst"),
        ("tax", "inkl. 19% mwst"),
        ("tax", "btw 21%"),
        ("tax", "iva 22%"),
        ("gross", "total ttc"),
        ("gross", "gesamtbetrag inkl. mwst"),
        ("gross", "total incl. vat"),
        ("gross", "totaal incl. btw"),
        ("gross", "importe total"),
        ("gross", "totale fattura"),
    ],
)
def test_the_words_of_an_invoice_lead_to_their_field(field: str, text: str) -> None:
    assert weight(field, folded(text)) >= 2
