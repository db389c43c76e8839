"""Where a line may end: after spaces and hyphens, and between Chinese, Japanese and Korean characters.

A small part of UAX #14: what invoices need.
"""

import re

_IDEOGRAPH = (
    "\u2e80-\u2fff\u3003-\u3007\u3012\u3013\u3020-\u3029\u3030-\u30ff\u3105-\u4dbf\u4e00-\ua4cf"
    "\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_NO_START = (
    "\u3001\u3002\uff0c\uff0e\u30fb\uff1a\uff1b\uff1f\uff01\u309b\u309c\u30fc\u3005\u303b\u30fd\u30fe\u309d\u309e"
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3"
    "\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301f\uff09\uff3d"
    "\uff5d\uff60\uff61\uff63\uff64\u2019\u201d\u2026,.;:!?%)\\]}\u00bb\u203a\u00b0\u2030\u20ac\uff05"
)
_SPACE = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"

# One unit that is never parted (unless it is wider than the line) and the spaces or the break mark behind it.
_UNITS = re.compile(
    f"((?:[{_IDEOGRAPH}][{_NO_START}\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\u200d]*"
    f"|[^{_SPACE}{_IDEOGRAPH}\xad\u200b]+?"
    f"(?:(?<=[^\\W\\d])-(?=[^\\W\\d])|(?<=[\\w.,;)])[\u2010\u2013\u2014](?=\\w)"
    f"|(?=[{_SPACE}{_IDEOGRAPH}\xad\u200b]|\\Z)))?)"
    f"([{_SPACE}]+|\xad|\u200b|)"
)
_OPENING = frozenset(
    "([{\u00ab\u2039\u2018\u201c\u201e\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b"
    "\uff5f\uff62$\u00a3\u00a5\u20ac\uffe5"
)
SOFT_HYPHEN = "\xad"
ZERO_WIDTH_SPACE = "\u200b"


def units(text: str) -> list[tuple[str, str]]:
    """The text as (unit, tail) pairs: a line may end behind each tail.

    A tail is spaces, a soft hyphen, a zero-width space or nothing; the pairs joined give the text again.
    """
    found: list[tuple[str, str]] = []
    for unit, tail in _UNITS.findall(text):
        if not unit and not tail:
            continue
        if found and not found[-1][1] and unit and found[-1][0][-1:] in _OPENING:
            found[-1] = (found[-1][0] + unit, tail)
        else:
            found.append((unit, tail))
    return found
