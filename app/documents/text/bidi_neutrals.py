"""Rules N0 to N2 of the bidirectional algorithm: brackets and everything without a direction (UAX #9)."""

from collections.abc import Sequence

# BidiBrackets.txt of Unicode 15: opening and closing bracket in turn.
_PAIRS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309"
    "\u230a\u230b\u2329\u232a\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773"
    "\u2774\u2775\u27c5\u27c6\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984"
    "\u2985\u2986\u2987\u2988\u2989\u298a\u298b\u298c\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994"
    "\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27"
    "\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008\u3009\u300a\u300b\u300c\u300d"
    "\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b\ufe59\ufe5a\ufe5b\ufe5c"
    "\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
# U+2329 and U+232A are canonically the same as U+3008 and U+3009 (BD16).
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSING = {
    _SAME.get(first, first): _SAME.get(last, last)
    for first, last in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
}
_OPENING = {last: first for first, last in _CLOSING.items()}
_MAX_OPEN = 63
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))


def resolve_neutrals(
    chars: Sequence[str], kinds: list[str], original: Sequence[str], level: int, start: str, end: str
) -> None:
    """Resolve brackets and neutrals of one isolating run sequence in place.

    `kinds` comes from the weak rules; `start` and `end` are `L` or `R`.
    """
    embedding = "R" if level & 1 else "L"
    if not _NEUTRAL.isdisjoint(kinds):
        for opening, closing in _bracket_pairs(chars, kinds):
            _resolve_pair(kinds, original, opening, closing, embedding, start)
    position = 0
    while position < len(kinds):
        if kinds[position] not in _NEUTRAL:
            position += 1
            continue
        stop = position
        while stop < len(kinds) and kinds[stop] in _NEUTRAL:
            stop += 1
        before = _strong(kinds[position - 1]) if position else start
        after = _strong(kinds[stop]) if stop < len(kinds) else end
        kinds[position:stop] = [before if before == after else embedding] * (stop - position)
        position = stop


def _strong(kind: str) -> str:
    """The direction a class counts as beside a neutral: numbers count as right to left."""
    return "L" if kind == "L" else "R" if kind in ("R", "EN", "AN") else ""


def _bracket_pairs(chars: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """The positions of bracket pairs, in the order of the opening ones (BD16)."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for position, kind in enumerate(kinds):
        if kind != "ON":
            continue
        char = _SAME.get(chars[position], chars[position])
        if char in _CLOSING:
            if len(opened) == _MAX_OPEN:
                return []
            opened.append((_CLOSING[char], position))
        elif char in _OPENING:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == char:
                    pairs.append((opened[depth][1], position))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _resolve_pair(
    kinds: list[str], original: Sequence[str], opening: int, closing: int, embedding: str, start: str
) -> None:
    """Rule N0: brackets follow what they hold, or what stands before if that differs from the embedding."""
    inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} - {""}
    if not inside:
        return
    direction = embedding
    if embedding not in inside:
        before = next((strong for kind in reversed(kinds[:opening]) if (strong := _strong(kind))), start)
        direction = before if before != embedding else embedding
    for bracket in (opening, closing):
        kinds[bracket] = direction
        for position in range(bracket + 1, len(kinds)):
            if original[position] != "NSM":
                break
            kinds[position] = direction
