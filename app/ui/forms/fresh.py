"""What an item or part of the draft is before anybody has typed anything into it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pydantic import BaseModel

from app.domain.draft import Draft
from app.domain.parties import Party, TaxId, TaxIdScheme
from app.ui.forms.paths import member_type, owner_of, value_at

_SCHEMES_BY_COUNTRY: Final[dict[str, tuple[TaxIdScheme, ...]]] = {"FR": ("siren", "vat", "siret")}
_SCHEMES: Final[tuple[TaxIdScheme, ...]] = ("vat", "tax_number", "national")


def fresh_item(kind: type[BaseModel], owner: Any, items: Sequence[Any]) -> BaseModel:
    """The item that comes next in a list of its owner."""
    if kind is TaxId and isinstance(owner, Party):
        taken = {item.scheme for item in items}
        schemes = _SCHEMES_BY_COUNTRY.get(owner.country, _SCHEMES)
        return TaxId(scheme=next((scheme for scheme in schemes if scheme not in taken), "other"))
    return kind()


def shown_value(draft: Draft, path: str) -> Any:
    """The value at the path; where its owner is not there yet, the value it will begin with."""
    value = value_at(draft, path)
    stem, _, member = path.rpartition(".")
    if value is not None or not stem or value_at(draft, stem) is not None:
        return value
    listed, _, place = stem.rpartition(".")
    owner, name = owner_of(listed if place.isdigit() else stem)
    kind = member_type(owner, name)
    if kind is None:
        return None
    if not place.isdigit():
        return getattr(kind(), member)
    above = listed.rpartition(".")[0]
    holder = value_at(draft, above) if above else draft
    return getattr(fresh_item(kind, holder, value_at(draft, listed) or ()), member)
