"""The supplier: identifiers, name, and whether it is one we know already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from app.domain.identifiers import compact
from app.intake.fields.evidence import Evidence
from app.intake.fields.identifiers import Identified
from app.intake.fields.parties import key_of
from app.intake.fields.supplier import Named
from app.intake.fields.wordings.names import FORM_WITH_CAPITAL, LEGAL_FORM
from app.intake.fields.words import folded
from app.intake.reading import FieldName, FieldReading, Remark

_KINDS: Final[tuple[tuple[str, FieldName], ...]] = (
    ("vat", "supplier_vat_id"),
    ("siren", "supplier_siren"),
    ("iban", "iban"),
)
LETTER_HEAD: Final = 0.12
"""Above this part of the first page nothing is said of the customer."""
LOWEST_SCORE: Final = 0.8
KNOWN_BONUS: Final = 1.5
"""What being in the list adds to a name: enough between near ones, never for mere presence."""


class KnownSupplier(NamedTuple):
    """A supplier the provider has already. `vat` is empty if it has none."""

    id: str
    name: str
    vat: str = ""


def put_supplier(
    fields: dict[FieldName, FieldReading],
    remarks: list[Remark],
    found: Evidence,
    suppliers: Sequence[KnownSupplier],
) -> None:
    """Fill the supplier's fields."""
    block = _block_of_name(found, suppliers)
    for kind, name in _KINDS:
        best, is_only = _own(found, kind, block)
        if best is not None:
            is_sure = is_only and best.is_checked and (kind == "iban" or _is_vouched_for(found, best, block))
            fields[name] = FieldReading(
                best.value, 0.9 if is_sure else 0.6, found.source, is_sure, best.cell.page, best.box
            )
            if not best.is_checked:
                remarks.append(Remark("check_digits_wrong", {"value": best.value}, (name,)))
    known = _known_by_number(fields, suppliers)
    if known is not None:
        _put_known(fields, found, known)
    else:
        _put_name(fields, remarks, found, suppliers)


def _block_of_name(found: Evidence, suppliers: Sequence[KnownSupplier]) -> int | None:
    """The block of cells in which the likeliest name stands."""
    ranked = _ranked(found, suppliers)
    return found.parties.blocks.get(key_of(ranked[0].cell)) if ranked else None


def _is_vouched_for(found: Evidence, best: Identified, block: int | None) -> bool:
    """Whether more than its own check digits says that an identifier is the supplier's.

    It stands in the supplier's block, in the letter head or at the foot of the page, or it holds the
    only SIREN.
    """
    sirens = {i.value for i in found.identified if i.kind == "siren" and i.is_buyers < 1}
    if len(sirens) == 1 and min(sirens) in best.value and best.kind == "vat":
        return True
    same = [i for i in found.identified if i.value == best.value]
    return any(i.is_buyers < 0 or _in_block(found, i, block) or _is_in_head(found, i) for i in same)


def _is_in_head(found: Evidence, one: Identified) -> bool:
    page = found.by_page[one.cell.page].page
    return page.number == 1 and one.cell.box.y1 < LETTER_HEAD * page.height_pt


def _in_block(found: Evidence, one: Identified, block: int | None) -> bool:
    return block is not None and found.parties.blocks.get(key_of(one.cell)) == block


def _own(found: Evidence, kind: str, block: int | None) -> tuple[Identified | None, bool]:
    """The supplier's identifier of a kind, and whether no other comes near.

    One in an address that is not the supplier's is hers only if nothing speaks for another.
    """
    own = [
        i
        for i in found.identified
        if i.kind == kind
        and i.is_buyers < 1
        and (
            i.is_buyers < 0
            or _in_block(found, i, block)
            or found.parties.leanings.get(key_of(i.cell), 0.0) >= 0
        )
    ]
    if not own:
        return None, False
    best = min(own, key=lambda i: (i.is_buyers, not i.is_checked))
    return best, len({i.value for i in own if i.is_checked or not best.is_checked}) == 1


def _known_by_number(
    fields: dict[FieldName, FieldReading], suppliers: Sequence[KnownSupplier]
) -> KnownSupplier | None:
    vat, siren = fields.get("supplier_vat_id"), fields.get("supplier_siren")
    for supplier in suppliers:
        number = compact(supplier.vat)
        if not number:
            continue
        if vat is not None and vat.value == number:
            return supplier
        if siren is not None and number.startswith("FR") and number.endswith(siren.value):
            return supplier
    return None


def _put_known(fields: dict[FieldName, FieldReading], found: Evidence, known: KnownSupplier) -> None:
    spelled = next((name for name in found.names if bare(name.text) == bare(known.name)), None)
    number = fields.get("supplier_vat_id") or fields["supplier_siren"]
    fields["supplier_name"] = FieldReading(
        known.name,
        0.97 if number.is_sure else 0.7,
        found.source,
        number.is_sure,
        spelled.cell.page if spelled else number.page,
        spelled.box if spelled else number.box,
    )


def _put_name(
    fields: dict[FieldName, FieldReading],
    remarks: list[Remark],
    found: Evidence,
    suppliers: Sequence[KnownSupplier],
) -> None:
    known = {bare(supplier.name): supplier for supplier in suppliers if bare(supplier.name)}
    ranked = _ranked(found, suppliers)
    if not ranked or ranked[0].score <= LOWEST_SCORE:
        return
    best = ranked[0]
    rival = _rival(best, ranked[1:])
    supplier = known.get(bare(best.text))
    best = _without_form(found, best)
    fields["supplier_name"] = FieldReading(
        supplier.name if supplier else best.text,
        round(min(0.95, max(0.1, 0.3 + (best.score - rival) / 4)), 2),
        found.source,
        _is_sure(found, best, rival),
        best.cell.page,
        best.box,
    )
    if best.score - rival <= 0.4 and len(ranked) > 1:
        remarks.append(
            Remark("near_candidates", {"one": best.text, "other": ranked[1].text}, ("supplier_name",))
        )


def _without_form(found: Evidence, best: Named) -> Named:
    """The name alone where an imprint has the form behind it and the page states the form apart."""
    form = LEGAL_FORM.search(folded(best.text))
    is_imprint = len(folded(best.text)) < len(folded(best.cell.text)) and "domain" in best.signs
    if not form or form.start() == 0 or not is_imprint or len(folded(best.text)) != len(best.text):
        return best
    stated = (FORM_WITH_CAPITAL.search(folded(cell.text)) for cell in found.cells)
    if not any(words and words.group(1) == form.group().strip(" .") for words in stated):
        return best
    return best._replace(text=best.text[: form.start()].rstrip(" ,"))


def _is_sure(found: Evidence, best: Named, rival: float) -> bool:
    """Whether two signs that do not depend on each other name the supplier, and in one spelling."""
    if best.text not in best.cell.text or not best.is_whole or best.score < 3 or best.score - rival <= 1.2:
        return False
    if any(other.text != best.text and bare(other.text) == bare(best.text) for other in found.names):
        return False
    numbers = [
        i.cell
        for i in found.identified
        if i.kind != "iban"
        and i.is_checked
        and i.is_buyers < 1
        and found.parties.leanings.get(key_of(i.cell), 0.0) >= 0
    ]
    places = {found.parties.blocks.get(key_of(cell)) for cell in best.cells} - {None}
    is_numbered = any(
        cell in best.cells or found.parties.blocks.get(key_of(cell)) in places for cell in numbers
    )
    signs = len(best.signs) + is_numbered
    return signs >= 2 or (signs == 1 and LEGAL_FORM.search(folded(best.text)) is not None)


def _ranked(found: Evidence, suppliers: Sequence[KnownSupplier]) -> list[Named]:
    """The candidates, the likeliest first; being known already speaks for one."""
    known = {bare(supplier.name) for supplier in suppliers}
    return sorted(
        (
            name._replace(score=name.score + (KNOWN_BONUS if bare(name.text) in known else 0.0))
            for name in found.names
        ),
        key=lambda name: name.score,
        reverse=True,
    )


def _rival(best: Named, others: Sequence[Named]) -> float:
    """The score of the next name that is not the same one spelled another way."""
    return next((name.score for name in others if bare(name.text) != bare(best.text)), 0.0)


def bare(name: str) -> str:
    """A company's name without its legal form, case, accents and marks."""
    text = folded(name)
    short = LEGAL_FORM.sub(" ", text)
    letters = "".join(letter for letter in short if letter.isalnum())
    return letters or "".join(letter for letter in text if letter.isalnum())
