"""Columns, states and reasons of an import, in the interface's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.services.wording_misfits import misfit_reason
from app.ui.language import wording_language

if TYPE_CHECKING:
    from app.services.importing.headings import Kind
    from app.services.importing.plan import Entry, State
    from app.services.importing.tables import Reason, UnreadableTable

translate = QCoreApplication.translate

STATE_ROLES: Mapping[State, str] = {
    "new": "pill_good",
    "changed": "pill_warn",
    "left": "pill",
    "same": "pill",
    "refused": "pill_bad",
}


def column_words(kind: Kind, target: str) -> str:
    """What a column can be, as a person is offered it."""
    own = {
        "id": translate("Import", "Number given by Factotum"),
        "first_name": translate("Import", "First name"),
        "last_name": translate("Import", "Last name"),
        "house_number": translate("Import", "House number"),
        "line3": translate("Import", "Address, third line"),
        "price_gross": translate("Import", "Price with VAT"),
        "siren": "SIREN",
        "siret": "SIRET",
        "iban": "IBAN",
        "bic": "BIC",
    }
    words = own | (_customer_words() if kind == "customers" else _item_words())
    return words[target]


def _customer_words() -> dict[str, str]:
    return {
        "name": translate("Party", "Name"),
        "legal_form": translate("Party", "Legal form"),
        "registration": translate("Party", "Register and number"),
        "line1": translate("Party", "Street and number"),
        "line2": translate("Party", "Address, second line"),
        "postal_code": translate("Party", "Postal code"),
        "city": translate("Party", "City"),
        "subdivision": translate("Party", "State or province"),
        "country": translate("Party", "Country"),
        "vat_id": translate("Party", "VAT number"),
        "tax_number": translate("Party", "Tax number"),
        "contact_name": translate("Party", "Contact person"),
        "phone": translate("Party", "Telephone"),
        "email": translate("Party", "E-mail"),
        "website": translate("Party", "Web site"),
        "language": translate("CustomersPage", "Document language"),
        "currency": translate("CustomersPage", "Currency"),
        "payment_days": translate("CustomersPage", "Days to pay"),
        "discount_percent": translate("CustomersPage", "Usual discount, %"),
        "note": translate("CustomersPage", "Note for us, never printed"),
    }


def _item_words() -> dict[str, str]:
    return {
        "code": translate("CataloguePage", "Code"),
        "label": translate("CataloguePage", "Label"),
        "description": translate("CataloguePage", "Description"),
        "unit": translate("CataloguePage", "Unit"),
        "currency": translate("CataloguePage", "Currency"),
        "price": translate("CataloguePage", "Price"),
        "price_entry": translate("CataloguePage", "The price is"),
        "vat_category": translate("CataloguePage", "VAT category"),
        "vat_rate": translate("CataloguePage", "VAT, %"),
    }


def state_words(state: State) -> str:
    """What would become of a row, in a word."""
    return {
        "new": translate("Import", "New"),
        "changed": translate("Import", "Changes"),
        "left": translate("Import", "Left as it is"),
        "same": translate("Import", "The same"),
        "refused": translate("Import", "Refused"),
    }[state]


def encoding_words(encoding: str) -> str:
    """How characters are kept in a file, as programs that save tables call it."""
    return {
        "utf-8": "UTF-8",
        "utf-16": "UTF-16",
        "cp1252": "Windows-1252",
        "iso8859-15": "ISO 8859-15",
        "cp1250": "Windows-1250",
        "mac-roman": "Mac Roman",
        "cp850": "DOS 850",
    }[encoding]


def separator_words(separator: str) -> str:
    """What stands between the cells of a row."""
    return {
        ",": translate("Import", "Comma"),
        ";": translate("Import", "Semicolon"),
        "\t": translate("Import", "Tab"),
        "|": translate("Import", "Vertical bar"),
    }[separator]


def entry_words(kind: Kind, entry: Entry) -> str:
    """Why a row is refused, or what changes."""
    if entry.reason is not None:
        return reason_words(kind, entry.reason)
    told = translate("Import", "{column}: {before} → {after}")
    nothing = translate("Import", "nothing")
    return "  ·  ".join(
        told.format(
            column=column_words(kind, each.column), before=each.before or nothing, after=each.after or nothing
        )
        for each in entry.differences()
    )


def reason_words(kind: Kind, reason: Reason) -> str:
    """Why a row is refused, and what to do about it."""
    sentence = {
        "nameless": translate("Import", "It has no name. Fill one in, or choose the column of the name."),
        "twice": translate("Import", "It is the same as line {line}, and that one counts."),
        "several": translate("Import", "Several are known that it may be. Add a number or postal code."),
        "quotes": translate("Import", "Its quotation marks do not match. Correct them in the file."),
        "quote_open": translate("Import", "A quotation mark opens here and does not close."),
        "too_many_cells": translate(
            "Import",
            "It has {count} cells for {most} columns. Put a cell with a separator in quotation marks.",
        ),
        "number": translate("Import", "“{text}” is not a number."),
        "days": translate("Import", "“{text}” is not a number of days."),
        "currency": translate("Import", "“{text}” is no currency. Write it like EUR."),
        "language": translate("Import", "“{text}” is no language of our documents. Write it like fr."),
        "country": translate("Import", "“{text}” is no country we know. Write its name, or a code like FR."),
        "choice": translate("Import", "“{text}” is none of these: {words}."),
        "misfit": translate("Import", "“{text}” cannot be kept: {why}"),
    }[reason.code]
    params = dict(reason.params)
    if reason.code == "misfit":
        params["why"] = misfit_reason({"reason": "", **params}, wording_language())
    words = sentence.format_map(params)
    if not reason.column:
        return words
    return translate("Import", "{column}: {why}").format(column=column_words(kind, reason.column), why=words)


def unreadable_words(unreadable: UnreadableTable) -> str:
    """Why a file is no table we can read, and what to do."""
    return {
        "empty": translate("Import", "There is nothing in this file."),
        "size": translate(
            "Import", "This file has {size} MB, and {most} MB is the most. Split it and bring the parts."
        ),
        "spreadsheet": translate(
            "Import",
            "This is a spreadsheet. Open it in its program and save the sheet as CSV (Excel: Save As, "
            "CSV UTF-8; LibreOffice: Save As, Text CSV). Then bring that file.",
        ),
        "document": translate("Import", "This file is no table of text. Bring a CSV file."),
        "encoding": translate(
            "Import", "This file is not {encoding}: its byte {place} cannot be read. Choose another encoding."
        ),
        "rows": translate("Import", "This file has more than {most} rows. Split it and bring the parts."),
        "columns": translate(
            "Import", "This file has more than {most} columns. Choose another separator, or leave some out."
        ),
    }[unreadable.code].format_map(
        {
            name: encoding_words(text) if name == "encoding" else text
            for name, text in unreadable.params.items()
        }
    )
