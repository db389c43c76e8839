"""Words that stand for any sum, to be joined with those that say which."""

from __future__ import annotations

import re
from typing import Final

from app.intake.fields.wordings.syntax import Label, alternatives

_SUM: Final = alternatives(
    """
    total
    sum
    amount
    montant
    somme
    sous-total
    base
    summe
    *summe
    gesamt*
    *betrag
    *total
    totaal
    subtotaal
    bedrag
    totale
    importo
    importe
    valor
    rechnung*
    factuur
    """
)


def sum_with(wordings: str, weight: float) -> Label:
    """A word for a sum, and one of these after it."""
    return Label(re.compile(rf"{_SUM}.*{alternatives(wordings)}"), weight)
