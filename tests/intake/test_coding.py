"""What comes out of the worker's process is checked: it may have been taken over by what it read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.coding import (
    Malformed,
    decoded,
    pages_from_json,
    pages_to_json,
    reading_from_json,
    reading_to_json,
    remark_from_json,
)
from app.intake.page import Box, Pages, PageText, Word
from app.intake.reading import FieldReading, LineReading, Reading, Remark, VatReading

READING = Reading(
    "a.pdf",
    "invoice",
    {
        "gross": FieldReading("120.5", 0.9, "text", True, 1, Box(1, 2, 3.25, 4)),
        "iban": FieldReading("FR76", 0.5, "learned"),
    },
    (VatReading("20", "100.42", "20.08"),),
    (LineReading("Paper", "2", "50.21", "20", "100.42", page=1, box=Box(0, 0, 1, 1)),),
    (Remark("sums_differ", {"net": "1"}, ("net", "gross")),),
    None,
    "fr",
    3,
    "00ff",
)
PAGES = Pages((PageText(2, 595.0, 842.0, (Word("Total", Box(1, 2, 3, 4), 9.5, True, False),), "ocr"),), 7)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


def crossed(value: object) -> Any:
    return decoded(json.dumps(value).encode())


def test_readings_and_pages_cross_unchanged() -> None:
    assert reading_from_json(crossed(reading_to_json(READING))) == READING
    assert pages_from_json(crossed(pages_to_json(PAGES))) == PAGES
    refused = Reading("b", "unreadable", error=Remark("scan"))
    assert reading_from_json(crossed(reading_to_json(refused))) == refused


@given(json_values, st.sampled_from(sorted(reading_to_json(READING))))
def test_whatever_stands_in_a_reading_it_is_taken_whole_or_refused(value: object, member: str) -> None:
    body = {**reading_to_json(READING), member: value}
    try:
        reading = reading_from_json(body)
    except Malformed:
        return
    json.dumps(reading_to_json(reading), allow_nan=False)


@given(json_values, st.sampled_from(["number", "size", "source", "words"]))
def test_whatever_stands_in_a_page_it_is_taken_whole_or_refused(value: object, member: str) -> None:
    body = pages_to_json(PAGES)
    body["pages"][0][member] = value
    try:
        pages = pages_from_json(body)
    except Malformed:
        return
    json.dumps(pages_to_json(pages), allow_nan=False)


@pytest.mark.parametrize("content", [b"", b"{", b"NaN", b'{"a": Infinity}', b"[" * 100_000, b"\xff"])
def test_what_is_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(Malformed):
        decoded(content)


def test_lengths_beyond_all_bounds_and_long_texts_are_not_believed() -> None:
    body = reading_to_json(READING)
    body["fields"]["gross"]["box"] = [0, 0, 1e999, 1]
    with pytest.raises(Malformed):
        reading_from_json(body)
    body["fields"]["gross"]["box"] = None
    body["fields"]["gross"]["confidence"] = 7
    body["language"] = "x" * 100_000
    reading = reading_from_json(body)
    assert reading.fields["gross"].confidence == 1.0
    assert len(reading.language) == 5_000


@pytest.mark.parametrize("untrusted", [None, 1, [], {}, {"code": 1, "params": {}, "fields": []}])
def test_a_remark_that_is_none_is_refused(untrusted: object) -> None:
    with pytest.raises(Malformed):
        remark_from_json(untrusted)
