"""The parameters of each call, as tables of `app.practice.stripe_v1.accepted`."""

from __future__ import annotations

from typing import Final

from app.practice.stripe_v1.accepted import (
    Cleared,
    Flag,
    Listed,
    Members,
    Metadata,
    Number,
    Text,
    Whole,
    one_of,
)

_ADDRESS: Final = Members(
    dict.fromkeys(("city", "country", "line1", "line2", "postal_code", "state"), Text())
)
_SHIPPING: Final = Members({"address": _ADDRESS, "name": Text(), "phone": Text()}, ("address", "name"))
_EXPAND: Final = Listed(Text())
_TAX_IDS_SEED: Final = """ae_trn au_abn au_arn bg_uic br_cnpj br_cpf ca_bn ca_gst_hst ca_pst_bc ca_pst_mb
ca_pst_sk ca_qst ch_vat cl_tin eg_tin es_cif eu_oss_vat eu_vat gb_vat ge_vat hk_br hu_tin id_npwp il_vat
in_gst is_vat jp_cn jp_rn jp_trn ke_pin kr_brn li_uid mx_rfc my_frp my_itn my_sst no_vat nz_gst ph_tin ru_inn
ru_kpp
sa_vat sg_gst sg_uen si_tin th_vat tr_tin tw_vat ua_vat us_ein za_vat"""
_TAX_IDS_NEWEST: Final = f"{_TAX_IDS_SEED} ch_uid de_stn fr_siren fr_siret pl_nip pt_nif it_cf no_voec li_vat"
_METHODS_SEED: Final = """ach_credit_transfer ach_debit acss_debit au_becs_debit bacs_debit bancontact boleto
card cashapp customer_balance fpx giropay grabpay ideal konbini link paynow promptpay sepa_debit sofort
us_bank_account wechat_pay"""
_METHODS_NEWEST: Final = f"""{_METHODS_SEED} affirm alipay amazon_pay billie blik crypto custom eps
jp_credit_transfer kakao_pay klarna kr_card mb_way multibanco naver_pay nz_bank_account p24 pay_by_bank payco
paypal payto pix revolut_pay satispay sepa_credit_transfer sequra swish twint upi"""

PAGING: Final = {
    "limit": Whole(1),
    "starting_after": Text(),
    "ending_before": Text(),
    "expand": _EXPAND,
    "created": Whole(),
}
NOTHING: Final = Members({"expand": _EXPAND})
SEARCH: Final = Members({"query": Text(), "limit": Whole(1), "page": Text(), "expand": _EXPAND}, ("query",))
CUSTOMERS: Final = Members({**PAGING, "email": Text(512)})
TAX_RATES: Final = Members({**PAGING, "active": Flag(), "inclusive": Flag()})
COUPONS: Final = Members(PAGING)
ITEMS: Final = Members({**PAGING, "customer": Text(), "invoice": Text(), "pending": Flag()})
INVOICES: Final = Members(
    {
        **PAGING,
        "customer": Text(),
        "status": one_of("draft open paid uncollectible void"),
        "collection_method": one_of("charge_automatically send_invoice"),
        "subscription": Text(),
    }
)
LINES: Final = Members(PAGING)
FINALIZE: Final = Members({"auto_advance": Flag(), "expand": _EXPAND})
PAY: Final = Members(
    {
        "expand": _EXPAND,
        "forgive": Flag(),
        "mandate": Text(),
        "off_session": Flag(),
        "paid_out_of_band": Flag(),
        "payment_method": Text(),
        "source": Text(),
    }
)
TAX_RATE: Final = Members(
    {
        "active": Flag(),
        "country": Text(2),
        "description": Text(),
        "display_name": Text(50),
        "expand": _EXPAND,
        "inclusive": Flag(),
        "jurisdiction": Text(50),
        "metadata": Metadata(),
        "percentage": Number(4),
        "state": Text(2),
        "tax_type": one_of("gst hst igst jct lease_tax pst qst rst sales_tax vat"),
    },
    ("display_name", "inclusive", "percentage"),
)
COUPON: Final = Members(
    {
        "amount_off": Whole(1),
        "currency": Text(3),
        "duration": one_of("forever once repeating"),
        "duration_in_months": Whole(1),
        "expand": _EXPAND,
        "id": Text(),
        "max_redemptions": Whole(1),
        "metadata": Metadata(),
        "name": Text(40),
        "percent_off": Number(2),
        "redeem_by": Whole(),
    }
)


def customer(*, newest: bool) -> Members:
    """`POST /v1/customers`."""
    kinds = one_of(_TAX_IDS_NEWEST if newest else _TAX_IDS_SEED)
    return Members(
        {
            "address": Cleared(_ADDRESS),
            "description": Text(),
            "email": Text(512),
            "expand": _EXPAND,
            "metadata": Metadata(),
            "name": Text(256),
            "phone": Text(20),
            "preferred_locales": Listed(Text()),
            "shipping": Cleared(_SHIPPING),
            "tax_exempt": Cleared(one_of("exempt none reverse")),
            "tax_id_data": Listed(Members({"type": kinds, "value": Text()}, ("type", "value"))),
        }
    )


def item(*, newest: bool) -> Members:
    """`POST /v1/invoiceitems`."""
    discount: dict[str, object] = {"coupon": Text(), "discount": Text()}
    if newest:
        discount["promotion_code"] = Text()
    told: dict[str, object] = {
        "amount": Whole(),
        "currency": Text(3),
        "customer": Text(),
        "description": Text(),
        "discountable": Flag(),
        "discounts": Cleared(Listed(Members(discount))),
        "expand": _EXPAND,
        "invoice": Text(),
        "metadata": Cleared(Metadata()),
        "period": Members({"start": Whole(), "end": Whole()}, ("start", "end")),
        "quantity": Whole(0),
        "subscription": Text(),
        "tax_behavior": one_of("exclusive inclusive unspecified"),
        "tax_code": Cleared(),
        "tax_rates": Listed(Text()),
        "unit_amount_decimal": Number(12),
    }
    if newest:
        told |= {"pricing": Members({"price": Text()}), "quantity_decimal": Number(12)}
        return Members(told)
    return Members({**told, "price": Text(), "unit_amount": Whole()}, ("customer",))


def invoice(*, newest: bool) -> Members:
    """`POST /v1/invoices`."""
    name_most, value_most = (40, 140) if newest else (30, 30)
    fields = Members({"name": Text(name_most), "value": Text(value_most)}, ("name", "value"))
    discount: dict[str, object] = {"coupon": Text(), "discount": Text()}
    automatic: dict[str, object] = {"enabled": Flag()}
    display = {"amount_tax_display": Cleared(one_of("exclude_tax include_inclusive_tax"))}
    told: dict[str, object] = {
        "account_tax_ids": Cleared(Listed(Text())),
        "application_fee_amount": Whole(0),
        "auto_advance": Flag(),
        "automatic_tax": Members(automatic, ("enabled",)),
        "collection_method": one_of("charge_automatically send_invoice"),
        "currency": Text(3),
        "custom_fields": Cleared(Listed(fields)),
        "customer": Text(),
        "days_until_due": Whole(0),
        "default_payment_method": Text(),
        "default_source": Text(),
        "default_tax_rates": Listed(Text()),
        "description": Text(1500),
        "discounts": Cleared(Listed(Members(discount))),
        "due_date": Whole(),
        "expand": _EXPAND,
        "footer": Text(5000),
        "from_invoice": Members({"action": one_of("revision"), "invoice": Text()}, ("action", "invoice")),
        "metadata": Cleared(Metadata()),
        "on_behalf_of": Text(),
        "payment_settings": _payment(newest=newest),
        "shipping_details": _SHIPPING,
        "statement_descriptor": Text(22),
        "subscription": Text(),
        "transfer_data": Members({"amount": Whole(0), "destination": Text()}, ("destination",)),
    }
    if not newest:
        told["pending_invoice_items_behavior"] = one_of("exclude include include_and_require")
        told["rendering_options"] = Cleared(Members(display))
        return Members(told)
    party = Members({"account": Text(), "type": one_of("account self")}, ("type",))
    discount["promotion_code"] = Text()
    automatic["liability"] = party
    return Members(
        {
            **told,
            "automatically_finalizes_at": Whole(),
            "effective_at": Whole(),
            "issuer": party,
            "number": Text(26),
            "pending_invoice_items_behavior": one_of("exclude include"),
            "rendering": Members(
                {
                    **display,
                    "pdf": Members({"page_size": one_of("a4 auto letter")}),
                    "template": Text(),
                    "template_version": Cleared(Whole()),
                }
            ),
        }
    )


def _payment(*, newest: bool) -> Members:
    verification = one_of("automatic instant microdeposits")
    secure = "any automatic challenge" if newest else "any automatic"
    kinds = "bonus fixed_count revolving" if newest else "fixed_count"
    plan = Members(
        {"count": Whole(1), "interval": one_of("month"), "type": one_of(kinds)},
        ("type",) if newest else ("count", "interval", "type"),
    )
    connections = Members({"permissions": Listed(one_of("balances ownership payment_method transactions"))})
    transfer = Members({"eu_bank_transfer": Members({"country": Text(2)}, ("country",)), "type": Text()})
    options: dict[str, object] = {
        "acss_debit": Members(
            {
                "mandate_options": Members({"transaction_type": one_of("business personal")}),
                "verification_method": verification,
            }
        ),
        "bancontact": Members({"preferred_language": one_of("de en fr nl")}),
        "card": Members(
            {
                "installments": Members({"enabled": Flag(), "plan": Cleared(plan)}),
                "request_three_d_secure": one_of(secure),
            }
        ),
        "customer_balance": Members({"bank_transfer": transfer, "funding_type": Text()}),
        "konbini": Members({}),
        "us_bank_account": Members(
            {"financial_connections": connections, "verification_method": verification}
        ),
    }
    methods = one_of(_METHODS_NEWEST if newest else _METHODS_SEED)
    return Members(
        {
            "default_mandate": Text(),
            "payment_method_options": Members({name: Cleared(told) for name, told in options.items()}),
            "payment_method_types": Cleared(Listed(methods)),
        }
    )
