"""Findings about a draft: those of every document, and that it is still from the firm of the sample."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain import checks
from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.problems import Problem
from app.services.sample_firms import SAMPLE_SELLERS
from app.services.sample_names import is_sample_name, letters_and_digits


def check(draft: Draft, totals: Totals) -> tuple[Problem, ...]:
    """All findings, in the order of the form. Errors block the issue."""
    return (*_sample_seller(draft), *checks.check(draft, totals))


def _sample_seller(draft: Draft) -> Iterator[Problem]:
    """The fictional firm as a whole, or what is left of it under another name: its account above all."""
    seller = draft.seller
    if is_sample_name(seller.name):
        yield Problem("seller.name", "sample_seller", "error", {"value": seller.name})
        return
    known = {
        letters_and_digits(value)
        for firm in SAMPLE_SELLERS
        for value in (
            firm.email,
            *(tax_id.value for tax_id in firm.tax_ids),
            *(account.iban for account in firm.bank_accounts),
        )
    }
    left = [("seller.tax_ids", tax_id.value) for tax_id in seller.tax_ids]
    account = draft.paying_account
    if account is not None:
        owner = "seller" if draft.creditor is seller else "payee"
        left.append(("bank_account" if draft.bank_account else f"{owner}.bank_accounts", account.iban))
    left.append(("seller.email", seller.email))
    for path, value in left:
        if value and letters_and_digits(value) in known:
            yield Problem(path, "sample_value", "error", {"value": value})
