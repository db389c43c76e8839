"""How a figure came about, and what is to be checked."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.draft import AdditionalTax, Draft
from app.domain.explain import explain
from app.domain.rows import Line
from app.domain.totals import compute
from app.services.samples import SAMPLES
from app.services.wording import problem_text
from app.ui.draft_store import DraftStore
from app.ui.totals import TotalsBar
from app.ui.totals.step_words import StepWords

Show = Callable[..., None]


def test_an_explanation_reads_as_a_sum(bar: TotalsBar) -> None:
    bar.explain("vat.S.20.tax")
    assert bar.explain_panel.text().splitlines() == [
        "VAT 20\u00a0%: 6,023.00 × 20 ÷ 100 = 1,204.60, rounded half away from zero to 2 decimals",
        "  VAT 20\u00a0%: Taxable amount: 6,340.00 − 317.00 = 6,023.00",
        "  rate: 20",
    ]


def test_an_operand_that_comes_from_another_step_unfolds_it_by_key(qtbot: QtBot, bar: TotalsBar) -> None:
    bar.explain("lines.r1.net")
    tree = bar.explain_panel.tree
    for _ in range(2):
        qtbot.keyClick(tree, Qt.Key.Key_Down)
        qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert "  Ateliers de cadrage: Quantity × price: 2.5 × 640.00 = 1,600.00" in bar.explain_panel.text()
    assert "    quantity: 2.5" in bar.explain_panel.text()


def test_an_explanation_follows_what_is_typed_and_keeps_what_is_unfolded(
    qtbot: QtBot, bar: TotalsBar, store: DraftStore
) -> None:
    bar.explain("net")
    top = bar.explain_panel.tree.topLevelItem(0)
    assert top is not None
    top.child(0).setExpanded(True)  # type: ignore[union-attr]
    lines = len(bar.explain_panel.text().splitlines())
    store.edit_row("r1", "price", unit_price=Decimal(700))
    qtbot.waitUntil(lambda: "1,750.00" in bar.explain_panel.text())
    assert len(bar.explain_panel.text().splitlines()) == lines


def test_an_explanation_is_copied_as_text(bar: TotalsBar) -> None:
    bar.explain("net")
    bar.explain_panel.copy.click()
    assert QGuiApplication.clipboard().text() == bar.explain_panel.text()
    assert QGuiApplication.clipboard().text().startswith("Net: 6,634.00 − 331.70 + 0.00 = 6,302.30")


def test_a_figure_that_is_gone_says_so(bar: TotalsBar, show: Show) -> None:
    bar.explain("vat.S.20.tax")
    show(Draft())
    bar.explain("vat.S.20.tax")
    item = bar.explain_panel.tree.topLevelItem(0)
    assert item is not None
    assert "no longer" in item.text(0)


@pytest.mark.parametrize("name", list(SAMPLES))
def test_every_step_of_every_sample_is_put_into_words(name: str) -> None:
    draft = SAMPLES[name]()
    taxed = draft.edited(
        additional_taxes=(AdditionalTax(label="IRPF", rate=Decimal(-15)),), cash_step=Decimal("0.05")
    )
    for each in (draft, taxed):
        totals = compute(each)
        words = StepWords(each, totals.decimals)
        for step in explain(each, totals):
            sentence = words.sentence(step)
            assert "_" not in sentence.replace(step.label, ""), sentence
            assert words.amount(step.value) in sentence


def test_a_sum_of_thousands_is_written_short(bar: TotalsBar, show: Show) -> None:
    rows = tuple(Line(id=f"r{i}", label=f"Line {i}", unit_price=Decimal(i)) for i in range(5_000))
    show(Draft(rows=rows))
    bar.explain("lines_net")
    text = bar.explain_panel.text().splitlines()
    assert "+ 4,994 more" in text[0] or "+ 4994 more" in text[0]
    assert len(text) == 502


def test_findings_are_grouped_by_how_much_they_matter(bar: TotalsBar, show: Show) -> None:
    show(Draft())
    panel = bar.checks_panel
    texts = [panel.list.item(place).text() for place in range(panel.list.count())]
    heads = [text.split(" ")[0] for text in texts if " · " in text]
    assert heads == [h for h in ("Must", "Should", "Worth") if h in heads]
    assert heads[0] == "Must"


def test_enter_on_a_finding_goes_to_its_field(
    qtbot: QtBot, bar: TotalsBar, store: DraftStore, show: Show
) -> None:
    show(Draft())
    bar.show_checks()
    view = bar.checks_panel.list
    view.setCurrentRow(1)
    with qtbot.waitSignal(store.focus_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [next(p.path for p in store.problems if p.severity == "error")]


def test_the_next_finding_goes_round_all_of_them_the_worst_first(
    bar: TotalsBar, store: DraftStore, show: Show
) -> None:
    show(Draft())
    asked: list[str] = []
    store.focus_requested.connect(asked.append)
    count = len(store.problems)
    assert count > 2
    for _ in range(count + 1):
        assert bar.checks_panel.go_to_next()
    assert asked[0] == asked[-1]
    order = {"error": 0, "warning": 1, "note": 2}
    assert asked[:count] == [p.path for p in sorted(store.problems, key=lambda p: order[p.severity])]


def test_a_finding_that_was_mended_makes_way(bar: TotalsBar, store: DraftStore, show: Show) -> None:
    show(Draft())
    missing = next(p for p in store.problems if p.path == "seller.name")
    message = problem_text(missing, "en")[0]
    panel = bar.checks_panel
    assert any(message in panel.list.item(place).text() for place in range(panel.list.count()))
    store.edit("seller", seller=SAMPLES["atelier"]().seller)
    store.check_now()
    assert not any(message in panel.list.item(place).text() for place in range(panel.list.count()))


def test_nothing_to_check_is_said(bar: TotalsBar, store: DraftStore) -> None:
    assert store.problems == ()
    assert bar.checks_panel.list.item(0).text() == "Nothing to check: this can be issued."
    assert not bar.checks_panel.go_to_next()
