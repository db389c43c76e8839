"""The report on numbers: every number of a series is there, or it is said which is not and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.services.workspace import MissingNumber, SeriesGaps

MOST_NAMED = 20

translate = QCoreApplication.translate


def gap_lines(found: Sequence[SeriesGaps]) -> list[str]:
    """One line for each series and period in use, then one for each number without a valid document."""
    lines: list[str] = []
    for series in sorted(found, key=lambda each: (each.kind != "invoice", each.series, each.period)):
        lines.append(_summary(series))
        lines += [f"    {_reason(missing)}" for missing in series.missing[:MOST_NAMED]]
        if len(series.missing) > MOST_NAMED:
            more = translate("Gaps", "and {count} more")
            lines.append("    " + more.format(count=len(series.missing) - MOST_NAMED))
    return lines


def _summary(series: SeriesGaps) -> str:
    kind = (
        translate("Gaps", "Credit notes") if series.kind == "credit_note" else translate("Gaps", "Invoices")
    )
    name = " ".join(
        part for part in (kind, series.series * (series.series != "default"), series.period) if part
    )
    words = (
        translate("Gaps", "{series}: {first} to {last}, not complete:")
        if any(missing.reason == "missing" for missing in series.missing)
        else translate("Gaps", "{series}: {first} to {last}, no gaps")
    )
    return words.format(series=name, first=series.first, last=series.last)


def _reason(missing: MissingNumber) -> str:
    if missing.reason == "void":
        return translate("Gaps", "{number} is void: {reason}").format(
            number=missing.number, reason=missing.explanation
        )
    if missing.reason == "continued":
        return translate("Gaps", "{number} and on, up to {last}, were left to another program").format(
            number=missing.number, last=missing.last_counter
        )
    return translate("Gaps", "{number} has no document").format(number=missing.number)
