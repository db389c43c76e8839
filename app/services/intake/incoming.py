"""A reviewed supplier's document as a Draft, so that it can be sent and exported like any other.

The supplier is the seller. Its lines are those that were read if they make the totals, else one a VAT
rate, else one in all: what the person checked are the totals, and the draft has them to the cent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from typing import get_args

from app.client.provider import Attachment
from app.domain.draft import DocumentLanguage, Draft
from app.domain.money import EXACT, ZERO, round_half_away
from app.domain.parties import BankAccount, Party, TaxId
from app.domain.problems import Problem
from app.domain.rows import Line
from app.domain.stated import canonical
from app.domain.totals import compute
from app.intake.reading import Reading
from app.services.intake.answers import amount_of, day_of, is_credit_note, values_of
from app.services.intake.documents import Document
from app.services.intake.file_names import DEFAULT_PATTERN, archive_name
from app.services.intake.problems import CannotFile
from app.services.intake.wishes import with_wishes

RATE_DECIMALS = 6


def incoming_draft(document: Document, buyer: Party | None = None) -> Draft:
    """The draft of a document without errors; its id is the file's. Raises CannotFile, also if no
    rate gives the tax."""
    reading = document.reading
    if reading is None or document.errors:
        raise CannotFile(document.errors)
    values = values_of(reading, document.answer)
    net, tax, gross = (amount_of(values.get(name, "")) or ZERO for name in ("net", "tax", "gross"))
    tax_ids = [
        TaxId(scheme=scheme, value=values[name])
        for scheme, name in (("vat", "supplier_vat_id"), ("siren", "supplier_siren"))
        if name in values
    ]
    iban = values.get("iban", "")
    language = reading.language if reading.language in get_args(DocumentLanguage) else "en"
    draft = Draft(
        id=document.id,
        kind="credit_note" if is_credit_note(reading, document.answer) else "invoice",
        number=values.get("invoice_number", ""),
        currency=values["currency"],
        language=language,
        issue_date=day_of(values.get("date", "")),
        due_date=day_of(values.get("due_date", "")),
        seller=Party(
            name=values.get("supplier_name", ""),
            tax_ids=tuple(tax_ids),
            bank_accounts=(BankAccount(iban=iban),) if iban else (),
        ),
        buyer=buyer or Party(),
    )
    for lines in _ways(reading, values.get("supplier_name", ""), net, tax):
        for rounding in ("per_group", "per_line"):
            tried = draft.edited(rows=tuple(lines), rounding=rounding)
            totals = compute(tried)
            if (totals.net, totals.tax) == (net, tax):
                gap = gross - totals.gross
                found = tried.edited(rounding_amount=gap) if gap else tried
                return with_wishes(found, document.file.wishes)
    params = {"net": canonical(net), "tax": canonical(tax)}
    raise CannotFile([Problem("tax", "intake_no_rate", "error", params)])


def original_of(document: Document, content: bytes, pattern: str = DEFAULT_PATTERN) -> Attachment:
    """The file that goes along, byte for byte, under the name the archive gives it."""
    digest = hashlib.sha256(content).hexdigest()
    values = values_of(document.reading, document.answer) if document.reading is not None else {}
    name = archive_name(values, document.file.media_type, document.file.name, pattern)
    return Attachment(name, document.file.media_type, content, digest)


def _ways(reading: Reading, name: str, net: Decimal, tax: Decimal) -> Iterator[Sequence[Line]]:
    """Rows that may make these totals, the most telling first."""
    if by_line := _lines(reading):
        yield by_line
    if by_rate := _rates(reading, name):
        yield by_rate
    yield _whole(name, net, tax)


def _lines(reading: Reading) -> list[Line]:
    made = []
    for number, read in enumerate(reading.lines, 1):
        net, rate = amount_of(read.net), amount_of(read.vat_rate)
        if net is None or rate is None or not 0 <= rate < 1000:
            return []
        made.append(_line(f"l{number}", read.label, net, rate))
    return made


def _rates(reading: Reading, name: str) -> list[Line]:
    made = []
    for number, read in enumerate(reading.vat, 1):
        basis, rate = amount_of(read.basis), amount_of(read.rate)
        if basis is None or rate is None or not 0 <= rate < 1000:
            return []
        made.append(_line(f"r{number}", name, basis, rate))
    return made


def _whole(name: str, net: Decimal, tax: Decimal) -> list[Line]:
    """One line at the roundest rate that gives this tax: 20 before 19.98."""
    if not net or not tax:
        return [_line("l1", name, net, ZERO)]
    with localcontext(EXACT):
        exact = abs(tax / net) * 100
        for decimals in range(RATE_DECIMALS + 1):
            rate = round_half_away(exact, decimals)
            if rate < 1000 and round_half_away(net * rate / 100, _decimals(tax)) == tax:
                return [_line("l1", name, net, rate)]
    return []


def _decimals(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return max(2, -exponent) if isinstance(exponent, int) else 2


def _line(line_id: str, label: str, net: Decimal, rate: Decimal) -> Line:
    category = "S" if rate else "Z"
    return Line(id=line_id, label=label[:2_000], unit_price=net, vat_category=category, vat_rate=rate)
