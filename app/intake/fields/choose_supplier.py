"""The supplier: identifiers, name, and whether it is one we know already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from app.domain.identifiers import compact
from app.intake.fields.evidence import Evidence
from app.intake.fields.identifiers import Identified
from app.intake.fields.supplier import Named
from app.intake.fields.wordings.names import LEGAL_FORM
from app.intake.fields.words import folded
from app.intake.reading import FieldName, FieldReading, Remark

_KINDS: Final[tuple[tuple[str, FieldName], ...]] = (
    ("vat", "supplier_vat_id"),
    ("siren", "supplier_siren"),
    ("iban", "iban"),
)
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
    for kind, name in _KINDS:
        best, is_only = _own(found, kind)
        if best is not None:
            is_sure = is_only and best.is_checked
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


def _own(found: Evidence, kind: str) -> tuple[Identified | None, bool]:
    """The supplier's identifier of a kind, and whether no other comes near."""
    own = [i for i in found.identified if i.kind == kind and i.is_buyers < 1]
    if not own:
        return None, False
    best = min(own, key=lambda i: (i.is_buyers, not i.is_checked))
    return best, len({i.value for i in own}) == 1


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
    ranked = sorted(
        (
            name._replace(score=name.score + (KNOWN_BONUS if bare(name.text) in known else 0.0))
            for name in found.names
        ),
        key=lambda name: name.score,
        reverse=True,
    )
    if not ranked or ranked[0].score <= LOWEST_SCORE:
        return
    best = ranked[0]
    rival = _rival(best, ranked[1:])
    supplier = known.get(bare(best.text))
    fields["supplier_name"] = FieldReading(
        supplier.name if supplier else best.text,
        round(min(0.95, max(0.1, 0.3 + (best.score - rival) / 4)), 2),
        found.source,
        best.times > 1 and best.is_whole and best.score >= 3 and best.score - rival > 1.2,
        best.cell.page,
        best.box,
    )
    if best.score - rival <= 0.4 and len(ranked) > 1:
        remarks.append(
            Remark("near_candidates", {"one": best.text, "other": ranked[1].text}, ("supplier_name",))
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
