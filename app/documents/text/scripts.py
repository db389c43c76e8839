"""The script of a character, as HarfBuzz wants to know it."""

from bisect import bisect_right

# First character of each block and its ISO 15924 code; an empty code takes the script of its neighbours.
_BLOCKS: tuple[tuple[int, str], ...] = (
    (0x0000, ""), (0x0041, "Latn"), (0x005B, ""), (0x0061, "Latn"), (0x007B, ""), (0x00C0, "Latn"),
    (0x02B0, ""), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"), (0x0590, "Hebr"),
    (0x0600, "Arab"), (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, "Thaa"), (0x07C0, "Nkoo"),
    (0x0800, "Samr"), (0x0840, "Mand"), (0x0860, "Syrc"), (0x0870, "Arab"), (0x0900, "Deva"),
    (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, "Orya"), (0x0B80, "Taml"),
    (0x0C00, "Telu"), (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Thai"),
    (0x0E80, "Laoo"), (0x0F00, "Tibt"), (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Hang"),
    (0x1200, "Ethi"), (0x13A0, "Cher"), (0x1400, "Cans"), (0x1680, "Ogam"), (0x16A0, "Runr"),
    (0x1700, "Tglg"), (0x1780, "Khmr"), (0x1800, "Mong"), (0x18B0, "Cans"), (0x1900, "Limb"),
    (0x1950, "Tale"), (0x1980, "Talu"), (0x19E0, "Khmr"), (0x1A00, "Bugi"), (0x1A20, "Lana"),
    (0x1AB0, ""), (0x1B00, "Bali"), (0x1B80, "Sund"), (0x1C80, "Cyrl"), (0x1C90, "Geor"),
    (0x1CC0, "Sund"), (0x1CD0, ""), (0x1D00, "Latn"), (0x1DC0, ""), (0x1E00, "Latn"), (0x1F00, "Grek"),
    (0x2000, ""), (0x2C60, "Latn"), (0x2C80, "Copt"), (0x2D00, "Geor"), (0x2D30, "Tfng"),
    (0x2D80, "Ethi"), (0x2DE0, "Cyrl"), (0x2E00, ""), (0x2E80, "Hani"), (0x3000, ""), (0x3041, "Hira"),
    (0x30A0, "Kana"), (0x3100, "Bopo"), (0x3130, "Hang"), (0x3190, ""), (0x3400, "Hani"),
    (0xA000, "Yiii"), (0xA4D0, "Lisu"), (0xA500, "Vaii"), (0xA640, "Cyrl"), (0xA700, "Latn"),
    (0xA800, "Sylo"), (0xA8E0, "Deva"), (0xA900, "Kali"), (0xA980, "Java"), (0xAA00, "Cham"),
    (0xAA60, "Mymr"), (0xAB30, "Latn"), (0xABC0, "Mtei"), (0xAC00, "Hang"), (0xD800, ""),
    (0xF900, "Hani"), (0xFB00, "Latn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE00, ""),
    (0xFE70, "Arab"), (0xFF00, ""), (0x20000, "Hani"), (0x30000, "Hani"), (0x40000, ""),
)  # fmt: skip
_FIRST = [first for first, _ in _BLOCKS]
_COMMON_IN_BLOCK = frozenset("\u060c\u061b\u061c\u061f\u0640\u0964\u0965\u00d7\u00f7")


def script_of(char: str) -> str:
    """The ISO 15924 code of a character's script, empty for those that many scripts share."""
    if char in _COMMON_IN_BLOCK or "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u0655":
        return ""
    return _BLOCKS[bisect_right(_FIRST, ord(char)) - 1][1]
