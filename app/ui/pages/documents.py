"""Drafts, issued documents and the bin: one list each, searched while typing."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.services.workspace import DocumentCard
from app.ui.formats import date_text, money_text
from app.ui.jobs import Job
from app.ui.pages.list_view import ListView
from app.ui.pages.table import Column
from app.ui.reading import Lock
from app.ui.session import Session
from app.ui.theme import Theme, set_role

Shelf = Literal["drafts", "issued", "bin"]


def status_words(status: str) -> str:
    """The word for where a document is in its life."""
    translate = QCoreApplication.translate
    return {
        "draft": translate("Status", "Draft"),
        "issued": translate("Status", "Issued"),
        "void": translate("Status", "Void"),
        "credited": translate("Status", "Credited"),
    }.get(status, status)


class DocumentsPage(QWidget):
    """One shelf of documents."""

    document_chosen = Signal(str)
    restore_asked = Signal(str)
    new_asked = Signal()

    def __init__(self, shelf: Shelf, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelf: Shelf = shelf
        self._session = session
        set_role(self, "ground")
        self.list = ListView(self._title(), self._columns(), theme, self._find)
        self.list.set_empty_words(*self._empty_words())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list.search)
        self.list.chosen.connect(self._on_list_chosen)
        session.changed.connect(self._on_session_changed)
        if shelf == "drafts":
            new = QPushButton(self.tr("New invoice"))
            set_role(new, "primary")
            new.clicked.connect(self.new_asked)
            self.list.actions_row.addWidget(new)
            Lock(session, new)
        elif shelf == "bin":
            self._restore = QPushButton(self.tr("Restore"))
            self._restore.clicked.connect(self._on_restore_clicked)
            self.list.actions_row.addWidget(self._restore)
            Lock(session, self._restore)

    def refresh(self) -> None:
        """Ask the store again."""
        self.list.refresh()

    def _title(self) -> str:
        return {"drafts": self.tr("Drafts"), "issued": self.tr("Issued"), "bin": self.tr("Bin")}[self.shelf]

    def _columns(self) -> list[Column[DocumentCard]]:
        number = Column[DocumentCard](self.tr("Number"), lambda card: card.number)
        common = [
            Column[DocumentCard](self.tr("Customer"), lambda card: card.buyer_name),
            Column[DocumentCard](self.tr("Subject"), _subject, stretches=True, is_secondary=True),
            Column[DocumentCard](self.tr("Date"), lambda card: date_text(card.issue_date)),
        ]
        total = Column[DocumentCard](
            self.tr("Total"), lambda card: money_text(card.payable, card.currency), is_number=True
        )
        state = Column[DocumentCard](self.tr("State"), lambda card: status_words(card.status))
        due = Column[DocumentCard](self.tr("Due"), lambda card: date_text(card.due_date))
        if self.shelf == "issued":
            return [number, *common, due, total, state]
        return [*common, total, state]

    def _empty_words(self) -> tuple[str, str]:
        nothing = {
            "drafts": self.tr("Nothing in progress. Ctrl+N starts one; drafts save themselves."),
            "issued": self.tr("Nothing issued yet. Ctrl+Shift+I issues the document that is open."),
            "bin": self.tr("The bin is empty. Drafts you delete wait here, and can be restored."),
        }[self.shelf]
        return nothing, self.tr("Nothing here matches “{text}”. Try fewer words, a number or an amount.")

    def _find(self, text: str) -> Job:
        shelf = self.shelf
        return self._session.call(lambda workspace: workspace.cards(shelf, text))

    def _on_list_chosen(self, card: DocumentCard) -> None:
        if self.shelf == "bin" and self._session.newer is None:
            self.restore_asked.emit(card.id)
        else:
            self.document_chosen.emit(card.id)

    def _on_restore_clicked(self) -> None:
        if self.list.current is not None:
            self.restore_asked.emit(self.list.current.id)

    def _on_session_changed(self) -> None:
        if self.isVisible():
            self.refresh()


def _subject(card: DocumentCard) -> str:
    if card.matched and card.matched not in (card.subject, card.buyer_name, card.number):
        return f"{card.subject} · {card.matched}" if card.subject else card.matched
    return card.subject
