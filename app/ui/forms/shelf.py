"""The optional blocks of the form and the links that unfold them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui.forms.block import Block
from app.ui.forms.block_plans import BLOCKS
from app.ui.forms.builder import Builder
from app.ui.forms.field import Field
from app.ui.forms.flow_layout import FlowLayout
from app.ui.forms.group import Group
from app.ui.forms.paths import known_place
from app.ui.theme import SPACE_L, set_role


class Shelf(QWidget):
    """Blocks in use stand open; each of the others is one quiet link."""

    unfolded = Signal(object)  # Block

    def __init__(self, builder: Builder) -> None:
        super().__init__()
        self._store = builder.binding.store
        self.blocks = {plan.name: Block(plan, builder) for plan in BLOCKS}
        self.links = {name: QPushButton() for name in self.blocks}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_L)
        row = QWidget()
        flow = FlowLayout(row)
        for name, block in self.blocks.items():
            column.addWidget(block)
            link = self.links[name]
            set_role(link, "link")
            link.setProperty("block", name)
            link.clicked.connect(self._on_link_clicked)
            flow.addWidget(link)
            block.folded.connect(self._on_block_folded)
        column.addWidget(row)
        self._store.draft_changed.connect(self._on_draft_changed)
        self._store.opened.connect(self._on_opened)
        self._refresh()

    def name_of(self, path: str) -> str | None:
        """The block that edits this path."""
        return next((n for n, block in self.blocks.items() if known_place(path, block.plan.paths)), None)

    def unfold(self, name: str) -> None:
        """Show the block instead of its link."""
        block = self.blocks[name]
        block.unfold()
        self.links[name].hide()
        self.unfolded.emit(block)

    def _refresh(self) -> None:
        """Unfold what the document uses, and say of each link whether there is something behind it."""
        draft = self._store.draft
        for name, block in self.blocks.items():
            is_used = block.is_used(draft)
            if is_used and block.plan.opens_itself and block.isHidden() and not block.was_folded:
                self.unfold(name)
            link = self.links[name]
            text = f"• {block.title}" if is_used else f"+ {block.title}"
            if link.text() != text:
                link.setText(text)
                spoken = self.tr("Show {block}, in use") if is_used else self.tr("Add {block}")
                link.setAccessibleName(spoken.format(block=block.title))

    def _on_link_clicked(self) -> None:
        name = str(self.sender().property("block"))
        block = self.blocks[name]
        block.unfold()
        if isinstance(block.first, Group):
            block.first.focus_item(0)
        elif isinstance(block.first, Field):
            block.first.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.unfold(name)

    def _on_block_folded(self, name: str) -> None:
        self.links[name].show()
        self.links[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_draft_changed(self, _before: object, _after: object) -> None:
        self._refresh()

    def _on_opened(self, _document: object) -> None:
        for name, block in self.blocks.items():
            block.start_over()
            self.links[name].show()
        self._refresh()
