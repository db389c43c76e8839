"""Their answer as a receipt: what they say they hold, by the paths of the plan."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal

from pydantic import JsonValue

from app.client.answers import at, day, decimal, flag, identifier, text
from app.client.calls import FREE, Call, Notice, Receipt, Reply
from app.client.provider import Submission
from app.domain.money import ZERO
from app.domain.stated import canonical
from app.providers.pennylane import listing, vat
from app.providers.pennylane.codes import DIRECT
from app.providers.pennylane.v2.held import OURS_BY_LANGUAGE, HeldDocument, HeldLine
from app.providers.pennylane.v2.paths import buyer_paths

State = Literal["draft", "open", "paid", "void", "incomplete", "unknown"]
_STATES: Final[Mapping[str, State]] = {
    "draft": "draft",
    "proforma": "draft",
    "partially_cancelled_draft": "draft",
    "upcoming": "open",
    "late": "open",
    "partially_paid": "open",
    "credit_note": "open",
    "partially_cancelled": "open",
    "archived": "open",
    "paid": "paid",
    "cancelled": "void",
    "incomplete": "incomplete",
}
_MOST_PAGES: Final = 250


def read_back(
    submission: Submission, held: HeldDocument, invoice: JsonValue, customer: JsonValue
) -> Generator[Call, Reply, Receipt]:
    """The receipt of an invoice, with its lines and sections, which are asked for."""
    remote_id = identifier(invoice, "id")
    lines = yield from _all("invoice.lines", f"/customer_invoices/{remote_id}/invoice_lines", _sort(held))
    sections: list[JsonValue] = []
    if held.sections and held.dialect == DIRECT:
        path = f"/customer_invoices/{remote_id}/invoice_line_sections"
        sections = yield from _all("invoice.sections", path, "id")
    told = {
        **_head(invoice),
        **_rows(held, invoice, lines),
        **_sections(held, sections),
        **_buyer(submission, customer),
    }
    return receipt(invoice, told, _notices(held, lines))


def receipt(
    invoice: JsonValue, stored: Mapping[str, str] | None = None, notices: Sequence[Notice] = ()
) -> Receipt:
    """The receipt of an invoice as they answered it. Raises Unexpected for what is no invoice."""
    pdf = text(invoice, "public_file_url")
    is_draft = flag(invoice, "draft") is True
    return Receipt(
        remote_id=identifier(invoice, "id"),
        number="" if is_draft else text(invoice, "invoice_number"),
        state=state_of(invoice),
        links={"pdf": pdf} if pdf else {},
        stored=stored or {},
        notices=tuple(notices),
    )


def state_of(invoice: JsonValue) -> State:
    """Our state for theirs; an unknown one is `unknown`, whatever it may be called."""
    if flag(invoice, "paid"):
        return "paid"
    if flag(invoice, "draft"):
        return "draft"
    return _STATES.get(text(invoice, "status"), "unknown")


def _all(step: str, path: str, sort: str) -> Generator[Call, Reply, list[JsonValue]]:
    """Every record of a list of the invoice; what is unreadable ends it, for the invoice stands."""
    found: list[JsonValue] = []
    cursor = ""
    for number in range(1, _MOST_PAGES + 1):
        query = [("limit", str(listing.MOST))]
        query += [("sort", sort)] if sort else []
        query += [("cursor", cursor)] if cursor else []
        here = step if number == 1 else f"{step}.{number}"
        reply = yield Call(here, "GET", path, tuple(query), repeat=FREE, sample={"items": []})
        told = at(reply.body, "items")
        if not isinstance(told, list):
            break
        found += told
        follows = text(reply.body, "next_cursor")
        if not flag(reply.body, "has_more") or not follows or follows == cursor:
            break
        cursor = follows
    return found


def _sort(held: HeldDocument) -> str:
    return "rank" if held.dialect == DIRECT else "id"


def _head(invoice: JsonValue) -> dict[str, str]:
    currency = text(invoice, "currency")
    gross = decimal(invoice, "currency_amount")
    told = {
        "currency": currency,
        "language": OURS_BY_LANGUAGE.get(text(invoice, "language"), text(invoice, "language")),
        "issue_date": canonical(day(invoice, "date")),
        "due_date": canonical(day(invoice, "deadline")),
        "external_reference": text(invoice, "external_reference"),
        "subject": text(invoice, "pdf_invoice_subject"),
        "free_text": text(invoice, "pdf_invoice_free_text"),
        "description": text(invoice, "pdf_description"),
        "special_mention": text(invoice, "special_mention"),
        "totals.net": canonical(decimal(invoice, "currency_amount_before_tax")),
        "totals.tax": canonical(decimal(invoice, "currency_tax")),
        "totals.gross": canonical(gross),
    }
    if gross is not None:
        told["kind"] = "credit_note" if gross < 0 else "invoice"
    if not flag(invoice, "draft"):
        told["number"] = text(invoice, "invoice_number")
    told |= _reduction("discount", at(invoice, "discount"))
    left = decimal(invoice, "remaining_amount_with_tax")
    if left is not None and currency == "EUR" and not flag(invoice, "paid") and state_of(invoice) == "draft":
        told["totals.payable"] = canonical(left)
    return {path: value for path, value in told.items() if value}


def _rows(held: HeldDocument, invoice: JsonValue, lines: list[JsonValue]) -> dict[str, str]:
    told: dict[str, str] = {}
    if not lines:
        return told
    ordered = lines if held.dialect == DIRECT else sorted(lines, key=_age)
    for line, answered in zip(held.lines, ordered, strict=False):
        told |= _line(line, answered)
        if held.discount is None:
            told[f"rows.{line.id}.net"] = canonical(decimal(answered, "currency_amount_before_tax"))
    if len(ordered) != len(held.lines):
        told["rows"] = str(len(ordered))
    if len(ordered) == len(held.lines):
        told |= _vat(held, invoice, ordered)
    return {path: value for path, value in told.items() if value}


def _age(line: JsonValue) -> tuple[int, str]:
    told = text(line, "id")
    return (int(told), "") if told.isdecimal() and len(told) < 20 else (0, told)


def _line(line: HeldLine, answered: JsonValue) -> dict[str, str]:
    if line.row is None:
        return {}
    code = text(answered, "vat_rate")
    found = vat.held(code, line.row.vat_category)
    told = {
        "label": text(answered, "label"),
        "description": text(answered, "description"),
        "quantity": canonical(decimal(answered, "quantity")),
        "unit": text(answered, "unit"),
        "unit_price": canonical(decimal(answered, "raw_currency_unit_price")),
        "vat_code": code,
        "vat_category": found.category if found else "",
        "vat_rate": canonical(found.rate) if found else "",
    }
    here = {f"{line.place}.{name}": value for name, value in told.items()}
    here |= _reduction(f"{line.place}.discount", at(answered, "discount"))
    dates = at(answered, "imputation_dates")
    if dates is not None:
        here[f"{line.place}.service_start"] = canonical(day(dates, "start_date"))
        here[f"{line.place}.service_end"] = canonical(day(dates, "end_date"))
    return here


def _reduction(path: str, stated: JsonValue) -> dict[str, str]:
    """The kind is told when it is not percent: the model's default states nothing."""
    value = decimal(stated, "value")
    if not value:
        return {}
    told = {f"{path}.value": canonical(value)}
    kind = text(stated, "type")
    if kind != "relative":
        told[f"{path}.kind"] = "amount" if kind == "absolute" else kind
    return told


def _vat(held: HeldDocument, invoice: JsonValue, lines: list[JsonValue]) -> dict[str, str]:
    """The VAT groups, as far as their answer settles them.

    They state no breakdown. Bases are the sums of the lines where nothing is taken off the whole; the tax
    is the whole tax where one rate charges any.
    """
    bases: dict[str, Decimal] = {}
    charging: set[str] = set()
    for line, answered in zip(held.lines, lines, strict=True):
        found = vat.held(text(answered, "vat_rate"), line.row.vat_category if line.row else line.category)
        net = decimal(answered, "currency_amount_before_tax")
        if found is None or net is None:
            return {}
        key = f"vat.{found.category}.{canonical(found.rate)}"
        bases[key] = net + bases.get(key, ZERO)
        charging |= {key} if found.rate else set()
    told: dict[str, str] = {}
    if held.discount is None:
        told |= {f"{key}.basis": canonical(basis) for key, basis in bases.items()}
    if len(charging) <= 1:
        tax = canonical(decimal(invoice, "currency_tax"))
        told |= {f"{key}.tax": tax if key in charging else "0" for key in bases}
    return told


def _sections(held: HeldDocument, sections: list[JsonValue]) -> dict[str, str]:
    by_rank = {text(section, "rank"): section for section in sections}
    told = {}
    for rank, section in enumerate(held.sections, 1):
        answered = by_rank.get(str(rank))
        if answered is not None:
            told[f"rows.{section.id}.title"] = text(answered, "title")
            told[f"rows.{section.id}.text"] = text(answered, "description")
    return {path: value for path, value in told.items() if value}


def _buyer(submission: Submission, customer: JsonValue) -> dict[str, str]:
    if customer is None:
        return {}
    told = {path: text(customer, *member) for path, (_, member) in buyer_paths(submission).items()}
    return {path: value for path, value in told.items() if value}


def _notices(held: HeldDocument, lines: list[JsonValue]) -> tuple[Notice, ...]:
    if not lines:
        return (Notice("notice.not_read_back"),)
    if len(lines) != len(held.lines):
        params = {"ours": str(len(held.lines)), "theirs": str(len(lines))}
        return (Notice("notice.lines_differ", params),)
    return ()
