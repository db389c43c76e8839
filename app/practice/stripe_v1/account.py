"""One practice account: its records, and what each call does to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

from app.practice.stripe_v1 import bills, shapes, sums
from app.practice.stripe_v1.declined import Declined, invalid, missing
from app.practice.stripe_v1.shapes import Record

KINDS: Final = {
    "customer": "cus_practice",
    "tax_rate": "txr_practice",
    "coupon": "coupon_practice",
    "invoiceitem": "ii_practice",
    "invoice": "in_practice",
}
MOST_ITEMS: Final = 250
_CLAUSE: Final = re.compile(
    r"\s*(metadata\['((?:[^'\\]|\\.)*)'\]|\w+)\s*:\s*['\"]((?:[^'\"\\]|\\.)*)['\"]\s*"
)


class Account:
    """The records by kind and id, oldest first."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self.tax_rounding = "per_item"
        self.counts: dict[str, int] = {}
        self.records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}

    def create(self, kind: str, members: dict[str, Any]) -> Record:
        """A new record of a kind."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        serial = self.counts[kind]
        own = members.get("id") or f"{KINDS[kind]}{serial:06d}"
        if own in self.records[kind]:
            raise invalid(f"{kind.capitalize()} already exists.", "id", "resource_already_exists")
        held = {**members, "id": own, "serial": serial, "created": self._now()}
        held.pop("expand", None)
        self.records[kind][own] = held
        return held

    def get(self, kind: str, own: str, param: str = "id") -> Record:
        """The record, or the refusal for one that is not there."""
        found = self.records[kind].get(own)
        if found is None:
            raise missing(kind, own, param)
        return found

    def page(self, kind: str, query: Record, keep: Callable[[Record], bool]) -> tuple[list[Record], bool]:
        """A page of the newest first."""
        held = [one for one in reversed(self.records[kind].values()) if keep(one)]
        return paged(held, query)

    def search(self, kind: str, query: Record) -> tuple[list[Record], str]:
        """A page of what matches a search's clauses, joined by AND; and the next page's token."""
        clauses = [_clause(part) for part in re.split(r"\s+AND\s+", query["query"])]
        held = [
            one
            for one in reversed(self.records[kind].values())
            if all(_said(one, name, inner) == value for name, inner, value in clauses)
        ]
        start = int(query.get("page", "0") or 0)
        limit = _limit(query)
        following = str(start + limit) if len(held) > start + limit else ""
        return held[start : start + limit], following

    def add_coupon(self, members: Record) -> Record:
        """A coupon: percent or amount with currency, never both."""
        percent, amount = members.get("percent_off"), members.get("amount_off")
        if (percent is None) == (amount is None):
            raise invalid("Must provide exactly one of percent_off or amount_off.", "percent_off")
        if percent is not None and not 0 < Fraction(percent) <= 100:
            raise invalid("percent_off must be above 0 and at most 100.", "percent_off")
        if amount is not None and "currency" not in members:
            raise invalid("Missing required param: currency.", "currency", "parameter_missing")
        if members.get("duration") == "repeating" and "duration_in_months" not in members:
            raise invalid("Missing required param: duration_in_months.", "duration_in_months")
        return self.create("coupon", members)

    def add_item(self, members: Record) -> Record:
        """An item: an amount, or a quantity and a price."""
        if "customer" not in members:
            raise invalid("Missing required param: customer.", "customer", "parameter_missing")
        self.get("customer", members["customer"], "customer")
        bill = self.get("invoice", members["invoice"], "invoice") if "invoice" in members else None
        if bill is not None:
            self._open_for(bill, members)
        prices = [
            name for name in ("amount", "unit_amount", "unit_amount_decimal", "price") if name in members
        ]
        if len(prices) != 1:
            raise invalid("You must pass exactly one of amount, unit_amount, unit_amount_decimal.", "amount")
        if "amount" in members and ("quantity" in members or "quantity_decimal" in members):
            raise invalid("You may only specify one of these parameters: amount, quantity.", "quantity")
        if "quantity" in members and "quantity_decimal" in members:
            raise invalid("You may only specify one of quantity and quantity_decimal.", "quantity_decimal")
        currency = str(members.get("currency") or (bill["currency"] if bill else "eur"))
        step = sums.step_of(currency)
        if prices[0] == "price":
            raise missing("price", members["price"], "price")
        text = str(members[prices[0]])
        counted = str(members.get("quantity_decimal", members.get("quantity", 1)))
        amount = sums.rounded(Fraction(text) * Fraction(counted), step)
        if "amount" in members and amount != int(text):
            raise invalid(f"Invalid amount: {currency} amounts are multiples of {step}.", "amount")
        discounts = self._discounts(members.get("discounts"), "di_item")
        for rate in members.get("tax_rates", []):
            self.get("tax_rate", rate, "tax_rates")
        self._same_entry(members.get("tax_rates", []))
        now = self._now()
        return self.create(
            "invoiceitem",
            {
                **members,
                "currency": currency,
                "amount": amount,
                "unit": str(Fraction(text)),
                "unit_text": text,
                "quantity": counted,
                "discounts": discounts,
                "discountable": members.get("discountable", amount >= 0),
                "period": members.get("period") or {"start": now, "end": now},
                "metadata": members.get("metadata") or {},
            },
        )

    def _open_for(self, bill: Record, members: Record) -> None:
        if bill["status"] != "draft":
            raise invalid("Invoices that are no longer drafts cannot be changed.", "invoice")
        if bill["customer"] != members["customer"]:
            raise invalid("The invoice belongs to another customer.", "invoice")
        if members.get("currency", bill["currency"]) != bill["currency"]:
            raise invalid("The currency of the item differs from the invoice's.", "currency")
        if len(self.items_of(bill["id"])) >= MOST_ITEMS:
            raise invalid(f"An invoice has at most {MOST_ITEMS} items.", "invoice")

    def _same_entry(self, rates: list[str]) -> None:
        if len({self.records["tax_rate"][rate]["inclusive"] for rate in rates}) > 1:
            raise invalid("Inclusive and exclusive tax rates cannot be mixed on one item.", "tax_rates")

    def _discounts(self, given: object, stem: str) -> list[Record]:
        made: list[Record] = []
        for place, entry in enumerate(given if isinstance(given, list) else []):
            param = f"discounts[{place}][coupon]"
            if "coupon" not in entry:
                member = next(iter(entry), "coupon")
                raise missing(member, str(entry.get(member, "")), f"discounts[{place}][{member}]")
            coupon = self.get("coupon", entry["coupon"], param)
            self.counts["discount"] = self.counts.get("discount", 0) + 1
            made.append({"id": f"{stem}{self.counts['discount']:06d}", "coupon": coupon["id"]})
        return made

    def add_invoice(self, members: Record) -> Record:
        """A draft."""
        if "customer" not in members and "from_invoice" not in members:
            raise invalid("Missing required param: customer.", "customer", "parameter_missing")
        self.get("customer", members.get("customer", ""), "customer")
        method = members.get("collection_method", "charge_automatically")
        has_due, has_days = "due_date" in members, "days_until_due" in members
        if method == "charge_automatically" and (has_due or has_days):
            name = "due_date" if has_due else "days_until_due"
            raise invalid("You can only give this with collection_method=send_invoice.", name)
        if method == "send_invoice" and has_due == has_days:
            raise invalid("Give exactly one of due_date and days_until_due.", "due_date")
        for rate in members.get("default_tax_rates", []):
            self.get("tax_rate", rate, "default_tax_rates")
        if "from_invoice" in members:
            self.get("invoice", members["from_invoice"]["invoice"], "from_invoice[invoice]")
        discounts = self._discounts(members.get("discounts"), "di_bill")
        now = self._now()
        due = members.get("due_date")
        if has_days:
            due = now + 86_400 * int(members["days_until_due"])
        names = ("finalized_at", "marked_uncollectible_at", "paid_at", "voided_at")
        return self.create(
            "invoice",
            {
                **members,
                "currency": members.get("currency", "eur"),
                "collection_method": method,
                "due_date": due,
                "discounts": discounts,
                "metadata": members.get("metadata") or {},
                "status": "draft",
                "number": members.get("number"),
                "transitions": dict.fromkeys(names),
            },
        )

    def items_of(self, invoice_id: str) -> list[Record]:
        """An invoice's items in the order in which they were added."""
        return [item for item in self.records["invoiceitem"].values() if item.get("invoice") == invoice_id]

    def taxed(self, bill: Record) -> list[tuple[Record, sums.Taxed, list[Record]]]:
        """Its items with their discounts and taxes worked out."""
        step = sums.step_of(bill["currency"])
        made: list[tuple[Record, sums.Taxed, list[Record]]] = []
        for item in self.items_of(bill["id"]):
            names = item.get("tax_rates") or bill.get("default_tax_rates") or []
            exempt = (bill.get("frozen") or self.records["customer"][bill["customer"]]).get("tax_exempt")
            rates = [self.records["tax_rate"][name] for name in names]
            counted = [
                (
                    rate["id"],
                    Fraction(0) if exempt in ("exempt", "reverse") else Fraction(rate["percentage"]),
                    rate["inclusive"],
                )
                for rate in rates
            ]
            one = sums.Taxed(item["amount"], counted, item["discountable"])
            for discount in item["discounts"]:
                sums.off_line(one, discount["id"], *self._off(discount), step)
            made.append((item, one, rates))
        for discount in bill["discounts"]:
            sums.off_all([one for _, one, _ in made], discount["id"], *self._off(discount), step)
        sums.tax([one for _, one, _ in made], by_line=self.tax_rounding == "per_item", step=step)
        return made

    def _off(self, discount: Record) -> tuple[Fraction | None, int | None]:
        coupon = self.records["coupon"][discount["coupon"]]
        percent = coupon.get("percent_off")
        return (None if percent is None else Fraction(percent)), coupon.get("amount_off")

    def total(self, bill: Record) -> int:
        """What it comes to."""
        made = [one for _, one, _ in self.taxed(bill)]
        added = sum(tax for one in made for _, tax, inclusive in one.taxes if not inclusive)
        return sum(one.taxable for one in made) + added

    def finalise(self, bill: Record) -> None:
        """Give it its number; what comes to nothing is paid at once."""
        if bill["status"] != "draft":
            raise invalid("This invoice is already finalized, you can't re-finalize it.")
        if not self.items_of(bill["id"]):
            raise invalid(
                "You can't finalize an invoice without any line items.", code="invoice_no_customer_line_items"
            )
        owner = self.records["customer"][bill["customer"]]
        bill["frozen"] = dict(owner)
        self.counts["number"] = self.counts.get("number", 0) + 1
        bill["number"] = bill["number"] or f"PRAC{owner['serial']:04d}-{self.counts['number']:04d}"
        bill["status"] = "open" if self.total(bill) > 0 else "paid"
        bill["transitions"]["finalized_at"] = self._now()
        bill["effective_at"] = bill.get("effective_at") or self._now()
        if bill["status"] == "paid":
            bill["transitions"]["paid_at"] = self._now()

    def send(self, bill: Record) -> None:
        """Mail it; a draft is finalised first."""
        if bill["status"] == "draft":
            self.finalise(bill)
        elif bill["status"] not in ("open", "paid"):
            raise invalid("You can only send open invoices.")
        if not self.records["customer"][bill["customer"]].get("email"):
            raise invalid("Missing email. The customer needs an e-mail address.", "customer")
        if bill["collection_method"] != "send_invoice":
            raise invalid("You can only manually send an invoice if its collection method is 'send_invoice'.")
        bill["mails"] = bill.get("mails", 0) + 1

    def pay(self, bill: Record, members: Record) -> None:
        """Record a payment made elsewhere; the practice account has no other."""
        if bill["status"] == "draft":
            self.finalise(bill)
        if bill["status"] != "open":
            raise invalid("Invoice is already paid", code="invoice_already_paid")
        if not members.get("paid_out_of_band"):
            raise Declined(402, "Your card was declined.", "card_error", "card_declined")
        bill["status"], bill["paid_out_of_band"] = "paid", True
        bill["transitions"]["paid_at"] = self._now()

    def close(self, bill: Record, status: str) -> None:
        """Void it, or mark it uncollectible."""
        if bill["status"] not in ("open", "uncollectible"):
            raise invalid("You can only pass in open or uncollectible invoices.")
        bill["status"] = status
        moment = "voided_at" if status == "void" else "marked_uncollectible_at"
        bill["transitions"][moment] = self._now()

    def delete_invoice(self, bill: Record) -> None:
        """Delete a draft with its items."""
        if bill["status"] != "draft":
            raise invalid("You can only delete draft invoices.")
        for item in self.items_of(bill["id"]):
            del self.records["invoiceitem"][item["id"]]
        del self.records["invoice"][bill["id"]]

    def shown_item(self, item: Record, *, newest: bool) -> Record:
        """An item as it is shown."""
        rates = [self.records["tax_rate"][name] for name in item.get("tax_rates", [])]
        return shapes.invoice_item(item, rates, newest=newest)

    def shown(self, bill: Record, *, newest: bool) -> Record:
        """An invoice as it is shown."""
        owner = self.records["customer"].get(bill["customer"], {"serial": 0})
        return bills.invoice(bill, owner, self.taxed(bill), self.records["tax_rate"], newest=newest)

    def shown_lines(self, bill: Record, *, newest: bool) -> list[Record]:
        """All its lines as they are shown."""
        return [shapes.line(item, one, rates, newest=newest) for item, one, rates in self.taxed(bill)]


def paged(held: list[Record], query: Record) -> tuple[list[Record], bool]:
    """A page behind or before an id; whether more follow."""
    limit = _limit(query)
    ids = [one["id"] for one in held]
    if "starting_after" in query:
        held = held[_place(ids, query["starting_after"], "starting_after") + 1 :]
    if "ending_before" in query:
        held = held[: _place(ids, query["ending_before"], "ending_before")][-limit:]
    return held[:limit], len(held) > limit


def _limit(query: Record) -> int:
    limit = int(query.get("limit", 10))
    if not 1 <= limit <= 100:
        raise invalid("Invalid limit: must be between 1 and 100.", "limit", "parameter_invalid_integer")
    return limit


def _place(ids: list[str], own: str, param: str) -> int:
    if own not in ids:
        raise missing("object", own, param)
    return ids.index(own)


def _clause(part: str) -> tuple[str, str, str]:
    matched = _CLAUSE.fullmatch(part)
    if matched is None:
        raise invalid(f"We were unable to parse your search query: {part[:100]}", "query")
    name, inner, value = matched.groups()
    return ("metadata" if inner else name), _unquoted(inner or ""), _unquoted(value)


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _said(one: Record, name: str, inner: str) -> object:
    return one.get("metadata", {}).get(inner) if name == "metadata" else one.get(name)
