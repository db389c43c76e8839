"""Published e-invoices inside PDFs, one test a file: what the XML states is what is read."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app.domain.identifiers import compact
from app.intake.einvoice.attached import invoice_in
from app.intake.einvoice.stated import reading_of

ROOT = Path(__file__).resolve().parents[3]
CORPUS = Path(os.environ.get("FACTOTUM_CORPORA") or ROOT / "../shared/corpora") / "facturx_pdf"


def cases() -> list[Any]:
    listing = CORPUS / "expected.json"
    if not listing.is_file():
        return []
    files = json.loads(listing.read_text(encoding="utf-8"), parse_float=Decimal)["files"]
    return [pytest.param(case, id=case["file"]) for case in files]


@pytest.mark.parametrize("case", cases())
def test_facturx_pdf(case: dict[str, Any]) -> None:
    path = CORPUS / case["file"]
    if case["expect"] == "unreadable_pdf":
        with pytest.raises(pikepdf.PdfError):
            pikepdf.open(path)
        return
    with pikepdf.open(path) as pdf:
        found = invoice_in(pdf)
    if case["expect"] != "ok":
        assert found.invoice is None
        assert found.problem == {"no_xml": "", "xml_malformed": "xml_malformed"}.get(
            case["expect"], "xml_doctype"
        )
        return
    stated = found.invoice
    assert stated is not None
    read = {
        "xml_attachment": found.filename,
        "xml_syntax": stated.syntax,
        "type_code": stated.type_code,
        "supplier_name": stated.supplier_name,
        "supplier_vat_id": stated.supplier_vat_id,
        "buyer_name": stated.buyer_name,
        "invoice_number": stated.invoice_number,
        "issue_date": stated.issue_date,
        "due_date": stated.due_date,
        "currency": stated.currency,
        "iban": compact(stated.iban),
        "line_count": len(stated.lines),
    }
    wanted = {name: case.get(name) or "" for name in read} | {"line_count": case["line_count"]}
    assert read == wanted | {"iban": compact(case.get("iban") or "")}
    for name in ("net", "tax", "gross", "payable"):
        text = getattr(stated, name)
        assert (Decimal(text) if text else None) == (Decimal(case[name]) if case.get(name) else None)
    assert all(field.is_sure and field.source == "xml" for field in reading_of(stated).fields.values())
