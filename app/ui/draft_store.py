"""The open document: one frozen draft, its history, its figures and its findings.

Every widget reads this and edits through it; none keeps a copy of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.draft import Draft
from app.domain.problems import Problem
from app.domain.rows import Line, Section
from app.domain.totals import Totals, compute
from app.domain.validity import ensure_valid
from app.services.history import History, HistoryChange
from app.ui.clock import now
from app.ui.jobs import Job, JobControl, Jobs

Status = Literal["draft", "issued", "void", "credited"]

CHECK_PAUSE_MS = 250
ROWS_CHECKED_AT_ONCE = 200
COUNTED = (
    "rows", "discount", "adjustments", "additional_taxes", "currency", "amount_decimals", "rounding",
    "prepaid", "rounding_amount", "cash_step", "exchange",
)  # fmt: skip
"""The fields that figures depend on; an edit of any other leaves them as they are."""


class ShownDocument(Protocol):
    """What the store needs of a document to show it; `OpenedDocument` of the workspace is one."""

    @property
    def id(self) -> str: ...
    @property
    def status(self) -> Status: ...
    @property
    def draft(self) -> Draft: ...
    @property
    def history(self) -> History: ...
    @property
    def issued(self) -> Any: ...
    @property
    def is_held(self) -> bool: ...


class DraftStore(QObject):
    """The document that is open, and the only way to change it."""

    opened = Signal(object)  # the ShownDocument: another one is shown; None: the same, closed to changes
    draft_changed = Signal(object, object)  # before, after: emitted after the state is in place
    totals_changed = Signal(object)  # Totals
    problems_changed = Signal(object)  # tuple[Problem, ...]
    entries_asked = Signal(object)  # list[Problem]: whoever shows entries adds those it cannot read
    history_changed = Signal()
    saved = Signal(object)  # datetime of the last durable record
    focus_requested = Signal(str)  # field path
    change_recorded = Signal(str, object)  # document id, HistoryChange
    refused = Signal(str)  # label of an edit that a read-only document did not take

    def __init__(
        self,
        jobs: Jobs | None = None,
        *,
        clock: Callable[[], datetime] = now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self._document_id = ""
        self._status: Status = "draft"
        self._issued: Any = None
        self._is_held = False
        self._is_closed = False
        self._history = History(Draft.model_construct())
        self._totals = compute(self._history.draft)
        self._problems: tuple[Problem, ...] = ()
        self._checked: tuple[Problem, ...] = ()
        self._row_place = 0
        self._check_job: Job | None = None
        self._check_pause = QTimer(self, singleShot=True, interval=CHECK_PAUSE_MS)
        self._check_pause.timeout.connect(self._on_check_pause_over)

    @property
    def draft(self) -> Draft:
        """The document as it stands."""
        return self._history.draft

    @property
    def totals(self) -> Totals:
        """Every figure of `draft`."""
        return self._totals

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Findings about what is typed, first what cannot be read of it; up to a short pause old."""
        return self._problems

    @property
    def history(self) -> History:
        """What was done; to be read, never edited past the store."""
        return self._history

    @property
    def status(self) -> Status:
        """Where the document is in its life."""
        return self._status

    @property
    def issued(self) -> Any:
        """The record made at issue, or None."""
        return self._issued

    @property
    def document_id(self) -> str:
        """Id in the workspace; empty while the document is not stored yet."""
        return self._document_id

    @property
    def is_read_only(self) -> bool:
        """Whether the document takes no edit: issued, on its way to a provider, or closed like all."""
        return self._status != "draft" or self._is_held or self._is_closed

    @property
    def is_closed(self) -> bool:
        """Whether no document takes an edit."""
        return self._is_closed

    @property
    def is_held(self) -> bool:
        """Whether the document is a draft of ours that is on its way to a provider, or there."""
        return self._status == "draft" and self._is_held

    def open(self, document: ShownDocument, *, is_checked: bool = True) -> None:
        """Show another document; without `is_checked` its findings wait until they are asked for."""
        before = self.draft
        self._take(document)
        self._totals = compute(self.draft)
        self._problems = self._checked = ()
        self.opened.emit(document)
        self.draft_changed.emit(before, self.draft)
        self.totals_changed.emit(self._totals)
        self.history_changed.emit()
        if is_checked and len(self.draft.rows) <= ROWS_CHECKED_AT_ONCE:
            self.check_now()
        elif is_checked:
            # A long document is to be seen first.
            self.check_soon()

    def adopt(self, document: ShownDocument) -> None:
        """Take the stored form of the document that is already shown, and keep what was typed since.

        Steps made here are done again on the stored history, so that they are recorded with it.
        """
        shown, steps, position = self.draft, self._history.steps, self._history.position
        was_read_only = self.is_read_only
        self._take(document)
        stored = self.draft
        base = steps[0].before if steps else shown
        if base.edited(id=stored.id) == stored:
            for step in steps:
                after = step.after.edited(id=stored.id)
                self._emit_recorded(self._history.edit(step.label, after, key=step.key, at=step.at))
            undone = len(steps) - position
            self._emit_recorded(self._history.jump(self._history.position - undone))
        elif position:
            after = shown.edited(id=stored.id)
            self._emit_recorded(
                self._history.edit(steps[position - 1].label, after, key=None, at=self._clock())
            )
        if self.draft != shown:
            self._settle(shown)
        if self.is_read_only != was_read_only:
            self.opened.emit(document)
        self.history_changed.emit()

    def close_to_changes(self) -> None:
        """Take no edit of any document any more: the store that has them can only be read."""
        self._is_closed = True
        self.opened.emit(None)

    def detach(self) -> None:
        """Go on with the document and its past as one that has no place in the store yet."""
        self._document_id = ""

    def edit(self, label: str, *, key: str | None = None, **changes: Any) -> None:
        """Replace fields in one undo step; edits with the same key in a row merge into one step."""
        self.replace(label, self.draft.edited(**changes), key=key)

    def replace(self, label: str, after: Draft, *, key: str | None = None) -> None:
        """Go on to another state of the same document in one undo step.

        Raises InvalidEdit for a state that could not be read again from a file; nothing is changed.
        """
        if self.is_read_only:
            self.refused.emit(label)
            return
        before = self.draft
        ensure_valid(before, after)
        self._apply(before, self._history.edit(label, after, key=key, at=self._clock()))

    def edit_row(self, row_id: str, label: str, /, *, key: str | None = None, **changes: Any) -> None:
        """Replace fields of one line or section in one undo step; nothing if there is no such row."""
        rows, place = self.draft.rows, self._place_of(row_id)
        if place is not None:
            changed = rows[place].model_copy(update=changes)
            self.edit(label, key=key, rows=(*rows[:place], changed, *rows[place + 1 :]))

    def row(self, row_id: str) -> Line | Section | None:
        """A line or section as it stands, or None when it is gone."""
        place = self._place_of(row_id)
        return None if place is None else self.draft.rows[place]

    def undo(self) -> None:
        """Take back the last step."""
        self._move(History.undo)

    def redo(self) -> None:
        """Do again the step last taken back."""
        self._move(History.redo)

    def jump(self, position: int) -> None:
        """Go to the state after the first `position` steps."""
        self._move(lambda history: history.jump(position))

    def check_soon(self) -> None:
        """Look again after a short pause: an entry that cannot be read came or went."""
        self._check_pause.start()

    def check_now(self) -> None:
        """Compute the findings without waiting for a pause."""
        self._check_pause.stop()
        self._on_check_pause_over()

    def _take(self, document: ShownDocument) -> None:
        self._document_id = document.id
        self._status = document.status
        self._issued = document.issued
        self._is_held = document.is_held
        self._history = document.history

    def _place_of(self, row_id: str) -> int | None:
        """Most often the row that was asked for last is asked for again."""
        rows = self.draft.rows
        if self._row_place >= len(rows) or rows[self._row_place].id != row_id:
            found = next((place for place, row in enumerate(rows) if row.id == row_id), None)
            if found is None:
                return None
            self._row_place = found
        return self._row_place

    def _move(self, move: Callable[[History], HistoryChange | None]) -> None:
        if self.is_read_only:
            return
        before = self.draft
        self._apply(before, move(self._history))

    def _apply(self, before: Draft, change: HistoryChange | None) -> None:
        if change is None:
            return
        self._settle(before)
        self.history_changed.emit()
        self._emit_recorded(change)

    def _settle(self, before: Draft) -> None:
        after = self.draft
        is_counted = any(getattr(before, name) is not getattr(after, name) for name in COUNTED)
        if is_counted:
            self._totals = compute(after, self._totals)
        self.draft_changed.emit(before, after)
        if is_counted:
            self.totals_changed.emit(self._totals)
        self._check_pause.start()

    def _emit_recorded(self, change: HistoryChange | None) -> None:
        if change is not None:
            self.change_recorded.emit(self._document_id, change)

    @Slot()
    def _on_check_pause_over(self) -> None:
        from app.services.findings import check

        draft, totals = self.draft, self._totals
        if self._check_job is not None:
            self._check_job.abandon()
            self._check_job = None
        if self._jobs is None or len(draft.rows) <= ROWS_CHECKED_AT_ONCE:
            self._on_checked(check(draft, totals))
            return

        def work(_control: JobControl) -> tuple[Problem, ...]:
            return check(draft, totals)

        self._check_job = self._jobs.run(work, lane="checks").then(self._on_checked)
        self._publish()

    def _on_checked(self, problems: tuple[Problem, ...]) -> None:
        self._check_job = None
        self._checked = problems
        self._publish()

    def _publish(self) -> None:
        unread: list[Problem] = []
        self.entries_asked.emit(unread)
        problems = (*unread, *self._checked)
        if problems != self._problems:
            self._problems = problems
            self.problems_changed.emit(problems)
