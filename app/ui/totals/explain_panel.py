"""How a figure came about, unfolded step by step."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from app.domain.explain import Operand, Step, explain
from app.ui.draft_store import DraftStore
from app.ui.theme import COMPACT_ROW_HEIGHT, SPACE_L, SPACE_S, WEIGHT_STRONG, Theme, set_role
from app.ui.totals.step_words import StepWords

PANEL_HEIGHT = 260
MOST_CHILDREN = 500
_STEP = Qt.ItemDataRole.UserRole


class ExplainPanel(QFrame):
    """A tree of steps: each row is a figure and its sum, each branch a figure it was made from."""

    closed = Signal()

    def __init__(self, store: DraftStore, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._theme = theme
        self._steps: dict[str, Step] = {}
        self._words = StepWords(store.draft, store.totals.decimals)
        self.key = ""
        set_role(self, "foot")
        self.title = QLabel(self.tr("How this figure came about"))
        set_role(self.title, "strong")
        self.copy = QPushButton(self.tr("Copy as text"))
        self.close_button = QPushButton(self.tr("Close"))
        for button in (self.copy, self.close_button):
            set_role(button, "link")
        self.tree = QTreeWidget()
        self.tree.setColumnCount(3)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.title.text())
        set_role(self.tree, "plain")
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self._lay_out()
        self._recalculation = QTimer(self, singleShot=True, interval=60)
        self._recalculation.timeout.connect(self._rebuild)
        store.totals_changed.connect(self._on_totals_changed)
        self.tree.itemExpanded.connect(self._on_item_expanded)
        self.tree.itemClicked.connect(self._on_item_clicked)
        self.copy.clicked.connect(self.copy_text)
        self.close_button.clicked.connect(self._on_close_clicked)

    def explain(self, key: str) -> None:
        """Show the step of this key, with the figures it is made from below it."""
        self.key = key
        self._rebuild()

    def text(self) -> str:
        """All that is unfolded, a line a step, indented by depth."""
        lines: list[str] = []

        def walk(item: QTreeWidgetItem | None, depth: int) -> None:
            if item is None:
                return
            lines.append("  " * depth + str(item.data(0, Qt.ItemDataRole.AccessibleTextRole)))
            if item.isExpanded():
                for place in range(item.childCount()):
                    walk(item.child(place), depth + 1)

        for place in range(self.tree.topLevelItemCount()):
            walk(self.tree.topLevelItem(place), 0)
        return "\n".join(lines)

    def copy_text(self) -> None:
        """Put the explanation on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_text()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_close_clicked()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.copy)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        margin = self._theme.px(SPACE_L)
        column.setContentsMargins(margin, self._theme.px(SPACE_S), margin, self._theme.px(SPACE_S))
        column.setSpacing(self._theme.px(SPACE_S))
        column.addLayout(head)
        column.addWidget(self.tree)
        self.setFixedHeight(self._theme.px(PANEL_HEIGHT))

    def _rebuild(self) -> None:
        draft, totals = self._store.draft, self._store.totals
        self._steps = {step.key: step for step in explain(draft, totals)}
        self._words = StepWords(draft, totals.decimals)
        unfolded = self._unfolded()
        self.tree.clear()
        step = self._steps.get(self.key)
        if step is None:
            self.tree.addTopLevelItem(
                QTreeWidgetItem([self.tr("This figure is no longer part of the invoice.")])
            )
            return
        top = self._item(step)
        self.tree.addTopLevelItem(top)
        self._unfold(top, unfolded | {self.key})
        self.tree.setColumnWidth(0, self.width() * 2 // 5)
        self.tree.setCurrentItem(top)

    def _unfolded(self) -> set[str]:
        found: set[str] = set()

        def walk(item: QTreeWidgetItem | None) -> None:
            if item is not None and item.isExpanded():
                found.add(str(item.data(0, _STEP)))
                for place in range(item.childCount()):
                    walk(item.child(place))

        for place in range(self.tree.topLevelItemCount()):
            walk(self.tree.topLevelItem(place))
        return found

    def _unfold(self, item: QTreeWidgetItem | None, keys: set[str]) -> None:
        if item is not None and item.data(0, _STEP) in keys:
            item.setExpanded(True)
            for place in range(item.childCount()):
                self._unfold(item.child(place), keys)

    def _item(self, step: Step) -> QTreeWidgetItem:
        words = self._words
        calculation = words.calculation(step)
        rounding = words.rounding(step)
        how = f"{calculation}, {rounding}" if rounding else calculation
        item = QTreeWidgetItem([words.name(step), how, words.amount(step.value)])
        item.setData(0, _STEP, step.key)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, words.sentence(step))
        item.setToolTip(0, words.name(step))
        item.setToolTip(1, f"{how} = {words.amount(step.value)}")
        self._dress(item)
        if self._branches(step):
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _entered(self, operand: Operand) -> QTreeWidgetItem:
        name, value = self._words.operand(operand), self._words.figure(operand)
        item = QTreeWidgetItem([name, self.tr("as entered"), value])
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name}: {value}")
        self._dress(item)
        return item

    def _dress(self, item: QTreeWidgetItem) -> None:
        item.setSizeHint(0, QSize(0, self._theme.px(COMPACT_ROW_HEIGHT)))
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setFont(2, self._theme.font(weight=WEIGHT_STRONG))
        item.setForeground(1, self._theme.colour("ink2"))

    def _branches(self, step: Step) -> list[Operand]:
        seen: set[str] = set()
        found = []
        for operand in step.operands:
            if step.formula == "amount" or operand.source_key == step.key or operand.name in seen:
                continue
            seen.add(operand.name)
            found.append(operand)
        return found

    def _on_item_expanded(self, item: QTreeWidgetItem) -> None:
        step = self._steps.get(str(item.data(0, _STEP)))
        if step is None or item.childCount():
            return
        branches = self._branches(step)
        for operand in branches[:MOST_CHILDREN]:
            source = self._steps.get(operand.source_key) if operand.source_key else None
            item.addChild(self._item(source) if source else self._entered(operand))
        if len(branches) > MOST_CHILDREN:
            left = len(branches) - MOST_CHILDREN
            item.addChild(QTreeWidgetItem([self.tr("and {count} more").format(count=left)]))

    def _on_item_clicked(self, item: QTreeWidgetItem) -> None:
        item.setExpanded(not item.isExpanded())

    def _on_totals_changed(self, _totals: object) -> None:
        if self.isVisible():
            self._recalculation.start()

    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()
