"""The Unicode bidirectional algorithm: the embedding level of each character of a paragraph.

Source: UAX #9 revision 46; rule names (X1, W1, N0 ...) are those of the annex.
"""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

from app.documents.text.bidi_neutrals import resolve_neutrals
from app.documents.text.bidi_weak import resolve_weak

_MAX_DEPTH = 125
_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
_REMOVED = frozenset(("RLE", "LRE", "RLO", "LRO", "PDF", "BN"))
_WHITE = frozenset(("WS", "LRI", "RLI", "FSI", "PDI", "RLE", "LRE", "RLO", "LRO", "PDF", "BN"))
_DEFAULT_AL = ((0x0600, 0x07BF), (0x0860, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))
_DEFAULT_R = ((0x0590, 0x05FF), (0x07C0, 0x085F), (0xFB1D, 0xFB4F), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF))


def classes_of(text: str) -> list[str]:
    """The bidirectional class of each character; unassigned ones as UAX #9 table 4 has it."""
    known: dict[str, str] = {}
    for char in set(text):
        known[char] = unicodedata.bidirectional(char) or _default_class(ord(char))
    return [known[char] for char in text]


def _default_class(code: int) -> str:
    for kind, blocks in (("AL", _DEFAULT_AL), ("R", _DEFAULT_R)):
        if any(first <= code <= last for first, last in blocks):
            return kind
    return "L"


def first_strong_is_rtl(classes: Sequence[str], start: int = 0, end: int | None = None) -> bool:
    """Whether the first strong character outside isolates runs right to left (rules P2 and P3)."""
    depth = 0
    for position in range(start, len(classes) if end is None else end):
        kind = classes[position]
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def paragraph_levels(text: str, base_rtl: bool | None = None) -> tuple[list[int], bool]:
    """The level of each character and whether the paragraph runs right to left.

    `text` is one paragraph. Levels are those before rule L1, which `line_levels` applies to each line.
    """
    original = classes_of(text)
    rtl = first_strong_is_rtl(original) if base_rtl is None else base_rtl
    levels, classes, partner = _explicit(original, int(rtl))
    for positions, start_level, end_level in _sequences(original, levels, partner, int(rtl)):
        level = levels[positions[0]]
        kinds = [classes[position] for position in positions]
        start = "R" if max(level, start_level) & 1 else "L"
        end = "R" if max(level, end_level) & 1 else "L"
        resolve_weak(kinds, start)
        chars = [text[position] for position in positions]
        classes_before = [original[position] for position in positions]
        resolve_neutrals(chars, kinds, classes_before, level, start, end)
        for position, kind in zip(positions, kinds, strict=True):
            if level & 1:
                levels[position] = level + (kind != "R")
            else:
                levels[position] = level + (1 if kind == "R" else 2 if kind in ("AN", "EN") else 0)
    _level_removed(original, levels, int(rtl))
    return levels, rtl


def line_levels(text: str, levels: Sequence[int], rtl: bool) -> list[int]:
    """The levels of one line of a paragraph after rule L1: white space at its end follows the paragraph."""
    result = list(levels)
    classes = classes_of(text)
    reset = True
    for position in range(len(result) - 1, -1, -1):
        kind = classes[position]
        if kind in ("S", "B"):
            reset = True
        elif kind not in _WHITE:
            reset = False
        if reset:
            result[position] = int(rtl)
    return result


def visual_runs(levels: Sequence[int]) -> list[tuple[int, int, int]]:
    """The (start, end, level) of each run of one level, from left to right on the line (rule L2)."""
    runs: list[tuple[int, int, int]] = []
    start = 0
    for level, group in groupby(levels):
        end = start + sum(1 for _ in group)
        runs.append((start, end, level))
        start = end
    odd = [level for _, _, level in runs if level & 1]
    if not odd:
        return runs
    for threshold in range(max(level for _, _, level in runs), min(odd) - 1, -1):
        first = 0
        while first < len(runs):
            last = first
            while last < len(runs) and runs[last][2] >= threshold:
                last += 1
            runs[first:last] = runs[first:last][::-1]
            first = last + 1 if last == first else last
    return runs


def _explicit(original: Sequence[str], base: int) -> tuple[list[int], list[str], dict[int, int]]:
    """Rules X1 to X8: levels, classes after overrides, and the partner of each isolate initiator."""
    levels = [base] * len(original)
    classes = list(original)
    if not any(kind in _WHITE and kind != "WS" for kind in set(original)):
        return levels, classes, {}
    partner = _matching_pdi(original)
    matched_pdi = set(partner.values())
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    overflow_isolates = overflow_embeddings = valid_isolates = 0
    for position, kind in enumerate(original):
        level, override, _ = stack[-1]
        if kind in ("RLE", "LRE", "RLO", "LRO"):
            new = (level + 1) | 1 if kind[0] == "R" else (level + 2) & ~1
            levels[position] = level
            if new <= _MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                stack.append((new, "" if kind[2] == "E" else kind[0], False))
            elif not overflow_isolates:
                overflow_embeddings += 1
        elif kind in _ISOLATES:
            levels[position] = level
            classes[position] = override or kind
            inner = kind
            if kind == "FSI":
                end = partner.get(position, len(original))
                inner = "RLI" if first_strong_is_rtl(original, position + 1, end) else "LRI"
            new = (level + 1) | 1 if inner == "RLI" else (level + 2) & ~1
            if new <= _MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                valid_isolates += 1
                stack.append((new, "", True))
            else:
                overflow_isolates += 1
        elif kind == "PDI":
            if overflow_isolates:
                overflow_isolates -= position in matched_pdi
            elif valid_isolates and position in matched_pdi:
                overflow_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            level, override, _ = stack[-1]
            levels[position] = level
            classes[position] = override or kind
        elif kind == "PDF":
            levels[position] = level
            if not overflow_isolates:
                if overflow_embeddings:
                    overflow_embeddings -= 1
                elif not stack[-1][2] and len(stack) >= 2:
                    stack.pop()
        elif kind == "B":
            levels[position] = base
        elif kind != "BN":
            levels[position] = level
            classes[position] = override or kind
    return levels, classes, partner


def _matching_pdi(original: Sequence[str]) -> dict[int, int]:
    """The PDI that closes each isolate initiator (BD9)."""
    partner: dict[int, int] = {}
    opened: list[int] = []
    for position, kind in enumerate(original):
        if kind in _ISOLATES:
            opened.append(position)
        elif kind == "PDI" and opened:
            partner[opened.pop()] = position
    return partner


def _sequences(
    original: Sequence[str], levels: Sequence[int], partner: dict[int, int], base: int
) -> list[tuple[list[int], int, int]]:
    """The isolating run sequences (BD13) with the levels before and after each (X10)."""
    kept = [position for position, kind in enumerate(original) if kind not in _REMOVED]
    runs = [list(group) for _, group in groupby(kept, key=levels.__getitem__)]
    run_levels = [base, *(levels[run[0]] for run in runs), base]
    before = {run[0]: level for run, level in zip(runs, run_levels, strict=False)}
    after = {run[-1]: level for run, level in zip(runs, run_levels[2:], strict=True)}
    run_at = {run[0]: run for run in runs}
    continued = set(partner.values())
    sequences: list[tuple[list[int], int, int]] = []
    for run in runs:
        if original[run[0]] == "PDI" and run[0] in continued:
            continue
        positions = list(run)
        while original[positions[-1]] in _ISOLATES and partner.get(positions[-1]) in run_at:
            positions += run_at[partner[positions[-1]]]
        last = positions[-1]
        end_level = base if original[last] in _ISOLATES and last not in partner else after[last]
        sequences.append((positions, before[positions[0]], end_level))
    return sequences


def _level_removed(original: Sequence[str], levels: list[int], base: int) -> None:
    """Give the characters that rule X9 removes the level of what stands before them."""
    previous = base
    for position, kind in enumerate(original):
        if kind in _REMOVED:
            levels[position] = previous
        else:
            previous = levels[position]
