"""The room where suppliers' files are reviewed: queue, page, fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.intake import CannotFile
from app.services.intake.clicking import Clickable
from app.services.intake.documents import Document
from app.ui.intake.arrivals import ask_files, paste
from app.ui.intake.cards import name_in_sentence
from app.ui.intake.desk import SupplierDesk
from app.ui.intake.fields_panel import FieldsPanel
from app.ui.intake.page_view import PageView
from app.ui.intake.pictures import Pictures
from app.ui.intake.pieces import Pieces
from app.ui.intake.queue_view import QueueView
from app.ui.intake.review_head import EmptyQueue, ReviewHead
from app.ui.jobs import Job
from app.ui.messages import Message
from app.ui.theme import SPACE_S, Theme, set_role

QUEUE_WIDTH = 256


class ReviewRoom(QWidget):
    """Goes through the queue with a person; every act can be taken back."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    archive_asked = Signal(str)  # the id of a file that lies there
    watch_asked = Signal()
    bin_asked = Signal()

    def __init__(self, desk: SupplierDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._asking: Job | None = None
        self._filing = ""
        self._wanted = ""
        self._is_just_brought = False
        self._begun = ""
        self._left_last: tuple[str, ...] = ()
        set_role(self, "ground")
        self.head = ReviewHead(theme)
        self.queue = QueueView(theme)
        self.queue.setFixedWidth(theme.px(QUEUE_WIDTH))
        self.page = PageView(theme)
        self.panel = FieldsPanel(theme)
        self.pictures = Pictures(desk, self.page)
        self.pieces = Pieces(desk, self)
        self.empty = EmptyQueue(theme)
        self.body = QStackedWidget()
        self._lay_out()
        self._connect()
        self._add_keys()
        self.setFocusProxy(self.queue)

    def _lay_out(self) -> None:
        theme = self._theme
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(theme.px(SPACE_S), 0, theme.px(SPACE_S), 0)
        left.addWidget(self.queue)
        row.addLayout(left)
        row.addWidget(self.page, 1)
        row.addWidget(self.panel)
        self.body.addWidget(self.empty)
        self.body.addWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body, 1)

    def _connect(self) -> None:
        desk = self._desk
        desk.changed.connect(self._on_desk_changed)
        desk.was_read.connect(self._on_was_read)
        desk.reading_changed.connect(self.head.show_reading)
        desk.learned.connect(self._on_learned)
        desk.came.connect(self._on_came)
        desk.answers.kept.connect(self._on_was_read)
        self.head.stop_asked.connect(desk.stop_reading)
        for part in (self.head, self.empty):
            part.add_asked.connect(self.ask_files)
            part.watch_asked.connect(self.watch_asked)
        self.head.merge_asked.connect(self.merge)
        self.head.remove_asked.connect(self.discard)
        self.head.bin_asked.connect(self.bin_asked)
        self.queue.selectionModel().currentChanged.connect(self._on_current_changed)
        self.queue.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.page.word_taken.connect(self._on_word_taken)
        self.page.page_changed.connect(self._mark)
        self.page.split_asked.connect(self.split)
        self.pieces.made.connect(self._on_pieces_made)
        self.pieces.message.connect(self.message)
        self.pieces.failed.connect(self.failed)
        self.pictures.words_came.connect(self._mark)
        self.pictures.turned.connect(self._on_answer_kept)
        self.panel.field_entered.connect(self._on_field_entered)
        self.panel.answered.connect(desk.answers.keep)
        self.panel.accept_asked.connect(self.accept)
        self.panel.later_asked.connect(self.go_on)
        self.panel.keep_asked.connect(self.keep)
        self.panel.password_given.connect(self._on_password_given)
        self.panel.open_asked.connect(self._on_other_asked)

    def _add_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+Down", self.go_on),
            ("Ctrl+Up", self.go_back),
            ("Ctrl+E", self.keep),
            ("Ctrl+U", self.take_back),
            ("F8", self.panel.go_to_next_open),
            ("F6", self.swap),
            ("Ctrl+V", self.paste),
            ("Ctrl+G", self.merge),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.queue.activated.connect(self._begin_filling)
        self.queue.discard_asked.connect(self.discard)

    # What is shown.

    def refresh(self) -> None:
        """Ask for the queue anew; what is shown stays until the answer is there."""
        self._desk.warm_up()
        if self._asking is not None:
            self._asking.abandon()
        self._asking = self._desk.ask(lambda desk: desk.queue()).then(self._on_queue, self._on_no_queue)

    def show_file(self, file_id: str) -> None:
        """Stand on that file, now or when it is listed."""
        row = self.queue.cards.row_of(file_id)
        if row >= 0:
            self._wanted = ""
            self.queue.go_to(row)
            if self._is_just_brought:
                self._is_just_brought = False
                self.queue.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._wanted = file_id

    def _on_came(self, file_id: str) -> None:
        """Files were brought: the hand goes to the first, unless it is at work on another document."""
        if not self.panel.has_hand:
            self._wanted, self._is_just_brought = file_id, True

    def _on_desk_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_queue(self, documents: Sequence[Document]) -> None:
        self._asking = None
        told = self._desk.answers.told
        kept = [told(document) for document in documents if document.id != self._filing]
        self.queue.cards.show(kept)
        self.head.show_documents(self.queue.cards.documents)
        self.body.setCurrentIndex(1 if kept else 0)
        if self._wanted:
            self.show_file(self._wanted)
        current = self.queue.current
        if kept and current is None:
            self.queue.go_to(0)
        elif current is not None:
            self._show_again(current)
        elif not kept:
            self.panel.clear()
            self.pictures.clear()

    def _on_no_queue(self, error: Exception) -> None:
        self._asking = None
        self.failed.emit(error)

    def _on_was_read(self, document: Document) -> None:
        document = self._desk.answers.told(document)
        self.queue.cards.put(document)
        self.head.show_documents(self.queue.cards.documents)
        current = self.queue.current
        if current is not None and current.id == document.id:
            self._show_again(document)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        document = self.queue.cards.documents[current.row()] if current.isValid() else None
        if document is None:
            self.panel.clear()
            self.pictures.clear()
            return
        has_hand = self.panel.has_hand
        self.panel.show_document(document)
        self.panel.setEnabled(document.reading is not None)
        self.pictures.show_document(document)
        self._mark()
        if has_hand and document.reading is not None:
            self.panel.go_to_first_open()

    def _show_again(self, document: Document) -> None:
        shown = self.panel.document
        was_read = shown is not None and shown.reading is None and document.reading is not None
        self.panel.show_document(document)
        self.panel.setEnabled(document.reading is not None)
        if was_read or self.pictures.is_new(document):
            self.pictures.show_document(document)
        self._mark()
        if was_read and self._begun == document.id and self.queue.hasFocus():
            self.panel.go_to_first_open()

    def _on_selection_changed(self, *_: object) -> None:
        self.head.merge.setVisible(len(self.queue.selectedIndexes()) > 1)

    def _mark(self, *_: object) -> None:
        self.page.mark(self.panel.marked(self.page.page))

    def _on_field_entered(self, _name: str) -> None:
        page = self.panel.page_in_hand()
        if page is not None and page != self.page.page:
            self.page.go_to(page)
        self._mark()

    def _on_word_taken(self, index: int) -> None:
        clickable: Clickable | None = self.pictures.clickable
        if clickable is None or not self.panel.isEnabled():
            return
        pick = clickable.pick(self.panel.in_hand, self.page.page, index)
        if pick is None:
            self.head.say_no_value(self.panel.in_hand, clickable.words(self.page.page)[index].text)
            return
        self.head.say_no_value("", "")
        self.panel.take(pick)
        self._mark()

    # What a person does.

    def accept(self) -> None:
        """File the document with the values shown, and take the next."""
        document = self.panel.document
        if document is None or document.reading is None or self._filing:
            return
        if self.panel.has_errors:
            self.panel.go_to_next_open()
            return
        answer, file_id = self.panel.final_answer, document.id
        self._filing = file_id
        self.panel.drop_pending()
        self._desk.ask(lambda desk: desk.accept(file_id, answer)).then(self._on_accepted, self._on_not_filed)

    def keep(self) -> None:
        """Archive the document as it is, and take the next."""
        self._move(lambda desk, file_id: desk.keep(file_id), self._on_kept)

    def discard(self) -> None:
        """Put the documents that are selected into the bin."""
        ids = [document.id for document in self.queue.chosen]
        if ids and not self._filing:
            self._filing = ids[0]
            self.panel.drop_pending()
            self._desk.ask(lambda desk: [desk.discard(file_id) for file_id in ids]).then(
                self._on_discarded, self._on_not_filed
            )

    def _move(self, act: Callable[..., Document | None], then: Callable[[Document], None]) -> None:
        document = self.queue.current
        if document is None or self._filing:
            return
        file_id = self._filing = document.id
        self.panel.drop_pending()
        self._desk.ask(lambda desk: act(desk, file_id)).then(then, self._on_not_filed)

    def take_back(self) -> None:
        """Bring back what left the queue last."""
        ids, self._left_last = self._left_last, ()
        if ids:
            self._wanted = ids[0]
            self._desk.ask(lambda desk: [desk.take_back(file_id) for file_id in ids]).then(
                self._on_taken_back, self.failed.emit
            )

    def go_on(self) -> None:
        """Leave the document in the queue and take the next one."""
        self._go_to(self.queue.currentIndex().row() + 1)

    def go_back(self) -> None:
        """Take the one before."""
        self._go_to(self.queue.currentIndex().row() - 1)

    def _go_to(self, row: int) -> None:
        count = len(self.queue.cards.documents)
        if count:
            self.queue.go_to(row % count)

    def swap(self) -> None:
        """From the queue to the page, to the fields, and round again."""
        if self.queue.hasFocus():
            self.page.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.page.canvas.hasFocus():
            self.panel.go_to(self.panel.in_hand)
        else:
            self.queue.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_files(self) -> None:
        """Choose files to add."""
        ask_files(self._desk, self)

    def paste(self) -> None:
        """Add what the clipboard holds: files, or a picture."""
        paste(self._desk)

    def split(self, page: int) -> None:
        """Begin a new document at that page."""
        document = self.queue.current
        if document is not None:
            self.pieces.split(document.id, page)

    def merge(self) -> None:
        """Make one document of those that are selected."""
        self.pieces.merge([document.id for document in self.queue.chosen])

    # What came of it.

    def _on_accepted(self, document: Document) -> None:
        self._desk.answers.drop(document.id)
        self._left([document], self.tr("Filed: {name}.").format(name=name_in_sentence(document)))
        self._desk.learn(document.id)

    def _on_kept(self, document: Document) -> None:
        self._left([document], self.tr("Archived as it is: {name}.").format(name=name_in_sentence(document)))

    def _on_discarded(self, documents: Sequence[Document | None]) -> None:
        gone = [document for document in documents if document is not None]
        if len(gone) == 1:
            words = self.tr("In the bin: {name}.").format(name=name_in_sentence(gone[0]))
        else:
            words = self.tr("In the bin: {count} files.").format(count=len(gone))
        self._left(gone, words)

    def _left(self, documents: Sequence[Document], words: str) -> None:
        self._filing, self._left_last = "", tuple(document.id for document in documents)
        for file_id in self._left_last:
            self.queue.cards.drop(file_id)
        if not self.queue.cards.documents:
            self.body.setCurrentIndex(0)
        self._desk.changed.emit()
        self.message.emit(Message(words, topic="intake", offers=((self.tr("Undo"), self.take_back),)))

    def _on_not_filed(self, error: Exception) -> None:
        file_id, self._filing = self._filing, ""
        document = self.panel.document
        if document is not None and document.id == file_id:
            self._desk.answers.keep(file_id, self.panel.answer)
        if isinstance(error, CannotFile):
            self.panel.go_to_next_open()
        else:
            self.failed.emit(error)

    def _on_taken_back(self, _documents: object) -> None:
        self._desk.changed.emit()
        self._desk.read()
        self.refresh()

    def _on_answer_kept(self, document: Document | None) -> None:
        if document is not None:
            self._on_was_read(document)

    def _on_password_given(self, password: str) -> None:
        document = self.panel.document
        if document is not None:
            self._desk.read_with(document.id, password)

    def _on_other_asked(self, file_id: str) -> None:
        if self.queue.cards.row_of(file_id) >= 0:
            self.show_file(file_id)
        else:
            self.archive_asked.emit(file_id)

    def _on_pieces_made(self, file_id: str) -> None:
        self._wanted = file_id

    def _on_learned(self, count: int) -> None:
        words = self.tr("{count} more of this supplier were read anew with what you corrected.")
        self.head.say(words.format(count=count))

    def _begin_filling(self, _index: QModelIndex) -> None:
        """Enter in the list; of a file that is still being read, the fields follow by themselves."""
        current = self.queue.current
        if self.panel.isEnabled():
            self.panel.go_to_first_open()
        elif current is not None:
            self._begun = current.id
