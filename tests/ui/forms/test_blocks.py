"""The optional blocks: folded until used, built on demand, never losing what they hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.draft import Draft, ExchangeRate
from app.domain.rows import DocumentAdjustment, Line
from app.services.samples import SAMPLES
from app.ui.draft_store import DraftStore
from app.ui.forms import ComposerForm
from app.ui.forms.block_plans import BLOCKS
from app.ui.forms.choices import ChoiceBox
from app.ui.forms.field import Field
from app.ui.forms.group import Group
from app.ui.forms.logo_field import LogoField
from app.ui.forms.special_parts import ExactTotal

Show = Callable[..., None]


def _field(form: ComposerForm, path: str) -> Field:
    assert form.focus_path(path)
    field = form.binding.shown_at(path)
    assert isinstance(field, Field)
    return field


def _type(qtbot: QtBot, form: ComposerForm, path: str, text: str) -> Field:
    field = _field(form, path)
    qtbot.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field.editor, text)
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)
    return field


def test_the_firm_of_a_sample_is_named_as_one_until_it_is_replaced(
    form: ComposerForm, store: DraftStore
) -> None:
    assert form.header.seller.name.text() == "From: Atelier Marchetti (sample)"
    store.edit("From", seller=store.draft.seller.model_copy(update={"name": "Mine"}))
    assert form.header.seller.name.text() == "From: Mine"


def test_an_empty_invoice_has_every_block_folded_and_none_built(form: ComposerForm, show: Show) -> None:
    show(Draft())
    assert all(block.isHidden() for block in form.shelf.blocks.values())
    assert all(link.isVisible() for link in form.shelf.links.values())
    assert form.findChildren(Group) == []


def test_a_block_in_use_stands_open_and_says_so_when_folded(
    form: ComposerForm, store: DraftStore, show: Show
) -> None:
    show(Draft(purchase_order="PO 7"))
    block, link = form.shelf.blocks["references"], form.shelf.links["references"]
    assert block.isVisible()
    assert link.isHidden()
    block.fold()
    store.edit("elsewhere", subject="x")
    assert block.isHidden()
    assert link.isVisible()
    assert "in use" in link.accessibleName()
    assert store.draft.purchase_order == "PO 7"


def test_a_link_is_opened_by_key_and_the_caret_is_in_the_first_field(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, show: Show
) -> None:
    show(Draft())
    link = form.shelf.links["references"]
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "PO 12")
    assert store.draft.purchase_order == "PO 12"


def test_the_whole_head_is_walked_with_tab_in_reading_order(qtbot: QtBot, form: ComposerForm) -> None:
    header = form.header
    stops: list[QWidget] = [
        header.customer.name.editor, header.seller.edit, header.issue_date.editor, header.due_date.editor,
        header.currency.editor, header.language.editor, header.subject.editor,
    ]  # fmt: skip
    stops[0].setFocus()
    qtbot.waitUntil(stops[0].hasFocus)
    for stop in stops[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert form.grid.isAncestorOf(QApplication.focusWidget())
    form.discount.editor.setFocus()
    qtbot.keyClick(form.discount.editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.memo.editor
    qtbot.keyClick(form.memo.editor, Qt.Key.Key_Backtab)
    qtbot.keyClick(form.discount.editor, Qt.Key.Key_Backtab)
    assert form.grid.isAncestorOf(QApplication.focusWidget())


def test_the_total_is_made_exact_through_the_rounding_amount(
    qtbot: QtBot, form: ComposerForm, store: DraftStore
) -> None:
    form.unfold("rounding")
    exact = form.findChildren(ExactTotal)[0]
    qtbot.keyClicks(exact.editor, "7500")
    qtbot.keyClick(exact.editor, Qt.Key.Key_Return)
    assert store.totals.payable == Decimal("7500.00")
    assert store.draft.rounding_amount == Decimal("-22.26")
    qtbot.keyClicks(exact.editor, "7522.261")
    exact.apply.click()
    assert "2 decimals" in exact.error.text()
    assert store.totals.payable == Decimal("7500.00")
    store.undo()
    assert store.draft.rounding_amount is None


def test_the_worth_in_the_home_currency_follows_the_rate(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, show: Show
) -> None:
    rows = (Line(id="r1", label="Work", unit_price=Decimal(100)),)
    show(Draft(currency="USD", rows=rows))
    _type(qtbot, form, "exchange.rate", "0,92")
    _type(qtbot, form, "exchange.rate_date", "2/11/2026")
    _type(qtbot, form, "exchange.source", "ECB")
    assert store.draft.exchange == ExchangeRate(
        home_currency="EUR", rate=Decimal("0.92"), rate_date=date(2026, 11, 2), source="ECB"
    )
    assert store.totals.home is not None
    texts = [
        label.text()
        for label in form.shelf.blocks["exchange"].findChildren(QWidget)
        if hasattr(label, "text")
    ]
    assert any("to pay €92.00" in text for text in texts)


def test_a_shipping_charge_is_added_with_its_vat_and_removed_again(
    qtbot: QtBot, form: ComposerForm, store: DraftStore
) -> None:
    assert form.focus_path("adjustments")
    group = form.binding.shown_at("adjustments")
    assert isinstance(group, Group)
    group.add.click()
    _type(qtbot, form, "adjustments.0.reason", "Shipping")
    _type(qtbot, form, "adjustments.0.amount", "12.50")
    _type(qtbot, form, "adjustments.0.vat_rate", "20 %")
    kind = _field(form, "adjustments.0.kind")
    qtbot.keyClick(kind.editor, Qt.Key.Key_Down)
    assert store.draft.adjustments == (
        DocumentAdjustment(
            id="a1", is_charge=True, kind="shipping", reason="Shipping", amount=Decimal("12.50"),
            vat_rate=Decimal(20),
        ),
    )  # fmt: skip
    assert store.totals.charges == Decimal("12.50")
    group.items[0].remove.click()
    assert store.draft.adjustments == ()
    store.undo()
    assert _field(form, "adjustments.0.reason").editor.text() == "Shipping"  # type: ignore[attr-defined]


def test_tags_and_words_of_the_page_are_typed_as_text(
    qtbot: QtBot, form: ComposerForm, store: DraftStore
) -> None:
    _type(qtbot, form, "tags", "web, training,  ")
    assert store.draft.tags == ("web", "training")
    _type(qtbot, form, "paper.label_overrides", "quantity = Hours")
    assert store.draft.paper.label_overrides == {"quantity": "Hours"}


def test_a_logo_is_taken_from_a_picture_and_made_small(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, tmp_path: Path
) -> None:
    picture = QImage(4000, 1000, QImage.Format.Format_RGB32)
    picture.fill(QColor(10, 100, 90))
    assert picture.save(str(tmp_path / "logo.png"))
    field = _field(form, "paper.logo")
    assert isinstance(field, LogoField)
    field.take_file(tmp_path / "logo.png")
    qtbot.waitUntil(lambda: store.draft.paper.logo.startswith("data:image/png;base64,"))
    assert field.picture.isVisible()
    field.remove.click()
    assert store.draft.paper.logo == ""
    Draft.model_validate_json(store.draft.model_dump_json())


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 no picture", b"\x89PNG\r\n\x1a\nbroken"])
def test_a_file_that_is_no_picture_is_refused_in_words(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    field = _field(form, "paper.logo")
    assert isinstance(field, LogoField)
    for chosen in (file, tmp_path / "not there.png"):
        field.set_error("")
        field.take_file(chosen)
        qtbot.waitUntil(lambda: "Choose" in field.error.text())
    assert store.draft.paper.logo == ""


def test_the_wheel_over_a_choice_without_focus_changes_nothing(form: ComposerForm, store: DraftStore) -> None:
    box = _field(form, "rounding").editor
    assert isinstance(box, ChoiceBox)
    form.header.subject.editor.setFocus()
    before = store.draft
    event = QWheelEvent(
        QPointF(5, 5), QPointF(box.mapToGlobal(QPoint(5, 5))), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert store.draft == before
    assert not event.isAccepted()


def test_a_document_of_thousands_of_rows_never_makes_the_grid_higher_than_the_view(
    form: ComposerForm, show: Show
) -> None:
    rows = tuple(Line(id=f"r{i}", label=f"Line {i}", unit_price=Decimal(i)) for i in range(5_000))
    show(Draft(rows=rows))
    assert form.grid.maximumHeight() <= form.area.viewport().height()


@pytest.mark.parametrize("name", list(SAMPLES))
def test_showing_a_document_changes_nothing_in_it(
    form: ComposerForm, store: DraftStore, show: Show, name: str
) -> None:
    draft = SAMPLES[name]()
    show(draft)
    for plan in BLOCKS:
        form.unfold(plan.name)
    form.edit_party("buyer")
    for field in form.findChildren(Field):
        field.editor.setFocus()
    form.header.subject.editor.setFocus()
    assert store.draft == draft
    assert store.history.steps == ()


@pytest.mark.parametrize("width", [620, 730, 1100])
def test_no_width_makes_the_page_scroll_sideways(
    qtbot: QtBot, form: ComposerForm, show: Show, width: int
) -> None:
    show(SAMPLES["german"]())
    for plan in BLOCKS:
        form.unfold(plan.name)
    form.resize(width, 800)
    page = form.area.widget()
    assert page is not None
    qtbot.waitUntil(lambda: page.width() == form.area.viewport().width())
    assert form.width() == width
    assert form.minimumSizeHint().width() <= 620


def test_the_fields_keep_their_width_when_the_page_begins_to_scroll(
    qtbot: QtBot, form: ComposerForm, show: Show
) -> None:
    show(Draft())
    form.resize(730, 800)
    bar = form.area.verticalScrollBar()
    qtbot.waitUntil(lambda: not bar.isVisible())
    before = form.header.subject.width()
    for plan in BLOCKS:
        form.unfold(plan.name)
    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(lambda: form.header.subject.width() == before)
