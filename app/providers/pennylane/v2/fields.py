"""Which fields of a document Pennylane takes, and why it does not take the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.client.plan import Change, Changes
from app.providers.pennylane.v2 import texts

_ADDRESS: Final = ("line1", "line2", "line3", "postal_code", "city", "country", "name")

SENDS: Final = frozenset(
    {
        *texts.IN_FREE_TEXT,
        *texts.IN_MENTION,
        "kind",
        "number",
        "currency",
        "language",
        "rounding",
        "issue_date",
        "due_date",
        "payment_terms.days",
        "payment_terms.end_of_month",
        "external_reference",
        "subject",
        "free_text",
        "description",
        "special_mention",
        "discount.kind",
        "discount.value",
        "buyer.name",
        "buyer.contact_name",
        "buyer.email",
        "buyer.phone",
        "buyer.tax_ids[].value",
        *(
            f"{at}.{name}"
            for at in ("buyer.addresses[]", "billing_address", "shipping_address")
            for name in _ADDRESS
        ),
        "rows[].label",
        "rows[].description",
        "rows[].quantity",
        "rows[].unit",
        "rows[].unit_price",
        "rows[].price_base_quantity",
        "rows[].price_entry",
        "rows[].discount.kind",
        "rows[].discount.value",
        "rows[].adjustments[]",
        "rows[].vat_category",
        "rows[].vat_rate",
        "rows[].vat_code",
        "rows[].product.catalogue_id",
        "rows[].service_start",
        "rows[].service_end",
        "rows[].custom_fields[]",
        "rows[].title",
        "rows[].text",
        "adjustments[].is_charge",
        "adjustments[].kind",
        "adjustments[].amount",
        "adjustments[].base",
        "adjustments[].percent",
        "adjustments[].vat_category",
        "adjustments[].vat_rate",
        "adjustments[].reason",
    }
)

IGNORES: Final[Mapping[str, str]] = {
    "schema_version": "why.ours_only",
    "id": "why.ours_only",
    "series": "why.number_theirs",
    "title": "why.title_theirs",
    "amount_decimals": "why.decimals_theirs",
    "price_entry": "why.ours_only",
    "payment_terms.means": "why.account_holder",
    "payment_terms.show_qr": "why.only_for_our_page",
    "seller": "why.account_holder",
    "buyer": "why.not_in_customer",
    "billing_address": "why.not_in_customer",
    "shipping_address": "why.not_in_customer",
    "payee": "why.account_holder",
    "tax_representative": "why.account_holder",
    "bank_account": "why.account_holder",
    "preceding_invoices[].document_id": "why.ours_only",
    "tags": "why.no_place",
    "rows[].kind": "why.ours_only",
    "rows[].id": "why.ours_only",
    "rows[].price_discount": "why.no_place",
    "rows[].discount.reason": "why.no_place",
    "rows[].discount.reason_code": "why.no_place",
    "rows[].product": "why.no_place",
    "rows[].order_line_reference": "why.no_place",
    "rows[].accounting_reference": "why.account_option",
    "rows[].tags": "why.no_place",
    "rows[].provider_options": "why.read_as_options",
    "rows[].show_subtotal": "why.only_for_our_page",
    "rows[].show_prices": "why.only_for_our_page",
    "rows[].show_quantities": "why.only_for_our_page",
    "rows[].show_lines": "why.only_for_our_page",
    "discount.reason": "why.no_place",
    "discount.reason_code": "why.no_place",
    "adjustments[].id": "why.ours_only",
    "adjustments[].reason_code": "why.no_place",
    "additional_taxes": "why.no_second_tax",
    "rounding_amount": "why.no_rounding",
    "cash_step": "why.no_rounding",
    "exchange": "why.rates_theirs",
    "paper": "why.only_for_our_page",
    "provider_options": "why.read_as_options",
}

CHANGES: Final[Changes] = {
    "why.account_option": {"": Change("ledger_account_id")},
    "why.left_out": {"": Change("extras", "in_texts")},
    "why.rounding_theirs": {"": Change("tax_rounding")},
    "why.lump": {"": Change("inexact_lines", "keep_quantity")},
    "why.final_only": {"": Change("draft", False)},
}
