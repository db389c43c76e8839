"""What follows from an edit in the same step: the due date from the terms, the terms from the due date."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

from app.domain.draft import Draft, PaymentTerms

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


def with_followers(draft: Draft, path: str, changes: dict[str, Any]) -> dict[str, Any]:
    """The changes with all that follows from them."""
    if path in _MOVES_DUE_DATE:
        after = draft.edited(**changes)
        was_by_terms = draft.due_date is None or draft.due_date == due_by(
            draft.issue_date, draft.payment_terms
        )
        due = due_by(after.issue_date, after.payment_terms)
        if was_by_terms and due is not None:
            return {**changes, "due_date": due}
    if path == "due_date" and draft.payment_terms.days is not None:
        due = changes["due_date"]
        if due == due_by(draft.issue_date, draft.payment_terms):
            return changes
        days = (due - draft.issue_date).days if due and draft.issue_date else None
        fits = days is not None and 0 <= days <= 3650
        terms = draft.payment_terms.model_copy(update={"days": days if fits else None, "end_of_month": False})
        return {**changes, "payment_terms": terms}
    return changes
