"""ChargeOver's lists, page by page, and who one is signed in as."""

from __future__ import annotations

import pytest

from app.client.calls import Reply
from app.client.errors import Unexpected
from app.client.provider import RemoteList, RemoteRecord
from app.providers.chargeover_v3 import PROVIDER
from app.providers.chargeover_v3.envelope import ok
from app.providers.chargeover_v3.wire import query
from tests.providers.chargeover.desk import Desk, connection


def listed(list_id: str) -> RemoteList:
    return next(found for found in PROVIDER.lists if found.id == list_id)


def leafed(desk: Desk, list_id: str) -> list[RemoteRecord]:
    records: list[RemoteRecord] = []
    cursor = ""
    while True:
        page = desk.drive(listed(list_id).page(connection(), cursor))
        records += page.records
        if not page.cursor:
            return records
        cursor = page.cursor


def test_every_list_is_read_to_its_end() -> None:
    desk = Desk()
    for list_id, kind in (
        ("customers", "customer"),
        ("items", "item"),
        ("terms", "terms"),
        ("currencies", "currency"),
    ):
        found = leafed(desk, list_id)
        assert len(found) == len(desk.simulator.account.records(kind))
        assert all(record.id.isdigit() and record.title for record in found)


def test_hundreds_of_customers_come_page_by_page_and_none_twice() -> None:
    desk = Desk()
    customers = desk.simulator.account.records("customer")
    customers += [{**customers[0], "customer_id": 1000 + n, "token": str(n)} for n in range(250)]
    found = leafed(desk, "customers")
    assert len({record.id for record in found}) == len(found) == 252
    assert [dict(call.query)["offset"] for call in desk.calls] == ["0", "100", "200", "252"]


def test_a_server_that_gives_the_same_page_again_is_not_followed_for_ever() -> None:
    page = ok([{"customer_id": "1", "company": "A"}])
    first = listed("customers").page(connection(), "")
    next(first)
    with pytest.raises(StopIteration) as end:
        first.send(Reply(200, body=page))
    second = listed("customers").page(connection(), end.value.value.cursor)
    next(second)
    with pytest.raises(Unexpected, match="pages_repeat"):
        second.send(Reply(200, body=page))


def test_a_customer_is_found_by_any_of_her_words() -> None:
    found = leafed(Desk(), "customers")[0]
    assert (found.id, found.title) == ("501", "Brightwater Dental LLC")
    for word in ("Brightwater", "accounts@brightwater.example", "crm-501", "Ana Ortiz", "501"):
        assert word in found.words


def test_an_item_shows_how_it_is_taxed() -> None:
    assert "VAT 20 %" in leafed(Desk(), "items")[0].detail


def test_the_connection_is_tried_by_reading_an_invoice_and_names_the_site() -> None:
    desk = Desk()
    identity = desk.drive(PROVIDER.identify(connection()))
    assert (identity.name, identity.mode) == ("acme", None)
    assert desk.calls[0].only_reads


def test_conditions_are_joined_and_what_would_part_them_is_escaped() -> None:
    asked = dict(query(("a", "EQUALS", "x,y"), ("b", "CONTAINS", "\\"), limit=5))
    assert asked == {"where": "a:EQUALS:x\\,y,b:CONTAINS:\\\\", "limit": "5", "offset": "0"}
