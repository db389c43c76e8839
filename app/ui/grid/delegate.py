"""Paints the cells and runs their editors: live entry, completion, and the keys inside an editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.rows import Line, Section
from app.ui.draft_store import DraftStore
from app.ui.grid.cells import Column
from app.ui.grid.company import Company
from app.ui.grid.completion import Completion
from app.ui.grid.editors import CellEntry, DescriptionEntry, Editor
from app.ui.grid.messages import entry_message
from app.ui.grid.metrics import RowMetrics
from app.ui.grid.model import RowsModel
from app.ui.grid.painter import CellPainter
from app.ui.grid.session import CellStay, field_of
from app.ui.grid.suggestions import Item, Suggestion
from app.ui.theme import FIELD_HEIGHT, Theme

if TYPE_CHECKING:
    from app.ui.grid.table import LineTable

Index = QModelIndex | QPersistentModelIndex
_SHOWN_HEAD = (Column.DESCRIPTION, Column.QUANTITY, Column.PRICE, Column.DISCOUNT)


class CellDelegate(QStyledItemDelegate):
    """One for the whole table."""

    def __init__(
        self, table: LineTable, store: DraftStore, model: RowsModel, theme: Theme, metrics: RowMetrics
    ) -> None:
        super().__init__(table)
        self._table = table
        self._store = store
        self._model = model
        self._theme = theme
        self._metrics = metrics
        self._painter = CellPainter(theme, metrics)
        self._editor: Editor | None = None
        self._company = Company(theme)
        self.completion = Completion(store)
        self.wants_description = False

    @property
    def editor(self) -> Editor | None:
        """The editor that is open."""
        return self._editor

    @property
    def hint_text(self) -> str:
        """What the note at the open editor says; empty when there is none."""
        return self._company.hint_text

    # Painting

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        rect = option.rect
        row = self._model.row_at(index.row())
        return QSize(rect.width(), self._metrics.height(row, rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        state = option.state
        row, column = self._model.row_at(index.row()), Column(index.column())
        selected = bool(state & QStyle.StateFlag.State_Selected) and self._table.selects_rows
        painter.save()
        painter.setClipRect(rect)
        self._painter.ground(
            painter,
            rect,
            is_head=isinstance(row, Section),
            is_selected=selected,
            is_last=row is None,
        )
        if row is None:
            self._painter.invitation(painter, self._row_rect(rect))
        elif isinstance(row, Section):
            self._paint_head(painter, rect, row, column)
        else:
            self._paint_line(painter, rect, row, column)
        painter.restore()
        current = self._table.currentIndex()
        is_current = current == index or (row is None and current.row() == index.row())
        if is_current and self._table.hasFocus():
            whole = row is None or (isinstance(row, Section) and column in _SHOWN_HEAD)
            painter.save()
            painter.setClipRect(rect)
            frame = self._row_rect(rect) if row is None else rect
            self._painter.focus(painter, frame if whole else rect)
            painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, column: Column) -> None:
        unread = self._model.unread.get((line.id, column))
        if unread is not None:
            text = f"{unread.text} ⚠"
            self._painter.figure(painter, rect, text, "bad", is_strong=False)
        elif column is Column.DESCRIPTION:
            self._painter.label(painter, rect, line)
        elif column is Column.PRICE:
            self._painter.price(painter, rect, line, self._model.text(line, column))
        else:
            text = self._model.text(line, column)
            self._painter.figure(painter, rect, text, "ink", is_strong=False)

    def _paint_head(self, painter: QPainter, rect: QRect, head: Section, column: Column) -> None:
        text = self._model.text(head, column)
        if column in _SHOWN_HEAD:
            whole = self._row_rect(rect, _SHOWN_HEAD)
            title = self._model.text(head, Column.DESCRIPTION)
            if not head.title:
                untitled = QCoreApplication.translate("Grid", "Untitled section")
                title = f"{title} · {untitled}"
            folded = self._table.folded_count(head.id)
            self._painter.head(painter, whole, head, title, hidden_lines=folded)
        elif column is Column.VAT:
            self._painter.figure(painter, rect, text, "ink2", is_strong=False)
        else:
            colour = "ink" if head.show_subtotal else "ink2"
            self._painter.figure(painter, rect, text, colour, is_strong=head.show_subtotal)

    def _row_rect(self, rect: QRect, columns: Sequence[Column] = tuple(Column)) -> QRect:
        first = self._table.columnViewportPosition(columns[0])
        last = self._table.columnViewportPosition(columns[-1]) + self._table.columnWidth(columns[-1])
        return QRect(first, rect.top(), last - first, rect.height())

    # Editing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row, column = self._model.row_at(index.row()), Column(index.column())
        if row is None:
            raise AssertionError("the invitation has no editor")
        is_description = self.wants_description and column is Column.DESCRIPTION
        self.wants_description = False
        default = "description" if is_description else field_of(row, column)
        stay = CellStay(self._store, row.id, column, default, self._model.locale)
        place = ""
        if isinstance(row, Line):
            place = QCoreApplication.translate("Grid", "Line {number}").format(
                number=self._model.line_number(index.row())
            )
        editor: Editor
        if is_description:
            editor = DescriptionEntry(parent, self._theme, stay, place)
            editor.textChanged.connect(self._on_text_changed)
        else:
            editor = CellEntry(parent, self._theme, stay, place)
            editor.textEdited.connect(self._on_text_edited)
        self.completion.begin()
        self._company.arrive(self._table.window(), self._accept)
        self._editor = None
        unread = None if is_description else self._model.unread.pop((row.id, column), None)
        if unread is not None:
            stay.text, stay.error = unread.text, unread.error
        editor.load(stay.text)
        if isinstance(editor, CellEntry) and stay.error is not None:
            editor.show_state("bad")
        self._editor = editor
        return editor

    def setEditorData(self, editor: QWidget, _index: Index) -> None:
        typed = cast("Editor", editor)
        stay = typed.stay
        in_draft = stay.text_in_draft()
        untouched = stay.error is None and not stay.has_written and typed.text_now() == stay.text
        if untouched and in_draft != stay.text:
            stay.text = in_draft
            self._load_quietly(typed, in_draft)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        stay = cast("Editor", editor).stay
        if stay.error is not None:
            self._model.unread[stay.row_id, stay.column] = stay
            self._store.check_soon()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        rect = QRect(option.rect)
        base = self._metrics.base_height
        if isinstance(editor, DescriptionEntry):
            text_height = QFontMetrics(self._metrics.body).lineSpacing()
            lines = min(max(editor.document().blockCount() + 1, 3), 10)
            height = lines * text_height + self._theme.px(12)
            top = rect.top() + self._metrics.second_top + 1
            room = self._table.viewport().height()
            rect = QRect(rect.left() + 2, max(0, min(top, room - height)), rect.width() - 4, height)
        else:
            rect = rect.adjusted(2, 2, -2, 0)
            rect.setHeight(min(base, self._theme.px(FIELD_HEIGHT)) - 5)
            wanted = QFontMetrics(self._metrics.body).horizontalAdvance(
                cast("Editor", editor).text_now()
            ) + self._theme.px(28)
            if isinstance(editor, CellEntry) and editor.stay.column is not Column.DESCRIPTION:
                rect.setLeft(max(0, min(rect.left(), rect.right() - min(wanted, self._theme.px(260)))))
        editor.setGeometry(rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:
            self._editor = None
            self._company.leave()
        super().destroyEditor(editor, index)

    def close_company(self) -> None:
        """Put away the list and the note of an editor that is closing."""
        self._editor = None
        self._company.leave()

    def hide_company(self) -> None:
        """Hide the list and the note: the editor they stand at moved away."""
        self._company.hide()

    def move_company(self) -> None:
        """Keep the list and the note at their editor while the page around the table scrolls."""
        self._company.follow(self._editor)

    def offer(self, suggestions: Sequence[Suggestion]) -> None:
        """Show suggestions under the open editor."""
        if self._editor is not None:
            self._company.offer(suggestions, self._editor)

    def deliver(self, text: str, items: Sequence[Item]) -> None:
        """Offer catalogue items that were found for a text, if it is still the one typed."""
        editor = self._editor
        row = None if editor is None else editor.stay.row
        if editor is None or not isinstance(row, Line) or editor.stay.field != "label":
            return
        if editor.text_now().strip() == text.strip():
            self.offer(self.completion.for_items(row, text.strip(), items))

    def ask(self) -> None:
        """Show what could be meant in the open editor, even when nothing is typed yet."""
        if self._editor is not None:
            self.offer(
                self.completion.suggestions(self._editor.stay, self._editor.text_now(), all_of_them=True)
            )

    def _load_quietly(self, editor: Editor, text: str) -> None:
        was = editor.blockSignals(True)
        editor.load(text)
        editor.blockSignals(was)

    def _on_text_edited(self, text: str) -> None:
        editor = self._editor
        if not isinstance(editor, CellEntry):
            return
        stay = editor.stay
        if not stay.has_written and stay.error is None and len(text) == 1 and len(stay.text) > 1:
            stay.keeps_unit = True
        stay.write(text)
        self._show_state(editor)
        if stay.column is Column.DESCRIPTION and stay.field == "title":
            return
        self.offer(self.completion.suggestions(stay, text))

    def _on_text_changed(self) -> None:
        editor = self._editor
        if isinstance(editor, DescriptionEntry):
            editor.stay.write(editor.text_now())
            self._table.place_editor()

    def _show_state(self, editor: CellEntry) -> None:
        stay = editor.stay
        editor.show_state("good" if stay.error is None else "bad")
        if stay.error is not None:
            self._company.say(entry_message(stay.error), editor, is_bad=True)
        else:
            self._company.say(self.completion.result(stay), editor, is_bad=False)
        self._table.place_editor()

    def _accept(self, suggestion: Suggestion) -> None:
        editor = self._editor
        if editor is None:
            return
        editor.stay.error = None
        editor.stay.put(suggestion.changes)
        editor.stay.text = suggestion.entry
        self._load_quietly(editor, suggestion.entry)
        if isinstance(editor, CellEntry):
            self._show_state(editor)
            editor.end(False)
        self._company.hide()

    # Keys inside an editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                if self._key(event):
                    return True
                if event.key() in _LEFT_TO_EDITOR:
                    return False
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            self._table.take_release(event)
            return False
        if event.type() == QEvent.Type.FocusOut and watched is self._editor:
            self._company.hide_list()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        editor, key = self._editor, event.key()
        if editor is None:
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        chosen = self._company.chosen
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(editor, modifiers, chosen, event)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if chosen is not None:
                self._accept(chosen)
            self._finish(event)
            return True
        if key == Qt.Key.Key_Escape:
            if not self._company.hide_list():
                self._cancel(editor)
            return True
        if plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and isinstance(editor, CellEntry):
            down = key == Qt.Key.Key_Down
            if not self._company.step(1 if down else -1):
                self._finish(event)
            return True
        if plain and key == Qt.Key.Key_F4:
            self._table.finish_editing()
            return False
        return self._table.take_command(event)

    def _enter(
        self,
        editor: Editor,
        modifiers: Qt.KeyboardModifier,
        chosen: Suggestion | None,
        event: QKeyEvent,
    ) -> bool:
        if modifiers in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier):
            if isinstance(editor, DescriptionEntry):
                editor.break_line()
            elif editor.stay.column is Column.DESCRIPTION:
                self._table.edit_description()
            return True
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return self._table.take_command(event)
        if chosen is not None:
            self._accept(chosen)
            return True
        self._finish(event)
        return True

    def _finish(self, event: QKeyEvent) -> None:
        editor = self._editor
        if editor is None:
            return
        if editor.stay.error is not None and isinstance(editor, CellEntry):
            self._show_state(editor)
            return
        self._table.finish_editing()
        self._table.go(event)

    def _cancel(self, editor: Editor) -> None:
        editor.stay.cancel()
        self._model.unread.pop((editor.stay.row_id, editor.stay.column), None)
        self._table.finish_editing()
        self._store.check_soon()


_LEFT_TO_EDITOR = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab))
