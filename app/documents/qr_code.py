"""The modules of a QR code, as fast as typing asks: a new amount is a new code at each key press.

ISO/IEC 18004: byte mode, error correction M, versions 1 to 13, mask 0. Readers find the mask in the
code itself; trying all eight, as the standard proposes, would take most of the time.
"""

from __future__ import annotations

from functools import cache
from itertools import chain, zip_longest
from typing import Final, NamedTuple

_BLOCKS: Final = (
    (10, (16,)),
    (16, (28,)),
    (26, (44,)),
    (18, (32,) * 2),
    (24, (43,) * 2),
    (16, (27,) * 4),
    (18, (31,) * 4),
    (22, (38, 38, 39, 39)),
    (22, (36,) * 3 + (37,) * 2),
    (26, (43,) * 4 + (44,)),
    (30, (50,) + (51,) * 4),
    (22, (36,) * 6 + (37,) * 2),
    (22, (37,) * 8 + (38,)),
)
"""By version, from 1: correction bytes a block, data bytes of each block (level M)."""
_ALIGNMENT: Final = (
    (), (18,), (22,), (26,), (30,), (34,),
    (22, 38), (24, 42), (26, 46), (28, 50), (30, 54), (32, 58), (34, 62),
)  # fmt: skip
"""By version: centres of the alignment patterns beside the one at 6."""
_LONG_COUNT_FROM: Final = 10
_VERSION_SAID_FROM: Final = 7
_FORMAT: Final = 0b101010000010010
"""Level M and mask 0 with their check bits."""
_FIELD: Final = 0x11D
_VERSION_CHECK: Final = 0x1F25
_PADDING: Final = bytes((0xEC, 0x11))


class TooLong(ValueError):
    """More bytes than version 13 holds."""


class _Template(NamedTuple):
    """What all codes of one version share."""

    side: int
    modules: bytes
    """function patterns, and the mask where data goes; row by row, 1 is dark"""
    order: tuple[int, ...]
    """the places of the data bits"""


def modules_of(data: bytes) -> tuple[int, bytes]:
    """Modules a side, and the modules row by row: 1 is dark. Raises TooLong."""
    version = next((v for v in range(1, len(_BLOCKS) + 1) if len(data) <= _room(v)), None)
    if version is None:
        raise TooLong(f"{len(data)} bytes are more than a code holds")
    template = _template(version)
    stream = _with_correction(_data_bytes(data, version), version)
    modules = bytearray(template.modules)
    bits = f"{int.from_bytes(stream, 'big'):0{len(stream) * 8}b}"
    for place, bit in zip(template.order, bits, strict=False):
        if bit == "1":
            modules[place] ^= 1
    return template.side, bytes(modules)


def _room(version: int) -> int:
    """Bytes of text: what is left of the data bytes after mode and count."""
    return sum(_BLOCKS[version - 1][1]) - (3 if version >= _LONG_COUNT_FROM else 2)


def _data_bytes(data: bytes, version: int) -> bytes:
    """Mode 4, the count, the text and the end mark, filled up to what the version holds."""
    count_bits = 16 if version >= _LONG_COUNT_FROM else 8
    size = sum(_BLOCKS[version - 1][1])
    head = (4 << count_bits | len(data)) << 8 * len(data) | int.from_bytes(data, "big")
    used = len(data) + count_bits // 8 + 1
    filled = (head << 4).to_bytes(used, "big")
    return filled + (_PADDING * size)[: size - used]


def _with_correction(data: bytes, version: int) -> bytes:
    """The bytes of all blocks in turn, then their correction bytes in turn."""
    count, sizes = _BLOCKS[version - 1]
    blocks, start = [], 0
    for size in sizes:
        blocks.append(data[start : start + size])
        start += size
    checks = [_correction(block, count) for block in blocks]
    turns = chain(zip_longest(*blocks), zip_longest(*checks))
    return bytes(byte for turn in turns for byte in turn if byte is not None)


def _correction(block: bytes, count: int) -> bytes:
    """The remainder by the generator polynomial of that degree (Reed-Solomon over GF(256))."""
    steps = _steps(count)
    high, mask = 8 * (count - 1), (1 << 8 * count) - 1
    rest = 0
    for byte in block:
        rest = (rest << 8 & mask) ^ steps[rest >> high ^ byte]
    return rest.to_bytes(count, "big")


@cache
def _steps(count: int) -> tuple[int, ...]:
    """What each leading byte takes off the remainder."""
    generator = [1]
    root = 1
    for _ in range(count):
        generator = [a ^ _times(b, root) for a, b in zip([*generator, 0], [0, *generator], strict=True)]
        root = _times(root, 2)
    return tuple(int.from_bytes(bytes(_times(byte, g) for g in generator[1:]), "big") for byte in range(256))


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a > 0xFF:
            a ^= _FIELD
        b >>= 1
    return product


@cache
def _template(version: int) -> _Template:
    side = 17 + 4 * version
    fixed: dict[tuple[int, int], int] = {}
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        _square(fixed, top + 3, left + 3, reach=4, light=(2, 4), side=side)
    for at in range(8, side - 8):
        fixed[6, at] = fixed[at, 6] = 1 - at % 2
    for row, column in _alignment_centres(version, side):
        _square(fixed, row, column, reach=2, light=(1,), side=side)
    _say_format(fixed, side)
    if version >= _VERSION_SAID_FROM:
        _say_version(fixed, version, side)
    order = tuple(row * side + column for row, column in _data_places(fixed, side))
    modules = bytearray(side * side)
    for place in order:
        modules[place] = 1 - sum(divmod(place, side)) % 2
    for (row, column), dark in fixed.items():
        modules[row * side + column] = dark
    return _Template(side, bytes(modules), order)


def _square(
    fixed: dict[tuple[int, int], int],
    row: int,
    column: int,
    *,
    reach: int,
    light: tuple[int, ...],
    side: int,
) -> None:
    """A pattern of square rings around a dark centre."""
    for y in range(max(row - reach, 0), min(row + reach + 1, side)):
        for x in range(max(column - reach, 0), min(column + reach + 1, side)):
            fixed[y, x] = int(max(abs(y - row), abs(x - column)) not in light)


def _alignment_centres(version: int, side: int) -> list[tuple[int, int]]:
    """All crossings but the three that the finder patterns cover."""
    if version == 1:
        return []
    lines = (6, *_ALIGNMENT[version - 1])
    covered = {(6, 6), (6, side - 7), (side - 7, 6)}
    return [(row, column) for row in lines for column in lines if (row, column) not in covered]


def _say_format(fixed: dict[tuple[int, int], int], side: int) -> None:
    """The fifteen format bits, twice, and the one module that is always dark."""
    around = [*range(6), 7, 8]
    for bit in range(15):
        dark = _FORMAT >> bit & 1
        far = bit < 8
        fixed[(around[bit], 8) if far else (8, (7, 5, 4, 3, 2, 1, 0)[bit - 8])] = dark
        fixed[(8, side - 1 - bit) if far else (side - 15 + bit, 8)] = dark
    fixed[side - 8, 8] = 1


def _say_version(fixed: dict[tuple[int, int], int], version: int, side: int) -> None:
    """Six bits of version with twelve check bits, twice."""
    rest = version << 12
    for shift in range(5, -1, -1):
        if rest >> (12 + shift) & 1:
            rest ^= _VERSION_CHECK << shift
    said = version << 12 | rest
    for bit in range(18):
        high, low = divmod(bit, 3)
        fixed[high, side - 11 + low] = fixed[side - 11 + low, high] = said >> bit & 1


def _data_places(fixed: dict[tuple[int, int], int], side: int) -> list[tuple[int, int]]:
    """Pairs of columns from the right, upwards and downwards in turn, around what is fixed."""
    places = []
    pairs = [*range(side - 1, 6, -2), *range(5, 0, -2)]
    for turn, right in enumerate(pairs):
        rows = range(side) if turn % 2 else range(side - 1, -1, -1)
        places += [(row, column) for row in rows for column in (right, right - 1)]
    return [place for place in places if place not in fixed]
