"""Carries values between the open draft and the fields that show it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QObject

from app.domain.draft import Draft
from app.ui.draft_store import DraftStore
from app.ui.forms.following import with_followers
from app.ui.forms.fresh import fresh_item
from app.ui.forms.paths import replacing, value_at


class Shown(Protocol):
    """Something that shows the value at one path."""

    path: str

    def show_value(self, value: Any) -> None:
        """The value has changed, here or elsewhere."""
        ...

    def start_over(self, value: Any) -> None:
        """Another document is shown: nothing typed before counts."""
        ...

    def set_read_only(self, read_only: bool) -> None:
        """Whether the document takes no edit."""
        ...


def new_stay() -> str:
    """A mark for one stay in a field: edits of one stay merge into one undo step."""
    return secrets.token_hex(4)


class Binding(QObject):
    """Knows which widget shows which path, and sends each change of the draft to those it concerns."""

    def __init__(self, store: DraftStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._shown: dict[str, list[Shown]] = {}
        self._stay: str | None = None
        self._base = store.draft
        store.draft_changed.connect(self._on_draft_changed)
        store.opened.connect(self._on_opened)

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self.store.draft

    @property
    def paths(self) -> list[str]:
        """Every path that something shows."""
        return list(self._shown)

    def shown_at(self, path: str) -> Shown | None:
        """What shows this path, if it has been built."""
        return next((s for s in self._shown.get(path, ()) if _is_alive(s)), None)

    def attach(self, shown: Shown) -> None:
        """Keep this widget in step with its path from now on."""
        self._shown.setdefault(shown.path, []).append(shown)
        shown.start_over(self.value(shown.path))
        shown.set_read_only(self.store.is_read_only)

    def detach(self, shown: Shown) -> None:
        """Forget this widget."""
        kept = [s for s in self._shown.get(shown.path, ()) if s is not shown]
        if kept:
            self._shown[shown.path] = kept
        else:
            self._shown.pop(shown.path, None)

    def value(self, path: str) -> Any:
        """The value at the path in the draft as it stands."""
        return value_at(self.draft, path)

    def put(self, path: str, value: Any, label: str, stay: str | None = None) -> None:
        """Write the value into the draft, in one step with all edits of the same stay."""
        if stay is None or stay != self._stay:
            self._stay, self._base = stay, self.draft
        changes = with_followers(self._base, path, replacing(self.draft, path, value, fresh_item))
        self.store.edit(label, key=None if stay is None else f"{path}@{stay}", **changes)

    def _each(self) -> Iterator[Shown]:
        for all_here in list(self._shown.values()):
            yield from (s for s in list(all_here) if _is_alive(s))

    def _on_draft_changed(self, before: Draft, after: Draft) -> None:
        changed = {name for name in Draft.model_fields if getattr(before, name) is not getattr(after, name)}
        for path, all_here in list(self._shown.items()):
            if path.partition(".")[0] not in changed:
                continue
            value = value_at(after, path)
            if value == value_at(before, path):
                continue
            for shown in list(all_here):
                if _is_alive(shown):
                    shown.show_value(value)

    def _on_opened(self, _document: object) -> None:
        for shown in self._each():
            shown.start_over(self.value(shown.path))
            shown.set_read_only(self.store.is_read_only)


def _is_alive(shown: Shown) -> bool:
    return not isinstance(shown, QObject) or shiboken6.isValid(shown)
