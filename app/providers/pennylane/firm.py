"""A party of the document in Pennylane's members: one list of parts, for the request and for the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.client.plan import Sheet, Why
from app.domain.parties import Address, Party, TaxIdScheme

ADDRESS_MEMBERS: Final = ("address", "postal_code", "city", "country_alpha2")
_JOINED: Final = Why("why.address_joined")
DIGITS: Final = Why("why.digits_only")
_OF_SIRET: Final = Why("why.siren_of_siret")


@dataclass(frozen=True, slots=True)
class Part:
    """One member and the field of the draft it says. A part without `member` goes along within another."""

    path: str
    member: str
    text: str
    why: Why | None = None


def identity(party: Party, root: str) -> Iterator[Part]:
    """Name, VAT number, SIREN (`reg_no`, 9 digits), SIRET (`establishment_no`, 14 digits)."""
    yield Part(f"{root}.name", "name", party.name.strip())
    vat, siren, siret = (_tax_id(party, root, scheme) for scheme in ("vat", "siren", "siret"))
    if vat:
        yield Part(f"{vat[0]}.value", "vat_number", compact(vat[1]), DIGITS)
    if siren and len(digits(siren[1])) == 9:
        yield Part(f"{siren[0]}.scheme", "", "siren")
        yield Part(f"{siren[0]}.value", "reg_no", digits(siren[1]), DIGITS)
    if siret and len(digits(siret[1])) == 14:
        yield Part(f"{siret[0]}.scheme", "", "siret")
        yield Part(f"{siret[0]}.value", "establishment_no", digits(siret[1]), DIGITS)


def siren_only(parts: Iterator[Part]) -> tuple[Part, ...]:
    """The identity for an endpoint without SIRET: its first nine digits are the SIREN."""
    found = tuple(parts)
    has_siren = any(part.member == "reg_no" for part in found)
    kept = []
    for part in found:
        if part.member == "establishment_no":
            if not has_siren:
                kept.append(Part(part.path, "reg_no", part.text[:9], _OF_SIRET))
        elif not (part.text == "siret" and not part.member and has_siren):
            kept.append(part)
    return tuple(kept)


def place(address: Address, root: str, country: str, prefix: str = "") -> Iterator[Part]:
    """The four members of an address; its lines are joined in the first."""
    lines = [line.strip() for line in (address.line1, address.line2, address.line3) if line.strip()]
    yield Part(f"{root}.line1", f"{prefix}address", ", ".join(lines), _JOINED)
    yield Part(f"{root}.line2", "", address.line2)
    yield Part(f"{root}.line3", "", address.line3)
    yield Part(f"{root}.postal_code", f"{prefix}postal_code", address.postal_code.strip())
    yield Part(f"{root}.city", f"{prefix}city", address.city.strip())
    yield Part(f"{root}.country", f"{prefix}country_alpha2", address.country or country)


def address_root(party: Party, root: str, address: Address, stated: Address | None, own: str) -> str:
    """Where an address stands in the draft: at a path of its own, or among the party's."""
    if stated is not None:
        return own
    number = next((n for n, one in enumerate(party.addresses) if one is address), 0)
    return f"{root}.addresses.{number}"


def plan(sheet: Sheet, parts: Iterator[Part] | tuple[Part, ...], wire: str, told: frozenset[str]) -> None:
    """Say of each part that it goes along; `told` are members their answer repeats."""
    for part in parts:
        if part.text:
            where = f"{wire}.{part.member}" if part.member else wire
            sheet.sends(part.path, part.text, where, part.why, is_told=part.member in told)


def members(parts: Iterator[Part] | tuple[Part, ...]) -> dict[str, object]:
    """The parts that say something, as members of a request."""
    return {part.member: part.text for part in parts if part.member and part.text}


def digits(text: str) -> str:
    """The digits of an identifier."""
    return "".join(letter for letter in text if letter.isascii() and letter.isdigit())


def compact(text: str) -> str:
    """An identifier without spaces and dots, in capitals."""
    return "".join(letter for letter in text if letter.isalnum()).upper()


def _tax_id(party: Party, root: str, scheme: TaxIdScheme) -> tuple[str, str] | None:
    for number, tax_id in enumerate(party.tax_ids):
        if tax_id.scheme == scheme and tax_id.value.strip():
            return f"{root}.tax_ids.{number}", tax_id.value
    return None
