"""The texts ChargeOver prints: one description a line, one memo a document.

The first row of a description is our label, the rest is our description and what else the person
wants said there. The memo gathers our texts to the customer, which have no members of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from app.domain.draft import DocumentLanguage, Draft
from app.domain.figures import Totals
from app.domain.rows import Discount, DocumentAdjustment, Line, Section
from app.providers.chargeover_v3.choices import Choices
from app.providers.chargeover_v3.labels import label, labelled, number
from app.providers.chargeover_v3.lines import Laid

REFERENCES: Final = (
    "buyer_reference",
    "purchase_order",
    "contract_reference",
    "project_reference",
    "sales_order",
    "receiving_advice",
    "despatch_advice",
    "tender_reference",
    "object_reference",
    "accounting_reference",
)
"""Fields of the draft that name another paper; together they are one part of the memo."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of theirs and the fields of the draft that stand in it."""

    text: str
    paths: tuple[str, ...] = ()


class Description(NamedTuple):
    """The description of one line: `head` is its first row, `rest` what follows."""

    head: str
    rest: str
    paths: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """As it is sent."""
        return "\n".join(part for part in (self.head, self.rest) if part)


def one_row(value: str) -> str:
    """The text without breaks."""
    return " ".join(value.split("\n")).replace("\r", "").strip() if "\n" in value or "\r" in value else value


def even(value: str) -> str:
    """The text with plain line ends."""
    return value.replace("\r\n", "\n").replace("\r", "\n")


def describe(
    laid: Laid, section: Section | None, draft: Draft, totals: Totals, choices: Choices
) -> Description:
    """What the line says. `section` is the heading to be said above it, if any."""
    if laid.line is None:
        return _describe_reduction(laid, draft, totals)
    return _describe_line(laid, laid.line, section, draft.language, choices)


def _describe_line(
    laid: Laid, line: Line, section: Section | None, language: DocumentLanguage, choices: Choices
) -> Description:
    path = laid.path
    parts: list[tuple[str, tuple[str, ...]]] = []
    if section is not None and choices.flag("section_in_text", True):
        title = " – ".join(part for part in (one_row(section.title), one_row(section.text)) if part)
        told = tuple(f"rows.{section.id}.{name}" for name in ("title", "text") if getattr(section, name))
        parts.append((title, told))
    parts.append((even(line.description), ()))
    if laid.is_lump:
        counted = f"{number(line.quantity, language)} × {number(line.unit_price, language)}"
        parts.append((counted if line.price_entry == "net" else "", ()))
    if line.discount is not None and choices.flag("discount_in_text", True):
        parts.append((_discount(line.discount, language), _leaves(f"{path}.discount", line.discount)))
    parts += _details(path, line, language, choices)
    said = [part for part in parts if part[0]]
    return Description(
        one_row(line.label),
        "\n".join(text for text, _ in said),
        tuple(name for _, names in said for name in names),
    )


def _details(
    path: str, line: Line, language: DocumentLanguage, choices: Choices
) -> Iterator[tuple[str, tuple[str, ...]]]:
    if line.unit and choices.flag("unit_in_text"):
        yield labelled("unit", line.unit, language), (f"{path}.unit",)
    if choices.flag("period_in_text", True):
        days = [
            (name, day.isoformat())
            for name, day in (("service_start", line.service_start), ("service_end", line.service_end))
            if day
        ]
        if days:
            told = " – ".join(day for _, day in days)
            yield labelled("period", told, language), tuple(f"{path}.{name}" for name, _ in days)
    if choices.flag("exemption_in_text", True):
        named = tuple(n for n in ("exemption_reason", "exemption_code") if getattr(line, n))
        reason = " – ".join(one_row(getattr(line, name)) for name in named)
        yield reason, tuple(f"{path}.{name}" for name in named)
    if choices.flag("codes_in_text"):
        if line.order_line_reference:
            told = labelled("order_line", line.order_line_reference, language)
            yield told, (f"{path}.order_line_reference",)
        if line.accounting_reference:
            told = labelled("accounting_reference", line.accounting_reference, language)
            yield told, (f"{path}.accounting_reference",)
        product = line.product
        for name in ("seller_code", "buyer_code", "standard_code") if product else ():
            if getattr(product, name):
                yield labelled("code", getattr(product, name), language), (f"{path}.product.{name}",)


def _discount(discount: Discount, language: DocumentLanguage) -> str:
    amount = number(discount.value, language) + ("\u00a0%" if discount.kind == "percent" else "")
    said = labelled("discount", amount, language)
    return f"{said} ({one_row(discount.reason)})" if discount.reason else said


def _leaves(path: str, discount: Discount) -> tuple[str, ...]:
    return (f"{path}.value", f"{path}.kind", *((f"{path}.reason",) if discount.reason else ()))


def _describe_reduction(laid: Laid, draft: Draft, totals: Totals) -> Description:
    if laid.path == "discount":
        discount = draft.discount
        head = label("discount", draft.language)
        if discount is None:
            return Description(head, "")
        if discount.kind == "percent":
            head += f" {number(discount.value, draft.language)}\u00a0%"
        if len(totals.vat) > 1:
            head += f" ({number(laid.vat[1], draft.language)}\u00a0%)"
        paths = ("discount.reason",) if discount.reason else ()
        return Description(head, one_row(discount.reason), paths)
    adjustment = adjustment_at(draft, laid.path)
    head = one_row(adjustment.reason)
    if head:
        return Description(head, "", (f"{laid.path}.reason",))
    name = "shipping" if adjustment.kind == "shipping" else "charge" if adjustment.is_charge else "discount"
    return Description(label(name, draft.language), "")


def adjustment_at(draft: Draft, path: str) -> DocumentAdjustment:
    """The document's allowance or charge of that path. Raises StopIteration if there is none."""
    return next(found for found in draft.adjustments if f"adjustments.{found.id}" == path)


def memo(draft: Draft, choices: Choices) -> Said:
    """The note to the customer."""
    parts = list(_memo_parts(draft, choices))
    return Said("\n\n".join(text for text, _ in parts), tuple(path for _, paths in parts for path in paths))


def _memo_parts(draft: Draft, choices: Choices) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in ("title", "subject", "description", "free_text", "memo", "special_mention", "footer"):
        if name == "special_mention":
            yield from _references(draft, choices)
        value = even(getattr(draft, name))
        if value and (name == "memo" or choices.flag(f"memo_{name}", name not in ("title", "footer"))):
            yield value, (name,)


def _references(draft: Draft, choices: Choices) -> Iterator[tuple[str, tuple[str, ...]]]:
    language = draft.language
    rows: list[tuple[str, tuple[str, ...]]] = []
    if choices.flag("memo_references", True):
        rows += [
            (labelled(name, one_row(getattr(draft, name)), language), (name,))
            for name in REFERENCES
            if getattr(draft, name)
        ]
        rows += [
            (labelled("preceding", one_row(found.number), language), (f"preceding_invoices.{place}.number",))
            for place, found in enumerate(draft.preceding_invoices)
            if found.number
        ]
    if choices.flag("memo_delivery", True):
        if draft.delivery_date:
            told = labelled("delivery", draft.delivery_date.isoformat(), language)
            rows.append((told, ("delivery_date",)))
        days = [(n, d.isoformat()) for n in ("service_start", "service_end") if (d := getattr(draft, n))]
        if days:
            told = labelled("period", " – ".join(day for _, day in days), language)
            rows.append((told, tuple(name for name, _ in days)))
    if rows:
        yield "\n".join(text for text, _ in rows), tuple(path for _, paths in rows for path in paths)
