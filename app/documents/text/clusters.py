"""What a reader takes for one character: the places where a text may be cut at all."""

import unicodedata

_JOINER = "\u200d"
_SARA_AM = frozenset("\u0e33\u0eb3")


def cluster_starts(text: str) -> list[int]:
    """The position where each grapheme cluster begins.

    Follows UAX #29 with conjuncts kept whole; flags are pairs of regional indicators.
    """
    extends = {char: _extends(char) for char in set(text)}
    starts: list[int] = []
    flags = 0
    previous = ""
    linked = False
    for position, char in enumerate(text):
        is_flag = "\U0001f1e6" <= char <= "\U0001f1ff"
        flags = flags + 1 if is_flag else 0
        joined = (
            extends[char]
            or (previous == _JOINER and char >= "\u2190" and not "\u2c00" <= char <= "\ud7ff")
            or (is_flag and flags % 2 == 0)
            or (linked and unicodedata.category(char) == "Lo")
        )
        if not joined or not starts:
            starts.append(position)
        linked = extends[char] and (unicodedata.combining(char) == 9 or (linked and char == _JOINER))
        previous = char
    return starts


def _extends(char: str) -> bool:
    if char.isascii():
        return False
    return (
        unicodedata.category(char)[0] == "M"
        or char in "\u200c\u200d"
        or char in _SARA_AM
        or "\u1160" <= char <= "\u11ff"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )
