"""One XML document: whether it is an e-invoice, an order or something else, and what it states."""

from __future__ import annotations

from typing import Final

from app.intake.einvoice import cii, ubl
from app.intake.einvoice.safe_xml import name_of, namespace_of, parsed
from app.intake.einvoice.stated import StatedInvoice

_ORDERS: Final = frozenset({"SCRDMCCBDACIOMessageStructure", "Order", "OrderResponse", "OrderChange"})
_UBL: Final = "urn:oasis:names:specification:ubl:"


class NotAnInvoice(Exception):
    """The document is XML of another kind. `code` says of which: order or other_xml."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def stated_in(content: bytes) -> StatedInvoice:
    """What an e-invoice states. Raises BadXml or NotAnInvoice."""
    root = parsed(content)
    name, namespace = name_of(root), namespace_of(root)
    if name in cii.ROOTS:
        return cii.read(root)
    if name in ubl.ROOTS and namespace.startswith(_UBL):
        return ubl.read(root)
    raise NotAnInvoice("order" if name in _ORDERS else "other_xml")
