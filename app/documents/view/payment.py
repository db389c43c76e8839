"""How and when the document is to be paid, in words, and the payload of the bank's QR code."""

from __future__ import annotations

from app.documents.qr import epc_payload
from app.documents.view.said import Said, Voice, joined, said
from app.domain.draft import Draft
from app.domain.parties import BankAccount
from app.domain.totals import Totals


def payment_lines(draft: Draft, voice: Voice) -> tuple[Said, ...]:
    """The lines beside the QR code: account, then terms."""
    terms = draft.payment_terms
    labels = voice.labels
    account = _account(draft)
    pieces = [labels[f"means_{terms.means}"]]
    holder: tuple[Said, ...] = ()
    if account is not None:
        if account.iban:
            pieces.append(labels.fill("iban", iban=spaced_iban(account.iban)))
        if account.bic:
            pieces.append(labels.fill("bic", bic=account.bic))
        pieces.extend(part for part in (account.other, account.bank_name) if part)
        if account.account_name:
            holder = said(labels.fill("account_holder", name=account.account_name), "bank_account")
    # "Bank transfer" without an account tells nobody anything.
    is_said = len(pieces) > 1 or terms.means != "transfer"
    lines = [*said(joined(pieces) if is_said else "", "bank_account"), *holder]
    reference = terms.reference
    if reference:
        lines.append(Said(labels.fill("payment_reference", reference=reference), "payment_terms.reference"))
    when = _when(draft, voice)
    if when:
        lines.append(Said(when, "payment_terms.days"))
    lines.extend(said(terms.text.strip(), "payment_terms.text"))
    return tuple(lines)


def qr_payload(draft: Draft, totals: Totals) -> str:
    """The EPC payload to print, empty if the draft asks for none or the bank rules allow none."""
    account = draft.paying_account
    if (
        account is None
        or draft.kind != "invoice"
        or not draft.payment_terms.show_qr
        or draft.payment_terms.means != "transfer"
        or totals.currency != "EUR"
    ):
        return ""
    payload = epc_payload(
        name=account.account_name or draft.creditor.name,
        iban=account.iban,
        bic=account.bic,
        amount=totals.payable,
        remittance=draft.payment_terms.reference or draft.number,
    )
    return payload or ""


def spaced_iban(iban: str) -> str:
    """The IBAN in groups of four."""
    bare = "".join(iban.split())
    return "\u00a0".join(bare[i : i + 4] for i in range(0, len(bare), 4))


def _account(draft: Draft) -> BankAccount | None:
    """The account to print: one to pay into, or the one that a direct debit names."""
    means = draft.payment_terms.means
    if means in ("transfer", "other"):
        return draft.paying_account
    return draft.bank_account if means == "direct_debit" else None


def _when(draft: Draft, voice: Voice) -> str:
    terms = draft.payment_terms
    if terms.days is not None:
        name = "due_days_end_of_month" if terms.end_of_month else "due_days"
        return voice.labels.fill(name, days=str(terms.days))
    return voice.labels["due_end_of_month"] if terms.end_of_month else ""
