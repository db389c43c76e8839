"""What a send has found or made there is known the next time, and doubted as soon as it is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.demo import PRACTICE_SERIES, practice_draft
from app.client.transport import WireReply, WireRequest
from app.domain.parties import Party
from app.providers import PROVIDERS
from app.services.opened import OpenedDocument
from app.services.sending import Sending
from app.store import remote_records
from tests.services.sending.hostile import Desk, desk_of


@pytest.fixture(params=PROVIDERS, ids=lambda provider: provider.id)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    with desk_of(request.param, tmp_path) as opened:
        yield opened


def document_of_contact(desk: Desk) -> OpenedDocument:
    draft = practice_draft()

    def known(party: Party, contact_id: str) -> Party:
        return party.model_copy(update={"contact_id": contact_id})

    draft = draft.edited(
        series=PRACTICE_SERIES.id, buyer=known(draft.buyer, "c-7"), seller=known(draft.seller, "s-7")
    )
    document = desk.workspace.create(draft)
    if desk.provider.numbers == "ours" or desk.provider.wants == "page":
        assert draft.issue_date
        document = desk.workspace.issue(document.id, today=draft.issue_date)
    return document


def party_path(desk: Desk) -> str:
    return "seller.contact_id" if desk.provider.takes == "incoming" else "buyer.contact_id"


def links(desk: Desk) -> dict[str, str]:
    with desk.database.reading() as connection:
        return remote_records.known(connection, "c1", {"customer": {"c-7"}, "supplier": {"s-7"}})


def sent(desk: Desk, sending: Sending) -> None:
    entry_id = desk.queued(sending, document_of_contact(desk))
    assert desk.settled(sending, entry_id).entry.state == "done"


def test_the_next_plan_names_who_was_found_before_and_asks_for_nobody(desk: Desk) -> None:
    sending = desk.window()
    desk.connected(sending)
    sent(desk, sending)
    (remote_id,) = links(desk).values()
    plan = desk.plan(sending, document_of_contact(desk))
    (field,) = (planned for planned in plan.fields if planned.path == party_path(desk))
    assert field.theirs == remote_id
    assert field.why is not None
    assert field.why.code == "why.found_before"
    searched = [
        r.step for r in plan.requests if r.step.startswith(("customer.find", "supplier.", "customer.c"))
    ]
    assert searched == []


def test_what_was_found_is_found_again_after_it_is_refused(desk: Desk) -> None:
    sending = desk.window()
    desk.connected(sending)
    sent(desk, sending)
    (name,) = links(desk)
    kind, _, local_id = name.partition(":")
    assert kind in ("customer", "supplier")
    sending.link("c1", "supplier" if kind == "supplier" else "customer", local_id, "424242")

    def gone(request: WireRequest) -> WireReply | None:
        if request.method == "POST" and b"424242" in request.content:
            body = b'{"error": {"message": "No such customer: 424242", "param": "customer", "type": "x"}}'
            return WireReply(
                422 if "stripe" not in desk.provider.id else 400, {"content-type": "application/json"}, body
            )
        return None

    desk.twisted.instead = gone
    first = desk.settled(sending, desk.queued(sending, document_of_contact(desk))).entry
    if first.state == "refused":
        assert links(desk) == {}
        first = desk.settled(sending, desk.queued(sending, document_of_contact(desk))).entry
    assert first.state == "done"
    assert "424242" not in links(desk).values()
    assert links(desk) != {}


def test_other_keys_or_another_address_may_be_another_account_and_begin_without_links(desk: Desk) -> None:
    sending = desk.window()
    connection = desk.connected(sending)
    sending.link("c1", "customer", "c-7", "42")
    sending.save_connection(connection.model_copy(update={"title": "Renamed"}))
    assert links(desk) == {"customer:c-7": "42"}
    sending.save_connection(connection.model_copy(update={"base_url": "https://books.example"}))
    assert links(desk) == {}
    sending.link("c1", "customer", "c-7", "42")
    desk.connected(sending)
    assert links(desk) == {}
    sending.link("c1", "customer", "c-7", "42")
    sending.delete_connection("c1")
    assert links(desk) == {}


def test_a_connection_that_is_deleted_leaves_no_secret_behind(desk: Desk) -> None:
    sending = desk.window()
    desk.connected(sending)
    names = desk.twisted.accepted_secrets
    assert any(desk.vault.secret("c1", name) for name in names)
    sending.delete_connection("c1")
    assert sending.connections() == ()
    assert not any(desk.vault.secret("c1", name) for name in names)
