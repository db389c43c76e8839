"""What stands in an item that is not there yet is what it begins with."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog
from pytestqt.qtbot import QtBot

from app.domain.draft import Draft
from app.domain.parties import Address, Party, TaxId
from app.ui.draft_store import DraftStore
from app.ui.forms import ComposerForm
from app.ui.forms.choices import ChoiceField
from app.ui.forms.colour_field import ColourField
from app.ui.forms.group import Group
from app.ui.forms.paths import told_path
from app.ui.forms.typed_field import LineField

Show = Callable[..., None]


def _buyer(country: str, *tax_ids: TaxId) -> Draft:
    return Draft(buyer=Party(name="B", addresses=(Address(country=country),), tax_ids=tax_ids))


def _choice(form: ComposerForm, path: str) -> ChoiceField:
    field = form.binding.shown_at(path)
    assert isinstance(field, ChoiceField)
    return field


def test_a_party_without_address_and_number_offers_sensible_kinds(form: ComposerForm, show: Show) -> None:
    show(Draft())
    form.edit_party("buyer")
    assert _choice(form, "buyer.addresses.0.role").editor.currentText() == "Billing"
    assert _choice(form, "buyer.tax_ids.0.scheme").editor.currentText() == "VAT number"


@pytest.mark.parametrize(("country", "shown"), [("FR", "SIREN"), ("DE", "VAT number")])
def test_the_kind_of_number_follows_the_country(
    form: ComposerForm, store: DraftStore, show: Show, country: str, shown: str
) -> None:
    show(_buyer(""))
    form.edit_party("buyer")
    store.edit("move", buyer=_buyer(country).buyer)
    assert _choice(form, "buyer.tax_ids.0.scheme").editor.currentText() == shown


def test_a_number_typed_into_the_first_row_gets_the_kind_that_was_shown(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, show: Show
) -> None:
    show(_buyer("FR"))
    assert form.focus_path("buyer.tax_ids.0.value")
    field = form.binding.shown_at("buyer.tax_ids.0.value")
    assert isinstance(field, LineField)
    qtbot.keyClicks(field.editor, "732829320")
    assert store.draft.buyer.tax_ids == (TaxId(scheme="siren", value="732829320"),)


def test_a_new_number_that_begins_with_letters_is_a_vat_number(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, show: Show
) -> None:
    show(_buyer("FR"))
    form.focus_path("buyer.tax_ids.0.value")
    field = form.binding.shown_at("buyer.tax_ids.0.value")
    assert isinstance(field, LineField)
    qtbot.keyClicks(field.editor, "FR83404833048")
    assert store.draft.buyer.tax_ids == (TaxId(scheme="vat", value="FR83404833048"),)


def test_the_next_number_is_of_a_kind_not_taken_yet(
    form: ComposerForm, store: DraftStore, show: Show
) -> None:
    show(_buyer("FR", TaxId(scheme="siren", value="1")))
    form.edit_party("buyer")
    group = form.binding.shown_at("buyer.tax_ids")
    assert isinstance(group, Group)
    group.add_item()
    group.add_item()
    assert [each.scheme for each in store.draft.buyer.tax_ids] == ["siren", "vat", "siret"]
    assert group.items[1].accessibleName() == "Tax or company number 2"


def test_a_colour_is_chosen_from_a_dialog(
    qtbot: QtBot, form: ComposerForm, store: DraftStore, show: Show
) -> None:
    show(Draft())
    assert form.focus_path("paper.accent")
    field = form.binding.shown_at("paper.accent")
    assert isinstance(field, ColourField)
    assert "colour" in field.choose.accessibleName()
    qtbot.mouseClick(field.choose, Qt.MouseButton.LeftButton)
    dialog = field.findChild(QColorDialog)
    assert dialog is not None
    assert dialog.currentColor() == QColor(store.draft.paper.accent)
    dialog.setCurrentColor(QColor("#123abc"))
    dialog.accept()
    assert store.draft.paper.accent == "#123ABC"
    assert field.editor.text() == "#123ABC"


def test_others_are_told_ids_instead_of_places() -> None:
    draft = Draft.model_validate(
        {
            "seller": {"addresses": [{"city": "Lyon"}]},
            "adjustments": [{"id": "a1", "amount": "1"}],
            "rows": [{"kind": "line", "id": "r1"}],
        }
    )
    assert told_path(draft, "seller.addresses.0.city") == "seller.addresses"
    assert told_path(draft, "adjustments.0.amount") == "adjustments.a1.amount"
    assert told_path(draft, "rows.r1.label") == "rows.r1.label"
    assert told_path(draft, "seller.tax_ids.0.value") == "seller.tax_ids"
    assert told_path(draft, "subject") == "subject"
