"""The fields of one document beside its page: filled, checked while typing, accepted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.services.intake import Answer, FieldName
from app.services.intake.clicking import Pick
from app.services.intake.documents import Document
from app.ui.intake.field_box import FieldBox
from app.ui.intake.filling import Filling
from app.ui.intake.notices import Notice, Told, notices_of
from app.ui.intake.page_canvas import Marked
from app.ui.theme import SPACE_L, SPACE_M, SPACE_S, Theme, set_role

WIDTH: Final = 380
SAVE_MS: Final = 400
_GRID: Final[tuple[tuple[FieldName, int, int, int], ...]] = (
    ("supplier_name", 0, 0, 6),
    ("supplier_vat_id", 1, 0, 3),
    ("supplier_siren", 1, 3, 3),
    ("invoice_number", 2, 0, 6),
    ("date", 3, 0, 3),
    ("due_date", 3, 3, 3),
    ("net", 4, 0, 2),
    ("tax", 4, 2, 2),
    ("gross", 4, 4, 2),
    ("currency", 5, 0, 2),
    ("iban", 5, 2, 4),
)
"""Field, row, column, columns: of a grid of six columns, in the order of the Tab key."""


class FieldsPanel(QWidget):
    """Holds the answer of the document that is shown, and tells it when it changed."""

    field_entered = Signal(str)
    answered = Signal(str, object)  # file id, Answer: after a pause, and on leaving
    accept_asked = Signal()
    later_asked = Signal()
    keep_asked = Signal()
    password_given = Signal(str)
    open_asked = Signal(str)  # the id of the file it may be a duplicate of

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filling: Filling | None = None
        self._said: list[Told] = []
        self.in_hand: FieldName = "invoice_number"
        self.boxes: dict[FieldName, FieldBox] = {}
        self._save = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._save.timeout.connect(self.flush)
        self.setFixedWidth(theme.px(WIDTH))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "side")
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(SPACE_S))
        grid.setVerticalSpacing(theme.px(SPACE_S))
        for part in range(6):
            grid.setColumnStretch(part, 1)
        for name, row, left, span in _GRID:
            box = self.boxes[name] = FieldBox(name, theme, is_narrow=span == 2)
            box.entered.connect(self._on_entered)
            box.changed.connect(self._on_changed)
            box.accepted.connect(self.accept_asked)
            grid.addWidget(box, row, left, 1, span, Qt.AlignmentFlag.AlignTop)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Password of the file"))
        self.password.setAccessibleName(self.tr("Password of the file"))
        self.password.returnPressed.connect(self._on_password)
        self.credit_note = QCheckBox(self.tr("Credit note: money comes back"))
        self.credit_note.clicked.connect(self._on_credit_note)
        self._told = QVBoxLayout()
        self._told.setSpacing(theme.px(SPACE_S))
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        set_role(self.hint, "secondary")
        inside = QWidget()
        content = QVBoxLayout(inside)
        margin = theme.px(SPACE_L)
        content.setContentsMargins(margin, theme.px(SPACE_M), margin, theme.px(SPACE_M))
        content.setSpacing(theme.px(SPACE_M))
        content.addWidget(self.password)
        content.addLayout(grid)
        content.addWidget(self.credit_note)
        content.addLayout(self._told)
        content.addWidget(self.hint)
        content.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.later = QPushButton(self.tr("Later"))
        self.later.setToolTip(self.tr("Leave it in the list and go to the next (Ctrl+Down)"))
        self.later.clicked.connect(self.later_asked)
        self.keep = QPushButton(self.tr("Archive"))
        self.keep.setToolTip(self.tr("Keep it as it is, without checking (Ctrl+E)"))
        self.keep.clicked.connect(self.keep_asked)
        self.accept = QPushButton(self.tr("Accept, next"))
        self.accept.setToolTip(self.tr("File it with these values and take the next (Enter)"))
        set_role(self.accept, "primary")
        self.accept.clicked.connect(self.accept_asked)
        foot = QHBoxLayout()
        foot.setContentsMargins(margin, theme.px(SPACE_S), margin, theme.px(SPACE_M))
        foot.setSpacing(theme.px(SPACE_S))
        foot.addWidget(self.later)
        foot.addWidget(self.keep)
        foot.addStretch(1)
        foot.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addLayout(foot)

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._filling.document if self._filling is not None else None

    @property
    def answer(self) -> Answer:
        """What the person has said of it so far."""
        return self._filling.answer if self._filling is not None else Answer()

    @property
    def final_answer(self) -> Answer:
        """The answer of a person who saw all fields."""
        return self._filling.final_answer() if self._filling is not None else Answer()

    @property
    def has_errors(self) -> bool:
        """Whether something stands against accepting it."""
        filling = self._filling
        return self.is_unread or (
            filling is not None and any(problem.severity == "error" for problem in filling.problems)
        )

    @property
    def is_unread(self) -> bool:
        """Whether something typed cannot be read."""
        return any(box.is_unread for box in self.boxes.values())

    @property
    def has_hand(self) -> bool:
        """Whether the keyboard is at work in here."""
        focused = self.window().focusWidget()
        return focused is not None and focused.isVisible() and self.isAncestorOf(focused)

    def show_document(self, document: Document) -> None:
        """Begin with a document, or show the same one as it is now."""
        is_same = self._filling is not None and self._filling.document.id == document.id
        if is_same and self._filling is not None:
            is_told = not self._save.isActive()
            self._filling.renew(document, with_answer=is_told)
            self._refresh(with_values=is_told)
        else:
            self.flush()
            self._filling = Filling(document)
            self.password.clear()
            for box in self.boxes.values():
                box.forget_typed()
            self._refresh(with_values=True)
        error = document.reading.error if document.reading is not None else None
        self.password.setVisible(error is not None and error.code in ("file_encrypted", "password_wrong"))

    def clear(self) -> None:
        """Show no document."""
        self.flush()
        self._filling = None

    def flush(self) -> None:
        """Tell what was said, if that has not been told yet."""
        if self._save.isActive():
            self._save.stop()
            if self._filling is not None:
                self.answered.emit(self._filling.document.id, self._filling.answer)

    def drop_pending(self) -> None:
        """What was said goes another way than by `answered`."""
        self._save.stop()

    def take(self, pick: Pick) -> None:
        """Fill the field in hand with what was clicked."""
        if self._filling is not None:
            self._filling.take(self.in_hand, pick)
            self.boxes[self.in_hand].show_value(pick.value, self._filling.currency)
            self._touched()

    def go_to(self, name: FieldName) -> None:
        """Have that field in hand."""
        box = self.boxes[name]
        box.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.edit.selectAll()

    def go_to_first_open(self) -> None:
        """Have the first field in hand that wants something, else the total."""
        if not self.password.isHidden():
            self.password.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        wanted = self._open_fields()
        self.go_to(wanted[0] if wanted else "gross")

    def go_to_next_open(self) -> None:
        """Have the next field in hand that wants something, round and round; then the button."""
        wanted = self._open_fields()
        if not wanted:
            self.accept.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        order = [name for name, *_ in _GRID]
        at = order.index(self.in_hand)
        later = [name for name in wanted if order.index(name) > at]
        self.go_to(later[0] if later else wanted[0])

    def keep_apart(self) -> None:
        """It is no duplicate."""
        if self._filling is not None:
            self._filling.keep_apart()
            self._touched()

    def marked(self, page: int) -> list[Marked]:
        """The boxes of that page, the one in hand last."""
        return self._filling.marked(page, self.in_hand) if self._filling is not None else []

    def page_in_hand(self) -> int | None:
        """The page the value of the field in hand stands on."""
        place = self._filling.place_of(self.in_hand) if self._filling is not None else None
        return place.page if place is not None else None

    def _open_fields(self) -> list[FieldName]:
        filling = self._filling
        if filling is None:
            return []
        return [name for name, *_ in _GRID if self.boxes[name].is_unread or filling.is_open(name)]

    def _touched(self) -> None:
        self._save.start()
        self._refresh(with_values=False)

    def _refresh(self, *, with_values: bool) -> None:
        filling = self._filling
        if filling is None:
            return
        values, currency = filling.values, filling.currency
        for name, box in self.boxes.items():
            if with_values and not box.is_unread:
                box.show_value(values.get(name, ""), currency)
            box.show_state(filling.state(name))
        self.credit_note.setChecked(filling.is_credit_note)
        self._tell(filling)
        self.field_entered.emit(self.in_hand)

    def _tell(self, filling: Filling) -> None:
        told = notices_of(filling.document, filling.answer, filling.problems, filling.currency)
        if told != self._said:
            self._said = told
            while self._told.count():
                item = self._told.takeAt(0)
                if (widget := item.widget() if item is not None else None) is not None:
                    widget.hide()
                    widget.deleteLater()
            for each in told:
                notice = Notice(each, self._theme)
                notice.keep_apart_asked.connect(self.keep_apart)
                notice.open_asked.connect(self.open_asked)
                self._told.addWidget(notice)
        name = filling.values.get("supplier_name", "")
        self.hint.setText(
            self.tr(
                "Click a word on the page to fill the field in hand. What you correct here teaches the "
                "layout of {supplier}."
            ).format(supplier=name.rstrip("."))
            if name
            else self.tr("Click a word on the page to fill the field in hand.")
        )

    def _on_entered(self, name: FieldName) -> None:
        self.in_hand = name
        self.field_entered.emit(name)

    def _on_changed(self, name: FieldName, value: str) -> None:
        if self._filling is not None:
            self._filling.say(name, value)
            self._touched()

    def _on_credit_note(self, is_credit: bool) -> None:
        if self._filling is not None:
            self._filling.say_credit_note(is_credit)
            self._touched()

    def _on_password(self) -> None:
        if self.password.text():
            self.password_given.emit(self.password.text())
            self.password.clear()
