"""Filling lines with units of text, first fit; lengths are in thousandths of the type size."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from app.documents.text.breaks import SOFT_HYPHEN, ZERO_WIDTH_SPACE, units
from app.documents.text.clusters import cluster_starts
from app.documents.text.line import TextLine


def wrap_simple(
    text: str, limit: float, width: Callable[[str], int], widths: Mapping[str, int]
) -> Iterator[str]:
    """The lines of one paragraph of simple characters, soft hyphens and zero-width spaces.

    Spaces at the end of a line are left out; a soft hyphen stays where a line ends with it.
    """
    line: list[str] = []
    used = gap_width = 0
    gap = ""
    for unit, tail in units(text):
        unit_width = width(unit)
        hyphen = widths[SOFT_HYPHEN] if tail == SOFT_HYPHEN else 0
        if used and used + gap_width + unit_width + hyphen > limit:
            if gap == SOFT_HYPHEN and used + widths[SOFT_HYPHEN] <= limit:
                line.append(SOFT_HYPHEN)
            yield "".join(line)
            line, used = [], 0
        elif gap_width and (used or gap_width + unit_width <= limit):
            line.append(gap)
            used += gap_width
        if unit_width > limit:
            *full, unit = _cut(unit, limit, widths)
            yield from full
            unit_width = width(unit)
        line.append(unit)
        used += unit_width
        gap = tail
        gap_width = 0 if tail in ("", SOFT_HYPHEN, ZERO_WIDTH_SPACE) else width(tail)
    yield "".join(line)


def _cut(word: str, limit: float, widths: Mapping[str, int]) -> list[str]:
    """A word wider than the line in pieces that fit; a character wider than the line stands alone."""
    parts: list[str] = []
    start = used = 0
    for position, char in enumerate(word):
        width = widths[char]
        if used + width > limit and position > start:
            parts.append(word[start:position])
            start, used = position, 0
        used += width
    parts.append(word[start:])
    return parts


def wrap_shaped(
    text: str,
    limit: float,
    advances: Sequence[int],
    limit_pt: float,
    set_part: Callable[[int, int], TextLine],
) -> Iterator[TextLine]:
    """The lines of one paragraph that needs shaping.

    `advances` are the widths of the paragraph set in one line. A part set alone may be wider or narrower, so
    each line that `set_part(start, end)` makes is measured against `limit_pt` and shortened if need be.
    """
    reach = [0, *accumulate(advances)]
    clusters = [*cluster_starts(text), len(text)]
    breaks, solid = _break_positions(text, frozenset(clusters))
    start = 0
    while start < len(text):
        furthest = bisect_right(reach, reach[start] + limit) - 1
        index = bisect_right(solid, furthest) - 1
        if index >= 0 and breaks[index] > start:
            end = breaks[index]
        else:
            end = clusters[max(bisect_right(clusters, furthest) - 1, bisect_right(clusters, start))]
        line = set_part(start, _without_spaces(text, start, end))
        while line.width_pt > limit_pt and (earlier := _earlier(breaks, clusters, start, end)) > start:
            end = earlier
            line = set_part(start, _without_spaces(text, start, end))
        if line.text or end == len(text):
            yield line
        start = end


def _break_positions(text: str, allowed: frozenset[int]) -> tuple[list[int], list[int]]:
    """Where lines may end, and where the visible part before each of these ends."""
    breaks: list[int] = []
    solid: list[int] = []
    position = 0
    for unit, tail in units(text):
        visible = position + len(unit)
        position = visible + len(tail)
        if position in allowed:
            solid.append(visible)
            breaks.append(position)
    return breaks, solid


def _without_spaces(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _earlier(breaks: Sequence[int], clusters: Sequence[int], start: int, end: int) -> int:
    """The last place before `end` where the line may end, `start` if there is none."""
    for places in (breaks, clusters):
        index = bisect_left(places, end) - 1
        if index >= 0 and places[index] > start:
            return places[index]
    return start
