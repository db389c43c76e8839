"""What one does with whole documents: new, open, duplicate, bin. Each leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.draft import Draft
from app.services.history import History
from app.ui.arrivals import Arrived, FileDrops, arrival_message, is_suppliers, taking_in
from app.ui.autosave import Autosave
from app.ui.draft_store import DraftStore, ShownDocument
from app.ui.failures import failure_text
from app.ui.first_document import FirstDocument
from app.ui.formats import safe_name
from app.ui.jobs import JobControl, Jobs
from app.ui.messages import Message
from app.ui.session import Session
from app.ui.storing import putting_into_bin

if TYPE_CHECKING:
    from app.services.contacts import Profile
    from app.services.workspace import Workspace


class DocumentFlows(QObject):
    """Opens and makes documents for one window."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    shown = Signal()  # a document is in the composer
    supplier_files_came = Signal(object)  # list[Path] of files and folders that are no drafts
    left = Signal()  # the document that was shown went to the bin

    def __init__(
        self, store: DraftStore, autosave: Autosave, session: Session, jobs: Jobs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._store = store
        self._autosave = autosave
        self._session = session
        self._jobs = jobs
        self._window = window
        self._after_leaving: Callable[[], object] | None = None
        FileDrops(window, self.open_paths)
        autosave.idle.connect(self._on_autosave_idle)
        autosave.held_up.connect(self._on_held_up)

    def new_document(self) -> None:
        """Show an empty invoice in our name; it is stored with its first edit."""
        self._leave(self._begin_new)

    def open_document(self, document_id: str) -> None:
        """Show a document of the store."""
        if document_id == self._store.document_id:
            self.shown.emit()
            return
        self._leave(lambda: self._show_from(lambda workspace: workspace.open_document(document_id)))

    def duplicate_document(self) -> None:
        """Make a new draft of the one that is shown, and show it."""
        document_id = self._store.document_id
        if document_id:
            self._leave(lambda: self._show_from(lambda workspace: workspace.duplicate(document_id)))
        else:
            copy = self._store.draft
            self._leave(lambda: self._show_from(lambda workspace: workspace.create(copy)))

    def delete_draft(self) -> None:
        """Move the draft to the bin, and offer it back."""
        document_id = self._store.document_id
        if document_id:
            delete = putting_into_bin(document_id, self._autosave.snapshot_folder)
            self._leave(
                lambda: self._session.call(delete).then(
                    _Named(self, document_id).report_deleted, self.failed.emit
                )
            )
        else:
            self._begin_new()

    def restore_document(self, document_id: str) -> None:
        """Bring a draft back from the bin and show it."""

        def restore(workspace: Workspace) -> ShownDocument:
            workspace.restore_draft(document_id)
            return workspace.open_document(document_id)

        self._leave(lambda: self._show_from(restore))

    def open_file(self) -> None:
        """Ask for a draft file and open it."""
        from PySide6.QtWidgets import QFileDialog

        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a draft file"), "", self.tr("Draft files (*.json);;All files (*)")
        )
        if path:
            self.open_path(Path(path))

    def open_path(self, path: Path) -> None:
        """Take a draft file into the store as a new draft and show it."""
        self.open_paths((path,))

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Take draft files in as new drafts, and show the last; says which are none, and why.

        Documents and folders are suppliers' files.
        """
        theirs = [path for path in paths if is_suppliers(path)]
        if theirs:
            self.supplier_files_came.emit(theirs)
        drafts = [path for path in paths if path not in theirs]
        if not drafts:
            return
        self._leave(
            lambda: self._session.call(taking_in(drafts)).then(self._on_files_arrived, self.failed.emit)
        )

    def save_file(self) -> None:
        """Ask where, and write a copy of the draft as a file."""
        from PySide6.QtWidgets import QFileDialog

        draft = self._store.draft
        name = safe_name(draft.number or draft.buyer.name)
        path, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save a copy as a draft file"),
            f"{name or 'draft'}.json",
            self.tr("Draft files (*.json)"),
        )
        if path:
            self._jobs.run(_writing(draft, Path(path))).then(self._on_file_written, self.failed.emit)

    def _leave(self, go_on: Callable[[], object]) -> None:
        """Go on when the shown document is stored; it never is left with edits that have no place."""
        if not self._autosave.holds_unstored:
            go_on()
            return
        self._after_leaving = go_on
        self._autosave.save_now()

    def _show_from(self, find: Callable[[Workspace], ShownDocument]) -> None:
        self._session.call(find).then(self._on_document_found, self.failed.emit)

    def _begin_new(self) -> None:
        self._session.call(lambda workspace: workspace.profile()).then(
            self._on_profile_found, self._on_profile_missing
        )

    def show_new(self, draft: Draft) -> None:
        """Show a draft that is not stored yet."""
        self._take_up(draft)
        self.shown.emit()
        self._store.focus_requested.emit("buyer.name")

    def _take_up(self, draft: Draft) -> None:
        self._autosave.show_first(FirstDocument("", "draft", draft, History(draft)))

    def _on_profile_found(self, profile: Profile) -> None:
        from app.services.beginning import new_draft

        self.show_new(new_draft(profile))

    def _on_profile_missing(self, _error: Exception) -> None:
        self.show_new(Draft())

    def _on_document_found(self, document: ShownDocument) -> None:
        # What was shown may have lost its place in the store since this one was asked for.
        self._leave(lambda: self._show(document))

    def _show(self, document: ShownDocument) -> None:
        self._store.open(document)
        self._session.changed.emit()
        self.shown.emit()

    def _on_files_arrived(self, arrived: Arrived) -> None:
        if arrived.documents:
            self._on_document_found(arrived.documents[-1])
        self.message.emit(arrival_message(arrived))

    def _on_autosave_idle(self) -> None:
        go_on, self._after_leaving = self._after_leaving, None
        if go_on is not None:
            go_on()

    def _on_held_up(self, error: Exception) -> None:
        if self._after_leaving is None:
            return
        self._after_leaving = None
        self.message.emit(
            Message(
                self.tr(
                    "This document stays open, because it cannot be stored yet. {why} "
                    "A copy can be saved as a file meanwhile."
                ).format(why=failure_text(error)),
                "warn",
                "leaving",
                ((self.tr("Save a copy…"), self.save_file),),
            )
        )

    def _on_file_written(self, path: Path) -> None:
        self.message.emit(Message(self.tr("Saved as {path}.").format(path=path)))

    def report_deleted(self, document_id: str, profile: Profile) -> None:
        """Say that a draft is in the bin, and go on with a new one in hand."""
        from app.services.beginning import new_draft

        self._session.changed.emit()
        self._take_up(new_draft(profile))
        self.left.emit()
        self.message.emit(
            Message(
                self.tr("The draft is in the bin."),
                offers=((self.tr("Undo"), _Named(self, document_id).restore),),
            )
        )


class _Named:
    def __init__(self, flows: DocumentFlows, document_id: str) -> None:
        self._flows, self._document_id = flows, document_id

    def report_deleted(self, profile: Profile) -> None:
        self._flows.report_deleted(self._document_id, profile)

    def restore(self) -> None:
        self._flows.restore_document(self._document_id)


def _writing(draft: Draft, path: Path) -> Callable[[JobControl], Path]:
    def write(_control: JobControl) -> Path:
        from app.services.draft_files import write_draft

        return write_draft(path, draft)

    return write
