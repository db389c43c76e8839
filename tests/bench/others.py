"""The same invoices through invoice2data with its own templates, if it can be imported."""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from app.intake.reading import FieldName
from tests.bench.intake_answers import Case


def templates_of_others(found: Sequence[Case]) -> dict[str, dict[FieldName, str]] | None:
    """The key fields by document; None without the library."""
    try:
        extract = importlib.import_module("invoice2data").extract_data
        templates = importlib.import_module("invoice2data.extract.loader").read_templates()
    except ImportError:
        return None
    logging.disable(logging.CRITICAL)
    try:
        return {case.name: _fields(_extracted(extract, case, templates)) for case in found}
    finally:
        logging.disable(logging.NOTSET)


def _extracted(extract: Any, case: Case, templates: Any) -> Mapping[str, Any]:
    with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
        return dict(extract(str(case.path), templates=templates) or {})
    return {}


def _fields(body: Mapping[str, Any]) -> dict[FieldName, str]:
    names: Mapping[FieldName, str] = {
        "supplier_name": "issuer",
        "invoice_number": "invoice_number",
        "date": "date",
        "due_date": "date_due",
        "currency": "currency",
        "gross": "amount",
        "net": "amount_untaxed",
        "tax": "amount_tax",
    }
    return {name: _text(body[theirs]) for name, theirs in names.items() if body.get(theirs) is not None}


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
