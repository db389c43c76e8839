"""The customer: typed, found, edited in place and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.draft import Draft
from app.domain.parties import Address, Party, TaxId
from app.domain.rows import Discount
from app.services.contacts import Contact
from app.ui.draft_store import DraftStore
from app.ui.forms import ComposerForm
from app.ui.forms.party_lines import tax_id_line

Enter = Callable[[QWidget], None]
Deliver = Callable[[str, Sequence[Contact]], None]

ALPENROSE = Contact(
    id="c7",
    party=Party(
        name="Alpenrose AG",
        addresses=(Address(line1="Bahnhofstrasse 1", postal_code="8001", city="Zürich", country="CH"),),
    ),
    language="de",
    currency="CHF",
    payment_days=10,
    discount_percent=Decimal(3),
)


class AddressBook:
    """Answers at once, or keeps its answers until they are asked for."""

    def __init__(self, *, at_once: bool) -> None:
        self._at_once = at_once
        self.waiting: list[tuple[Deliver, str]] = []

    def search(self, text: str, deliver: Deliver) -> None:
        if self._at_once:
            deliver(text, [ALPENROSE] if ALPENROSE.party.name.lower().startswith(text.lower()) else [])
        else:
            self.waiting.append((deliver, text))


@pytest.fixture
def blank(show: Callable[..., None]) -> Draft:
    draft = Draft(issue_date=date(2026, 11, 21), language="fr", seller=Party(name="Atelier"))
    show(draft)
    return draft


@pytest.mark.usefixtures("blank")
def test_a_customer_is_typed_by_keys_alone_without_leaving_the_invoice(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    enter(form.header.customer.name.editor)
    qtbot.keyClicks(form.header.customer.name.editor, "Lumen SAS")
    qtbot.keyClick(form.header.customer.name.editor, Qt.Key.Key_F2)
    typed = {
        "Street and number": "48 avenue Foch", "Postal code": "75116", "City": "Paris", "Country": "fra",
        "Number": "FR83404833048", "E-mail": "compta@lumen.example",
    }  # fmt: skip
    for _ in range(30):
        focus = QApplication.focusWidget()
        text = typed.pop(focus.accessibleName(), "")
        if text:
            qtbot.keyClicks(focus, text)
        if not typed:
            break
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert typed == {}
    buyer = store.draft.buyer
    assert buyer.name == "Lumen SAS"
    assert buyer.addresses == (
        Address(line1="48 avenue Foch", postal_code="75116", city="Paris", country="FR"),
    )
    assert buyer.tax_ids == (TaxId(scheme="vat", value="FR83404833048"),)
    assert buyer.email == "compta@lumen.example"
    assert form.header.customer.address.text() == "48 avenue Foch, 75116 Paris"
    assert form.header.customer.number.text() == "VAT FR83404833048 · checked"


def test_a_known_customer_fills_everything_in_one_step(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, blank: Draft, enter: Enter
) -> None:
    form.set_contacts(AddressBook(at_once=True).search)
    card = form.header.customer
    enter(card.name.editor)
    qtbot.keyClicks(card.name.editor, "alp")
    assert card.suggestions.is_open
    qtbot.keyClick(card.name.editor, Qt.Key.Key_Down)
    qtbot.keyClick(card.name.editor, Qt.Key.Key_Return)
    draft = store.draft
    assert draft.buyer == ALPENROSE.party.model_copy(update={"contact_id": "c7"})
    assert (draft.language, draft.currency, draft.payment_terms.days) == ("de", "CHF", 10)
    assert (draft.due_date, draft.discount) == (date(2026, 12, 1), Discount(value=Decimal(3)))
    assert card.name.editor.text() == "Alpenrose AG"
    assert len(store.history.steps) == 1
    qtbot.keyClick(card.name.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert store.draft == blank


@pytest.mark.usefixtures("blank")
def test_a_new_name_and_enter_never_takes_a_known_customer(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    form.set_contacts(AddressBook(at_once=True).search)
    editor = form.header.customer.name.editor
    enter(editor)
    qtbot.keyClicks(editor, "alp")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert store.draft.buyer == Party(name="alp")


@pytest.mark.usefixtures("blank")
def test_a_late_answer_to_what_is_no_longer_typed_is_dropped(
    qtbot: QtBot, form: ComposerForm, enter: Enter
) -> None:
    book = AddressBook(at_once=False)
    form.set_contacts(book.search)
    card = form.header.customer
    enter(card.name.editor)
    qtbot.keyClicks(card.name.editor, "al")
    (first, old), (second, new) = book.waiting
    first(old, [ALPENROSE])
    assert not card.suggestions.is_open
    second(new, [ALPENROSE])
    assert card.suggestions.is_open
    card.suggestions.close()


def test_keeping_the_customer_hands_over_the_party(
    qtbot: QtBot, form: ComposerForm, store: DraftStore
) -> None:
    form.edit_party("buyer")
    with qtbot.waitSignal(form.keep_contact_requested) as kept:
        form.editor_of("buyer").keep.click()
    assert kept.args == [store.draft.buyer]
    form.edit_party("seller")
    with qtbot.waitSignal(form.keep_seller_requested) as kept:
        form.editor_of("seller").keep.click()
    assert kept.args == [store.draft.seller]


def test_addresses_are_added_and_removed_and_come_back_with_undo(
    qtbot: QtBot, form: ComposerForm, store: DraftStore
) -> None:
    form.focus_path("buyer.addresses")
    group = form.binding.shown_at("buyer.addresses")
    group.add.click()  # type: ignore[union-attr]
    focus = QApplication.focusWidget()
    qtbot.keyClicks(focus, "Entrepot")
    assert [a.name for a in store.draft.buyer.addresses] == ["", "Entrepot"]
    group.items[0].remove.click()  # type: ignore[union-attr]
    assert [a.name for a in store.draft.buyer.addresses] == ["Entrepot"]
    store.undo()
    assert [a.name for a in store.draft.buyer.addresses] == ["", "Entrepot"]
    assert len(group.items) == 2  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("tax_id", "line", "is_wrong"),
    [
        (TaxId(scheme="siren", value="732 829 320"), "SIREN 732 829 320 · checked", False),
        (TaxId(scheme="siren", value="732 829 321"), "SIREN 732 829 321 · check digits are wrong", True),
        (TaxId(scheme="vat", value="DE999999994"), "VAT DE999999994 · check digits are wrong", True),
        (TaxId(scheme="vat", value="US12"), "VAT US12", False),
        (TaxId(scheme="other", value="00-1", label="EIN"), "EIN 00-1", False),
        (TaxId(scheme="vat", value=" "), "", False),
    ],
)
def test_the_card_says_of_a_number_what_its_check_digits_say(
    tax_id: TaxId, line: str, is_wrong: bool
) -> None:
    assert tax_id_line(Party(tax_ids=(tax_id,))) == (line, is_wrong)


@pytest.mark.parametrize(
    ("typed", "currency"), [("usd", "USD"), ("yen", "JPY"), ("swiss fr", "CHF"), ("EUR", "EUR")]
)
def test_a_currency_is_found_by_code_or_name(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter, typed: str, currency: str
) -> None:
    editor = form.header.currency.editor
    enter(editor)
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, typed)
    enter(form.header.subject.editor)
    assert store.draft.currency == currency
    assert form.header.currency.editor.text().startswith(f"{currency} · ")


def test_a_currency_that_does_not_exist_is_named_and_nothing_changes(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    field = form.header.currency
    enter(field.editor)
    qtbot.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field.editor, "zorkmid")
    enter(form.header.subject.editor)
    assert "zorkmid" in field.error.text()
    assert store.draft.currency == "EUR"


def test_the_document_language_is_chosen_by_its_own_name(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    field = form.header.language
    enter(field.editor)
    qtbot.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field.editor, "esp")
    enter(form.header.subject.editor)
    assert store.draft.language == "es"
    assert field.editor.text() == "Español"


def test_another_name_typed_over_a_known_customer_is_no_longer_that_customer(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, show: Callable[..., None], enter: Enter
) -> None:
    known = ALPENROSE.party.model_copy(update={"contact_id": "c7"})
    for typed, contact_id in (("Alpenrose GmbH", "c7"), ("Lumen", None)):
        show(Draft(buyer=known))
        editor = form.header.customer.name.editor
        enter(editor)
        qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(editor, typed)
        assert (store.draft.buyer.name, store.draft.buyer.contact_id) == (typed, contact_id)
        form.header.subject.editor.setFocus()


def test_common_currencies_are_suggested_first(qtbot: QtBot, form: ComposerForm, enter: Enter) -> None:
    field = form.header.currency
    enter(field.editor)
    qtbot.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field.editor, "dollar")
    codes = [item.value for item in field.suggestions.items]  # type: ignore[attr-defined]
    assert set(codes[:3]) == {"AUD", "CAD", "USD"}
    assert {"NZD", "SGD"} <= set(codes[3:])
    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)


def test_escape_folds_the_editor_and_goes_back_to_the_card(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, enter: Enter
) -> None:
    before = store.draft
    name = form.header.customer.name.editor
    enter(name)
    qtbot.keyClick(name, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert store.draft == before
    assert form.editor_of("buyer").isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not form.editor_of("buyer").isVisible()
    assert QApplication.focusWidget() is name
