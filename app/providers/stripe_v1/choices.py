"""The enumerations of Stripe's options, for each version. Source: the two contracts of `README.md`."""

from __future__ import annotations

from typing import Final

_METHODS_SEED: Final = """ach_credit_transfer ach_debit acss_debit au_becs_debit bacs_debit bancontact boleto
card cashapp customer_balance fpx giropay grabpay ideal konbini link paynow promptpay sepa_debit sofort
us_bank_account wechat_pay"""
_METHODS_NEWEST: Final = """ach_credit_transfer ach_debit acss_debit affirm alipay amazon_pay au_becs_debit
bacs_debit bancontact billie blik boleto card cashapp crypto custom customer_balance eps fpx giropay grabpay
ideal jp_credit_transfer kakao_pay klarna konbini kr_card link mb_way multibanco naver_pay nz_bank_account
p24 pay_by_bank payco paynow paypal payto pix promptpay revolut_pay satispay sepa_credit_transfer sepa_debit
sequra sofort swish twint upi us_bank_account wechat_pay"""

PAYMENT_METHODS: Final = tuple(dict.fromkeys(f"{_METHODS_SEED} {_METHODS_NEWEST}".split()))
COLLECTION: Final = ("send_invoice", "charge_automatically")
TAX_DISPLAY: Final = ("exclude_tax", "include_inclusive_tax")
VERIFICATION: Final = ("automatic", "instant", "microdeposits")
TRANSACTION_TYPES: Final = ("business", "personal")
BANCONTACT_LANGUAGES: Final = ("de", "en", "fr", "nl")
THREE_D_SECURE: Final = ("any", "automatic", "challenge")
PLAN_TYPES: Final = ("fixed_count", "bonus", "revolving")
PERMISSIONS: Final = ("balances", "ownership", "payment_method", "transactions")
TRANSFER_TYPES: Final = (
    "eu_bank_transfer",
    "gb_bank_transfer",
    "jp_bank_transfer",
    "mx_bank_transfer",
    "us_bank_transfer",
)
PAGE_SIZES: Final = ("a4", "auto", "letter")

ONLY_NEWEST: Final[dict[str, frozenset[str]]] = {
    "payment_settings.payment_method_types": frozenset(_METHODS_NEWEST.split())
    - frozenset(_METHODS_SEED.split()),
    "payment_settings.payment_method_options.card.request_three_d_secure": frozenset({"challenge"}),
    "payment_settings.payment_method_options.card.installments.plan.type": frozenset({"bonus", "revolving"}),
}
"""Values that only the newest version knows, by option."""

NEWEST_OPTIONS: Final = frozenset(
    {
        "send_number",
        "automatically_finalizes_at",
        "rendering.template",
        "rendering.pdf.page_size",
        "issuer.type",
        "issuer.account",
        "automatic_tax.liability.type",
        "automatic_tax.liability.account",
        "discounts.promotion_code",
    }
)
"""Options of which the seed's version knows nothing."""


_PLAN: Final = "payment_settings.payment_method_options.card.installments.plan"
NEEDS: Final[dict[str, tuple[str, ...]]] = {
    "from_invoice.action": ("from_invoice.invoice",),
    "from_invoice.invoice": ("from_invoice.action",),
    "transfer_data.amount": ("transfer_data.destination",),
    "issuer.account": ("issuer.type",),
    "automatic_tax.liability.account": ("automatic_tax.liability.type",),
    "automatic_tax.liability.type": ("automatic_tax.enabled",),
    f"{_PLAN}.count": (f"{_PLAN}.type",),
    f"{_PLAN}.interval": (f"{_PLAN}.type",),
}
"""Options that are refused without another."""


def is_known(option: str, value: str, *, newest: bool) -> bool:
    """Whether the version spoken knows this value of the option."""
    return newest or value not in ONLY_NEWEST.get(option, frozenset())
