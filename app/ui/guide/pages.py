"""The pages of the guide: their order, their text, and which one belongs to where one is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.resources import resource
from app.ui.language import QT_TRANSLATE_NOOP, InterfaceLanguage

GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (QT_TRANSLATE_NOOP("Guide", "Begin"), ("install", "first-invoice", "settings")),
    (
        QT_TRANSLATE_NOOP("Guide", "Compose and issue"),
        ("lines", "totals", "issue", "correct", "records"),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Send"),
        ("providers", "review", "outbox", "verdict"),
    ),
    (
        QT_TRANSLATE_NOOP("Guide", "Providers one by one"),
        ("pennylane-v2", "pennylane-v1", "pennylane-supplier", "chargeover", "stripe"),
    ),
    (QT_TRANSLATE_NOOP("Guide", "Receive"), ("suppliers",)),
    (
        QT_TRANSLATE_NOOP("Guide", "Keep and repair"),
        ("updates", "backup", "office", "command-line", "trouble"),
    ),
)
"""The contents: titles of groups, and the names of their pages in order."""

PAGE_NAMES: Final = tuple(name for _title, names in GROUPS for name in names)

PAGE_OF_ROOM: Final[dict[str, str]] = {
    "composer": "first-invoice",
    "grid": "lines",
    "totals": "totals",
    "kept": "correct",
    "drafts": "first-invoice",
    "issued": "issue",
    "bin": "trouble",
    "customers": "records",
    "catalogue": "records",
    "settings": "settings",
    "connections": "providers",
    "outbox": "outbox",
    "to_review": "suppliers",
    "supplier_archive": "suppliers",
}
"""The page that helps in each room and part of the composer; the first page helps everywhere else."""

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_MARKS = re.compile(r"[`*#|]|!?\[|\]\([^)]*\)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Page:
    """One page in one language, as Markdown."""

    name: str
    text: str

    @property
    def title(self) -> str:
        """The heading it begins with."""
        found = _HEADING.search(self.text)
        return found.group(1) if found else self.name

    @property
    def words(self) -> str:
        """Its text without marks, in one line."""
        return _SPACES.sub(" ", _MARKS.sub("", self.text))


def page_path(name: str, language: InterfaceLanguage) -> Path:
    """The file of a page; raises MissingResource when it is not there."""
    return resource(f"guide/{language}/{name}.md")


def load_pages(language: InterfaceLanguage) -> tuple[Page, ...]:
    """Every page in the order of the contents; raises OSError when one cannot be read."""
    return tuple(Page(name, page_path(name, language).read_text("utf-8")) for name in PAGE_NAMES)


def page_for(room: str) -> str:
    """The page that helps in this room."""
    return PAGE_OF_ROOM.get(room, PAGE_NAMES[0])


def matching(pages: tuple[Page, ...], text: str) -> Iterator[Page]:
    """The pages that hold every word, those with them in the title first; accents and case do not count."""
    wanted = folded(text).split()
    in_title = {page.name for page in pages if all(word in folded(page.title) for word in wanted)}
    yield from (page for page in pages if page.name in in_title)
    for page in pages:
        if page.name not in in_title:
            words = folded(page.words)
            if all(word in words for word in wanted):
                yield page


def folded(text: str) -> str:
    """The text without accents and in one case, each sign still at its place."""
    return "".join(_plain(sign) for sign in text)


def _plain(sign: str) -> str:
    base = unicodedata.normalize("NFKD", sign)[0].casefold()
    return base if len(base) == 1 else sign
