"""XML from strangers does no harm."""

from __future__ import annotations

import pytest

from app.intake.einvoice.documents import NotAnInvoice, stated_in
from app.intake.einvoice.safe_xml import DEEPEST, BadXml, parsed

BOMB = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (BOMB, "doctype"),
        (BOMB.decode().encode("utf-16-le"), "doctype"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', "doctype"),
        (b"<a><b></a>", "malformed"),
        (b"", "malformed"),
        (b"\x00\x01", "malformed"),
        (b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1), "too_deep"),
        (b"<a>" + b" " * 20_000_001 + b"</a>", "too_large"),
    ],
)
def test_hostile_or_broken_xml_is_refused_and_says_why(content: bytes, code: str) -> None:
    with pytest.raises(BadXml) as caught:
        parsed(content)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<SCRDMCCBDACIOMessageStructure/>", "order"),
        (b'<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>', "order"),
        (b"<html/>", "other_xml"),
        (b"<Invoice/>", "other_xml"),
    ],
)
def test_xml_of_another_kind_is_named_as_such(content: bytes, code: str) -> None:
    with pytest.raises(NotAnInvoice) as caught:
        stated_in(content)
    assert caught.value.code == code
