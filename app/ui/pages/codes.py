"""Codes with the words for them: currencies, document languages, VAT categories, countries."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from app.domain.currencies import MINOR_UNITS
from app.ui.formats import folded

translate = QCoreApplication.translate


def document_languages() -> tuple[tuple[str, str], ...]:
    """Every document language by its own name."""
    return (
        ("en", "English"),
        ("fr", "Français"),
        ("de", "Deutsch"),
        ("es", "Español"),
        ("it", "Italiano"),
        ("nl", "Nederlands"),
        ("pt", "Português"),
    )


def currencies() -> tuple[tuple[str, str], ...]:
    """Every currency code, the common ones first."""
    common = ("EUR", "USD", "GBP", "CHF")
    rest = sorted(code for code in MINOR_UNITS if code not in common)
    return tuple((code, code) for code in (*common, *rest))


def vat_categories() -> tuple[tuple[str, str], ...]:
    """The VAT categories of EN 16931 in words."""
    return (
        ("S", translate("VatCategory", "Standard or reduced rate")),
        ("Z", translate("VatCategory", "Zero rate")),
        ("E", translate("VatCategory", "Exempt")),
        ("AE", translate("VatCategory", "Reverse charge")),
        ("K", translate("VatCategory", "Delivery within the EU")),
        ("G", translate("VatCategory", "Export")),
        ("O", translate("VatCategory", "Outside the scope of VAT")),
        ("B", translate("VatCategory", "Split payment (Italy)")),
        ("L", translate("VatCategory", "Canary Islands")),
        ("M", translate("VatCategory", "Ceuta and Melilla")),
    )


def countries(names: Mapping[str, str] = MappingProxyType({})) -> tuple[tuple[str, str], ...]:
    """Every country by code and name, as far as the names are known."""
    return (("", ""), *sorted(names.items(), key=lambda pair: folded(pair[1])))
