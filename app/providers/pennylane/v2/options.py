"""What a person may choose about an invoice in Pennylane beyond what the document itself states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from app.client.options import OptionSpec
from app.client.provider import Submission
from app.domain.rows import Line
from app.providers.pennylane.access import GATEWAY_OPTIONS
from app.providers.pennylane.codes import BANKING_PROVIDERS, LANGUAGES_DIRECT, SUBSTANCES, TRANSACTION_FIELDS

PROVIDER_ID: Final = "pennylane_v2"

_UNCHARGED: Final = (
    "exempt",
    "extracom",
    "crossborder",
    "intracom_21",
    "intracom_55",
    "intracom_85",
    "intracom_100",
    "FR_85_construction",
    "FR_100_construction",
    "FR_200_construction",
)
_WHOLE: Final = r"[0-9]{1,18}"

OPTIONS: Final = (
    *GATEWAY_OPTIONS,
    OptionSpec("searches_on_gateway", "flag", "connection", group="gateway", default="false", is_rare=True),
    OptionSpec(
        "tax_rounding",
        "choice",
        "connection",
        group="vat",
        choices=("per_group", "per_line"),
        default="per_group",
        is_rare=True,
    ),
    OptionSpec("draft", "flag", group="document", default="true", seed="draft"),
    OptionSpec(
        "template_id",
        "remote",
        group="document",
        list_id="templates",
        pattern=_WHOLE,
        seed="customer_invoice_template_id",
    ),
    OptionSpec("language", "choice", group="document", choices=LANGUAGES_DIRECT, seed="language"),
    OptionSpec(
        "credited_invoice_id", "remote", group="document", list_id="invoices", pattern=_WHOLE, is_rare=True
    ),
    OptionSpec(
        "customer_id", "remote", group="customer", list_id="customers", pattern=_WHOLE, seed="customer_id"
    ),
    OptionSpec("create_customer", "flag", group="customer", default="true"),
    OptionSpec(
        "customer_type", "choice", group="customer", choices=("company", "individual"), default="company"
    ),
    OptionSpec(
        "products", "choice", group="lines", choices=("linked", "free", "find", "create"), default="linked"
    ),
    OptionSpec("substance", "choice", group="lines", choices=SUBSTANCES, is_rare=True),
    OptionSpec("default_unit", "text", group="lines", longest=255, is_rare=True),
    OptionSpec(
        "inexact_lines",
        "choice",
        group="lines",
        choices=("keep_quantity", "keep_amount"),
        default="keep_quantity",
    ),
    OptionSpec("extras", "choice", group="texts", choices=("in_texts", "leave_out"), default="in_texts"),
    *(
        OptionSpec(f"vat_code_{category}", "choice", group="vat", choices=_UNCHARGED, is_rare=True)
        for category in ("E", "Z", "O", "G", "K", "AE")
    ),
    OptionSpec("label", "text", group="accounting", longest=2000, is_rare=True),
    OptionSpec(
        "transaction_reference.banking_provider",
        "choice",
        group="accounting",
        choices=BANKING_PROVIDERS,
        is_rare=True,
        seed="transaction_reference",
    ),
    OptionSpec(
        "transaction_reference.provider_field_name",
        "choice",
        group="accounting",
        choices=TRANSACTION_FIELDS,
        is_rare=True,
    ),
    OptionSpec(
        "transaction_reference.provider_field_value", "text", group="accounting", longest=2000, is_rare=True
    ),
    OptionSpec("product_id", "remote", "line", group="lines", list_id="products", pattern=_WHOLE),
    OptionSpec("substance", "choice", "line", group="accounting", choices=SUBSTANCES, is_rare=True),
    OptionSpec(
        "ledger_account_id", "integer", "line", group="accounting", least=1, pattern=_WHOLE, is_rare=True
    ),
)


def chosen(submission: Submission, name: str) -> str:
    """The text of an option of the document, else of the connection, else its default; empty if none."""
    return (
        _text(submission.options.get(name))
        or _text(submission.connection.settings.get(name))
        or _default(name)
    )


def is_on(submission: Submission, name: str) -> bool:
    """Whether a yes-or-no option is on."""
    return chosen(submission, name) == "true"


def of_line(row: Line, name: str) -> str:
    """The text of an option of one line; empty if none."""
    stated = row.provider_options.get(PROVIDER_ID)
    return _text(stated.get(name)) if isinstance(stated, dict) else ""


def _text(value: JsonValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip() if isinstance(value, str | int) else ""


def _default(name: str) -> str:
    return _DEFAULTS.get(name, "")


_DEFAULTS: Final[Mapping[str, str]] = {spec.name: spec.default for spec in OPTIONS if spec.level != "line"}
