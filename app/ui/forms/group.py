"""A list inside the form: items of one kind, each with the same fields, added and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.rows import DocumentAdjustment
from app.ui.forms.builder import Builder, said
from app.ui.forms.field import Field
from app.ui.forms.fresh import fresh_item
from app.ui.forms.plans import GroupPlan
from app.ui.forms.typed_field import TypedField
from app.ui.theme import SPACE_M, SPACE_S, SPACE_XS, set_role


class Item(QFrame):
    """The fields of the item at one place of the list."""

    removed = Signal(int)

    def __init__(self, plan: GroupPlan, stem: str, place: int, builder: Builder) -> None:
        super().__init__()
        self._place = place
        self._builder = builder
        set_role(self, "item")
        name = said(plan.name).format(number=place + 1)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE_S)
        column.setSpacing(SPACE_S)
        head = QHBoxLayout()
        title = QLabel(name)
        set_role(title, "group")
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove: {item}").format(item=name))
        set_role(self.remove, "link")
        self.remove.clicked.connect(self._on_remove_clicked)
        head.addWidget(title, 1)
        head.addWidget(self.remove)
        column.addLayout(head)
        for row in plan.rows:
            column.addLayout(builder.row(tuple(field.under(f"{stem}.{place}") for field in row)))

    @property
    def fields(self) -> list[Field]:
        """The fields of this item."""
        return [child for child in self.findChildren(QWidget) if isinstance(child, Field)]

    def detach(self) -> None:
        """Leave the draft alone from now on."""
        for field in self.fields:
            self._builder.binding.detach(field)

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self._place)


class Group(QWidget):
    """All items of one list, and the button that adds one."""

    def __init__(self, plan: GroupPlan, path: str, builder: Builder) -> None:
        super().__init__()
        self.path = path
        self._plan = plan
        self._builder = builder
        self.items: list[Item] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_M)
        self.add = QPushButton(said(plan.add))
        set_role(self.add, "link")
        self.add.clicked.connect(self.add_item)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE_XS)
        outer.addLayout(self._column)
        outer.addLayout(foot)
        builder.binding.attach(self)

    def show_value(self, value: Sequence[Any] | None) -> None:
        """As many items as the list has; each shows its own values."""
        stored = len(value or ())
        count = max(stored, self._plan.least)
        while len(self.items) > count:
            item = self.items.pop()
            item.detach()
            self._column.removeWidget(item)
            item.hide()
            item.deleteLater()
        while len(self.items) < count:
            item = Item(self._plan, self.path, len(self.items), self._builder)
            item.removed.connect(self._on_removed)
            self.items.append(item)
            self._column.addWidget(item)
        for place, item in enumerate(self.items):
            item.remove.setVisible(place < stored and not self._builder.binding.store.is_read_only)

    def start_over(self, value: Sequence[Any] | None) -> None:
        """Another document is shown."""
        self.show_value(value)

    def set_read_only(self, read_only: bool) -> None:
        """Whether items can be added and removed."""
        self.add.setVisible(not read_only)
        self.show_value(self._builder.binding.value(self.path))

    def add_item(self) -> None:
        """One more item at the end, ready to be typed into."""
        binding = self._builder.binding
        items = tuple(binding.value(self.path) or ())
        if len(items) < self._plan.least:
            self.focus_item(len(items))
            return
        if self._plan.item is DocumentAdjustment:
            item: Any = DocumentAdjustment(id=_free_id(items), is_charge=True)
        else:
            owner = binding.value(self.path.rpartition(".")[0]) if "." in self.path else binding.draft
            item = fresh_item(self._plan.item, owner, items)
        binding.put(self.path, (*items, item), said(self._plan.add))
        self.focus_item(len(items))

    def focus_item(self, place: int) -> None:
        """Put the caret into an item; without any, onto the button that adds one."""
        if place >= len(self.items):
            self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        fields = self.items[place].fields
        typed = next((field for field in fields if isinstance(field, TypedField)), fields[0])
        typed.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_removed(self, place: int) -> None:
        binding = self._builder.binding
        items = tuple(binding.value(self.path) or ())
        name = said(self._plan.name).format(number=place + 1)
        binding.put(
            self.path, (*items[:place], *items[place + 1 :]), self.tr("Remove: {item}").format(item=name)
        )
        self.add.setFocus()


def _free_id(items: Sequence[DocumentAdjustment]) -> str:
    taken = {item.id for item in items}
    return next(name for number in range(1, len(items) + 2) if (name := f"a{number}") not in taken)
