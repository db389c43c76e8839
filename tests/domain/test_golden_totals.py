"""Sums that other programs got wrong, each from a report of someone it cost money."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Any

from app.domain.credit import credit_note_of
from app.domain.money import plain
from app.domain.totals import compute


def test_138_66_at_19_percent_is_165_01_and_nothing_is_left_once_paid(draft_of: Any) -> None:
    assert compute(draft_of(("1", "138.66", "19"))).payable == D("165.01")
    assert compute(draft_of(("1", "138.66", "19"), prepaid="165.01")).payable == D("0.00")


def test_317_50_at_19_percent_and_its_credit_note_sum_to_zero(draft_of: Any) -> None:
    invoice = draft_of(("1", "317.50", "19"), number="F1")
    totals, mirrored = compute(invoice), compute(credit_note_of(invoice))
    assert (totals.tax, mirrored.tax) == (D("60.33"), D("-60.33"))
    assert totals.payable + mirrored.payable == 0


def test_a_rate_of_9_975_percent_keeps_its_thousandths(draft_of: Any) -> None:
    assert compute(draft_of(("1", "8180", "9.975"))).tax == D("815.96")


def test_withheld_tax_lowers_what_is_paid(draft_of: Any) -> None:
    draft = draft_of(("1", "1393.50", "21"), additional_taxes=[{"label": "IRPF", "rate": "-15"}])
    totals = compute(draft)
    assert totals.gross == D("1686.14")
    assert totals.withheld == D("209.03")
    assert totals.payable == D("1477.11")


def test_two_sales_taxes_are_rounded_one_by_one(draft_of: Any) -> None:
    draft = draft_of(("1", "140", "5"), additional_taxes=[{"label": "QST", "rate": "9.975"}])
    assert compute(draft).gross == D("160.97")


def test_a_compound_tax_is_charged_on_the_tax_before_it(draft_of: Any) -> None:
    draft = draft_of(("1", "100", "5"), additional_taxes=[{"label": "PST", "rate": "10", "on_tax": True}])
    assert compute(draft).additional_taxes[0].amount == D("10.50")


def test_a_discount_lowers_the_tax(draft_of: Any) -> None:
    draft = draft_of(("1", "8500", "19"), discount={"kind": "amount", "value": "7500"})
    assert compute(draft).payable == D("1190.00")


def test_110_at_10_percent_less_10_is_110_with_10_of_tax(draft_of: Any) -> None:
    totals = compute(draft_of(("1", "110", "10"), discount={"kind": "amount", "value": "10"}))
    assert (totals.tax, totals.gross) == (D("10.00"), D("110.00"))


def _gross(quantity: str, price: str, rate: str) -> dict[str, str]:
    return {
        "kind": "line",
        "quantity": quantity,
        "unit_price": price,
        "vat_rate": rate,
        "price_entry": "gross",
    }


def test_a_gross_price_is_hit_exactly(draft_of: Any) -> None:
    assert compute(draft_of(_gross("1", "500", "10"))).payable == D("500.00")


def test_gross_prices_split_into_net_and_tax(draft_of: Any) -> None:
    two = compute(draft_of(_gross("2", "379", "21")))
    assert (two.net, two.tax, two.gross, two.payable) == (D("626.45"), D("131.55"), D("758.00"), D("758.00"))
    twelve = compute(draft_of(_gross("12", "125", "6")))
    assert (twelve.net, twelve.tax, twelve.payable) == (D("1415.09"), D("84.91"), D("1500.00"))


def test_the_cent_a_gross_price_cannot_reach_is_the_rounding_amount(draft_of: Any) -> None:
    totals = compute(draft_of(_gross("1", "79.20", "19")))
    assert (totals.net, totals.tax, totals.gross) == (D("66.55"), D("12.64"), D("79.19"))
    assert (totals.rounding, totals.payable) == (D("0.01"), D("79.20"))


def test_a_percentage_off_gross_prices_is_taken_off_the_gross(draft_of: Any) -> None:
    draft = draft_of(_gross("1", "500", "10"), discount={"kind": "percent", "value": "10"})
    assert compute(draft).payable == D("450.00")


def test_yen_have_no_decimals(draft_of: Any) -> None:
    by_line = compute(draft_of(_gross("1", "50000", "10"), currency="JPY", rounding="per_line"))
    assert (by_line.net, by_line.tax, by_line.payable) == (D(45455), D(4545), D(50000))
    by_group = compute(draft_of(_gross("1", "50000", "10"), currency="JPY"))
    assert (by_group.net, by_group.tax, by_group.rounding) == (D(45455), D(4546), D(-1))
    assert by_group.payable == D(50000)
    assert compute(draft_of(("4000", "4.5", "0"), currency="JPY")).payable == D(18000)
    assert str(compute(draft_of(("1", "8", "0"), currency="JPY")).payable) == "8"


def test_dinars_have_three_decimals_and_bitcoin_eight(draft_of: Any) -> None:
    assert str(compute(draft_of(("1", "1.234", "0"), currency="KWD")).payable) == "1.234"
    assert plain(compute(draft_of(("3", "0.00000001", "0"), currency="BTC")).payable) == "0.00000003"


def test_tax_by_line_and_by_group_differ_by_the_cent_the_e_invoice_carries(draft_of: Any) -> None:
    lines = [("1", "99.99", "25")] * 3
    by_line = compute(draft_of(*lines, rounding="per_line"))
    by_group = compute(draft_of(*lines))
    assert (by_line.tax, by_group.tax) == (D("75.00"), D("74.99"))
    assert by_line.conformance_difference == D("0.01")


def test_cash_rounding_is_an_amount_of_its_own(draft_of: Any) -> None:
    totals = compute(draft_of(("1", "10.03", "0"), currency="CHF", cash_step="0.05"))
    assert (totals.gross, totals.rounding, totals.payable) == (D("10.03"), D("0.02"), D("10.05"))


def test_the_sample_of_the_guide_comes_to_7522_26(draft_of: Any) -> None:
    lines = [("2.5", "640", "20"), ("6", "640", "20"), ("1", "900", "20"), ("12", "24.50", "5.5")]
    totals = compute(draft_of(*lines, discount={"kind": "percent", "value": "5"}))
    assert [(g.rate, g.basis, g.tax) for g in totals.vat] == [
        (D(20), D("6023.00"), D("1204.60")),
        (D("5.5"), D("279.30"), D("15.36")),
    ]
    assert totals.payable == D("7522.26")


def test_the_home_currency_is_converted_figure_by_figure(draft_of: Any) -> None:
    exchange = {"home_currency": "EUR", "rate": "0.9217", "rate_date": "2026-11-20", "source": "ECB"}
    totals = compute(draft_of(("1", "100", "20"), currency="USD", exchange=exchange))
    assert totals.home is not None
    assert (totals.home.net, totals.home.tax, totals.home.gross) == (D("92.17"), D("18.43"), D("110.60"))
