"""Issue and what follows it: the number, the stored page, the credit note, the void."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.problems import Problem
from app.ui.autosave import Autosave
from app.ui.clock import today
from app.ui.draft_store import DraftStore, ShownDocument
from app.ui.failures import failure_text
from app.ui.formats import safe_name
from app.ui.jobs import JobControl, Jobs
from app.ui.language import wording_language
from app.ui.messages import Message
from app.ui.session import Session
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.services.workspace import Workspace


class Issuing(QObject):
    """Takes the open document from draft to issued, and on."""

    message = Signal(object)  # Message
    failed = Signal(object)  # Exception
    shown = Signal()

    def __init__(
        self,
        store: DraftStore,
        autosave: Autosave,
        session: Session,
        jobs: Jobs,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._store = store
        self._autosave = autosave
        self._session = session
        self._jobs = jobs
        self._theme = theme
        self._window = window
        self._after_saving: Callable[[], object] | None = None
        autosave.idle.connect(self._on_autosave_idle)
        autosave.held_up.connect(self._on_held_up)

    def issue_document(self) -> None:
        """Issue the draft: asks once, with the number it will take."""
        if self._store.is_read_only or self._after_saving is not None:
            return
        self._store.check_now()
        errors = [problem for problem in self._store.problems if problem.severity == "error"]
        if errors:
            self._refuse(errors)
            return
        draft = self._store.draft
        if draft.number:
            self._on_number_found(draft.number)
            return
        on = draft.issue_date or today()
        self._session.call(lambda workspace: workspace.next_number(draft.series, draft.kind, on)).then(
            self._on_number_found, self.failed.emit
        )

    def make_credit_note(self) -> None:
        """Make a draft that takes the issued document back, and show it."""
        document_id = self._store.document_id
        self._show_from(lambda workspace: workspace.credit_note_of(document_id))

    def void_document(self) -> None:
        """Declare the issued document void: asks for the reason."""
        from app.ui.dialogs.void import VoidDialog

        document_id = self._store.document_id
        dialog = VoidDialog(self._store.draft.number, self._theme, self._window)
        is_wanted, reason = dialog.exec(), dialog.reason
        dialog.deleteLater()
        if is_wanted:
            self._show_from(lambda workspace: workspace.void(document_id, reason))

    def save_pdf(self) -> None:
        """Ask where, and write the page: the stored bytes once issued, a marked draft before."""
        from PySide6.QtWidgets import QFileDialog

        draft, totals, document_id = self._store.draft, self._store.totals, self._store.document_id
        name = draft.number or self.tr("Draft {customer}").format(customer=draft.buyer.name)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save PDF"), f"{safe_name(name)}.pdf", self.tr("PDF files (*.pdf)")
        )
        if not chosen:
            return
        path = Path(chosen)

        def write_stored(workspace: Workspace) -> Path:
            from app.services.whole_file import write_whole

            return write_whole(path, workspace.pdf_of(document_id))

        def write_drawn(_control: JobControl) -> Path:
            from app.services.paper import render_pdf
            from app.services.whole_file import write_whole

            return write_whole(path, render_pdf(draft, totals, stage="draft"))

        job = self._session.call(write_stored) if self._store.is_read_only else self._jobs.run(write_drawn)
        job.then(self._on_pdf_written, self.failed.emit)

    def _on_number_found(self, number: str) -> None:
        from app.ui.dialogs.issue import IssueDialog

        draft = self._store.draft
        dialog = IssueDialog(
            draft,
            self._store.totals.payable,
            number,
            draft.issue_date or today(),
            sum(problem.severity == "warning" for problem in self._store.problems),
            self._theme,
            self._window,
        )
        is_wanted = dialog.exec()
        dialog.deleteLater()
        if not is_wanted:
            return
        self._after_saving = self._issue
        if self._autosave.is_idle:
            self._on_autosave_idle()
        else:
            self._autosave.save_now()

    def _issue(self) -> None:
        document_id, on = self._store.document_id, today()
        if document_id:
            job = self._session.call(lambda workspace: _issued(workspace, document_id, on))
        else:
            draft = self._store.draft
            job = self._session.call(lambda workspace: _issued(workspace, workspace.create(draft).id, on))
        job.then(self._on_document_changed, self._on_not_issued)

    def _show_from(self, find: Callable[[Workspace], ShownDocument]) -> None:
        self._session.call(find).then(self._on_document_changed, self.failed.emit)

    def _on_document_changed(self, document: ShownDocument) -> None:
        self._store.open(document)
        self._session.changed.emit()
        self.shown.emit()
        if document.status == "issued":
            self.message.emit(
                Message(
                    self.tr("Issued as {number}.").format(number=document.draft.number),
                    topic="issued",
                )
            )

    def _on_not_issued(self, error: Exception) -> None:
        from app.services.workspace import CannotIssue

        if isinstance(error, CannotIssue):
            self._refuse(error.problems, error.detail)
            return
        words = self.tr("Not issued, and no number was taken. {why}").format(why=failure_text(error))
        self.message.emit(Message(words, "warn", "issue"))

    def _refuse(self, problems: Sequence[Problem], detail: str = "") -> None:
        self.shown.emit()
        self.message.emit(Message(self._refusal_words(problems, detail), "warn", "issue"))
        if problems:
            self._store.focus_requested.emit(problems[0].path)

    def _refusal_words(self, problems: Sequence[Problem], detail: str) -> str:
        if not problems:
            return self.tr("This cannot be issued yet. {why}").format(why=detail)
        from app.services.wording import problem_text

        message, way_out = problem_text(problems[0], wording_language())
        first = f"{message} {way_out}".strip()
        if len(problems) == 1:
            return self.tr("Not issued yet. {first}").format(first=first)
        return self.tr("Not issued yet: {count} findings have to be mended, F8 goes to each. {first}").format(
            count=len(problems), first=first
        )

    def _on_pdf_written(self, path: Path) -> None:
        from PySide6.QtCore import QUrl

        from app.ui.opening import open_outside

        url = QUrl.fromLocalFile(str(path))
        self.message.emit(
            Message(
                self.tr("Saved as {path}.").format(path=path),
                offers=((self.tr("Open it"), lambda: open_outside(url)),),
            )
        )

    def _on_autosave_idle(self) -> None:
        go_on, self._after_saving = self._after_saving, None
        if go_on is not None:
            go_on()

    def _on_held_up(self, _error: Exception) -> None:
        if self._after_saving is not None:
            self._after_saving = None
            self.message.emit(
                Message(
                    self.tr("Not issued: what was typed last is not on disk yet. Nothing was numbered."),
                    "warn",
                    "issue",
                )
            )


def _issued(workspace: Workspace, document_id: str, on: date) -> ShownDocument:
    return workspace.issue(document_id, today=on)
