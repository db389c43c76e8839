"""What went wrong, in the interface's language: what, what it means for the work, what now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def failure_text(error: Exception) -> str:
    """One or two calm sentences for an error that is not the person's fault, or that they can mend."""
    from app.domain.codec import UnreadableDraft
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
            "Failure",
            "Another window changed this draft too. Both are kept: yours goes on here as a copy.",
        )
    if isinstance(error, workspace.StoreNewer):
        return translate(
            "Failure",
            "These documents were written by a newer version of Factotum. Install that version to open them.",
        )
    if isinstance(error, workspace.StoreDamaged):
        return translate(
            "Failure",
            "The file of your documents is damaged and was left as it is. "
            "Close Factotum and put a backup in its place.",
        )
    if isinstance(error, workspace.NoSuchDocument):
        return translate("Failure", "This document is not there any more. Look in the bin.")
    if isinstance(error, workspace.StoreProblem):
        return " ".join(part for part in (error.summary, error.way_out) if part)
    if isinstance(error, UnreadableDraft):
        return translate("Failure", "This file is no draft that can be opened: {why}").format(
            why=error.summary
        )
    if isinstance(error, OSError):
        why = error.strerror or str(error)
        return translate(
            "Failure", "The file could not be read or written: {why}. Try another place."
        ).format(why=why)
    return translate("Failure", "That did not work: {why}").format(why=str(error) or type(error).__name__)


def failure_details(error: Exception) -> str:
    """What a person who helps would want to read; no secrets, no contents of documents."""
    detail = getattr(error, "detail", "")
    return "\n".join(part for part in (f"{type(error).__name__}: {error}", str(detail)) if part)
