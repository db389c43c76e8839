"""Drafts that are ready to be issued, and edits of them."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from app.domain.draft import Draft
from app.domain.rows import Line, Section
from app.services.history import History, HistoryChange

_START = datetime(2026, 3, 1, 9, tzinfo=UTC)
_TICKS = count()


def moment() -> datetime:
    """A moment later than every one before."""
    return _START + timedelta(seconds=next(_TICKS))


def invoice(buyer: str = "Société Lumen", *, price: str = "100.00", **members: Any) -> Draft:
    """A draft that may be issued as it is."""
    return Draft.model_validate(
        {
            "seller": {
                "name": "Atelier Durand",
                "legal_form": "EI",
                "registration": "RCS Lyon 404 833 048",
                "addresses": [
                    {"line1": "1 rue Sala", "postal_code": "69002", "city": "Lyon", "country": "FR"}
                ],
                "tax_ids": [
                    {"scheme": "vat", "value": "FR83404833048"},
                    {"scheme": "siren", "value": "404833048"},
                ],
                "bank_accounts": [{"iban": "FR7630004008120000123456749"}],
            },
            "buyer": {
                "name": buyer,
                "addresses": [
                    {"line1": "2 quai Victor", "postal_code": "75001", "city": "Paris", "country": "FR"}
                ],
            },
            "delivery_date": "2026-03-01",
            "payment_terms": {"days": 30},
            "rows": [{"kind": "line", "id": "r1", "label": "Étude", "unit_price": price, "vat_rate": "20"}],
            **members,
        }
    )


def typed(history: History, label: str = "Edit", *, key: str | None = None, **changes: Any) -> HistoryChange:
    """The change that an edit of these fields makes."""
    change = history.edit(label, history.draft.edited(**changes), key=key, at=moment())
    assert change is not None
    return change


def wander(history: History, chance: random.Random) -> HistoryChange | None:
    """One random thing a user may do: type, add, move, delete, undo, redo, jump."""
    rows = list(history.draft.rows)
    match chance.randrange(9):
        case 0:
            return history.undo()
        case 1:
            return history.redo()
        case 2:
            return history.jump(chance.randrange(len(history.steps) + 1))
        case 3:
            rows.insert(
                chance.randrange(len(rows) + 1),
                Line(
                    id=f"n{next(_TICKS)}",
                    label=chance.choice("abc"),
                    unit_price=Decimal(chance.randrange(99)),
                ),
            )
        case 4:
            rows.insert(chance.randrange(len(rows) + 1), Section(id=f"s{next(_TICKS)}", title="Part"))
        case 5 if rows:
            rows.insert(chance.randrange(len(rows)), rows.pop(chance.randrange(len(rows))))
        case 6 if len(rows) > 1:
            del rows[chance.randrange(len(rows))]
        case 7 if rows:
            at = chance.randrange(len(rows))
            name = "title" if isinstance(rows[at], Section) else "label"
            key = f"{rows[at].id}.{name}"
            rows[at] = rows[at].model_copy(update={name: f"typed {next(_TICKS)}"})
            after = history.draft.edited(rows=tuple(rows))
            return history.edit("Type", after, key=key, at=moment())
        case _:
            buyer = history.draft.buyer.model_copy(update={"name": f"Buyer {chance.randrange(5)}"})
            return history.edit("Buyer", history.draft.edited(buyer=buyer), key="buyer.name", at=moment())
    return history.edit("Rows", history.draft.edited(rows=tuple(rows)), key=None, at=moment())
