"""The best source of a file is taken: its e-invoice, else its words."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app.domain.identifiers import compact
from app.intake.worker import Held, Reader
from tests.intake.einvoice.test_ubl import CREDIT_NOTE
from tests.intake.papers import INVOICE, content_stream, pdf_of, saved

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("FACTOTUM_CORPORA") or ROOT / "../shared/corpora") / "facturx_pdf"
FIELDS = {
    "supplier_name": "supplier_name",
    "invoice_number": "invoice_number",
    "date": "issue_date",
    "due_date": "due_date",
    "currency": "currency",
}
CREDITS = {"81", "381", "396", "261"}


def cases() -> list[Any]:
    listing = CORPUS / "expected.json"
    if not listing.is_file():
        return []
    files = json.loads(listing.read_text(encoding="utf-8"), parse_float=Decimal)["files"]
    return [pytest.param(case, id=case["file"]) for case in files]


@pytest.mark.parametrize("case", cases())
def test_facturx_pdf_through_the_reader(reader: Reader, case: dict[str, Any]) -> None:
    reading = reader.read(CORPUS / case["file"])
    sources = {field.source for field in reading.fields.values()}
    if case["expect"] != "ok":
        assert "xml" not in sources
        return
    assert sources == {"xml"}
    assert (reading.kind == "credit_note") == (case["type_code"] in CREDITS)
    values = {name: field.value for name, field in reading.fields.items()}
    for name, expected in FIELDS.items():
        assert values.get(name, "") == (case.get(expected) or ""), name  # type: ignore[call-overload]
    assert values.get("supplier_vat_id", "") == compact(case.get("supplier_vat_id") or "")
    assert values.get("iban", "") == compact(case.get("iban") or "")
    for name in ("net", "gross"):
        assert (Decimal(values[name]) if name in values else None) == (  # type: ignore[index]
            Decimal(case[name]) if case.get(name) else None
        )
    assert len(reading.lines) == case["line_count"]
    doubted = {
        name for remark in reading.warnings for name in remark.fields if remark.code.startswith("xml_")
    }
    assert {name for name, field in reading.fields.items() if not field.is_sure} == doubted


def test_a_loose_e_invoice_is_read_whatever_its_name(reader: Reader) -> None:
    reading = reader.read(Held("credit.dat", CREDIT_NOTE.encode()))
    assert (reading.kind, reading.fields["gross"].value) == ("credit_note", "120")
    assert reading.fields["gross"].source == "xml"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<SCRDMCCBDACIOMessageStructure/>", "xml_order"),
        (b"<rss/>", "xml_other"),
        (b"<a><b>", "xml_malformed"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', "xml_doctype"),
        (b"PK\x03\x04 zip", "file_archive"),
        (b"<html>", "file_web_page"),
        (b"", "file_empty"),
        (b"hello", "file_not_read"),
    ],
)
def test_what_is_no_invoice_is_refused_by_its_name(reader: Reader, content: bytes, code: str) -> None:
    reading = reader.read(Held("file", content))
    assert reading.error is not None
    assert (reading.kind, reading.error.code) == ("unreadable", code)


def test_an_order_inside_a_pdf_is_refused_though_its_page_could_be_read(reader: Reader) -> None:
    pdf = pdf_of(content_stream(*INVOICE))
    pdf.attachments["order-x.xml"] = b"<SCRDMCCBDACIOMessageStructure/>"
    reading = reader.read(Held("order.pdf", saved(pdf)))
    assert reading.error is not None
    assert reading.error.code == "order_x"


def test_a_protected_file_asks_for_its_password(reader: Reader) -> None:
    lock = pikepdf.Encryption(user="sesame", owner="own")
    held = Held("locked.pdf", saved(pdf_of(content_stream(*INVOICE)), encryption=lock))
    for password, code in (("", "file_encrypted"), ("simsim", "password_wrong")):
        reading = reader.read(held, password=password)
        assert reading.error is not None
        assert reading.error.code == code
    assert reader.read(held, password="sesame").fields["gross"].value == "120"
    assert reader.picture(held, 1, 100, password="sesame").width == 100
