"""The document as Pennylane will hold it: the one value that requests, plan and reading are made from.

Pennylane knows lines with a net price of at most six decimals, one discount a line, one discount on the
whole, and nothing else that changes a sum. So a price that includes VAT becomes a net one, allowances
and charges of a line join its discount, and those of the document become lines of their own.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, localcontext
from typing import Literal, NamedTuple

from app.client.once import once_per_submission
from app.client.provider import Submission
from app.domain.draft import Draft, PaymentTerms, Rounding
from app.domain.figures import LineTotals, Totals
from app.domain.money import EXACT, HUNDRED, ZERO, plain, round_half_away
from app.domain.rows import Discount, DocumentAdjustment, Line, Row, Section, VatCategory
from app.domain.totals import compute
from app.providers.pennylane import vat
from app.providers.pennylane.access import dialect_of
from app.providers.pennylane.codes import LANGUAGES
from app.providers.pennylane.v2 import texts
from app.providers.pennylane.v2.options import chosen, is_on, of_line

PRICE_DECIMALS = 6
_BLANK = Line()
_LANGUAGES = {"fr": "fr_FR", "en": "en_GB", "de": "de_DE"}
OURS_BY_LANGUAGE = {theirs: ours for ours, theirs in _LANGUAGES.items()}

Reduction = tuple[Literal["relative", "absolute"], Decimal]


class HeldLine(NamedTuple):
    """One of their lines. `place` is the path of what it stands for: a row, an adjustment, the discount.

    `row` is None for a line made of something else. `code` is empty when they have none.
    """

    id: str
    place: str
    row: Line | None
    label: str
    description: str
    quantity: Decimal
    unit: str
    price: Decimal
    discount: Reduction | None
    category: VatCategory
    rate: Decimal
    code: str
    section_rank: int | None = None
    product_id: str = ""
    is_lump: bool = False


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """The whole of it. `totals` are those of `draft`, our model of what they hold."""

    dialect: str
    is_draft: bool
    day: date
    deadline: date
    language: str
    free_text: str
    mention: str
    reference: str
    is_reference_ours: bool
    discount: Reduction | None
    lines: tuple[HeldLine, ...]
    sections: tuple[Section, ...]
    draft: Draft
    totals: Totals


@once_per_submission
def hold(submission: Submission) -> HeldDocument:
    """What they will hold of a submission."""
    with localcontext(EXACT):
        return _hold(submission)


def deadline_of(terms: PaymentTerms, day: date) -> date:
    """When a document of that day is due by its terms; on the day itself when they name none."""
    due = day + timedelta(days=terms.days or 0)
    if terms.end_of_month:
        due = due.replace(day=calendar.monthrange(due.year, due.month)[1])
    return due


def _hold(submission: Submission) -> HeldDocument:
    draft = submission.draft
    dialect = dialect_of(submission.connection)
    day = draft.issue_date or submission.today
    language = chosen(submission, "language") or _LANGUAGES.get(draft.language, "en_GB")
    if language not in LANGUAGES[dialect]:
        language = "en_GB"
    with_extras = chosen(submission, "extras") == "in_texts"
    sections = tuple(row for row in draft.rows if isinstance(row, Section))
    splits = bool(draft.adjustments) and draft.discount is not None and bool(submission.totals.discount)
    lines = (
        *_rows(submission, dialect, language),
        *_adjustments(submission, dialect),
        *(_discount_lines(submission, dialect) if splits else ()),
    )
    discount = None if splits else _reduction(draft.discount)
    rounding: Rounding = "per_line" if chosen(submission, "tax_rounding") == "per_line" else "per_group"
    held = _model(draft, lines, discount, rounding)
    own = draft.external_reference.strip()
    return HeldDocument(
        dialect=dialect,
        is_draft=is_on(submission, "draft"),
        day=day,
        deadline=draft.due_date or deadline_of(draft.payment_terms, day),
        language=language,
        free_text=texts.free_text(draft, language) if with_extras else draft.free_text,
        mention=texts.mention(draft, language) if with_extras else draft.special_mention,
        reference=own or f"factotum-{submission.key}",
        is_reference_ours=bool(own),
        discount=discount,
        lines=lines,
        sections=sections,
        draft=held,
        totals=compute(held, submission.totals),
    )


def _rows(submission: Submission, dialect: str, language: str) -> Iterator[HeldLine]:
    rank = 0
    for row in submission.draft.rows:
        if isinstance(row, Section):
            rank += 1
        else:
            figures = submission.totals.by_line[row.id]
            yield _row(submission, row, figures, dialect, language, rank or None)


def _row(
    submission: Submission, row: Line, figures: LineTotals, dialect: str, language: str, rank: int | None
) -> HeldLine:
    rate = row.vat_rate or ZERO
    code = row.vat_code or _code(submission, row.vat_category, rate, dialect)
    taken = vat.held(code, row.vat_category)
    price = _net_price(row)
    discount = _line_reduction(row, figures, submission.totals.decimals)
    quantity, description, is_lump = row.quantity, _description(submission, row), False
    unit = texts.unit_word(row.unit or chosen(submission, "default_unit"), language)
    if chosen(submission, "inexact_lines") == "keep_amount" and not _gives(
        row, price, discount, figures, submission
    ):
        told = f"{plain(row.quantity)} {unit} × {plain(row.unit_price)}".replace("  ", " ")
        description = "\n".join(part for part in (told, description) if part)
        quantity, price, discount, is_lump = Decimal(1), figures.net, None, True
        if price < 0:
            quantity, price = -quantity, -price
    return HeldLine(
        id=row.id,
        place=f"rows.{row.id}",
        row=row,
        label=row.label,
        description=description,
        quantity=quantity,
        unit=unit,
        price=price,
        discount=discount,
        category=taken.category if taken else row.vat_category,
        rate=taken.rate if taken else rate,
        code=code,
        section_rank=rank,
        product_id=_product(submission, row),
        is_lump=is_lump,
    )


def _gives(
    row: Line, price: Decimal, discount: Reduction | None, figures: LineTotals, submission: Submission
) -> bool:
    """Whether quantity, price and discount as they take them come to our net of the line."""
    as_held = Line(
        id=row.id, quantity=row.quantity, unit_price=price, discount=_ours(discount), vat_rate=row.vat_rate
    )
    alone = Draft(currency=submission.draft.currency, rows=(as_held,))
    return compute(alone).lines_net == figures.net


def _net_price(row: Line) -> Decimal:
    price = row.unit_price / (row.price_base_quantity or Decimal(1))
    if row.price_entry == "gross":
        price /= 1 + (row.vat_rate or ZERO) / HUNDRED
    return round_half_away(price, PRICE_DECIMALS)


def _line_reduction(row: Line, figures: LineTotals, decimals: int) -> Reduction | None:
    """The line's discount; with allowances or charges beside it, one amount for all of them."""
    if not row.adjustments:
        if row.discount is not None and row.discount.kind == "percent":
            return _reduction(row.discount)
        reduced = figures.discount
    else:
        reduced = figures.discount + sum(
            (-told.amount if told.is_charge else told.amount for told in figures.adjustments), ZERO
        )
    if row.price_entry == "gross":
        reduced = round_half_away(reduced / (1 + (row.vat_rate or ZERO) / HUNDRED), decimals)
    return ("absolute", reduced) if reduced else None


def _description(submission: Submission, row: Line) -> str:
    told = [row.description]
    if chosen(submission, "extras") == "in_texts":
        told += [
            f"{field.name}: {field.value}" if field.name else field.value
            for field in row.custom_fields
            if field.name or field.value
        ]
    return "\n".join(part for part in told if part)


def _product(submission: Submission, row: Line) -> str:
    own = of_line(row, "product_id")
    if own or chosen(submission, "products") == "free":
        return own
    catalogue_id = row.product.catalogue_id if row.product else None
    return submission.known.get(f"item:{catalogue_id}", "") if catalogue_id else ""


def _adjustments(submission: Submission, dialect: str) -> Iterator[HeldLine]:
    """Allowances and charges of the document, each a line of quantity one or minus one."""
    for stated, figures in submission.totals.adjustments:
        if figures.amount:
            quantity = Decimal(1) if stated.is_charge else Decimal(-1)
            yield _made_line(submission, stated, quantity, figures.amount, dialect)


def _made_line(
    submission: Submission, stated: DocumentAdjustment, quantity: Decimal, amount: Decimal, dialect: str
) -> HeldLine:
    rate = stated.vat_rate or ZERO
    code = _code(submission, stated.vat_category, rate, dialect)
    taken = vat.held(code, stated.vat_category)
    kind = "shipping" if stated.kind == "shipping" else "charge" if stated.is_charge else "allowance"
    if amount < 0:
        quantity, amount = -quantity, -amount
    return HeldLine(
        id=stated.id,
        place=f"adjustments.{stated.id}",
        row=None,
        label=stated.reason or _MADE[kind],
        description="",
        quantity=quantity,
        unit="",
        price=amount,
        discount=None,
        category=taken.category if taken else stated.vat_category,
        rate=taken.rate if taken else rate,
        code=code,
    )


_MADE = {
    "shipping": "Frais de port / Shipping",
    "charge": "Frais / Charge",
    "allowance": "Remise / Allowance",
    "discount": "Remise globale / Discount",
}


def _discount_lines(submission: Submission, dialect: str) -> Iterator[HeldLine]:
    """The discount on the whole as one line for each VAT group, its share of the group as we have it."""
    for number, group in enumerate(submission.totals.vat, 1):
        if group.discount:
            stated = DocumentAdjustment(
                id=f"discount-{number}",
                vat_category=group.category,
                vat_rate=group.rate,
                reason=(submission.draft.discount.reason if submission.draft.discount else "")
                or _MADE["discount"],
            )
            made = _made_line(submission, stated, Decimal(-1), group.discount, dialect)
            yield made._replace(place="discount")


def _code(submission: Submission, category: VatCategory, rate: Decimal, dialect: str) -> str:
    found = vat.code_for(submission.draft.seller.country, category, rate, dialect)
    if found is None or rate:
        return found or ""
    return chosen(submission, f"vat_code_{category}") or found


def _reduction(discount: Discount | None) -> Reduction | None:
    if discount is None or not discount.value:
        return None
    return ("relative" if discount.kind == "percent" else "absolute", discount.value)


def _ours(reduction: Reduction | None) -> Discount | None:
    if reduction is None:
        return None
    return Discount(kind="percent" if reduction[0] == "relative" else "amount", value=reduction[1])


def _model(
    draft: Draft, lines: tuple[HeldLine, ...], discount: Reduction | None, rounding: Rounding
) -> Draft:
    rows: tuple[Row, ...] = tuple(_as_held(line) for line in lines)
    return Draft(
        kind=draft.kind, currency=draft.currency, rounding=rounding, discount=_ours(discount)
    ).edited(rows=rows)


def _as_held(line: HeldLine) -> Line:
    """A line with their figures: our own row where they are the same, whose sums are known already."""
    row = line.row
    if (
        row is not None
        and row.unit_price == line.price
        and row.quantity == line.quantity
        and row.price_entry == "net"
        and row.price_base_quantity == 1
        and not row.adjustments
        and _reduction(row.discount) == line.discount
        and (row.vat_rate or ZERO) == line.rate
        and row.vat_category == line.category
    ):
        return row
    return _BLANK.model_copy(
        update={
            "id": line.id,
            "quantity": line.quantity,
            "unit_price": line.price,
            "discount": _ours(line.discount),
            "vat_category": line.category,
            "vat_rate": line.rate,
        }
    )
