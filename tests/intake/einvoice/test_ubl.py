"""A loose UBL file is read like an attached CII."""

from __future__ import annotations

from app.intake.einvoice.documents import stated_in
from app.intake.einvoice.stated import reading_of

NAMESPACES = (
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
)
CREDIT_NOTE = f"""<?xml version="1.0" encoding="UTF-8"?>
<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" {NAMESPACES}>
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ID>A-7</cbc:ID><cbc:IssueDate>2026-11-02</cbc:IssueDate>
  <cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PartyName><cbc:Name>Fibre</cbc:Name></cac:PartyName>
    <cac:PartyTaxScheme><cbc:CompanyID>FR44732829320</cbc:CompanyID>
      <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>Fibre du Rhône SAS</cbc:RegistrationName>
      <cbc:CompanyID schemeID="0002">732 829 320</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">20.00</cbc:TaxAmount>
    <cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">100.00</cbc:TaxableAmount>
      <cbc:TaxAmount currencyID="EUR">20.00</cbc:TaxAmount>
      <cac:TaxCategory><cbc:Percent>20.0</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">120.00</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">120.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
  <cac:CreditNoteLine><cbc:ID>1</cbc:ID><cbc:CreditedQuantity unitCode="C62">2</cbc:CreditedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Fibre, octobre</cbc:Name></cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="EUR">50</cbc:PriceAmount></cac:Price></cac:CreditNoteLine>
</CreditNote>"""


def test_a_credit_note_in_ubl_is_read_whole() -> None:
    stated = stated_in(CREDIT_NOTE.encode())
    reading = reading_of(stated)
    assert reading.kind == "credit_note"
    assert {name: field.value for name, field in reading.fields.items()} == {
        "supplier_name": "Fibre du Rhône SAS",
        "supplier_vat_id": "FR44732829320",
        "supplier_siren": "732829320",
        "invoice_number": "A-7",
        "date": "2026-11-02",
        "currency": "EUR",
        "net": "100",
        "tax": "20",
        "gross": "120",
    }
    assert reading.vat[0].rate == "20"
    assert (reading.lines[0].label, reading.lines[0].quantity, reading.lines[0].net) == (
        "Fibre, octobre",
        "2",
        "100",
    )
