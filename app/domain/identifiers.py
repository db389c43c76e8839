"""Check digits of the identifiers a document states. Offline: form and arithmetic, not existence."""

from __future__ import annotations

import re
from typing import Final

_EU_VAT_FORMS: Final = {
    "AT": r"U\d{8}", "BE": r"[01]\d{9}", "BG": r"\d{9,10}", "CY": r"\d{8}[A-Z]", "CZ": r"\d{8,10}",
    "DE": r"\d{9}", "DK": r"\d{8}", "EE": r"\d{9}", "EL": r"\d{9}", "ES": r"[A-Z0-9]\d{7}[A-Z0-9]",
    "FI": r"\d{8}", "FR": r"[A-HJ-NP-Z0-9]{2}\d{9}", "GB": r"(\d{9}|\d{12}|(GD|HA)\d{3})", "HR": r"\d{11}",
    "HU": r"\d{8}", "IE": r"\d[A-Z0-9+*]\d{5}[A-Z]{1,2}", "IT": r"\d{11}", "LT": r"(\d{9}|\d{12})",
    "LU": r"\d{8}", "LV": r"\d{11}", "MT": r"\d{8}", "NL": r"\d{9}B\d{2}", "PL": r"\d{10}", "PT": r"\d{9}",
    "RO": r"\d{2,10}", "SE": r"\d{12}", "SI": r"\d{8}", "SK": r"\d{10}", "XI": r"(\d{9}|\d{12}|(GD|HA)\d{3})",
}  # fmt: skip


def compact(text: str) -> str:
    """The identifier without spaces, dots, dashes and slashes, in capitals."""
    return re.sub(r"[\s.\-/\u00a0\u202f]", "", text).upper()


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of the others (ISO/IEC 7812-1)."""
    if not digits.isascii() or not digits.isdigit():
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def is_siren(text: str) -> bool:
    """Whether this is a French company number: nine digits with a Luhn check digit."""
    digits = compact(text)
    return len(digits) == 9 and passes_luhn(digits)


def is_siret(text: str) -> bool:
    """Whether this is a French establishment number: SIREN and five digits.

    La Poste (SIREN 356 000 000) numbers its establishments so that the digits sum to a multiple of five.
    """
    digits = compact(text)
    if len(digits) != 14 or not digits.isascii() or not digits.isdigit():
        return False
    return passes_luhn(digits) or (digits.startswith("356000000") and sum(map(int, digits)) % 5 == 0)


def is_iban(text: str) -> bool:
    """Whether the check digits of this account number are right (ISO 13616, ISO 7064 mod 97-10)."""
    iban = compact(text)
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", iban):
        return False
    return int("".join(str(int(letter, 36)) for letter in iban[4:] + iban[:4])) % 97 == 1


def is_vat_number(text: str) -> bool | None:
    """Whether an EU or British VAT number has the right form and, where we know it, check digits.

    None when the country's numbers are not known here.
    """
    number = compact(text)
    country, rest = number[:2], number[2:]
    form = _EU_VAT_FORMS.get(country)
    if form is None:
        return None
    if not re.fullmatch(form, rest):
        return False
    check = _VAT_CHECKS.get(country)
    return check(rest) if check else True


def _fr(rest: str) -> bool:
    key, siren = rest[:2], rest[2:]
    if not passes_luhn(siren) and not siren.startswith("000"):
        return False
    return not key.isdigit() or int(key) == (12 + 3 * (int(siren) % 97)) % 97


def _de(rest: str) -> bool:
    product = 10
    for digit in rest[:8]:
        total = (int(digit) + product) % 10 or 10
        product = 2 * total % 11
    return (11 - product) % 10 == int(rest[8])


def _be(rest: str) -> bool:
    return 97 - int(rest[:8]) % 97 == int(rest[8:])


def _nl(rest: str) -> bool:
    weighted = sum(int(digit) * weight for digit, weight in zip(rest, range(9, 1, -1), strict=False))
    if weighted % 11 == int(rest[8]):
        return True
    # Sole traders have numbers checked by mod 97 over the whole number since 2020.
    return int("".join(str(int(letter, 36)) for letter in "NL" + rest)) % 97 == 1


def _it(rest: str) -> bool:
    return passes_luhn(rest)


def _pt(rest: str) -> bool:
    check = 11 - sum(int(d) * w for d, w in zip(rest, range(9, 1, -1), strict=False)) % 11
    return (0 if check >= 10 else check) == int(rest[8])


def _at(rest: str) -> bool:
    total = sum(sum(divmod(int(d) * 2, 10)) if place % 2 else int(d) for place, d in enumerate(rest[1:8]))
    return (10 - (total + 4) % 10) % 10 == int(rest[8])


def _lu(rest: str) -> bool:
    return int(rest[:6]) % 89 == int(rest[6:])


_VAT_CHECKS: Final = {"FR": _fr, "DE": _de, "BE": _be, "NL": _nl, "IT": _it, "PT": _pt, "AT": _at, "LU": _lu}
