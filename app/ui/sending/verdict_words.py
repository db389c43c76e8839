"""Their answer against ours, said to a person: one sentence, and each difference with both figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.formats import money_text
from app.ui.sending.field_titles import field_title

if TYPE_CHECKING:
    from app.services.sending import Comparison, EntryDetail

TOTAL = "totals.gross"
_SUMS = ("totals.gross", "totals.tax", "totals.net", "totals.payable")


def verdict_sentence(detail: EntryDetail, provider: str) -> str:
    """What the verdict comes to; both figures and what to do where they differ."""
    entry, judgement = detail.entry, detail.judgement
    translate = QCoreApplication.translate
    if entry.action != "submit" or judgement is None:
        return translate("Verdict", "{provider}: done.").format(provider=provider)
    total = next((c for c in judgement.comparisons if c.path == TOTAL), None)
    number = entry.receipt.number if entry.receipt is not None else ""
    named = f"{provider} {number}".strip()
    if judgement.state == "differs":
        return _difference_sentence(judgement.differences, entry.currency, named)
    if total is None or total.theirs is None:
        return translate(
            "Verdict",
            "{provider} has it, but does not say its total. Look there, or read it again to compare.",
        ).format(provider=named)
    theirs = money(total.theirs, entry.currency)
    if judgement.state == "changed":
        return translate("Verdict", "{provider} total {theirs}, as the plan said; yours is {ours}.").format(
            provider=named, theirs=theirs, ours=money(total.ours, entry.currency)
        )
    if judgement.state == "unproven":
        return translate(
            "Verdict", "{provider} total {theirs} equals ours; not every sum is told, so it is not proven."
        ).format(provider=named, theirs=theirs)
    return translate("Verdict", "{provider} total {theirs} equals ours.").format(
        provider=named, theirs=theirs
    )


def _difference_sentence(differences: Sequence[Comparison], currency: str, provider: str) -> str:
    worst = next((d for path in _SUMS for d in differences if d.path == path), differences[0])
    said = QCoreApplication.translate(
        "Verdict",
        "{provider} holds {theirs} where yours says {ours} ({field}). Look at it there and correct or void "
        "it, or make a credit note here.",
    ).format(
        provider=provider,
        theirs=shown(worst.path, worst.theirs, currency),
        ours=shown(worst.path, worst.predicted or worst.ours, currency),
        field=field_title(worst.path),
    )
    if len(differences) > 1:
        more = QCoreApplication.translate("Verdict", "{count} more differences.").format(
            count=len(differences) - 1
        )
        return f"{said} {more}"
    return said


def shown(path: str, text: str | None, currency: str) -> str:
    """A compared value as a person reads it; amounts with their currency."""
    if not text:
        return "—"
    is_sum = path.startswith(("totals.", "vat.")) or path.endswith((".net", ".gross"))
    return money(text, currency) if is_sum else text


def money(text: str, currency: str) -> str:
    """A canonical amount with its currency; the text itself if it is none."""
    try:
        return money_text(Decimal(text), currency)
    except InvalidOperation:
        return text
