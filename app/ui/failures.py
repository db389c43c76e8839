"""What went wrong, in the interface's language: what, what it means for the work, what now."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.formats import date_text, money_text
from app.ui.language import wording_language

if TYPE_CHECKING:
    from app.domain.codec import UnreadableDraft

translate = QCoreApplication.translate


def failure_text(error: Exception) -> str:
    """One or two calm sentences for an error that is not the person's fault, or that they can mend."""
    from app.domain.codec import UnreadableDraft
    from app.services import workspace
    from app.services.settings import SettingsNotKept

    if isinstance(error, workspace.StoreProblem):
        return _store_text(error)
    if isinstance(error, UnreadableDraft):
        return translate("Failure", "This file is no draft: {why}.").format(why=misfit_text(error))
    if isinstance(error, SettingsNotKept):
        return translate(
            "Failure",
            "Your choice holds until you close Factotum, but the settings file could not be written: {why}.",
        ).format(why=file_text(error))
    if isinstance(error, OSError):
        return translate(
            "Failure", "The file could not be read or written: {why}. Try another place."
        ).format(why=file_text(error))
    return translate("Failure", "That did not work: {why}").format(why=str(error) or type(error).__name__)


def failure_details(error: Exception) -> str:
    """What a person who helps would want to read; no secrets, no contents of documents."""
    detail = getattr(error, "detail", "")
    return "\n".join(part for part in (f"{type(error).__name__}: {error}", str(detail)) if part)


def _store_text(error: Exception) -> str:
    from app.services import workspace

    if isinstance(error, workspace.StoreFull):
        return translate(
            "Failure", "The disk is full. Nothing is lost: free some space, and the rest is saved by itself."
        )
    if isinstance(error, workspace.StoreReadOnly):
        return translate(
            "Failure",
            "The folder of your documents cannot be written. Nothing is lost while this window is open: "
            "allow writing there, and the rest is saved by itself.",
        )
    if isinstance(error, workspace.StoreBusy):
        return translate(
            "Failure",
            "Another program holds the documents. What you type is kept and saved when they are free.",
        )
    if isinstance(error, workspace.StaleDocument):
        return translate(
            "Failure", "Another window has changed this document. Both are kept: yours goes on as a copy."
        )
    if isinstance(error, workspace.NotADraft):
        return translate(
            "Failure",
            "Another window has issued this document, and that one stays as it is. "
            "Yours goes on as a copy, without a number.",
        )
    if isinstance(error, workspace.NoSuchDocument):
        return translate(
            "Failure", "This document is no longer in the store. What you typed in it is kept as a new draft."
        )
    if isinstance(error, workspace.DocumentNewer):
        card = error.card
        parts = (
            card.number,
            date_text(card.issue_date),
            card.buyer_name,
            money_text(card.payable, card.currency),
        )
        return translate(
            "Failure",
            "A newer version of Factotum wrote this document, and this one cannot show it: {document}. "
            "Install that version to open it; “Export everything” writes it out as it is kept.",
        ).format(document=" · ".join(part for part in parts if part))
    if isinstance(error, workspace.NotBroughtUpToDate):
        return translate(
            "Failure",
            "An older version of Factotum wrote these documents. They are not brought up to date, for the "
            "backup before that cannot be written. Nothing was changed: free some space or allow writing in "
            "their folder, and start Factotum again.",
        )
    if isinstance(error, workspace.NotBackedUp):
        return translate(
            "Failure",
            "The backup cannot be written. Your documents are as they were: free some space, or allow "
            "writing in their folder.",
        )
    if isinstance(error, workspace.NotRestored):
        return translate(
            "Failure",
            "The backup could not be put in place, and nothing was deleted. Free some space, close the other "
            "windows of Factotum and try again.",
        )
    if isinstance(error, workspace.StoreNewer):
        return translate(
            "Failure",
            "These documents were written by a newer version of Factotum. Install that version to open them.",
        )
    if isinstance(error, workspace.PageDamaged):
        return translate(
            "Failure",
            "The kept page of this document is damaged, so it is not handed out. Take it from a backup, or "
            "from wherever you sent it.",
        )
    if isinstance(error, workspace.StoreDamaged):
        return translate("Failure", "The file of your documents is damaged and was left as it is.")
    if isinstance(error, workspace.NotExported):
        cause = error.__cause__
        return translate(
            "Failure", "The export could not be finished: {why}. Your documents are untouched."
        ).format(why=file_text(cause) if isinstance(cause, OSError) else error.detail)
    if isinstance(error, workspace.StoreProblem):
        return " ".join(part for part in (error.summary, error.way_out) if part)
    return str(error)


def file_text(error: OSError) -> str:
    """Why a file was not read or written, as the end of a sentence."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return translate("Failure", "there is no room left")
    if error.errno in (errno.EACCES, errno.EPERM):
        return translate("Failure", "you may not use that place")
    if error.errno == errno.EROFS:
        return translate("Failure", "that place is read-only")
    if error.errno == errno.ENOENT:
        return translate("Failure", "it is not there")
    if error.errno in (errno.EISDIR, errno.ENOTDIR):
        return translate("Failure", "it is no file")
    return error.strerror or type(error).__name__


def misfit_text(unreadable: UnreadableDraft) -> str:
    """In what way a file is no draft, as the end of a sentence."""
    from app.services.wording_misfits import unreadable_reason

    return unreadable_reason(unreadable, wording_language())
