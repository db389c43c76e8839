"""The totals bar: what it shows, how it stays put, what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from app.domain.draft import Draft
from app.domain.rows import Line
from app.services.samples import SAMPLES
from app.ui.draft_store import DraftStore
from app.ui.totals import TotalsBar
from app.ui.totals.figure import Figure
from app.ui.totals.figures import amount_text, entry_text, number_text

Show = Callable[..., None]


def _figures(bar: TotalsBar) -> list[tuple[str, str]]:
    figures = [f for f in bar.findChildren(Figure) if f.isVisible()]
    figures.sort(key=lambda f: f.mapTo(bar, f.rect().topLeft()).x())
    return [(f.label.text(), f.amount.text()) for f in figures]


def test_the_bar_shows_net_each_vat_rate_and_the_total(bar: TotalsBar) -> None:
    assert _figures(bar) == [
        ("Net", "6,302.30"),
        ("VAT 20\u00a0%", "1,204.60"),
        ("VAT 5.5\u00a0%", "15.36"),
        ("Total", "€7,522.26"),
    ]


def test_prepaid_withheld_and_rounding_stand_between(qtbot: QtBot, bar: TotalsBar, store: DraftStore) -> None:
    bar.resize(1200, 70)
    store.edit("pay", prepaid=Decimal(500), rounding_amount=Decimal("-0.26"))
    qtbot.waitUntil(lambda: len(_figures(bar)) == 7)
    assert _figures(bar)[3:] == [
        ("Total", "7,522.26"),
        ("Paid", "−500.00"),
        ("Rounding", "−0.26"),
        ("To pay", "€7,022.00"),
    ]


def test_more_rates_than_there_is_room_for_are_named_in_a_tooltip(bar: TotalsBar, show: Show) -> None:
    rates = ("20", "19", "10", "7", "5.5", "2.1", "4", "8", "12")
    rows = tuple(
        Line(id=f"r{rate}", label=rate, unit_price=Decimal(100), vat_rate=Decimal(rate)) for rate in rates
    )
    show(Draft(rows=rows))
    shown = _figures(bar)
    hidden = len(rates) - (len(shown) - 3)
    assert shown[-2] == ("Others", f"+{hidden} more")
    assert bar.more.toolTip().count("\n") == hidden - 1
    assert "VAT 2.1\u00a0%: 2.10" in bar.more.toolTip()


@pytest.mark.parametrize("width", [620, 700, 900, 1400])
def test_nothing_is_cut_and_nothing_pushes_the_window_wider(
    qtbot: QtBot, bar: TotalsBar, show: Show, width: int
) -> None:
    show(SAMPLES["german"]())
    bar.resize(width, 70)
    qtbot.waitUntil(lambda: bar.issue.geometry().right() <= width)
    assert bar.minimumSizeHint().width() <= 620
    right = 0
    for figure in sorted((f for f in bar.findChildren(Figure) if f.isVisible()), key=lambda f: f.x()):
        assert figure.x() >= right
        right = figure.geometry().right()
        assert figure.amount.width() >= figure.amount.sizeHint().width()
    assert right < bar.check.x()


def test_figures_keep_their_place_while_amounts_shrink_and_grow(
    qtbot: QtBot, bar: TotalsBar, store: DraftStore
) -> None:
    before = {f.label.text(): f.geometry() for f in bar.findChildren(Figure) if f.isVisible()}
    for price in ("1", "9", "99", "640.5", "333.33"):
        store.edit_row("r1", "price", unit_price=Decimal(price))
        qtbot.waitUntil(lambda: bar.net.amount.text() == number_text(store.totals.net, 2))
        assert {f.label.text(): f.geometry() for f in bar.findChildren(Figure) if f.isVisible()} == before


def test_the_total_can_be_selected_and_an_enormous_one_still_fits(
    qtbot: QtBot, bar: TotalsBar, store: DraftStore
) -> None:
    assert bar.total.amount.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    size = bar.total.amount.font().pixelSize()
    bar.resize(620, 70)
    store.edit_row("r1", "price", unit_price=Decimal("123456789012345.00"), quantity=Decimal(900))
    qtbot.waitUntil(lambda: bar.total.amount.font().pixelSize() < size)


def test_every_figure_asks_for_its_explanation_by_click_and_by_key(qtbot: QtBot, bar: TotalsBar) -> None:
    for figure in [f for f in bar.findChildren(Figure) if f.isVisible()]:
        with qtbot.waitSignal(bar.explain_requested) as asked:
            qtbot.mouseClick(figure.amount, Qt.MouseButton.LeftButton)
        assert asked.args == [figure.key]
        assert bar.explain_panel.isVisible()
        figure.setFocus()
        with qtbot.waitSignal(bar.explain_requested):
            qtbot.keyClick(figure, Qt.Key.Key_Return)
        qtbot.keyClick(bar.explain_panel.tree, Qt.Key.Key_Escape)
        assert not bar.explain_panel.isVisible()
        assert figure.accessibleName() == f"{figure.label.text()} {figure.amount.text()}"


def test_the_pill_says_in_words_how_much_is_to_be_checked(
    qtbot: QtBot, bar: TotalsBar, store: DraftStore, show: Show
) -> None:
    assert bar.check.text() == "ready"
    show(Draft())
    problems = [p for p in store.problems if p.severity != "note"]
    assert bar.check.text() == f"{len(problems)} to check"
    with qtbot.waitSignal(bar.checks_requested):
        bar.check.click()
    assert bar.checks_panel.isVisible()


def test_issue_is_asked_for_and_gone_once_issued(
    qtbot: QtBot, bar: TotalsBar, store: DraftStore, show: Show
) -> None:
    with qtbot.waitSignal(bar.issue_requested):
        bar.issue.click()
    show(store.draft, status="issued")
    assert bar.issue.isHidden()
    assert bar.check.isHidden()


@pytest.mark.parametrize(
    ("language", "amount", "entry"),
    [
        ("en_GB", "€1,234,567.50", "1234567.5"),
        ("fr_FR", "1\u202f234\u202f567,50\u00a0€", "1234567,5"),
    ],
)
def test_amounts_are_written_as_the_interface_language_does(language: str, amount: str, entry: str) -> None:
    value, locale = Decimal("1234567.50"), QLocale(language)
    assert amount_text(value, "EUR", 2, locale) == amount
    assert entry_text(value, locale) == entry


def test_amounts_in_other_currencies_and_below_zero() -> None:
    assert amount_text(Decimal("-5"), "EUR", 2) == "−€5.00"
    assert amount_text(Decimal("1200"), "CHF", 2) == "CHF\u00a01,200.00"
    assert amount_text(Decimal("1200"), "JPY", 0) == "¥1,200"
    assert number_text(Decimal("1E+3")) == "1,000"
    assert number_text(Decimal("-0.00"), 2) == "0.00"
    assert number_text(Decimal("0.000001")) == "0.000001"
