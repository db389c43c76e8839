"""What is to be said of a document beside its fields: each thing once, as a sentence, with its way out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.problems import Problem
from app.services.intake import Answer
from app.services.intake.documents import Document
from app.services.wording_intake import remark_text
from app.ui.intake.cards import duplicate_words
from app.ui.intake.field_values import problem_words
from app.ui.language import wording_language
from app.ui.theme import SPACE_M, SPACE_S, SPACE_XS, Theme, set_role

_SAID_AT_THE_FIELD: Final = frozenset({"intake_missing", "intake_unsure"})
_SAID_BY_CHECKS: Final = frozenset({"sums_differ", "not_found"})
"""Remarks of the reader that our own checks say anew, as the fields stand now."""


class Told(NamedTuple):
    """One notice. `other` is the file it may be a duplicate of, to be opened or kept apart."""

    text: str
    is_bad: bool = False
    other: str = ""


def notices_of(document: Document, answer: Answer, problems: Sequence[Problem], currency: str) -> list[Told]:
    """What to say, the gravest first."""
    told = []
    if document.duplicate is not None and not answer.is_kept_apart:
        is_bad = document.duplicate.kind != "other_total"
        told.append(Told(duplicate_words(document), is_bad, document.duplicate.other.id))
    reading = document.reading
    if reading is not None and reading.error is not None:
        told.append(Told(" ".join(filter(None, remark_text(reading.error, wording_language())))))
    told += [
        Told(problem_words(problem, currency))
        for problem in problems
        if problem.code not in _SAID_AT_THE_FIELD
    ]
    if reading is not None:
        wrong = {problem.params.get("value") for problem in problems}
        told += [
            Told(" ".join(filter(None, remark_text(remark, wording_language()))))
            for remark in reading.warnings
            if remark.code not in _SAID_BY_CHECKS
            and not (remark.code == "check_digits_wrong" and remark.params.get("value") in wrong)
        ]
    return list(dict.fromkeys(told))


class Notice(QFrame):
    """One sentence on its own ground."""

    keep_apart_asked = Signal()
    open_asked = Signal(str)

    def __init__(self, told: Told, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._other = told.other
        set_role(self, "told_bad" if told.is_bad else "told")
        text = QLabel(told.text)
        text.setWordWrap(True)
        self.setAccessibleName(told.text)
        column = QVBoxLayout(self)
        margin = theme.px(SPACE_M)
        column.setContentsMargins(margin, theme.px(SPACE_S), margin, theme.px(SPACE_S))
        column.setSpacing(theme.px(SPACE_XS))
        column.addWidget(text)
        if told.other:
            self.show_other = QPushButton(self.tr("Show the other"))
            self.keep_both = QPushButton(self.tr("Keep both"))
            row = QHBoxLayout()
            for button in (self.show_other, self.keep_both):
                set_role(button, "link")
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
            self.show_other.clicked.connect(self._on_open)
            self.keep_both.clicked.connect(self.keep_apart_asked)

    def _on_open(self) -> None:
        self.open_asked.emit(self._other)
