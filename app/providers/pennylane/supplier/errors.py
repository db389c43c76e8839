"""What a refusal of the supplier import means, and which field of the document it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.client.calls import Reply
from app.client.errors import ProviderError, Refused
from app.domain.draft import Draft
from app.providers.pennylane import errors as shared

FIELDS: Final[Mapping[str, str]] = {
    "invoice_number": "number",
    "date": "issue_date",
    "deadline": "due_date",
    "currency": "currency",
    "currency_amount": "rows",
    "currency_amount_before_tax": "rows",
    "currency_tax": "rows",
    "amount": "exchange.rate",
    "tax": "exchange.rate",
    "external_reference": "external_reference",
    "supplier_id": "seller.name",
    "name": "seller.name",
    "reg_no": "seller.tax_ids",
    "establishment_no": "seller.tax_ids",
    "vat_number": "seller.tax_ids",
    "postal_address": "seller.addresses",
    "emails": "seller.email",
    "iban": "seller.bank_accounts",
    "label": "provider_options.pennylane_supplier.label",
    "transaction_reference": "provider_options.pennylane_supplier.transaction_reference.banking_provider",
}
LINES: Final[Mapping[str, str]] = {
    "currency_amount": "unit_price",
    "currency_tax": "vat_rate",
    "vat_rate": "vat_code",
    "label": "label",
    "ledger_account_id": "provider_options.pennylane_supplier.ledger_account_id",
    "imputation_dates": "provider_options.pennylane_supplier.imputation_start",
}


def error_of(reply: Reply, draft: Draft | None) -> ProviderError:
    """The error behind a reply that its call does not accept."""
    if reply.status == 409:
        return Refused("already_imported", detail=shared.sentence(reply), status=409)
    return shared.error_of(reply, draft, FIELDS, LINES)
