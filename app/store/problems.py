"""What can be wrong with the store itself, told to the user: what happened, what it means, what now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class StoreProblem(Exception):
    """The store could not be opened, read or written; nothing was lost."""

    def __init__(self, summary: str, detail: str = "", way_out: str = "") -> None:
        super().__init__(summary)
        self.summary = summary
        self.detail = detail
        self.way_out = way_out

    def __str__(self) -> str:
        return "\n".join(part for part in (self.summary, self.detail, self.way_out) if part)


class StoreBusy(StoreProblem):
    """Another window or program holds the database; worth trying again."""


class StoreFull(StoreProblem):
    """There is no room left on the disk; worth trying again once there is."""


class StoreReadOnly(StoreProblem):
    """The database may be read but not written."""


class StoreDamaged(StoreProblem):
    """The database file is damaged; `backups` are the good ones, newest first."""

    def __init__(
        self, summary: str, detail: str = "", way_out: str = "", backups: Sequence[Any] = ()
    ) -> None:
        super().__init__(summary, detail, way_out)
        self.backups = tuple(backups)


class NotBackedUp(StoreProblem):
    """A copy of the database could not be written; the database itself is as it was."""


class NotBroughtUpToDate(StoreProblem):
    """An older database is not migrated, because the backup before that failed; it is as it was."""


class NotRestored(StoreProblem):
    """A backup could not be put in place; the database is as it was."""


class PageDamaged(StoreDamaged):
    """The kept page of one document is not what was issued; everything else may be well."""


class StoreNewer(StoreProblem):
    """A newer version of the program wrote this database."""


class DocumentNewer(StoreProblem):
    """A newer version wrote this document, and only that can show it; `card` is what its list shows."""

    def __init__(self, summary: str, detail: str, way_out: str, card: Any) -> None:
        super().__init__(summary, detail, way_out)
        self.card = card


class NoSuchDocument(StoreProblem):
    """The document is not (or no longer) in the store."""


class NotADraft(StoreProblem):
    """The operation is for drafts, and this document is issued."""


class StaleDocument(StoreProblem):
    """Another window changed the draft since; `current` is how it stands now."""

    def __init__(self, summary: str, detail: str, way_out: str, current: Any) -> None:
        super().__init__(summary, detail, way_out)
        self.current = current


class NotExported(StoreProblem):
    """The folder did not take the export; `detail` is the system's reason."""


class CannotIssue(StoreProblem):
    """The document is not ready to be issued; `problems` say what is missing and where."""

    def __init__(self, problems: Sequence[Any], detail: str = "") -> None:
        super().__init__(
            "The document cannot be issued yet.", detail, "Correct what is listed and issue it again."
        )
        self.problems = tuple(problems)
