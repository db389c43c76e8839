"""Suppliers' files as the window uses them: taken in, read and shown in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.ui.intake.retrying import AnswerKeeper, Retrying
from app.ui.jobs import Job, JobControl, Jobs
from app.ui.session import Session

if TYPE_CHECKING:
    from app.services.intake.desk import IntakeDesk
    from app.services.intake.opening import IntakeAccess
    from app.services.intake.problems import NotTaken
    from app.services.intake.watching import FolderWatch

T = TypeVar("T")

ASK_LANE = "intake"
TAKE_LANE = "intake-take"
READ_LANE = "intake-read"
SHOW_LANE = "intake-show"
WATCH_MS = 2_000


TELL_AGAIN_S = 0.25


class TakenIn(NamedTuple):
    """What became of files that came: how many rows there are of them, and which were not taken.

    `left` were not tried, since the store takes nothing now, as `problem` says.
    """

    rows: int
    refused: tuple[NotTaken, ...]
    left: tuple[Path, ...] = ()
    problem: Exception | None = None


class SupplierDesk(QObject):
    """One for each seat. Taking in and answers go one after another; reading and showing beside them."""

    changed = Signal()  # the queue or the archive is not what it was
    was_read = Signal(object)  # Document that has just been read
    reading_changed = Signal(int, int)  # how many are read of how many; 0, 0 when all is done
    taken_in = Signal(object)  # TakenIn
    learned = Signal(int)  # how many documents read otherwise since
    failed = Signal(object)  # Exception of what nobody in particular asked for
    recovered = Signal()  # what the store had not taken is kept now
    came = Signal(str)  # the id of the first file of those a person has just brought
    _arrived = Signal(object)  # Document, from the thread that reads
    _kept = Signal(str)  # the id of the first file, once; from the thread that takes in

    def __init__(self, jobs: Jobs, session: Session, open_access: Callable[[], IntakeAccess]) -> None:
        super().__init__()
        self._jobs = jobs
        self._open_access = open_access
        self._access: IntakeAccess | None = None
        self._reading: Job | None = None
        self._has_more = False
        self._is_warm = False
        self._coming: list[Job] = []
        self._watch: FolderWatch | None = None
        self._looking: Job | None = None
        self._look_again = QTimer(self, interval=WATCH_MS)
        self._look_again.timeout.connect(self._look)
        self.retrying = Retrying(self)
        self.retrying.failed.connect(self.failed)
        self.retrying.recovered.connect(self.recovered)
        self.answers = AnswerKeeper(self.ask, self.retrying)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._kept.connect(self._on_kept, Qt.ConnectionType.QueuedConnection)
        session.opened.connect(self.begin)
        session.let_go_with(self._let_go)

    @property
    def is_reading(self) -> bool:
        """Whether files are being read now."""
        return self._reading is not None

    def ask(self, work: Callable[[IntakeDesk], T]) -> Job:
        """Run quick `work` after everything asked before."""
        return self._jobs.run(lambda _control: self._with(work), lane=ASK_LANE)

    def show_for(self, work: Callable[[IntakeDesk], T]) -> Job:
        """Run `work` that opens a file to show it."""
        return self._jobs.run(lambda _control: self._with(work), lane=SHOW_LANE)

    def take_in(self, paths: Sequence[Path], *, is_asked_for: bool = True) -> Job:
        """Keep these files, and those in these folders, and read them; the first ones while the rest comes.

        `is_asked_for`: a person brought them, and wants to see them.
        """

        def tell(first: str) -> None:
            self._kept.emit(first if is_asked_for else "")

        def work(control: JobControl) -> TakenIn:
            return self._with(lambda desk: _taking_in(desk, paths, control, tell))

        return self._taking(work, lambda: self.take_in(paths, is_asked_for=is_asked_for))

    def take_in_content(self, name: str, content: bytes) -> Job:
        """Keep a file that is in our hands, then read it."""

        def work(_control: JobControl) -> TakenIn:
            files = self._with(lambda desk: desk.take_in_content(name, content))
            self._kept.emit(files[0].id if files else "")
            return TakenIn(len(files), ())

        return self._taking(work, lambda: self.take_in_content(name, content))

    def warm_up(self) -> None:
        """Have the process that reads ready before the first file comes."""
        if not self._is_warm:
            self._is_warm = True
            self._jobs.run(lambda _control: self._with(lambda desk: desk.start()), lane=READ_LANE).then(
                None, self.failed.emit
            )

    def begin(self) -> None:
        """Go on with what was not read when the program ended last."""
        self.changed.emit()
        self.read()

    def read(self) -> None:
        """Read what has not been read; asked again meanwhile, it looks once more."""
        if self._reading is not None:
            self._has_more = True
            return

        def work(control: JobControl) -> None:
            self._with(lambda desk: _read_all(desk, control, self._arrived.emit))

        self._reading = self._jobs.run(work, lane=READ_LANE)
        self._reading.progressed.connect(self._on_progressed)
        self._reading.then(self._on_read, self._on_not_read)

    def read_with(self, file_id: str, password: str) -> None:
        """Read a protected file with its password."""

        def work(control: JobControl) -> object:
            return self._with(lambda desk: desk.read(file_id, password=password, cancel=control))

        self._jobs.run(work, lane=READ_LANE).then(self._on_read_again, self.failed.emit)

    def learn(self, file_id: str) -> None:
        """Learn from an accepted document; others of that supplier are read anew."""
        self._learn(file_id)

    def _learn(self, file_id: str) -> Job:
        failed = _PutOff(self.retrying, lambda: self._learn(file_id))
        job = self._jobs.run(lambda _control: self._with(lambda desk: desk.learn(file_id)), lane=READ_LANE)
        return job.then(self._on_learned, failed.put_off)

    def read_again(self) -> None:
        """Read what nobody has touched anew, since what was learned was corrected."""
        job = self._jobs.run(lambda _control: self._with(lambda desk: desk.read_again()), lane=READ_LANE)
        job.then(self._on_read_anew, self.failed.emit)

    def stop_reading(self) -> None:
        """Leave the rest unread for now."""
        self._has_more = False
        if self._reading is not None:
            self._reading.cancel()

    def watch(self, folder: Path | None) -> None:
        """Take in by itself what comes into this folder from now on; None: nothing any more."""
        self._look_again.stop()
        self._watch = None
        if folder is not None:
            from app.services.intake.watching import FolderWatch

            self._watch = FolderWatch(folder)
            self._look_again.start()
            self._look()

    def _look(self) -> None:
        watch = self._watch
        if watch is None or self._looking is not None:
            return
        self._looking = self._jobs.run(lambda _control: watch.look(), lane=ASK_LANE)
        self._looking.then(self._on_looked, self._on_not_looked)

    def _on_looked(self, ripe: Sequence[Path]) -> None:
        self._looking = None
        if ripe:
            self.take_in(ripe, is_asked_for=False)

    def _on_not_looked(self, _error: Exception) -> None:
        """The folder is not there now; it may come back, as network folders do."""
        self._looking = None

    def _taking(self, work: Callable[[JobControl], TakenIn], again: Callable[[], Job]) -> Job:
        self.warm_up()
        failed = _PutOff(self.retrying, again)
        job = self._jobs.run(work, lane=TAKE_LANE).then(self._on_taken, failed.put_off)
        self._coming = [*(each for each in self._coming if not each.is_finished), job]
        return job

    def _on_taken(self, taken: TakenIn) -> None:
        self.taken_in.emit(taken)
        left, problem = taken.left, taken.problem
        if problem is not None:
            self.retrying.put_off(problem, lambda: self.take_in(left, is_asked_for=False))
        if taken.rows:
            self.changed.emit()
            self.read()

    def _on_kept(self, first: str) -> None:
        if first:
            self.came.emit(first)
        self.changed.emit()
        self.read()

    def _on_arrived(self, document: object) -> None:
        self.was_read.emit(document)

    def _on_read_again(self, document: object) -> None:
        if document is not None:
            self.was_read.emit(document)

    def _on_read_anew(self, fresh: Sequence[object]) -> None:
        for document in fresh:
            self.was_read.emit(document)

    def _on_learned(self, fresh: Sequence[object]) -> None:
        for document in fresh:
            self.was_read.emit(document)
        if fresh:
            self.learned.emit(len(fresh))

    def _on_progressed(self, done: int, total: int, _text: str) -> None:
        self.reading_changed.emit(done, total)

    def _on_read(self, _nothing: None) -> None:
        self._end_reading()
        if self._has_more:
            self._has_more = False
            self.read()

    def _on_not_read(self, error: Exception) -> None:
        from app.services.intake import ReadingCancelled
        from app.ui.jobs import JobCancelled

        self._end_reading()
        if not isinstance(error, ReadingCancelled | JobCancelled):
            self.retrying.put_off(error, self._read_on)

    def _read_on(self) -> Job | None:
        self.read()
        return self._reading

    def _end_reading(self) -> None:
        self._reading = None
        self.reading_changed.emit(0, 0)
        self.changed.emit()

    def _with(self, work: Callable[[IntakeDesk], T]) -> T:
        """Run in a worker thread."""
        with self._held_access().use() as desk:
            return work(desk)

    def _held_access(self) -> IntakeAccess:
        if self._access is None:
            self._access = self._open_access()
        return self._access

    def _let_go(self) -> None:
        """Run in the store's thread, before the store is closed."""
        reading = self._reading
        for job in (*self._coming, *((reading,) if reading is not None else ())):
            job.cancel()
        if self._access is not None:
            self._access.let_go()


def _taking_in(
    desk: IntakeDesk, paths: Sequence[Path], control: JobControl, tell: Callable[[str], object]
) -> TakenIn:
    """Keep them one by one. The first is told at once, the others now and then, so that rows appear."""
    from app.services.intake import NotTaken
    from app.services.intake.gathering import gathered
    from app.services.workspace import StoreProblem

    count = 0
    refused = []
    told_at = 0.0
    files = gathered(paths)
    for done, path in enumerate(files, 1):
        control.stop_if_cancelled()
        try:
            kept = desk.take_in(path)
        except NotTaken as reason:
            refused.append(reason)
            kept = []
        except StoreProblem as problem:
            return TakenIn(count, tuple(refused), tuple(files[done - 1 :]), problem)
        if kept and (not count or monotonic() - told_at > TELL_AGAIN_S):
            tell("" if count else kept[0].id)
            told_at = monotonic()
        count += len(kept)
        control.progress(done, len(files))
    return TakenIn(count, tuple(refused))


def _read_all(desk: IntakeDesk, control: JobControl, tell: Callable[[object], object]) -> None:
    seen: set[str] = set()
    while unread := [file for file in desk.unread() if file.id not in seen]:
        total = len(seen) + len(unread)
        for file in unread:
            control.stop_if_cancelled()
            control.progress(len(seen), total)
            seen.add(file.id)
            document = desk.read(file.id, cancel=control)
            if document is not None:
                tell(document)


class _PutOff:
    """What a job calls when it fails, with what is to be done then."""

    def __init__(self, retrying: Retrying, again: Callable[[], Job]) -> None:
        self._retrying, self._again = retrying, again

    def put_off(self, error: Exception) -> None:
        self._retrying.put_off(error, self._again)
