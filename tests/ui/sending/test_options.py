"""Options of a provider: read, checked, kept with the document, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.providers import PROVIDERS
from app.services.sending import OptionSpec, ProviderCard
from app.services.sending.cards import provider_card
from app.ui.sending.option_texts import Misfit, text_of, value_of
from app.ui.sending.options_dialog import OptionsDialog, changed, stated
from app.ui.sending.options_form import OptionsForm
from app.ui.sending.remote_edit import Lists, RemoteEdit
from app.ui.theme import Theme
from tests.ui.sending.conftest import asked, rest


def card(provider_id: str) -> ProviderCard:
    return provider_card(next(p for p in PROVIDERS if p.id == provider_id), True)


STRIPE, CHARGEOVER, PENNYLANE = card("stripe_v1"), card("chargeover_v3"), card("pennylane_v2")


@pytest.mark.parametrize(
    ("spec", "text", "value"),
    [
        (OptionSpec("x", "text"), " abc ", "abc"),
        (OptionSpec("x", "text"), "  ", None),
        (OptionSpec("x", "integer", least=1, most=9), "7", 7),
        (OptionSpec("x", "decimal"), "12,50", "12.50"),
        (OptionSpec("x", "flag"), "true", True),
        (OptionSpec("x", "flag"), "false", False),
        (OptionSpec("x", "choice", choices=("a", "b")), "b", "b"),
        (OptionSpec("x", "date"), "2026-12-31", "2026-12-31"),
        (OptionSpec("x", "time"), "2026-12-31 09:00", "2026-12-31T09:00:00+00:00"),
        (OptionSpec("x", "texts"), "a, b,, c", ["a", "b", "c"]),
        (OptionSpec("x", "pairs"), "20 = 41\n5.5 = 42\n", {"20": "41", "5.5": "42"}),
        (OptionSpec("x", "object"), '{"a": {"b": [1, true, null]}}', {"a": {"b": [1, True, None]}}),
    ],
)
def test_what_is_typed_becomes_a_value_and_the_value_text_again(spec: OptionSpec, text: str, value: object):
    assert value_of(spec, text) == value
    assert value_of(spec, text_of(spec, value)) == value


@pytest.mark.parametrize(
    ("spec", "text"),
    [
        (OptionSpec("x", "text", longest=3), "abcd"),
        (OptionSpec("x", "text", pattern="[a-z]+"), "A1"),
        (OptionSpec("x", "text", is_required=True), " "),
        (OptionSpec("x", "integer"), "1.5"),
        (OptionSpec("x", "integer", least=1), "0"),
        (OptionSpec("x", "integer", most=9), "10"),
        (OptionSpec("x", "decimal"), "1e999999"),
        (OptionSpec("x", "decimal"), "NaN"),
        (OptionSpec("x", "choice", choices=("a",)), "b"),
        (OptionSpec("x", "date"), "31st of never"),
        (OptionSpec("x", "time"), "noon"),
        (OptionSpec("x", "texts", choices=("a",)), "a, b"),
        (OptionSpec("x", "pairs"), "no sign"),
        (OptionSpec("x", "pairs"), "a = 1\na = 2"),
        (OptionSpec("x", "object"), "[1]"),
        (OptionSpec("x", "object"), '{"a": 1.5}'),
        (OptionSpec("x", "object"), '{"a": NaN}'),
        (OptionSpec("x", "object"), "{" * 100_000),
    ],
)
def test_what_does_not_fit_is_said_and_not_taken(spec: OptionSpec, text: str):
    with pytest.raises(Misfit) as told:
        value_of(spec, text)
    assert str(told.value)


def test_an_option_taken_out_leaves_nothing_behind():
    options = changed({"other": {"a": 1}}, "stripe_v1", "draft", True)
    assert options == {"other": {"a": 1}, "stripe_v1": {"draft": True}}
    assert changed(options, "stripe_v1", "draft", None) == {"other": {"a": 1}}


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme()
    made.apply(qapp, "light")
    return made


def form_of(qtbot: QtBot, theme: Theme, provider: ProviderCard, level: str) -> OptionsForm:
    form = OptionsForm([spec for spec in provider.options if spec.level == level], provider, theme)
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.mark.parametrize("provider_id", [provider.id for provider in PROVIDERS])
@pytest.mark.parametrize("level", ["connection", "document", "line"])
def test_every_option_has_a_field_with_a_name(qtbot: QtBot, theme: Theme, provider_id: str, level: str):
    form = form_of(qtbot, theme, card(provider_id), level)
    for name, field in form.fields.items():
        assert field.editor.accessibleName(), name
        assert field.label != name, f"{name} has no words"


def test_rare_options_are_folded_until_they_are_used_or_asked_for(qtbot: QtBot, theme: Theme):
    form = form_of(qtbot, theme, STRIPE, "document")
    rare = form.fields["payment_settings.payment_method_options.card.request_three_d_secure"]
    assert not rare.isVisible()
    form.search.setText("3D secure")
    assert rare.isVisible()
    assert sum(field.isVisible() for field in form.fields.values()) == 1
    form.search.setText("no such thing")
    assert form.nothing.isVisible()
    form.search.clear()
    assert not rare.isVisible()
    form.show_values({rare.spec.name: "any"})
    assert rare.isVisible()


def test_a_flag_is_yes_no_or_not_stated(qtbot: QtBot, theme: Theme):
    form = form_of(qtbot, theme, PENNYLANE, "document")
    box = form.fields["draft"].editor
    assert isinstance(box, QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == ["not stated (yes)", "yes", "no"]
    told: list[tuple[str, object]] = []
    form.edited.connect(lambda name, value: told.append((name, value)))
    for place in (2, 1, 0):
        box.setCurrentIndex(place)
    assert told == [("draft", False), ("draft", True), ("draft", None)]


def test_what_does_not_fit_is_said_under_its_field_and_not_told(qtbot: QtBot, theme: Theme):
    form = form_of(qtbot, theme, CHARGEOVER, "document")
    field = form.fields["extra_members"]
    told: list[object] = []
    form.edited.connect(lambda _name, value: told.append(value))
    assert isinstance(field.editor, QPlainTextEdit)
    field.editor.setPlainText("{ not json")
    form.flush()
    assert field.error.text()
    assert told == []
    assert not form.is_valid()
    field.editor.setPlainText('{"tax_override": true}')
    form.flush()
    assert told == [{"tax_override": True}]
    assert form.is_valid()


def test_an_option_is_one_undo_step_of_the_document(program: Program, qtbot: QtBot, theme: Theme):
    store = program.seat.store
    dialog = OptionsDialog(STRIPE, store, theme, None, program.window)
    qtbot.addWidget(dialog)
    field = dialog.form.fields["statement_descriptor"]
    assert isinstance(field.editor, QLineEdit)
    field.editor.setText("ATELIER")
    dialog.accept()
    assert stated(store.draft, "stripe_v1", "") == {"statement_descriptor": "ATELIER"}
    store.undo()
    assert "stripe_v1" not in store.draft.provider_options
    rest(qtbot, program)


def test_the_options_of_a_line_are_kept_with_the_line(program: Program, qtbot: QtBot, theme: Theme):
    store = program.seat.store
    line = next(iter(store.draft.lines))
    dialog = OptionsDialog(PENNYLANE, store, theme, None, program.window)
    qtbot.addWidget(dialog)
    dialog.show_option(f"rows.{line.id}.provider_options.pennylane_v2.ledger_account_id")
    field = dialog.form.fields["ledger_account_id"]
    assert isinstance(field.editor, QLineEdit)
    field.editor.setText("706")
    dialog.accept()
    assert stated(store.draft, "pennylane_v2", line.id) == {"ledger_account_id": 706}
    assert stated(store.draft, "pennylane_v2", "") == {}
    rest(qtbot, program)


def test_an_id_is_completed_from_the_list_that_was_read(program: Program, qtbot: QtBot, theme: Theme):
    lists = Lists(program.seat.sending, "practice-chargeover_v3", "chargeover_v3")
    lists.setParent(QObject(program.window))
    edit = RemoteEdit("currencies", "Currencies", lists, theme)
    qtbot.addWidget(edit.holder)
    edit.holder.show()
    with qtbot.waitSignal(lists.refreshed, timeout=20_000) as read:
        edit.refresh.click()
        assert edit.refresh.text() == "Stop reading"
    assert read.args[0] == "currencies"
    assert edit.refresh.text() == "Refresh list"
    known = asked(
        qtbot, program, lambda sending: sending.complete("practice-chargeover_v3", "currencies", "", 50)
    )
    edit.clearFocus()
    edit.textEdited.emit("EUR")
    rest(qtbot, program)
    edit._completer.activated.emit(edit._model.stringList()[0])
    euro = next(record for record in known if "EUR" in record.title)
    assert edit.text() == euro.id
    assert edit.status.text() == euro.title
    rest(qtbot, program)
