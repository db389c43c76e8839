"""Every member of the model is somewhere in the form, or has a reason not to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import BaseModel
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.draft import PAPER_TEMPLATES, Draft
from app.services.samples import SAMPLES
from app.ui.draft_store import DraftStore
from app.ui.forms import ComposerForm
from app.ui.forms.block_plans import BLOCKS, PAPER, form_paths
from app.ui.forms.field import Field
from app.ui.forms.group import Group
from app.ui.forms.paths import member_type
from app.ui.forms.plans import NOT_IN_FORM


def _leaves(model: type[BaseModel], stem: str = "") -> Iterator[str]:
    for name in model.model_fields:
        path = f"{stem}{name}"
        if path in NOT_IN_FORM:
            continue
        part = member_type(model, name)
        if part is None or path == "discount":
            yield path
        else:
            yield from _leaves(part, f"{path}.")


def _unfold_all(form: ComposerForm) -> None:
    for plan in BLOCKS:
        form.unfold(plan.name)
    form.edit_party("seller")
    form.edit_party("buyer")
    for group in form.findChildren(Group):
        if not group.items:
            group.add_item()


def test_every_member_of_a_draft_has_a_field_or_a_reason_to_have_none(form: ComposerForm) -> None:
    _unfold_all(form)
    shown = {".".join(part for part in path.split(".") if not part.isdigit()) for path in form.binding.paths}
    # An address that stands alone has the use its place gives it.
    by_place = {"billing_address.role", "shipping_address.role"}
    missing = [path for path in _leaves(Draft) if path not in shown and path not in by_place]
    assert missing == []


def test_reasons_name_members_that_exist_and_are_given() -> None:
    for path, reason in NOT_IN_FORM.items():
        model: type[BaseModel] = Draft
        *way, last = path.split(".")
        for segment in way:
            inner = member_type(model, segment)
            assert inner is not None, path
            model = inner
        assert last in model.model_fields, path
        assert len(reason.split()) >= 3


def test_every_template_of_the_paper_can_be_chosen() -> None:
    rows = (part for part in PAPER.parts if isinstance(part, tuple))
    [choice] = [plan for row in rows for plan in row if plan.path == "paper.template"]
    assert tuple(value for value, _ in choice.choices) == PAPER_TEMPLATES


def test_every_path_can_be_asked_for_and_gets_the_caret(form: ComposerForm) -> None:
    for path in form_paths():
        assert form.focus_path(path), path
        focus = form.window().focusWidget()
        assert focus is not None, path
        assert focus.isVisible(), path


def test_paths_of_findings_lead_to_their_field(
    form: ComposerForm, store: DraftStore, show: Callable[..., None]
) -> None:
    draft = SAMPLES["german"]()
    show(draft)
    adjustment = draft.adjustments[0].id
    for path, expected in {
        f"adjustments.{adjustment}.reason": "adjustments.0.reason",
        f"adjustments.{adjustment}": "adjustments.0.is_charge",
        "buyer.addresses": "buyer.addresses.0.name",
        "buyer.tax_ids": "buyer.tax_ids.0.value",
        "exchange": "exchange.home_currency",
        "bank_account": "bank_account.iban",
        "due_date": "due_date",
        "buyer.name": "buyer.name",
    }.items():
        assert form.focus_path(path), path
        focus = form.window().focusWidget()
        field = focus
        while field is not None and not isinstance(field, Field):
            field = field.parentWidget()  # type: ignore[assignment]
        assert isinstance(field, Field), path
        assert field.path == expected
    assert not form.focus_path("no_such_member")
    assert store.draft == draft


def test_every_widget_that_takes_the_focus_has_a_name_for_screen_readers(form: ComposerForm) -> None:
    _unfold_all(form)
    nameless = [
        widget
        for widget in form.findChildren(QWidget)
        if widget.focusPolicy().value and isinstance(widget, QLineEdit | QPlainTextEdit | QWidget)
        and widget.isVisible()
        and not form.grid.isAncestorOf(widget)
        and widget.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]  # fmt: skip
    assert nameless == []


def test_each_label_belongs_to_its_editor(form: ComposerForm) -> None:
    _unfold_all(form)
    for field in form.findChildren(Field):
        assert field.label.buddy() is not None
