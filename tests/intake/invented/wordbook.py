"""The words of one language's invoices, in two halves: those to work with, and those kept apart."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Final

FOLDER: Final = Path(__file__).parent / "words"
LANGUAGES: Final = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


class Wordbook:
    """Draws words of a language: of the even places of each list, or of the odd ones if `fresh`."""

    def __init__(self, language: str, rng: Random, *, fresh: bool) -> None:
        self._lists = _lists(language)
        self._rng = rng
        self._fresh = fresh

    def all(self, key: str) -> tuple[str, ...]:
        """The half of the list that may be used."""
        words = self._lists[key]
        return words[self._fresh :: 2] or words

    def one(self, key: str, **values: object) -> str:
        """Any of them, with these values put in."""
        return self._rng.choice(self.all(key)).format(**values)

    def long_date(self, day: int, month: int, year: int) -> str:
        """The day in words, as in 3 March 2026."""
        name = self._lists["months"][0].split()[month - 1]
        return self.one("long_date", d=day, month=name, mon=name[:3], y=year)


@cache
def _lists(language: str) -> dict[str, tuple[str, ...]]:
    text = (FOLDER / f"{language}.txt").read_text(encoding="utf-8")
    pairs = (line.split(":", 1) for line in text.splitlines())
    return {key: tuple(word.strip() for word in words.split(" | ")) for key, words in pairs}
