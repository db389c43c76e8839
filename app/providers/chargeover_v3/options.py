"""Everything of ChargeOver's that is no field of the document, for a form made for a person.

The three exemptions (dunning, late fees, processing fees) and the override of the tax have no published
names: they go into `extra_members`, as the person knows them, and nowhere else.
"""

from __future__ import annotations

from typing import Final

from app.client.options import OptionSpec
from app.providers.chargeover_v3.choices import QUANTITY_DECIMALS, RATE_DECIMALS
from app.providers.chargeover_v3.wire import PAYCYCLES

SITE: Final = OptionSpec(
    "site",
    "text",
    "connection",
    group="site",
    longest=63,
    pattern=r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?",
    is_required=True,
)

_CONNECTION: Final = (
    SITE,
    OptionSpec("default_item_id", "remote", "connection", group="items", list_id="items"),
    OptionSpec("items_by_rate", "pairs", "connection", group="items", list_id="items"),
    OptionSpec("charge_item_id", "remote", "connection", group="items", list_id="items"),
    OptionSpec("discount_item_id", "remote", "connection", group="items", list_id="items"),
    OptionSpec("create_items", "flag", "connection", group="items", default="true"),
    OptionSpec("create_customer", "flag", "connection", group="customer", default="true"),
    OptionSpec(
        "tax_rounding",
        "choice",
        "connection",
        group="figures",
        choices=("per_group", "per_line"),
        default="per_group",
        is_rare=True,
    ),
    OptionSpec(
        "rate_decimals",
        "integer",
        "connection",
        group="figures",
        default=str(RATE_DECIMALS),
        least=0,
        most=8,
        is_rare=True,
    ),
    OptionSpec(
        "quantity_decimals",
        "integer",
        "connection",
        group="figures",
        default=str(QUANTITY_DECIMALS),
        least=0,
        most=8,
        is_rare=True,
    ),
    OptionSpec("country_names", "pairs", "connection", group="addresses", is_rare=True),
    OptionSpec("address_name", "flag", "connection", group="addresses", default="true", is_rare=True),
    OptionSpec("custom_field_map", "pairs", "connection", group="custom"),
    OptionSpec("line_custom_field_map", "pairs", "connection", group="custom"),
)

_DOCUMENT: Final = (
    OptionSpec("customer_id", "remote", group="customer", list_id="customers", seed="customer_id"),
    OptionSpec("customer_token", "text", group="customer", longest=255, is_rare=True, seed="customer_token"),
    OptionSpec(
        "customer_external_key",
        "text",
        group="customer",
        longest=255,
        is_rare=True,
        seed="customer_external_key",
    ),
    OptionSpec("terms_id", "remote", group="payment", list_id="terms", seed="terms_id"),
    OptionSpec("terms_by", "choice", group="payment", choices=("days", "account"), default="days"),
    OptionSpec("paycycle", "choice", group="payment", choices=PAYCYCLES, seed="paycycle"),
    OptionSpec("currency_id", "remote", group="payment", list_id="currencies", seed="currency_id"),
    OptionSpec("number_from", "choice", group="numbers", choices=("ours", "theirs"), default="ours"),
    OptionSpec("class_id", "integer", group="numbers", least=0, is_rare=True, seed="class_id"),
    OptionSpec("admin_id", "integer", group="numbers", least=0, is_rare=True, seed="admin_id"),
    OptionSpec("document_discount", "choice", group="figures", choices=("rates", "line"), default="rates"),
    OptionSpec("memo_subject", "flag", group="memo", default="true"),
    OptionSpec("memo_description", "flag", group="memo", default="true"),
    OptionSpec("memo_free_text", "flag", group="memo", default="true"),
    OptionSpec("memo_references", "flag", group="memo", default="true"),
    OptionSpec("memo_delivery", "flag", group="memo", default="true"),
    OptionSpec("memo_special_mention", "flag", group="memo", default="true"),
    OptionSpec("memo_footer", "flag", group="memo", default="false"),
    OptionSpec("memo_title", "flag", group="memo", default="false", is_rare=True),
    OptionSpec("section_in_text", "flag", group="texts", default="true"),
    OptionSpec("period_in_text", "flag", group="texts", default="true"),
    OptionSpec("discount_in_text", "flag", group="texts", default="true"),
    OptionSpec("exemption_in_text", "flag", group="texts", default="true"),
    OptionSpec("unit_in_text", "flag", group="texts", default="false"),
    OptionSpec("codes_in_text", "flag", group="texts", default="false"),
    OptionSpec("flag_emails", "flag", group="effects", is_rare=True, seed="_flag_emails"),
    OptionSpec("flag_webhooks", "flag", group="effects", is_rare=True, seed="_flag_webhooks"),
    OptionSpec("flag_events", "flag", group="effects", is_rare=True, seed="_flag_events"),
    OptionSpec("flag_quickbooks", "flag", group="effects", is_rare=True, seed="_flag_quickbooks"),
    OptionSpec(
        "extra_members",
        "object",
        group="expert",
        is_rare=True,
        seed="exemptions from dunning, late fees and processing fees; tax override",
    ),
)

_LINE: Final = (
    OptionSpec("item_id", "remote", "line", group="items", list_id="items", seed="line_items.item_id"),
    OptionSpec("item_external_key", "text", "line", group="items", longest=255, is_rare=True),
    OptionSpec(
        "paycycle",
        "choice",
        "line",
        group="payment",
        choices=PAYCYCLES,
        is_rare=True,
        seed="line_items.paycycle",
    ),
    OptionSpec("extra_members", "object", "line", group="expert", is_rare=True),
)

OPTIONS: Final = (*_CONNECTION, *_DOCUMENT, *_LINE)

EMAIL_ARGUMENTS: Final = (
    OptionSpec("email", "text", group="email", longest=2000),
    OptionSpec("cc", "text", group="email", longest=2000),
    OptionSpec("bcc", "text", group="email", longest=2000),
    OptionSpec("subject", "text", group="email", longest=2000),
    OptionSpec("body", "text", group="email", longest=100_000),
    OptionSpec("html", "text", group="email", longest=100_000, is_rare=True),
    OptionSpec("from", "text", group="email", longest=2000, is_rare=True),
    OptionSpec("message_id", "text", group="email", longest=255, is_rare=True),
)
"""Of the action that sends the invoice by e-mail; all may be left out."""

PAYMENT_ARGUMENTS: Final = (
    OptionSpec("amount", "decimal", group="payment"),
    OptionSpec("paid_on", "date", group="payment"),
    OptionSpec("transaction_method", "text", group="payment", longest=255),
    OptionSpec("transaction_detail", "text", group="payment", longest=2000),
    OptionSpec("gateway_transid", "text", group="payment", longest=255, is_rare=True),
    OptionSpec(
        "gateway_method",
        "choice",
        group="payment",
        choices=(
            "visa",
            "mastercard",
            "american-express",
            "discover",
            "check",
            "paypal",
            "credit",
            "ach",
        ),
        is_rare=True,
    ),
)
"""Of the action that records a payment made elsewhere; without an amount it is the whole balance."""
