"""Which figures of a page are its sums, where words are few and arithmetic has to speak."""

from __future__ import annotations

from app.intake.fields.read import read_pages
from tests.intake.fields.drawn import Run, page


def _sums(*runs: Run) -> tuple[str, ...]:
    fields = read_pages(page(runs)).fields
    return tuple(fields[name].value for name in ("net", "tax", "gross"))


def test_taxes_on_lines_of_their_own_are_added_up_where_no_line_says_their_sum() -> None:
    assert _sums(
        (50, 300, "Maatstaf van heffing"),
        (400, 300, "1.599,44"),
        (50, 315, "btw (21 %)"),
        (400, 315, "296,97"),
        (50, 330, "BTW 9 %"),
        (400, 330, "16,68"),
        (50, 345, "Factuurtotaal"),
        (400, 345, "1.913,09"),
    ) == ("1599.44", "313.65", "1913.09")


def test_the_total_is_the_one_that_a_payment_was_taken_from() -> None:
    assert _sums(
        (50, 300, "Total général"),
        (400, 300, "8 563,05 €"),
        (50, 315, "Acompte versé"),
        (400, 315, "4 281,53 €"),
        (50, 330, "Net à payer"),
        (400, 330, "4 281,52 €"),
        (50, 400, "Autoliquidation"),
    ) == ("8563.05", "0", "8563.05")


def test_an_amount_may_follow_its_colon_without_a_space() -> None:
    assert _sums(
        (50, 300, "Net HT :"),
        (400, 300, "6’331.49 CHF"),
        (50, 315, "TVA 8.1 % :"),
        (400, 315, "512.85 CHF"),
        (50, 330, "Total TTC à payer :6’844.34 CHF"),
    ) == ("6331.49", "512.85", "6844.34")


def test_a_heading_of_the_lines_makes_none_of_them_the_total() -> None:
    assert (
        _sums(
            (50, 200, "Product"),
            (250, 200, "Aantal"),
            (400, 200, "Totaalprijs"),
            (50, 220, "Voorrijkosten"),
            (250, 220, "2"),
            (400, 220, "400,00"),
            (50, 235, "Advies"),
            (250, 235, "1"),
            (400, 235, "650,00"),
            (50, 300, "EUR"),
            (400, 300, "1.050,00"),
            (50, 400, "Vrijgesteld van btw"),
        )[2]
        != "650"
    )


def test_what_lacks_between_the_sums_may_be_printed_under_a_name_of_its_own() -> None:
    reading = read_pages(
        page(
            (
                (50, 300, "Neto:"),
                (400, 300, "100,00"),
                (50, 315, "IVA 21%"),
                (400, 315, "21,00"),
                (50, 330, "Impuesto municipal 1,00%"),
                (400, 330, "1,00"),
                (50, 345, "Total:"),
                (400, 345, "122,00"),
            )
        )
    )
    assert reading.fields["gross"].value == "122"
    assert not reading.fields["gross"].is_sure
    assert "sums_differ" in {remark.code for remark in reading.warnings}


def test_the_loudest_figure_is_the_total_though_its_word_stands_apart() -> None:
    fields = read_pages(
        page(
            (
                (400, 200, "Subtotal"),
                (480, 200, "$640.00"),
                (400, 215, "Fee"),
                (480, 215, "$66.00"),
                (50, 400, "Total", 12),
                (200, 430, "$706.00", 22),
            )
        )
    ).fields
    assert fields["gross"].value == "706"


def test_a_total_with_a_smaller_net_amount_bears_a_tax_though_none_is_printed() -> None:
    assert _sums(
        (50, 300, "Subtotal"),
        (400, 300, "40.826,07"),
        (50, 315, "Total EUR"),
        (400, 315, "47.748,65"),
    ) == ("40826.07", "6922.58", "47748.65")


def test_a_total_that_is_named_as_what_is_due_is_found_by_what_adds_up() -> None:
    assert _sums(
        (50, 300, "Net total"),
        (200, 300, "Value added tax 20%"),
        (350, 300, "Amount due"),
        (50, 315, "£23,493.91"),
        (200, 315, "£4,698.78"),
        (350, 315, "£28,192.69"),
    ) == ("23493.91", "4698.78", "28192.69")
