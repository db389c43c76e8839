"""What is to be checked, by how much it matters, each with the way to its field."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from app.domain.problems import Problem, Severity
from app.services.wording import problem_text
from app.ui.draft_store import DraftStore
from app.ui.language import wording_language
from app.ui.theme import SIZE_LABEL, SPACE_L, SPACE_S, WEIGHT_STRONG, Theme, set_role

PANEL_HEIGHT: Final = 260
_PATH: Final = Qt.ItemDataRole.UserRole
_COLOURS: Final[dict[Severity, str]] = {"error": "bad", "warning": "warn", "note": "ink2"}
_ORDER: Final[tuple[Severity, ...]] = ("error", "warning", "note")


class ChecksPanel(QFrame):
    """The findings in three groups: must, should, worth knowing."""

    closed = Signal()

    def __init__(self, store: DraftStore, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._theme = theme
        self._problems: tuple[Problem, ...] = ()
        self._last: Problem | None = None
        set_role(self, "foot")
        title = QLabel(self.tr("To check"))
        set_role(title, "strong")
        hint = QLabel(self.tr("F8 goes to the next"))
        set_role(hint, "label")
        self.close_button = QPushButton(self.tr("Close"))
        set_role(self.close_button, "link")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(title.text())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self.list, "plain")
        head = QHBoxLayout()
        head.setSpacing(theme.px(SPACE_S))
        head.addWidget(title)
        head.addWidget(hint)
        head.addStretch(1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        margin = theme.px(SPACE_L)
        column.setContentsMargins(margin, theme.px(SPACE_S), margin, theme.px(SPACE_S))
        column.setSpacing(theme.px(SPACE_S))
        column.addLayout(head)
        column.addWidget(self.list)
        self.setFixedHeight(theme.px(PANEL_HEIGHT))
        store.problems_changed.connect(self._on_problems_changed)
        store.opened.connect(self._on_opened)
        theme.changed.connect(self._on_theme_changed)
        self.list.itemActivated.connect(self._on_item_chosen)
        self.list.itemClicked.connect(self._on_item_chosen)
        self.close_button.clicked.connect(self._on_close_clicked)
        self._on_problems_changed(store.problems)

    def go_to_next(self) -> bool:
        """Go to the field of the finding after the last one visited; False when there is none."""
        ordered = [p for severity in _ORDER for p in self._problems if p.severity == severity]
        if not ordered:
            return False
        place = ordered.index(self._last) + 1 if self._last in ordered else 0
        self._go_to(ordered[place % len(ordered)])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close_clicked()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem():
            self._on_item_chosen(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def _rebuild(self) -> None:
        self.list.clear()
        groups = {
            "error": self.tr("Must be mended before issue"),
            "warning": self.tr("Should be looked at"),
            "note": self.tr("Worth knowing"),
        }
        for severity in _ORDER:
            members = [problem for problem in self._problems if problem.severity == severity]
            if members:
                self._add_head(groups[severity], len(members), severity)
            for problem in members:
                self._add(problem)
        if not self._problems:
            item = QListWidgetItem(self.tr("Nothing to check: this can be issued."))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)

    def _add_head(self, text: str, count: int, severity: Severity) -> None:
        item = QListWidgetItem(f"{text} · {count}")
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._theme.font(SIZE_LABEL, WEIGHT_STRONG))
        item.setForeground(self._theme.colour(_COLOURS[severity]))
        self.list.addItem(item)

    def _add(self, problem: Problem) -> None:
        message, fix = problem_text(problem, wording_language())
        item = QListWidgetItem(f"{message} {fix}".strip())
        item.setData(_PATH, problem)
        self.list.addItem(item)

    def _go_to(self, problem: Problem) -> None:
        self._last = problem
        for place in range(self.list.count()):
            if self.list.item(place).data(_PATH) == problem:
                self.list.setCurrentRow(place)
        self._store.focus_requested.emit(problem.path)

    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        problem = item.data(_PATH)
        if isinstance(problem, Problem):
            self._go_to(problem)

    def _on_problems_changed(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems
        self._rebuild()

    def _on_opened(self, _document: object) -> None:
        self._last = None
        self._on_problems_changed(self._store.problems)

    def _on_theme_changed(self) -> None:
        self._rebuild()

    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()
