"""An optional block of the form: folded away until it is used, built when it first unfolds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.draft import Draft
from app.ui.forms.builder import Builder, said
from app.ui.forms.group import Group
from app.ui.forms.paths import value_at
from app.ui.forms.plans import BlockPlan, GroupPlan, SpecialPlan
from app.ui.forms.special_parts import Equivalent, ExactTotal
from app.ui.theme import SPACE_L, SPACE_M, SPACE_S, set_role

_UNUSED = Draft.model_construct()


class Block(QFrame):
    """One optional block."""

    folded = Signal(str)

    def __init__(self, plan: BlockPlan, builder: Builder) -> None:
        super().__init__()
        self.plan = plan
        self._builder = builder
        self._is_built = False
        self.first: QWidget | None = None
        self.was_folded = False
        set_role(self, "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_L)
        self._column.setSpacing(SPACE_M)
        self.hide()

    @property
    def title(self) -> str:
        """The name of the block in the interface language."""
        return said(self.plan.title)

    def is_used(self, draft: Draft) -> bool:
        """Whether the document states anything that this block edits."""
        return any(
            (value_at(draft, path) or None) != (value_at(_UNUSED, path) or None) for path in self.plan.paths
        )

    def unfold(self) -> None:
        """Show the block, building it if this is the first time."""
        if not self._is_built:
            self._is_built = True
            self._build()
        self.was_folded = False
        self.show()

    def fold(self) -> None:
        """Put the block away; what it holds stays in the document."""
        self.was_folded = True
        self.hide()
        self.folded.emit(self.plan.name)

    def start_over(self) -> None:
        """Another document is shown: fold away without a word."""
        self.was_folded = False
        self.hide()

    def _build(self) -> None:
        self.setAccessibleName(self.title)
        head = QHBoxLayout()
        title = QLabel(self.title)
        set_role(title, "strong")
        fold = QPushButton(self.tr("Fold away"))
        fold.setAccessibleName(self.tr("Fold away: {block}").format(block=self.title))
        set_role(fold, "link")
        fold.clicked.connect(self.fold)
        head.addWidget(title, 1)
        head.addWidget(fold)
        self._column.addLayout(head)
        for part in self.plan.parts:
            if isinstance(part, GroupPlan):
                self._add(Group(part, part.path, self._builder))
            elif isinstance(part, SpecialPlan):
                self._add(self._special(part))
            else:
                row = self._builder.row(part)
                self._column.addLayout(row)
                first: Any = row.itemAt(0)
                self.first = self.first or first.widget()

    def _special(self, plan: SpecialPlan) -> QWidget:
        store = self._builder.binding.store
        return ExactTotal(store) if plan.name == "exact_total" else Equivalent(store)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        if self.first is None:
            self.first = widget
