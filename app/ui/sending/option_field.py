"""One option of a provider as a field: its name above, what it is for and what is wrong with it below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.language import wording_language
from app.ui.sending.option_texts import LINES, Misfit, text_of, value_of
from app.ui.sending.remote_edit import Lists, RemoteEdit
from app.ui.sending.words import account_words
from app.ui.theme import FIELD_HEIGHT, SPACE_XS, Theme, set_role

if TYPE_CHECKING:
    from app.services.sending import OptionSpec, ProviderCard

PAUSE_MS = 500
LEAST_LETTERS = 10

Editor = QComboBox | QLineEdit | QPlainTextEdit


class OptionField(QWidget):
    """Tells a value that fits after a short pause and when one leaves; None when nothing is stated."""

    edited = Signal(str, object)  # name of the option, its value

    def __init__(
        self, spec: OptionSpec, provider: ProviderCard, theme: Theme, lists: Lists | None = None
    ) -> None:
        super().__init__()
        self.spec = spec
        self._provider = provider
        self._is_showing = False
        self._value: Any = None
        self.label = self._word(f"option.{spec.name}")
        help_code = f"option.{spec.name}.help"
        self.help = self._word(help_code) if help_code in provider.words else ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.editor: Editor = self._make(theme, lists)
        self.editor.setAccessibleName(self.label)
        self.editor.setAccessibleDescription(self.help)
        title = QLabel(f"{self.label} *" if spec.is_required else self.label)
        title.setBuddy(self.editor)
        title.setToolTip(spec.seed)
        set_role(title, "label")
        self.error = QLabel()
        self.error.setWordWrap(True)
        self.error.hide()
        set_role(self.error, "error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_XS))
        column.addWidget(title)
        column.addWidget(self.editor.holder if isinstance(self.editor, RemoteEdit) else self.editor)
        column.addWidget(self.error)
        if self.help:
            told = QLabel(self.help)
            told.setWordWrap(True)
            set_role(told, "label")
            column.addWidget(told)

    def matches_text(self, asked: str) -> bool:
        """Whether a search for this should find the option."""
        from app.ui.formats import matches

        return matches(asked, self.label, self.help, self.spec.name, self.spec.seed)

    @property
    def is_used(self) -> bool:
        """Whether the option is stated."""
        return self._value is not None

    def show_value(self, value: Any) -> None:
        """Show this value; nothing is told."""
        self._pause.stop()
        self._is_showing = True
        self._value = value
        text = text_of(self.spec, value)
        if isinstance(self.editor, QComboBox):
            place = self.editor.findData(text)
            if place < 0 and text:
                self.editor.addItem(text, text)
                place = self.editor.count() - 1
            self.editor.setCurrentIndex(max(0, place))
        elif isinstance(self.editor, QPlainTextEdit):
            if self.editor.toPlainText() != text:
                self.editor.setPlainText(text)
        elif self.editor.text() != text:
            self.editor.setText(text)
        self._say("")
        self._is_showing = False

    def flush(self) -> None:
        """Tell what is typed now, or say why it does not fit."""
        self._pause.stop()
        try:
            value = value_of(self.spec, self._text())
        except Misfit as misfit:
            self._say(str(misfit))
            return
        self._say("")
        if value != self._value:
            self._value = value
            self.edited.emit(self.spec.name, value)

    def _text(self) -> str:
        if isinstance(self.editor, QComboBox):
            return str(self.editor.currentData() or "")
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        return self.editor.text()

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.editor.setProperty("wrong", "true" if sentence else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.setAccessibleDescription(sentence or self.help)

    def _make(self, theme: Theme, lists: Lists | None) -> Editor:
        spec = self.spec
        if spec.kind == "flag" or (spec.kind == "choice"):
            return self._choice()
        if spec.kind in LINES:
            text = QPlainTextEdit()
            text.setTabChangesFocus(True)
            text.setFixedHeight(theme.px(FIELD_HEIGHT) * 2)
            text.setPlaceholderText("{ }" if spec.kind == "object" else self.tr("name = value, one a line"))
            text.textChanged.connect(self._on_edited)
            return text
        if spec.kind in ("remote", "remotes") and lists is not None and spec.list_id:
            remote = RemoteEdit(spec.list_id, self._word(f"list.{spec.list_id}"), lists, theme)
            remote.textChanged.connect(self._on_edited)
            remote.editingFinished.connect(self.flush)
            return remote
        line = QLineEdit()
        line.setPlaceholderText(self._hint())
        line.textChanged.connect(self._on_edited)
        line.editingFinished.connect(self.flush)
        return line

    def _choice(self) -> QComboBox:
        spec = self.spec
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(LEAST_LETTERS)
        named = [(value, self._choice_word(value)) for value in spec.choices]
        if spec.kind == "flag":
            named = [("true", self.tr("yes")), ("false", self.tr("no"))]
        usual = dict(named).get(spec.default, spec.default)
        box.addItem(
            self.tr("not stated ({usual})").format(usual=usual) if usual else self.tr("not stated"), ""
        )
        for value, words in named:
            box.addItem(words, value)
        box.currentIndexChanged.connect(self._on_chosen)
        return box

    def _hint(self) -> str:
        if self.spec.default:
            return self.spec.default
        return {
            "date": self.tr("2026-12-31, t, +30"),
            "time": self.tr("2026-12-31 09:00"),
            "texts": ", ".join(self.spec.choices[:2]) or self.tr("several, with commas"),
        }.get(self.spec.kind, "")

    def _choice_word(self, value: str) -> str:
        code = f"choice.{self.spec.name}.{value}"
        return self._word(code) if code in self._provider.words else value

    def _word(self, code: str) -> str:
        told = self._provider.words.get(code)
        if told is None:
            return code.partition(".")[2]
        return told[wording_language() == "fr"].replace("{provider}", account_words(self._provider.title))

    def _on_edited(self) -> None:
        if not self._is_showing:
            self._pause.start()

    def _on_chosen(self, _place: int) -> None:
        if not self._is_showing:
            self.flush()

    def focus_editor(self) -> None:
        """Put the caret here."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
