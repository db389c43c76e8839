"""What was learned of suppliers' layouts: seen fact by fact, corrected, forgotten, and all that undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.ui.dialogs.frame import Sheet
from app.ui.intake.desk import SupplierDesk
from app.ui.intake.field_values import Unreadable, typed
from app.ui.intake.learned_rows import FactRow, Row, fact_columns, supplier_columns
from app.ui.pages.list_view import ListView
from app.ui.theme import SPACE_S, Theme, set_role

if TYPE_CHECKING:
    from app.services.intake.desk import IntakeDesk
    from app.ui.jobs import Job

translate = QCoreApplication.translate
LIST_WIDTH, LIST_HEIGHT, FACTS_HEIGHT = 800, 180, 220


class LearnedDialog(Sheet):
    """Suppliers above, what is known of the one in hand below."""

    def __init__(self, desk: SupplierDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(translate("Intake", "What was learned"), theme, parent)
        self._desk = desk
        self._before: list[Row] = []
        self._has_changed = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_text(
            translate(
                "Intake",
                "Each accepted document teaches where its supplier writes what. It is used only where the "
                "sums agree. Correct or forget what leads astray.",
            ),
            "secondary",
        )
        self.list = ListView(translate("Intake", "Suppliers"), supplier_columns(), theme, self._find)
        self.list.heading.hide()
        self.list.set_empty_words(
            translate("Intake", "Nothing learned yet."), translate("Intake", "No supplier matches “{text}”.")
        )
        self.list.setMinimumSize(theme.px(LIST_WIDTH), theme.px(LIST_HEIGHT))
        self.facts = ListView(translate("Intake", "What is known"), fact_columns(), theme, self._find_facts)
        self.facts.heading.hide()
        self.facts.search.hide()
        self.facts.set_empty_words(translate("Intake", "Choose a supplier to see what is known of it."), "")
        self.facts.setMinimumHeight(theme.px(FACTS_HEIGHT))
        for part in (self.list, self.facts):
            column = part.layout()
            if column is not None:
                column.setContentsMargins(0, 0, 0, 0)
            self.body.addWidget(part, 1)
        self._lay_out_correction()
        self.forget: QPushButton = self.add_button(translate("Intake", "Forget the supplier"), "danger")
        self.forget.clicked.connect(self._on_forget)
        self.undo = self.add_button(translate("Intake", "Undo"))
        self.undo.clicked.connect(self._on_undo)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._on_undo)
        self.close_button = self.add_button(translate("Intake", "Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self.list.current_changed.connect(self._on_current_changed)
        for part in (self.list, self.facts):
            part.model.modelReset.connect(self._show_buttons)
        self.facts.current_changed.connect(self._on_fact_changed)
        self.facts.chosen.connect(self._on_fact_chosen)
        self._show_buttons()
        self.list.refresh()

    def _lay_out_correction(self) -> None:
        self.text = QLineEdit()
        self.text.returnPressed.connect(self._on_change)
        self.change = QPushButton(translate("Intake", "Change"))
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self._on_change)
        self.remove = QPushButton(translate("Intake", "Remove"))
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._on_remove)
        self.told = QLabel()
        self.told.setWordWrap(True)
        set_role(self.told, "error")
        self.told.hide()
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(SPACE_S))
        row.addWidget(self.text, 1)
        row.addWidget(self.change)
        row.addWidget(self.remove)
        self.body.addLayout(row)
        self.body.addWidget(self.told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter closes from a button alone: in a field or a list it is for what stands there."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        if self._has_changed:
            self._desk.read_again()
        super().done(result)

    def _find(self, text: str) -> Job:
        return self._desk.ask(
            lambda desk: [
                row for row in map(Row, desk.learning.learnt()) if text.casefold() in row.name.casefold()
            ]
        )

    def _find_facts(self, _text: str) -> Job:
        row: Row | None = self.list.current
        key = row.id if row is not None else ""
        return self._desk.ask(
            lambda desk: [
                FactRow(fact)
                for each in desk.learning.learnt()
                if each.kept.key == key
                for fact in each.facts
            ]
        )

    def _on_current_changed(self, _row: Row | None) -> None:
        self.facts.refresh()
        self._show_buttons()

    def _on_fact_changed(self, row: FactRow | None) -> None:
        self.text.setText(row.value if row is not None else "")
        self._tell("")
        self._show_buttons()

    def _on_fact_chosen(self, _row: FactRow) -> None:
        if self.text.isEnabled():
            self.text.setFocus()
            self.text.selectAll()

    def _show_buttons(self) -> None:
        row: FactRow | None = self.facts.current
        may_change = row is not None and row.fact.kind != "never"
        self.text.setEnabled(may_change)
        self.change.setEnabled(may_change)
        self.remove.setEnabled(row is not None)
        self.text.setAccessibleName(row.text if row is not None else translate("Intake", "What is known"))
        self.forget.setEnabled(self.list.current is not None)
        self.undo.setEnabled(bool(self._before))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _on_change(self) -> None:
        row: FactRow | None = self.facts.current
        if row is None or row.fact.kind == "never":
            return
        fact, text = row.fact, self.text.text().strip()
        if not text:
            self._tell(translate("Intake", "Nothing is written. Write what it should be, or remove it."))
            return
        if fact.kind == "always":
            try:
                text = typed(fact.field, text)
            except Unreadable as reason:
                self._tell(str(reason.args[0]))
                return
        elif not any(letter.isalpha() for letter in text):
            self._tell(translate("Intake", "Write words that stand beside or above the value on the page."))
            return
        self._tell("")
        self._act(lambda desk, key: desk.learning.correct(key, fact, text))

    def _on_remove(self) -> None:
        row: FactRow | None = self.facts.current
        if row is not None:
            fact = row.fact
            self._act(lambda desk, key: desk.learning.correct(key, fact))

    def _on_forget(self) -> None:
        self._act(lambda desk, key: desk.learning.forget(key))

    def _act(self, work: Callable[[IntakeDesk, str], Any]) -> None:
        row: Row | None = self.list.current
        if row is not None:
            self._before.append(row)
            key = row.id
            self._desk.ask(lambda desk: work(desk, key)).then(self._on_acted, self._on_failed)

    def _on_undo(self) -> None:
        if self._before:
            before = self._before.pop()
            self.list.select(lambda row: bool(row.id == before.id))
            self._desk.ask(lambda desk: desk.learning.restore(before.kept)).then(
                self._on_acted, self._on_failed
            )

    def _on_acted(self, _nothing: object) -> None:
        self._has_changed = True
        self.list.refresh()
        self.facts.refresh()
        self._show_buttons()

    def _on_failed(self, error: Exception) -> None:
        self._desk.failed.emit(error)
