"""Documents and connections for the two imports of Pennylane, and what every folder of them must keep."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from app.client import words as common
from app.client.plan import covering
from app.client.provider import Attachment, Connection, Provider, Submission
from app.domain.draft import Draft
from app.domain.fields import fields
from app.domain.totals import compute

TODAY = date(2026, 11, 22)
PDF = b"%PDF-1.7 a page"
_CODES = (
    (r'"(why\.[a-z_0-9]+)"', ""),
    (r'"(notice\.[a-z_0-9]+)"', ""),
    (r'Problem\(\s*[^,]*?,\s*"([a-z_0-9]+)"', "problem."),
    (r'(?:Refused|OutcomeUnknown)\(\s*"([a-z_0-9]+)"', "error."),
)


def file(content: bytes = PDF, kind: str = "application/pdf", name: str = "F-2026-7.pdf") -> Attachment:
    return Attachment(name, kind, content, hashlib.sha256(content).hexdigest())


def draft(**members: Any) -> Draft:
    """A small French invoice; members given replace its own."""
    french = {"line1": "12 rue de l'Été", "postal_code": "69001", "city": "Lyon", "country": "FR"}
    made: dict[str, Any] = {
        "number": "F-2026-7",
        "issue_date": "2026-11-20",
        "language": "fr",
        "seller": {
            "name": "Atelier Nord",
            "tax_ids": [{"scheme": "vat", "value": "FR83404833048"}],
            "addresses": [{**french, "city": "Lille", "postal_code": "59000"}],
        },
        "buyer": {"name": "Client SA", "email": "achats@client.example", "addresses": [french]},
        "rows": [
            {"label": "Étude", "quantity": "2.5", "unit": "HUR", "unit_price": "80", "vat_rate": "20"},
            {"label": "Livre", "quantity": "3", "unit_price": "9.99", "vat_rate": "5.5"},
        ],
        **members,
    }
    for row in made["rows"]:
        row.setdefault("kind", "line")
    return Draft.model_validate(made)


def submission(
    connection: Connection,
    of: Draft,
    options: Mapping[str, Any] | None = None,
    *,
    key: str = "5b1f7c1e-aaaa-4bbb-8ccc-000000000001",
    known: Mapping[str, str] | None = None,
    content: Attachment | None = None,
) -> Submission:
    content = content or file()
    return Submission(
        key, connection, of, compute(of), TODAY, options or {}, known or {}, page=content, original=content
    )


def errors_in(problems: Any) -> list[str]:
    return [problem.code for problem in problems if problem.severity == "error"]


def uncovered(provider: Provider) -> list[str]:
    """Fields of the model that the provider neither sends nor ignores."""
    return [
        spec.path
        for spec in fields()
        if covering(provider.sends, spec.path) is None and covering(provider.ignores, spec.path) is None
    ]


def unworded(provider: Provider, *folders: str) -> list[str]:
    """Codes of these sources, and labels of the options, that have no words."""
    codes = set(provider.ignores.values())
    for folder in folders:
        path = Path(folder)
        for source in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            text = source.read_text(encoding="utf-8")
            for pattern, prefix in _CODES:
                codes |= {prefix + found for found in re.findall(pattern, text)}
    arguments = [spec for action in provider.actions for spec in action.arguments]
    for spec in (*provider.options, *arguments):
        codes |= {f"option.{spec.name}", f"option.{spec.name}.help", f"group.{spec.group}"}
    codes |= {f"list.{listed.id}" for listed in provider.lists}
    codes |= {f"action.{action.id}" for action in provider.actions}
    codes |= {f"dialect.{dialect.id}" for dialect in provider.dialects}
    known = {**common.WORDS, **common.ERRORS, **provider.words}
    return sorted(codes - set(known))


def unequal(provider: Provider) -> list[str]:
    """Codes whose English and French sentences do not take the same params, or lack one language."""
    return [
        code
        for code, (english, french) in provider.words.items()
        if not english
        or not french
        or set(re.findall(r"\{\w+\}", english)) != set(re.findall(r"\{\w+\}", french))
    ]
