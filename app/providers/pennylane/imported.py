"""An imported invoice, read: what both importing endpoints answer of head, sums and lines alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, Protocol, TypeVar

from pydantic import JsonValue

from app.client.answers import at, day, decimal, text
from app.domain.money import ZERO
from app.domain.rows import Line, VatCategory
from app.domain.stated import canonical
from app.providers.pennylane import vat
from app.providers.pennylane.shares import Share

_HEAD: Final = (
    ("number", "invoice_number"),
    ("currency", "currency"),
    ("issue_date", "date"),
    ("due_date", "deadline"),
)
_SUMS: Final = (
    ("totals.gross", "currency_amount"),
    ("totals.net", "currency_amount_before_tax"),
    ("totals.tax", "currency_tax"),
)


class Sent(Protocol):
    """One of their lines as it was sent: our share of the books, and the row it is of, if of one."""

    @property
    def share(self) -> Share:
        """Its figures."""

    @property
    def line(self) -> Line | None:
        """The row; None for a line made of what the document states for itself."""


S = TypeVar("S", bound=Sent)


def put(held: dict[str, str], path: str, number: Decimal | None, sign: int) -> None:
    """Hold an amount with the sign it has in the document, if one is told."""
    if number is not None:
        held[path] = canonical(sign * number)


def head(held: dict[str, str], invoice: JsonValue, sign: int) -> None:
    """Number, currency, dates and sums."""
    for path, member in _HEAD:
        if at(invoice, member) is not None:
            told = day(invoice, member) if path.endswith("date") else text(invoice, member)
            held[path] = canonical(told)
    for path, member in _SUMS:
        put(held, path, decimal(invoice, member), sign)


def lines(
    held: dict[str, str], told: Sequence[JsonValue], sent: Sequence[S], sign: int, net_member: str
) -> Iterator[tuple[str, JsonValue, S]]:
    """The figures and the VAT of each line, and the sums of each VAT group.

    Gives path, answer and what was sent of each line that is a row of ours; if their number is not
    ours, nobody knows which is which.
    """
    groups: dict[str, tuple[Decimal, Decimal]] = {}
    for number, line in enumerate(told):
        ours = sent[number] if len(told) == len(sent) else None
        code = text(line, "vat_rate")
        gross, tax, net = (decimal(line, name) for name in ("currency_amount", "currency_tax", net_member))
        category: VatCategory = ours.share.vat[0] if ours else "S"
        means = vat.held(code, category)
        if means and net is not None and tax is not None:
            name = f"vat.{means.category}.{canonical(means.rate)}"
            basis, taxes = groups.get(name, (ZERO, ZERO))
            groups[name] = basis + net, taxes + tax
        if ours is None:
            continue
        root = f"rows.{ours.share.id}" if ours.line else f"shares.{ours.share.id}"
        put(held, f"{root}.gross", gross, sign)
        put(held, f"{root}.net", net, sign)
        if ours.line is None:
            continue
        held[f"{root}.vat_code"] = code
        if means:
            held[f"{root}.vat_category"] = means.category
            held[f"{root}.vat_rate"] = canonical(means.rate)
        yield root, line, ours
    for name, (basis, taxes) in groups.items():
        put(held, f"{name}.basis", basis, sign)
        put(held, f"{name}.tax", taxes, sign)
