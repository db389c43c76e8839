"""Every field of the current line or section head, in a window beside the composer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.entry import EntryError
from app.domain.rows import Line, Section
from app.ui.draft_store import DraftStore
from app.ui.grid.cells import Locale
from app.ui.grid.line_fields import (
    ADJUSTMENT_PARTS,
    CUSTOM_FIELD_PARTS,
    GROUPS,
    NEW_ADJUSTMENT,
    NEW_CUSTOM_FIELD,
    SECTION_FIELDS,
    FieldSpec,
    Reading,
)
from app.ui.grid.messages import entry_message
from app.ui.grid.model import RowsModel
from app.ui.grid.parts import PartsTable
from app.ui.grid.unread import Unread
from app.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XS, Theme, set_role

_LONG_HEIGHT = 76


def _words(text: str) -> str:
    return QCoreApplication.translate("LineDetails", text)


class _BoundField(QWidget):
    """An entry for one field; readable text goes into the draft at once."""

    def __init__(self, spec: FieldSpec, details: RowDetails, theme: Theme) -> None:
        super().__init__()
        self.spec = spec
        self._details = details
        self.entry: QLineEdit | QPlainTextEdit
        if spec.is_long:
            self.entry = QPlainTextEdit()
            self.entry.setTabChangesFocus(True)
            self.entry.setFixedHeight(theme.px(_LONG_HEIGHT))
            self.entry.textChanged.connect(self._on_text_changed)
        else:
            self.entry = QLineEdit()
            self.entry.textEdited.connect(self._on_text_edited)
            self.entry.editingFinished.connect(self._on_editing_finished)
        self.entry.setPlaceholderText(_words(spec.hint) if spec.hint else "")
        self.entry.setAccessibleName(_words(spec.label))
        self._error = QLabel()
        self._error.setWordWrap(True)
        set_role(self._error, "error")
        self._error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addWidget(self.entry)
        layout.addWidget(self._error)
        self.setFocusProxy(self.entry)

    def load(self, row: Line | Section, reading: Reading) -> None:
        unread = self._details.unread.get((row.id, self.spec.field))
        text = self.spec.show(row, reading) if unread is None else unread.text
        self._error.setText("" if unread is None else entry_message(unread.error))
        self._error.setVisible(unread is not None)
        was = self.entry.blockSignals(True)
        if isinstance(self.entry, QLineEdit):
            self.entry.setText(text)
        elif self.entry.toPlainText() != text:
            self.entry.setPlainText(text)
        self.entry.blockSignals(was)

    def _on_text_edited(self, text: str) -> None:
        self._write(text)

    def _on_editing_finished(self) -> None:
        if self._error.isHidden():
            self._details.reload(self)

    def _on_text_changed(self) -> None:
        if isinstance(self.entry, QPlainTextEdit):
            self._write(self.entry.toPlainText())

    def _write(self, text: str) -> None:
        try:
            self._details.write(self.spec, text)
        except EntryError as error:
            self._details.keep_unread(self.spec.field, Unread(text, error))
            self._error.setText(entry_message(error))
            self._error.show()
            return
        self._details.keep_unread(self.spec.field, None)
        self._error.hide()


class RowDetails(QDialog):
    """Follows the row the cursor of the grid is on; not modal, every edit is in the draft at once."""

    def __init__(self, store: DraftStore, model: RowsModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._model = model
        self._theme = theme
        self._row_id = ""
        self._stay = ""
        self._writing = ""
        self._fields: list[_BoundField] = []
        self._checks: dict[str, QCheckBox] = {}
        self._tables: dict[str, PartsTable] = {}
        self.unread: dict[tuple[str, str], Unread] = {}
        """Texts that could not be read and stay in their fields, by row id and field."""
        self._unread_parts: dict[tuple[str, str], dict[tuple[int, int], Unread]] = {}
        self._title = QLabel()
        set_role(self._title, "title")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        space = theme.px(SPACE_L)
        layout.setContentsMargins(space, space, space, space)
        layout.addWidget(self._title)
        layout.addWidget(self._scroll, 1)
        self.resize(theme.px(440), theme.px(640))
        store.draft_changed.connect(self._on_store_draft_changed)
        store.opened.connect(self._on_store_opened)

    @property
    def row(self) -> Line | Section | None:
        """The row shown, as it stands in the draft."""
        place = self._model.place_of(self._row_id)
        return None if place is None else self._model.row_at(place)

    def show_row(self, row_id: str) -> None:
        """Show the fields of this row."""
        before = self.row
        self._row_id = row_id
        self._stay = uuid4().hex[:8]
        row = self.row
        if row is None:
            self.hide()
            return
        if not self._fields or before is None or type(before) is not type(row):
            self._build(row)
        self._load(row, all_of_it=True)

    def focus_field(self, field: str) -> bool:
        """Put the cursor into a field of the shown row; False when it has none of that name."""
        for bound in self._fields:
            if bound.spec.field == field or bound.spec.field.split(".")[0] == field.split(".")[0]:
                bound.entry.setFocus()
                return True
        widget = self._tables.get(field.split(".")[0]) or self._checks.get(field)
        if widget is not None:
            widget.setFocus()
        return widget is not None

    def write(self, spec: FieldSpec, text: str) -> None:
        """Read a text for a field into the draft. Raises EntryError."""
        row = self.row
        if row is None:
            return
        changes = spec.read(row, text, self._reading())
        key = f"rows.{row.id}.{spec.field}#{self._stay}"
        label = self.tr("Edit {field}").format(field=_words(spec.label).lower())
        self._writing = spec.field
        self._store.edit_row(row.id, label, key=key, **changes)
        self._writing = ""

    def keep_unread(self, field: str, unread: Unread | None) -> None:
        """Keep what cannot be read in a field of the shown row, or forget it."""
        place = (self._row_id, field)
        if unread is not None:
            self.unread[place] = unread
        elif self.unread.pop(place, None) is None:
            return
        self._store.check_soon()

    def reload(self, bound: _BoundField) -> None:
        """Show a field as the draft has it: what was typed there is finished."""
        row = self.row
        if row is not None:
            bound.load(row, self._reading())

    def _reading(self) -> Reading:
        today = datetime.now(UTC).astimezone().date()
        return Reading(Locale(self._model.locale), self._store.totals.decimals, today)

    def _build(self, row: Line | Section) -> None:
        self._fields, self._checks, self._tables = [], {}, {}
        body = QWidget()
        set_role(body, "ground")
        form = QFormLayout(body)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(self._theme.px(SPACE_XS))
        form.setContentsMargins(0, 0, self._theme.px(SPACE_S), 0)
        if isinstance(row, Line):
            for title, specs in GROUPS:
                self._add_heading(form, _words(title))
                self._add_fields(form, specs)
                if any(spec.field == "unit_price" for spec in specs):
                    self._add_check(form, "price_entry", self.tr("Price includes VAT"))
            self._add_heading(form, self.tr("Allowances and charges"))
            self._add_table(form, "adjustments")
            self._add_heading(form, self.tr("Custom fields"))
            self._add_table(form, "custom_fields")
        else:
            self._add_fields(form, SECTION_FIELDS)
            self._add_check(form, "show_subtotal", self.tr("Print the subtotal"))
            self._add_check(form, "show_prices", self.tr("Print prices"))
            self._add_check(form, "show_quantities", self.tr("Print quantities"))
            self._add_check(form, "show_lines", self.tr("Print the lines"))
        body.setEnabled(not self._store.is_read_only)
        self._scroll.setWidget(body)

    def _add_heading(self, form: QFormLayout, text: str) -> None:
        heading = QLabel(text)
        set_role(heading, "group")
        heading.setContentsMargins(0, self._theme.px(SPACE_M), 0, 0)
        form.addRow(heading)

    def _add_fields(self, form: QFormLayout, specs: Sequence[FieldSpec]) -> None:
        for spec in specs:
            bound = _BoundField(spec, self, self._theme)
            label = QLabel(_words(spec.label))
            set_role(label, "label")
            label.setBuddy(bound.entry)
            form.addRow(label, bound)
            self._fields.append(bound)

    def _add_check(self, form: QFormLayout, field: str, text: str) -> None:
        box = QCheckBox(text)
        box.setObjectName(field)
        box.clicked.connect(self._on_box_clicked)
        form.addRow(box)
        self._checks[field] = box

    def _add_table(self, form: QFormLayout, field: str) -> None:
        if field == "adjustments":
            name, parts, new = self.tr("Allowances and charges"), ADJUSTMENT_PARTS, NEW_ADJUSTMENT
            table = PartsTable(name, parts, new, self._reading, self._theme)
        else:
            name = self.tr("Custom fields")
            table = PartsTable(name, CUSTOM_FIELD_PARTS, NEW_CUSTOM_FIELD, self._reading, self._theme)
        table.setObjectName(field)
        table.edited.connect(self._on_table_edited)
        table.unread_changed.connect(self._on_table_unread_changed)
        form.addRow(table)
        self._tables[field] = table

    def _load(self, row: Line | Section, *, all_of_it: bool = False) -> None:
        place = self._model.place_of(row.id) or 0
        if isinstance(row, Line):
            title = self.tr("Line {number}").format(number=self._model.line_number(place))
        else:
            title = self.tr("Section {title}").format(title=row.title)
        self._title.setText(title)
        self.setWindowTitle(title)
        reading = self._reading()
        for bound in self._fields:
            if all_of_it or bound.spec.field != self._writing:
                bound.load(row, reading)
        for field, box in self._checks.items():
            value = getattr(row, field)
            box.setChecked(value == "gross" if field == "price_entry" else bool(value))
        for field, table in self._tables.items():
            kept = self._unread_parts.get((row.id, field), {}) if all_of_it else None
            table.load(getattr(row, field), kept)

    def _on_box_clicked(self, checked: bool) -> None:
        row, box = self.row, self.sender()
        if row is None or not isinstance(box, QCheckBox):
            return
        field = box.objectName()
        value: Any = ("gross" if checked else "net") if field == "price_entry" else checked
        self._store.edit_row(row.id, box.text(), **{field: value})

    def _on_table_edited(self, parts: object) -> None:
        row, table = self.row, self.sender()
        if row is not None and isinstance(table, PartsTable):
            field = table.objectName()
            key = f"rows.{row.id}.{field}#{self._stay}"
            self._store.edit_row(row.id, table.table.accessibleName(), key=key, **{field: parts})

    def _on_table_unread_changed(self) -> None:
        table = self.sender()
        if isinstance(table, PartsTable):
            field = table.objectName()
            self._unread_parts[self._row_id, field] = table.unread
            self.keep_unread(field, next(iter(table.unread.values()), None))

    @Slot(object)
    def _on_store_opened(self, _document: object) -> None:
        self.unread.clear()
        self._unread_parts.clear()

    @Slot(object, object)
    def _on_store_draft_changed(self, _before: object, _after: object) -> None:
        if not self.isVisible():
            return
        row = self.row
        if row is None:
            self.hide()
        else:
            self._load(row)
