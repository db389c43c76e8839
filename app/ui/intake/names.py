"""What the fields of a supplier's document are called."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.ui.language import QT_TRANSLATE_NOOP

_TITLES: Final = {
    "supplier_name": QT_TRANSLATE_NOOP("Intake", "Supplier"),
    "supplier_vat_id": QT_TRANSLATE_NOOP("Intake", "VAT number"),
    "supplier_siren": QT_TRANSLATE_NOOP("Intake", "SIREN"),
    "iban": QT_TRANSLATE_NOOP("Intake", "IBAN"),
    "invoice_number": QT_TRANSLATE_NOOP("Intake", "Number"),
    "date": QT_TRANSLATE_NOOP("Intake", "Date"),
    "due_date": QT_TRANSLATE_NOOP("Intake", "Due date"),
    "currency": QT_TRANSLATE_NOOP("Intake", "Currency"),
    "net": QT_TRANSLATE_NOOP("Intake", "Net"),
    "tax": QT_TRANSLATE_NOOP("Intake", "VAT"),
    "gross": QT_TRANSLATE_NOOP("Intake", "Total"),
}


def field_title(name: str) -> str:
    """The field in the words of the form; the name itself if it is none."""
    title = _TITLES.get(name)
    return QCoreApplication.translate("Intake", title) if title else name
