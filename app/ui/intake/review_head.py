"""What stands over the queue: how much needs a person, how far reading is, and the ways in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.intake.documents import Document
from app.ui.intake.names import field_title
from app.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_role

EMPTY_WIDTH = 460


class ReviewHead(QWidget):
    """Title, counts, progress with a way to stop it, and buttons."""

    add_asked = Signal()
    watch_asked = Signal()
    merge_asked = Signal()
    stop_asked = Signal()
    remove_asked = Signal()
    bin_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("To review"))
        set_role(title, "sheet_title")
        self.counts = QLabel()
        set_role(self.counts, "secondary")
        self.progress = QLabel()
        set_role(self.progress, "secondary")
        self.stop = QPushButton(self.tr("Stop reading"))
        set_role(self.stop, "link")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_role(self.told, "warning")
        self.merge = QPushButton(self.tr("Put together"))
        self.merge.setToolTip(self.tr("Make one document of those selected (Ctrl+G)"))
        self.bin = QPushButton()
        self.bin.setToolTip(self.tr("Show what was removed; it can be brought back"))
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setToolTip(self.tr("Put those selected into the bin (Delete)"))
        self.watch = QPushButton(self.tr("Watch a folder…"))
        for button in (self.bin, self.remove, self.watch):
            set_role(button, "link")
        self.add = QPushButton(self.tr("Add files…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(SPACE_L), theme.px(SPACE_M), theme.px(SPACE_L), theme.px(SPACE_S))
        row.setSpacing(theme.px(SPACE_M))
        for part in (title, self.counts, self.progress, self.stop):
            row.addWidget(part)
        row.addWidget(self.told, 1)
        for part in (self.merge, self.remove, self.bin, self.watch, self.add):
            row.addWidget(part)
        self.stop.clicked.connect(self.stop_asked)
        self.merge.clicked.connect(self.merge_asked)
        self.watch.clicked.connect(self.watch_asked)
        self.add.clicked.connect(self.add_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.bin.clicked.connect(self.bin_asked)
        self.merge.hide()
        self.show_bin(0)
        self.show_reading(0, 0)

    def show_documents(self, documents: Sequence[Document]) -> None:
        """How many of these files need a person."""
        count = len(documents)
        needing = sum(each.file.state != "reading" and not each.is_ready for each in documents)
        self.remove.setVisible(count > 0)
        self.counts.setText(
            self.tr("{needing} of {count} files need you").format(needing=needing, count=count)
            if count
            else ""
        )

    def show_bin(self, count: int) -> None:
        """How many files were removed and can be brought back."""
        self.bin.setText(self.tr("Bin ({count})").format(count=count))
        self.bin.setVisible(count > 0)

    def show_reading(self, done: int, total: int) -> None:
        """How far reading is; 0 of 0: it is done."""
        self.progress.setText(
            self.tr("reading {done} of {total}").format(done=min(done + 1, total), total=total)
            if total
            else ""
        )
        self.progress.setVisible(bool(total))
        self.stop.setVisible(bool(total))

    def say_no_value(self, name: str, word: str) -> None:
        """Say that the clicked word is nothing for the field in hand; nothing: withdraw it."""
        self.say(
            self.tr("“{word}” is nothing for “{field}”.").format(word=word[:30], field=field_title(name))
            if name
            else ""
        )

    def say(self, text: str) -> None:
        """Say something in passing; nothing: withdraw it."""
        self.told.setText(text)


class EmptyQueue(QWidget):
    """What this room is for, and the ways to fill it."""

    add_asked = Signal()
    watch_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Nothing to review"))
        set_role(title, "title")
        text = QLabel(
            self.tr(
                "Suppliers’ invoices are read here, on this computer, and nothing leaves it. Drop PDFs, "
                "scans, e-invoices, mails or whole folders anywhere on the window, or add them here."
            )
        )
        text.setWordWrap(True)
        text.setFixedWidth(theme.px(EMPTY_WIDTH))
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(text, "secondary")
        text.setMinimumHeight(text.heightForWidth(theme.px(EMPTY_WIDTH)) + theme.px(SPACE_M))
        self.add = QPushButton(self.tr("Add files…"))
        set_role(self.add, "primary")
        self.watch = QPushButton(self.tr("Watch a folder…"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.add)
        row.addWidget(self.watch)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(SPACE_M))
        column.addStretch(1)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(text, 0, Qt.AlignmentFlag.AlignCenter)
        column.addLayout(row)
        column.addStretch(2)
        column.setContentsMargins(0, theme.px(SPACE_XL), 0, 0)
        self.add.clicked.connect(self.add_asked)
        self.watch.clicked.connect(self.watch_asked)
