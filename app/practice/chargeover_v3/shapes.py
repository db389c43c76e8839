"""The members ChargeOver knows, with the type each must have.

Bodies of invoices and their lines may hold others: the page promises an override of the tax and three
exemptions without naming them, so such members are kept and shown again, unread. All other bodies are
closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from pydantic import JsonValue

from app.practice.chargeover_v3.door import Declined

_CYCLES = "evy dly 1wk 2wk 116 4wk 8wk 30d mon 2mn 12w fst lst qtr six yrl 2yr 3yr 4yr 5yr 10y one"
PAYCYCLES: Final = frozenset(_CYCLES.split())
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")

Check = Callable[[JsonValue], bool]


def _is_whole(value: JsonValue) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: object) -> bool:
    """A JSON number; text with digits is none."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _is_text(value: JsonValue) -> bool:
    return isinstance(value, str)


def _is_text_or_null(value: JsonValue) -> bool:
    return value is None or isinstance(value, str)


def _is_flag(value: JsonValue) -> bool:
    return isinstance(value, bool)


def is_day(value: JsonValue) -> bool:
    """A date that exists, as `YYYY-MM-DD`."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_cycle(value: JsonValue) -> bool:
    return isinstance(value, str) and value in PAYCYCLES


def _is_texts(value: JsonValue) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_list(value: JsonValue) -> bool:
    return isinstance(value, list)


def _is_object(value: JsonValue) -> bool:
    return isinstance(value, dict)


def _one_of(*choices: JsonValue) -> Check:
    return lambda value: not isinstance(value, bool) and value in choices


def _customs(most: int) -> dict[str, Check]:
    return {f"custom_{place}": _is_text_or_null for place in range(1, most + 1)}


ADDRESS_MEMBERS: Final = tuple(
    f"{side}_{part}"
    for side in ("bill", "ship")
    for part in ("addr1", "addr2", "addr3", "city", "state", "postcode", "country", "notes")
)
_ADDRESSES: Final[Mapping[str, Check]] = dict.fromkeys(ADDRESS_MEMBERS, _is_text_or_null)

INVOICE: Final[Mapping[str, Check]] = {
    "refnumber": _is_text,
    "external_key": _is_text,
    "customer_id": _is_whole,
    "customer_token": _is_text,
    "customer_external_key": _is_text,
    "date": is_day,
    "currency_id": _is_whole,
    "class_id": _is_whole,
    "paycycle": _is_cycle,
    "terms_id": _is_whole,
    "admin_id": _is_whole,
    "memo": _is_text_or_null,
    "line_items": _is_list,
    **_ADDRESSES,
    **_customs(20),
}
LINE: Final[Mapping[str, Check]] = {
    "item_id": _is_whole,
    "item_external_key": _is_text,
    "paycycle": _is_cycle,
    "descrip": _is_text,
    "line_rate": is_number,
    "line_quantity": is_number,
    "tags": _is_texts,
    **_customs(10),
}
CUSTOMER: Final[Mapping[str, Check]] = {
    "company": _is_text,
    "external_key": _is_text,
    **dict.fromkeys(
        ("parent_customer_id", "language_id", "currency_id", "class_id", "admin_id", "campaign_id"),
        _is_whole,
    ),
    **dict.fromkeys(
        (
            "campaign_details",
            "superuser_username",
            "superuser_email",
            "superuser_name",
            "superuser_first_name",
            "superuser_last_name",
            "superuser_phone",
        ),
        _is_text,
    ),
    **_ADDRESSES,
    **_customs(20),
}
ITEM: Final[Mapping[str, Check]] = {
    "name": _is_text,
    "type": _one_of("service", "product", "discount"),
    "description": _is_text,
    "external_key": _is_text,
    "accounting_sku": _is_text,
    "units": _is_text,
    "pricemodel": _is_object,
}
EMAIL: Final[Mapping[str, Check]] = {
    **dict.fromkeys(("email", "cc", "bcc", "subject", "body", "html", "from"), _is_text),
    "message_id": lambda value: _is_whole(value) or _is_text(value),
}
TRANSACTION: Final[Mapping[str, Check]] = {
    "customer_id": _is_whole,
    "amount": is_number,
    "transaction_date": is_day,
    "transaction_type": _one_of("pay", "ref", "cre", "spl"),
    "transaction_method": _is_text,
    "transaction_detail": _is_text,
    "gateway_id": _is_whole,
    "gateway_status": _one_of(0, 1),
    "gateway_transid": _is_text,
    "gateway_msg": _is_text,
    "gateway_method": _one_of(
        "visa", "mastercard", "american-express", "discover", "check", "paypal", "credit", "ach"
    ),
    "external_key": _is_text,
    "auto_apply": _is_text,
    "applied_to": _is_list,
}
APPLIED: Final[Mapping[str, Check]] = {"invoice_id": _is_whole, "applied": is_number}
NOTHING: Final[Mapping[str, Check]] = {}


def checked(
    body: JsonValue,
    shape: Mapping[str, Check],
    required: tuple[str, ...] = (),
    *,
    where: str = "",
    is_open: bool = False,
) -> dict[str, JsonValue]:
    """The body, if it has this shape. Raises Declined with the member's name."""
    if not isinstance(body, dict):
        raise Declined(400, f"Missing or invalid parameter.{f' [{where}]' if where else ''}")
    prefix = f"{where}." if where else ""
    for name in required:
        if body.get(name) in (None, ""):
            raise Declined(400, f"Missing or invalid parameter. [{prefix}{name}]")
    for name, value in body.items():
        check = shape.get(name)
        if check is None and not is_open:
            raise Declined(400, f"Unknown parameter. [{prefix}{name}]")
        if check is not None and not check(value):
            raise Declined(400, f"Missing or invalid parameter. [{prefix}{name}]")
    return body
