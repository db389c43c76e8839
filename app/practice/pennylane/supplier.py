"""Suppliers' invoices at Pennylane for practice: suppliers, files, imports, and what follows.

A request with the header `x-source` is taken as one that came through the gateway: it finds only what
the gateway's pages print, in the shapes they print.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, cast

from pydantic import JsonValue

from app.client.transport import WireReply, WireRequest
from app.practice.pennylane import desk, pages, supplier_records, supplier_shapes
from app.practice.pennylane.desk import TOKEN, Asked, Declined
from app.practice.pennylane.supplier_records import Record

_ROOTS: Final = ("suppliers", "supplier_invoices", "file_attachments", "ledger_accounts", "me")
_INVOICE_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "id": pages.NUMBERS,
    "supplier_id": pages.NUMBERS,
    "invoice_number": pages.EXACT,
    "date": pages.NUMBERS,
    "external_reference": pages.EXACT,
    "payment_status": pages.EXACT,
}
_SUPPLIER_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "id": pages.NUMBERS,
    "name": frozenset({"start_with"}),
    "external_reference": pages.EXACT,
    "emails": pages.AMONG,
}
_GATEWAY: Final = (("POST", "file_attachments"), ("POST", "supplier_invoices"), ("GET", "supplier_invoices"))
_LARGEST_FILE: Final = 100_000_000
_HELD: Final = ("suppliers", "files", "invoices", "lines")


class SupplierSimulator:
    """One company's purchases. See `Simulator`."""

    provider_id = "pennylane_supplier"

    def __init__(self) -> None:
        self.accepted_secrets = {"token": TOKEN}
        known: Record = {"name": "Atelier Connu", "vat_number": "FR83404833048", "reg_no": "404833048"}
        self._suppliers: list[Record] = [supplier_records.supplier(1, known)]
        self._files: list[Record] = []
        self._invoices: list[Record] = []
        self._lines: list[Record] = []
        self._asked = 0

    def answer(self, request: WireRequest) -> WireReply:
        """The answer Pennylane, or the gateway before it, gives."""
        self._asked += 1
        try:
            status, body = self._route(desk.asked(request, _ROOTS))
        except Declined as declined:
            status, body = declined.status, declined.body
        return desk.answer(status, body, count=self._asked)

    def state(self) -> JsonValue:
        """All it holds, as JSON."""
        held = {name: getattr(self, f"_{name}") for name in _HELD}
        return cast(JsonValue, copy.deepcopy(held))

    def restore(self, state: JsonValue) -> None:
        """Hold this again. Raises ValueError."""
        if not isinstance(state, dict) or set(state) != set(_HELD):
            raise ValueError("no state of Pennylane's supplier invoices")
        held = cast(dict[str, list[Record]], copy.deepcopy(state))
        self._suppliers, self._files, self._invoices, self._lines = (held[name] for name in _HELD)

    def documents(self) -> list[JsonValue]:
        """Every supplier invoice."""
        return list(copy.deepcopy(self._invoices))

    @property
    def suppliers(self) -> tuple[JsonValue, ...]:
        """Every supplier."""
        return tuple(copy.deepcopy(self._suppliers))

    def _route(self, asked: Asked) -> tuple[int, JsonValue]:
        steps = asked.path.strip("/").split("/")
        by_gateway = "x-source" in asked.headers
        desk.admit(asked, _scope(steps[0]), raw=by_gateway)
        if by_gateway and ((asked.method, steps[0]) not in _GATEWAY or len(steps) > 2):
            raise desk.not_found("Not Found")
        match (asked.method, *steps):
            case ("GET", "me"):
                return 200, _me()
            case ("GET", "ledger_accounts"):
                return 200, pages.page(_ACCOUNTS, asked.query, {"id": pages.NUMBERS})
            case ("GET", "suppliers"):
                return 200, pages.page(self._suppliers, asked.query, _SUPPLIER_FIELDS)
            case ("POST", "suppliers"):
                return 201, self._create_supplier(asked)
            case ("GET", "suppliers", number):
                return 200, copy.deepcopy(_by_id(self._suppliers, number, "Supplier"))
            case ("POST", "file_attachments"):
                return 201, self._upload(asked)
            case ("POST", "supplier_invoices", "import"):
                return 201, self._import(asked, by_gateway)
            case ("GET", "supplier_invoices") if not by_gateway:
                return 200, self._list(asked)
            case ("GET", "supplier_invoices", number):
                invoice = copy.deepcopy(_by_id(self._invoices, number, "SupplierInvoice"))
                return 200, supplier_records.for_gateway(invoice) if by_gateway else invoice
            case ("GET", "supplier_invoices", number, "invoice_lines"):
                return 200, self._lines_of(asked, number)
            case ("PUT", "supplier_invoices", number, "validate_accounting"):
                return 200, self._validate(number)
            case ("PUT", "supplier_invoices", number, "payment_status"):
                self._pay(asked, number)
                return 204, None
        raise desk.not_found("Not Found")

    def _create_supplier(self, asked: Asked) -> JsonValue:
        told = asked.json()
        supplier_shapes.SUPPLIER(told, "")
        wanted = cast(Record, told)
        for held in self._suppliers:
            for member in ("vat_number", "reg_no", "external_reference"):
                if wanted.get(member) and wanted[member] == held[member]:
                    raise desk.conflict(f"A supplier with the same {member} already exists")
        made = supplier_records.supplier(len(self._suppliers) + 1, wanted)
        self._suppliers.append(made)
        return copy.deepcopy(made)

    def _upload(self, asked: Asked) -> JsonValue:
        files, fields = asked.files()
        if len(files) != 1 or files[0].name != "file" or set(fields) - {"filename"}:
            raise desk.malformed("file is missing", "NotExistRequiredKey", "file")
        file = files[0]
        if file.content_type not in supplier_shapes.TYPES:
            raise desk.unprocessable(f"Content type {file.content_type} is not allowed")
        filename = fields.get("filename", file.filename)
        if not file.content or len(file.content) > _LARGEST_FILE or len(filename) > 255:
            raise desk.unprocessable("The file is empty, too large, or its name too long")
        number = 5_000 + len(self._files)
        held: Record = {"id": number, "filename": filename, "sha256": _hash(file.content)}
        self._files.append(held)
        return {
            "id": number,
            "url": f"https://app.pennylane.com/files/{number}",
            "filename": filename,
            "created_at": supplier_records.NOW,
            "updated_at": supplier_records.NOW,
        }

    def _import(self, asked: Asked, by_gateway: bool) -> JsonValue:
        body = asked.json()
        check = supplier_shapes.IMPORT_GATEWAY if by_gateway else supplier_shapes.IMPORT_DIRECT
        check(body, "")
        told = cast(Record, body)
        file = _by_id(self._files, str(told["file_attachment_id"]), "FileAttachment")
        for held in self._files:
            if held.get("invoice") and held["sha256"] == file["sha256"]:
                raise desk.conflict(
                    f"A document with ID {held['invoice']} already exists with such attachment."
                )
        owner = _by_id(self._suppliers, str(told["supplier_id"]), "Supplier")
        reference = told.get("external_reference")
        if reference and any(one["external_reference"] == reference for one in self._invoices):
            raise desk.unprocessable("external_reference has already been taken")
        supplier_records.check_sums(told, not by_gateway)
        number = 9_000 + len(self._invoices)
        made = supplier_records.invoice(number, told, owner, str(file["filename"]))
        file["invoice"] = number
        self._invoices.append(made)
        rate = Decimal(str(made["exchange_rate"]))
        for one in cast(list[JsonValue], told["invoice_lines"]):
            line = supplier_records.line(60_000 + len(self._lines), cast(Record, one), rate)
            self._lines.append({**line, "invoice": number})
        shown = copy.deepcopy(made)
        return supplier_records.for_gateway(shown) if by_gateway else shown

    def _list(self, asked: Asked) -> JsonValue:
        by_supplier: list[Record] = []
        for invoice in self._invoices:
            owner = cast(Record, invoice["supplier"])
            by_supplier.append({**invoice, "supplier_id": owner["id"]})
        page = pages.page(by_supplier, asked.query, _INVOICE_FIELDS, "id date")
        if isinstance(page, dict):
            for shown in cast(list[Record], page["items"]):
                del shown["supplier_id"]
        return copy.deepcopy(page)

    def _lines_of(self, asked: Asked, number: str) -> JsonValue:
        invoice = _by_id(self._invoices, number, "SupplierInvoice")
        found = [
            {name: value for name, value in line.items() if name != "invoice"}
            for line in self._lines
            if line["invoice"] == invoice["id"]
        ]
        return pages.page(found, asked.query, {})

    def _validate(self, number: str) -> JsonValue:
        invoice = _by_id(self._invoices, number, "SupplierInvoice")
        if invoice["accounting_status"] == "entry":
            raise desk.unprocessable("The invoice is incomplete and cannot be validated")
        invoice["accounting_status"] = "complete"
        return copy.deepcopy(invoice)

    def _pay(self, asked: Asked, number: str) -> None:
        told = asked.json()
        supplier_shapes.PAYMENT_STATUS(told, "")
        invoice = _by_id(self._invoices, number, "SupplierInvoice")
        is_paid = cast(Record, told)["payment_status"] == "paid"
        invoice["payment_status"] = "paid_offline" if is_paid else "to_be_paid"
        invoice["paid"] = is_paid
        invoice["remaining_amount_with_tax"] = "0.0" if is_paid else invoice["currency_amount"]


_ACCOUNTS: Final[list[Record]] = [
    {
        "id": 600 + place,
        "number": number,
        "label": label,
        "type": "custom",
        "letterable": False,
        "vat_rate": "any",
        "country_alpha2": "any",
        "enabled": True,
        "created_at": supplier_records.NOW,
        "updated_at": supplier_records.NOW,
    }
    for place, (number, label) in enumerate((("606300", "Petit équipement"), ("622600", "Honoraires")))
]


def _by_id(records: list[Record], number: str, kind: str) -> Record:
    for record in records:
        if str(record["id"]) == number:
            return record
    raise desk.not_found(f"Couldn't find {kind} with 'id'={number}")


def _scope(resource: str) -> str:
    return {"me": "", "suppliers": "suppliers", "file_attachments": "file_attachments"}.get(
        resource, "supplier_invoices"
    )


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _me() -> JsonValue:
    return {
        "user": None,
        "company": {
            "id": 1,
            "name": "Practice Company",
            "reg_no": "732829320",
            "accounting_logic": "FR_PCG",
        },
        "scopes": ["supplier_invoices:all", "suppliers:all", "file_attachments:all"],
    }
