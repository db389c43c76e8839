"""Classes of characters: which need no shaping, which run right to left, which are never printed."""

import re
import unicodedata

# Characters of the Basic Multilingual Plane that stand alone: one character, one glyph, left to right.
SIMPLE_CLASS = (
    "\\x20-\\x7e\\xa0-\\xac\\xae-\u02ff\u0370-\u0482\u048a-\u058f\u10a0-\u10ff\u1200-\u135c\u1360-\u16ff"
    "\u1d00-\u1dbf\u1e00-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u20cf\u2100-\u2cee\u2cf2-\u2d7e"
    "\u2d80-\u2ddf\u2e00-\u3029\u3030-\u3098\u309b-\ua66e\ua67e-\ua69d\ua6a0-\ua6ef\ua6f2-\ua7ff"
    "\uac00-\ud7a3\ue000-\ufb1c\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef\ufffc\ufffd"
)
_SIMPLE = re.compile(f"[{SIMPLE_CLASS}]*")
_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_SPACES = re.compile("\r\n|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
# Never printed and of no use to shaping or ordering; U+00AD is left to the line breaker.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_IGNORABLE = re.compile(
    "[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")


def is_simple(text: str) -> bool:
    """Whether every character stands alone, so that plain advances place it rightly."""
    return _SIMPLE.fullmatch(text) is not None


def has_rtl(text: str) -> bool:
    """Whether any character can make part of the text run right to left."""
    return _RTL.search(text) is not None


def isolated(text: str) -> str:
    """The text, its direction shut off from what it is joined with (by U+2068 and U+2069, never printed)."""
    return f"\u2068{text}\u2069" if has_rtl(text) else text


def without_isolates(text: str, levels: list[int]) -> tuple[str, list[int]]:
    """The text of a line, with the level of each character, once isolates have done their work."""
    kept = text.translate(_ISOLATES)
    if len(kept) == len(text):
        return text, levels
    return kept, [level for char, level in zip(text, levels, strict=True) if ord(char) not in _ISOLATES]


def is_ignorable(char: str) -> bool:
    """Whether a character has no picture of its own: a joiner, a direction mark, a variation selector."""
    return _IGNORABLE.match(char) is not None


def printable_part(text: str) -> set[str]:
    """The distinct characters that a reader would expect to see on paper."""
    hidden = (_SPACES, _DROPPED, _IGNORABLE)
    return {char for char in set(text) if not any(pattern.match(char) for pattern in hidden)} - {" "}


def compose(text: str) -> str:
    """The text without control characters and with letters and marks composed; white space is one line's.

    Lone surrogates become U+FFFD. Soft hyphens, joiners and direction marks stay.
    """
    text = _DROPPED.sub("", _SPACES.sub(" ", text))
    text = _SURROGATES.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)
