"""Readings and pages as plain JSON: what crosses from the worker's process, and what is kept.

The other side may have been taken over by the file it read, so nothing is unpickled and every value is
checked.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, Final, get_args

from app.intake.page import Box, Pages, PageText, Word
from app.intake.reading import (
    FIELD_NAMES,
    FieldName,
    FieldReading,
    Kind,
    LineReading,
    Reading,
    Remark,
    Source,
    VatReading,
)

LONGEST: Final = 5_000
_WRONG: Final = (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError)


class Malformed(Exception):
    """The JSON is not what it should be."""


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The reading as `factotum read` prints it and the store keeps it."""
    return {
        "file": reading.file,
        "kind": reading.kind,
        "error": _remark(reading.error) if reading.error else None,
        "fields": {name: _field(value) for name, value in reading.fields.items()},
        "vat": [{"rate": v.rate, "basis": v.basis, "tax": v.tax} for v in reading.vat],
        "lines": [
            {
                "label": line.label,
                "quantity": line.quantity,
                "unit_price": line.unit_price,
                "vat_rate": line.vat_rate,
                "net": line.net,
                "gross": line.gross,
                "page": line.page,
                "box": _box(line.box),
            }
            for line in reading.lines
        ],
        "warnings": [_remark(remark) for remark in reading.warnings],
        "language": reading.language,
        "page_count": reading.page_count,
        "sha256": reading.sha256,
    }


def reading_from_json(untrusted: object) -> Reading:
    """The reading again. Raises Malformed."""
    try:
        return _reading(_object(untrusted))
    except _WRONG as error:
        raise Malformed(str(error)) from None


def remark_from_json(untrusted: object) -> Remark:
    """The remark again. Raises Malformed."""
    try:
        return _remark_of(untrusted)
    except _WRONG as error:
        raise Malformed(str(error)) from None


def pages_to_json(pages: Pages) -> dict[str, Any]:
    """The pages as plain JSON."""
    return {
        "page_count": pages.page_count,
        "pages": [
            {
                "number": page.number,
                "size": [round(page.width_pt, 2), round(page.height_pt, 2)],
                "source": page.source,
                "words": [
                    [
                        word.text,
                        *(round(side, 2) for side in word.box),
                        round(word.size_pt, 2),
                        int(word.is_bold),
                        int(word.is_hidden),
                    ]
                    for word in page.words
                ],
            }
            for page in pages.pages
        ],
    }


def pages_from_json(untrusted: object) -> Pages:
    """The pages again. Raises Malformed."""
    try:
        body = _object(untrusted)
        return Pages(
            tuple(
                PageText(
                    int(page["number"]),
                    _length(page["size"][0]),
                    _length(page["size"][1]),
                    tuple(
                        Word(_text(w[0]), _sides(w[1:5]), _length(w[5]), bool(w[6]), bool(w[7]))
                        for w in page["words"]
                    ),
                    "ocr" if page["source"] == "ocr" else "text",
                )
                for page in body["pages"]
            ),
            int(body["page_count"]),
        )
    except _WRONG as error:
        raise Malformed(str(error)) from None


def decoded(content: bytes) -> object:
    """The JSON value of these bytes. Fractions are lengths; amounts travel as text. Raises Malformed."""
    try:
        return json.loads(content, parse_float=float, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Malformed(str(error)) from None


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _reading(body: Mapping[str, Any]) -> Reading:
    kind = _one_of(body["kind"], get_args(Kind))
    error = body.get("error")
    if (kind == "unreadable") != (error is not None):
        raise ValueError("an error is told exactly for what is unreadable")
    fields: dict[FieldName, FieldReading] = {}
    for name in FIELD_NAMES:
        field = _object(body["fields"]).get(name)
        if field is not None:
            fields[name] = _field_of(_object(field))
    return Reading(
        _text(body["file"]),
        kind,
        fields,
        tuple(VatReading(_text(v["rate"]), _text(v["basis"]), _text(v["tax"])) for v in body["vat"]),
        tuple(
            LineReading(
                _text(line["label"]),
                _text(line["quantity"]),
                _text(line["unit_price"]),
                _text(line["vat_rate"]),
                _text(line["net"]),
                _text(line["gross"]),
                _page(line.get("page")),
                _box_of(line.get("box")),
            )
            for line in body["lines"]
        ),
        tuple(_remark_of(remark) for remark in body["warnings"]),
        _remark_of(error) if error is not None else None,
        _text(body["language"]),
        int(body["page_count"]),
        _text(body["sha256"]),
    )


def _field(field: FieldReading) -> dict[str, Any]:
    return {
        "value": field.value,
        "confidence": field.confidence,
        "source": field.source,
        "is_sure": field.is_sure,
        "page": field.page,
        "box": _box(field.box),
    }


def _field_of(body: Mapping[str, Any]) -> FieldReading:
    return FieldReading(
        _text(body["value"]),
        min(1.0, max(0.0, _length(body["confidence"]))),
        _one_of(body["source"], get_args(Source)),
        bool(body["is_sure"]),
        _page(body.get("page")),
        _box_of(body.get("box")),
    )


def _remark(remark: Remark) -> dict[str, Any]:
    return {"code": remark.code, "params": dict(remark.params), "fields": list(remark.fields)}


def _remark_of(untrusted: object) -> Remark:
    body = _object(untrusted)
    return Remark(
        _text(body["code"]),
        {_text(name): _text(value) for name, value in _object(body["params"]).items()},
        tuple(name for name in FIELD_NAMES if name in body["fields"]),
    )


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [round(side, 2) for side in box]


def _box_of(value: Any) -> Box | None:
    return None if value is None else _sides(value)


def _sides(value: Any) -> Box:
    x0, y0, x1, y1 = (_length(side) for side in value)
    return Box(x0, y0, x1, y1)


def _length(value: Any) -> float:
    length = float(value)
    if not math.isfinite(length):
        raise ValueError("a length is finite")
    return length


def _page(value: Any) -> int | None:
    return None if value is None else int(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value[:LONGEST]


def _object(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("object expected")
    return value


def _one_of(value: Any, allowed: tuple[Any, ...]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is not one of {allowed}")
    return value
