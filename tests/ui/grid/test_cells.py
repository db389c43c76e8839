"""What an entry in a cell means."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from app.domain.entry import EntryError
from app.domain.rows import Discount, Line, Section
from app.ui.grid.cells import Column, Locale, entry_of, read_entry
from app.ui.grid.messages import entry_message
from app.ui.grid.vat import category_name, read_vat, vat_entry, vat_text

EN = Locale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
FR = Locale(QLocale(QLocale.Language.French, QLocale.Country.France))
DE = Locale(QLocale(QLocale.Language.German, QLocale.Country.Germany))
D = Decimal


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("3 h", {"quantity": D(3), "unit": "HUR"}),
        ("2.5 day", {"quantity": D("2.5"), "unit": "DAY"}),
        ("2,5 jours", {"quantity": D("2.5"), "unit": "DAY"}),
        ("3*8 h", {"quantity": D(24), "unit": "HUR"}),
        ("1:30", {"quantity": D("1.5")}),
        ("12", {"quantity": D(12)}),
        ("4 palettes", {"quantity": D(4), "unit": "palettes"}),
        ("2x3", {"quantity": D(6)}),
        ("10 m²", {"quantity": D(10), "unit": "MTK"}),
        ("1 000 kg", {"quantity": D(1000), "unit": "KGM"}),
    ],
)
def test_quantities_take_sums_and_units(text: str, changes: dict[str, Any]) -> None:
    assert read_entry(Line(), Column.QUANTITY, text, EN) == changes


def test_a_unit_that_was_deleted_goes() -> None:
    assert read_entry(Line(unit="DAY"), Column.QUANTITY, "3", EN, keep_unit=False) == {
        "quantity": D(3),
        "unit": "",
    }


@pytest.mark.parametrize(
    ("text", "discount"),
    [
        ("5%", Discount(value=D(5))),
        ("5,5 %", Discount(value=D("5.5"))),
        ("12.50", Discount(kind="amount", value=D("12.5"))),
        ("", None),
    ],
)
def test_a_discount_is_percent_or_amount(text: str, discount: Discount | None) -> None:
    assert read_entry(Line(), Column.DISCOUNT, text, EN) == {"discount": discount}


def test_a_discount_typed_anew_keeps_its_reason() -> None:
    line = Line(discount=Discount(value=D(5), reason="Loyalty"))
    assert read_entry(line, Column.DISCOUNT, "10", EN)["discount"] == Discount(
        kind="amount", value=D(10), reason="Loyalty"
    )


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("640", {"unit_price": D(640)}),
        ("10/3", {"unit_price": D("3.33333333")}),
        ("24.50 incl", {"unit_price": D("24.5"), "price_entry": "gross"}),
        ("24,50 TTC", {"unit_price": D("24.5"), "price_entry": "gross"}),
        ("24.50 net", {"unit_price": D("24.5"), "price_entry": "net"}),
        ("incl.", {"price_entry": "gross"}),
        ("", {"unit_price": D(0)}),
        ("-40", {"unit_price": D(-40)}),
    ],
)
def test_prices_are_net_or_gross(text: str, changes: dict[str, Any]) -> None:
    assert read_entry(Line(), Column.PRICE, text, EN) == changes


def test_the_language_decides_a_lone_mark_before_three_digits() -> None:
    def price(text: str, locale: Locale) -> Decimal:
        return D(read_entry(Line(), Column.PRICE, text, locale)["unit_price"])

    assert price("1,234", EN) == 1234
    assert price("1.234", DE) == 1234
    assert price("1.234", FR) == D("1.234")
    assert price("1,234", FR) == D("1.234")


@pytest.mark.parametrize(
    ("text", "category", "rate"),
    [
        ("20", "S", "20"),
        ("5,5", "S", "5.5"),
        ("5.5 %", "S", "5.5"),
        ("0", "Z", "0"),
        ("AE", "AE", "0"),
        ("reverse charge", "AE", "0"),
        ("Autoliquidation", "AE", "0"),
        ("Exempt (E)", "E", "0"),
        ("e", "E", "0"),
        ("K", "K", "0"),
        ("G", "G", "0"),
        ("B 22", "B", "22"),
        ("L 7", "L", "7"),
    ],
)
def test_vat_is_a_rate_or_a_category(text: str, category: str, rate: str) -> None:
    assert read_vat(Line(), text) == {"vat_category": category, "vat_rate": D(rate)}


def test_outside_the_scope_has_no_rate() -> None:
    assert read_vat(Line(), "O") == {"vat_category": "O", "vat_rate": None}
    assert read_vat(Line(), "") == {"vat_category": "S", "vat_rate": None}


@pytest.mark.parametrize("category", ["S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"])
def test_what_stands_in_a_vat_editor_reads_back_the_same(category: Any) -> None:
    rate = {"O": None, "S": D("5.5"), "L": D(7), "M": D(4), "B": D(22)}.get(category, D(0))
    line = Line(vat_category=category, vat_rate=rate)
    assert read_vat(line, vat_entry(line, EN.qt)) == {"vat_category": category, "vat_rate": rate}
    assert vat_text(line, EN.qt)
    assert category_name(category)


@pytest.mark.parametrize("column", [Column.QUANTITY, Column.PRICE, Column.DISCOUNT, Column.VAT])
@pytest.mark.parametrize("locale", [EN, FR, DE])
def test_what_stands_in_any_editor_reads_back_the_same(column: Column, locale: Locale) -> None:
    line = Line(
        quantity=D("1234.125"),
        unit="DAY",
        unit_price=D("1234567.125"),
        discount=Discount(kind="amount", value=D("1234.125")),
        vat_rate=D("5.5"),
    )
    changes = read_entry(line, column, entry_of(line, column, 2, locale.qt), locale, keep_unit=False)
    assert line.model_copy(update=changes) == line


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        (Column.QUANTITY, "1e400", "scientific"),
        (Column.QUANTITY, "9999999999999", "too_large"),
        (Column.QUANTITY, "day", "unreadable"),
        (Column.QUANTITY, "3 h 20", "unreadable"),
        (Column.QUANTITY, "3*2h+1", "unreadable"),
        (Column.PRICE, "1/0", "division_by_zero"),
        (Column.PRICE, "9" * 17, "too_large"),
        (Column.DISCOUNT, "99999%", "too_large"),
        (Column.DISCOUNT, "%", "empty"),
        (Column.VAT, "1000", "vat_rate_range"),
        (Column.VAT, "-5", "vat_rate_range"),
        (Column.VAT, "lots", "unreadable"),
        (Column.DESCRIPTION, "x" * 2001, "label_too_long"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(column: Column, text: str, code: str) -> None:
    with pytest.raises(EntryError) as caught:
        read_entry(Line(), column, text, EN)
    assert caught.value.code == code
    message = entry_message(caught.value)
    assert message.endswith(".")
    assert "{" not in message


def test_a_title_pasted_over_several_lines_becomes_one() -> None:
    assert read_entry(Section(), Column.DESCRIPTION, "a\nb", EN) == {"title": "a b"}
