"""Which fields of the model the paper does not show, and why. Every other field changes the page."""

from typing import Final

_OURS: Final = "known to this program only"
_MACHINE: Final = "a code for e-invoices; the paper says it in words"
_PROVIDER: Final = "for a provider's interface only"

NOT_PRINTED: Final[dict[str, str]] = {
    "Draft.schema_version": _OURS,
    "Draft.id": _OURS,
    "Draft.series": "shows in the number",
    "Draft.price_entry": "the way in which new lines begin; each line prints its own",
    "Draft.external_reference": _PROVIDER,
    "Draft.tags": _OURS,
    "Draft.provider_options": _PROVIDER,
    "Line.kind": _OURS,
    "Line.id": _OURS,
    "Line.vat_code": _PROVIDER,
    "Line.tags": _OURS,
    "Line.provider_options": _PROVIDER,
    "Section.kind": _OURS,
    "Section.id": _OURS,
    "Product.catalogue_id": _OURS,
    "Discount.reason_code": _MACHINE,
    "LineAdjustment.reason_code": _MACHINE,
    "DocumentAdjustment.id": _OURS,
    "DocumentAdjustment.reason_code": _MACHINE,
    "Party.contact_id": _OURS,
    "Party.bank_accounts": "printed through the account that is to be paid",
    "Party.note": "for us only, by its definition",
    "PrecedingInvoice.document_id": _OURS,
}
"""By model and field."""
