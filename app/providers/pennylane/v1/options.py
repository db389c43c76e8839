"""Every parameter of the V1 import that is no field of the document. `file` is our page: not an option."""

from __future__ import annotations

from typing import Final

from app.client.options import OptionSpec
from app.providers.pennylane.codes import VAT_RATES_GATEWAY

PAYMENT_CONDITIONS: Final = ("upon_receipt", "custom", "15_days", "30_days", "45_days", "60_days")
GENDERS: Final = ("mister", "madam")

OPTIONS: Final = (
    OptionSpec("create_customer", "flag", group="customer", seed="create_customer"),
    OptionSpec(
        "customer_source_id", "text", group="customer", longest=255, seed="invoice.customer.source_id"
    ),
    OptionSpec(
        "customer_type",
        "choice",
        group="customer",
        choices=("company", "individual"),
        default="company",
        seed="invoice.customer.customer_type",
    ),
    OptionSpec("first_name", "text", group="customer", seed="invoice.customer.first_name"),
    OptionSpec("last_name", "text", group="customer", seed="invoice.customer.last_name"),
    OptionSpec(
        "gender", "choice", group="customer", choices=GENDERS, is_rare=True, seed="invoice.customer.gender"
    ),
    OptionSpec("recipient", "text", group="customer", is_rare=True, seed="invoice.customer.recipient"),
    OptionSpec(
        "payment_conditions",
        "choice",
        group="customer",
        choices=PAYMENT_CONDITIONS,
        seed="invoice.customer.payment_conditions",
    ),
    OptionSpec("billing_iban", "text", group="customer", is_rare=True, seed="invoice.customer.billing_iban"),
    OptionSpec("reference", "text", group="customer", is_rare=True, seed="invoice.customer.reference"),
    OptionSpec("notes", "text", group="customer", is_rare=True, seed="invoice.customer.notes"),
    OptionSpec(
        "plan_item.label", "text", group="customer", is_rare=True, seed="invoice.customer.plan_item.label"
    ),
    OptionSpec(
        "plan_item.enabled", "flag", group="customer", is_rare=True, seed="invoice.customer.plan_item.enabled"
    ),
    OptionSpec(
        "plan_item.vat_rate",
        "choice",
        group="customer",
        choices=VAT_RATES_GATEWAY,
        is_rare=True,
        seed="invoice.customer.plan_item.vat_rate",
    ),
    OptionSpec(
        "plan_item.country_alpha2",
        "text",
        group="customer",
        pattern="[A-Z]{2}",
        is_rare=True,
        seed="invoice.customer.plan_item.country_alpha2",
    ),
    OptionSpec(
        "plan_item.description",
        "text",
        group="customer",
        is_rare=True,
        seed="invoice.customer.plan_item.description",
    ),
    OptionSpec("file_url", "text", group="file", pattern=r"https://\S+", longest=2_000, seed="file_url"),
    OptionSpec(
        "customer_validation_needed", "flag", group="books", seed="invoice.customer_validation_needed"
    ),
    OptionSpec("categories.weight", "pairs", group="books", seed="invoice.categories[].weight"),
    OptionSpec("categories.amount", "pairs", group="books", is_rare=True, seed="invoice.categories[].amount"),
    OptionSpec("imputation_start", "date", group="books", seed="invoice.imputation_dates.start_date"),
    OptionSpec("imputation_end", "date", group="books", seed="invoice.imputation_dates.end_date"),
    OptionSpec("link_products", "flag", group="books", default="false"),
    OptionSpec(
        "transactions_reference.banking_provider",
        "text",
        group="transaction",
        seed="invoice.transactions_reference.banking_provider",
    ),
    OptionSpec(
        "transactions_reference.provider_field_name",
        "text",
        group="transaction",
        seed="invoice.transactions_reference.provider_field_name",
    ),
    OptionSpec(
        "transactions_reference.provider_field_value",
        "text",
        group="transaction",
        seed="invoice.transactions_reference.provider_field_value",
    ),
    OptionSpec(
        "product_source_id", "text", "line", group="line", seed="invoice.line_items[].product.source_id"
    ),
    OptionSpec(
        "product_price",
        "choice",
        "line",
        group="line",
        choices=("ours", "theirs"),
        default="ours",
        seed="invoice.line_items[].product.price",
    ),
    OptionSpec(
        "plan_item_number", "text", "line", group="line", seed="invoice.line_items[].plan_item_number"
    ),
    OptionSpec(
        "section_rank",
        "integer",
        "line",
        group="line",
        least=1,
        is_rare=True,
        seed="invoice.line_items[].section_rank",
    ),
)
