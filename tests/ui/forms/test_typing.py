"""Typing into the fields of the form, with real key presses."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.draft import Draft
from app.domain.rows import Discount
from app.ui.draft_store import DraftStore
from app.ui.forms import ComposerForm

Enter = Callable[[QWidget], None]
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def _retype(qtbot: QtBot, editor: QWidget, text: str) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(editor, text)


def test_each_key_press_is_in_the_draft_at_once(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    editor = form.header.subject.editor
    enter(editor)
    qtbot.keyClick(editor, Qt.Key.Key_End)
    for count, letter in enumerate(" 2027", 1):
        qtbot.keyClicks(editor, letter)
        assert store.draft.subject == "Refonte du site et formation" + " 2027"[:count]


def test_one_stay_in_a_field_is_one_undo_step(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    editor = form.header.subject.editor
    for stay in ("First", "Second"):
        enter(editor)
        _retype(qtbot, editor, stay)
        enter(form.discount.editor)
    assert len(store.history.steps) == 2
    store.undo()
    assert store.draft.subject == editor.text() == "First"


def test_ctrl_z_in_a_field_undoes_in_the_document_and_never_in_the_field_alone(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    enter(form.discount.editor)
    _retype(qtbot, form.discount.editor, "10 %")
    enter(form.header.subject.editor)
    _retype(qtbot, form.header.subject.editor, "Other")
    qtbot.keyClick(form.header.subject.editor, Qt.Key.Key_Z, CTRL)
    assert store.draft.subject == form.header.subject.editor.text() == "Refonte du site et formation"
    qtbot.keyClick(form.header.subject.editor, Qt.Key.Key_Z, CTRL)
    assert store.draft.discount == Discount(value=Decimal(5))
    assert form.discount.editor.text() == "5 %"
    qtbot.keyClick(form.header.subject.editor, Qt.Key.Key_Z, CTRL_SHIFT)
    qtbot.keyClick(form.header.subject.editor, Qt.Key.Key_Z, CTRL_SHIFT)
    assert store.draft.discount == Discount(value=Decimal(10))
    assert form.header.subject.editor.text() == "Other"


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("+45", date(2027, 1, 5)),
        ("eom", date(2026, 11, 30)),
        ("2412", date(2026, 12, 24)),
        ("24 Dec 2026", date(2026, 12, 24)),
        ("2027-01-02", date(2027, 1, 2)),
    ],
)
def test_a_due_date_takes_shorthand_counted_from_the_date_of_the_invoice(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter, typed: str, due: date
) -> None:
    enter(form.header.due_date.editor)
    _retype(qtbot, form.header.due_date.editor, typed)
    assert store.draft.due_date == due
    qtbot.keyClick(form.header.due_date.editor, Qt.Key.Key_Return)
    assert store.draft.payment_terms.days == (due - date(2026, 11, 21)).days
    assert form.header.due_date.editor.text() == f"{due.day} {due:%b %Y}"
    assert form.header.due_date.remark.text() == f"{(due - date(2026, 11, 21)).days} days"


def test_moving_the_date_moves_the_due_date_of_the_terms_in_one_step(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    enter(form.header.issue_date.editor)
    _retype(qtbot, form.header.issue_date.editor, "1/12/2026")
    assert (store.draft.issue_date, store.draft.due_date) == (date(2026, 12, 1), date(2026, 12, 31))
    store.undo()
    assert (store.draft.issue_date, store.draft.due_date) == (date(2026, 11, 21), date(2026, 12, 21))


def test_the_discount_is_a_share_with_the_sign_and_an_amount_without(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    assert form.discount.remark.text() == "−331.70"
    enter(form.discount.editor)
    _retype(qtbot, form.discount.editor, "100+50")
    assert store.draft.discount == Discount(kind="amount", value=Decimal(150))
    assert form.discount.remark.text() == "−150.00"
    _retype(qtbot, form.discount.editor, "2,5 %")
    assert store.draft.discount == Discount(value=Decimal("2.5"))
    qtbot.keyClick(form.discount.editor, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(form.discount.editor, Qt.Key.Key_Delete)
    assert store.draft.discount is None


def test_what_cannot_be_read_stays_with_the_reason_under_it_and_the_draft_keeps_its_value(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    field = form.header.due_date
    enter(field.editor)
    _retype(qtbot, field.editor, "31/2/2026")
    assert field.error.isHidden(), "nobody is told off while typing"
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)
    assert field.editor.text() == "31/2/2026"
    assert field.error.isVisible()
    assert "31/2/2026" in field.error.text()
    assert field.editor.accessibleDescription() == field.error.text()
    assert "keeps “21 Dec 2026”" in field.error.text()
    assert store.draft.due_date == date(2026, 12, 21)
    assert store.draft.payment_terms.days == 30
    enter(field.editor)
    qtbot.keyClick(field.editor, Qt.Key.Key_Z, CTRL)
    assert field.error.isHidden()
    assert field.editor.text() != "31/2/2026"


def test_escape_brings_back_what_stood_there(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    before = store.draft
    for field, typed in ((form.discount, "99"), (form.memo, "Thank you"), (form.header.subject, "x")):
        shown = field.editor.text()
        enter(field.editor)
        _retype(qtbot, field.editor, typed)
        assert store.draft != before
        qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
        assert field.editor.text() == shown
    assert store.draft == before


@pytest.mark.parametrize(
    ("path", "typed", "reason"),
    [
        ("prepaid", "1" + "0" * 18, "too large"),
        ("cash_step", "0", "above 0"),
        ("payment_terms.days", "1.5", "whole number"),
        ("payment_terms.days", "-3", "at least 0"),
        ("paper.accent", "teal", "colour"),
        ("rounding_amount", "1e5", "scientific"),
        ("rounding_amount", "1/0", "divides by zero"),
        ("exchange.rate", "-2", "below zero"),
        ("paper.label_overrides", "quantity", "“=”"),
    ],
)
def test_a_value_the_model_refuses_is_explained_in_words(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, path: str, typed: str, reason: str
) -> None:
    assert form.focus_path(path)
    field = form.binding.shown_at(path)
    before = store.draft
    _retype(qtbot, field.editor, typed)  # type: ignore[union-attr]
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)  # type: ignore[union-attr]
    assert reason in field.error.text()  # type: ignore[union-attr]
    assert field.editor.text() == typed.upper() or field.editor.text() == typed  # type: ignore[union-attr]
    assert store.draft.edited(exchange=None) == before


def test_edits_from_elsewhere_leave_the_caret_of_the_typing_person_alone(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    chance = random.Random(7)
    editor = form.header.subject.editor
    enter(editor)
    _retype(qtbot, editor, "Refonte")
    expected = "Refonte"
    for turn in range(60):
        place = chance.randrange(len(expected) + 1)
        editor.setCursorPosition(place)
        store.edit("elsewhere", memo=f"note {turn}", due_date=date(2026, 12, 1) + timedelta(turn))
        store.edit("elsewhere", discount=Discount(value=Decimal(turn)))
        letter = chance.choice("abcd ")
        qtbot.keyClicks(editor, letter)
        expected = expected[:place] + letter + expected[place:]
        assert editor.text() == store.draft.subject == expected
        assert editor.cursorPosition() == place + 1
    assert form.memo.editor.text() == "note 59"


def test_a_number_half_typed_is_not_rewritten_under_the_fingers(
    qtbot: QtBot, form: ComposerForm, store: DraftStore
) -> None:
    form.focus_path("prepaid")
    field = form.binding.shown_at("prepaid")
    editor = field.editor  # type: ignore[union-attr]
    for typed in ("1", "12", "12.", "12.5", "12.50", "12.50+", "12.50+1"):
        qtbot.keyClicks(editor, typed[-1])
        store.edit("elsewhere", memo=typed)
        assert editor.text() == typed
    assert store.draft.prepaid == Decimal("13.5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "13.5"


def test_random_edits_undo_and_redo_end_where_they_began(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    chance = random.Random(11)
    first = store.draft
    editors = [
        form.header.subject.editor,
        form.discount.editor,
        form.memo.editor,
        form.header.due_date.editor,
    ]
    for _ in range(80):
        editor = chance.choice(editors)
        enter(editor)
        act = chance.randrange(4)
        if act == 0:
            qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
        elif act == 1:
            qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL_SHIFT)
        else:
            _retype(qtbot, editor, chance.choice(["5", "12 %", "hello", "+3", "1/1/2027", "3*"]))
    while store.history.can_undo:
        store.undo()
    assert store.draft == first
    while store.history.can_redo:
        store.redo()
    while store.history.can_undo:
        store.undo()
    assert store.draft == first


def test_an_issued_document_shows_its_values_and_takes_no_key(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, show: Callable[..., None], enter: Enter
) -> None:
    draft = store.draft
    show(draft, status="issued")
    enter(form.header.subject.editor)
    qtbot.keyClicks(form.header.subject.editor, "x")
    assert store.draft == draft
    assert form.header.subject.editor.text() == draft.subject


def test_opening_another_document_forgets_what_was_half_typed(
    qtbot: QtBot, form: ComposerForm, show: Callable[..., None], enter: Enter
) -> None:
    enter(form.header.due_date.editor)
    _retype(qtbot, form.header.due_date.editor, "someday")
    show(Draft(subject="Another"))
    assert form.header.due_date.editor.text() == ""
    assert form.header.due_date.error.isHidden()
    assert form.header.subject.editor.text() == "Another"


def test_several_lines_pasted_into_one_become_one(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    QApplication.clipboard().setText("Refonte\r\n  du site\u2028et plus")
    enter(form.header.subject.editor)
    qtbot.keyClick(form.header.subject.editor, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(form.header.subject.editor, Qt.Key.Key_V, CTRL)
    assert store.draft.subject == form.header.subject.editor.text() == "Refonte du site et plus"


def test_a_very_long_note_is_kept_whole_and_one_beyond_the_limit_is_explained(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    long = "word and word " * 8_000
    QApplication.clipboard().setText(long)
    enter(form.memo.editor)
    qtbot.keyClick(form.memo.editor, Qt.Key.Key_V, CTRL)
    assert store.draft.memo == long
    assert form.memo.height() < form.height() // 2
    qtbot.keyClick(form.memo.editor, Qt.Key.Key_V, CTRL)
    qtbot.keyClick(form.memo.editor, Qt.Key.Key_Tab)
    assert "At most 200,000 characters fit here; this has 224,000" in form.memo.error.text()
    assert len(form.memo.editor.text()) == 224_000
