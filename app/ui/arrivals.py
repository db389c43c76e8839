"""Draft files that come in: dropped on the window, named at the start, or chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from app.ui.draft_store import ShownDocument
from app.ui.failures import file_text, misfit_text
from app.ui.messages import Message

if TYPE_CHECKING:
    from app.services.workspace import Workspace

translate = QCoreApplication.translate


class Arrived(NamedTuple):
    """What became of some files: the new drafts in their order, and the files that are none."""

    documents: tuple[ShownDocument, ...]
    dropped_number: str
    refused: tuple[tuple[str, Exception], ...]


def taking_in(paths: Sequence[Path]) -> Callable[[Workspace], Arrived]:
    """Keep the draft of each file as a new one; a file that is no draft stops none of the others."""

    def take_in(workspace: Workspace) -> Arrived:
        from app.domain.codec import UnreadableDraft
        from app.services.draft_files import read_draft

        documents: list[ShownDocument] = []
        refused: list[tuple[str, Exception]] = []
        dropped = ""
        for path in paths:
            try:
                draft = read_draft(path)
            except (UnreadableDraft, OSError) as error:
                refused.append((path.name or str(path), error))
                continue
            documents.append(workspace.take_in(draft))
            dropped = draft.number if draft.number != documents[-1].draft.number else ""
        return Arrived(tuple(documents), dropped, tuple(refused))

    return take_in


def is_suppliers(path: Path) -> bool:
    """Whether this is to be reviewed as a supplier's file: by its ending, or a folder of such."""
    from app.services.intake.gathering import DOCUMENTS

    return path.suffix.lower() in DOCUMENTS or path.is_dir()


def arrival_message(arrived: Arrived) -> Message:
    """What to say about it; nothing is taken in without a word."""
    said = _refused_words(arrived)
    count = len(arrived.documents)
    if arrived.dropped_number:
        words = translate(
            "Arrival", "{number} is issued already and stays as it is. Its file goes on here as a new draft."
        )
        said.append(words.format(number=arrived.dropped_number))
    elif count == 1:
        said.append(translate("Arrival", "Opened as a new draft; the file stays as it is."))
    if count > 1:
        words = translate("Arrival", "{count} new drafts; this is the last, the others are in the list.")
        said.append(words.format(count=count))
    return Message(" ".join(said), "warn" if arrived.refused else "notice", "arrival")


def _refused_words(arrived: Arrived) -> list[str]:
    if not arrived.refused:
        return []
    name, error = arrived.refused[0]
    if isinstance(error, OSError):
        words = translate("Arrival", "“{name}” cannot be read: {why}.").format(
            name=name, why=file_text(error)
        )
        said = [words]
    else:
        said = [
            translate("Arrival", "“{name}” is no draft: {why}.").format(name=name, why=_why(error)),
            translate("Arrival", "What can be opened are drafts saved as .json files."),
        ]
    if len(arrived.refused) > 1:
        words = translate("Arrival", "{count} more files could not be opened.")
        said.append(words.format(count=len(arrived.refused) - 1))
    return said


def _why(error: Exception) -> str:
    from app.domain.codec import UnreadableDraft

    return misfit_text(error) if isinstance(error, UnreadableDraft) else str(error)


class FileDrops(QObject):
    """Takes files that are dropped on a window."""

    def __init__(self, window: QWidget, open_paths: Callable[[Sequence[Path]], object]) -> None:
        super().__init__(window)
        self._open_paths = open_paths
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self._open_paths(paths)
                return True
        return super().eventFilter(watched, event)
