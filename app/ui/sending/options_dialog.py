"""The options of a provider for the open document and for each of its lines; every change can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget

from app.ui.dialogs.frame import Sheet
from app.ui.draft_store import DraftStore
from app.ui.sending.options_form import OptionsForm
from app.ui.sending.remote_edit import Lists
from app.ui.sending.words import account_words
from app.ui.theme import SPACE_S, Theme

if TYPE_CHECKING:
    from app.domain.draft import Draft
    from app.services.sending import ProviderCard
    from app.ui.intake.wished_draft import WishedDraft

WIDTH, HEIGHT = 820, 640


class OptionsDialog(Sheet):
    """Writes each option into the draft as soon as it fits."""

    def __init__(
        self,
        provider: ProviderCard,
        store: DraftStore | WishedDraft,
        theme: Theme,
        lists: Lists | None,
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("OptionsDialog", "Options for {provider}")
        super().__init__(title.format(provider=account_words(provider.title)), theme, parent)
        self._provider = provider
        self._store = store
        self._lists = lists
        self._row_id = ""
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))
        self.add_text(
            self.tr("They are kept with the document. What is not stated is not sent."), "secondary"
        )
        self.where = QComboBox()
        self.where.setAccessibleName(self.tr("For the document or a line"))
        self.body.addWidget(self.where)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._scroll, 1)
        self.done_button = self.add_button(self.tr("Done"), "primary")
        self.done_button.clicked.connect(self.accept)
        self.form: OptionsForm
        self._fill_where()
        self._show_form()
        self.where.currentIndexChanged.connect(self._on_where_changed)
        store.draft_changed.connect(self._on_draft_changed)

    def show_option(self, path: str) -> None:
        """Go to the option at this path: of the document, or of a line with `rows.<id>.` before it."""
        place, _, option = path.rpartition("provider_options.")
        row_id = place.split(".")[1] if place.startswith("rows.") else ""
        name = option.partition(".")[2]
        at = self.where.findData(row_id)
        if at >= 0:
            self.where.setCurrentIndex(at)
        self.form.focus_option(name)

    def parts_above(self, _row_id: str) -> Sequence[QWidget]:
        """What stands over the options of the document, or of that line."""
        return ()

    def done(self, result: int) -> None:
        self.form.flush()
        super().done(result)

    def _fill_where(self) -> None:
        levels = {spec.level for spec in self._provider.options}
        if "document" in levels:
            self.where.addItem(self.tr("The whole document"), "")
        if "line" in levels:
            for number, line in enumerate(self._store.draft.lines, 1):
                words = self.tr("Line {number}: {label}").format(number=number, label=line.label)
                self.where.addItem(words, line.id)
        self.where.setVisible(self.where.count() > 1)
        self._row_id = str(self.where.currentData() or "")

    def _show_form(self) -> None:
        level = "line" if self._row_id else "document"
        specs = [spec for spec in self._provider.options if spec.level == level]
        self.form = OptionsForm(specs, self._provider, self.theme, self._lists)
        self.form.setEnabled(not self._store.is_read_only)
        self.form.show_values(self._stated())
        self.form.edited.connect(self._on_form_edited)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self.theme.px(SPACE_S), 0)
        for part in self.parts_above(self._row_id):
            column.addWidget(part)
        column.addWidget(self.form)
        self._scroll.setWidget(inside)

    def _stated(self) -> Mapping[str, Any]:
        return stated(self._store.draft, self._provider.id, self._row_id)

    def _on_where_changed(self, _place: int) -> None:
        self.form.flush()
        self._row_id = str(self.where.currentData() or "")
        self._show_form()

    def _on_draft_changed(self, before: object, after: object) -> None:
        if stated(before, self._provider.id, self._row_id) != self._stated():  # type: ignore[arg-type]
            self.form.show_values(self._stated())
        del after

    def _on_form_edited(self, name: str, value: object) -> None:
        key = f"{self._row_id}.provider_options.{self._provider.id}.{name}"
        label = self.tr("Change an option")
        held = self._store.row(self._row_id) if self._row_id else self._store.draft
        if held is None:
            return
        options = changed(held.provider_options, self._provider.id, name, value)  # type: ignore[union-attr]
        if self._row_id:
            self._store.edit_row(self._row_id, label, key=key, provider_options=options)
        else:
            self._store.edit(label, key=key, provider_options=options)


def stated(draft: Draft, provider_id: str, row_id: str) -> Mapping[str, Any]:
    """What the document, or one of its lines, states for this provider."""
    held: Any = draft.provider_options
    if row_id:
        held = next((line.provider_options for line in draft.lines if line.id == row_id), {})
    found = held.get(provider_id)
    return found if isinstance(found, dict) else {}


def changed(options: Mapping[str, Any], provider_id: str, name: str, value: object) -> dict[str, Any]:
    """The options with this one stated otherwise; None takes it out, and an empty provider with it."""
    before = options.get(provider_id)
    mine = {n: v for n, v in (before if isinstance(before, dict) else {}).items() if n != name}
    if value is not None:
        mine[name] = value
    others = {n: v for n, v in options.items() if n != provider_id}
    return {**others, provider_id: mine} if mine else others
