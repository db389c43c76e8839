"""Suppliers' files that come in by the clipboard or a dialog."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.intake.gathering import DOCUMENTS
from app.services.intake.problems import NotTaken
from app.services.wording_intake import remark_text
from app.ui.intake.desk import SupplierDesk, TakenIn
from app.ui.language import wording_language
from app.ui.messages import Message

translate = QCoreApplication.translate
MOST_TOLD = 3


def pasted_paths(names: Iterable[str]) -> list[Path]:
    """The files of these names."""
    return [Path(name) for name in names]


def ask_files(desk: SupplierDesk, parent: QWidget) -> None:
    """Choose files to add."""
    endings = " ".join(f"*{ending}" for ending in sorted(DOCUMENTS))
    kinds = translate("Intake", "Documents ({endings});;All files (*)").format(endings=endings)
    names, _ = QFileDialog.getOpenFileNames(parent, translate("Intake", "Add suppliers’ files"), "", kinds)
    if names:
        desk.take_in(pasted_paths(names))


def paste(desk: SupplierDesk) -> None:
    """Add what the clipboard holds: files, or a picture."""
    paths, content = pasted_content()
    if paths:
        desk.take_in(paths)
    elif content:
        desk.take_in_content(translate("Intake", "Pasted picture") + ".png", content)


def pasted_content() -> tuple[list[Path], bytes]:
    """The files on the clipboard, or the picture there as PNG."""
    held = QGuiApplication.clipboard().mimeData()
    if held is None:
        return [], b""
    paths = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
    if paths or not held.hasImage():
        return paths, b""
    into = QByteArray()
    buffer = QBuffer(into)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QGuiApplication.clipboard().image()
    return [], bytes(into.data()) if image.save(buffer, "PNG") else b""  # type: ignore[call-overload]


def taken_message(taken: TakenIn) -> Message | None:
    """What to say of files that came; None when all were taken in, since each has its row then."""
    if not taken.refused:
        return None
    said = [_refusal(each) for each in taken.refused[:MOST_TOLD]]
    more = len(taken.refused) - MOST_TOLD
    if more > 0:
        said.append(translate("Intake", "{count} more files were not taken in.").format(count=more))
    return Message(" ".join(said), "warn", "intake arrival", stays=True)


def _refusal(refused: NotTaken) -> str:
    told = " ".join(part for part in remark_text(refused.remark, wording_language()) if part)
    return translate("Intake", "“{name}” was not taken in. {why}").format(name=refused.name, why=told)
