"""What a text beside a value says about it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from app.intake.fields.wordings.days import DATE_LABELS
from app.intake.fields.wordings.due import DUE_LABELS
from app.intake.fields.wordings.gross import GROSS_LABELS
from app.intake.fields.wordings.net import NET_LABELS
from app.intake.fields.wordings.numbers import NUMBER_LABELS
from app.intake.fields.wordings.parties import BUYER_HEADS, BUYER_IDS
from app.intake.fields.wordings.syntax import Label
from app.intake.fields.wordings.tax import TAX_LABELS

LABELS: Final[dict[str, tuple[Label, ...]]] = {
    "number": NUMBER_LABELS,
    "date": DATE_LABELS,
    "due_date": DUE_LABELS,
    "net": NET_LABELS,
    "tax": TAX_LABELS,
    "gross": GROSS_LABELS,
    "buyers_id": BUYER_IDS,
    "buyer": BUYER_HEADS,
}
"""By field; `buyer` heads a block that is about the customer, `buyers_id` stands by an identifier of hers."""


@lru_cache(maxsize=16384)
def weight(field: str, text: str) -> float:
    """How much this folded text says that the value beside it is this field: the best hint less the worst."""
    best = worst = 0.0
    for label in LABELS[field]:
        if label.weight > 0:
            if label.weight > best and label.is_in(text):
                best = label.weight
        elif label.weight < worst and label.is_in(text):
            worst = label.weight
    return best + worst
