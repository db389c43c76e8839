"""Every parameter of the seed page that is no field of a draft, and our own choices of how to map."""

from __future__ import annotations

from typing import Final

from app.client.options import OptionKind, OptionSpec
from app.providers.stripe_v1 import choices

_METHOD: Final = "payment_settings.payment_method_options"


def _wire(dotted: str) -> str:
    """`a.b.c` as Stripe writes it: `a[b][c]`."""
    first, *inner = dotted.split(".")
    return first + "".join(f"[{member}]" for member in inner)


CONNECTION: Final = (
    OptionSpec(
        "stripe_account", "text", "connection", "account", pattern=r"acct_[A-Za-z0-9]{8,64}", is_rare=True
    ),
    OptionSpec(
        "tax_rounding", "choice", "connection", "account", ("per_item", "per_invoice"), default="per_item"
    ),
    OptionSpec("tax_name", "text", "connection", "account", longest=30),
    OptionSpec("time_zone", "text", "connection", "account", longest=64, is_rare=True),
)

OURS: Final = (
    OptionSpec("customer", "remote", group="customer", list_id="customers", seed="customer"),
    OptionSpec(
        "after_creation", "choice", group="sending", choices=("draft", "finalise", "send"), default="draft"
    ),
    OptionSpec(
        "collection_method",
        "choice",
        group="sending",
        choices=choices.COLLECTION,
        default="send_invoice",
        seed="collection_method",
    ),
    OptionSpec("days_until_due", "integer", group="sending", least=0, most=3650, seed="days_until_due"),
    OptionSpec("auto_advance", "flag", group="sending", seed="auto_advance"),
    OptionSpec("automatically_finalizes_at", "time", group="sending", is_rare=True),
    OptionSpec("send_number", "flag", group="sending", is_rare=True),
    OptionSpec("sections_in_text", "flag", group="mapping", default="true"),
    OptionSpec("line_discounts", "choice", group="mapping", choices=("coupon", "amount"), default="coupon"),
    OptionSpec("document_discount", "choice", group="mapping", choices=("coupon", "items"), default="coupon"),
    OptionSpec(
        "discounts.coupon", "remotes", group="mapping", list_id="coupons", seed="discounts[0][coupon]"
    ),
    OptionSpec("discounts.discount", "texts", group="mapping", seed="discounts[0][discount]", is_rare=True),
    OptionSpec("discounts.promotion_code", "texts", group="mapping", is_rare=True),
)

TAX: Final = (
    OptionSpec("automatic_tax.enabled", "flag", group="tax", seed="automatic_tax[enabled]"),
    OptionSpec(
        "automatic_tax.liability.type", "choice", group="tax", choices=("self", "account"), is_rare=True
    ),
    OptionSpec("automatic_tax.liability.account", "text", group="tax", is_rare=True),
    OptionSpec("default_tax_rates", "remotes", group="tax", list_id="tax_rates", seed="default_tax_rates[0]"),
    OptionSpec("account_tax_ids", "texts", group="tax", seed="account_tax_ids[0]"),
)

PAGE: Final = (
    OptionSpec(
        "rendering_options.amount_tax_display",
        "choice",
        group="page",
        choices=choices.TAX_DISPLAY,
        seed="rendering_options[amount_tax_display]",
    ),
    OptionSpec("rendering.template", "text", group="page", is_rare=True),
    OptionSpec("rendering.pdf.page_size", "choice", group="page", choices=choices.PAGE_SIZES, is_rare=True),
)


def _payment(name: str, kind: OptionKind, known: tuple[str, ...] = ()) -> OptionSpec:
    several = "[0]" if kind == "texts" else ""
    is_rare = name.startswith(_METHOD) or name.endswith("default_mandate")
    group = "methods" if is_rare else "payment"
    return OptionSpec(name, kind, group=group, choices=known, is_rare=is_rare, seed=_wire(name) + several)


PAYMENT: Final = (
    _payment("payment_settings.payment_method_types", "texts", choices.PAYMENT_METHODS),
    _payment("default_payment_method", "text"),
    _payment("default_source", "text"),
    OptionSpec("statement_descriptor", "text", group="payment", longest=22, seed="statement_descriptor"),
    _payment("payment_settings.default_mandate", "text"),
    _payment(f"{_METHOD}.acss_debit.mandate_options.transaction_type", "choice", choices.TRANSACTION_TYPES),
    _payment(f"{_METHOD}.acss_debit.verification_method", "choice", choices.VERIFICATION),
    _payment(f"{_METHOD}.bancontact.preferred_language", "choice", choices.BANCONTACT_LANGUAGES),
    _payment(f"{_METHOD}.card.installments.enabled", "flag"),
    _payment(f"{_METHOD}.card.installments.plan.count", "integer"),
    _payment(f"{_METHOD}.card.installments.plan.interval", "choice", ("month",)),
    _payment(f"{_METHOD}.card.installments.plan.type", "choice", choices.PLAN_TYPES),
    _payment(f"{_METHOD}.card.request_three_d_secure", "choice", choices.THREE_D_SECURE),
    _payment(f"{_METHOD}.customer_balance.bank_transfer.eu_bank_transfer.country", "text"),
    _payment(f"{_METHOD}.customer_balance.bank_transfer.type", "choice", choices.TRANSFER_TYPES),
    _payment(f"{_METHOD}.customer_balance.funding_type", "choice", ("bank_transfer",)),
    _payment(f"{_METHOD}.us_bank_account.financial_connections.permissions", "texts", choices.PERMISSIONS),
    _payment(f"{_METHOD}.us_bank_account.verification_method", "choice", choices.VERIFICATION),
)

CONNECT: Final = (
    OptionSpec(
        "application_fee_amount",
        "integer",
        group="connect",
        least=0,
        is_rare=True,
        seed="application_fee_amount",
    ),
    OptionSpec("on_behalf_of", "text", group="connect", is_rare=True, seed="on_behalf_of"),
    OptionSpec(
        "transfer_data.destination", "text", group="connect", is_rare=True, seed="transfer_data[destination]"
    ),
    OptionSpec(
        "transfer_data.amount",
        "integer",
        group="connect",
        least=0,
        is_rare=True,
        seed="transfer_data[amount]",
    ),
    OptionSpec("issuer.type", "choice", group="connect", choices=("self", "account"), is_rare=True),
    OptionSpec("issuer.account", "text", group="connect", is_rare=True),
)

OTHER: Final = (
    OptionSpec("subscription", "text", group="other", is_rare=True, seed="subscription"),
    OptionSpec(
        "from_invoice.action",
        "choice",
        group="other",
        choices=("revision",),
        is_rare=True,
        seed="from_invoice[action]",
    ),
    OptionSpec("from_invoice.invoice", "text", group="other", is_rare=True, seed="from_invoice[invoice]"),
    OptionSpec("metadata", "pairs", group="other", is_rare=True),
    OptionSpec("expand", "texts", group="other", is_rare=True, seed="expand[0]"),
)

LINE: Final = (
    OptionSpec("tax_rates", "remotes", "line", "line", list_id="tax_rates"),
    OptionSpec("tax_code", "text", "line", "line", is_rare=True),
    OptionSpec("tax_behavior", "choice", "line", "line", ("exclusive", "inclusive"), is_rare=True),
    OptionSpec("metadata", "pairs", "line", "line", is_rare=True),
)

OPTIONS: Final = (*CONNECTION, *OURS, *TAX, *PAGE, *PAYMENT, *CONNECT, *OTHER, *LINE)

PASSED: Final = (*TAX[:3], TAX[4], *PAGE[1:], *PAYMENT, *CONNECT, *OTHER[:3])
"""Options that go into the body under their own name."""
