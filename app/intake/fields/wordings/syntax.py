"""The way wordings are written, so that a person can read and extend them, and how they are searched.

One wording a line, in folded text (small letters, no accents). A line that begins with `#` is a remark.
In a wording

    (de)   may be missing
    *      stands for any letters
    ...    stands for anything between
    -      is a dash, a space or nothing
    .      may be missing
    ^  $   are the beginning and the end of the text, a colon apart
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

_PARTS: Final = re.compile(r"\.\.\.|(?P<before> ?)\((?P<optional>[^)]*)\)(?P<after> ?)|.")


class Label(NamedTuple):
    """Wordings that weigh the same: 3 says what it is beyond doubt, 1 is a hint, below 0 that it is not.

    They do not count in a text that holds one of `unless`.
    """

    pattern: re.Pattern[str]
    weight: float
    unless: re.Pattern[str] | None = None

    def is_in(self, text: str) -> bool:
        """Whether this folded text holds one of them."""
        if self.pattern.search(text) is None:
            return False
        return self.unless is None or self.unless.search(text) is None


def says(weight: float, wordings: str, *, unless: str = "", unless_after: str = "") -> Label:
    """A label of these wordings, which do not count beside `unless`, nor with `unless_after` behind them."""
    ending = f"(?!.*{alternatives(unless_after)})" if unless_after else ""
    return Label(re.compile(alternatives(wordings) + ending), weight, pattern_of(unless) if unless else None)


def pattern_of(wordings: str) -> re.Pattern[str]:
    """Finds any of the wordings."""
    return re.compile(alternatives(wordings))


def alternatives(wordings: str) -> str:
    """The wordings as one regular expression, whole words only, the longest first."""
    kinds: dict[tuple[bool, bool], list[str]] = {}
    for wording in sorted(lines(wordings), key=len, reverse=True):
        anchors = wording.startswith("^"), wording.endswith("$")
        kinds.setdefault(anchors, []).append(wording.removeprefix("^").removesuffix("$"))
    return any_of(_bounded(some, *anchors) for anchors, some in kinds.items())


def lines(text: str) -> list[str]:
    """The lines that are no remarks."""
    stripped = (line.strip() for line in text.splitlines())
    return [line for line in stripped if line and not line.startswith("#")]


def any_of(words: Iterable[str]) -> str:
    """One of these, given as regular expressions, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def _bounded(wordings: Iterable[str], starts: bool, ends: bool) -> str:
    body = "(?:" + "|".join(_expression(wording) for wording in wordings) + ")"
    return ("^" if starts else r"(?<!\w)") + body + (r"\s?[:.]?\s*$" if ends else r"(?!\w)")


def _expression(wording: str) -> str:
    built = []
    for part in _PARTS.finditer(wording):
        text = part.group()
        if part["optional"] is not None:
            before, after, inner = part["before"], part["after"], _expression(part["optional"])
            built.append(f"{before}(?:{inner} )?" if after else f"(?:{before}{inner})?")
        elif text == "...":
            built.append(".*")
        elif text == "*":
            built.append(r"\w*")
        elif text == "-":
            built.append("[ -]?")
        elif text == ".":
            built.append(r"\.?")
        elif text == " ":
            built.append("[ -]")
        else:
            built.append(re.escape(text))
    return "".join(built)
