"""What follows from an edit in the same step: the due date from the terms, the terms from the due date."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Any

from app.domain.draft import Draft, PaymentTerms
from app.domain.parties import Party

_STATE = re.compile(r"\s*[A-Za-z]{2}")
_MOVES_DUE_DATE = frozenset({"issue_date", "payment_terms.days", "payment_terms.end_of_month"})


def due_by(issued: date | None, terms: PaymentTerms) -> date | None:
    """The day the terms ask for; None when they name none or the calendar ends before."""
    if issued is None or terms.days is None:
        return None
    try:
        due = issued + timedelta(days=terms.days)
    except OverflowError:
        return None
    if terms.end_of_month:
        due = due.replace(day=calendar.monthrange(due.year, due.month)[1])
    return due


def with_followers(base: Draft, path: str, changes: dict[str, Any]) -> dict[str, Any]:
    """The changes with all that follows from them.

    `base` is the draft before the stay in the field: half a date that passes while someone types
    must not decide what follows from the whole.
    """
    if path in _MOVES_DUE_DATE:
        after = base.edited(**changes)
        if base.due_date is None or base.due_date == due_by(base.issue_date, base.payment_terms):
            return {**changes, "due_date": due_by(after.issue_date, after.payment_terms) or base.due_date}
    if path in ("buyer.name", "seller.name"):
        role = path.partition(".")[0]
        before, after = getattr(base, role), changes[role]
        contact_id = before.contact_id if _is_same(before.name, after.name) else None
        return {role: after.model_copy(update={"contact_id": contact_id})}
    role, listed, place, member = (path.split(".") + [""] * 4)[:4]
    if (listed, member) == ("tax_ids", "value") and int(place) >= len(getattr(base, role).tax_ids):
        return {role: _with_kind_of_number(changes[role], int(place))}
    if path == "due_date" and base.payment_terms.days is not None:
        due = changes["due_date"]
        terms = base.payment_terms
        if due != due_by(base.issue_date, terms):
            days = (due - base.issue_date).days if due and base.issue_date else None
            fits = days is not None and 0 <= days <= 3650
            terms = terms.model_copy(update={"days": days if fits else None, "end_of_month": False})
        return {**changes, "payment_terms": terms}
    return changes


def _with_kind_of_number(party: Party, place: int) -> Party:
    """A new number that begins with the letters of a country is a VAT number, whatever was proposed."""
    tax_id = party.tax_ids[place]
    if not _STATE.match(tax_id.value):
        return party
    tax_ids = (
        *party.tax_ids[:place],
        tax_id.model_copy(update={"scheme": "vat"}),
        *party.tax_ids[place + 1 :],
    )
    return party.model_copy(update={"tax_ids": tax_ids})


def _is_same(old: str, new: str) -> bool:
    """Whether a name typed over an old one is the same party's, corrected, rather than another's."""
    old, new = old.strip().casefold(), new.strip().casefold()
    return not old or old[:3] == new[:3]
