"""Each field of the draft: sent, or not, and why.

`SENDS` and `IGNORES` together name every field. `LEFT` says why a field that can be sent does not go
along in a document where nothing else is said of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from app.client.plan import Change, Changes, covering
from app.providers.chargeover_v3.texts import REFERENCES

_PAGE: Final = "why.only_for_our_page"
_OURS: Final = "why.only_here"
_ACCOUNT: Final = "why.account_of_seller"

IGNORES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "schema_version": _OURS,
        "id": _OURS,
        "series": _OURS,
        "language": "why.language_of_customer",
        "rounding": "why.rounding_unknown",
        "amount_decimals": "why.rounding_unknown",
        "price_entry": _OURS,
        "payment_terms.end_of_month": "why.terms_by_days",
        "payment_terms.text": "why.terms_text",
        "payment_terms.means": _ACCOUNT,
        "payment_terms.reference": _ACCOUNT,
        "payment_terms.show_qr": _PAGE,
        "seller": _ACCOUNT,
        "payee": _ACCOUNT,
        "tax_representative": _ACCOUNT,
        "bank_account": _ACCOUNT,
        "buyer.legal_form": "why.no_place",
        "buyer.registration": "why.no_place",
        "buyer.website": "why.no_place",
        "buyer.tax_ids": "why.no_place",
        "buyer.electronic_address": "why.no_place",
        "buyer.bank_accounts": "why.no_place",
        "buyer.note": "why.private",
        "buyer.addresses[].role": _OURS,
        "billing_address.role": _OURS,
        "shipping_address.role": _OURS,
        "preceding_invoices[].issue_date": "why.no_place",
        "preceding_invoices[].document_id": _OURS,
        "tags": "why.tags_of_lines",
        "discount.reason_code": "why.no_place",
        "adjustments[].id": _OURS,
        "adjustments[].reason_code": "why.no_place",
        "adjustments[].vat_category": "why.tax_of_account",
        "adjustments[].vat_rate": "why.tax_of_account",
        "additional_taxes": "why.tax_of_account",
        "prepaid": "why.prepaid",
        "rounding_amount": "why.rounding_unknown",
        "cash_step": "why.rounding_unknown",
        "exchange": "why.exchange",
        "vat_on_debits": "why.no_place",
        "paper": _PAGE,
        "rows[].id": _OURS,
        "rows[].price_discount": "why.list_price",
        "rows[].vat_category": "why.tax_of_account",
        "rows[].vat_rate": "why.tax_of_account",
        "rows[].vat_code": "why.tax_of_account",
        "rows[].discount.reason_code": "why.no_place",
        "rows[].adjustments[].reason": "why.adjustment_in_rate",
        "rows[].adjustments[].reason_code": "why.no_place",
        "rows[].show_subtotal": _PAGE,
        "rows[].show_prices": _PAGE,
        "rows[].show_quantities": _PAGE,
        "rows[].show_lines": _PAGE,
    }
)

LEFT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kind": "why.kind",
        "number": "why.their_number",
        "title": "why.memo_off",
        "payment_terms.days": "why.terms_off",
        "due_date": "why.terms_off",
        "delivery_date": "why.memo_off",
        "service_start": "why.memo_off",
        "service_end": "why.memo_off",
        "buyer": "why.customer_known",
        "buyer.contact_id": _OURS,
        "buyer.addresses": "why.other_address",
        "billing_address": "why.other_address",
        "shipping_address": "why.other_address",
        "subject": "why.memo_off",
        "free_text": "why.memo_off",
        "description": "why.memo_off",
        "special_mention": "why.memo_off",
        "footer": "why.memo_off",
        "buyer_reference": "why.memo_off",
        "purchase_order": "why.memo_off",
        "contract_reference": "why.memo_off",
        "project_reference": "why.memo_off",
        "sales_order": "why.memo_off",
        "receiving_advice": "why.memo_off",
        "despatch_advice": "why.memo_off",
        "tender_reference": "why.memo_off",
        "object_reference": "why.memo_off",
        "accounting_reference": "why.memo_off",
        "preceding_invoices": "why.memo_off",
        "custom_fields": "why.custom_name",
        "rows[].custom_fields": "why.custom_name",
        "rows[].unit": "why.text_off",
        "rows[].title": "why.text_off",
        "rows[].text": "why.text_off",
        "rows[].exemption_reason": "why.text_off",
        "rows[].exemption_code": "why.text_off",
        "rows[].service_start": "why.text_off",
        "rows[].service_end": "why.text_off",
        "rows[].order_line_reference": "why.text_off",
        "rows[].accounting_reference": "why.text_off",
        "rows[].product": "why.text_off",
        "rows[].product.catalogue_id": _OURS,
        "rows[].discount": "why.text_off",
        "rows[].adjustments": "why.adjustment_in_rate",
        "rows[].price_base_quantity": "why.base_quantity",
        "rows[].price_entry": "why.net_of_gross",
        "discount": "why.document_discount_in_rate",
        "adjustments": "why.document_discount_in_rate",
        "provider_options": "why.other_provider",
        "rows[].provider_options": "why.other_provider",
    }
)

CHANGES: Final[Changes] = {
    "why.document_discount_in_rate": {"": Change("document_discount", "line")},
    "why.country_name": {"": Change("country_names")},
    "why.terms_off": {"": Change("terms_id")},
    "why.memo_off": {
        **dict.fromkeys((*REFERENCES, "preceding_invoices"), Change("memo_references", True)),
        **{
            name: Change(f"memo_{name}", True)
            for name in ("title", "subject", "description", "free_text", "special_mention", "footer")
        },
        **dict.fromkeys(("delivery_date", "service_start", "service_end"), Change("memo_delivery", True)),
    },
    "why.text_off": {
        "rows[].unit": Change("unit_in_text", True),
        "rows[].discount": Change("discount_in_text", True),
        **dict.fromkeys(("rows[].title", "rows[].text"), Change("section_in_text", True)),
        **dict.fromkeys(
            ("rows[].exemption_reason", "rows[].exemption_code"), Change("exemption_in_text", True)
        ),
        **dict.fromkeys(("rows[].service_start", "rows[].service_end"), Change("period_in_text", True)),
        **dict.fromkeys(
            (
                "rows[].order_line_reference",
                "rows[].accounting_reference",
                "rows[].product.seller_code",
                "rows[].product.buyer_code",
                "rows[].product.standard_code",
            ),
            Change("codes_in_text", True),
        ),
    },
}
"""The options that cure a reason."""

SENDS: Final = frozenset(LEFT) | {
    "currency",
    "issue_date",
    "external_reference",
    "memo",
    "rows[].kind",
    "rows[].label",
    "rows[].description",
    "rows[].quantity",
    "rows[].unit_price",
    "rows[].tags",
}


@cache
def left_for(spec: str) -> str | None:
    """Why a field that can be sent stays here if nothing is said of it; None for an ignored one."""
    reason = covering(LEFT, spec)
    return None if reason is None or covering(IGNORES, spec) is not None else LEFT[reason]
