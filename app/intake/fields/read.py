"""From the words of a document to its reading: pure, and the same for the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from app.intake.fields.choose import Chosen, chosen
from app.intake.fields.choose_supplier import KnownSupplier
from app.intake.fields.evidence import evidence_of
from app.intake.fields.lines import lines_of
from app.intake.fields.memory import Memory
from app.intake.fields.recall import recalled
from app.intake.fields.stated_vat import vat_of
from app.intake.fields.surroundings import title_of
from app.intake.page import Pages
from app.intake.reading import FieldName, FieldReading, Kind, Reading, Remark

NEXT_YEAR: Final = timedelta(days=31)
"""A date further ahead of today is doubtful."""


def read_pages(
    pages: Pages,
    *,
    memory: Memory | None = None,
    suppliers: Sequence[KnownSupplier] = (),
    today: date | None = None,
) -> Reading:
    """The reading of a document by its words alone.

    `memory` is what corrections taught, `suppliers` those the provider has; `today` makes dates that
    lie ahead doubtful.
    """
    found = evidence_of(pages)
    if not found.cells:
        return Reading("", "other", warnings=(Remark("no_text"),), page_count=pages.page_count)
    first = chosen(found, suppliers)
    best, remarks = recalled(found, first, memory, suppliers) if memory else (first, [])
    fields = _doubted(best.fields, today)
    kind, about = _kind(best, title_of(found.cells))
    return Reading(
        "",
        kind,
        fields,
        vat=vat_of(best),
        lines=lines_of(found, fields),
        warnings=(*about, *best.remarks, *remarks, *_missing(kind, fields)),
        language=found.language,
        page_count=pages.page_count,
    )


def _kind(best: Chosen, title: tuple[str, str] | None) -> tuple[Kind, list[Remark]]:
    fields = best.fields
    is_complete = "gross" in fields and "invoice_number" in fields and "date" in fields
    if title is None:
        return ("invoice", []) if is_complete else ("other", [Remark("not_an_invoice")])
    kind, words = title
    if kind == "other":
        return "other", [Remark("other_document", {"title": words})]
    if kind == "credit_note" or (is_complete and fields["gross"].value.startswith("-")):
        return "credit_note", []
    return "invoice", []


def _doubted(fields: Mapping[FieldName, FieldReading], today: date | None) -> dict[FieldName, FieldReading]:
    issued = fields.get("date")
    doubted = dict(fields)
    if today is not None and issued is not None and date.fromisoformat(issued.value) > today + NEXT_YEAR:
        doubted["date"] = FieldReading(
            issued.value, min(issued.confidence, 0.5), issued.source, False, issued.page, issued.box
        )
    return doubted


def _missing(kind: Kind, fields: Mapping[FieldName, FieldReading]) -> list[Remark]:
    if kind == "other":
        return []
    remarks = []
    if "due_date" not in fields and kind == "invoice":
        remarks.append(Remark("no_due_date", {}, ("due_date",)))
    missing: tuple[FieldName, ...] = tuple(
        name
        for name in ("supplier_name", "invoice_number", "date", "gross", "currency")
        if name not in fields
    )
    if missing:
        remarks.append(Remark("not_found", {"fields": ", ".join(missing)}, missing))
    return remarks
