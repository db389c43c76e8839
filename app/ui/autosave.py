"""Autosave: every step of every document reaches the store, in order, and nothing is ever dropped.

A document that is not in the store yet (the sample of the first run, or the last one as read from the
snapshot) is bound first: created or opened there. What was typed meanwhile is done again on the stored
history, and recorded with it.
"""

from __future__ import annotations

from collections import deque
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.draft import Draft
from app.services.history import HistoryChange
from app.ui.draft_store import DraftStore, ShownDocument
from app.ui.session import Session
from app.ui.storing import binding, keeping_snapshot, recording

if TYPE_CHECKING:
    pass

SaveState = Literal["sample", "new", "saved", "saving", "waiting"]
"""sample, new: stored with the first edit; saved: all is on disk; saving: on its way; waiting: failed,
tried again soon."""

FIRST_RETRY_MS = 1_000
LONGEST_RETRY_MS = 30_000


class Autosave(QObject):
    """Sends what the document store records to the workspace."""

    state_changed = Signal(str)  # SaveState
    failed = Signal(object)  # Exception; the steps are kept and tried again
    held_up = Signal(object)  # Exception; after `failed`, to whoever waits for everything to be on disk
    idle = Signal()

    def __init__(self, store: DraftStore, session: Session, snapshot_folder: Path) -> None:
        super().__init__()
        self._store = store
        self._session = session
        self.snapshot_folder = snapshot_folder
        self._queue: deque[tuple[str, HistoryChange]] = deque()
        self._copies: deque[Draft] = deque()  # of documents that are not shown, still to be created
        self._in_flight = 0
        self._is_bound = True
        self._is_binding = False
        self._state: SaveState = "saved"
        self._unstored: SaveState = "new"
        self._retry_ms = FIRST_RETRY_MS
        self._retry = QTimer(self, singleShot=True)
        self._connect()

    def _connect(self) -> None:
        self._store.opened.connect(self._on_store_opened)
        self._store.change_recorded.connect(self._on_store_change_recorded)
        self._retry.timeout.connect(self.save_now)

    @property
    def state(self) -> SaveState:
        """What the window may say about the document that is open."""
        return self._state

    @property
    def is_idle(self) -> bool:
        """Whether everything typed so far is on disk."""
        waits = self._queue or self._copies or self._in_flight or self._is_binding
        return not waits and not self.holds_unstored

    @property
    def holds_unstored(self) -> bool:
        """Whether the open document has edits and no place in the store yet."""
        return not self._is_bound and self._store.history.position > 0

    def show_first(self, document: ShownDocument, *, is_sample: bool = False) -> None:
        """Show a document that the store has not given; its findings wait for `check_now`.

        One with an id is bound as soon as the session is open, one without at its first edit.
        """
        self._store.open(document, is_checked=False)
        self._is_bound = False
        self._unstored = "sample" if is_sample else "new"
        self._set_state("saved" if document.id else self._unstored)

    @Slot()
    def save_now(self) -> None:
        """Try to store whatever waits."""
        self._retry.stop()
        if not self._is_bound and (self._store.document_id or self.holds_unstored):
            self._bind()
        self._pump()

    def start_over(self) -> None:
        """Bring the shown document into a store that was put back to an earlier state."""
        if not self._store.document_id:
            self.save_now()
            return
        self._is_bound = False
        self._is_binding = True
        document_id, shown = self._store.document_id, self._store.draft
        self._session.call(binding(document_id, shown)).then(self._on_brought_back, self._on_failed)

    def give_up(self) -> None:
        """Let go of what could not be stored, because the person said so."""
        self._retry.stop()
        self._queue.clear()
        self._copies.clear()
        self._in_flight = 0
        self._is_binding = False
        self._is_bound = True

    def _bind(self) -> None:
        if self._is_binding:
            return
        self._is_binding = True
        if self.holds_unstored:
            self._set_state("saving")
        document_id, base = self._store.document_id, self._base()
        self._session.call(binding(document_id, base)).then(self._on_bound, self._on_failed)

    def _base(self) -> Draft:
        history = self._store.history
        return history.steps[0].before if history.steps else history.draft

    def _on_bound(self, document: ShownDocument) -> None:
        self._is_binding = False
        if self._is_bound:
            return
        self._is_bound = True
        self._store.adopt(document)
        self._session.changed.emit()
        self._pump()

    @Slot(object)
    def _on_store_opened(self, _document: object) -> None:
        self._is_bound = True
        self._set_state("saved" if not self._queue and not self._in_flight else "saving")
        if self._store.document_id and self._session.is_open:
            self._session.call(
                keeping_snapshot(self.snapshot_folder, self._store.draft, self._store.status)
            ).then(None, self._on_snapshot_failed)

    @Slot(str, object)
    def _on_store_change_recorded(self, document_id: str, change: HistoryChange) -> None:
        if not self._is_bound:
            self.save_now()
            return
        self._queue.append((document_id, change))
        self._pump()

    def _pump(self) -> None:
        """Send all waiting steps of one document in one transaction."""
        if self._in_flight:
            return
        if not self._queue:
            if self._copies:
                self._create_copy()
            else:
                self._settle()
            return
        document_id = self._queue[0][0]
        batch: list[HistoryChange] = []
        for owner, change in self._queue:
            if owner != document_id:
                break
            batch.append(change)
        self._in_flight = len(batch)
        self._set_state("saving")
        shown = self._store.draft if document_id == self._store.document_id else None
        self._session.call(
            recording(document_id, tuple(batch), self.snapshot_folder, shown, self._store.status)
        ).then(self._on_recorded, self._on_failed)

    def _on_recorded(self, moment: datetime) -> None:
        for _ in range(min(self._in_flight, len(self._queue))):
            self._queue.popleft()
        self._in_flight = 0
        self._retry_ms = FIRST_RETRY_MS
        self._store.saved.emit(moment)
        self._session.changed.emit()
        self._pump()

    def _on_failed(self, error: Exception) -> None:
        from app.services.workspace import NoSuchDocument, NotADraft, StaleDocument

        if isinstance(error, StaleDocument | NotADraft | NoSuchDocument) and self._queue:
            self._go_on_as_copy(error)
            return
        self._in_flight = 0
        self._is_binding = False
        if self._queue or self._copies or self.holds_unstored:
            self._set_state("waiting")
        self._retry.start(self._retry_ms)
        self._retry_ms = min(self._retry_ms * 2, LONGEST_RETRY_MS)
        self.failed.emit(error)
        self.held_up.emit(error)

    def _go_on_as_copy(self, error: Exception) -> None:
        """Another window changed, issued or removed the draft: ours goes on as a document of its own."""
        document_id = self._queue[0][0]
        ours = next(change for owner, change in reversed(self._queue) if owner == document_id).draft
        self._queue = deque(each for each in self._queue if each[0] != document_id)
        self._in_flight = 0
        if document_id == self._store.document_id and not self._store.is_read_only:
            self._store.detach()
            self._is_bound = False
            self._unstored = "new"
            self._bind()
        else:
            self._copies.append(ours.edited(id=""))
            self._pump()
        self.failed.emit(error)

    def _create_copy(self) -> None:
        copy = self._copies[0]
        self._in_flight = 1
        self._set_state("saving")
        self._session.call(lambda workspace: workspace.create(copy)).then(self._on_copied, self._on_failed)

    def _on_copied(self, _document: ShownDocument) -> None:
        if self._copies:
            self._copies.popleft()
        self._in_flight = 0
        self._session.changed.emit()
        self._pump()

    def _on_brought_back(self, document: ShownDocument) -> None:
        """The stored state is shown, and what was shown comes on top of it as one more step."""
        shown, was_shown = self._store.draft, self._store.document_id
        self._queue = deque(each for each in self._queue if each[0] != was_shown)
        self._is_binding = False
        self._store.open(document)
        if not self._store.is_read_only:
            self._store.replace(self.tr("What was shown before"), shown.edited(id=document.draft.id))
        self._session.changed.emit()
        self._pump()

    def _on_snapshot_failed(self, _error: Exception) -> None:
        """The snapshot only makes the next start quicker."""

    def _settle(self) -> None:
        if self.is_idle:
            is_unstored = not self._is_bound and not self._store.document_id
            self._set_state(self._unstored if is_unstored else "saved")
            self.idle.emit()

    def _set_state(self, state: SaveState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)
