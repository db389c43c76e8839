"""Every parameter of the supplier import that is no field of the document.

`file_attachment_id` is not among them: it is the answer to the upload of the document's own file.
"""

from __future__ import annotations

from typing import Final

from app.client.options import OptionSpec
from app.providers.pennylane.access import GATEWAY_OPTIONS
from app.providers.pennylane.codes import BANKING_PROVIDERS, DIRECT, GATEWAY, TRANSACTION_FIELDS, VAT_RATES
from app.providers.pennylane.supplier.wire import LABEL_PLACES

PAYMENT_METHODS: Final = (
    "automatic_transfer",
    "manual_transfer",
    "automatic_debiting",
    "bill_of_exchange",
    "check",
    "cash",
    "card",
    "other",
)
DUE_DATE_RULES: Final = ("days", "days_or_end_of_month")
PAYMENT_STATUSES: Final = ("paid", "to_be_paid")
VAT_CODES: Final = tuple(dict.fromkeys((*VAT_RATES[DIRECT], *VAT_RATES[GATEWAY])))
"""Those of both dialects; one the other does not know is a problem before anything is sent."""
_WHOLE: Final = r"[0-9]{1,18}"

OPTIONS: Final = (
    *GATEWAY_OPTIONS,
    OptionSpec("sends_source", "flag", "connection", group="gateway", default="true", is_rare=True),
    OptionSpec("searches_on_gateway", "flag", "connection", group="gateway", default="false", is_rare=True),
    OptionSpec(
        "supplier_id", "remote", group="supplier", list_id="suppliers", pattern=_WHOLE, seed="supplier_id"
    ),
    OptionSpec("create_supplier", "flag", group="supplier", default="true"),
    OptionSpec("supplier_payment_method", "choice", group="supplier", choices=PAYMENT_METHODS, is_rare=True),
    OptionSpec("supplier_due_date_delay", "integer", group="supplier", least=0, is_rare=True),
    OptionSpec("supplier_due_date_rule", "choice", group="supplier", choices=DUE_DATE_RULES, is_rare=True),
    OptionSpec("supplier_ledger_account", "text", group="supplier", longest=20, is_rare=True),
    OptionSpec("import_as_incomplete", "flag", group="books", default="false", seed="import_as_incomplete"),
    OptionSpec("label", "text", group="books", longest=2_000, seed="label"),
    OptionSpec("line_labels", "choice", group="books", choices=LABEL_PLACES, default="label", is_rare=True),
    OptionSpec(
        "transaction_reference.banking_provider",
        "choice",
        group="transaction",
        choices=BANKING_PROVIDERS,
        seed="transaction_reference.banking_provider",
    ),
    OptionSpec(
        "transaction_reference.provider_field_name",
        "choice",
        group="transaction",
        choices=TRANSACTION_FIELDS,
        seed="transaction_reference.provider_field_name",
    ),
    OptionSpec(
        "transaction_reference.provider_field_value",
        "text",
        group="transaction",
        seed="transaction_reference.provider_field_value",
    ),
    OptionSpec("vat_code", "choice", "line", group="line", choices=VAT_CODES),
    OptionSpec(
        "ledger_account_id",
        "remote",
        "line",
        group="line",
        list_id="ledger_accounts",
        pattern=_WHOLE,
        seed="invoice_lines[].ledger_account_id",
    ),
    OptionSpec(
        "imputation_start",
        "date",
        "line",
        group="line",
        seed="invoice_lines[].imputation_dates.start_date",
    ),
    OptionSpec(
        "imputation_end", "date", "line", group="line", seed="invoice_lines[].imputation_dates.end_date"
    ),
)

PAYMENT_STATUS: Final = OptionSpec(
    "payment_status", "choice", group="payment", choices=PAYMENT_STATUSES, default="paid"
)
"""The argument of `mark_paid`."""
