"""Which field of the document their complaint is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.client.calls import Reply
from app.client.errors import ProviderError
from app.domain.draft import Draft
from app.providers.pennylane import errors

_FIELDS: Final[Mapping[str, str]] = {
    "date": "issue_date",
    "deadline": "due_date",
    "currency": "currency",
    "language": "language",
    "customer_id": "buyer.name",
    "discount": "discount.value",
    "external_reference": "external_reference",
    "special_mention": "special_mention",
    "pdf_invoice_free_text": "free_text",
    "pdf_invoice_subject": "subject",
    "pdf_description": "description",
    "invoice_line_sections": "rows",
    "customer_invoice_template_id": "provider_options.pennylane_v2.template_id",
    "transaction_reference": "provider_options.pennylane_v2.transaction_reference.banking_provider",
    "label": "provider_options.pennylane_v2.label",
    "name": "buyer.name",
    "first_name": "buyer.name",
    "last_name": "buyer.name",
    "vat_number": "buyer.tax_ids",
    "reg_no": "buyer.tax_ids",
    "emails": "buyer.email",
    "recipients": "buyer.email",
    "phone": "buyer.phone",
    "billing_address": "buyer.addresses",
    "delivery_address": "shipping_address",
}
_LINES: Final[Mapping[str, str]] = {
    "label": "label",
    "description": "description",
    "quantity": "quantity",
    "unit": "unit",
    "raw_currency_unit_price": "unit_price",
    "vat_rate": "vat_rate",
    "discount": "discount.value",
    "imputation_dates": "service_start",
    "product_id": "product.catalogue_id",
    "ledger_account_id": "provider_options.pennylane_v2.ledger_account_id",
    "substance": "provider_options.pennylane_v2.substance",
}


def error_of(reply: Reply, draft: Draft | None) -> ProviderError:
    """The error behind a reply that its call does not accept."""
    return errors.error_of(reply, draft, _FIELDS, _LINES)
