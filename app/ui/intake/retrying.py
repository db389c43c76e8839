"""What the store did not take, tried again by itself until it does; answers of a person above all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from app.services.intake import Answer
    from app.services.intake.documents import Document
    from app.ui.jobs import Job

AGAIN_MS: Final = 3_000

Ask = Callable[[Callable[..., object]], "Job"]


class Retrying(QObject):
    """Says once that something waits, and once that all of it is kept."""

    failed = Signal(object)  # Exception
    recovered = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], Job | None]] = []
        self._running = 0
        self._is_told = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.try_again)

    def put_off(self, error: Exception, again: Callable[[], Job | None]) -> None:
        """Tell the error; if it is of the store, do `again` after a while, and tell it only once."""
        from app.services.workspace import StoreProblem

        if not isinstance(error, StoreProblem):
            self.failed.emit(error)
            return
        self._waiting.append(again)
        self._again.start()
        if not self._is_told:
            self._is_told = True
            self.failed.emit(error)

    def try_again(self) -> None:
        """Do now what waits."""
        self._again.stop()
        waiting, self._waiting = self._waiting, []
        for again in waiting:
            job = again()
            if job is not None and not job.is_finished:
                self._running += 1
                job.finished.connect(self._on_finished)

    def _on_finished(self, _outcome: object) -> None:
        self._running -= 1
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self._is_told and not self._waiting and not self._running:
            self._is_told = False
            self.recovered.emit()


class AnswerKeeper(QObject):
    """Keeps what a person says of documents, and knows it meanwhile."""

    kept = Signal(object)  # Document

    def __init__(self, ask: Ask, retrying: Retrying) -> None:
        super().__init__(retrying)
        self._ask = ask
        self._retrying = retrying
        self._unkept: dict[str, Answer] = {}
        self._keeping: list[_Keeping] = []

    def keep(self, file_id: str, answer: Answer) -> Job:
        """Keep it; until then, `told` says it."""
        self._unkept[file_id] = answer
        keeping = _Keeping(self, file_id, answer)
        self._keeping.append(keeping)
        return self._ask(lambda desk: desk.answer(file_id, answer)).then(keeping.done, keeping.failed)

    def drop(self, file_id: str) -> None:
        """It was kept another way."""
        self._unkept.pop(file_id, None)

    def told(self, document: Document) -> Document:
        """The document with what was said of it and is not kept yet."""
        answer = self._unkept.get(document.id)
        return document if answer is None else replace(document, answer=answer)

    def end(self, keeping: _Keeping, error: Exception | None, document: Document | None) -> None:
        """One try has ended; an answer that a newer one has replaced does not matter any more."""
        self._keeping.remove(keeping)
        file_id, answer = keeping.file_id, keeping.answer
        if self._unkept.get(file_id) is not answer:
            return
        if error is not None:
            self._retrying.put_off(error, lambda: self._once_more(file_id))
            return
        self.drop(file_id)
        if document is not None:
            self.kept.emit(document)

    def _once_more(self, file_id: str) -> Job | None:
        answer = self._unkept.get(file_id)
        return self.keep(file_id, answer) if answer is not None else None


class _Keeping:
    def __init__(self, keeper: AnswerKeeper, file_id: str, answer: Answer) -> None:
        self._keeper = keeper
        self.file_id = file_id
        self.answer = answer

    def done(self, document: Document | None) -> None:
        self._keeper.end(self, None, document)

    def failed(self, error: Exception) -> None:
        self._keeper.end(self, error, None)
