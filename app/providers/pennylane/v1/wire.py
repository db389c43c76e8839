"""A document in the members of the V1 import. Money and quantities are JSON numbers, lines hold VAT.

An amount of a line includes VAT: the line's share of the document's own gross (`shares`), so that the
lines sum to it to the cent.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext
from typing import Final

from app.client.once import once_per_submission
from app.client.provider import Submission
from app.domain.money import EXACT, ZERO
from app.domain.rows import Line
from app.providers.pennylane import firm
from app.providers.pennylane.codes import GATEWAY, VAT_RATES
from app.providers.pennylane.given import (
    day_of,
    deadline_of,
    flag_of,
    line_options,
    number_of,
    pairs_of,
    text_of,
)
from app.providers.pennylane.shares import Share, shares_of, sign_of
from app.providers.pennylane.vat import code_for

CODES: Final = frozenset(VAT_RATES[GATEWAY])
"""The V1 page prints the same 123 codes as the gateway's."""
PRICE_DECIMALS: Final = 6


@dataclass(frozen=True, slots=True)
class Item:
    """One of their lines: ours, or one made of what the document states for itself."""

    share: Share
    line: Line | None
    code: str
    options: Mapping[str, object] = field(default_factory=dict)

    @property
    def quantity(self) -> Decimal:
        """Ours; 1 for what is no line of ours."""
        return self.line.quantity if self.line else Decimal(1)

    @property
    def product(self) -> str:
        """Their product this line is of, or an empty string."""
        return str(self.options.get("product_source_id") or "")

    @property
    def states_price(self) -> bool:
        """Whether the product goes with a price of ours, rather than with its own."""
        return self.options.get("product_price") != "theirs"

    @property
    def price(self) -> Decimal | None:
        """The price with VAT of one that gives the amount exactly; None if no such number is short enough."""
        if not self.quantity:
            return None
        with localcontext(EXACT):
            price = self.share.gross / self.quantity
            places = price.normalize().as_tuple().exponent
            is_short = isinstance(places, int) and places >= -PRICE_DECIMALS
            return price.normalize() if is_short and price * self.quantity == self.share.gross else None


@dataclass(frozen=True, slots=True)
class Customer:
    """Who is invoiced: new, with `parts`, or known by `source_id`."""

    is_new: bool
    source_id: str
    kind: str = "company"
    parts: tuple[firm.Part, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


@once_per_submission
def items(submission: Submission) -> tuple[Item, ...]:
    """Their lines, in the order of `shares_of`."""
    draft = submission.draft
    lines = {line.id: line for line in draft.lines}
    country = draft.seller.country
    found = []
    for share in shares_of(draft, submission.totals):
        line = lines.get(share.id) if share.source == "line" else None
        code = (line.vat_code.strip() if line else "") or code_for(country, *share.vat, GATEWAY) or ""
        options = line_options(submission, line) if line else {}
        catalogue = line.product.catalogue_id if line and line.product else None
        known = submission.known.get(f"item:{catalogue}", "") if catalogue else ""
        if known and not options.get("product_source_id") and flag_of(submission.options, "link_products"):
            options["product_source_id"] = known
        found.append(Item(share, line, code, options))
    return tuple(found)


def customer(submission: Submission) -> Customer:
    """The customer as the options and what is known of the contact have it."""
    options, buyer = submission.options, submission.draft.buyer
    source_id = text_of(options, "customer_source_id")
    known = source_id or submission.known.get(f"customer:{buyer.contact_id}", "")
    wanted = flag_of(options, "create_customer")
    if not (wanted if wanted is not None else not known):
        return Customer(False, known)
    kind = "individual" if text_of(options, "customer_type") == "individual" else "company"
    parts = tuple(_new_customer(submission, kind))
    return Customer(True, source_id, kind, parts, _customer_options(submission, kind))


def names_of(submission: Submission) -> tuple[str, str]:
    """First and last name of a private customer: the options', else the name cut at its first space."""
    options = submission.options
    first, _, last = submission.draft.buyer.name.strip().partition(" ")
    return text_of(options, "first_name") or first, text_of(options, "last_name") or last.strip()


def reference(submission: Submission) -> str:
    """Our `external_id`: the document's external reference, else one made of the submission's key."""
    return submission.draft.external_reference.strip() or f"factotum-{submission.key}"


def issued_on(submission: Submission) -> date:
    """The document's date, today if it has none."""
    return submission.draft.issue_date or submission.today


def due_on(submission: Submission) -> date:
    """The deadline, which they require."""
    return deadline_of(submission.draft, issued_on(submission))


def request(submission: Submission) -> dict[str, object]:
    """The body of the import."""
    options = submission.options
    whom = customer(submission)
    invoice: dict[str, object] = {
        "date": issued_on(submission).isoformat(),
        "deadline": due_on(submission).isoformat(),
        "external_id": reference(submission),
        "invoice_number": submission.draft.number,
        "currency": submission.draft.currency,
    }
    incomplete = flag_of(options, "customer_validation_needed")
    if incomplete is not None:
        invoice["customer_validation_needed"] = incomplete
    transaction = transaction_of(submission)
    if transaction:
        invoice["transactions_reference"] = transaction
    invoice["customer"] = _customer(whom)
    sign = sign_of(submission.draft, submission.totals)
    invoice["line_items"] = [_item(item, sign) for item in items(submission)]
    categories = list(categories_of(submission))
    if categories:
        invoice["categories"] = categories
    start, end = day_of(options, "imputation_start"), day_of(options, "imputation_end")
    if start and end:
        invoice["imputation_dates"] = {"start_date": start.isoformat(), "end_date": end.isoformat()}
    file_url = text_of(options, "file_url")
    page = submission.page.content if submission.page else b""
    file = {"file_url": file_url} if file_url else {"file": base64.b64encode(page).decode("ascii")}
    return {"create_customer": whom.is_new, **file, "invoice": invoice}


def transaction_of(submission: Submission) -> dict[str, object]:
    """The bank transaction to match, whole or not at all."""
    names = ("banking_provider", "provider_field_name", "provider_field_value")
    found = {name: text_of(submission.options, f"transactions_reference.{name}") for name in names}
    return dict(found) if all(found.values()) else {}


def categories_of(submission: Submission) -> Iterator[dict[str, object]]:
    """Analytic categories with a weight (0.8 is 80 %) or an amount in the invoice's currency."""
    for member in ("weight", "amount"):
        for source_id, value in pairs_of(submission.options, f"categories.{member}"):
            number = number_of(value)
            yield {"source_id": source_id} if number is None else {"source_id": source_id, member: number}


def _item(item: Item, sign: int) -> dict[str, object]:
    line = item.line
    made: dict[str, object] = {"label": item.share.label, "quantity": sign * item.quantity}
    plan_item = str(item.options.get("plan_item_number") or "")
    if plan_item:
        made["plan_item_number"] = plan_item
    if item.product:
        product: dict[str, object] = {"source_id": item.product}
        if item.states_price:
            price = item.price
            product |= {"unit": line.unit if line else "", "price": ZERO if price is None else price}
            product["vat_rate"] = item.code
        return {**made, "product": product}
    made |= {
        "currency_amount": sign * item.share.gross,
        "unit": line.unit if line else "",
        "vat_rate": item.code,
    }
    rank = item.options.get("section_rank")
    if isinstance(rank, int) and not isinstance(rank, bool):
        made["section_rank"] = rank
    if line and line.description:
        made["description"] = line.description
    return made


def _customer(whom: Customer) -> dict[str, object]:
    if not whom.is_new:
        return {"source_id": whom.source_id}
    told = firm.members(whom.parts)
    mail = told.pop("emails", None)
    if whom.kind == "individual":
        told.pop("name", None)
    made: dict[str, object] = {"customer_type": whom.kind, **told, **whom.extra}
    if mail:
        made["emails"] = [mail]
    if whom.source_id:
        made["source_id"] = whom.source_id
    return made


def _new_customer(submission: Submission, kind: str) -> Iterator[firm.Part]:
    draft = submission.draft
    buyer = draft.buyer
    if kind == "company":
        yield from firm.siren_only(firm.identity(buyer, "buyer"))
    else:
        first, last = names_of(submission)
        yield firm.Part("buyer.name", "name", f"{first} {last}".strip())
    billing = draft.bill_to
    if billing is not None:
        root = firm.address_root(buyer, "buyer", billing, draft.billing_address, "billing_address")
        yield from firm.place(billing, root, buyer.country)
    elsewhere = draft.deliver_to
    if elsewhere is not None:
        root = firm.address_root(buyer, "buyer", elsewhere, draft.shipping_address, "shipping_address")
        yield from firm.place(elsewhere, root, buyer.country, "delivery_")
    yield firm.Part("buyer.email", "emails", buyer.email.strip())
    yield firm.Part("buyer.phone", "phone", buyer.phone.strip())


def _customer_options(submission: Submission, kind: str) -> dict[str, object]:
    options = submission.options
    made: dict[str, object] = {}
    if kind == "individual":
        made["first_name"], made["last_name"] = names_of(submission)
    own = "recipient" if kind == "company" else "gender"
    for name in (own, "billing_iban", "payment_conditions", "reference", "notes"):
        if text_of(options, name):
            made[name] = text_of(options, name)
    plan_item: dict[str, object] = {
        name: text_of(options, f"plan_item.{name}")
        for name in ("label", "vat_rate", "country_alpha2", "description")
        if text_of(options, f"plan_item.{name}")
    }
    enabled = flag_of(options, "plan_item.enabled")
    if enabled is not None:
        plan_item["enabled"] = enabled
    return {**made, "plan_item": plan_item} if plan_item else made
