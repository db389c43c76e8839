"""The bank's QR code: what it says, and where it is dark.

Payload: European Payments Council, EPC069-12 version 2.1, "Quick Response Code: Guidelines to enable
data capture for the initiation of a SEPA Credit Transfer", version 002 of the data set.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from app.documents.qr_code import modules_of
from app.domain.money import round_half_away

LEAST_AMOUNT: Final = Decimal("0.01")
LARGEST_AMOUNT: Final = Decimal("999999999.99")
_NAME_LIMIT: Final = 70
_REMITTANCE_LIMIT: Final = 140
_PAYLOAD_LIMIT_BYTES: Final = 331
_DARK: Final = re.compile(rb"\x01+")

Rectangle = tuple[int, int, int]
"""A dark run of modules: column, row, length."""


def epc_payload(*, name: str, iban: str, bic: str, amount: Decimal, remittance: str) -> str | None:
    """The text of the code, or None where the guidelines allow none.

    None without a name, without a valid IBAN, with a BIC that is none, or with an amount outside
    0.01 to 999,999,999.99 EUR or with fractions of a cent. Name and remittance text are cut to what
    the data set holds, at a character.
    """
    iban = "".join(iban.split()).upper()
    bic = "".join(bic.split()).upper()
    name = _one_line(name)[:_NAME_LIMIT].strip()
    if not name or not is_iban(iban) or (bic and not is_bic(bic)):
        return None
    if not LEAST_AMOUNT <= amount <= LARGEST_AMOUNT or amount != round_half_away(amount, 2):
        return None
    remittance = _one_line(remittance)[:_REMITTANCE_LIMIT].strip()
    fields = ["BCD", "002", "1", "SCT", bic, name, iban, f"EUR{amount:.2f}", "", "", remittance]
    while remittance and len("\n".join(fields).encode()) > _PAYLOAD_LIMIT_BYTES:
        remittance = fields[-1] = remittance[:-1].rstrip()
    payload = "\n".join(fields).rstrip("\n")
    return payload if len(payload.encode()) <= _PAYLOAD_LIMIT_BYTES else None


def is_iban(iban: str) -> bool:
    """Whether it is an IBAN with a right check number (ISO 13616, modulo 97)."""
    if not (15 <= len(iban) <= 34 and iban.isascii() and iban.isalnum() and iban[:2].isalpha()):
        return False
    if not iban[2:4].isdigit():
        return False
    return int("".join(str(int(char, 36)) for char in iban[4:] + iban[:4])) % 97 == 1


def is_bic(bic: str) -> bool:
    """Whether it has the shape of a BIC (ISO 9362)."""
    return len(bic) in (8, 11) and bic.isascii() and bic.isalnum() and bic[:6].isalpha()


@lru_cache(maxsize=32)
def dark_runs(payload: str) -> tuple[int, tuple[Rectangle, ...]]:
    """Modules a side without the quiet zone, and the dark ones as horizontal runs.

    Error correction M and byte mode in UTF-8 (no ECI), version 13 at most, as the guidelines ask.
    """
    side, modules = modules_of(payload.encode())
    rows = (modules[start : start + side] for start in range(0, side * side, side))
    runs = [
        (run.start(), y, run.end() - run.start()) for y, row in enumerate(rows) for run in _DARK.finditer(row)
    ]
    return side, tuple(runs)


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
