"""What a person reads of a plan: one row a matter, amounts first, each with its fields to unfold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.currencies import minor_units
from app.domain.draft import Draft
from app.domain.fields import fields
from app.domain.rows import Line
from app.ui.formats import amount_text, date_text, number_text
from app.ui.language import QT_TRANSLATE_NOOP
from app.ui.sending.field_titles import field_title
from app.ui.sending.reasons import Reason

if TYPE_CHECKING:
    from app.services.sending import PlannedField

NOTHING: Final = "—"
SERIOUS: Final = ("dropped", "changed", "added", "kept")
"""Verdicts, the one that wants most attention first."""

_MATTERS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("total", QT_TRANSLATE_NOOP("Review", "Total"), ("totals",)),
    ("vat", QT_TRANSLATE_NOOP("Review", "VAT"), ("vat", "additional_taxes", "vat_on_debits")),
    ("discount", QT_TRANSLATE_NOOP("Review", "Discount"), ("discount",)),
    ("charges", QT_TRANSLATE_NOOP("Review", "Charges and allowances"), ("adjustments",)),
    ("prepaid", QT_TRANSLATE_NOOP("Review", "Paid and rounded"), ("prepaid", "rounding_amount", "cash_step")),
    ("number", QT_TRANSLATE_NOOP("Review", "Number"), ("number", "series", "kind", "title")),
    (
        "customer",
        QT_TRANSLATE_NOOP("Review", "Customer"),
        ("buyer", "billing_address"),
    ),
    ("delivery", QT_TRANSLATE_NOOP("Review", "Delivery"), ("shipping_address", "delivery_date")),
    ("date", QT_TRANSLATE_NOOP("Review", "Date"), ("issue_date",)),
    ("due", QT_TRANSLATE_NOOP("Review", "Due"), ("due_date", "payment_terms")),
    ("period", QT_TRANSLATE_NOOP("Review", "Period"), ("service_start", "service_end")),
    (
        "currency",
        QT_TRANSLATE_NOOP("Review", "Currency"),
        ("currency", "exchange", "amount_decimals", "price_entry"),
    ),
    ("language", QT_TRANSLATE_NOOP("Review", "Language"), ("language",)),
    ("subject", QT_TRANSLATE_NOOP("Review", "Subject"), ("subject",)),
    (
        "texts",
        QT_TRANSLATE_NOOP("Review", "Texts"),
        ("free_text", "description", "special_mention", "memo", "footer"),
    ),
    (
        "references",
        QT_TRANSLATE_NOOP("Review", "References"),
        (
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
            "external_reference",
            "preceding_invoices",
        ),
    ),
    ("own", QT_TRANSLATE_NOOP("Review", "Own fields and tags"), ("custom_fields", "tags")),
    (
        "seller",
        QT_TRANSLATE_NOOP("Review", "From"),
        ("seller", "bank_account", "payee", "tax_representative"),
    ),
    ("rounding", QT_TRANSLATE_NOOP("Review", "Rounding"), ("rounding",)),
    ("page", QT_TRANSLATE_NOOP("Review", "Our page"), ("paper",)),
    ("sections", QT_TRANSLATE_NOOP("Review", "Sections"), ()),
    ("other", QT_TRANSLATE_NOOP("Review", "Other"), ()),
)
_TITLE_OF: Final = {matter: title for matter, title, _ in _MATTERS}
_MATTER_OF: Final = {name: matter for matter, _, names in _MATTERS for name in names}
_VALUES: Final = {
    "per_group": QT_TRANSLATE_NOOP("Review", "once for each rate"),
    "per_line": QT_TRANSLATE_NOOP("Review", "line by line"),
    "invoice": QT_TRANSLATE_NOOP("Review", "invoice"),
    "credit_note": QT_TRANSLATE_NOOP("Review", "credit note"),
    "net": QT_TRANSLATE_NOOP("Review", "without VAT"),
    "gross": QT_TRANSLATE_NOOP("Review", "with VAT"),
    "percent": QT_TRANSLATE_NOOP("Review", "a percentage"),
    "amount": QT_TRANSLATE_NOOP("Review", "an amount"),
}
_AMOUNTS: Final = ("total", "vat", "discount", "charges", "prepaid")


@dataclass(frozen=True)
class ReviewRow:
    """One row. `children` are its fields when there are several; `change` is where it can be changed.

    `key` names the row among all of a plan.
    """

    key: str
    title: str
    ours: str
    theirs: str
    verdict: str
    reason: str
    change: str = ""
    children: tuple[ReviewRow, ...] = ()


def review_rows(
    draft: Draft, planned: Sequence[PlannedField], reason_of: Callable[[PlannedField], Reason]
) -> tuple[ReviewRow, ...]:
    """The rows of the sheet: sums, then the lines, then the rest, in the order of the form.

    Of a long document this takes a while: run it in a job. The words are in the interface's language.
    """
    grouped: dict[str, list[PlannedField]] = {}
    numbers = {line.id: number for number, line in enumerate(draft.lines, 1)}
    for item in planned:
        grouped.setdefault(_matter(numbers, item.path), []).append(item)
    order = {matter: place for place, (matter, _, _) in enumerate(_MATTERS)}
    line_place = len(_AMOUNTS)
    kinds = {spec.path: spec.kind for spec in fields()}

    def place(matter: str) -> tuple[int, int]:
        if matter.startswith("rows."):
            return line_place, numbers[matter.partition(".")[2]]
        rank = order[matter]
        return (rank if matter in _AMOUNTS else rank + line_place + 1), 0

    return tuple(
        _row(draft, matter, grouped[matter], reason_of, kinds, numbers)
        for matter in sorted(grouped, key=place)
    )


def counts(rows: Iterable[ReviewRow]) -> Mapping[str, int]:
    """How many rows have each verdict, or a field that has it."""
    found = dict.fromkeys(SERIOUS, 0)
    for row in rows:
        for verdict in {row.verdict, *(child.verdict for child in row.children)}:
            found[verdict] += 1
    return found


def _common(verdicts: set[str]) -> str:
    """The verdict on several fields together: changed, unless all of them say the same."""
    if len(verdicts) == 1:
        return next(iter(verdicts))
    return "added" if verdicts == {"kept", "added"} else "changed"


def _matter(lines: Mapping[str, int], path: str) -> str:
    first, _, rest = path.partition(".")
    if first != "rows":
        return _MATTER_OF.get(first, "other")
    row_id = rest.partition(".")[0]
    return f"rows.{row_id}" if row_id in lines else "sections"


def _row(
    draft: Draft,
    matter: str,
    items: Sequence[PlannedField],
    reason_of: Callable[[PlannedField], Reason],
    kinds: Mapping[str, str],
    numbers: Mapping[str, int],
) -> ReviewRow:
    children = tuple(_field(draft, item, reason_of, kinds) for item in items)
    title = _line_title(numbers, matter) if matter.startswith("rows.") else _words(_TITLE_OF[matter])
    if len(children) == 1:
        return replace(children[0], key=matter, title=title)
    verdict = _common({child.verdict for child in children})
    worst = next(word for word in SERIOUS if any(child.verdict == word for child in children))
    telling = [child for child in children if child.verdict == worst]
    ours, theirs = _summary(draft, matter, children, items)
    change = next((child.change for child in telling if child.change), "")
    return ReviewRow(
        matter, title, ours, theirs, verdict, _reasons_of(telling, len(children)), change, children
    )


def _reasons_of(telling: Sequence[ReviewRow], among: int) -> str:
    """At most two reasons of these of `among` fields; those dropped, or of several reasons, are named."""
    titles: dict[str, list[str]] = {}
    for child in telling:
        if child.reason:
            titles.setdefault(child.reason, []).append(child.title)
    is_clear = len(titles) < 2 and (len(telling) == among or telling[0].verdict != "dropped")
    if is_clear:
        return "".join(titles)
    named = _words(QT_TRANSLATE_NOOP("Review", "{fields}: {reason}"))
    told = list(titles.items())[:2]
    return " ".join(named.format(fields=_first_of(fields, ", "), reason=reason) for reason, fields in told)


def _summary(
    draft: Draft, matter: str, children: Sequence[ReviewRow], items: Sequence[PlannedField]
) -> tuple[str, str]:
    by_path = {item.path: child for item, child in zip(items, children, strict=True)}
    if matter == "total" and "totals.gross" in by_path:
        return by_path["totals.gross"].ours, by_path["totals.gross"].theirs
    if matter == "customer" and "buyer.name" in by_path:
        return by_path["buyer.name"].ours, by_path["buyer.name"].theirs
    if matter == "vat":
        taxes = [child for path, child in by_path.items() if path.endswith(".tax")]
        return _joined(taxes or children, "ours"), _joined(taxes or children, "theirs")
    if matter == "discount" and "discount.value" in by_path:
        return by_path["discount.value"].ours, by_path["discount.value"].theirs
    if matter.startswith("rows."):
        return _line_sum(by_path, matter, "ours"), _line_sum(by_path, matter, "theirs")
    if matter == "sections":
        number = sum(not isinstance(row, Line) for row in draft.rows)
        ours = _words(QT_TRANSLATE_NOOP("Review", "{count} sections")).format(count=number)
        return ours, NOTHING if all(c.verdict == "dropped" for c in children) else _joined(children, "theirs")
    return _joined(children, "ours"), _joined(children, "theirs")


def _line_sum(by_path: Mapping[str, ReviewRow], matter: str, side: str) -> str:
    quantity, price = by_path.get(f"{matter}.quantity"), by_path.get(f"{matter}.unit_price")
    if quantity is None or price is None:
        return _joined(list(by_path.values()), side)
    texts = [getattr(quantity, side), getattr(price, side)]
    return " × ".join(text for text in texts if text != NOTHING) or NOTHING


def _joined(children: Sequence[ReviewRow], side: str) -> str:
    texts = [text for child in children if (text := getattr(child, side)) != NOTHING]
    return _first_of(texts, " · ") if texts else NOTHING


def _first_of(texts: Iterable[str], between: str) -> str:
    """The first three different ones, and a sign that there are more."""
    different = list(dict.fromkeys(texts))
    return between.join(different[:3]) + (" …" if len(different) > 3 else "")


def _line_title(numbers: Mapping[str, int], matter: str) -> str:
    number = numbers[matter.partition(".")[2]]
    return _words(QT_TRANSLATE_NOOP("Review", "Line {number}")).format(number=number)


def _field(
    draft: Draft, item: PlannedField, reason_of: Callable[[PlannedField], Reason], kinds: Mapping[str, str]
) -> ReviewRow:
    theirs = (
        _words(QT_TRANSLATE_NOOP("Review", "theirs, in the answer"))
        if item.theirs is None
        else _shown(draft, item.path, item.theirs, kinds)
    )
    reason = reason_of(item)
    return ReviewRow(
        item.path,
        field_title(item.path),
        _shown(draft, item.path, item.ours, kinds),
        theirs,
        item.verdict,
        reason.text,
        reason.change,
    )


def _shown(draft: Draft, path: str, text: str, kinds: Mapping[str, str]) -> str:
    if not text:
        return NOTHING
    if text in ("true", "false"):
        yes, no = QT_TRANSLATE_NOOP("Review", "yes"), QT_TRANSLATE_NOOP("Review", "no")
        return _words(yes if text == "true" else no)
    named = _VALUES.get(text)
    if named is not None and kinds.get(_spec_of(path)) == "choice":
        return _words(named)
    if path.startswith(("totals.", "vat.")) or path.endswith((".net", ".gross")):
        return _amount(text, draft.currency)
    if path == "discount.value" and draft.discount is not None and draft.discount.kind == "percent":
        return f"{_number(text)}\u00a0%"
    if path.endswith("unit_price"):
        return _price(text, draft.currency)
    kind = kinds.get(_spec_of(path), "text")
    if kind == "date":
        return _date(text)
    if kind == "number":
        return _number(text)
    return " ".join(text.split())


def _spec_of(path: str) -> str:
    parts = path.split(".")
    spec: list[str] = []
    for place, part in enumerate(parts):
        is_key = place and parts[place - 1] in ("rows", "adjustments")
        if is_key or part.isdigit():
            spec[-1] += "[]"
        else:
            spec.append(part)
    return ".".join(spec)


def _amount(text: str, currency: str) -> str:
    try:
        return amount_text(Decimal(text), currency)
    except InvalidOperation:
        return text


def _price(text: str, currency: str) -> str:
    try:
        price = Decimal(text)
    except InvalidOperation:
        return text
    decimals = len(text.partition(".")[2])
    return amount_text(price, currency) if decimals <= minor_units(currency) else number_text(price)


def _number(text: str) -> str:
    try:
        return number_text(Decimal(text))
    except InvalidOperation:
        return text


def _date(text: str) -> str:
    try:
        return date_text(date.fromisoformat(text))
    except ValueError:
        return text


def _words(text: str) -> str:
    return QCoreApplication.translate("Review", text)
