"""Practising with a real document leaves it what it is: a draft, without a number of somebody's."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.client.provider import Connection
from app.services.samples import sample
from app.services.sending import StopSwitch
from app.services.vault import Vault
from app.services.workspace import NotADraft, StoreLocation, Workspace


@pytest.mark.parametrize("provider", ["chargeover_v3", "stripe_v1", "pennylane_v2"])
def test_a_document_that_was_practised_with_can_be_changed_and_practised_with_again(
    provider: str, tmp_path: Path
) -> None:
    workspace = Workspace.open(StoreLocation(folder=tmp_path))
    sending = workspace.sending(tmp_path, Vault.for_this_run_only)
    scheme = next(card for card in sending.providers() if card.id == provider).schemes[0]
    made = sending.save_connection(Connection(provider=provider, mode="practice", scheme=scheme.id))
    document = workspace.create(sample("atelier"))

    first = sending.enqueue(document.id, made.id, sending.plan(document.draft, made.id))
    again = sending.enqueue(document.id, made.id, sending.plan(document.draft, made.id))
    assert again.id == first.id
    sending.drain(StopSwitch())
    assert sending.entry(first.id).entry.state == "done"

    opened = workspace.open_document(document.id)
    assert (opened.status, opened.draft.number, opened.is_held) == ("draft", "", False)
    after = opened.draft.edited(subject="Another")
    change = opened.history.edit("Subject", after, key=None, at=datetime.now(UTC))
    assert change is not None
    workspace.record(document.id, [change])
    changed = workspace.open_document(document.id).draft
    second = sending.enqueue(document.id, made.id, sending.plan(changed, made.id))
    assert second.id != first.id
    with pytest.raises(NotADraft):
        workspace.delete_draft(document.id)
    workspace.close()
